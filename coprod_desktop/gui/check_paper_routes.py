"""Checking a printed page: for staff, or for whoever sits at a patient's forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.gui.places import ToHome
from coprod_desktop.gui.screens.check_paper import CheckDesk, CheckPaperScreen
from coprod_desktop.gui.staff_places import ToStaff
from coprod_desktop.workspace.paper_checking import Answer, PaperChecking, pdf_at

if TYPE_CHECKING:
    from coprod_desktop.gui.asking import Asking
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.session import Session
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.model.progress import Progress


def check_paper_screen(
    stage: Stage, session: Session, asking: Asking
) -> CheckPaperScreen:
    """Make the screen: for all papers of the ward where nobody sits at a form.

    Raises:
        LookupError: The ward is closed.
    """
    patient = session.sitting.patient if session.has_sitting else None
    checking, words = PaperChecking(session.ward, patient), stage.words

    def code(typed: str, step: Progress) -> Answer:
        return checking.code(typed, words, step)

    def file(place: Path, password: str) -> Answer:
        return checking.file(pdf_at(place), words, password)

    back = ToStaff() if patient is None else ToHome()

    def ask(screen: Screen, title: str, then: Callable[[Path], None]) -> None:
        asking.open_one(screen, title, "*.pdf", then)

    return CheckPaperScreen(stage, CheckDesk(back, code, file, ask))
