"""The journey that is shown where there is no display: every screen, and all of it.

Each screen is made once in each language. In English every third is looked at in one
more size too, each time another; ``dev.py bench clipping_table`` looks at all in all.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NamedTuple

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

import coprod_desktop.gui
from coprod_desktop.gui.choosing import ChoosingScreen
from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.free_screen import FreeScreen
from coprod_desktop.gui.progress import ProgressScreen
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.showing import tour
from coprod_desktop.gui.showing.journey import Hanging, Seen, take_journey
from coprod_desktop.gui.showing.scenes import SCENES, file_name
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.showing.wards import Wards
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.i18n.pseudo import pseudo_catalogue
from coprod_desktop.model.forms import QuestionKind
from tests.gui.looks.kept_pictures import (
    FOLDER,
    IN_ARABIC,
    IN_ENGLISH,
    stale,
    taken_into,
)
from tests.gui.looks.made_up_wards import made_up_wards
from tests.gui.looks.ways import SIZES, as_it_was, faults_now, show_in

OTHER_SIZES = [one for one in SIZES if one.text_pt != 16]
NOT_SHOWN = {
    *(ChoosingScreen, FormScreen, FreeScreen),
    *(ProgressScreen, Screen, WaitingScreen),
}
"""What other screens are made of."""


class Looked(NamedTuple):
    """What was seen on a journey, where its pictures are, and what was found."""

    seen: Seen
    folder: Path
    kept: Path
    """The pictures that ``docs`` keeps, taken now."""
    faults: list[str]


@pytest.fixture(scope="module")
def wards(qapp: QApplication) -> Iterator[Wards]:
    """Made-up wards; a caret does not blink, so that pictures are the same."""
    blinks_ms = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield made_up_wards()
    qapp.setCursorFlashTime(blinks_ms)
    qapp.setStyleSheet("")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture(scope="module")
def in_english(wards: Wards, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    """The journey in English as it usually looks, and in one more size a screen."""
    folder = tmp_path_factory.mktemp("english")
    kept = tmp_path_factory.mktemp("kept")
    take = taken_into(kept, IN_ENGLISH)
    faults: list[str] = []

    def look(visitor: Visitor, scene: str) -> None:
        take(visitor, scene)
        number, other = divmod(SCENES.index(scene), 3)
        if not other:
            with as_it_was(visitor):
                size = OTHER_SIZES[number % len(OTHER_SIZES)]
                show_in(visitor, size)
                faults.extend(f"{scene}, {size.name}: {x}" for x in faults_now(visitor))

    seen = take_journey(wards, Hanging(read_catalogue("en")), folder, look)
    return Looked(seen, folder, kept, faults)


@pytest.fixture(scope="module")
def in_arabic(wards: Wards, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    """The journey in Arabic, in the biggest words and the smallest window."""
    folder = tmp_path_factory.mktemp("arabic")
    kept = tmp_path_factory.mktemp("kept-arabic")
    look = taken_into(kept, IN_ARABIC)
    hanging = Hanging(read_catalogue("ar"), (1024, 600), 48, "yellow-on-black")
    return Looked(take_journey(wards, hanging, folder, look), folder, kept, [])


def every_kind_of_screen() -> set[type[Screen]]:
    """Every screen of the program, wherever it stands."""
    package = coprod_desktop.gui
    found: set[type[Screen]] = set()
    for one in walk_packages(package.__path__, f"{package.__name__}."):
        members = inspect.getmembers(import_module(one.name), inspect.isclass)
        found |= {kind for _, kind in members if issubclass(kind, Screen)}
    return found - NOT_SHOWN


LONG = pytest.mark.timeout(900)
"""Every screen is made, on a computer that is busy."""


@LONG
def test_the_journey_takes_a_picture_of_every_screen_and_keeps_a_paper(
    in_english: Looked,
):
    folder = in_english.folder
    assert sorted(one.name for one in folder.glob("*.png")) == sorted(
        file_name(scene) for scene in SCENES
    )
    papers = list(folder.glob("*.pdf"))
    assert len(papers) == 1
    assert papers[0].read_bytes().startswith(b"%PDF")
    assert "sam" not in papers[0].name.lower()


@LONG
def test_every_kind_of_screen_is_on_the_journey(in_english: Looked):
    names = {one.__name__ for one in every_kind_of_screen() - in_english.seen.screens}

    assert names == set()


def test_every_kind_of_question_is_on_the_journey():
    scenes = {f"question-{one.removeprefix('choose_')}" for one in QuestionKind}

    assert scenes <= set(SCENES)


@LONG
def test_in_usual_words_nothing_is_cut_off_or_out_of_reach(in_english: Looked):
    assert in_english.seen.cut == ()


@LONG
def test_up_to_three_times_as_big_nothing_is_cut_off_or_out_of_reach(
    in_english: Looked,
):
    assert in_english.faults == []


@LONG
def test_the_screens_in_docs_are_those_of_today(in_english: Looked, in_arabic: Looked):
    found = [
        *stale(in_english.kept, FOLDER, tuple(IN_ENGLISH)),
        *stale(in_arabic.kept, FOLDER, tuple(IN_ARABIC)),
    ]

    assert [str(one) for one in found] == []
    assert {one.stem for one in FOLDER.glob("*.png")} == {*IN_ENGLISH, *IN_ARABIC}


@LONG
def test_every_screen_can_be_used_in_big_words_and_mirrored(in_arabic: Looked):
    assert_whole(in_arabic.seen, (1024, 600))


@LONG
def test_every_screen_has_room_for_longer_words(wards: Wards, tmp_path: Path):
    words = pseudo_catalogue(read_catalogue("en"))

    seen = take_journey(wards, Hanging(words, (1024, 600), 32, "dark"), tmp_path)

    assert_whole(seen, (1024, 600))


def assert_whole(seen: Seen, size_px: tuple[int, int]) -> None:
    assert seen.cut == ()
    assert seen.headings.keys() == set(SCENES)
    assert {one.name for one in seen.pictures} == {file_name(one) for one in SCENES}
    sizes = {QImage(str(one)).size() for one in seen.pictures}
    assert sizes == {QSize(*size_px)}


def test_the_tour_tells_where_its_pictures_and_its_paper_are(
    tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "pictures"

    def take(_: object, hanging: Hanging, place: Path) -> Seen:
        place.mkdir()
        (place / "paper.pdf").write_bytes(b"%PDF")
        assert hanging.words.language == "en"
        return Seen((place / "2.png", place / "1.png"), (), {})

    monkeypatch.setattr(tour, "take_journey", take)

    status = tour.take_tour(None, folder)  # type: ignore[arg-type]

    assert status == 0
    told = capsys.readouterr().out.splitlines()
    assert told == ["1.png", "2.png", "paper.pdf", str(folder.resolve())]
