"""Real dictionaries: what they know, what they offer, and that they keep nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coprod_desktop.spelling.with_enchant import TAGS, EnchantSpeller, find_speller
from tests.architecture.source import ROOT
from tests.spelling.needs import real_speller

ASKS = """
import sys
from coprod_desktop.spelling.with_enchant import find_speller
speller = find_speller(sys.argv[1])
print(speller.knows("xqzvvkp"), len(speller.like("becuase")) > 0)
speller.close()
"""
UNGUARDED = """
import enchant
print(enchant.request_dict("en_GB").check("xqzvvkp"), True)
"""


@pytest.mark.parametrize(
    ("language", "right", "wrong", "meant"),
    [
        ("en", "tired", "tierd", "tired"),
        ("en-GB", "medication", "medicashun", "medication"),
        ("en", "schizophrenia", "skitzofrenia", "schizophrenia"),
        ("en", "don't", "doesnt", "doesn't"),
        ("cy", "diolch", "diolhc", "diolch"),
        ("pl", "zmęczony", "zmenczony", "zmęczony"),
        ("ar", "المستشفى", "المستشفا", "المستشفى"),
    ],
)
def test_a_wrong_word_is_not_known_and_the_one_that_was_meant_is_offered(
    language: str, right: str, wrong: str, meant: str
):
    speller = real_speller(language)

    assert speller.knows(right)
    assert not speller.knows(wrong)
    assert meant in speller.like(wrong)[:5]
    speller.close()


def test_every_language_of_the_program_has_a_name_for_its_dictionary():
    assert set(TAGS) == {"en", "cy", "pl", "ar", "ur"}


def test_a_language_that_nobody_speaks_has_no_dictionary():
    assert find_speller("x-none") is None


def test_without_the_library_there_is_no_help_and_no_fault(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setitem(sys.modules, "enchant", None)

    assert find_speller("en") is None


def test_what_was_set_for_other_programs_stays(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", "/somewhere/else")
    speller = real_speller("en")

    assert os.environ["ENCHANT_CONFIG_DIR"] == "/somewhere/else"
    speller.close()


def test_a_dictionary_that_was_given_back_answers_nothing():
    speller = real_speller("en")
    assert isinstance(speller, EnchantSpeller)
    speller.close()

    with pytest.raises(AttributeError):
        speller.knows("tired")


def ask_in(home: Path, words: str, *arguments: str) -> str:
    """Run a program whose home is an empty folder, and return what it says."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    settings = {**kept, "HOME": str(home), "USERPROFILE": str(home)}
    ran = subprocess.run(
        [sys.executable, "-c", words, *arguments],
        cwd=ROOT,
        env={**settings, "APPDATA": str(home), "LOCALAPPDATA": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


@pytest.mark.parametrize("language", ["en", "cy", "pl", "ar"])
def test_no_list_of_anybodys_words_is_ever_written(tmp_path: Path, language: str):
    real_speller(language).close()

    said = ask_in(tmp_path, ASKS, language)

    assert said.startswith("False")
    assert list(tmp_path.rglob("*")) == []


def test_the_same_without_our_care_would_write_one(tmp_path: Path):
    real_speller("en").close()

    said = ask_in(tmp_path, UNGUARDED)

    assert said == "False True"
    assert [one.name for one in tmp_path.rglob("*.dic")] == ["en_GB.dic"]
