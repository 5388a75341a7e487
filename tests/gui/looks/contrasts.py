"""Every contrast that the program draws, theme by theme, and the table of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from coprod_desktop.content.pictures import meanings
from coprod_desktop.content.themes import Theme
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
from tests.architecture.source import ROOT
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

PAGE = ROOT / "docs" / "contrast-table.md"
MADE_ANEW = "python3 dev.py bench contrast_table"
ALIKE = 0.05
"""How far another computer's letters may be from the table: a twentieth."""
KINDS: tuple[Kind, ...] = ("main", "plain", "quiet", "out", "bar")
NOTICES: tuple[NoticeKind, ...] = ("calm", "problem", "good", "private")

HEAD = """# The table of contrast

What is really drawn, theme by theme: words and what they stand on must have 7:1, and
borders, pictures and focus rings 3:1. Of each, the weakest that was found is told.
"Ring, pixels" is how many pixels of the focus ring's thickness have their 3:1. Of
pictures, all of the program's are held against everything that one may stand on.
Made by `python3 dev.py bench contrast_table`; a test measures it anew each time.
"""


def all_of(screen: Screen) -> list[Measure]:
    """Measure every kind of widget, in every state it can have."""
    return [
        *of_buttons(screen),
        *of_labels(screen, PlainLabel),
        *of_written(screen),
        *of_edges(screen),
        *of_rings(screen),
        *of_bars(screen),
    ]


def of_pictures(stage: Stage, theme: Theme) -> list[Measure]:
    """Measure every picture on all that it may stand on; the weakest on each."""
    stage.board.set_look(stage.look._replace(theme=theme))
    outlines = {
        meaning: outline(stage.pictures.pixmap(meaning, 32))
        for meaning in sorted(meanings())
    }
    found = []
    for name, ground in grounds(theme).items():
        each = {one: on_ground(line, ground) for one, line in outlines.items()}
        said = f"every picture on {name}"
        found.append(Measure(said, "plain", "picture", min(each.values()), PARTS))
    return found


Line = tuple[str, str, str, float]
"""What was measured: what, in which state, which part, and the least it must be."""


def page(found: Mapping[str, Sequence[Measure]]) -> str:
    """Return the table, a column for each theme."""
    columns = {theme: _least(measures) for theme, measures in found.items()}
    lines = dict.fromkeys(line for each in columns.values() for line in each)
    told = [HEAD, f"| what | state | part | at least | {' | '.join(found)} |"]
    told.append("|---|---|---|---:|" + "---:|" * len(found))
    for line in lines:
        ratios = (
            f"{each[line]:.2f}" if line in each else "" for each in columns.values()
        )
        told.append(f"| {' | '.join(line[:3])} | {line[3]:g} | {' | '.join(ratios)} |")
    return "\n".join(told) + "\n"


def stale_lines(theme: str, measures: Sequence[Measure], text: str) -> list[str]:
    """Return the lines of the table in which a theme is no longer as it says."""
    rows = [[one.strip() for one in row.split("|")[1:-1]] for row in text.splitlines()]
    rows = [row for row in rows if len(row) > 4]
    column = rows[0].index(theme) if rows and theme in rows[0] else 0
    kept = {tuple(row[:4]): row[column] for row in rows}
    found = []
    for line, ratio in _least(measures).items():
        told = kept.get((*line[:3], f"{line[3]:g}"), "")
        try:
            is_so = column > 0 and abs(float(told) - ratio) <= ratio * ALIKE
        except ValueError:
            is_so = False
        if not is_so:
            what = ", ".join(line[:3])
            found.append(f"{theme}: {what}: {ratio:.2f}, and the table says {told!r}")
    return found


def _least(measures: Sequence[Measure]) -> dict[Line, float]:
    found: dict[Line, float] = {}
    for one in measures:
        line = (one.what, one.state, one.part, one.least)
        found[line] = min(one.found, found.get(line, one.found))
    return found


def shown(stage: Stage, theme: Theme) -> Screen:
    """Return one of every widget, in a theme, in a window that shows them all."""
    stage.board.set_look(stage.look._replace(theme=theme))
    found = sheet(stage)
    for kind in KINDS:
        found.body.addWidget(BigButton(stage, f"A {kind} button", "print", kind))
    for said in NOTICES:
        found.body.addWidget(Notice(stage, "This is what it says.", said))
    for role in ("quiet", "strong", "part", "status", "bar", "words"):
        found.body.addWidget(PlainLabel("Some words to read", role))
    found.body.addWidget(PinPad(stage, "Your PIN", 6))
    found.resize(1366, 5200)
    found.show()
    settle()
    return found


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


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
