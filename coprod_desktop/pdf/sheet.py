"""A canvas on which nothing can be drawn without saying what it is.

Text belongs to an :class:`Element` of the structure, or is an artifact (a footer, the
letter in a ring); lines and shapes are artifacts; pictures are figures. ReportLab knows
none of this: the marks are written into the page beside its own code (decision 007).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfgen.canvas import Canvas

from coprod_desktop.pdf.blocks import Paper
from coprod_desktop.pdf.both import in_one_line
from coprod_desktop.pdf.codes import Codes, escaped
from coprod_desktop.pdf.faces import Face, face
from coprod_desktop.pdf.metadata import Attachment, finish
from coprod_desktop.pdf.numbers import circle_code, numbers
from coprod_desktop.pdf.sizes import CLEAR, Sizes
from coprod_desktop.pdf.spans import Drawing, Row, Stretch
from coprod_desktop.pdf.structure import Element, Place, write_structure

ARTIFACT = "Artifact"
"""The role of text that stands outside the structure."""


class Sheet(Canvas):
    """The pages of one paper."""

    is_leftward = False
    """Whether lines start at the right."""

    def __init__(self, target: BytesIO, language: str, sizes: Sizes = CLEAR) -> None:
        body = face("body").font.fontName
        super().__init__(
            target,
            pagesize=A4,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=language,
            initialFontName=body,
        )
        self.sizes = sizes
        self.top = Element("Document", is_leftward=self.is_leftward, sizes=sizes)
        if self.is_leftward:
            self.top.attributes = "<< /O /Layout /WritingMode /RlTb >>"
        self._on_pages: list[list[Element]] = [[]]
        self._marked: Element | None = None
        self._inked: tuple[str, float] | None = None
        self._codes: dict[str, Codes] = {}
        self._outline_level = -1
        self._emoji: set[str] = set()
        self._figure = self.top
        """Of the emoji that was drawn last."""

    def row(self, row: Row, x: float, y: float) -> None:
        """Draw one line of text; ``x`` and ``y`` are where its baseline starts.

        Like every other ``x``, it is told from the edge at which lines start.
        """
        end = -1.0
        for one in row:
            left = self.left_of(x + one.x, one.width)
            if one.drawing:
                self._draw_emoji(one, one.drawing, left, y)
                end = -1.0
                continue
            self._mark(self._figure if one.is_name else one.span.element)
            if one.x != end:
                self._code.append(f"1 0 0 1 {left:.2f} {y:.2f} Tm")
            end = -1.0 if self.is_leftward else one.x + one.width
            if one.letters:
                self._show_leftward(one)
            else:
                self._show_as_written(one, one.shown, one.written)

    @contextmanager
    def artwork(self) -> Iterator[None]:
        """Let lines and shapes be drawn that tell nothing which words do not tell."""
        self._end_text()
        self._code.append("/Artifact BMC q")
        yield
        self._code.append("Q EMC")

    def picture(
        self, element: Element | None, picture: str, x: float, y: float, size: float
    ) -> None:
        """Draw a picture that was defined, its lower leading corner at ``x``, ``y``.

        Without an element it is an ornament beside words.
        """
        self._end_text()
        x = self.left_of(x, size)
        if element is None:
            self._code.append("/Artifact BMC")
        else:
            box = f"[ {x:.2f} {y:.2f} {x + size:.2f} {y + size:.2f} ]"
            element.attributes = f"<< /O /Layout /BBox {box} /Placement /Block >>"
            self._code.append(self._opening(element))
        self._code.append(f"q {size:.2f} 0 0 {size:.2f} {x:.2f} {y:.2f} cm")
        self.doForm(picture)
        self._code.append("Q EMC")

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line between two places."""
        code = f"n {numbers(x1, y1)} m {numbers(x2, y2)} l S"
        self._code.append(code)

    def circle(self, x_cen: float, y_cen: float, r: float) -> None:
        """Draw a circle around a place."""
        self._code += circle_code(x_cen, y_cen, r)

    def left_of(self, x: float, width: float) -> float:  # noqa: ARG002 - see leftward
        """Return the left edge of something ``width`` wide that starts at ``x``."""
        return x

    def define_picture(self, picture: str, code: str) -> None:
        """Keep a picture's code, once, as a form of one by one."""
        self.beginForm(picture, 0, 0, 1, 1)
        self._code.append(code)
        self.endForm()

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Put a heading into the list that readers show beside the pages."""
        title = in_one_line(title)
        level = min(level, self._outline_level + 1)
        self._outline_level = level
        key = f"h{len(self._doc.outline.destinationnamestotitles)}"
        self.bookmarkHorizontalAbsolute(key, round(y, 2))
        self.addOutlineEntry(title, key, level)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page and start the next."""
        self._end_text()
        self._inked = None
        number = len(self._on_pages) - 1
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number
        page.Tabs = PDFName("S")
        page.Trans = None
        self._on_pages.append([])

    def finished(self, paper: Paper, attachments: tuple[Attachment, ...]) -> bytes:
        """Write structure, metadata and attachments, and return the file."""
        write_structure(self._doc, self.top, self._on_pages[:-1])
        finish(self, self._doc, paper, attachments)
        self.showOutline()
        self._doc.SaveToFile(self._filename, self)
        return bytes(self._filename.getvalue())

    def _draw_emoji(self, one: Stretch, drawing: Drawing, x: float, y: float) -> None:
        """Draw an emoji as a figure of its own, inside the part it was written in.

        Its name, which follows, belongs to the same figure.
        """
        self._end_text()
        element = one.span.element
        if element.emoji and drawing.key not in self._emoji:
            self._emoji.add(drawing.key)
            code = f".001 0 0 .001 0 0 cm {element.emoji.code(drawing.key)}"
            self.define_picture(drawing.key, code)
        box = drawing.box(x, y, one.span.size, is_leftward=self.is_leftward)
        if element.role != ARTIFACT:
            element = element.add("Figure", alt=drawing.name)
            places = " ".join(f"{place:.2f}" for place in box)
            layout = f"/O /Layout /BBox [ {places} ] /Placement /Inline"
            element.attributes = f"<< {layout} >>"
        self._figure = element
        self._code.append(self._opening(element))
        left, low, _, high = box
        side = high - low
        for number in range(drawing.count):
            at = f"{left + number * side:.2f} {low:.2f}"
            self._code.append(f"q {side:.2f} 0 0 {side:.2f} {at} cm")
            self.doForm(drawing.key)
            self._code.append("Q")
        self._code.append("EMC")

    def _mark(self, element: Element) -> None:
        if self._marked is element:
            return
        self._code.append("EMC" if self._marked else "BT")
        self._marked = element
        self._code.append(self._opening(element))

    def _opening(self, element: Element) -> str:
        if element.role == ARTIFACT:
            return f"/Artifact {element.attributes} BDC"
        on_page = self._on_pages[-1]
        number = len(on_page)
        on_page.append(element)
        element.kids.append(Place(len(self._on_pages) - 1, number))
        return f"/{element.role} <</MCID {number}>> BDC"

    def _end_text(self) -> None:
        if self._marked:
            self._code.append("EMC ET")
            self._marked = None

    def _show_leftward(self, one: Stretch) -> None:
        """Show letters from the left, told to stand in reverse of how they are read.

        Readers turn such letters around themselves (ISO 32000-1, 14.8.2.3.3); one text
        for a whole word, poppler and PDFium would turn around too.
        """
        self._code.append("/ReversedChars BMC")
        for shown, written in one.letters:
            self._show_as_written(one, shown, written)
        self._code.append("EMC")

    def _show_as_written(self, one: Stretch, shown: str, written: str) -> None:
        if shown == written:
            self._show(one, shown)
            return
        told = written.encode("utf-16-be", "replace").hex().upper()
        self._code.append(f"/Span <</ActualText <FEFF{told}>>> BDC")
        self._show(one, shown)
        self._code.append("EMC")

    def _show(self, one: Stretch, shown: str) -> None:
        main = one.face
        codes = self._codes.get(main.name)
        if codes is None:
            codes = self._codes[main.name] = Codes(main.font, self._doc)
        signs = shown.translate(codes)
        if codes.is_one_subset:
            if signs:
                self._ink(main, 0, one.span.size)
                self._code.append(f"({signs}) Tj")
            return
        for subset, told in main.font.splitString(shown, self._doc):
            self._ink(main, subset, one.span.size)
            self._code.append(f"({escaped(told)}) Tj")

    def _ink(self, main: Face, subset: int, size: float) -> None:
        name = main.font.getSubsetInternalName(subset, self._doc)
        if self._inked != (name, size):
            self._inked = (name, size)
            self._code.append(f"{name} {size:g} Tf")
