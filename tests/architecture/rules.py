"""What the program's source may not say, each rule with a sample that breaks it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.architecture.naming import poor_docstrings, poor_names
from tests.architecture.source import Source, dotted

GUESSES_MARK_UP = ("QMessageBox", "QTextEdit", "QTextBrowser", "QErrorMessage")

FRONT_DOORS = (
    "coprod_desktop/__main__.py",
    "coprod_desktop/app.py",
    "coprod_desktop/cli/",
)
PLAIN = "coprod_desktop/gui/widgets/plain.py"
MIGRATIONS = "coprod_desktop/store/migrations/"

Found = Iterator[tuple[int, str]]


@dataclass(frozen=True)
class Rule:
    """One thing that the source may not say.

    ``find`` gives line numbers and words. ``breaks`` is a line that it must notice and
    ``keeps`` one that it must leave alone. ``but_in`` are the starts of paths where the
    thing has its place.
    """

    find: Callable[[Source], Found]
    breaks: str
    keeps: str
    but_in: tuple[str, ...] = ()

    def offences(self, source: Source) -> list[str]:
        """Say where a file breaks the rule, a line each."""
        if self.but_in and source.path.startswith(self.but_in):
            return []
        return [f"{source.path}:{line}: {what}" for line, what in self.find(source)]


def mentions(*names: str) -> Callable[[Source], Found]:
    """Find names used or imported: ``QLabel``, ``datetime.now``, however they came in.

    ``from os import environ`` counts as ``os.environ``.
    """

    def find(source: Source) -> Found:
        for line, said in (*_imported(source), *_used(source)):
            if any(f".{said}".endswith(f".{name}") for name in names):
                yield line, said

    return find


def imports(*modules: str) -> Callable[[Source], Found]:
    """Find imports of these modules or of anything in them."""

    def find(source: Source) -> Found:
        for line, said in _imported(source):
            if any(f"{said}.".startswith(f"{module}.") for module in modules):
                yield line, said

    return find


def made(*kinds: str) -> Callable[[Source], Found]:
    """Find where one of these is made, or a class that is one."""

    def find(source: Source) -> Found:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and _is_one(node.func, kinds):
                yield node.lineno, f"{dotted(node.func)} is made"
            elif isinstance(node, ast.ClassDef):
                if any(_is_one(parent, kinds) for parent in node.bases):
                    yield node.lineno, f"{node.name} is one"

    return find


def _is_one(node: ast.expr, kinds: tuple[str, ...]) -> bool:
    return dotted(node).rsplit(".", 1)[-1] in kinds


def _imported(source: Source) -> Found:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            for each in node.names:
                yield node.lineno, f"{node.module}.{each.name}"
        elif isinstance(node, ast.Import):
            for each in node.names:
                yield node.lineno, each.name


def _used(source: Source) -> Found:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute | ast.Name):
            yield node.lineno, dotted(node)


def blind_excepts(source: Source) -> Found:
    """Find handlers that take whatever comes and do not pass it on."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler) and not _passes_on(node):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            names = {dotted(kind) if kind else "" for kind in kinds}
            if names & {"", "Exception", "BaseException"}:
                yield node.lineno, "takes whatever comes"


