"""A journal file gives back what was written, and says to the byte what it has lost."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.problem import Problem
from coprod_desktop.store import journal_file
from coprod_desktop.store.journal_file import (
    BEFORE_ALL,
    HEADER_BYTES,
    Damage,
    JournalFile,
    JournalKey,
    Mark,
    NotReadable,
    Record,
    Seal,
    read_seal,
    survey,
    write_aside,
)
from coprod_desktop.store.schema import Book
from tests.fakes import FakeRandom

KEY = JournalKey(b"w" * 16, b"k" * 32)
SEAL = Seal(KEY, Book.JOURNAL, b"f" * 16)
WORDS = (b"one", b"", b"three " * 50, b"four")


def written(path: Path, *payloads: bytes, after: Mark = BEFORE_ALL) -> JournalFile:
    """A file with these records, open to be written on."""
    end = write_aside(path, SEAL, payloads, after=after, random=FakeRandom("file"))
    return JournalFile(path, SEAL, end, path.stat().st_size)


def add(file: JournalFile, payload: bytes) -> None:
    file.append(*file.closed(payload, FakeRandom("more")))


def read(content: bytes) -> list[Record | Damage]:
    """Everything that a file's content holds."""
    file = io.BytesIO(content)
    return list(survey(file, read_seal(file, KEY, Book.JOURNAL)))


def payloads(found: list[Record | Damage]) -> list[bytes]:
    return [one.payload for one in found if isinstance(one, Record)]


def places(found: list[Record | Damage]) -> list[tuple[int, int]]:
    return [(one.mark.place, one.end) for one in found if isinstance(one, Record)]


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    """The bytes of a file with four records."""
    written(tmp_path / "journal", *WORDS).close()
    return (tmp_path / "journal").read_bytes()


@given(st.lists(st.binary(max_size=200)), st.lists(st.binary(max_size=200)))
def test_what_is_written_is_read(tmp_path_factory, first, later):
    path = tmp_path_factory.mktemp("any") / "journal"
    file = written(path, *first)
    for one in later:
        add(file, one)
    file.close()

    found = read(path.read_bytes())

    assert payloads(found) == first + later
    assert [one.mark.sequence for one in found] == list(range(1, len(found) + 1))
    if found:
        assert found[-1].mark == file.end
    assert path.stat().st_size == file.size


def test_nothing_that_was_written_can_be_read_without_the_key(content: bytes):
    assert b"three" not in content
    with pytest.raises(NotReadable):
        read_seal(io.BytesIO(content), KEY, Book.DRAFTS)
    other = JournalKey(b"o" * 16, b"k" * 32)
    with pytest.raises(NotReadable):
        read_seal(io.BytesIO(content), other, Book.JOURNAL)
    no_key = Seal(JournalKey(b"w" * 16, b"x" * 32), Book.JOURNAL, b"f" * 16)
    file = io.BytesIO(content)
    assert list(survey(file, no_key)) == [Damage(HEADER_BYTES, len(content))]


def test_a_file_cut_anywhere_keeps_every_record_before_the_cut(content: bytes):
    whole = read(content)

    for length in range(len(content)):
        if length < HEADER_BYTES:
            with pytest.raises(NotReadable):
                read(content[:length])
            continue
        left = [place for place in places(whole) if place[1] <= length]
        found = read(content[:length])
        assert places(found) == left
        end = left[-1][1] if left else HEADER_BYTES
        torn = [Damage(end, length)] if length > end else []
        assert [one for one in found if isinstance(one, Damage)] == torn


def test_a_flipped_bit_anywhere_costs_the_one_record_it_stands_in(content: bytes):
    whole = read(content)

    for at in range(len(content)):
        flipped = bytearray(content)
        flipped[at] ^= 1 << at % 8
        if at < HEADER_BYTES:
            with pytest.raises(NotReadable):
                read(bytes(flipped))
            continue
        (hit,) = (place for place in places(whole) if place[0] <= at < place[1])
        found = read(bytes(flipped))
        assert places(found) == [one for one in places(whole) if one != hit]
        assert found[places(whole).index(hit)] == Damage(*hit)


def pieces(content: bytes) -> list[bytes]:
    """The header and each record, as bytes."""
    return [content[:HEADER_BYTES], *(content[a:b] for a, b in places(read(content)))]


def test_a_record_that_is_left_out_moved_or_doubled_shows(content: bytes):
    head, one, two, three, four = pieces(content)

    for changed in (
        head + one + three + four,
        head + one + three + two + four,
        head + one + two + two + three + four,
        head + two + one + three + four,
    ):
        assert any(isinstance(found, Damage) for found in read(changed))


