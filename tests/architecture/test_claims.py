"""What must never be claimed is not claimed, and what must stay here stays here."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source import Source, text_files

THIS_FILE = "tests/architecture/test_claims.py"

NEVER_CLAIMED = {
    "proves who wrote it": r"prove[sd]? (that )?(\w+ ){1,3}(wrote|typed|said)",
    "staff cannot read it": r"staff (cannot|can't|can not|can never) read",
    "cannot be altered": r"(cannot|can't|can not|can never) be altered",
    "securely deleted": r"securely (deleted|erased|wiped)",
    "legally binding": r"legally binding",
    "approved or compliant": (
        r"(nhs|mhra) approved|(dtac|dcb ?0129|dcb ?0160|gdpr|wcag) compliant"
    ),
    "clinically safe": r"clinically (safe|validated|proven)",
    "never loses a word": r"never los(e|es|ing) (a|any|one) (single )?word",
    "unhackable": r"unhackable|unbreakable|hack ?proof|tamper ?proof",
    "military grade": r"military grade|bank grade",
}
"""Promises that this program cannot keep (SECURITY.md has the reasons)."""

SAYS_WHAT_IS_NEVER_CLAIMED = {THIS_FILE, "SECURITY.md"}
"""The files that list these very words as things that we do not claim."""

REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|proxy\.golang\.org|crates\.io"
    r"|index-url|find-links"
)
OUR_MACHINES = re.compile(r"(?<![\w.)}-])/(work|root|home|tmp|Users)/|[A-Z]:\\Users\\")


def plain(text: str) -> str:
    """Lower case, one space between words, and a .po file's lines joined."""
    text = re.sub(r'"\n"', "", text).replace("\u2019", "'").replace("-", " ")
    return re.sub(r"\s+", " ", re.sub(r"[*_`]", "", text)).lower()


def claims(source: Source) -> list[str]:
    """Which of the things that must never be claimed a file claims."""
    said = plain(source.text)
    return [
        f"{source.path}: {what}"
        for what, words in NEVER_CLAIMED.items()
        if re.search(words, said)
    ]


def test_nothing_is_claimed_that_cannot_be_kept():
    files = [
        each for each in text_files() if each.path not in SAYS_WHAT_IS_NEVER_CLAIMED
    ]

    assert [claim for source in files for claim in claims(source)] == []


def test_the_files_that_may_say_it_still_need_to():
    spared = [each for each in text_files() if each.path in SAYS_WHAT_IS_NEVER_CLAIMED]

    assert [source.path for source in spared if not claims(source)] == []


@pytest.mark.parametrize(
    "words",
    [
        "The signature proves that Alex wrote this.",
        "Staff can\u2019t read your draft.",
        "It cannot be *altered*.",
        "securely\n  deleted from memory",
        "Legally binding",
        "NHS-approved",
        "DTAC compliant",
        "is clinically safe",
        'msgstr "It never "\n"loses a word"',
        "un" + "hackable",
        "military-grade",
    ],
)
def test_a_claim_is_noticed_however_it_is_written(words: str):
    assert claims(Source("README.md", words))


def test_an_honest_sentence_is_left_alone():
    honest = "Alteration shows. Two named people together can open a private draft."

    assert claims(Source("README.md", honest)) == []


def leaks(source: Source) -> list[str]:
    """Host names of registries and folders of our machines, with their lines."""
    return [
        f"{source.path}:{number}: {found.group()}"
        for number, line in enumerate(source.text.splitlines(), start=1)
        for pattern in (REGISTRIES, OUR_MACHINES)
        if (found := pattern.search(line))
    ]


def test_no_registry_and_no_folder_of_our_machines_is_named():
    files = [each for each in text_files() if each.path != THIS_FILE]

    assert [leak for source in files for leak in leaks(source)] == []


def test_locks_name_packages_and_hashes_alone():
    locks = [each for each in text_files() if each.path.endswith(".lock")]

    assert len(locks) == 3
    assert [lock.path for lock in locks if "://" in lock.text] == []
    assert all("--hash=sha256:" in lock.text for lock in locks)


@pytest.mark.parametrize(
    "line", ["see /work/x", "open('/tmp/x')", "https://pypi.org/simple", r"C:\Users\a"]
)
def test_a_leak_is_noticed(line: str):
    assert leaks(Source("docs/x.md", line))


@pytest.mark.parametrize("line", ["tests/work/x", "https://a.example/home/x", "~/x"])
def test_what_is_no_leak_is_left_alone(line: str):
    assert leaks(Source("docs/x.md", line)) == []