def _passes_on(node: ast.ExceptHandler) -> bool:
    last = node.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def silent_excepts(source: Source) -> Found:
    """Find handlers that do nothing."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler):
            first = node.body[0]
            if isinstance(first, ast.Pass) or (
                isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            ):
                yield node.lineno, "says nothing"


_SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|WITH)\s")


def _is_put_together(node: ast.AST) -> bool:
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add | ast.Mod)
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"format", "format_map", "join", "replace"}
    )


def sql_put_together(source: Source) -> Found:
    """Find SQL that is glued from pieces, where a bound parameter belongs."""
    for node in ast.walk(source.tree):
        if not _is_put_together(node):
            continue
        words = [
            each.value
            for each in ast.walk(node)
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        ]
        if any(_SQL.match(each) for each in words):
            yield node.lineno, "SQL glued from pieces"  # type: ignore[attr-defined]


def runs_at_import(source: Source) -> Found:
    """Find statements of a module that do something when it is imported."""
    for node in source.tree.body:
        is_words = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        acts = isinstance(node, ast.Expr | ast.For | ast.While | ast.With | ast.Try)
        if acts and not is_words:
            yield node.lineno, "runs at import"


def changing_state(source: Source) -> Found:
    """Find what a module could change: ``global``, and lists by small names."""
    mutable = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Global):
            yield node.lineno, "global"
    for node in source.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [dotted(target) for target in targets]
            if isinstance(node.value, mutable):
                for name in names:
                    if name != name.upper() and not name.startswith("__"):
                        yield node.lineno, f"{name} can change"


def left_for_later(source: Source) -> Found:
    """Find what somebody meant to come back to."""
    for number, line in enumerate(source.text.splitlines(), start=1):
        if re.search(r"\b(TODO|FIXME|XXX|NotImplementedError)\b", line):
            yield number, "left for later"


def executed_bytes(source: Source) -> Found:
    """Find what would run something that was stored."""
    yield from imports("pickle", "shelve", "marshal", "runpy")(source)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in {"eval", "exec", "__import__"}:
                yield node.lineno, node.func.id


RULES = {
    "expected failures are named": Rule(
        blind_excepts,
        "try:\n    f()\nexcept Exception as e:\n    g(e)",
        "try:\n    f()\nexcept (OSError, Problem):\n    g()",
        (*FRONT_DOORS, "coprod_desktop/gui/background.py"),
    ),
    "no failure is passed over in silence": Rule(
        silent_excepts,
        "try:\n    f()\nexcept OSError:\n    pass",
        "try:\n    f()\nexcept OSError:\n    return None",
    ),
    "no list of what was opened or saved is kept": Rule(
        mentions("QSettings", "SHAddToRecentDocs", "RecentManager"),
        'QSettings().setValue("recent", file)',
        "save_aside(file, content)",
    ),
    "SQL takes bound parameters": Rule(
        sql_put_together,
        'f"SELECT words FROM drafts WHERE id = {which}"',
        'f"PRAGMA busy_timeout = {ms}"',
    ),
    "labels are made in one place": Rule(
        made("QLabel", *GUESSES_MARK_UP),
        "label = QLabel(words)",
        "is_label = isinstance(widget, QLabel)",
        (PLAIN,),
    ),
    "no window that guesses mark-up": Rule(
        imports(*(f"PySide6.QtWidgets.{kind}" for kind in GUESSES_MARK_UP)),
        "from PySide6.QtWidgets import QMessageBox",
        "from PySide6.QtWidgets import QPlainTextEdit",
        (PLAIN,),
    ),
    "nobody's words are taken for mark-up": Rule(
        mentions("setHtml", "insertHtml", "appendHtml", "setMarkdown", "RichText"),
        "page.setHtml(words)",
        "page.setPlainText(words)",
    ),
    # NVDA reads the empty lines of a box wrongly: words to read are labels.
    "words that are only read stand in no box": Rule(
        mentions("setReadOnly"),
        "box.setReadOnly(True)",
        "card.put(long_words(words))",
    ),
    "boxes of many lines are made in one place": Rule(
        made("QPlainTextEdit"),
        "box = QPlainTextEdit(words)",
        "box = AnswerEditor(stage)",
        ("coprod_desktop/gui/widgets/answer_editor.py",),
    ),
    "ReportLab's own mark-up is not used": Rule(
        imports("reportlab.platypus.Paragraph", "reportlab.platypus.paragraph"),
        "from reportlab.platypus import Paragraph",
        "from reportlab.platypus import Flowable",
    ),
    "nothing sleeps": Rule(
        mentions("time.sleep", "sleep", "msleep", "usleep", "qSleep", "qWait"),
        "time.sleep(0.1)",
        "changed.wait(0.1)",
    ),
    "time and ids are arguments": Rule(
        mentions(
            *("datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
            *("time.time", "time.time_ns", "uuid.uuid4", "uuid.uuid1", "os.urandom"),
            *("secrets.token_bytes", "secrets.token_hex", "random.random"),
            *("currentDateTime", "currentDate", "currentTime"),
        ),
        "from datetime import datetime\nat = datetime.now(UTC)",
        "from coprod_desktop.model.ports import Clock\nat = clock()",
        FRONT_DOORS,
    ),
    "chance comes in as an argument": Rule(
        imports("random", "secrets", "uuid"),
        "from random import shuffle",
        "from coprod_desktop.model.ports import Random",
        FRONT_DOORS,
    ),
    "the environment is read at the front door": Rule(
        mentions("os.environ", "os.getenv", "qgetenv"),
        "from os import environ",
        "import os",
        (
            *FRONT_DOORS,
            "coprod_desktop/store/places.py",
            # Enchant is told in no other way to keep no list of own words (027).
            "coprod_desktop/spelling/with_enchant.py",
        ),
    ),
    "nothing reaches the network": Rule(
        imports("urllib.request", "PySide6.QtNetwork", "PySide6.QtWebEngineWidgets"),
        "import urllib.request",
        "from urllib.parse import quote",
    ),
    "stored bytes are never executed": Rule(
        executed_bytes,
        "import pickle",
        "import json",
    ),
    # An import by name is out of the contracts' sight.
    "imports are written out": Rule(
        imports("importlib"),
        "from importlib import import_module",
        "import json",
        (
            "coprod_desktop/loading.py",
            "coprod_desktop/systems.py",
            "coprod_desktop/workspace/warm_up.py",
            f"{MIGRATIONS}steps.py",
        ),
    ),
    "nothing runs at import": Rule(
        runs_at_import,
        "register(x)",
        '"""Words."""\nX = 1\nif __name__ == "__main__":\n    main()',
        (f"{MIGRATIONS}env.py",),
    ),
    "no module keeps state": Rule(
        changing_state,
        "seen = []",
        "SIZES = [1, 2]\nseen = ()",
        (MIGRATIONS,),
    ),
    "nothing is left for later": Rule(
        left_for_later,
        "# TODO: more",
        "# More than this was tried.",
    ),
    "names tell what a thing is": Rule(
        poor_names,
        "class DraftManager:\n    pass",
        "class DatabaseFile:\n    def paintEvent(self, event): ...",
    ),
    "public things say what they are": Rule(
        poor_docstrings,
        '"""A room."""\ndef open_ward(): ...',
        '"""A room."""\ndef open_ward():\n    """Open it, if the key fits."""',
        (f"{MIGRATIONS}versions/",),
    ),
}

TEST_RULES = {
    "no test is passed over": Rule(
        mentions(
            *("pytest.skip", "pytest.xfail", "pytest.importorskip", "unittest.skip"),
            *("mark.skip", "mark.skipif", "mark.xfail"),
        ),
        "@pytest.mark.skipif(True, reason='later')\ndef test_x(): ...",
        "@pytest.mark.parametrize('x', [1])\ndef test_x(x): ...",
        # What needs root or a tool that a machine may lack is named, and aloud.
        (
            "tests/faults/needs.py",
            "tests/gui/printer/needs.py",
            "tests/gui/privacy/needs.py",
            "tests/speech/needs.py",
            "tests/spelling/needs.py",
        ),
    ),
    "no test sleeps in place of waiting": Rule(
        mentions("time.sleep", "qWait", "qSleep", "qtbot.wait"),
        "qtbot.wait(100)",
        "qtbot.waitUntil(is_saved)",
    ),
}
