"""The ward's folder is damaged, missing or not ours: what is safe, what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.backup_places import ToPutBack
from coprod_desktop.gui.places import ToOpenWard
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.model.problem import Problem


class TroubleScreen(Screen):
    """Says why the ward cannot be opened. It changes nothing in the folder."""

    def __init__(self, stage: Stage, problem: Problem, folder: Path) -> None:
        words = stage.words
        close = Action(words.text("trouble.close"), None, QApplication.quit)
        put_back = words.text("trouble.put_back")
        restore = Action(put_back, "undo", self._on_asked_backup)
        frame = Frame(
            words.text("trouble.title"),
            "warning-calm",
            main=Action(words.text("trouble.again"), None, self._on_asked_again),
            outs=(restore, close),
        )
        super().__init__(stage, frame)
        self.notice = Notice(stage, self.sentence(problem), "problem")
        self.body.addWidget(self.notice)
        self.body.addWidget(text_label(words.text("trouble.tell")))
        place = words.text("trouble.folder", folder=str(folder))
        self.body.addWidget(text_label(place))
        self.body.addStretch(1)

    def _on_asked_backup(self) -> None:
        self.went.emit(ToPutBack())

    def _on_asked_again(self) -> None:
        self.went.emit(ToOpenWard())
