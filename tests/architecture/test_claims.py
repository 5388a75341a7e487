"""What must never be claimed is not claimed, and what must stay here stays here."""

from __future__ import annotations

import re

import pytest

from tests.architecture.claims import claims_in
from tests.architecture.source import Source, text_files

THIS_FILE = "tests/architecture/test_claims.py"

CLAIMS_FILE = "tests/architecture/claims.py"
SAYS_WHAT_IS_NEVER_CLAIMED = {THIS_FILE, CLAIMS_FILE, "SECURITY.md"}
"""The files that list these very words as things that we do not claim."""

LICENCES = re.compile(r"LICENSE")
"""Other people's sentences, which say nothing of this program."""

TOLD = re.compile(
    r"(translations|resources)/|(README|CHANGELOG|SECURITY)\.md$|docs/[^/]*\.md$"
)
"""What wards read."""

REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|proxy\.golang\.org|crates\.io"
    r"|index-url|find-links"
)
OUR_MACHINES = re.compile(r"(?<![\w.)}-])/(work|root|home|tmp|Users)/|[A-Z]:\\Users\\")


def claims(source: Source) -> list[str]:
    """Which of the things that must never be claimed a file claims."""
    is_told = TOLD.match(source.path) is not None
    return [
        f"{source.path}: {what}" for what in claims_in(source.text, is_told=is_told)
    ]


def test_nothing_is_claimed_that_cannot_be_kept():
    files = [
        each
        for each in text_files()
        if each.path not in SAYS_WHAT_IS_NEVER_CLAIMED and not LICENCES.match(each.path)
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
        "Proof of who said what",
        "The administrator cannot read it",
        "It is impossible to change the record.",
        "wiped from memory",
        "binding in law",
        "It complies with the standard.",
        "Your words can never be lost.",
        "completely private",
        "we guarantee it",
        "Nobody else can read it.",
        "No one can write as you.",
    ],
)
def test_a_claim_is_noticed_however_it_is_written(words: str):
    assert claims(Source("README.md", words))


def test_an_honest_sentence_is_left_alone():
    honest = "Alteration shows. Two named people together can open a private draft."

    assert claims(Source("README.md", honest)) == []


def test_what_no_call_does_may_be_written_for_developers_alone():
    words = "Nobody can change a sealed entry by any call of this program."

    assert claims(Source("coprod_desktop/store/record.py", words)) == []
    assert claims(Source("docs/keys.md", words)) == ["docs/keys.md: nobody can"]


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

    assert len(locks) == 6
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
