"""The structure tree: what a screen reader walks through, drawn as it is written.

ReportLab draws pages and knows no tags (decision 007). An :class:`Element` is made for
every part that has a meaning; while pages are drawn it gathers where it stands, and at
the end the tree is written from the same elements, so tags cannot drift from the page.
ISO 32000-1, 14.7 and 14.8; ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFString

from coprod_desktop.content.emoji import EmojiShelf
from coprod_desktop.pdf.both import in_one_line
from coprod_desktop.pdf.sizes import CLEAR, Sizes


@dataclass(eq=False, slots=True)
class Element:
    """One part of the paper's structure. ``role`` is a standard type such as H1."""

    role: str
    title: str = ""
    author: str = ""
    alt: str = ""
    attributes: str = ""
    """An attribute dictionary as PDF source, of ours alone, never people's words."""
    kids: list[Element | Place] = field(default_factory=list)
    is_leftward: bool = False
    """Whether its lines start at the right, as those of the whole paper do."""
    sizes: Sizes = CLEAR
    """How large things are on the whole paper."""
    language: str = ""
    """The tag of its language, where that is not the paper's."""
    beside_language: str = ""
    """The tag of the second language of the whole paper; or none."""
    is_in_order: bool = True
    """Whether runs of one line are heard in their order; older layouts said notes
    first, then the words."""
    emoji: EmojiShelf | None = None
    """The emoji of the paper's language; none in older layouts, which named all."""

    def add(
        self, role: str, *, title: str = "", author: str = "", alt: str = ""
    ) -> Element:
        """Add a part below this one, after all that is there already."""
        kid = Element(
            role,
            title,
            author,
            alt,
            is_leftward=self.is_leftward,
            sizes=self.sizes,
            beside_language=self.beside_language,
            is_in_order=self.is_in_order,
            emoji=self.emoji,
        )
        self.kids.append(kid)
        return kid

    def beside(self, role: str, attributes: str) -> Element:
        """Return what stands on the same paper, and not in this part of it."""
        return Element(
            role,
            attributes=attributes,
            is_leftward=self.is_leftward,
            sizes=self.sizes,
            emoji=self.emoji,
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part of an element stands: a page, and a number on that page."""

    page: int
    number: int


class _Node(PDFObject):
    """A structure element as an object of the file."""

    def __init__(self, element: Element, parent: str, pages: Sequence[str]) -> None:
        self.element = element
        self.parent = parent
        self.pages = pages
        self.kids: list[str] = []

    def format(self, document: PDFDocument) -> bytes:
        """Return the object's source."""
        one = self.element
        own = [kid.page for kid in one.kids if isinstance(kid, Place)]
        parts = [f"<< /Type /StructElem /S /{one.role} /P {self.parent}"]
        if own:
            parts.append(f"/Pg {self.pages[own[0]]}")
        parts.append(f"/K [ {' '.join(self._kids(own))} ]")
        told = (("T", one.title), ("Alt", one.alt), ("Lang", one.language))
        for key, text in told:
            if text:
                parts.append(f"/{key} {_string(in_one_line(text), document)}")
        attributes = [one.attributes] if one.attributes else []
        if one.author:
            author = _string(in_one_line(one.author), document)
            attributes.append(
                f"<< /O /UserProperties /P [ << /N (Author) /V {author} >> ] >>"
            )
        if attributes:
            parts.append(f"/A [ {' '.join(attributes)} ]")
        return (" ".join(parts) + " >>").encode("latin-1")

    def _kids(self, own: list[int]) -> Iterator[str]:
        below = iter(self.kids)
        for kid in self.element.kids:
            if isinstance(kid, Element):
                yield next(below)
            elif kid.page == own[0]:
                yield str(kid.number)
            else:
                page = self.pages[kid.page]
                yield f"<< /Type /MCR /Pg {page} /MCID {kid.number} >>"


class _Source(PDFObject):
    """An object whose source is known."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - its interface
        """Return the object's source."""
        return self.text.encode("latin-1")


def write_structure(
    document: PDFDocument, top: Element, on_pages: Sequence[Sequence[Element]]
) -> None:
    """Write the tree below ``top`` into the file.

    ``on_pages`` says for each page which element each number on it belongs to.
    """
    prune(top)
    pages = [reference(document, page) for page in document.Pages.pages]
    root = _Source("")
    root_reference = reference(document, root)
    found: dict[Element, str] = {}
    top_reference = _add(document, top, root_reference, pages, found)
    numbers = " ".join(
        f"{page} [ {' '.join(found[one] for one in elements)} ]"
        for page, elements in enumerate(on_pages)
    )
    parents = reference(document, _Source(f"<< /Nums [ {numbers} ] >>"))
    root.text = (
        f"<< /Type /StructTreeRoot /K [ {top_reference} ] "
        f"/ParentTree {parents} /ParentTreeNextKey {len(on_pages)} >>"
    )
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = _Source("<< /Marked true /UserProperties true >>")


def prune(element: Element) -> bool:
    """Take out parts in which nothing stands; return whether anything does."""
    element.kids = [kid for kid in element.kids if isinstance(kid, Place) or prune(kid)]
    return bool(element.kids)


def reference(document: PDFDocument, thing: PDFObject) -> str:
    """Give a thing its number in the file and return how others point to it."""
    source: bytes = document.Reference(thing).format(document)
    return source.decode("latin-1")


def _add(
    document: PDFDocument,
    element: Element,
    parent: str,
    pages: Sequence[str],
    found: dict[Element, str],
) -> str:
    node = _Node(element, parent, pages)
    own = found[element] = reference(document, node)
    node.kids = [
        _add(document, kid, own, pages, found)
        for kid in element.kids
        if isinstance(kid, Element)
    ]
    return own


def _string(text: str, document: PDFDocument) -> str:
    source: bytes = PDFString(text).format(document)
    return source.decode("latin-1")
