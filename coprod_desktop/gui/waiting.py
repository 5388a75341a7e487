"""A screen that waits calmly while something slow is done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.model.problem import Problem

Outcome = TypeVar("Outcome")


class WaitingScreen(Screen):
    """While it waits, it says so, and nothing on it can be pressed."""

    _waiting: Notice | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether something slow is being done."""
        return self._waiting is not None

    def wait_for(
        self,
        sentence: str,
        work: Callable[[], Outcome],
        done: Callable[[Outcome], None],
        failed: Callable[[Problem], None],
    ) -> None:
        """Say ``sentence``, do ``work`` beside the window, then tell how it went."""
        if self.is_waiting:
            return
        self.hide_notice()
        self._waiting = Notice(self.stage, sentence)
        self.body.insertWidget(0, self._waiting)
        # Shown at once, for only what shows can take the focus from the field.
        self._waiting.show()
        self._waiting.setFocus(Qt.FocusReason.OtherFocusReason)
        self._let_press(is_let=False)
        self.bring_into_view(self._waiting)

        def on_done(outcome: Outcome) -> None:
            self._end_waiting()
            done(outcome)

        def on_failed(error: Exception) -> None:
            self._end_waiting()
            if not isinstance(error, Problem):
                raise error
            failed(error)

        self.stage.background.run(work, on_done, on_failed)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to a widget as soon as it has its place."""
        area = self.area
        QTimer.singleShot(0, widget, lambda: area.show_whole(widget))

    def go_back(self) -> None:
        """Go to where Back leads, but not while something is being done."""
        if not self.is_waiting:
            super().go_back()

    def _end_waiting(self) -> None:
        self._let_press(is_let=True)
        if self._waiting is not None:
            self.body.removeWidget(self._waiting)
            # What still shows could be given the focus, and would take it away.
            discard(self._waiting)
            self._waiting = None

    def _let_press(self, *, is_let: bool) -> None:
        for at in range(self.body.count()):
            item = self.body.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self._waiting:
                widget.setEnabled(is_let)
        main = self.frame.main
        if main is not None:
            self.set_main(main if is_let else main._replace(enabled=False))
