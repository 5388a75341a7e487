"""Ways to change a paper that somebody could use, each by dice.

Every way takes a paper and others to take from, and gives the changed file; None where
this paper has nothing that can be changed so.
"""

from __future__ import annotations

import json
import random
import re
import warnings
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from tests.faults.changing_pages import (
    SHOWN,
    a_font_that_reads_otherwise,
    a_letter,
    a_note_laid_over,
    a_page_shown_otherwise,
    another_picture,
    content_of,
    drawn_labels_swapped,
    read_otherwise,
    something_laid_over,
    words_moved,
    words_swapped,
    words_taken_away,
)

Way = Callable[[random.Random, bytes, Sequence[bytes]], bytes | None]
_Inside = Callable[[random.Random, Pdf], bool | None]


def _saved(pdf: Pdf) -> bytes:
    target = BytesIO()
    with warnings.catch_warnings():
        # It warns of a field that belongs to no form. We know: we put it there.
        warnings.simplefilter("ignore", UserWarning)
        pdf.save(target)
    return target.getvalue()


def _inside(change: _Inside) -> Way:
    """Open the paper, change something in it, save it."""

    def way(chance: random.Random, paper: bytes, _: Sequence[bytes]) -> bytes | None:
        with pikepdf.open(BytesIO(paper)) as pdf:
            return None if change(chance, pdf) is False else _saved(pdf)

    return way


def one_bit(chance: random.Random, paper: bytes, _: Sequence[bytes]) -> bytes:
    """Flip one bit, anywhere in the file."""
    at = chance.randrange(len(paper))
    flipped = paper[at] ^ (1 << chance.randrange(8))
    return paper[:at] + bytes([flipped]) + paper[at + 1 :]


