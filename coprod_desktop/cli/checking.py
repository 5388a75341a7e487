"""Commands that check: the store, a paper, forms, translations, the program itself."""

from __future__ import annotations

import argparse
import json
import tempfile
from contextlib import closing
from getpass import getpass
from pathlib import Path
from typing import Any

from coprod_desktop.cli.asking import (
    Asked,
    Command,
    add_json,
    add_opening,
    hand_of,
    opened,
    read,
    real_world,
)
from coprod_desktop.cli.showing import line_of, printable
from coprod_desktop.cli.telling import (
    NOT_THE_SAME,
    OK,
    sentence_of,
    show_progress,
    tell_problems,
)
from coprod_desktop.content.forms import bundled_shelf
from coprod_desktop.content.published import changed_since_published
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.checks import check_translations
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import part
from coprod_desktop.workspace import paper_checking, restoring, verifying
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.papers import pdf_of, wall_time
from coprod_desktop.workspace.ward import Ward

_DAMAGED = ("store.database_damaged", "store.database_truncated")


def _add_verify(one: argparse.ArgumentParser, words: Catalogue) -> None:
    one.add_argument("file", nargs="?", type=Path, help=words.text("cli.verify_file"))
    one.add_argument("--code", help=words.text("cli.verify_code"))
    one.add_argument("--backup", type=Path, help=words.text("cli.verify_backup"))
    one.add_argument("--document", help=words.text("cli.document"))
    add_json(one, words)
    add_opening(one, words)


def _verify(asked: Asked, words: Catalogue) -> int:
    if asked.backup is not None:
        return _verify_backup(asked, words)
    if asked.code is not None:
        return _verify_code(asked, words)
    if asked.file is None:
        return _verify_store(asked, words)
    pdf = read(asked.file)
    with closing(opened(asked, words)) as ward:
        found = _verdict(ward, pdf, words)
    if asked.json:
        told = [
            {
                "kind": one.kind.value,
                "page": one.page,
                "expected": one.expected,
                "found": one.found,
                "question": one.question,
            }
            for one in found.differences
        ]
        answer = {
            "paper": found.verdict.value,
            "document": found.document,
            "entry": found.entry,
            "differences": told,
            "signed": found.is_signed,
        }
        print(json.dumps(answer, ensure_ascii=False, sort_keys=True))
    else:
        print(words.text(f"cli.paper_{found.verdict.value}"))
        if found.is_signed:
            print(words.text("check_paper.signed"))
        for place in dict.fromkeys(paper_checking.places(found.differences, words)):
            print("-", place)
    return OK if found.is_genuine else NOT_THE_SAME


def _verdict(ward: Ward, pdf: bytes, words: Catalogue) -> verifying.PdfVerdict:
    """Hold a PDF against the store; its password is asked for where it has one."""
    try:
        return verifying.verify_pdf(ward.store, pdf, ward.shelf)
    except Problem as problem:
        if problem.key != "pdf.problem.locked":
            raise
    password = getpass(words.text("cli.password_of_file"))
    return verifying.verify_pdf(ward.store, pdf, ward.shelf, password=password)


def _verify_code(asked: Asked, words: Catalogue) -> int:
    """Say which words have a check code that stands on a page."""
    with closing(opened(asked, words)) as ward:
        checking = paper_checking.PaperChecking(ward)
        answer = checking.code(asked.code, words, show_progress(words))
    if asked.json:
        told = {"code": answer.mood, "says": answer.says}
        print(json.dumps(told, ensure_ascii=False, sort_keys=True))
    else:
        print(answer.says)
        if answer.careful:
            print(answer.careful)
    return NOT_THE_SAME if answer.mood == "problem" else OK


def _verify_backup(asked: Asked, words: Catalogue) -> int:
    """Rebuild a whole ward from a backup, in a folder that is thrown away."""
    by = hand_of(asked, words, restoring.keyring_in(asked.backup))
    progress = show_progress(words)
    try:
        found = restoring.try_out(asked.backup, by, real_world(), progress)
    except Problem as problem:
        if not problem.key.startswith("backup."):
            raise
        told = sentence_of(problem, words)
        print(json.dumps({"backup": "damaged"}) if asked.json else told)
        return NOT_THE_SAME
    if asked.json:
        answer = {"backup": "ok", "number": found.number, "entries": found.head}
        print(json.dumps(answer, sort_keys=True))
    else:
        print(words.text("cli.backup_ok", number=found.number, entries=found.head))
    return OK


def _verify_store(asked: Asked, words: Catalogue) -> int:
    progress = show_progress(words)
    try:
        with closing(opened(asked, words)) as ward:
            if asked.document is not None:
                broken = ward.store.record.check(line_of(ward, asked.document).id)
            else:
                broken = verifying.verify_store(ward.store, part(progress, 0, 85))
            head = ward.store.record.head()
            noticed = [*ward.store.told]
            if broken is None:
                noticed += ward.store.hold_against_journal(part(progress, 85, 14))
        progress(100, 100)
    except Problem as problem:
        if problem.key not in _DAMAGED:
            raise
        # No entry can be named; but that something is wrong is the answer.
        told = sentence_of(problem, words)
        print(json.dumps({"store": "damaged"}) if asked.json else told)
        return NOT_THE_SAME
    if asked.json:
        answer: dict[str, Any] = {
            "store": "broken" if broken else "ok",
            "entries": head,
        }
        if broken:
            answer |= {"entry": broken.number, "fault": broken.fault.value}
        if noticed:
            answer["noticed"] = [{"key": one.key, **one.named} for one in noticed]
        print(json.dumps(answer, sort_keys=True))
        return NOT_THE_SAME if broken or noticed else OK
    for one in noticed:
        print(words.text(one.key, **one.named))
    if broken:
        fault = words.text(f"cli.fault.{broken.fault.value}")
        print(words.text("cli.store_broken", entry=broken.number, fault=fault))
    else:
        print(words.text("cli.store_ok", entries=head))
    return NOT_THE_SAME if broken or noticed else OK


def _check_forms(_asked: Asked, words: Catalogue) -> int:
    shelf = bundled_shelf()
    problems = list(shelf.problems(words.language))
    for folder in shelf.folders:
        problems += changed_since_published(folder)
    forms = shelf.forms(words.language)
    return tell_problems(problems, words, words.text("cli.forms_ok", forms=len(forms)))


def _check_translations(_asked: Asked, words: Catalogue) -> int:
    return tell_problems(check_translations(), words, words.text("cli.translations_ok"))


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
    return [pdf_of(printable(ward, one.id), now) for one in lines]


COMMANDS = {
    "verify": Command("cli.verify", _verify, _add_verify),
    "check-forms": Command("cli.check_forms", _check_forms),
    "check-translations": Command("cli.check_translations", _check_translations),
    "selftest": Command("cli.selftest", _selftest),
}
