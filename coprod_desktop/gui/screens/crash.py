"""Something failed that nobody foresaw: what is safe, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.crash_guard import CrashNote
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import text_label


class CrashScreen(Screen):
    """Tells no value, only the kind of failure and where it lies in our source."""

    def __init__(
        self, stage: Stage, note: CrashNote, start_again: Callable[[], None]
    ) -> None:
        words = stage.words
        close = Action(words.text("crash.close"), None, QApplication.quit)
        frame = Frame(
            words.text("crash.title"),
            "warning-calm",
            main=Action(words.text("crash.start_again"), None, start_again),
            outs=(close,),
        )
        super().__init__(stage, frame)
        saved = words.text("crash.saved" if note.is_saved else "crash.not_saved")
        self.notice = Notice(stage, saved, "good" if note.is_saved else "problem")
        self.body.addWidget(self.notice)
        self.body.addWidget(text_label(words.text("crash.next")))
        self.body.addWidget(text_label(words.text("crash.tell")))
        place = words.text("crash.place", what=note.what)
        self.body.addWidget(text_label(place, "quiet"))
        self.body.addStretch(1)