def test_a_record_of_another_file_does_not_open(content: bytes, tmp_path: Path):
    other = Seal(KEY, Book.JOURNAL, b"o" * 16)
    write_aside(
        tmp_path / "other", other, WORDS, after=BEFORE_ALL, random=FakeRandom("other")
    )
    theirs = (tmp_path / "other").read_bytes()[HEADER_BYTES:]
    start = b"".join(pieces(content)[:3])

    found = read(start + theirs)

    assert payloads(found) == [WORDS[0], WORDS[1]]
    assert found[-1] == Damage(len(start), len(start + theirs))


def test_an_older_end_of_the_same_file_shows_in_its_place(tmp_path: Path):
    file = written(tmp_path / "journal", b"one")
    before, size = file.end, file.size
    add(file, b"two")
    old = (tmp_path / "journal").read_bytes()[size:]
    file.cut_back(before, size)
    add(file, b"another two")
    add(file, b"three")
    file.close()
    head, one, _, three = pieces((tmp_path / "journal").read_bytes())

    found = read(head + one + old + three)

    assert Damage(len(head + one + old), len(head + one + old)) in found


class LostBlock(io.BytesIO):
    """A disk that gives some bytes back no more."""

    def __init__(self, content: bytes, lost: range) -> None:
        super().__init__(content)
        self._lost = lost

    def read(self, length: int | None = -1, /) -> bytes:
        start = self.tell()
        found = super().read(length)
        if set(range(start, start + len(found))) & set(self._lost):
            raise OSError(errno.EIO, "Input/output error")
        return found


def test_a_block_that_the_disk_has_lost_costs_what_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal_file, "_BLOCK", 128)
    monkeypatch.setattr(journal_file, "_CHUNK", 512)
    many = [b"%d " % number * 10 for number in range(20)]
    written(tmp_path / "journal", *many).close()
    content = (tmp_path / "journal").read_bytes()
    lost = range(512, 640)
    file = LostBlock(content, lost)

    found = list(survey(file, read_seal(file, KEY, Book.JOURNAL)))

    left = [one for one in places(read(content)) if not set(range(*one)) & set(lost)]
    assert places(found) == left
    (damage,) = (one for one in found if isinstance(one, Damage))
    assert damage.place <= lost.start < lost.stop <= damage.end


def test_a_length_that_no_record_has_is_damage(content: bytes):
    head, one, *rest = pieces(content)
    for length in (0, 2**28 + 1):
        changed = one[:4] + length.to_bytes(4, "big") + one[8:]

        found = read(head + changed + b"".join(rest))

        assert payloads(found) == list(WORDS[1:])


def full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["os.write", "sync_file"])
def test_a_record_that_could_not_be_written_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
):
    file = written(tmp_path / "journal", b"one")
    before = (tmp_path / "journal").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(f"coprod_desktop.store.journal_file.{call}", full)
        with pytest.raises(OSError, match="No space"):
            add(file, b"two")
    assert file.is_unsettled

    file.cut_back(file.end, file.size)

    assert not file.is_unsettled
    assert (tmp_path / "journal").read_bytes() == before
    add(file, b"two")
    file.close()
    assert payloads(read((tmp_path / "journal").read_bytes())) == [b"one", b"two"]


def test_a_record_that_is_written_in_pieces_is_written_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    real = os.write
    file = written(tmp_path / "journal", b"one")
    monkeypatch.setattr(os, "write", lambda file, left: real(file, left[:7]))

    add(file, b"two")

    monkeypatch.undo()
    file.close()
    assert payloads(read((tmp_path / "journal").read_bytes())) == [b"one", b"two"]


def test_a_file_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space"):
        written(tmp_path / "journal", b"one")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", ["taken away", "another in its place"])
def test_nothing_is_written_to_a_file_that_is_not_there_any_more(
    tmp_path: Path, how: str
):
    file = written(tmp_path / "journal", b"one")
    (tmp_path / "journal").rename(tmp_path / "elsewhere")
    if how == "another in its place":
        (tmp_path / "journal").write_bytes((tmp_path / "elsewhere").read_bytes())

    with pytest.raises(Problem, match=r"store\.folder_gone"):
        add(file, b"two")

    file.close()
    assert payloads(read((tmp_path / "elsewhere").read_bytes())) == [b"one"]


def test_what_stands_behind_the_last_record_is_seen(tmp_path: Path):
    file = written(tmp_path / "journal", b"one")
    assert not file.has_more
    assert file.is_one_record

    with (tmp_path / "journal").open("ab") as torn:
        torn.write(b"\x8aREC half a record")

    assert file.has_more
    add(file, b"two")
    assert not file.is_one_record
    file.close()
