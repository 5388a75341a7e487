"""Paper: how the document prints, its PDF, and saving it somewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.model.acts import Way
from coprod_desktop.model.ports import Clock
from coprod_desktop.workspace.desk import Desk
from coprod_desktop.workspace.paper_wishes import USUAL_WISH, Copy, PaperWish
from coprod_desktop.workspace.printable import Printable, read_printable
from coprod_desktop.workspace.saving_files import safe_file_name, save_aside

if TYPE_CHECKING:
    from datetime import datetime

    from coprod_desktop.pdf.blocks import Paper


class Papers:
    """Makes paper of an open document. What is not shared never leaves the screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def blocks(self, *, with_drafts: bool = False) -> Paper:
        """Return the paper as it will print.

        With drafts, for the check screen: unshared words of the people here stand in
        it too, marked as not shared.
        """
        drafts = self._desk.drafts() if with_drafts else ()
        return self._printable().paper(self._now(), drafts)

    def pdf(self, wish: PaperWish = USUAL_WISH) -> bytes:
        """Return the PDF of what is shared, with its words as JSON inside.

        Raises:
            Problem: It cannot be drawn.
        """
        return pdf_of(self._printable(wish), self._now())

    def words_json(self) -> str:
        """Return what is shared as canonical JSON: the text inside the PDF."""
        return self._printable().words_json

    def safe_name(self, wish: PaperWish = USUAL_WISH) -> str:
        """Return a file name that tells the form and day, and nobody's name."""
        return safe_name_of(self._printable(wish), self._now())

    def export(
        self,
        place: Path,
        wish: PaperWish = USUAL_WISH,
        *,
        replacing: bool = False,
        password: str = "",
    ) -> Path:
        """Save the PDF in a folder (under a safe name) or at a file; return where.

        Under a password where one is given; it is kept nowhere.

        Raises:
            Problem: Something stands there already, or it could not be saved. Nothing
                half-written is left.
        """
        printable, now = self._printable(wish), self._now()
        file = place / safe_name_of(printable, now) if place.is_dir() else place
        content = under_password(pdf_of(printable, now), password)
        saved = save_aside(file, content, replacing=replacing)
        self._note(Way.EXPORTED, wish)
        return saved

    def was_printed(self, wish: PaperWish = USUAL_WISH) -> None:
        """Write down that these words went to the printer."""
        self._note(Way.PRINTED, wish)

    def _note(self, way: Way, wish: PaperWish) -> None:
        if wish.copy_for is Copy.BLANK:
            # There are no words on it that anybody could see.
            return
        scene = self._desk.scene
        scene.looks.note(self._desk.pen.writer, way, scene.document)

    def _now(self) -> datetime:
        return wall_time(self._desk.scene.clock)

    def _printable(self, wish: PaperWish = USUAL_WISH) -> Printable:
        scene = self._desk.scene
        language = wish.language or scene.ward.language
        shelf, choice = scene.ward.shelf, wish.choice
        return read_printable(
            scene.store, scene.document, shelf, language, choice=choice
        )


def wall_time(clock: Clock) -> datetime:
    """Return the time on the ward's wall, to the second: days on paper are its days."""
    return clock().replace(microsecond=0).astimezone()


def pdf_of(printable: Printable, printed_at: datetime) -> bytes:
    """Return the PDF of a document, with its words as JSON and as FHIR inside."""
    from coprod_desktop.pdf.metadata import (  # noqa: PLC0415
        bundle_attachment,
        words_attachment,
    )
    from coprod_desktop.pdf.render import render  # noqa: PLC0415

    if printable.choice.copy is Copy.BLANK:
        # No words are on it, so none are in it.
        return render(printable.paper(printed_at))
    text = printable.catalogue.text
    words = words_attachment(printable.words_json, text("workspace.words_inside"))
    attached = [words]
    if printable.carries_bundle:
        description = text("workspace.bundle_inside")
        attached.append(bundle_attachment(printable.bundle_json(), description))
    return render(printable.paper(printed_at), tuple(attached))


def under_password(pdf: bytes, password: str) -> bytes:
    """Return a PDF under a password; as it is where there is none.

    Raises:
        Problem: The password is too long.
    """
    if not password:
        return pdf
    from coprod_desktop.pdf.locking import locked  # noqa: PLC0415 - seldom needed

    return locked(pdf, password)


def some_pages(pdf: bytes, pages: tuple[int, ...]) -> bytes:
    """Return a PDF with these pages alone, counted from 0: for a printer only."""
    from coprod_desktop.pdf.some_pages import some_pages  # noqa: PLC0415 - as above

    return some_pages(pdf, pages)


def safe_name_of(printable: Printable, printed_at: datetime) -> str:
    """Return a file name that tells the form, day and code, and nobody's name."""
    code = printable.check_code.replace("-", "")
    return safe_file_name(
        "my",
        printable.form.template.id,
        *printable.choice.named,
        f"{printed_at:%Y-%m-%d}",
        code,
        ending="pdf",
    )
