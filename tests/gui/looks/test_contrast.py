"""In every theme words have 7:1, and borders, pictures and rings 3:1, as drawn.

``pytest tests/gui/looks/test_contrast.py -s`` prints what was measured.
"""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.content.themes import Theme, read_theme, theme_ids
from coprod_desktop.gui.look import EDGE_PX
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.statement_card import StatementCard
from coprod_desktop.gui.widgets.tile import Tile
from coprod_desktop.model.people import VoiceKind
from tests.gui.looks.contrasts import (
    MADE_ANEW,
    PAGE,
    all_of,
    first,
    of_pictures,
    page,
    shown,
    stale_lines,
)
from tests.gui.looks.drawn import between, drawn, place_of
from tests.gui.looks.measuring import (
    PARTS,
    TEXT,
    Measure,
    no_pictures,
    no_words,
    of_button,
)

THEMES = pytest.mark.parametrize("theme", theme_ids())


def on_screen(qtbot: QtBot, stage: Stage, theme: Theme) -> Screen:
    found = shown(stage, theme)
    qtbot.addWidget(found)
    return found


def told(theme: str, measures: list[Measure]) -> list[Measure]:
    """Print what was measured, and return what is not enough."""
    print(f"\n{theme}")
    for one in measures:
        sign = " " if one.is_enough else "!"
        what = f"{one.what}, {one.state}"
        print(f"{sign} {what:44} {one.part:14} {one.found:6.2f}  of {one.least:g}")
    return [one for one in measures if not one.is_enough]


@THEMES
def test_all_that_is_drawn_is_easy_to_see_in_every_state(
    qtbot: QtBot, stage: Stage, theme: str
):
    screen = on_screen(qtbot, stage, read_theme(theme))

    measures = all_of(screen)

    assert told(theme, measures) == []
    assert stale_lines(theme, measures, PAGE.read_text("utf-8")) == [], MADE_ANEW
    assert len(measures) > 100
    voices = {one.what for one in measures if one.what.startswith("card")}
    assert len(voices) == len(VoiceKind)


@THEMES
def test_every_picture_can_be_told_from_all_that_it_stands_on(stage: Stage, theme: str):
    measures = of_pictures(stage, read_theme(theme))

    assert told(theme, measures) == []
    assert stale_lines(theme, measures, PAGE.read_text("utf-8")) == [], MADE_ANEW


def test_a_picture_of_one_colour_is_drawn_like_the_words_on_the_main_button(
    qtbot: QtBot, stage: Stage
):
    yellow = read_theme("yellow-on-black")
    stage.board.set_look(stage.look._replace(theme=yellow))

    with_picture, without = (
        shown_ink(qtbot, BigButton(stage, "Go", picture, "main"))
        for picture in ("saved", None)
    )

    assert with_picture > without + 40


def shown_ink(qtbot: QtBot, button: BigButton) -> int:
    """Count what is drawn in the colour of the main button's words."""
    qtbot.addWidget(button)
    button.show()
    image = button.grab().toImage()
    ink = button._stage.look.colour("accent_text").rgb()
    return sum(
        image.pixel(x, y) == ink
        for x in range(image.width())
        for y in range(8, image.height() - 8)
    )


@THEMES
def test_every_voice_has_a_border_of_its_own_without_its_colours(
    qtbot: QtBot, stage: Stage, theme: str
):
    screen = on_screen(qtbot, stage, read_theme(theme))

    shapes = {
        card.view.kind: shape_of(screen, card)
        for card in screen.findChildren(StatementCard)
    }

    assert set(shapes) == set(VoiceKind)
    assert len(set(shapes.values())) == len(VoiceKind)


def test_colours_that_are_too_weak_are_noticed(qtbot: QtBot, stage: Stage):
    paper = read_theme()
    grey = paper.colours.border
    weak = paper.colours._replace(text=grey, border=paper.colours.notice)
    screen = on_screen(qtbot, stage, paper._replace(colours=weak))

    [words, border_of_it] = of_button(screen, first(screen, Tile), "tile", "plain")

    assert not words.is_enough
    assert not border_of_it.is_enough


def test_a_table_of_contrast_that_is_no_longer_so_is_noticed():
    measures = [Measure("tile", "plain", "words", 9.0, TEXT)]
    kept = page({"paper": measures})
    others = [one._replace(found=8.0) for one in measures]
    more = [*measures, Measure("tile", "plain", "border", 4.0, PARTS)]

    assert stale_lines("paper", measures, kept) == []
    assert len(stale_lines("paper", others, kept)) == 1
    assert len(stale_lines("paper", more, kept)) == 1
    assert len(stale_lines("dark", measures, kept)) == 1


def shape_of(screen: Screen, card: StatementCard) -> tuple[str, ...]:
    """Return where a card's border has ink, without its colours."""
    with no_words(), no_pictures():
        seen = drawn(screen, place_of(card, screen))
    inside = seen[seen.width // 2, seen.height - 20]
    grounds_of_it = (seen[0, seen.height // 2], inside)
    return tuple(
        "".join(
            "#" if min(between(seen[x, y], one) for one in grounds_of_it) > 2 else "."
            for x in range(60, 260)
        )
        for y in range(EDGE_PX - 1, EDGE_PX + 14)
    )
