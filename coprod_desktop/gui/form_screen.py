"""What the screens of an open form share: the document, and people's names."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.card_views import CardViews
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.problems import sentence_for
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.autosave import Saved, SaveState


class FormScreen(Screen):
    """A screen of an open form."""

    def __init__(self, stage: Stage, opened: Opened, frame: Frame) -> None:
        super().__init__(stage, frame)
        self.opened = opened
        self.views = CardViews(stage.words, opened)

    def saving_trouble(self) -> str | None:
        """Return what keeps words from the disk, or soon will: empty for nothing.

        None while the writer is at work: nobody knows yet.
        """
        store = self.opened.ward.store
        return trouble_of(
            self, self.opened.document.save_state, lambda: store.is_on_reserve
        )

    def sentence(self, problem: Problem) -> str:
        """Return a problem as a sentence, with the names of the people in it."""
        return sentence_for(problem, self.stage.words, self.opened.name)


def trouble_of(
    screen: Screen, state: SaveState, is_near: Callable[[], bool]
) -> str | None:
    """Return what keeps words from the disk, or soon will; see ``saving_trouble``."""
    if state.problem is not None:
        return screen.sentence(state.problem)
    if state.saved is not Saved.SAVED:
        return None
    return screen.stage.words.text("question.on_reserve") if is_near() else ""
