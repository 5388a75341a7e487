"""Making database and journal agree when a ward is opened, and making either anew.

What holds: what one of the two has lost is put back from the other, and told. Nothing
that is damaged is written over: it is moved aside. Where both would have to be believed
at once, nothing is touched and a person is asked: :mod:`~coprod_desktop.store.rescue`
still reads whatever can be read.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace

from coprod_desktop.crypto.doors import Random
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress, part
from coprod_desktop.store.asides import move_aside
from coprod_desktop.store.comparing import State, Tail, find_tail, lines_behind
from coprod_desktop.store.database import Database
from coprod_desktop.store.encrypted_file import database_at, log_of
from coprod_desktop.store.findings import Finding
from coprod_desktop.store.journal import (
    Journal,
    journal_key,
    keep_mark,
    read_marks,
)
from coprod_desktop.store.journal_file import (
    BEFORE_ALL,
    JournalKey,
    Mark,
    NotReadable,
    path_of,
)
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.places import Folder
from coprod_desktop.store.problems import problem_from_system
from coprod_desktop.store.projections import every_entry, last_entry, read_head, rebuild
from coprod_desktop.store.replaying import Replay
from coprod_desktop.store.rows import reading_record
from coprod_desktop.store.schema import Book
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.upgrading import take_steps
from coprod_desktop.systems import sync_folder

_MADE_ANEW = {
    Book.JOURNAL: "store.told.journal_made_anew",
    Book.DRAFTS: "store.told.drafts_made_anew",
}


def make_agree(
    database: Database,
    journal: Journal,
    distrusted: Collection[str] = (),
    progress: Progress = lambda *_: None,
) -> tuple[Finding, ...]:
    """Give the database what the journal is ahead, and make a damaged journal anew.

    ``distrusted`` names journal files that were found damaged while they were in use.
    ``progress`` is told how many entries were written of a journal that is made anew.
    Returns what a member of staff must be told; a crash alone is nothing to tell.

    Raises:
        Problem: The two do not belong together, or the disk fails.
    """
    told = []
    journal.watch_reserve()
    with database.transaction() as turn:
        marks = read_marks(turn)
        tails, added = _catch_up(turn, journal.folder, journal.key, marks)
        if tails[Book.JOURNAL].breaks_off:
            raise Problem("store.journal_breaks_off")
        if read_head(turn) != last_entry(turn):
            with reading_record():
                rebuild(turn, every_entry(turn))
            told.append(Finding("store.told.lists_made_anew"))
    if any(tail.more > 1 for tail in tails.values()):
        told.append(Finding("store.told.database_was_older", {"entries": added}))
    for book, tail in tails.items():
        is_sound = tail.state is State.READ and book not in distrusted
        with database.transaction() as turn:
            if is_sound:
                journal.resume(book, tail.end, tail.size)
            else:
                _write_anew(turn, journal, book, progress)
        is_new = tail.state is State.MISSING and tail.mark == BEFORE_ALL
        if tail.state is State.FORKED or tail.breaks_off:
            told.append(Finding("store.told.drafts_differed"))
        elif not (is_sound or is_new):
            told.append(Finding(_MADE_ANEW[book]))
    if not journal.is_tidy:
        # On a full disk the ward opens all the same; the next change tries again.
        with suppress(Problem):
            database.tidy()
    return tuple(told)


def _write_anew(turn: Turn, journal: Journal, book: Book, progress: Progress) -> None:
    """Write a file anew; ``progress`` is told of the one that takes a while."""
    after, of, done = read_marks(turn)[book], last_entry(turn).number, 0

    def step(rows: int) -> None:
        nonlocal done
        done += rows
        if book is Book.JOURNAL:
            # The few rows that are no entries make the end come a little early.
            progress(min(done, of), of)

    journal.write_anew(turn, book, after, keeping=True, step=step)


def make_database_anew(
    folder: Folder, key: WardKey, random: Random, progress: Progress = lambda *_: None
) -> int:
    """Make the database from the journal alone; return how many entries it has.

    What lay in its place is moved aside. ``progress`` is told how far it is.

    Raises:
        NotReadable: The journal is not whole. Nothing was changed.
        Problem: The disk is full or fails, or a newer program wrote the journal.
    """
    aside = folder.database.with_name(f"{folder.database.name}.new")
    clear_leftovers(folder)
    database = database_at(aside, key, is_new=True)
    try:
        count = fill(database, folder, key, random, progress)
        database.close()
        move_aside(folder.database)
        move_aside(log_of(folder.database))
        aside.replace(folder.database)
        sync_folder(folder.ward)
    except OSError as error:
        raise problem_from_system(error) from error
    finally:
        database.abandon()
        clear_leftovers(folder)
    return count


def fill(
    database: Database,
    folder: Folder,
    key: WardKey,
    random: Random,
    progress: Progress = lambda *_: None,
) -> int:
    """Put all that a whole journal says into an empty database; count its entries.

    Raises:
        NotReadable: A file of the journal is missing or damaged.
        Problem: A newer program wrote it.
    """
    with database.transaction() as turn:
        take_steps(turn.connection, key, random)
        marks = dict.fromkeys(Book, BEFORE_ALL)
        tails, added = _catch_up(turn, folder, journal_key(key), marks, progress)
        if any(tail.state is not State.READ for tail in tails.values()):
            raise NotReadable
    return added


def clear_leftovers(folder: Folder) -> None:
    """Remove what a crash left half made; where the disk fails, at the next opening."""
    for path in (folder.journal, folder.drafts, folder.database):
        aside = path.with_name(f"{path.name}.new")
        for one in (aside, log_of(aside)):
            with suppress(OSError):
                one.unlink(missing_ok=True)


def _catch_up(
    turn: Turn,
    folder: Folder,
    key: JournalKey,
    marks: dict[Book, Mark],
    progress: Progress = lambda *_: None,
) -> tuple[dict[Book, Tail], int]:
    """Give the database what stands behind its marks; count the entries it lacked."""
    tails = {
        book: find_tail(path_of(folder, book), key, book, marks[book]) for book in Book
    }
    if tails[Book.JOURNAL].state is State.FORKED:
        raise Problem("store.journal_forked")
    replay = Replay(turn)
    newest, before = 0, 0
    read, whole = part(progress, 0, 60), sum(tail.size for tail in tails.values())
    for book in (Book.JOURNAL, Book.DRAFTS):
        path, tail, last = path_of(folder, book), tails[book], marks[book]
        if tail.state is State.READ and not tail.more:
            last = tail.end
        for number, (record, lines) in enumerate(lines_behind(path, key, book, tail)):
            if lines.beside > newest:
                # Its other half was never written: nobody was told that it is safe.
                place = record.mark.place
                tails[book] = replace(tail, end=last, size=place, more=number)
                break
            replay.apply(lines, book)
            last = record.mark
            read(before + record.end, whole)
        before += tail.size
        if last != marks[book]:
            keep_mark(turn, book, last)
        newest = newest or last.sequence
    replay.fold(part(progress, 60, 40))
    return tails, replay.entries
