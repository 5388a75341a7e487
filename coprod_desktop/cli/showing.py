"""Commands that show what was shared: as JSON, and as paper."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path

from coprod_desktop.cli.asking import (
    Asked,
    Command,
    add_json,
    add_opening,
    add_signing,
    certificate_of,
    new_password,
    opened,
)
from coprod_desktop.cli.telling import OK, sentence_of, write_out
from coprod_desktop.i18n.catalogue import Catalogue, languages
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.model.acts import Way
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.documents import DocumentLine
from coprod_desktop.workspace.exports import Shape, exported
from coprod_desktop.workspace.looks import WHOLE_WARD
from coprod_desktop.workspace.paper_wishes import (
    BESIDE,
    USUAL_WISH,
    Copy,
    PaperChoice,
    PaperKind,
    PaperWish,
)
from coprod_desktop.workspace.papers import pdf_of, under_password, wall_time
from coprod_desktop.workspace.printable import Printable, read_printable
from coprod_desktop.workspace.saving_files import save_aside
from coprod_desktop.workspace.signing import signed
from coprod_desktop.workspace.ward import Ward

_SHAPES = {
    Shape.FHIR: "cli.export_fhir",
    Shape.JSON: "cli.export_json",
    Shape.TEXT: "cli.export_text",
    Shape.HTML: "cli.export_html",
}


def printable(ward: Ward, document: str, wish: PaperWish = USUAL_WISH) -> Printable:
    """Return what goes onto the paper of the document whose id begins so.

    Raises:
        Problem: There is none, or more than one.
    """
    line = line_of(ward, document)
    asked = wish.language or ward.language
    return read_printable(ward.store, line.id, ward.shelf, asked, choice=wish.choice)


def line_of(ward: Ward, document: str) -> DocumentLine:
    """Return the line of the document whose id begins so.

    Raises:
        Problem: There is none, or more than one.
    """
    lines = ward.store.documents.find(document) if document else ()
    if len(lines) != 1:
        raise Problem("cli.no_such_document")
    return lines[0]


def note_look(ward: Ward, words: Catalogue, document: DocumentId) -> None:
    """Write down that who opened the ward had words given out; say if it fails."""
    ward.looks.note(ward.opened_by.id, Way.EXPORTED, document)
    if ward.looks.problem is not None:
        print(sentence_of(ward.looks.problem, words), file=sys.stderr)


def _add_dump(one: argparse.ArgumentParser, words: Catalogue) -> None:
    one.add_argument("--document", help=words.text("cli.document"))
    add_json(one, words)
    add_opening(one, words)


def _dump(asked: Asked, words: Catalogue) -> int:
    with closing(opened(asked, words)) as ward:
        if asked.document is not None:
            found = [printable(ward, asked.document)]
        else:
            lines = reversed(ward.store.documents.find())
            found = [printable(ward, one.id) for one in lines]
        if asked.json:
            # The list below tells no words, so nobody has seen any.
            seen = found[0].document.id if asked.document is not None else WHOLE_WARD
            note_look(ward, words, seen)
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
        write_out(found[0].words_json)
    else:
        texts = ",".join(one.words_json for one in found)
        write_out(f'{{"documents":[{texts}],"schema":"coprod-dump/1"}}')
    return OK


def _add_export(one: argparse.ArgumentParser, words: Catalogue) -> None:
    text = words.text
    one.add_argument("--document", required=True, help=text("cli.document"))
    shapes = one.add_mutually_exclusive_group()
    for shape, says in _SHAPES.items():
        shapes.add_argument(
            f"--{shape.value}",
            action="store_const",
            const=shape,
            dest="shape",
            help=text(says),
        )
    one.add_argument(
        "--paper",
        choices=[*PaperKind],
        default=PaperKind.CLEAR,
        type=PaperKind,
        help=text("cli.export_paper"),
    )
    one.add_argument(
        "--copy",
        choices=[*Copy],
        default=Copy.MINE,
        type=Copy,
        help=text("cli.export_copy"),
    )
    pairs = [f"{first}+{second}" for first, second in BESIDE.items()]
    one.add_argument(
        "--language",
        choices=[*languages(), *pairs],
        default="",
        help=text("cli.export_language"),
    )
    one.add_argument("--password", action="store_true", help=text("cli.password"))
    add_signing(one, words)
    one.add_argument("--replace", action="store_true", help=text("cli.replace"))
    one.add_argument("file", type=Path, nargs="?", help=text("cli.export_file"))
    add_opening(one, words)


def _wish(asked: Asked) -> PaperWish:
    """Return the paper that is asked for.

    Other shapes have no sizes and one language; whose copy it is, stands in them too.
    """
    language, _, beside = asked.language.partition("+")
    kind = PaperKind.CLEAR if asked.shape else asked.paper
    return PaperWish(
        PaperChoice(kind, asked.copy, "" if asked.shape else beside), language
    )


def _export(asked: Asked, words: Catalogue) -> int:
    if asked.file is None and asked.shape is None:
        raise Problem("cli.export_needs_file")
    if asked.shape and asked.copy is Copy.BLANK:
        raise Problem("cli.blank_is_paper")
    if asked.password and (asked.shape or asked.file is None):
        raise Problem("cli.password_for_pdf")
    if asked.sign and (asked.shape or asked.file is None or asked.password):
        raise Problem("cli.sign_for_pdf")
    password = new_password(words) if asked.password else ""
    certificate = certificate_of(asked, words) if asked.sign else None
    with closing(opened(asked, words)) as ward:
        found = printable(ward, asked.document, _wish(asked))
        now = wall_time(ward.world.clock)
        told = exported(found, asked.shape, now) if asked.shape else ""
        if asked.file is not None:
            pdf = b"" if asked.shape else under_password(pdf_of(found, now), password)
            if certificate is not None:
                pdf = signed(ward, pdf, certificate, now)
            content = told.encode() if asked.shape else pdf
            save_aside(asked.file, content, replacing=asked.replace)
        if found.choice.copy is not Copy.BLANK:
            note_look(ward, words, found.document.id)
    if asked.file is not None:
        print(asked.file)
    else:
        write_out(told)
    return OK


def _add_find(one: argparse.ArgumentParser, words: Catalogue) -> None:
    one.add_argument("words", nargs="+", help=words.text("cli.find_words"))
    one.add_argument("--patient", help=words.text("cli.find_patient"))
    add_json(one, words)
    add_opening(one, words)


def _find(asked: Asked, words: Catalogue) -> int:
    with closing(opened(asked, words)) as ward:
        people = ward.people
        patient = None
        if asked.patient is not None:
            named = [
                one.id for one in people.everyone if asked.patient in (one.name, one.id)
            ]
            if not named:
                raise Problem("cli.no_such_patient")
            patient = named[0]
        found = ward.store.search.find(" ".join(asked.words), patient)
    if asked.json:
        told = [
            {
                "entry": one.number,
                "document": one.document,
                "question": one.question,
                "voice": one.voice,
                "at": one.at.isoformat(),
                "words": one.words,
            }
            for one in found
        ]
        print(json.dumps({"found": told}, ensure_ascii=False, sort_keys=True))
        return OK
    for one in found:
        print(
            words.text(
                "cli.find_line",
                document=one.document,
                day=long_date(one.at.date(), words.language),
                name=people[one.voice].name,
            )
        )
    return OK


COMMANDS = {
    "dump": Command("cli.dump", _dump, _add_dump),
    "find": Command("cli.find", _find, _add_find),
    "export": Command("cli.export", _export, _add_export),
}
