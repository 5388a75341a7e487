"""Checking a ward's files, making one anew from the others, saving what is left.

For a ward that nobody has open. Whoever does it opens it with their passphrase.
"""

from __future__ import annotations

from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.model.acts import PhotographKept, PictureKind, Way
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress, part
from coprod_desktop.workspace.opening_news import OpeningNews, opening_news
from coprod_desktop.workspace.rescuing import rescued_json
from coprod_desktop.workspace.saving_files import (
    safe_file_name,
    save_aside,
    save_in,
)

if TYPE_CHECKING:
    from coprod_desktop.store.rescue import Rescued
    from coprod_desktop.workspace.doorway import Doorway
    from coprod_desktop.workspace.restoring import Hand


class Mend(StrEnum):
    """What can be done about a ward's files."""

    CHECK = "check"
    LISTS = "lists"
    DATABASE = "database"
    JOURNAL = "journal"
    RESCUE = "rescue"


def mend(
    doorway: Doorway, what: Mend, by: Hand, progress: Progress = lambda *_: None
) -> tuple[OpeningNews, ...]:
    """Check the ward, or make a file of it anew; return what to tell. Slow.

    ``progress`` is told how far it is.

    What was in the place of a file that is made anew is kept beside it.

    Raises:
        Problem: The passphrase is wrong, the file cannot be made from what is there,
            or a program has the ward open. Nothing was changed.
        ValueError: What is left was to be saved, which takes a file.
    """
    if what is Mend.CHECK:
        return _checked(doorway, by, progress)
    if what is Mend.LISTS:
        with closing(doorway.open(*by)) as ward:
            ward.store.documents.rebuild(progress)
        return (OpeningNews("mend.lists_done", {}),)
    if what is Mend.RESCUE:
        raise ValueError("what is left goes into a file: save_what_is_left")
    found = doorway.rebuild(*by, what.value, progress)
    told = (OpeningNews(one.key, one.named) for one in found)
    return (OpeningNews("mend.done", {}), *told)


def save_what_is_left(
    doorway: Doorway,
    by: Hand,
    file: Path,
    progress: Progress = lambda *_: None,
) -> tuple[OpeningNews, ...]:
    """Save every shared entry that can be read; return how many, and what is missing.

    Photographs of sheets go into a folder beside the file, each as it came.

    Where the ward can still be opened, it is written down for everybody whose words
    they are that somebody saved them; else nothing in its folder is changed. Slow;
    ``progress`` is told how far it is.

    Raises:
        Problem: The passphrase is wrong, a program has the ward open, or the file
            cannot be written.
    """
    found = doorway.rescue(*by, part(progress, 0, 60))
    save_aside(file, rescued_json(found).encode())
    told = [OpeningNews("mend.rescued", {"entries": len(found.entries)})]
    for first, last in found.missing:
        told.append(OpeningNews("mend.missing", {"first": first, "last": last}))
    told += save_photographs(doorway, by, found, file, part(progress, 60, 30))
    if not note_all_saved(doorway, by):
        told.append(OpeningNews("workspace.look_not_written", {}))
    progress(100, 100)
    return tuple(told)


def save_photographs(
    doorway: Doorway,
    by: Hand,
    found: Rescued,
    file: Path,
    progress: Progress = lambda *_: None,
    *,
    replacing: bool = False,
) -> tuple[OpeningNews, ...]:
    """Save the photographs that ``found`` tells of and can be read; return how many.

    They go into a folder beside ``file``. Each is called by the code of its sheet and
    the beginning of its SHA-256, both of which stand in the file. Where one cannot be
    written, the words are safe already, so that is told and not raised.
    """
    count = len(found.photographs)
    if not count:
        return ()
    folder = file.with_name(f"{file.stem}-photographs")
    saved, told = 0, []

    def give(photograph: PhotographKept, content: bytes) -> None:
        nonlocal saved
        save_in(folder, _name_of(photograph), content, replacing=replacing)
        saved += 1

    try:
        doorway.rescue_photographs(*by, found.photographs, give, progress)
    except Problem as problem:
        told.append(OpeningNews(problem.key, {}))
    told.append(OpeningNews("mend.photographs", {"count": saved}))
    if saved < count:
        told.append(OpeningNews("mend.photographs_lost", {"count": count - saved}))
    return tuple(told)


def _name_of(photograph: PhotographKept) -> str:
    begins = photograph.sha256.hex()[:8]
    kind = photograph.facts.kind
    ending = "jpg" if kind is PictureKind.JPEG else kind.value
    return safe_file_name("photograph", photograph.sheet, begins, ending=ending)


def note_all_saved(doorway: Doorway, by: Hand) -> bool:
    """Write down that somebody saved all words of the ward; return whether it could be.

    Slow: the ward is opened for it, as it is at any opening.
    """
    try:
        with closing(doorway.open(*by)) as ward:
            ward.looks.note(by.person, Way.EXPORTED)
            return ward.looks.problem is None
    except Problem:
        return False


def _checked(doorway: Doorway, by: Hand, progress: Progress) -> tuple[OpeningNews, ...]:
    with closing(doorway.open(*by)) as ward:
        store = ward.store
        broken = store.record.verify(part(progress, 0, 85))
        told = [*opening_news(store)]
        if broken is not None:
            told.append(OpeningNews("check.entry_changed", {"entry": broken.number}))
        else:
            differs = store.hold_against_journal(part(progress, 85, 14))
            told += (OpeningNews(one.key, one.named) for one in differs)
        entries = store.record.head()
    progress(100, 100)
    return tuple(told) or (OpeningNews("mend.well", {"entries": entries}),)
