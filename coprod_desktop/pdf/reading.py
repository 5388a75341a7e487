"""Reading a paper back: the words on its pages, by their tags, and those inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pikepdf.exceptions import PdfParsingError

from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.about import beside_the_pages, told_about
from coprod_desktop.pdf.choice import USUAL, PaperChoice, choice_of
from coprod_desktop.pdf.layouts import layout_of
from coprod_desktop.pdf.locking import as_typed
from coprod_desktop.pdf.metadata import BUNDLE_FILE, WORDS_FILE
from coprod_desktop.pdf.page_text import PageReader, PageText
from coprod_desktop.pdf.ward_signature import FileSignature, taken_out

_DEEPEST = 40
"""So deep is the structure looked into; ours is eight deep."""

_HEADER_WITHIN = 1_024
"""Readers look for a PDF's first line so far in (ISO 32000-1, annex H.3.4.1)."""

UNREADABLE = (
    pikepdf.PdfError,
    pikepdf.OutlineStructureError,
    PdfParsingError,
    AttributeError,
    IndexError,
    KeyError,
    RecursionError,
    RuntimeError,
    TypeError,
    UserWarning,
    ValueError,
)
"""How a file that is damaged or made to harm fails, at whichever object it does."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand together in one part of the structure."""

    role: str
    text: str
    """What is read aloud and copied."""
    shown: str
    """What is seen, sign by sign."""
    title: str = ""
    """The label of the block that it stands in."""
    author: str = ""
    """Whose words the block holds."""
    page: int = 0
    """On which page it starts, counted from one; 0 where it stands on none."""


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """What a PDF says, to whoever looks, listens or takes it apart."""

    words_json: str | None
    """The words that it carries inside; None where it carries none."""
    passages: tuple[Passage, ...]
    loose: tuple[str, ...]
    """For each page, the text outside the structure, such as the footer."""
    looks: tuple[str, ...]
    """For each page, a fingerprint of all that is drawn."""
    others: tuple[str, ...]
    """What else was found that a reader shows: further files, forms, layers."""
    language: str
    printed_at: datetime | None
    """When it says it was printed; None where it does not say."""
    layout: int = 1
    """In which way it says it was made."""
    bundle_json: str | None = None
    """The words for other systems that it carries inside; None where it has none."""
    choice: PaperChoice = USUAL
    """Which paper of its document it says it is."""
    told: tuple[str, ...] = ()
    """What it says about itself: its language, title and author."""
    signature: FileSignature | None = None
    """The signature at its end, in exactly our way; what else there is, is read."""


def read_paper(pdf: bytes, password: str = "") -> ReadPaper:
    """Read a PDF, whether it is one of ours or not.

    Raises:
        Problem: It is no PDF, it is damaged beyond reading, or the password is another.
    """
    if b"%PDF-" not in pdf[:_HEADER_WITHIN]:
        raise Problem("pdf.problem.not_pdf")
    try:
        with pikepdf.open(BytesIO(pdf), password=as_typed(password)) as opened:
            signature = taken_out(opened, pdf)
            return replace(_read(opened, len(pdf)), signature=signature)
    except pikepdf.PasswordError as error:
        if password:
            raise Problem("pdf.problem.wrong_password") from error
        raise Problem("pdf.problem.locked") from error
    except UNREADABLE as error:
        raise Problem("pdf.problem.not_pdf") from error


def _read(opened: pikepdf.Pdf, size: int) -> ReadPaper:
    reader = PageReader(size)
    pages = [reader.read(page) for page in opened.pages]
    walk = _Walk(opened, pages)
    passages = _joined(walk.passages())
    return ReadPaper(
        _inside(opened, WORDS_FILE),
        (*passages, *_bookmarks(opened)),
        tuple("".join(_loose(page, walk.seen, at)) for at, page in enumerate(pages)),
        tuple(page.looks for page in pages),
        tuple(_others(opened)),
        str(opened.Root.get("/Lang", "")),
        _moment(str(opened.docinfo.get("/CreationDate", ""))),
        layout_of(str(opened.docinfo.get("/Creator", ""))),
        _inside(opened, BUNDLE_FILE),
        choice_of(str(opened.docinfo.get("/Keywords", ""))),
        told_about(opened),
    )


