"""When something fails that nobody foresaw: save words, say what is safe, log little.

What is logged and shown is the kind of failure and the place in our source, never a
value: values are people's words (SAFETY T12).
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from coprod_desktop.model.problem import Problem
from coprod_desktop.systems import say_on_stderr


@dataclass(frozen=True, slots=True)
class CrashNote:
    """What may be told about a failure."""

    what: str
    """The kind of failure, the file and the line: ``ValueError, parts.py 12``."""
    is_saved: bool
    """Whether unsaved words could still be saved."""


class CrashGuard(QObject):
    """Catches what nothing else caught, in every thread.

    ``save`` saves unsaved words; ``show`` shows the crash page, in the window's thread.
    """

    _failed = Signal(str)

    def __init__(
        self, save: Callable[[], None], show: Callable[[CrashNote], None]
    ) -> None:
        super().__init__()
        self._save = save
        self._show = show
        self._is_showing = False
        # Queued: the page comes after whatever failed has been left.
        queued = Qt.ConnectionType.QueuedConnection
        self._failed.connect(self._on_something_failed, queued)

    def install(self) -> None:
        """Stand guard over this program."""
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_log_qt_message)

    def remove(self) -> None:
        """Give the places back to Python and Qt."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Take what Python could not give to anybody else."""
        if issubclass(kind, KeyboardInterrupt):
            say_on_stderr("stopped by the keyboard")
            raise SystemExit(130)
        what = told_about(kind, trace)
        say_on_stderr(f"coprod-desktop: {what}")
        # A signal, because only the window's own thread may touch the window.
        self._failed.emit(what)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value or args.exc_type()
        self.on_exception(args.exc_type, error, args.exc_traceback)

    def start_again(self) -> None:
        """Show the page again when something fails from now on."""
        self._is_showing = False

    @Slot(str)
    def _on_something_failed(self, what: str) -> None:
        if self._is_showing:
            return  # the page about the first failure stays; this one is logged
        self._is_showing = True
        is_saved = False
        try:
            self._save()
            is_saved = True
        except Problem as problem:
            say_on_stderr(f"coprod-desktop: not saved: {problem.key}")
        finally:
            self._show(CrashNote(what, is_saved))


def told_about(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the kind of a failure and where it happened, without any value."""
    if trace is None:
        return kind.__name__
    while trace.tb_next is not None:
        trace = trace.tb_next
    name = Path(trace.tb_frame.f_code.co_filename).name
    return f"{kind.__name__}, {name} {trace.tb_lineno}"


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, _: str) -> None:
    """Log that Qt complained, and not what about: it may quote a file name."""
    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        return
    say_on_stderr(f"coprod-desktop: Qt {kind.name}, {context.category or 'default'}")
