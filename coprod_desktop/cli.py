"""The front door without a window: verify, dump, export and the checks.

Exit status: 0 all is well, 1 something is not as it should be, 2 it could not be done.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import sys
import tempfile
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

import coprod_desktop
from coprod_desktop.content.forms import bundled_shelf
from coprod_desktop.content.published import changed_since_published
from coprod_desktop.i18n.catalogue import Catalogue, read_catalogue
from coprod_desktop.i18n.checks import check_translations
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.places import default_folder
from coprod_desktop.store.world import World
from coprod_desktop.workspace import verifying
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.papers import pdf_of, wall_time
from coprod_desktop.workspace.printable import Printable, read_printable
from coprod_desktop.workspace.saving_files import save_aside
from coprod_desktop.workspace.ward import Ward

OK, NOT_THE_SAME, COULD_NOT = 0, 1, 2

FOLDER_VARIABLE = "COPROD_DATA_DIR"

_DAMAGED = ("store.database_damaged", "store.database_truncated")

Asked = argparse.Namespace
Answer = Callable[[Asked, Catalogue], int]


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; return the exit status."""
    words = read_catalogue("en")
    asked = parser(words).parse_args(arguments)
    answer: Answer = COMMANDS[asked.command]
    try:
        return answer(asked, words)
    except Problem as problem:
        print(sentence_of(problem, words), file=sys.stderr)
        return COULD_NOT


def parser(words: Catalogue) -> argparse.ArgumentParser:
    """Return what reads the arguments; its help comes from the catalogue."""
    text = words.text
    found = argparse.ArgumentParser("coprod-desktop", description=text("cli.about"))
    found.add_argument(
        "--version", action="version", version=coprod_desktop.__version__
    )
    found.add_argument("--data-dir", dest="folder", help=text("cli.folder"))
    commands = found.add_subparsers(dest="command", required=True, metavar="")
    verify = commands.add_parser("verify", help=text("cli.verify"))
    verify.add_argument("file", nargs="?", type=Path, help=text("cli.verify_file"))
    dump = commands.add_parser("dump", help=text("cli.dump"))
    dump.add_argument("--document", help=text("cli.document"))
    for one in (verify, dump):
        one.add_argument("--json", action="store_true", help=text("cli.json"))
    export = commands.add_parser("export", help=text("cli.export"))
    export.add_argument("--document", required=True, help=text("cli.document"))
    export.add_argument("--replace", action="store_true", help=text("cli.replace"))
    export.add_argument("file", type=Path, help=text("cli.export_file"))
    for one in (verify, dump, export):
        _add_opening(one, words)
    commands.add_parser("check-forms", help=text("cli.check_forms"))
    commands.add_parser("check-translations", help=text("cli.check_translations"))
    commands.add_parser("selftest", help=text("cli.selftest"))
    return found


def real_world() -> World:
    """Return the time, ids and chance of this computer."""
    return World(
        lambda: datetime.now(UTC), lambda: uuid.uuid4().hex, secrets.token_bytes
    )


def sentence_of(problem: Problem, words: Catalogue) -> str:
    """Return a problem as a sentence; where it has no words, its key and values."""
    if words.has(problem.key):
        return words.explain(problem)
    return f"{problem.key} {problem.named}"


def _add_opening(one: argparse.ArgumentParser, words: Catalogue) -> None:
    one.add_argument("--as", dest="person", help=words.text("cli.person"))
    one.add_argument(
        "--passphrase-file", type=Path, help=words.text("cli.passphrase_file")
    )


def _opened(asked: Asked, words: Catalogue) -> Ward:
    given = asked.folder or os.environ.get(FOLDER_VARIABLE)
    folder = Path(given) if given else default_folder().root
    door = Doorway(folder, real_world())
    doors = door.keyring().doors
    named = [one for one in doors if asked.person in (None, one.name, one.person_id)]
    if not named:
        raise Problem("cli.nobody_of_that_name")
    return door.open(
        PersonId(named[0].person_id), _passphrase(asked, words, named[0].name)
    )


def _passphrase(asked: Asked, words: Catalogue, name: str) -> str:
    if asked.passphrase_file is None:
        return getpass(words.text("cli.passphrase_of", name=name))
    return _read(asked.passphrase_file).decode("utf-8", "replace").rstrip("\r\n")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise Problem("cli.cannot_read") from None


def _verify(asked: Asked, words: Catalogue) -> int:
    if asked.file is None:
        return _verify_store(asked, words)
    pdf = _read(asked.file)
    with closing(_opened(asked, words)) as ward:
        found = verifying.verify_pdf(ward.store, pdf, ward.shelf)
    if asked.json:
        told = [
            {
                "kind": one.kind.value,
                "page": one.page,
                "expected": one.expected,
                "found": one.found,
            }
            for one in found.differences
        ]
        answer = {
            "paper": found.verdict.value,
            "document": found.document,
            "entry": found.entry,
            "differences": told,
        }
        print(json.dumps(answer, ensure_ascii=False, sort_keys=True))
    else:
        print(words.text(f"cli.paper_{found.verdict.value}"))
        for one in found.differences:
            print("-", words.text(f"cli.differs.{one.kind.value}", page=one.page))
    return OK if found.is_genuine else NOT_THE_SAME