def _moment(told: str) -> datetime | None:
    """Return a moment as ours are told, in UTC (ISO 32000-1, 7.9.4)."""
    match = re.fullmatch(r"D:(\d{14})(Z|[+-]00'00'?)?", told)
    if match is None:
        return None
    return datetime.strptime(match[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _inside(opened: pikepdf.Pdf, name: str) -> str | None:
    if name not in opened.attachments:
        return None
    return opened.attachments[name].get_file().read_bytes().decode()


def _others(opened: pikepdf.Pdf) -> Iterator[str]:
    for name in opened.attachments:
        if name not in (WORDS_FILE, BUNDLE_FILE):
            yield f"attachment {name}"
    yield from _second_files(opened)
    yield from beside_the_pages(opened)


def _second_files(opened: pikepdf.Pdf) -> Iterator[str]:
    """Yield files that are not in the list of names, or not what stands there.

    A reader may take a file from that list, from what is associated with the document
    or a page, or from a note: all must be the same.
    """
    listed = {name: _inside(opened, name) for name in (WORDS_FILE, BUNDLE_FILE)}
    for thing in opened.objects:
        if not isinstance(thing, pikepdf.Dictionary) or "/EF" not in thing:
            continue
        name = str(thing.get("/UF", thing.get("/F", "")))
        if name not in listed and name in opened.attachments:
            continue
        held = {one.read_bytes().decode() for _, one in thing.EF.items()}
        if held != {listed.get(name)}:
            yield f"file {name}"


def _loose(page: PageText, seen: set[tuple[int, int]], at: int) -> Iterator[str]:
    """Yield a page's text outside the structure, also what only pretends to be in."""
    yield from page.loose
    for number, said in page.marked.items():
        if (at, number) not in seen:
            yield said.shown


def _bookmarks(opened: pikepdf.Pdf) -> Iterator[Passage]:
    with opened.open_outline(max_depth=_DEEPEST) as outline:
        waiting = list(reversed(outline.root))
        while waiting:
            item = waiting.pop()
            yield Passage("Bookmark", item.title, item.title)
            waiting.extend(reversed(item.children))


def _joined(passages: Iterator[Passage]) -> Iterator[Passage]:
    """Yield passages that say something."""
    for passage in passages:
        if passage.text or passage.shown:
            yield passage


class _Walk:
    """A walk through the structure tree, in its order, each part once."""

    def __init__(self, opened: pikepdf.Pdf, pages: list[PageText]) -> None:
        self.pages = pages
        self.numbers = {page.obj.objgen: at for at, page in enumerate(opened.pages)}
        self.top = opened.Root.get("/StructTreeRoot")
        self.seen: set[tuple[int, int]] = set()
        """Pages and marks that some part of the structure names."""
        self.visited: set[tuple[int, int]] = set()

    def passages(self) -> Iterator[Passage]:
        """Yield what every part says, in reading order."""
        if self.top is not None:
            for kid in _kids(self.top):
                yield from self._element(kid, Passage("", "", ""), None, 0)

    def _element(
        self, one: pikepdf.Object, above: Passage, page: int | None, depth: int
    ) -> Iterator[Passage]:
        if one.is_indirect:
            if one.objgen in self.visited or depth > _DEEPEST:
                return
            self.visited.add(one.objgen)
        role = str(one.get("/S", "")).removeprefix("/")
        title = str(one.get("/T", "")) or above.title
        author = _author(one) or above.author
        page = self._page(one, page)
        alt = str(one.get("/Alt", ""))
        me = Passage(role, "", "", title, author)
        if alt:
            yield _saying(me, alt, alt, page)
        yield from self._inside(one, me, page, depth)

    def _inside(
        self, one: pikepdf.Object, me: Passage, page: int | None, depth: int
    ) -> Iterator[Passage]:
        """Yield own words up to the next part below, that part, and so on."""
        written, shown, at = "", "", page
        for kid in _kids(one):
            mark = self._mark(kid, page)
            if mark is None:
                if isinstance(kid, pikepdf.Dictionary):
                    yield _saying(me, written, shown, at)
                    written, shown, at = "", "", page
                    yield from self._element(kid, me, page, depth + 1)
                continue
            self.seen.add(mark)
            said = self.pages[mark[0]].marked.get(mark[1])
            if said:
                at = mark[0] if not shown else at
                written, shown = written + said.written, shown + said.shown
        yield _saying(me, written, shown, at)

    def _mark(self, kid: object, page: int | None) -> tuple[int, int] | None:
        if isinstance(kid, int) and page is not None:
            return page, kid
        if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            place = self._page(kid, page)
            return None if place is None else (place, int(kid["/MCID"]))
        return None

    def _page(self, one: pikepdf.Object, otherwise: int | None) -> int | None:
        page = one.get("/Pg")
        return otherwise if page is None else self.numbers.get(page.objgen, otherwise)


def _saying(me: Passage, text: str, shown: str, page: int | None) -> Passage:
    place = 0 if page is None else page + 1
    return Passage(me.role, text, shown, me.title, me.author, place)


def _kids(one: pikepdf.Object) -> list[pikepdf.Object]:
    kids = one.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _author(one: pikepdf.Object) -> str:
    """Return the author among an element's user properties (ISO 32000-1, 14.7.5.4)."""
    attributes = one.get("/A")
    if attributes is None:
        return ""
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    for each in listed:
        if isinstance(each, pikepdf.Dictionary):
            for named in each.get("/P", pikepdf.Array()):
                if str(named.get("/N", "")) == "Author":
                    return str(named.get("/V", ""))
    return ""
