"""Somebody signs in as themself: with a PIN, own pictures, or a passphrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QTimer

from coprod_desktop.gui.how_long import TimeWords, how_long
from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.secret_field import (
    PASSPHRASE,
    PICTURES,
    PIN,
    Secret,
    SecretAsked,
    secret_field,
)
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.problem import Problem

WAIT = TimeWords("sign_in.wait_minutes", "sign_in.wait_seconds")
TICK_MS = 1000
"""How often a wait is looked at; it is told in longer steps."""


class VoiceDoor(Protocol):
    """How somebody's own voice is opened, and how it stands with tries."""

    @property
    def kind(self) -> str | None: ...
    @property
    def wait_s(self) -> float: ...
    @property
    def is_closed(self) -> bool: ...
    @property
    def grids(self) -> tuple[tuple[str, ...], ...]: ...


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who signs in, how, and where that leads."""

    name: str
    door: Callable[[], VoiceDoor]
    """The door as it stands now."""
    open: Callable[[Secret], object]
    """Tries a secret; slow. Raises Problem for a wrong one."""
    opened: Callable[[object], object]
    """Takes what ``open`` gave, and returns the place to go to."""
    with_staff: Callable[[], object]
    """Goes on without signing in; returns the place to go to."""
    forgotten: object
    """The place where two people help."""
    figures: tuple[int, ...] = (6,)
    """How many figures PINs here can have: one length, or two, the longer first."""
    back: object = ToWhoIsHere()
    is_staff: bool = False
    example: str = ""
    """In the made-up ward, what tells everybody the secret."""


class SignInScreen(WaitingScreen):
    """Asks for one secret, and always offers to write with staff instead."""

    def __init__(self, stage: Stage, sign_in: SignIn) -> None:
        self._sign_in = sign_in
        door = sign_in.door()
        kind = door.kind if door.kind in {PIN, PICTURES} else PASSPHRASE
        super().__init__(stage, self._frame(stage.words, kind))
        self.set_where(sign_in.name)
        label = stage.words.text(f"sign_in.{kind}_label")
        longest, *shorter = sign_in.figures
        other = shorter[0] if shorter else None
        asked = SecretAsked(kind, label, longest, other, door.grids)
        self.field = secret_field(stage, asked)
        self.field.entered.connect(self._on_asked_open)
        self.field.ready.connect(self.focus_main)
        self.status = StatusLine(stage, role="body")
        self.closed = self._closed_lines()
        self._shown: tuple[bool, bool] | None = None
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self.look_again)
        if sign_in.example:
            self.body.addWidget(Notice(stage, sign_in.example))
        for part in (self.status, *self.closed, self.field):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.status.hide()
        self.look_again()

    def _frame(self, words: Catalogue, kind: str) -> Frame:
        asked = self._sign_in
        without = "sign_in.without" if asked.is_staff else "sign_in.with_staff"
        forgotten = words.text(f"sign_in.forgot_{kind}")
        return Frame(
            words.text("sign_in.title"),
            "key",
            asked.back,
            Action(words.text("sign_in.open"), "unlock", self._on_asked_open),
            (
                Action(words.text(without), None, self._go_with_staff),
                Action(forgotten, None, self._go_forgotten),
            ),
            words.text(f"sign_in.{kind}_help"),
        )

    def focus_first(self) -> None:
        """Stand where the secret is given, or on what can be done instead."""
        if self.field.isEnabled() and not self.field.isHidden():
            self.field.setFocus()
        else:
            super().focus_first()

    def left(self) -> None:
        """Leave no secret behind."""
        self.field.clear()
        self._ticking.stop()

    def look_again(self) -> None:
        """Show how it stands with tries now: free, waiting, or closed."""
        if self.is_waiting:
            return
        door = self._sign_in.door()
        must_wait = door.wait_s > 0 and not door.is_closed
        is_over = self._ticking.isActive() and not must_wait
        if must_wait:
            said = how_long(self.stage.words, WAIT, door.wait_s)
            self._say(said, "clock")
            self._ticking.start()
        self._show_door(may_try=not must_wait and not door.is_closed, door=door)
        if is_over:
            self._ticking.stop()
            self._say(self.stage.words.text("sign_in.try_now"), "yes")
            if self.isVisible():
                # Where it would be, had there been no wait.
                self.focus_first()

    def _say(self, words: str, picture: str | None = None) -> None:
        """Say how it stands; with nothing to say the line takes no room."""
        self.status.setVisible(bool(words))
        self.status.show_status(words, picture)

    def _closed_lines(self) -> tuple[SaidLine, ...]:
        words = self.stage.words
        return tuple(
            SaidLine(self.stage, words.text(f"sign_in.{key}"), picture)
            for key, picture in (
                ("closed", "lock"),
                ("closed_safe", "safe"),
                ("closed_help", "people"),
            )
        )

    def _show_door(self, *, may_try: bool, door: VoiceDoor) -> None:
        if self._shown == (may_try, door.is_closed):
            return
        self._shown = (may_try, door.is_closed)
        words = self.stage.words
        for line in self.closed:
            line.setVisible(door.is_closed)
        self.field.setVisible(not door.is_closed)
        self.field.setEnabled(may_try)
        if door.is_closed:
            self._say("")
            self.set_main(
                Action(words.text("sign_in.ask_two"), None, self._go_forgotten)
            )
        elif self.frame.main is not None:
            self.set_main(self.frame.main._replace(enabled=may_try))

    def _on_asked_open(self) -> None:
        secret = self.field.secret()
        if secret is not None:
            self._say("")
            self.wait_for(
                self.stage.words.text("sign_in.opening"),
                lambda: self._sign_in.open(secret),
                self._on_voice_opened,
                self._on_secret_refused,
            )

    def _on_voice_opened(self, told: object) -> None:
        self.went.emit(self._sign_in.opened(told))

    def _on_secret_refused(self, problem: Problem) -> None:
        """Say what is wrong; a wrong secret's sentence tells the tries left."""
        self.field.clear()
        self._shown = None
        self.look_again()
        self.field.show_error(self.sentence(problem))
        self.focus_first()

    def _go_with_staff(self) -> None:
        self.went.emit(self._sign_in.with_staff())

    def _go_forgotten(self) -> None:
        self.went.emit(self._sign_in.forgotten)
