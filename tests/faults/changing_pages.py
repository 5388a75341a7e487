"""Ways to change what a page draws, each by dice; False where it cannot be done."""

from __future__ import annotations

import random
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)+)\) Tj")
"""What is drawn in one go."""


def content_of(chance: random.Random, pdf: Pdf) -> tuple[pikepdf.Page, bytes]:
    """A page by dice, and what it draws."""
    page = chance.choice(list(pdf.pages))
    return page, page.Contents.read_bytes()


def draw(pdf: Pdf, page: pikepdf.Page, content: bytes) -> None:
    """Let a page draw something else."""
    page.Contents = pdf.make_stream(content)


def a_letter(chance: random.Random, pdf: Pdf) -> bool:
    """Draw one other letter somewhere."""
    page, content = content_of(chance, pdf)
    found = [one for one in SHOWN.finditer(content) if one[1].isalnum()]
    if not found:
        return False
    start, end = chance.choice(found).span(1)
    at = chance.randrange(start, end)
    other = chance.choice(sorted({*b"abcdefgh"} - {content[at]}))
    draw(pdf, page, content[:at] + bytes([other]) + content[at + 1 :])
    return True


def words_taken_away(chance: random.Random, pdf: Pdf) -> bool:
    """Leave out what is drawn in one go."""
    page, content = content_of(chance, pdf)
    found = list(SHOWN.finditer(content))
    if not found:
        return False
    start, end = chance.choice(found).span(1)
    draw(pdf, page, content[:start] + content[end:])
    return True


def _with_swapped(
    content: bytes, first: re.Match[bytes], last: re.Match[bytes]
) -> bytes:
    """Let what two stretches show change places; ``first`` stands before ``last``."""
    between = content[first.end(1) : last.start(1)]
    before, after = content[: first.start(1)], content[last.end(1) :]
    return before + last[1] + between + first[1] + after


def words_swapped(chance: random.Random, pdf: Pdf) -> bool:
    """Let two stretches of text of one page change places."""
    page, content = content_of(chance, pdf)
    found = list(SHOWN.finditer(content))
    if len(found) < 2:
        return False
    first, last = sorted(chance.sample(found, 2), key=lambda one: one.start())
    if first[1] == last[1]:
        return False
    draw(pdf, page, _with_swapped(content, first, last))
    return True


def words_moved(chance: random.Random, pdf: Pdf) -> bool:
    """Draw a line of text somewhere else."""
    page, content = content_of(chance, pdf)
    found = list(re.finditer(rb"1 0 0 1 ([\d.]+) ([\d.]+) Tm", content))
    if not found:
        return False
    one = chance.choice(found)
    other = f"1 0 0 1 {chance.uniform(0, 500):.2f} {chance.uniform(0, 800):.2f} Tm"
    draw(pdf, page, content[: one.start()] + other.encode() + content[one.end() :])
    return True


def something_laid_over(chance: random.Random, pdf: Pdf) -> None:
    """Draw a white or black box, or words, over what is there."""
    page, content = content_of(chance, pdf)
    x, y = chance.uniform(20, 400), chance.uniform(20, 700)
    grey, high = chance.randrange(2), chance.randrange(5, 90)
    box = f"q {grey} g {x:.1f} {y:.1f} 120 {high} re f Q"
    said = f"BT /F1+0 12 Tf {x:.1f} {y:.1f} Td (agreed) Tj ET"
    more = chance.choice([box, f"/Artifact BMC {said} EMC", said, f"/P BMC {said} EMC"])
    draw(pdf, page, content + b" " + more.encode())


def drawn_labels_swapped(chance: random.Random, pdf: Pdf) -> bool:
    """Let the labels of two blocks of one page change places, as they are drawn."""
    page, content = content_of(chance, pdf)
    found = [one for one in SHOWN.finditer(content) if b"words" in one[1]]
    if len({one[1] for one in found}) < 2:
        return False
    first = found[0]
    last = next(one for one in found if one[1] != first[1])
    draw(pdf, page, _with_swapped(content, first, last))
    return True


def read_otherwise(chance: random.Random, pdf: Pdf) -> bool:
    """Let a stretch of text be read as something else than it shows."""
    page, content = content_of(chance, pdf)
    found = list(SHOWN.finditer(content))
    if not found:
        return False
    start, end = chance.choice(found).span(0)
    said = b"/Span <</ActualText (Staff agreed)>> BDC " + content[start:end] + b" EMC"
    draw(pdf, page, content[:start] + said + content[end:])
    return True


def a_font_that_reads_otherwise(chance: random.Random, pdf: Pdf) -> bool:
    """Let a letter of a font be read as another."""
    page = chance.choice(list(pdf.pages))
    font = chance.choice(list(page.Resources.Font.values()))
    table = font.ToUnicode.read_bytes()
    found = list(re.finditer(rb"<00(6[1-9a-f]|4[1-9a-f])>", table, re.IGNORECASE))
    if not found:
        return False
    start, end = chance.choice(found).span(1)
    other = chance.choice([b"71", b"7A", b"51"])
    font.ToUnicode = pdf.make_stream(table[:start] + other + table[end:])
    return True


def a_note_laid_over(chance: random.Random, pdf: Pdf) -> None:
    """Put a note, stamp, field or link onto a page."""
    page = chance.choice(list(pdf.pages))
    kind = chance.choice(["FreeText", "Stamp", "Text", "Highlight", "Widget", "Link"])
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name("/" + kind),
        Rect=Array([60, 500, 400, 600]),
        Contents="Staff agreed",
    )
    page.Annots = pdf.make_indirect(Array([note]))


def a_page_shown_otherwise(chance: random.Random, pdf: Pdf) -> None:
    """Turn a page, cut it, or make it smaller."""
    page = chance.choice(list(pdf.pages))
    match chance.choice(["turn", "cut", "crop", "unit"]):
        case "turn":
            page.Rotate = chance.choice([90, 180, 270])
        case "cut":
            page.MediaBox = Array([0, chance.randrange(50, 500), 595, 842])
        case "crop":
            page.CropBox = Array([0, 0, 595, chance.randrange(100, 800)])
        case _:
            page.UserUnit = 2


def another_picture(chance: random.Random, pdf: Pdf) -> bool:
    """Draw another picture in the place of one."""
    pages = [one for one in pdf.pages if "/XObject" in one.Resources]
    if not pages:
        return False
    forms = chance.choice(pages).Resources.XObject
    name = chance.choice(list(forms.keys()))
    forms[name] = pdf.make_stream(
        b"0 0 1 1 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 1, 1]),
    )
    return True
