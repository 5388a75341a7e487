"""Forms ask in the language that the screens speak."""

from __future__ import annotations

from coprod_desktop.gui.session import Session
from coprod_desktop.gui.tongue import Tongue


def follow(session: Session, tongue: Tongue) -> None:
    """Let forms ask in the language of the screens; an open one is opened anew.

    Raises:
        Problem: Words in it could not be saved; it stays open as it is.
    """
    if not session.has_ward or session.ward.language == tongue.form_language:
        return
    opened = session.opened
    session.leave_form()
    session.ward.language = tongue.form_language
    if opened is not None:
        session.open_form(opened.document.form.template.id)
