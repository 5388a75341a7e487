"""Telling the window that somebody is here, where no key and no pointer told it.

Assistive technology presses and writes by the accessibility bus, and the window gets no
event of it. What is pressed, and where words come by none of a box's own events, tells.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

SOMEBODY_ACTED = QEvent.Type.User
"""Sent to the system's window, before which the watch of the window stands."""


def tell_of_somebody(widget: QWidget) -> None:
    """Tell that somebody acted on a widget. Never for what the program does itself."""
    window = widget.window().windowHandle()
    if window is not None:
        QCoreApplication.sendEvent(window, QEvent(SOMEBODY_ACTED))