def cut_short(chance: random.Random, paper: bytes, _: Sequence[bytes]) -> bytes:
    """Leave out the end."""
    return paper[: chance.randrange(len(paper) // 4, len(paper) - 40)]


def _titled(pdf: Pdf, key: str) -> list[pikepdf.Object]:
    return [
        one
        for one in pdf.objects
        if isinstance(one, Dictionary) and "/S" in one and key in one
    ]


def labels_swapped(chance: random.Random, pdf: Pdf) -> bool:
    """Let the labels of two blocks change places, in the structure."""
    named = [one for one in _titled(pdf, "/T") if str(one.S) == "/Div"]
    if len({str(one.T) for one in named}) < 2:
        return False
    first = chance.choice(named)
    last = chance.choice([one for one in named if str(one.T) != str(first.T)])
    first.T, last.T = str(last.T), str(first.T)
    return True


def authors_swapped(chance: random.Random, pdf: Pdf) -> bool:
    """Let two blocks say that they are of each other's author."""
    blocks = [one for one in _titled(pdf, "/A") if str(one.S) == "/Div"]
    told = [(one, str(one.A[0].P[0].V)) for one in blocks]
    if len({name for _, name in told}) < 2:
        return False
    first, name = chance.choice(told)
    last, other = chance.choice([one for one in told if one[1] != name])
    first.A[0].P[0].V, last.A[0].P[0].V = other, name
    return True


def read_in_another_order(chance: random.Random, pdf: Pdf) -> bool:
    """Let a part of the structure be read from its end."""
    parts = [
        one
        for one in pdf.objects
        if isinstance(one, Dictionary) and "/S" in one and len(_kids(one)) > 1
    ]
    part = chance.choice(parts)
    part.K = Array(_kids(part)[::-1])
    return True


def _kids(part: pikepdf.Object) -> list[pikepdf.Object]:
    kids = part.get("/K")
    return list(kids) if isinstance(kids, Array) else []


def pages_in_another_order(chance: random.Random, pdf: Pdf) -> bool:
    """Let two pages change places."""
    if len(pdf.pages) < 2:
        return False
    first, last = sorted(chance.sample(range(len(pdf.pages)), 2))
    order = list(range(len(pdf.pages)))
    order[first], order[last] = last, first
    pages = [pdf.pages[one] for one in order]
    for at, page in enumerate(pages):
        pdf.pages[at] = page
    return True


def a_page_left_out_or_doubled(chance: random.Random, pdf: Pdf) -> bool:
    """Leave out a page, or put it in twice."""
    at = chance.randrange(len(pdf.pages))
    if chance.random() < 0.5 or len(pdf.pages) < 2:
        pdf.pages.insert(at, pdf.pages[at])
    else:
        del pdf.pages[at]
    return True


def a_page_of_another_paper(
    chance: random.Random, paper: bytes, others: Sequence[bytes]
) -> bytes:
    """Put a page of another paper in the place of one of this."""
    other = chance.choice([one for one in others if one != paper])
    with pikepdf.open(BytesIO(paper)) as pdf, pikepdf.open(BytesIO(other)) as taken:
        at = chance.randrange(len(pdf.pages))
        pdf.pages[at] = chance.choice(list(taken.pages))
        return _saved(pdf)


def _exchange(pdf: Pdf, name: str, content: bytes) -> None:
    pdf.attachments[name] = content


def embedded_words(chance: random.Random, pdf: Pdf) -> bool:
    """Say something else in the words inside, with the same check code as before."""
    told = json.loads(pdf.attachments["words.json"].get_file().read_bytes())
    texts: list[dict[str, str]] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("words"), str) and value["words"]:
                texts.append(value)
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(told)
    if not texts:
        return False
    text = chance.choice(texts)
    text["words"] = text["words"][:-1] + ("x" if text["words"][-1] != "x" else "y")
    again = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    _exchange(pdf, "words.json", again.encode())
    return True


def an_attachment_changed(chance: random.Random, pdf: Pdf) -> bool:
    """Leave a file out, add one, spoil one, or let both change places."""
    names = list(pdf.attachments)
    what = chance.choice(["out", "more", "spoil", "swap"])
    name = chance.choice(names)
    held = {one: pdf.attachments[one].get_file().read_bytes() for one in names}
    if what == "out":
        del pdf.attachments[name]
    elif what == "more":
        _exchange(pdf, chance.choice(["notes.txt", "words2.json"]), b"Staff agreed")
    elif what == "spoil":
        at = chance.randrange(len(held[name]))
        other = bytes([held[name][at] ^ 1])
        _exchange(pdf, name, held[name][:at] + other + held[name][at + 1 :])
    elif len(names) < 2:
        return False
    else:
        _exchange(pdf, names[0], held[names[1]])
        _exchange(pdf, names[1], held[names[0]])
    return True


def attachments_of_another_paper(
    chance: random.Random, paper: bytes, others: Sequence[bytes]
) -> bytes | None:
    """Let the words inside be those of another paper."""
    other = chance.choice([one for one in others if one != paper])
    with pikepdf.open(BytesIO(paper)) as pdf, pikepdf.open(BytesIO(other)) as taken:
        kept = taken.attachments["words.json"].get_file().read_bytes()
        if kept == pdf.attachments["words.json"].get_file().read_bytes():
            return None
        _exchange(pdf, "words.json", kept)
        return _saved(pdf)


def metadata(chance: random.Random, pdf: Pdf) -> bool:
    """Tell another title, author, day, language or layout."""
    what = chance.choice(
        ["title", "author", "subject", "xmp", "xmp author", "day", "language", "made"]
    )
    match what:
        case "title":
            pdf.docinfo["/Title"] = "Sam agreed to everything"
        case "author":
            pdf.docinfo["/Author"] = "Dr Robin Specimen"
        case "subject":
            pdf.docinfo["/Subject"] = "Agreed by all"
        case "day":
            pdf.docinfo["/CreationDate"] = "D:20240101120000Z"
        case "language":
            pdf.Root.Lang = "de"
        case "made":
            pdf.docinfo["/Creator"] = f"Coprod Desktop, layout {chance.randrange(1, 4)}"
            return str(pdf.docinfo["/Creator"]) not in _KEPT_LAYOUTS
        case _:
            key = "dc:title" if what == "xmp" else "dc:creator"
            said = "Sam agreed" if what == "xmp" else ["Dr Robin"]
            with pdf.open_metadata(update_docinfo=False) as told:
                told[key] = said
    return True


_KEPT_LAYOUTS = ("Coprod Desktop, layout 3",)
"""True papers with these very pages told this: no change."""


def something_for_the_reader(chance: random.Random, pdf: Pdf) -> None:
    """Let the file do something when it is opened, or call its pages otherwise."""
    match chance.choice(["script", "names", "form", "layers", "labels", "first"]):
        case "script":
            script = Dictionary(S=Name.JavaScript, JS="app.alert('Staff agreed')")
            pdf.Root.OpenAction = script
        case "names":
            script = Dictionary(S=Name.JavaScript, JS="app.alert('Staff agreed')")
            names = Array(["one", pdf.make_indirect(script)])
            pdf.Root.Names.JavaScript = Dictionary(Names=names)
        case "form":
            pdf.Root.AcroForm = Dictionary(Fields=Array([]))
        case "layers":
            pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())
        case "labels":
            pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P="Agreed ")]))
        case _:
            pdf.Root.AA = Dictionary(
                WC=Dictionary(S=Name.JavaScript, JS="app.alert('Staff agreed')")
            )


