"""The recovery code on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtPdf import QPdfDocument

from coprod_desktop.gui.look import load_fonts
from coprod_desktop.gui.recovery_sheet import print_sheet, recovery_sheet
from coprod_desktop.gui.screens.set_up_code import SetUpCodeScreen
from coprod_desktop.gui.set_up import SetUpStep, ToSetUpStep
from coprod_desktop.gui.showing.stand_in import StandIn
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.problem import Problem
from tests.gui.window.conftest import Visits

CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-ABCD"


class WithPrinter(StandIn):
    """A printer that is a file."""

    def has_printer(self):
        return True

    def printer(self, parent, title):
        return QPdfWriter(str(self.folder / "printed.pdf"))


def words_of(file: Path) -> str:
    document = QPdfDocument()
    document.load(str(file))
    assert document.pageCount() == 1
    return document.getAllText(0).text()


def test_every_group_of_the_code_and_the_ward_stand_on_the_page(
    visits: Visits, tmp_path: Path
):
    visitor = visits(tmp_path / "new")
    visitor.program.routes._asking = WithPrinter(tmp_path)
    visitor.program.window.go(ToSetUpStep(SetUpStep.WELCOME))
    set_up = visitor.program.routes._set_up
    assert set_up is not None
    set_up._asking = WithPrinter(tmp_path)
    set_up.so_far.note(ward="Larch Ward")
    visitor.program.window.go(ToSetUpStep(SetUpStep.CODE))
    screen = visitor.on(SetUpCodeScreen)

    visitor.press(visitor.words("set_up.code.print"))

    printed = words_of(tmp_path / "printed.pdf")
    assert all(group in printed for group in screen.code.split("-"))
    assert "Larch Ward" in printed
    assert visitor.words("set_up.code.printed") in [
        one.text() for one in screen.findChildren(PlainLabel)
    ]


@pytest.mark.parametrize("has_printer", [True, False])
def test_nobody_has_to_choose_a_printer_and_without_one_that_is_told(
    visits: Visits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_printer: bool
):
    monkeypatch.setattr(StandIn, "has_printer", lambda _: has_printer)
    visitor = visits(tmp_path / "new")
    visitor.program.window.go(ToSetUpStep(SetUpStep.CODE))

    visitor.press(visitor.words("set_up.code.print"))

    screen = visitor.on(SetUpCodeScreen)
    shown = [one.text() for one in screen.findChildren(PlainLabel)]
    assert not screen.status.words
    assert (visitor.words("paper.no_printer") in shown) is not has_printer


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(visits: Visits, tmp_path: Path, qapp):
    look = visits(tmp_path / "new").program.stage.look
    load_fonts()
    device = QPdfWriter(str(tmp_path / "no such folder" / "printed.pdf"))
    sheet = recovery_sheet(read_catalogue("en"), "Larch Ward", CODE)

    with pytest.raises(Problem) as told:
        print_sheet(sheet, device, look)

    assert told.value.key == "set_up.code.not_printed"


def test_the_code_stands_in_lines_of_three_groups():
    sheet = recovery_sheet(read_catalogue("en"), "Larch Ward", CODE)

    assert sheet.code_lines == (CODE[:14], CODE[15:29], CODE[30:])
    assert "ABCD" not in repr(sheet)
