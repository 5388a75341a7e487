"""A paper is saved under a password, which is typed twice and never kept."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.paper_source import PaperSource
from coprod_desktop.gui.password_panel import PasswordPanel
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.problem import Problem

SECRET = "five slow green boats"


class Saving(Asking):
    """Chooses a file in a person's place."""

    __slots__ = ("file",)

    def __init__(self, file: Path | None) -> None:
        self.file = file

    def file_to_save(self, parent: object, title: str, name: str) -> Path | None:
        return self.file


class Kept:
    """What was kept, and under which password."""

    def __init__(self) -> None:
        self.saved: list[tuple[Path, str]] = []
        self.trouble = ""

    def keep(self, file: Path, password: str = "") -> Path:
        if self.trouble:
            raise Problem(self.trouble)
        self.saved.append((file, password))
        return file


def blank_pdf() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    found = io.BytesIO()
    pdf.save(found)
    return found.getvalue()


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def screen(qtbot: QtBot, stage: Stage, kept: Kept, tmp_path: Path) -> PaperScreen:
    source = PaperSource(
        "Your paper",
        "",
        "back",
        blank_pdf,
        lambda: "paper.pdf",
        kept.keep,
        stage.words.explain,
        keep_locked=kept.keep,
        suggest=lambda: "7f3k-9qwd-2m8x-hcpt",
    )
    made = PaperScreen(stage, source, Saving(tmp_path / "paper.pdf"))
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    qtbot.waitUntil(lambda: made.pages is not None)
    return made


def sees(screen: PaperScreen, words: str) -> bool:
    labels = screen.findChildren(QLabel)
    return any(words in one.text() for one in labels if one.isVisible())


def ask(screen: PaperScreen) -> None:
    screen.frame.outs[1].run()


def type_in(screen: PaperScreen, first: str, second: str) -> None:
    assert screen.panel is not None
    screen.panel.pair.first.field.box.setText(first)
    screen.panel.pair.second.field.box.setText(second)
    screen.panel.save.click()


def test_what_a_password_does_is_said_before_it_is_typed(screen: PaperScreen):
    ask(screen)

    assert isinstance(screen.panel, PasswordPanel)
    assert sees(screen, "The file will ask for this password each time")
    assert sees(screen, "It is not kept here.")
    assert sees(screen, "is not PDF/A")


def test_the_paper_is_saved_under_what_was_typed_twice(
    screen: PaperScreen, kept: Kept, tmp_path: Path
):
    ask(screen)

    type_in(screen, SECRET, SECRET)

    assert kept.saved == [(tmp_path / "paper.pdf", SECRET)]
    assert sees(screen, "Whoever has the file and its password can read it.")
    assert screen.panel is None


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        ("short", "short", "12"),
        ("a" * 12, "a" * 12, "easy to guess"),
        (SECRET, "five slow green cars", "not the same"),
    ],
)
def test_what_will_not_do_is_told_beside_the_field(
    screen: PaperScreen, kept: Kept, first: str, second: str, says: str
):
    ask(screen)

    type_in(screen, first, second)

    assert kept.saved == []
    assert screen.panel is not None
    shown = [one.text() for one in screen.panel.findChildren(QLabel)]
    assert any(says in one for one in shown), shown


def test_a_suggested_password_can_be_read_and_is_saved(screen: PaperScreen, kept: Kept):
    ask(screen)
    assert screen.panel is not None

    screen.panel.idea.click()

    assert screen.panel.pair.first.is_readable
    screen.panel.save.click()
    assert [password for _, password in kept.saved] == ["7f3k-9qwd-2m8x-hcpt"]


def test_what_cannot_be_saved_is_told_and_can_be_tried_again(
    screen: PaperScreen, kept: Kept
):
    ask(screen)
    kept.trouble = "workspace.export_no_space"

    type_in(screen, SECRET, SECRET)

    assert kept.saved == []
    assert screen.panel is not None
    kept.trouble = ""
    screen.panel.save.click()
    assert len(kept.saved) == 1


def test_leaving_or_asking_again_forgets_what_was_typed(screen: PaperScreen):
    ask(screen)
    assert screen.panel is not None
    first = screen.panel.pair.first
    first.field.box.setText(SECRET)

    ask(screen)

    assert first.text() == ""
    screen.panel.pair.first.field.box.setText(SECRET)
    screen.left()
    assert screen.panel.pair.first.text() == ""


def test_saving_without_a_password_is_as_before(screen: PaperScreen, kept: Kept):
    screen.frame.outs[0].run()

    assert [password for _, password in kept.saved] == [""]
    assert sees(screen, "Anybody who can open that folder can read it.")


def test_a_letter_offers_no_password(qtbot: QtBot, stage: Stage, kept: Kept):
    source = PaperSource(
        "A letter",
        "",
        "back",
        blank_pdf,
        lambda: "letter.pdf",
        kept.keep,
        stage.words.explain,
    )
    screen = PaperScreen(stage, source, Saving(None))
    qtbot.addWidget(screen)
    qtbot.waitUntil(lambda: screen.pages is not None)

    assert len(screen.frame.outs) == 1
