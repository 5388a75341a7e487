"""Roles that Qt does not give by itself: heading, group, note.

A widget that has ``spoken_role`` is announced with it. Multiple inheritance with
QAccessibleAttributesInterface kills the process, so a heading's level stays unsaid, and
references are kept here until the widget is gone (both found by trying).
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QLabel, QWidget

_NAME = "spoken-roles"


class _Spoken(QAccessibleWidget):
    """A widget with the role that it asks for."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)

    def text(self, kind: QAccessible.Text) -> str:
        widget = self.widget()
        if kind == QAccessible.Text.Name and isinstance(widget, QLabel):
            return widget.text()
        return super().text(kind)


class SpokenRoles(QObject):
    """Keeps what Qt asks for as long as the widgets live. One for a program."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._kept: dict[int, _Spoken] = {}
        self._factory = self._make
        QAccessible.installFactory(self._factory)

    def _make(self, _: str, target: QObject) -> QAccessibleInterface | None:
        role = getattr(target, "spoken_role", None)
        if not isinstance(role, QAccessible.Role) or not isinstance(target, QWidget):
            return None
        spoken = _Spoken(target, role)
        number = id(target)
        self._kept[number] = spoken
        target.destroyed.connect(lambda *_: self._kept.pop(number, None))
        return spoken


def speak_roles() -> None:
    """See to it that ``spoken_role`` is heard; asking again changes nothing."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.findChild(QObject, _NAME) is None:
        SpokenRoles(app)
