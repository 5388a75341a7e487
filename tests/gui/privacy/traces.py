"""What anybody, or any program, could still read of somebody who has left."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QApplication

_KINDS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def spoken() -> list[str]:
    """Everything that assistive technology can come to, from the program downwards."""
    program = QApplication.instance()
    assert program is not None
    root = QAccessible.queryAccessibleInterface(program)
    assert root is not None
    return [said for said in _said(root) if said]


def _said(one: QAccessibleInterface) -> Iterator[str]:
    for kind in _KINDS:
        yield one.text(kind)
    text = one.textInterface()
    if text is not None:
        yield text.text(0, text.characterCount())
    for at in range(one.childCount()):
        # PySide says that there always is one.
        child: object = one.child(at)
        if isinstance(child, QAccessibleInterface) and child.isValid():
            yield from _said(child)


def titles() -> list[str]:
    """The title of every window that the system knows of."""
    return [one.title() for one in QGuiApplication.topLevelWindows()]


def tell(words: list[str], *canaries: str) -> list[str]:
    """What of these words tells of somebody."""
    return [one for one in words if any(canary in one for canary in canaries)]
