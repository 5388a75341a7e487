"""What a picture's file says of itself, and which files are refused."""

from __future__ import annotations

import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.acts import PictureFacts, PictureKind
from coprod_desktop.model.photographs import MOST_BYTES, picture_facts
from coprod_desktop.model.problem import Problem

END = b"\xff\xda\x00\x02 pixels \xff\xd9"


def png(width: int, height: int) -> bytes:
    """A small file that says how large it is; one colour all over."""
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    parts = (
        (b"IHDR", size + b"\x08\x00\x00\x00\x00"),
        (b"IDAT", zlib.compress(b"\x00" * 64)),
        (b"IEND", b""),
    )
    told = b"".join(
        len(what).to_bytes(4, "big")
        + name
        + what
        + zlib.crc32(name + what).to_bytes(4, "big")
        for name, what in parts
    )
    return b"\x89PNG\r\n\x1a\n" + told


def frame(width: int, height: int, marker: int = 0xC0) -> bytes:
    """The part of a JPEG that says how large it is."""
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return bytes((0xFF, marker)) + b"\x00\x0b\x08" + size + b"\x01\x01\x11\x00"


def jpeg(*parts: bytes) -> bytes:
    """A JPEG's beginning with these parts."""
    return b"\xff\xd8" + b"".join(parts)


def place(words: bytes) -> bytes:
    """What a camera writes beside the picture."""
    return b"\xff\xe1" + (2 + len(words)).to_bytes(2, "big") + words


def refused(content: bytes) -> str:
    with pytest.raises(Problem) as told:
        picture_facts(content)
    return told.value.key


def test_a_scan_and_a_photograph_say_what_they_are():
    assert picture_facts(png(640, 480)) == PictureFacts(PictureKind.PNG, 640, 480)
    for parts in (
        (place(b"Exif"), frame(1200, 1600), END),
        (b"\xff\xc4\x00\x04ab", frame(1200, 1600, 0xC2), END),
        (b"\xff\xff\xe0\x00\x02", b"\xff\x01", frame(1200, 1600), END),
    ):
        found = picture_facts(jpeg(*parts))
        assert found == PictureFacts(PictureKind.JPEG, 1200, 1600)


def test_what_is_no_picture_is_refused():
    for content in (
        b"",
        b"%PDF-1.7",
        b"GIF89a" + bytes(40),
        b"\x89PNG\r\n\x1a\n" + bytes(40),
        png(640, 480)[:20],
        jpeg(b"\xff\xd9"),
        jpeg(place(b"Exif"), END),
        jpeg(place(b"Exif"), b"no part"),
    ):
        assert refused(content) == "photograph.no_picture"


def test_a_picture_that_breaks_off_is_refused():
    small = jpeg(frame(160, 120), END)

    assert refused(png(640, 480)[:-6]) == "photograph.breaks_off"
    for parts in (
        (frame(1200, 1600),),
        (frame(1200, 1600), END[:-1]),
        # Many cameras put a small picture in front, which is whole.
        (place(small), frame(1200, 1600), END[:-1]),
    ):
        assert refused(jpeg(*parts)) == "photograph.breaks_off"


def test_a_small_file_that_would_need_much_room_is_refused():
    assert refused(png(60_000, 60_000)) == "photograph.too_many_pixels"
    assert refused(png(16_001, 20)) == "photograph.too_many_pixels"
    assert refused(jpeg(frame(9000, 9000), END)) == "photograph.too_many_pixels"


def test_a_picture_on_which_nothing_could_be_read_is_refused():
    assert refused(png(0, 480)) == "photograph.too_small"
    assert refused(png(640, 15)) == "photograph.too_small"


def test_a_file_that_is_too_big_is_refused():
    assert refused(png(640, 480) + bytes(MOST_BYTES)) == "photograph.too_big"


@given(st.binary(max_size=200), st.sampled_from([b"", b"\xff\xd8\xff", png(9, 9)]))
def test_whatever_a_file_holds_it_is_known_or_refused_in_words(
    content: bytes, start: bytes
):
    with suppress(Problem):
        facts = picture_facts(start + content)

        assert facts.width >= 16 <= facts.height
