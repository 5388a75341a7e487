"""Words of ours on the system's clipboard: marked, so that we can take them back.

A mark of our own says that a copy is ours, on every system. The hints beside it ask
clipboard histories not to keep it: Windows reads the first three, KDE the last. macOS
has one too, but Qt gives no way to it.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

MARK = "application/x-coprod-desktop-words"

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
HINTS = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\1\0\0\0",
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
    "x-kde-passwordManagerHint": b"secret",
}
"""What asks other programs not to keep a copy. Each is a name and its value."""


def marked_copy(text: str) -> QMimeData:
    """Return words for the clipboard, as plain text, marked as ours."""
    found = QMimeData()
    found.setText(text)
    found.setData(MARK, b"1")
    for name, value in HINTS.items():
        found.setData(name, value)
    return found


def forget_copies() -> None:
    """Clear the clipboard, and what is selected for the middle button, where ours.

    What another program put there stays.
    """
    clipboard = QGuiApplication.clipboard()
    modes = QClipboard.Mode
    if clipboard.ownsClipboard() or _is_marked(clipboard, modes.Clipboard):
        clipboard.clear(modes.Clipboard)
    if not clipboard.supportsSelection():
        return
    if clipboard.ownsSelection() or _is_marked(clipboard, modes.Selection):
        clipboard.clear(modes.Selection)


def _is_marked(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    # PySide says that there always is something; an empty clipboard has nothing.
    held: object = clipboard.mimeData(mode)
    return isinstance(held, QMimeData) and held.hasFormat(MARK)
