"""Spoiling files that were well made: their bytes, their JSON, their PDF objects."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.faults.backup_target import SPLIT, WITH_THE_KEY
from tests.faults.hostile_text import CORPUS, hostile
from tests.faults.targets import CUT

Spoil = Callable[[random.Random, bytes], bytes]


def spoilt_bytes(chance: random.Random, content: bytes) -> bytes:
    """Return bytes with some flipped, cut, doubled, moved or put in."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        at = chance.randint(0, len(found))
        stop = min(len(found), at + chance.choice((1, 2, 16, 300, 5_000)))
        way = chance.randrange(6)
        if way == 0 and at < len(found):
            found[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            del found[at:stop]
        elif way == 2:
            found[at:at] = found[at:stop] * chance.choice((1, 2, 50))
        elif way == 3:
            found[at:stop] = chance.randbytes(stop - at)
        elif way == 4:
            found[at:at] = chance.choice(_TOKENS)
        else:
            del found[at:]
    return bytes(found[:2_000_000])


_TOKENS = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"[" * 500, b'{"a":' * 500, b'"' * 99),
    *(b"1e999", b"-1e999", b"NaN", b"1" * 5_000, b"\\ud800", b"\\u0000", b"0 0 obj"),
    *(b"/Length 99999999", b"endstream", b"endobj", b"xref", b"trailer", b"startxref"),
    *(b"/Filter[" + b"/FlateDecode" * 50 + b"]", b"/Kids[1 0 R]", b"<<" * 500),
)


# --- JSON -------------------------------------------------------------------------


def spoilt_form(chance: random.Random, content: bytes) -> bytes:
    """Return a form, its structure or words spoilt as JSON, and maybe as bytes."""
    if chance.random() < 0.3:
        return spoilt_bytes(chance, content)
    structure, _, words = content.partition(CUT)
    parts = [json.loads(structure), json.loads(words)]
    for _ in range(chance.choice((1, 1, 1, 2, 6))):
        which = chance.randrange(2)
        parts[which] = _spoilt_value(chance, parts[which])
    both = [json.dumps(one, ensure_ascii=chance.random() < 0.5) for one in parts]
    found = both[0].encode("utf-8", "surrogatepass") + CUT
    found += both[1].encode("utf-8", "surrogatepass")
    return spoilt_bytes(chance, found) if chance.random() < 0.1 else found


def _spoilt_value(chance: random.Random, value: Any) -> Any:
    """Return a JSON value in which one place, somewhere, is another."""
    is_inside = isinstance(value, dict | list) and value and chance.random() < 0.85
    if not is_inside:
        return _odd_value(chance, value)
    if isinstance(value, list):
        at = chance.randrange(len(value))
        way = chance.randrange(8)
        if way == 0:
            return value * chance.choice((2, 400))
        if way == 1:
            return value[:at] + value[at + 1 :]
        return [*value[:at], _spoilt_value(chance, value[at]), *value[at + 1 :]]
    key = chance.choice(list(value))
    way = chance.randrange(10)
    if way == 0:
        return {one: inner for one, inner in value.items() if one != key}
    if way == 1:
        return {**value, _odd_key(chance, key): value[key]}
    if way == 2:
        other = chance.choice(list(value))
        return {**value, key: value[other]}
    return {**value, key: _spoilt_value(chance, value[key])}


def _odd_key(chance: random.Random, key: str) -> str:
    odd = (key.upper(), "", "../" + key, key + "\u200b", "__class__", hostile(chance))
    return chance.choice(odd)


def _odd_value(chance: random.Random, value: Any) -> Any:
    odd: tuple[Any, ...] = (
        *(None, True, False, 0, -1, 10**400, 1.5, float("nan"), float("inf"), ""),
        *([], {}, [[[[[[[[[[[[[[[]]]]]]]]]]]]]]], {"a": {"b": {"c": None}}}, [value]),
        *("../../../../etc/passwd", "C:\\CON", "a" * 100_000, "http://a.b/c", "{0}"),
        *("{meeting}", "{" * 200, "\ud800", "v1.json", "0" * 5_000, "en\u202e"),
        *(str(value)[:9_000], chance.choice(CORPUS), hostile(chance)),
    )
    return chance.choice(odd)


def spoilt_backup(chance: random.Random, content: bytes) -> bytes:
    """Return a backup of which a part says something else, or is other bytes."""
    kind, *parts = content.split(SPLIT)
    if chance.random() < 0.1:
        return spoilt_bytes(chance, content)
    for _ in range(chance.choice((1, 1, 1, 2, 6))):
        at = chance.randrange(len(parts))
        if kind != WITH_THE_KEY or chance.random() < 0.1:
            parts[at] = spoilt_bytes(chance, parts[at])
        else:
            parts[at] = _spoilt_records(chance, parts[at])
    return SPLIT.join([kind, *parts])


def _spoilt_records(chance: random.Random, part: bytes) -> bytes:
    """Return lines of JSON of which one is left out, moved, doubled or spoilt."""
    lines = part.split(b"\n")
    at = chance.randrange(len(lines))
    way = chance.randrange(10)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines[at:at] = [lines[at]] * chance.choice((1, 1, 300))
    elif way == 2:
        lines[at], lines[0] = lines[0], lines[at]
    else:
        with suppress(ValueError, RecursionError):
            value = _spoilt_value(chance, json.loads(lines[at]))
            told = json.dumps(value, ensure_ascii=chance.random() < 0.5)
            lines[at] = told.encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


