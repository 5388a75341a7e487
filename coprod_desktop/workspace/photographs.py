"""Photographs of the sheets of the open form: keeping them, and looking at them.

A photograph is the person's handwriting itself. It is kept as it came, under the same
key as shared words, and whoever may read those may look at it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coprod_desktop.model.acts import PhotographKept, PictureFacts
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.permissions import Action, State, may, who_is
from coprod_desktop.model.photographs import MOST_BYTES, is_pdf, picture_facts
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.wire import instant_from_json
from coprod_desktop.pdf.scans import scan_facts
from coprod_desktop.pdf.sheet_code import read_sheet_code
from coprod_desktop.workspace.desk import Desk


@dataclass(frozen=True, slots=True)
class Photograph:
    """One that is kept."""

    told: PhotographKept
    by: PersonId
    """Who brought it."""
    at: datetime
    questions: tuple[str, ...]
    """The ids of the questions on the sheet."""


class Photographs:
    """Keeps photographs of an open form's sheets and gives them back."""

    def __init__(self, desk: Desk, questions: Callable[[str], tuple[str, ...]]) -> None:
        """``questions`` gives those on the sheet with a code, or refuses it."""
        self._desk = desk
        self._questions = questions

    def kept(self) -> tuple[Photograph, ...]:
        """Return what is kept of this form's sheets, oldest first.

        Raises:
            Problem: The file is damaged.
        """
        scene = self._desk.scene
        return tuple(
            Photograph(
                told,
                entry.unsigned.by,
                instant_from_json(entry.unsigned.at),
                self._questions(told.sheet),
            )
            for entry, told in scene.store.photographs.of(scene.document)
        )

    def of_question(self, question: str) -> tuple[Photograph, ...]:
        """Return those of sheets that a question stands on, the newest first."""
        return tuple(one for one in reversed(self.kept()) if question in one.questions)

    def file(self, photograph: Photograph) -> bytes:
        """Return the file of one, as it came.

        Raises:
            Problem: Nobody here may see it, or it is not as it was kept.
        """
        scene = self._desk.scene
        patient, see = scene.patient.id, (Action.READ, State.PHOTOGRAPH)
        if not any(
            may(who_is(one, patient), *see, is_own=one.id == patient)
            for one in scene.here
        ):
            raise Problem("photograph.not_yours")
        return scene.store.photographs.content(photograph.told)

    def keep(self, typed: str, content: bytes) -> None:
        """Keep a file as the photograph of the sheet with this code.

        Whoever holds the pen brings it. When this returns, the disk has it.

        Raises:
            Problem: The sheet is not one of this form, this is no picture that can be
                kept, it is kept already, or it could not be written. Then nothing was.
        """
        self._questions(typed)
        told = PhotographKept(
            str(read_sheet_code(typed)),
            hashlib.sha256(content).digest(),
            len(content),
            _facts(content),
        )
        if told in {one.told for one in self.kept()}:
            raise Problem("photograph.kept_already")
        scene, by = self._desk.scene, self._desk.pen.writer
        if not (scene.is_here(scene.patient.id) and scene.ward.can_write(by)):
            raise Problem("workspace.pen_not_here")
        scene.store.photographs.keep(scene.document, told, content, by)


def file_at(place: Path) -> bytes:
    """Return what a file holds, as far as it could be a picture that can be kept.

    Raises:
        Problem: It is not there any more, cannot be read, or is too big.
    """
    try:
        if not place.is_file():
            raise Problem("photograph.not_readable")
        with place.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        # Nothing of what it is called may go anywhere.
        raise Problem("photograph.not_readable") from None
    # Refused before anything is drawn of it.
    _facts(content)
    return content


def _facts(content: bytes) -> PictureFacts:
    return scan_facts(content) if is_pdf(content) else picture_facts(content)
