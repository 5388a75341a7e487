"""One secret to give: a PIN, own pictures, or a passphrase."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.content.pictures import alt_key
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.passphrase import PassphraseField
from coprod_desktop.gui.widgets.picture_rounds import (
    Pages,
    PictureRounds,
    PictureView,
)
from coprod_desktop.gui.widgets.pin_pad import PinPad
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.i18n.catalogue import Catalogue

PIN, PICTURES, PASSPHRASE = "pin", "pictures", "passphrase"

Secret = str | tuple[str, ...]
"""A PIN or passphrase as it was typed, or the pictures page by page."""


@dataclass(frozen=True, slots=True)
class SecretAsked:
    """Which secret is asked for."""

    kind: str
    label: str
    figures: int = 6
    """Of a PIN."""
    shorter: int | None = None
    """Another length that a PIN may have, from when the ward chose otherwise."""
    grids: tuple[tuple[str, ...], ...] = ()
    """The pages of pictures."""


class SecretField(QWidget):
    """Asks for one secret, and forgets it when told to."""

    entered = Signal()
    """Enter was pressed, and nothing is missing."""
    ready = Signal()
    """The last picture was picked: what comes next is the main action."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self.words = words

    def secret(self) -> Secret | None:
        """Return the secret; None after saying beside the field what is missing."""
        raise LookupError("each kind has its own")

    def clear(self) -> None:
        """Forget the secret."""

    def show_error(self, words: str) -> None:
        """Say above the field what is wrong; an empty sentence takes it away."""

    def hold(self, *widgets: QWidget) -> None:
        """Put the parts of a field one below the other."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            column.addWidget(widget)

    def refuse(self, key: str) -> None:
        """Say what is missing, and put the focus where it can be given."""
        self.show_error(self.words.text(key))
        self.setFocus()


class PinField(SecretField):
    """Figures typed on the pad or the keyboard."""

    def __init__(self, stage: Stage, asked: SecretAsked) -> None:
        super().__init__(stage.words)
        self.pad = PinPad(stage, asked.label, asked.figures, asked.shorter)
        self.pad.entered.connect(self.entered)
        self.hold(self.pad)

    def secret(self) -> Secret | None:
        if not self.pad.is_whole:
            self.pad.ask_for_rest()
            return None
        return self.pad.pin()

    def clear(self) -> None:
        self.pad.clear()

    def show_error(self, words: str) -> None:
        self.pad.show_error(words)

    def setFocus(  # noqa: N802 - stands in for Qt's own
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        self.pad.setFocus(reason)


class PicturesField(SecretField):
    """Own pictures, page by page."""

    def __init__(self, stage: Stage, asked: SecretAsked) -> None:
        super().__init__(stage.words)
        self.error = text_label("", "strong")
        self.error.hide()
        self.rounds = PictureRounds(stage, picture_pages(stage.words, asked.grids))
        self.rounds.finished.connect(self.ready)
        self.rounds.changed.connect(self._on_rounds_changed)
        self.hold(self.error, self.rounds)

    def secret(self) -> Secret | None:
        if not self.rounds.is_finished:
            self.refuse("pictures.too_few")
            return None
        return self.rounds.picked()

    def clear(self) -> None:
        self.rounds.clear()

    def show_error(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))

    def setFocus(  # noqa: N802 - stands in for Qt's own
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        self.rounds.setFocus(reason)

    def _on_rounds_changed(self) -> None:
        if self.rounds.picked():
            self.show_error("")


class WordsField(SecretField):
    """A passphrase, typed or pasted."""

    def __init__(self, stage: Stage, asked: SecretAsked) -> None:
        super().__init__(stage.words)
        self.field = PassphraseField(stage, asked.label)
        self.field.entered.connect(self.entered)
        self.hold(self.field)

    def secret(self) -> Secret | None:
        if not self.field.text():
            self.refuse("open_ward.passphrase_missing")
            return None
        return self.field.text()

    def clear(self) -> None:
        self.field.clear()

    def show_error(self, words: str) -> None:
        self.field.show_error(words)

    def setFocus(  # noqa: N802 - stands in for Qt's own
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        self.field.setFocus(reason)


def secret_field(stage: Stage, asked: SecretAsked) -> SecretField:
    """Return the field for the kind of secret that is asked for."""
    if asked.kind == PIN:
        return PinField(stage, asked)
    if asked.kind == PICTURES:
        return PicturesField(stage, asked)
    return WordsField(stage, asked)


def picture_pages(words: Catalogue, grids: tuple[tuple[str, ...], ...]) -> Pages:
    """Return pages of pictures, each with its words."""
    return tuple(
        tuple(PictureView(one, words.text(alt_key(one))) for one in page)
        for page in grids
    )
