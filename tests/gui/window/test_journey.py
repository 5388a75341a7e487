"""The journey that is shown where there is no display."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.showing.journey import Hanging, take_journey
from coprod_desktop.gui.showing.scenes import SCENES, file_name
from coprod_desktop.gui.showing.tour import take_tour
from coprod_desktop.gui.showing.wards import Wards
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.i18n.pseudo import pseudo_catalogue
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE, make_example
from tests.fakes import FakeClock, fake_world


@pytest.fixture
def wards(qapp: QApplication, clock: FakeClock):
    world = fake_world(clock, "journey")
    yield Wards(
        lambda place: Doorway(place, world),
        lambda place: make_example(place, world),
        clock,
        PASSPHRASE,
    )
    qapp.setStyleSheet("")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_tour_leaves_a_picture_of_every_screen_and_a_paper(
    wards: Wards, tmp_path: Path, capsys
):
    folder = tmp_path / "pictures"

    status = take_tour(wards, folder)

    assert status == 0
    assert sorted(one.name for one in folder.glob("*.png")) == sorted(
        file_name(scene) for scene in SCENES
    )
    papers = list(folder.glob("*.pdf"))
    assert len(papers) == 1
    assert papers[0].read_bytes().startswith(b"%PDF")
    assert "sam" not in papers[0].name.lower()
    assert capsys.readouterr().out.splitlines()[-1] == str(folder.resolve())


@pytest.mark.timeout(600)  # every screen, in big words, on a computer that is busy
@pytest.mark.parametrize(
    ("language", "size_px", "text_pt", "theme"),
    [("ar", (1024, 600), 48, "yellow-on-black"), ("pseudo", (1024, 600), 32, "dark")],
)
def test_every_screen_can_be_used_in_big_words_and_mirrored(
    wards: Wards, tmp_path: Path, language, size_px, text_pt, theme
):
    if language == "pseudo":
        words = pseudo_catalogue(read_catalogue("en"))
    else:
        words = read_catalogue(language)

    seen = take_journey(wards, Hanging(words, size_px, text_pt, theme), tmp_path)

    taken = seen.pictures
    assert seen.cut == ()
    assert seen.headings.keys() == set(SCENES)
    assert {one.name for one in taken} == {file_name(scene) for scene in SCENES}
    sizes = {(image.width(), image.height()) for image in map(QImage, map(str, taken))}
    assert sizes == {size_px}
