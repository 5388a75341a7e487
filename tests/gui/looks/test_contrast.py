"""In every theme words have 7:1, and borders, pictures and rings 3:1, as drawn.

``pytest tests/gui/looks/test_contrast.py -s`` prints what was measured.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.content.pictures import meanings
from coprod_desktop.content.themes import Theme, read_theme, theme_ids
from coprod_desktop.gui.look import EDGE_PX
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton, Kind
from coprod_desktop.gui.widgets.choice_grid import OptionButton
from coprod_desktop.gui.widgets.notice import Notice, NoticeKind
from coprod_desktop.gui.widgets.pen_bar import PenButton
from coprod_desktop.gui.widgets.pin_dots import PinDots
from coprod_desktop.gui.widgets.pin_pad import PinPad
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.gui.widgets.plate import PRESSED
from coprod_desktop.gui.widgets.pressable import Pressable
from coprod_desktop.gui.widgets.statement_card import StatementCard
from coprod_desktop.gui.widgets.tile import Tile
from coprod_desktop.model.people import VoiceKind
from tests.gui.looks.drawn import between, drawn, place_of
from tests.gui.looks.measuring import (
    PARTS,
    STATES,
    Measure,
    border,
    no_pictures,
    no_words,
    of_box,
    of_button,
    of_labels,
    of_ring,
    on_ground,
    outline,
)
from tests.gui.widgets.sheet import sheet

KINDS: tuple[Kind, ...] = ("main", "plain", "quiet", "out", "bar")
NOTICES: tuple[NoticeKind, ...] = ("calm", "problem", "good", "private")


THEMES = pytest.mark.parametrize("theme", theme_ids())


def shown(qtbot: QtBot, stage: Stage, theme: Theme) -> Screen:
    """One of every widget, in a theme, in a window so tall that all can be seen."""
    stage.board.set_look(stage.look._replace(theme=theme))
    found = sheet(stage)
    for kind in KINDS:
        found.body.addWidget(BigButton(stage, f"A {kind} button", "print", kind))
    for said in NOTICES:
        found.body.addWidget(Notice(stage, "This is what it says.", said))
    for role in ("quiet", "strong", "part", "status", "bar", "words"):
        found.body.addWidget(PlainLabel("Some words to read", role))
    found.body.addWidget(PinPad(stage, "Your PIN", 6))
    qtbot.addWidget(found)
    found.resize(1366, 5200)
    found.show()
    settle()
    return found


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


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
    screen = shown(qtbot, stage, read_theme(theme))

    measures = [
        *of_buttons(screen),
        *of_labels(screen, PlainLabel),
        *of_written(screen),
        *of_edges(screen),
        *of_rings(screen),
        *of_bars(screen),
    ]

    assert told(theme, measures) == []
    assert len(measures) > 100
    voices = {one.what for one in measures if one.what.startswith("card")}
    assert len(voices) == len(VoiceKind)


@THEMES
def test_every_picture_can_be_told_from_all_that_it_stands_on(stage: Stage, theme: str):
    stage.board.set_look(stage.look._replace(theme=read_theme(theme)))
    outlines = {
        meaning: outline(stage.pictures.pixmap(meaning, 32))
        for meaning in sorted(meanings())
    }

    measures = []
    for name, ground in grounds(read_theme(theme)).items():
        found = {one: on_ground(line, ground) for one, line in outlines.items()}
        worst = min(found, key=lambda one: found[one])
        said = f"{worst} on {name}"
        measures.append(Measure(said, "plain", "picture", found[worst], PARTS))

    assert told(theme, measures) == []


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
    screen = shown(qtbot, stage, read_theme(theme))

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
    screen = shown(qtbot, stage, paper._replace(colours=weak))

    [words, border_of_it] = of_button(screen, first(screen, Tile), "tile", "plain")

    assert not words.is_enough
    assert not border_of_it.is_enough


def of_buttons(screen: Screen) -> Iterator[Measure]:
    unchecked = tuple(one for one in STATES if "checked" not in one)
    for one in screen.findChildren(BigButton):
        words = one.words.split(" ")
        if words[0] == "A" and words[-1] == "button":
            for state in unchecked:
                yield from of_button(screen, one, f"button, {words[1]}", state)
    for state in unchecked:
        yield from of_button(screen, first(screen, Tile), "tile", state)
    for state in STATES:
        yield from of_button(screen, first(screen, OptionButton), "choice", state)
        yield from of_button(screen, first(screen, PenButton, 1), "pen", state)


def first(screen: QWidget, kind: type[Pressable], number: int = 0) -> Pressable:
    return screen.findChildren(kind)[number]


def of_written(screen: Screen) -> Iterator[Measure]:
    line = screen.findChildren(QLineEdit)[-1]
    line.setEchoMode(QLineEdit.EchoMode.Normal)
    line.setText("Some words that were typed")
    yield from of_box(screen, screen.findChildren(AnswerEditor)[0], "answer")
    yield from of_box(screen, line, "line")
    line.selectAll()
    yield from of_box(screen, line, "line, selected")


def of_edges(screen: Screen) -> Iterator[Measure]:
    with no_words(), no_pictures():
        whole = drawn(screen)
    cards = screen.findChildren(StatementCard)
    names: list[tuple[QWidget, str]] = [
        (one, f"card, {one.view.kind.value}") for one in cards
    ]
    names += [(one, "notice") for one in screen.findChildren(Notice)]
    names += [(one, "line") for one in screen.findChildren(QLineEdit)[-1:]]
    names += [(one, "dots of a PIN") for one in screen.findChildren(PinDots)]
    for one, name in names:
        yield Measure(
            name, "plain", "border", border(whole.part(place_of(one, screen))), PARTS
        )


def of_rings(screen: Screen) -> Iterator[Measure]:
    card = screen.findChildren(StatementCard)[0]
    around: tuple[tuple[QWidget, QWidget, str], ...] = (
        (screen.findChildren(AnswerEditor)[0], card, "answer"),
        *(
            (one, one, one.__class__.__name__)
            for kind in (QLineEdit, Notice, PinDots)
            for one in screen.findChildren(kind)[-1:]
        ),
    )
    for focused, inside, name in around:
        screen.focus_main()
        plain = drawn(screen, place_of(inside, screen))
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        yield from of_ring(name, drawn(screen, place_of(inside, screen)), plain)


def of_bars(screen: Screen) -> Iterator[Measure]:
    screen.resize(1366, 700)
    settle()
    seen, bar = drawn(screen), screen.area.verticalScrollBar()
    place = place_of(bar, screen)
    middle = place.center().x()
    handle = [seen[middle, y] for y in range(place.top() + 8, place.top() + 30)]
    ground = seen[place.left() + 1, place.bottom() - 4]
    below = QRect(QPoint(40, place.bottom() - 2), QPoint(60, place.bottom() + 5))
    scroll = max(between(one, ground) for one in handle)
    yield Measure("scroll bar", "plain", "handle", scroll, PARTS)
    line = seen.strongest(ground, below)
    yield Measure("bottom bar", "plain", "line", line, PARTS)


def grounds(theme: Theme) -> dict[str, int]:
    """Return all that a picture may stand on."""
    colours = theme.colours
    found = {
        "window": colours.window,
        "surface": colours.surface,
        "chosen": colours.chosen,
        "notice": colours.notice,
        **{f"{kind.value} tint": theme.voices[kind].tint for kind in VoiceKind},
    }
    for name in ("surface", "chosen"):
        found[f"{name}, pressed"] = mixed(found[name], colours.text, PRESSED)
    return {name: int(colour[1:], 16) for name, colour in found.items()}


def mixed(one: str, other: str, share: float) -> str:
    a, b = QColor(one), QColor(other)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return "#" + "".join(f"{round(x * (1 - share) + y * share):02X}" for x, y in pairs)


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
