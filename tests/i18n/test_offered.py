"""The languages that can be chosen: their own names, and whether they were checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.i18n.catalogue import FILE_NAME
from coprod_desktop.i18n.offered import Offered, offered
from coprod_desktop.model.problem import Problem


def write(folder: Path, tag: str, *header: str) -> None:
    lines = "".join(f'"{line}\\n"\n' for line in header)
    (folder / tag).mkdir()
    text = f'msgid ""\nmsgstr ""\n{lines}\nmsgid "a"\nmsgstr "b"\n'
    (folder / tag / FILE_NAME).write_text(text, encoding="utf-8")


def test_each_is_offered_by_its_own_name_and_english_first(tmp_path: Path):
    write(tmp_path, "cy", "X-Name: Cymraeg", "X-Checked-By: ", "X-Unchecked: Heb")
    write(tmp_path, "en", "X-Name: English")
    write(
        tmp_path,
        "pl",
        "X-Name: Polski",
        "X-Checked-By: Ala Example",
        "X-Unchecked: Nie",
    )
    write(tmp_path, "xx")

    assert offered(tmp_path) == (
        Offered("en", "English", True),
        Offered("cy", "Cymraeg", False, "Heb"),
        Offered("pl", "Polski", True),
        Offered("xx", "xx", False),
    )


def test_a_broken_header_is_told(tmp_path: Path):
    (tmp_path / "cy").mkdir()
    (tmp_path / "cy" / FILE_NAME).write_text('msgid "\n', encoding="utf-8")

    with pytest.raises(Problem, match=r"i18n\.file_broken"):
        offered(tmp_path)


def test_every_language_that_we_ship_has_a_name_of_its_own():
    found = offered()

    assert len({one.name for one in found}) == len(found)
    assert all(one.name != one.tag for one in found)


def test_each_unchecked_one_says_so_in_its_own_language():
    said = [one.unchecked for one in offered() if not one.is_checked]

    assert all(said)
    assert len(set(said)) == len(said) == 4


def test_no_translation_is_called_checked_before_a_native_speaker_did():
    assert [one.tag for one in offered() if one.is_checked] == ["en"]