def a_bookmark(chance: random.Random, pdf: Pdf) -> bool:
    """Call a part otherwise in the list beside the pages."""
    with pdf.open_outline() as outline:
        if not outline.root:
            return False
        chance.choice(outline.root).title = "Staff agreed"
    return True


def appended_update(
    chance: random.Random, paper: bytes, _: Sequence[bytes]
) -> bytes | None:
    """Append another version of a page, as saving a change in a reader does."""
    with pikepdf.open(BytesIO(paper)) as pdf:
        page, content = content_of(chance, pdf)
        found = list(SHOWN.finditer(content))
        contents = page.Contents
        if not found or not contents.is_indirect:
            return None
        number = contents.objgen[0]
        start, end = chance.choice(found).span(1)
        root, size = pdf.Root.objgen[0], len(pdf.objects) + 1
    drawn = content[:start] + b"Staff agreed" + content[end:]
    packed = zlib.compress(drawn)
    at = len(paper) + 1
    before = int(re.findall(rb"startxref\s+(\d+)", paper)[-1])
    head = f"<</Filter/FlateDecode/Length {len(packed)}>>"
    table = at + len(f"{number} 0 obj\n{head}\nstream\n") + len(packed)
    table += len("\nendstream\nendobj\n")
    return b"".join(
        (
            paper,
            b"\n",
            f"{number} 0 obj\n{head}\nstream\n".encode(),
            packed,
            b"\nendstream\nendobj\n",
            f"xref\n{number} 1\n{at:010} 00000 n \n".encode(),
            f"trailer\n<</Size {size}/Root {root} 0 R/Prev {before}>>\n".encode(),
            f"startxref\n{table}\n%%EOF\n".encode(),
        )
    )


WAYS: dict[str, Way] = {
    "bit": one_bit,
    "cut short": cut_short,
    "letter": _inside(a_letter),
    "words taken away": _inside(words_taken_away),
    "words swapped": _inside(words_swapped),
    "words moved": _inside(words_moved),
    "laid over": _inside(something_laid_over),
    "label swapped": _inside(labels_swapped),
    "drawn label swapped": _inside(drawn_labels_swapped),
    "author swapped": _inside(authors_swapped),
    "order of reading": _inside(read_in_another_order),
    "read otherwise": _inside(read_otherwise),
    "font": _inside(a_font_that_reads_otherwise),
    "pages swapped": _inside(pages_in_another_order),
    "page out or twice": _inside(a_page_left_out_or_doubled),
    "page of another": a_page_of_another_paper,
    "embedded words": _inside(embedded_words),
    "attachment": _inside(an_attachment_changed),
    "attachment of another": attachments_of_another_paper,
    "metadata": _inside(metadata),
    "note laid over": _inside(a_note_laid_over),
    "page shown otherwise": _inside(a_page_shown_otherwise),
    "for the reader": _inside(something_for_the_reader),
    "bookmark": _inside(a_bookmark),
    "picture": _inside(another_picture),
    "appended update": appended_update,
}
