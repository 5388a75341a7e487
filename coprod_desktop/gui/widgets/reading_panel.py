"""Choosing how one likes to read, in pictures. The whole program follows at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.content.themes import theme_ids
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.sample import (
    FONT,
    LETTERS,
    LINES,
    PAPER,
    PARAGRAPHS,
    PICTURES,
    THEME,
    WORDS,
)
from coprod_desktop.i18n.offered import offered
from coprod_desktop.model.reading import (
    AS_COMPUTER,
    FONTS,
    LETTERS_PCT,
    LINES_PCT,
    PARAGRAPHS_PCT,
    PICTURES_PCT,
    PRINT_SIZES,
    TONES,
    WAITS_TIMES,
    WORDS_PCT,
)

Ways = tuple[str, tuple[str | int, ...]]
"""The samples of a field of ``Reading``, and what it can be; some have no sample."""


class ReadingPanel(QWidget):
    """Colours, space and pictures: each choice shows what it does."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.grids: dict[str, ChoiceGrid] = {}
        """By the field of ``Reading`` that each chooses."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._offered = offered()
        self._ways: dict[str, Ways] = {
            "theme": (THEME, (*theme_ids(), AS_COMPUTER)),
            "pictures_pct": (PICTURES, PICTURES_PCT),
            "font": (FONT, FONTS),
            "lines_pct": (LINES, LINES_PCT),
            "paragraphs_pct": (PARAGRAPHS, PARAGRAPHS_PCT),
            "words_pct": (WORDS, WORDS_PCT),
            "letters_pct": (LETTERS, LETTERS_PCT),
            "tone": ("", TONES),
            "waits_times": ("", WAITS_TIMES),
            "print_size": (PAPER, PRINT_SIZES),
        }
        if len(self._offered) > 1:
            self._add_languages()
        for field in self._ways:
            self._add(field)
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    def _add(self, field: str) -> None:
        title = self._stage.words.text(f"reading.{field}")
        grid = ChoiceGrid(self._stage, self._options(field), title, columns=4)
        grid.picked.connect(lambda picked: self._on_grid_picked(field, picked))
        self.grids[field] = grid
        self._column.addWidget(Heading(title, 2))
        if field == "waits_times":
            said = self._stage.words.text("reading.waits_help")
            self._column.addWidget(text_label(said))
        self._column.addWidget(grid)

    def _add_languages(self) -> None:
        """Let a language be chosen, each under its own name."""
        words = self._stage.words
        title = words.text("reading.language")
        self.languages = ChoiceGrid(self._stage, self._tongues(), title, columns=4)
        self.languages.picked.connect(self._on_language_picked)
        self._column.addWidget(Heading(title, 2))
        self._column.addWidget(self.languages)
        unchecked = [one.name for one in self._offered if not one.is_checked]
        if unchecked:
            said = words.text("reading.not_checked", languages=", ".join(unchecked))
            self._column.addWidget(text_label(said, "body"))

    def _tongues(self) -> tuple[OptionView, ...]:
        spoken = self._stage.words.language
        return tuple(
            OptionView(one.tag, one.name, None, one.tag == spoken)
            for one in self._offered
        )

    def _on_language_picked(self, tag: str) -> None:
        board = self._stage.board
        board.read_as(board.reading._replace(language=tag))

    def _options(self, field: str) -> tuple[OptionView, ...]:
        sample, ways = self._ways[field]
        now = getattr(self._stage.board.reading, field)
        return tuple(
            OptionView(
                str(one),
                self._words(field, one),
                f"{sample}{one}" if sample else None,
                one == now,
            )
            for one in ways
        )

    def _words(self, field: str, way: str | int) -> str:
        if field == "theme":
            return self._stage.words.text(f"theme.{way}")
        step = f"{field}_{way}"
        return self._stage.words.text(f"reading.{step}")

    def _on_grid_picked(self, field: str, picked: str) -> None:
        board = self._stage.board
        way: Any = next(one for one in self._ways[field][1] if str(one) == picked)
        board.read_as(board.reading._replace(**{field: way}))

    def _on_board_changed(self) -> None:
        self._column.setSpacing(self._stage.look.below_px())
        for field, grid in self.grids.items():
            grid.show_options(self._options(field))