# --- PDF --------------------------------------------------------------------------


def spoilt_pdf(chance: random.Random, content: bytes) -> bytes:
    """Return a PDF, its objects or what its pages draw spoilt, and maybe its bytes."""
    if chance.random() < 0.25:
        return spoilt_bytes(chance, content)
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as opened:
        for _ in range(chance.choice((1, 1, 2, 4))):
            chance.choice(_PDF_WAYS)(chance, opened)
        opened.save(target, fix_metadata_version=False)
    found = target.getvalue()
    return spoilt_bytes(chance, found) if chance.random() < 0.1 else found


def _spoil_object(chance: random.Random, pdf: Pdf) -> None:
    things = [one for one in pdf.objects if isinstance(one, Dictionary) and len(one)]
    thing = chance.choice(things)
    key = chance.choice(list(thing.keys()))
    if chance.random() < 0.3:
        del thing[key]
    else:
        thing[key] = _odd_object(chance, pdf)


def _spoil_structure(chance: random.Random, pdf: Pdf) -> None:
    things = [one for one in pdf.objects if isinstance(one, Dictionary) and "/S" in one]
    if not things:
        return
    one, other = chance.choice(things), chance.choice(things)
    key = chance.choice(("/K", "/P", "/Pg", "/A", "/T", "/Alt", "/S", "/ActualText"))
    one[key] = chance.choice((other, one, _odd_object(chance, pdf)))


def _spoil_drawing(chance: random.Random, pdf: Pdf) -> None:
    page = chance.choice(list(pdf.pages))
    try:
        drawn = page.Contents.read_bytes()
    except pikepdf.PdfError:
        return  # spoilt before
    lines = drawn.split(b"\n")
    at = chance.randrange(len(lines))
    odd = (
        *(b"BT", b"ET", b"EMC", b"/P <</MCID 99999999999>> BDC", b"q " * 3_000),
        *(b"(" * 500, b"<FF", b"[" * 400, b"/F1 1e99 Tf", b"BI /W 9 /H 9 ID x EI"),
        *(b"/X0 Do", b"/Span <</ActualText (forged)>> BDC", drawn[:5_000]),
    )
    lines[at:at] = [chance.choice(odd)]
    if chance.random() < 0.5:
        del lines[chance.randrange(len(lines)) :]
    page.Contents = pdf.make_stream(b"\n".join(lines))


def _spoil_pages(chance: random.Random, pdf: Pdf) -> None:
    # As objects: what qpdf makes of a tree that was spoilt before is not asked here.
    tree = pdf.Root.get("/Pages")
    if not isinstance(tree, Dictionary):
        return
    kids = tree.get("/Kids")
    if not isinstance(kids, Array) or not len(kids):
        return
    way = chance.randrange(5)
    if way == 0:
        kids.append(chance.choice(list(kids)))
    elif way == 1:
        del kids[chance.randrange(len(kids))]
    elif way == 2:
        tree.Kids = Array(reversed(list(kids)))
    elif way == 3:
        tree.Count = 10**9
    else:
        tree.Kids = Array([tree, kids[0]])


def _spoil_streams(chance: random.Random, pdf: Pdf) -> None:
    streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    stream = chance.choice(streams)
    way = chance.randrange(4)
    if way == 0:
        stream.write(b"\x00" * chance.choice((0, 1, 30_000_000)))
    elif way == 1:
        stream.write(chance.randbytes(3_000), filter=Name.FlateDecode)
    elif way == 2:
        wide = b"1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange"
        stream.write(wide * chance.choice((1, 200)))
    else:
        stream.write(spoilt_bytes(chance, stream.read_bytes()))


def _spoil_words(chance: random.Random, pdf: Pdf) -> None:
    odd = ("", "{}", "[" * 5_000, "null", '{"ward":{"id":"x"}}', '{"head":1e999}')
    for name in list(pdf.attachments):
        try:
            words = pdf.attachments[name].get_file().read_bytes()
        except pikepdf.PdfError:
            words = b"spoilt before"
        new = chance.choice(odd).encode()
        if chance.random() < 0.6:
            new = spoilt_bytes(chance, words)
        del pdf.attachments[name]
        pdf.attachments[name] = _attached(pdf, new, name)


def _attached(pdf: Pdf, content: bytes, name: str) -> pikepdf.AttachedFileSpec:
    named: Any = {"filename": name}
    return pikepdf.AttachedFileSpec(pdf, content, **named)


_PDF_WAYS = (
    *(_spoil_object, _spoil_object, _spoil_structure, _spoil_structure),
    *(_spoil_drawing, _spoil_pages, _spoil_streams, _spoil_words),
)


def _odd_object(chance: random.Random, pdf: Pdf) -> Any:
    things = [one for one in pdf.objects if isinstance(one, Dictionary)]
    nested = Array([])
    for _ in range(60):
        nested = Array([nested])
    odd = (
        *(0, -1, 2**31 - 1, 10**18, True, Name("/Odd"), String(""), nested),
        *(String(chance.choice(CORPUS).encode("utf-16-be", "replace")), Dictionary()),
        *(Array([]), Array([1, 2, 3]), chance.choice(things), pdf.Root),
    )
    return chance.choice(odd)


SPOILERS: dict[str, Spoil] = {
    "forms": spoilt_form,
    "papers": spoilt_pdf,
    "backups": spoilt_backup,
}
