"""Who of the people here has signed in, in words, and what each can do about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coprod_desktop.gui.signed_in import SignedIn, VoiceLine
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.person_row import PersonRow, RowAction
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.model.people import PersonId

SIGN_IN, SIGN_OUT, CHOOSE, NOT_NOW = "sign_in", "sign_out", "choose", "not_now"

_WORDS = {
    SignedIn.YES: "who_is_here.signed_in",
    SignedIn.OPENED_WARD: "who_is_here.signed_in",
    SignedIn.NOT_YET: "who_is_here.not_signed_in",
    SignedIn.HAS_NONE: "who_is_here.no_sign_in",
}
_PICTURES = {
    SignedIn.YES: "unlock",
    SignedIn.OPENED_WARD: "unlock",
    SignedIn.NOT_YET: "lock",
    SignedIn.HAS_NONE: "key",
}
_WAYS = {
    SignedIn.YES: (
        (CHOOSE, "who_is_here.change_sign_in"),
        (SIGN_OUT, "who_is_here.sign_out"),
    ),
    SignedIn.OPENED_WARD: (),
    SignedIn.NOT_YET: ((SIGN_IN, "who_is_here.sign_in"),),
    SignedIn.HAS_NONE: (
        (CHOOSE, "who_is_here.make_sign_in"),
        (NOT_NOW, "who_is_here.not_now"),
    ),
}


class SignedInList(QWidget):
    """One row a person. What is asked for is told to the owner."""

    asked = Signal(str, str)
    """Whose sign-in, and what is wanted."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._lines: tuple[VoiceLine, ...] = ()
        self._rows: list[PersonRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(stage.look.below_px())
        title = stage.words.text("who_is_here.voices")
        self._column.addWidget(Heading(title, level=2))
        self.hide()

    @property
    def lines(self) -> tuple[VoiceLine, ...]:
        """What is said now."""
        return self._lines

    def show_lines(self, lines: tuple[VoiceLine, ...]) -> None:
        """Show how it stands with these people now; nobody is no list at all."""
        if lines == self._lines:
            return
        # A row is made anew, and the focus must not leave the screen with the old one.
        held = self._person_in_focus()
        self._lines = lines
        for row in self._rows:
            self._column.removeWidget(row)
            discard(row)
        self._rows = [self._row(line) for line in lines]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(lines))
        for line, row in zip(lines, self._rows, strict=True):
            button = row.findChild(BigButton)
            if line.person == held and button is not None:
                row.show()
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person_in_focus(self) -> PersonId | None:
        now = QApplication.focusWidget()
        for line, row in zip(self._lines, self._rows, strict=True):
            if now is not None and row.isAncestorOf(now):
                return line.person
        return None

    def _row(self, line: VoiceLine) -> PersonRow:
        words = self._stage.words
        actions = tuple(
            RowAction(
                words.text(key),
                words.text("openers.about", what=words.text(key), name=line.name),
                partial(self.asked.emit, line.person, what),
            )
            for what, key in self._ways(line)
        )
        said = words.text(_WORDS[line.state], name=line.name)
        return PersonRow(self._stage, said, "", _PICTURES[line.state], actions)

    def _ways(self, line: VoiceLine) -> tuple[tuple[str, str], ...]:
        if line.state is SignedIn.YES and not line.may_choose:
            return _WAYS[line.state][1:]
        return _WAYS[line.state]
