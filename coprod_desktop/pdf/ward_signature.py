"""A standard signature at the end of a paper, and nothing else there (PAdES-B-B).

A paper is signed by adding to its end: a field that nobody sees, the signature, and the
two objects that name them. We write these bytes ourselves, always in the same way. So
when a paper is checked, the end is written again and held against the file: an end that
is one byte otherwise is no signature of ours, and is told as a change (decision 024).
ISO 32000-1, 7.5.6 and 12.8; ETSI EN 319 142-1, 5.3.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import pikepdf

_END = b"%%EOF\n"
_WIDE = 10
"""So many figures tell a place in the file, however small it is."""

_TOLD = re.compile(
    rb"/M \(D:(\d{14})Z\)\n/ByteRange \[0 \d{10} \d{10} \d{10}\]\n"
    rb"/Contents <((?:[0-9a-f]{2})+)>"
)
_FIELDS = {"/Fields", "/SigFlags"}


@dataclass(frozen=True, slots=True)
class FileSignature:
    """A signature that stands in a file in the way in which we write one."""

    digest: bytes
    """SHA-256 of the whole file, the signature itself left out."""
    contents: bytes
    """The signature as CMS, and the empty room behind it."""
    at: datetime
    """When its maker says that it was made."""


def prepared(pdf: bytes, at: datetime, room: int) -> bytes:
    """Return a paper with the place for a signature of up to ``room`` bytes.

    Raises:
        ValueError: It is no paper of ours, fresh from being made.
    """
    return pdf + _end(pdf, at, bytes(room))


def digest_of(signed: bytes) -> bytes:
    """Return what is signed in a prepared or signed file: SHA-256 of all but it."""
    first, last = _place(signed)
    return hashlib.sha256(signed[:first] + signed[last:]).digest()


def filled(waiting: bytes, signature: bytes) -> bytes:
    """Put a signature (CMS, as DER) into its place.

    Raises:
        ValueError: It needs more room than there is.
    """
    first, last = _place(waiting)
    room = last - first - 2
    told = signature.hex().encode()
    if len(told) > room:
        raise ValueError(f"want a signature of {room // 2} bytes at most")
    return b"".join(
        (waiting[:first], b"<", told.ljust(room, b"0"), b">", waiting[last:])
    )


def taken_out(opened: pikepdf.Pdf, pdf: bytes) -> FileSignature | None:
    """Take the signature out of an open file, if it has one in exactly our way.

    What is left is read and compared like any paper. Where anything is otherwise, also
    by a byte, nothing is taken out, and the field is told as something added.
    """
    if "/AcroForm" not in opened.Root:
        return None
    found = _signature_in(pdf)
    form, page = opened.Root.AcroForm, opened.pages[0].obj
    notes = page.get("/Annots")
    if found is None or set(form.keys()) != _FIELDS or notes is None:
        return None
    if len(notes) != 1 or [one.objgen for one in form.Fields] != [notes[0].objgen]:
        return None
    del opened.Root["/AcroForm"]
    del page["/Annots"]
    return found


def _signature_in(pdf: bytes) -> FileSignature | None:
    start = pdf.rfind(_END, 0, len(pdf) - len(_END))
    if start < 0 or not pdf.endswith(_END):
        return None
    start += len(_END)
    told = _TOLD.search(pdf, start)
    if told is None:
        return None
    try:
        at = datetime.strptime(told[1].decode(), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        contents = bytes.fromhex(told[2].decode())
        again = _end(pdf[:start], at, contents)
    except (pikepdf.PdfError, ValueError):
        return None
    if pdf[start:] != again:
        return None
    return FileSignature(digest_of(pdf), contents, at)


def _place(signed: bytes) -> tuple[int, int]:
    """Return where the signature starts and ends, with its brackets."""
    told = list(_TOLD.finditer(signed))[-1]
    return told.start(2) - 1, told.end(2) + 1


def _end(pdf: bytes, at: datetime, contents: bytes) -> bytes:
    """Return what is added to a paper for a signature."""
    table = _Table(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        page = int(opened.pages[0].objgen[0])
    field, signature = table.size, table.size + 1
    named = b"%d 0 R" % field
    objects = {
        page: table.with_more(page, b"/Annots [ " + named + b" ]"),
        table.root: table.with_more(
            table.root, b"/AcroForm << /Fields [ " + named + b" ] /SigFlags 3 >>"
        ),
        field: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /F 132 "
        b"/Rect [ 0 0 0 0 ] /P %d 0 R /V %d 0 R >>" % (page, signature),
    }
    told = contents.hex().encode()
    moment = at.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode()
    head = b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached\n"
    head += b"/M " + moment + b"\n"
    written, places = bytearray(), {}
    for number in sorted(objects):
        places[number] = len(pdf) + len(written)
        written += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    places[signature] = len(pdf) + len(written)
    written += b"%d 0 obj\n" % signature + head
    first = len(pdf) + len(written) + len(_range(0, 0, 0)) + len(b"/Contents ")
    last = first + len(told) + 2
    behind = b">>\nendobj\n"
    behind += _references(places, last + len(behind), table)
    written += _range(first, last, len(behind)) + b"/Contents <" + told + b">"
    return bytes(written + behind)


def _range(first: int, last: int, more: int) -> bytes:
    told = b" ".join(str(one).zfill(_WIDE).encode() for one in (first, last, more))
    return b"/ByteRange [0 " + told + b"]\n"


def _references(places: dict[int, int], at: int, table: _Table) -> bytes:
    """Return the table of what was added, and the end of the file."""
    lines = [b"xref\n"]
    for number, place in sorted(places.items()):
        lines.append(b"%d 1\n%010d 00000 n \n" % (number, place))
    lines.append(
        b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID %b /Prev %d >>\n"
        b"startxref\n%d\n"
        % (table.size + 2, table.root, table.about, table.id, table.place, at)
    )
    return b"".join(lines) + _END


class _Table:
    """Where the objects of a paper of ours stand, by the table at its end."""

    def __init__(self, pdf: bytes) -> None:
        found = re.search(rb"\nstartxref\n(\d+)\n%%EOF\n\Z", pdf)
        if found is None:
            raise ValueError("want a paper as it was made")
        self._pdf = pdf
        self.place = int(found[1])
        trailer = pdf[pdf.rfind(b"trailer\n") :]
        head = re.compile(rb"xref\n0 (\d+)\n").match(pdf, self.place)
        identity = re.search(rb"/ID\s+(\[<\w+><\w+>\])", trailer)
        root = re.search(rb"/Root (\d+) 0 R", trailer)
        about = re.search(rb"/Info (\d+) 0 R", trailer)
        if not (head and identity and root and about):
            raise ValueError("want a paper as it was made")
        self.size, self._lines = int(head[1]), head.end()
        self.root, self.about = int(root[1]), int(about[1])
        self.id = identity[1]

    def with_more(self, number: int, more: bytes) -> bytes:
        """Return the source of a dictionary, with more at its end."""
        line = self._lines + 20 * number
        start = int(self._pdf[line : line + 10])
        source = self._pdf[start : self._pdf.index(b"endobj", start)]
        head = b"%d 0 obj\n" % number
        if not source.startswith(head) or not source.endswith(b">>\n"):
            raise ValueError(f"want object {number} to be a dictionary")
        return source[len(head) : -len(b">>\n")] + more + b"\n>>"
