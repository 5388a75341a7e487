"""In the biggest words, in the smallest window, the frame lies round the whole."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from coprod_desktop.gui.places import ToOneSwitch
from coprod_desktop.gui.scanning.targets import is_box
from coprod_desktop.gui.screens.one_switch import OneSwitchScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from tests.gui.scanning.conftest import Switch


def begin(switch: Switch) -> None:
    switch.program.window.resize(1024, 600)
    switch.read_as(text_pt=48, switch="automatic")
    switch.scanner.begin()
    switch.visitor.settle()


def framed(switch: Switch) -> list[tuple[bool, str]]:
    """Go over a whole screen; say of each thing whether it is seen whole, framed."""
    found = []
    for _ in range(40):
        switch.tick()
        [*things] = switch.scanner.framed
        window, frame = switch.program.window, switch.scanner.frame
        for one in things:
            if isinstance(one, QAbstractButton) or is_box(one):
                place = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
                is_whole = one.visibleRegion().boundingRect() == one.rect()
                has_room = frame.geometry().contains(place & window.rect())
                found.append((is_whole and has_room, one.accessibleName()))
    return found


def test_the_frame_round_a_box_is_not_cut_by_the_bar_below(switch: Switch):
    screen = switch.visitor.on(OpenWardScreen)
    begin(switch)

    told = framed(switch)

    assert [name for is_whole, name in told if not is_whole] == []
    box = screen.findChildren(QLineEdit)[0]
    assert box.accessibleName() in {name for _, name in told}


def test_the_frame_round_ways_to_press_is_not_cut(switch: Switch):
    switch.program.window.go(ToOneSwitch())
    switch.visitor.on(OneSwitchScreen)
    begin(switch)

    told = framed(switch)

    assert [name for is_whole, name in told if not is_whole] == []
    assert len({name for _, name in told}) > 8
