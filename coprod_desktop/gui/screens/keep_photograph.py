"""Keeping a photograph or scan of a sheet: whose it is, how it looks, then for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.decoding import decoded
from coprod_desktop.gui.going import going
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.photograph_view import PhotographView
from coprod_desktop.gui.places import ToParts, ToSheet
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.sheet_places import ToPhotographs
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.whose_words import names_in_a_row
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.pens import copying_pens
from coprod_desktop.workspace.photographs import file_at

if TYPE_CHECKING:
    from pathlib import Path

    from coprod_desktop.gui.asking import Asking

KINDS = "*.jpg *.jpeg *.png *.pdf *.JPG *.JPEG *.PNG *.PDF"


class KeepPhotographScreen(WaitingScreen):
    """The code first; then the file; then a look at it. Only then is it kept."""

    def __init__(
        self, stage: Stage, opened: Opened, asking: Asking, code: str = ""
    ) -> None:
        text = stage.words.text
        super().__init__(
            stage,
            Frame(
                text("photograph.title"),
                "camera",
                ToParts(),
                main=Action(text("photograph.choose"), "folder", self._choose),
                help=text("photograph.help"),
            ),
        )
        self._opened, self._asking = opened, asking
        self._content = b""
        self.field = LineField(text("sheet.code"), text("sheet.code_says"), longest=24)
        self.field.set_text(code)
        self.field.entered.connect(self._choose)
        self.field.changed.connect(self._forget)
        self.body.addWidget(self.field)
        for said in (self._who_sees(), text("photograph.for_good")):
            self.body.addWidget(text_label(said, "strong"))
        self.body.addWidget(text_label(text("photograph.place")))
        self.view: PhotographView | None = None
        self._looked: QWidget | None = None
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Stand on the line for the code; where it is known, on choosing a file."""
        if self.field.text():
            self.focus_main()
        else:
            self.field.setFocus()

    def _who_sees(self) -> str:
        people = self._opened.document.sharing.audience()
        words = self.stage.words
        return words.text(
            "photograph.seen_by", names=names_in_a_row(words, (p.name for p in people))
        )

    # --- Choosing -------------------------------------------------------------------

    def _choose(self) -> None:
        """Ask whose sheet it is before any file is asked for."""
        self._forget()
        self.hide_notice()
        try:
            self._opened.document.sheets.questions(self.field.text())
        except Problem as problem:
            self.field.show_error(self.sentence(problem))
            self.field.setFocus()
            return
        self.field.show_error("")
        title = self.stage.words.text("photograph.choose")
        self._asking.open_one(self, title, KINDS, self._read)

    def _read(self, place: Path) -> None:
        def read() -> tuple[bytes, QImage]:
            content = file_at(place)
            return content, decoded(content)

        saying = self.stage.words.text("photograph.reading")
        self.wait_for(saying, read, self._look_at, self.show_problem)

    def _look_at(self, found: tuple[bytes, QImage]) -> None:
        text = self.stage.words.text
        self._content, image = found
        self._looked = QWidget()
        column = QVBoxLayout(self._looked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.stage.look.gap_px)
        column.addWidget(Heading(text("photograph.right"), 2))
        for question in self._opened.document.sheets.questions(self.field.text()):
            column.addWidget(text_label(self._opened.prompt(question)))
        said = text("photograph.not_kept_said")
        self.view = PhotographView(self.stage, said, lambda: image)
        self.view.shown.connect(partial(self.bring_into_view, self.view))
        column.addWidget(self.view)
        self._place.addWidget(self._looked)
        self._looked.show()
        self.set_main(Action(text("photograph.keep"), "safe", self._keep))
        self.set_outs((Action(text("photograph.another"), "folder", self._choose),))
        self.focus_main()

    def _forget(self) -> None:
        """Take away what was looked at: it was not kept."""
        self._content = b""
        if self._looked is not None:
            self._place.removeWidget(self._looked)
            discard(self._looked)
            self._looked = self.view = None
            text = self.stage.words.text
            self.set_main(Action(text("photograph.choose"), "folder", self._choose))
            self.set_outs(())

    # --- Keeping --------------------------------------------------------------------

    def _keep(self) -> None:
        code, content = self.field.text(), self._content
        keep = self._opened.document.sheets.photographs.keep
        saying = self.stage.words.text("photograph.keeping")
        self.wait_for(
            saying,
            lambda: keep(code, content),
            self._on_photograph_kept,
            self._on_keeping_failed,
        )

    def _on_keeping_failed(self, problem: Problem) -> None:
        # Waiting brought back another main action than this one.
        text = self.stage.words.text
        self.set_main(Action(text("photograph.keep"), "safe", self._keep))
        self.show_problem(problem)

    def _on_photograph_kept(self, _: None) -> None:
        code, text = self.field.text(), self.stage.words.text
        self._forget()
        self.field.hide()
        self.show_notice(text("photograph.kept"), "good")
        look = Action(text("photograph.look"), "camera", going(self, ToPhotographs()))
        if copying_pens(self._opened.pens(), self._opened.patient_id):
            copy = going(self, ToSheet(code))
            self.set_main(Action(text("photograph.type"), "write", copy))
            self.set_outs((look,))
        else:
            self.set_main(look)
