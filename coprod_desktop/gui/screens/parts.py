"""The parts of a form and how far each question is, in any order."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from coprod_desktop.gui.chosen_places import ToTalk
from coprod_desktop.gui.going import going
from coprod_desktop.gui.lock_places import ToHandOver
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import (
    ToCheck,
    ToHome,
    ToPaper,
    ToParts,
    ToPick,
    ToQuestion,
    ToReadBack,
    ToSheet,
)
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.sheet_places import ToKeepPhotograph, ToPhotographs
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.flowing import Flowing
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.said import WayOut
from coprod_desktop.workspace.cards import Card, Part, Row, RowState
from coprod_desktop.workspace.pens import copying_pens

_STATES = {
    RowState.EMPTY: "parts.not_started",
    RowState.DRAFT: "parts.not_shared",
    RowState.SHARED: "parts.done",
    RowState.WAY_OUT: "parts.declined",
    RowState.OTHERS: "parts.others",
}

_WAYS_OUT = {
    WayOut.DECLINED: "parts.declined",
    WayOut.LATER: "parts.later",
    WayOut.DONT_KNOW: "parts.dont_know",
}


class PartsScreen(Screen):
    """Every question of a form as a tile that says in words how far it is."""

    def __init__(self, stage: Stage, opened: Opened) -> None:
        form = opened.document.form
        words = stage.words
        super().__init__(
            stage,
            Frame(
                form.words.title,
                form.template.picture,
                ToHome(),
                help=words.text("parts.help"),
                private=words.text("private.unshared"),
            ),
        )
        self._opened = opened
        self._tiles: dict[str, Tile] = {}
        self._show_waiting()
        self._offer_cards()
        for part in opened.document.parts():
            self._show_part(part)
        self._offer_sheets()
        self.body.addStretch(1)
        self.set_main(self._main())
        self.set_outs(self._outs())

    def focus_first(self) -> None:
        """Put the focus on the question that was open last, else on the first."""
        tile = self._tiles.get(self._opened.document.place)
        if tile is None:
            super().focus_first()
            return
        tile.setFocus()
        self.hear_private_first()
        self.area.show_whole(tile)

    def _offer_sheets(self) -> None:
        """Lead to what was written by hand: to typing it in, and to photographs."""
        opened = self._opened
        ways: list[tuple[str, str, object]] = []
        if copying_pens(opened.pens(), opened.patient_id):
            ways.append(("sheet.open", "paper", ToSheet()))
        elif opened.has_pen(opened.patient_id):
            ways.append(("photograph.open", "camera", ToKeepPhotograph()))
        if opened.document.sheets.are_photographed:
            ways.append(("photograph.open_all", "camera", ToPhotographs()))
        for key, picture, place in ways:
            said, run = self.stage.words.text(key), going(self, place)
            button = BigButton(self.stage, said, picture, "quiet", run)
            self.body.addLayout(in_a_row(button))

    def _main(self) -> Action:
        words, rows = self.stage.words, self._rows()
        start = self._opened.document.place
        if start not in {row.question.id for row in rows}:
            start = rows[0].question.id
            return Action(
                words.text("parts.start"), "next", going(self, ToQuestion(start))
            )
        if all(row.state is not RowState.EMPTY for row in rows):
            return Action(words.text("parts.check"), None, going(self, ToCheck()))
        return Action(
            words.text("parts.carry_on"), "next", going(self, ToQuestion(start))
        )

    def _outs(self) -> tuple[Action, ...]:
        words, rows = self.stage.words, self._rows()
        outs = [
            Action(words.text("parts.check"), None, going(self, ToCheck())),
            Action(words.text("parts.paper"), None, going(self, ToPaper())),
            Action(words.text("question.hand_over"), None, going(self, ToHandOver())),
        ]
        if all(row.state is not RowState.EMPTY for row in rows):
            outs.pop(0)
        if self._opened.document.form.template.has_short:
            pick = words.text("parts.pick")
            outs.insert(0, Action(pick, None, going(self, ToPick())))
        return tuple(outs)

    def _rows(self) -> tuple[Row, ...]:
        parts = self._opened.document.parts()
        return tuple(row for part in parts for row in part.rows)

    def _show_waiting(self) -> None:
        """Offer to read back what waits for somebody who is here."""
        first: dict[str, Card] = {}
        for card in self._opened.document.reading_back.waiting():
            first.setdefault(card.voice, card)
        for card in first.values():
            place = ToReadBack(card.question, card.voice, ToParts())
            words = self.stage.words.text("parts.read_back", name=card.person.name)
            button = BigButton(self.stage, words, "hear", "quiet", going(self, place))
            self.body.addWidget(button)

    def _offer_cards(self) -> None:
        """Offer to answer with pictures, one at a time."""
        words = self.stage.words.text("talk.open")
        button = BigButton(self.stage, words, "talk", "quiet", going(self, ToTalk()))
        self.body.addLayout(in_a_row(button))

    def _show_part(self, part: Part) -> None:
        form = self._opened.document.words
        look = self.stage.look
        row = QHBoxLayout()
        row.setSpacing(look.gap_px)
        picture = Picture(self.stage.pictures, part.section.picture, 0)
        picture.grow_with(self.stage.board, lambda look: round(look.part_px * 1.3))
        row.addWidget(picture)
        row.addWidget(Heading(form.sections[part.section.id], 2), 1)
        self.body.addLayout(row)
        holder = Flowing()
        tiles = WrapLayout(holder, columns=2)
        for one in part.rows:
            tiles.addWidget(self._tile(one))
        self.body.addWidget(holder)

    def _tile(self, row: Row) -> Tile:
        question = row.question
        view = TileView(
            self._opened.prompt(question.id),
            status=self._state(row),
            picture=question.picture,
        )
        tile = Tile(self.stage, view, going(self, ToQuestion(question.id)))
        self._tiles[question.id] = tile
        return tile

    def _state(self, row: Row) -> str:
        words = self.stage.words
        state = words.text(self._state_key(row))
        if row.is_waiting:
            return words.text("parts.and_waiting", state=state)
        if row.is_new:
            return words.text("parts.and_news", state=state)
        if row.question.id == self._opened.document.place:
            return words.text("parts.and_here", state=state)
        return state

    def _state_key(self, row: Row) -> str:
        patient = self._opened.document.patient.id
        for card in self._opened.document.cards(row.question.id):
            if card.voice == patient and card.said.way_out is not None:
                return _WAYS_OUT[WayOut(card.said.way_out.option)]
        return _STATES[row.state]
