"""The same paper as other packages make it: the same words, fonts, pictures and sizes.

Each is told once, outside the clock, of the fonts and pictures; where a package can
share neither between papers, they are read again before the clock starts. None draws
borders or says whose words are whose. All make headings, paragraphs and pictures with
words of their own where they can: Typst and WeasyPrint claim PDF/UA-1; fpdf2 tags its
pictures alone, since it has no way to tag text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from io import BytesIO
from json import dumps
from pathlib import Path
from typing import Any, NamedTuple

from coprod_desktop.bundled import bundled
from coprod_desktop.content.pictures import PictureStyle, picture_path
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.sizes import CLEAR
from tests.benchmarks.paper_plan import lines

Make = Callable[[], bytes]
Ready = Callable[[blocks.Paper], Make]

MARGIN = 56.6929
FAMILY = "Atkinson Hyperlegible Next"


class Look(NamedTuple):
    """How one kind of line looks, in points."""

    size: float
    leading: float
    after: float
    is_bold: bool = False


LOOKS = {
    "title": Look(26, 34, 4, is_bold=True),
    "line": Look(14, 21, 4),
    "heading": Look(17, 22.1, 4, is_bold=True),
    "label": Look(14, 21, 0, is_bold=True),
    "manner": Look(12, 15.6, 3),
    "words": Look(14, 21, 20),
}
"""As in clear print; ``after`` stands for the padding and gaps of our blocks."""


def font_file(weight: str) -> Path:
    """Return where one of our fonts lies."""
    name = f"AtkinsonHyperlegibleNext-{weight}.ttf"
    return bundled("resources") / "fonts" / name


def picture_file(picture: str) -> Path:
    """Return where a black picture lies."""
    return picture_path(picture, PictureStyle.HIGH_CONTRAST)


def ours(paper: blocks.Paper) -> Make:
    """Make it with our own writer."""
    from coprod_desktop.pdf.render import render

    return lambda: render(paper)


def stock(paper: blocks.Paper) -> Make:
    """Make it with ReportLab as it comes: untagged."""
    from reportlab import rl_config
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    sides = ("leftMargin", "rightMargin", "topMargin", "bottomMargin")
    # Its frames keep six points inside their edges.
    edges = dict.fromkeys(sides, MARGIN - 6)

    def make() -> bytes:
        rl_config.useA85 = 1
        story: list[Any] = []
        for line in lines(paper):
            if line.picture:
                story.append(_stock_picture(line.picture))
            story.append(Paragraph(escape(line.text, quote=False), _stock(line.kind)))
        target = BytesIO()
        SimpleDocTemplate(target, pagesize=A4, **edges).build(story)
        return target.getvalue()

    return make


def _stock_picture(picture: str) -> Any:
    from copy import copy

    # A flowable remembers where it was put.
    return copy(_drawing(picture))


@cache
def _drawing(picture: str) -> Any:
    from coprod_desktop.pdf.pictures import picture_drawing

    drawing = picture_drawing(picture)
    drawing.scale(CLEAR.picture / drawing.width, CLEAR.picture / drawing.height)
    drawing.width = drawing.height = CLEAR.picture
    return drawing


@cache
def _stock(kind: str) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    from coprod_desktop.pdf.faces import face

    look = LOOKS[kind]
    return ParagraphStyle(
        kind,
        fontName=face("bold" if look.is_bold else "body").font.fontName,
        fontSize=look.size,
        leading=look.leading,
        spaceAfter=look.after,
    )


def typst(paper: blocks.Paper) -> Make:
    """Make it with Typst, as PDF/UA-1."""
    import typst as package

    compiled: Any = package.compile

    source = "\n".join(_typst(paper)).encode()
    fonts = str(bundled("resources") / "fonts")

    def make() -> bytes:
        made = compiled(
            source,
            root="/",
            font_paths=[fonts],
            ignore_system_fonts=True,
            pdf_standards="ua-1",
        )
        assert isinstance(made, bytes)
        return made

    return make


def _typst(paper: blocks.Paper) -> Iterator[str]:
    title, author = dumps(paper.title), dumps(paper.author)
    yield f"#set document(title: {title}, author: {author})"
    yield (
        f'#set page(paper: "a4", margin: {MARGIN}pt, footer: context '
        "[Page #counter(page).display() of #counter(page).final().first()])"
    )
    yield (
        f'#set text(font: "{FAMILY}", lang: "en", size: 14pt, hyphenate: false, '
        "top-edge: 0.8em, bottom-edge: -0.2em)"
    )
    yield "#set par(justify: false, leading: 7pt, spacing: 7pt)"
    yield "#set heading(numbering: none)"
    yield "#show heading: it => block(above: 0pt, below: 4pt, it.body)"
    for line in lines(paper):
        look, text = LOOKS[line.kind], dumps(line.text, ensure_ascii=False)
        weight = '"bold"' if look.is_bold else '"regular"'
        text = f"text(size: {look.size}pt, weight: {weight}, {text})"
        if line.picture:
            file = dumps(str(picture_file(line.picture)))
            yield f'#image({file}, width: {CLEAR.picture}pt, alt: "A picture")'
        if line.kind in ("title", "heading"):
            level = 1 if line.kind == "title" else 2
            yield f"#heading(level: {level}, {text})"
        else:
            lead = look.leading - look.size
            below = look.after + lead
            yield (
                f"#block(above: 0pt, below: {below}pt, par(leading: {lead}pt, {text}))"
            )


def weasyprint(paper: blocks.Paper) -> Make:
    """Make it with WeasyPrint, as PDF/UA-1."""
    from weasyprint import HTML

    sheet, fonts, kept = _weasyprint()
    page = "".join(_html(paper))

    def make() -> bytes:
        made = HTML(string=page).write_pdf(
            stylesheets=[sheet],
            font_config=fonts,
            cache=kept,
            pdf_variant="pdf/ua-1",
        )
        assert isinstance(made, bytes)
        return made

    return make


@cache
def _weasyprint() -> tuple[Any, Any, dict[str, Any]]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return CSS(string="\n".join(_css()), font_config=fonts), fonts, {}


def _css() -> Iterator[str]:
    for weight, name in (("normal", "Regular"), ("bold", "Bold")):
        yield (
            f"@font-face {{font-family: ours; font-weight: {weight}; "
            f"src: url({font_file(name).as_uri()})}}"
        )
    yield (
        f"@page {{size: A4; margin: {MARGIN}pt; @bottom-left "
        '{content: "Page " counter(page) " of " counter(pages); font: 12pt ours}}'
    )
    yield "body {font-family: ours; margin: 0} h1, h2, p {margin-top: 0}"
    yield f"img {{display: block; width: {CLEAR.picture}pt; height: {CLEAR.picture}pt}}"
    for kind, look in LOOKS.items():
        weight = "bold" if look.is_bold else "normal"
        yield (
            f".{kind} {{font-size: {look.size}pt; line-height: {look.leading}pt; "
            f"font-weight: {weight}; margin-bottom: {look.after}pt}}"
        )


def _html(paper: blocks.Paper) -> Iterator[str]:
    yield f'<html lang="en"><head><title>{escape(paper.title)}</title>'
    yield f'<meta name="author" content="{escape(paper.author)}"></head><body>'
    for line in lines(paper):
        if line.picture:
            yield f'<img src="{picture_file(line.picture).as_uri()}" alt="A picture">'
        tag = {"title": "h1", "heading": "h2"}.get(line.kind, "p")
        yield f'<{tag} class="{line.kind}">{escape(line.text)}</{tag}>'
    yield "</body></html>"


def fpdf2(paper: blocks.Paper) -> Make:
    """Make it with fpdf2; it reads its fonts for each paper, before the clock."""
    from fpdf import FPDF

    class Paged(FPDF):
        def footer(self) -> None:
            self.set_y(-40)
            self.set_font("ours", "", 12)
            self.cell(0, 12, f"Page {self.page_no()} of {{nb}}")

    pdf = Paged(unit="pt", format="A4")
    pdf.add_font("ours", "", str(font_file("Regular")))
    pdf.add_font("ours", "B", str(font_file("Bold")))

    def make() -> bytes:
        pdf.set_lang("en")
        pdf.set_title(paper.title)
        pdf.set_author(paper.author)
        pdf.set_margin(MARGIN)
        pdf.set_auto_page_break(auto=True, margin=MARGIN)
        pdf.add_page()
        for line in lines(paper):
            look = LOOKS[line.kind]
            if line.picture:
                if pdf.will_page_break(CLEAR.picture + look.leading):
                    pdf.add_page()
                file, edge = picture_file(line.picture), CLEAR.picture
                pdf.image(str(file), w=edge, h=edge, alt_text="A picture")
            pdf.set_font("ours", "B" if look.is_bold else "", look.size)
            if line.kind == "heading":
                pdf.start_section(line.text)
            pdf.multi_cell(
                0, look.leading, line.text, align="L", new_x="LMARGIN", new_y="NEXT"
            )
            pdf.ln(look.after)
        return bytes(pdf.output())

    return make


RIVALS: dict[str, Ready] = {
    "stock": stock,
    "typst": typst,
    "weasyprint": weasyprint,
    "fpdf2": fpdf2,
}
