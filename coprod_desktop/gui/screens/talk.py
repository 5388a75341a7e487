"""Talk cards: which part of the form to talk about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.chosen_places import ToTalkCard
from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.going import going
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToParts
from coprod_desktop.gui.screen import Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.talk_deck import deck
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


class TalkScreen(FormScreen):
    """The parts that have cards, each as a tile, and the whole form."""

    def __init__(self, stage: Stage, opened: Opened) -> None:
        words = stage.words
        super().__init__(
            stage,
            opened,
            Frame(
                words.text("talk.title"),
                "talk",
                ToParts(),
                help=words.text("talk.help"),
                private=words.text("private.unshared"),
            ),
        )
        self.tiles: list[Tile] = []
        holder = QWidget()
        tiles = WrapLayout(holder, columns=2)
        headings = opened.document.words.sections
        form = opened.document.form
        parts = [
            (one.section.id, headings[one.section.id], one.section.picture)
            for one in opened.document.parts()
        ]
        if len(parts) > 1:
            parts.append(("", words.text("talk.all"), form.template.picture))
        for part, title, picture in parts:
            count = len(deck(opened, part))
            if count:
                said = words.text("talk.count", count=count)
                view = TileView(title, status=said, picture=picture)
                tile = Tile(stage, view, going(self, ToTalkCard(part, 0)))
                self.tiles.append(tile)
                tiles.addWidget(tile)
        self.body.addWidget(holder)
        if not self.tiles:
            self.body.addWidget(SaidLine(stage, words.text("talk.none"), "write"))
        self.body.addStretch(1)