def _verify_store(asked: Asked, words: Catalogue) -> int:
    try:
        with closing(_opened(asked, words)) as ward:
            broken = verifying.verify_store(ward.store)
            head = ward.store.record.head()
    except Problem as problem:
        if problem.key not in _DAMAGED:
            raise
        # No entry can be named; but that something is wrong is the answer.
        told = sentence_of(problem, words)
        print(json.dumps({"store": "damaged"}) if asked.json else told)
        return NOT_THE_SAME
    if asked.json:
        answer = {"store": "broken" if broken else "ok", "entries": head}
        if broken:
            answer |= {"entry": broken.number, "fault": broken.fault.value}
        print(json.dumps(answer, sort_keys=True))
    elif broken:
        fault = words.text(f"cli.fault.{broken.fault.value}")
        print(words.text("cli.store_broken", entry=broken.number, fault=fault))
    else:
        print(words.text("cli.store_ok", entries=head))
    return NOT_THE_SAME if broken else OK


def _dump(asked: Asked, words: Catalogue) -> int:
    with closing(_opened(asked, words)) as ward:
        if asked.document is not None:
            found = [_printable(ward, asked.document)]
        else:
            lines = reversed(ward.store.documents.find())
            found = [_printable(ward, one.id) for one in lines]
    if not asked.json:
        for one in found:
            started = one.document.started_at.date()
            print(
                words.text(
                    "cli.dump_line",
                    document=one.document.id,
                    title=one.form.words.title,
                    day=long_date(started, words.language),
                    statements=len(one.document.statements),
                )
            )
    elif asked.document is not None:
        # Exactly the text that is inside the PDF: not even a line end more.
        _write_out(found[0].words_json)
    else:
        texts = ",".join(one.words_json for one in found)
        _write_out(f'{{"documents":[{texts}],"schema":"coprod-dump/1"}}')
    return OK


def _export(asked: Asked, words: Catalogue) -> int:
    with closing(_opened(asked, words)) as ward:
        pdf = pdf_of(_printable(ward, asked.document), wall_time(ward.world.clock))
    print(save_aside(asked.file, pdf, replacing=asked.replace))
    return OK


def _check_forms(_asked: Asked, words: Catalogue) -> int:
    shelf = bundled_shelf()
    problems = list(shelf.problems(words.language))
    for folder in shelf.folders:
        problems += changed_since_published(folder)
    forms = shelf.forms(words.language)
    return _told(problems, words, words.text("cli.forms_ok", forms=len(forms)))


def _check_translations(_asked: Asked, words: Catalogue) -> int:
    return _told(check_translations(), words, words.text("cli.translations_ok"))


def _selftest(_asked: Asked, words: Catalogue) -> int:
    from coprod_desktop.workspace import example  # noqa: PLC0415 - seldom needed

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ward-pc"
        people = example.make_example(folder, real_world())
        door = Doorway(folder, real_world())
        with closing(door.open(people.priya, example.PASSPHRASE)) as ward:
            broken = verifying.verify_store(ward.store)
            verdicts = [
                verifying.verify_pdf(ward.store, pdf, ward.shelf)
                for pdf in _papers(ward, people.sam)
            ]
    is_well = broken is None and all(one.is_genuine for one in verdicts)
    print(words.text("cli.selftest_ok" if is_well else "cli.selftest_failed"))
    return OK if is_well else NOT_THE_SAME


def _papers(ward: Ward, patient: PersonId) -> list[bytes]:
    lines = ward.store.documents.of(patient)
    now = wall_time(ward.world.clock)
    return [pdf_of(_printable(ward, one.id), now) for one in lines]


def _printable(ward: Ward, document: str) -> Printable:
    lines = ward.store.documents.find(document) if document else ()
    if len(lines) != 1:
        raise Problem("cli.no_such_document")
    return read_printable(ward.store, lines[0].id, ward.shelf, ward.language)


def _told(problems: Sequence[Problem], words: Catalogue, well: str) -> int:
    for problem in problems:
        print(sentence_of(problem, words))
    if not problems:
        print(well)
    return NOT_THE_SAME if problems else OK


def _write_out(text: str) -> None:
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        # A Windows console would write its own code page and line ends.
        buffer.write(text.encode())
        buffer.flush()


COMMANDS: dict[str, Answer] = {
    "verify": _verify,
    "dump": _dump,
    "export": _export,
    "check-forms": _check_forms,
    "check-translations": _check_translations,
    "selftest": _selftest,
}
