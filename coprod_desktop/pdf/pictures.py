"""Pictures for paper: the black drawings, turned into a page's own code once."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from coprod_desktop.content.pictures import PictureStyle, picture_svg
from coprod_desktop.pdf.faces import face


@cache
def picture_code(meaning: str) -> str:
    """Return the code that draws a picture, one point wide and one point high.

    It is kept: walking through a drawing takes longer than a page of words.

    Raises:
        KeyError: There is no picture for this meaning.
    """
    return _Scratch().code_of(picture_drawing(meaning))


def picture_drawing(meaning: str) -> Drawing:
    """Return the drawing of a picture.

    Raises:
        KeyError: There is no picture for this meaning.
    """
    # svglib takes most of a second to import, and a paper may have no pictures.
    from svglib.svglib import svg2rlg  # noqa: PLC0415 - see above

    return svg2rlg(BytesIO(picture_svg(meaning, PictureStyle.HIGH_CONTRAST)))


class _Scratch(Canvas):
    """A canvas that is never kept: what is drawn on it is read off."""

    def __init__(self) -> None:
        super().__init__(BytesIO(), initialFontName=face("body").font.fontName)

    def code_of(self, drawing: Drawing) -> str:
        """Return what ReportLab writes to draw this."""
        self.scale(1 / drawing.width, 1 / drawing.height)
        renderPDF.draw(drawing, self, 0, 0)
        # It sets a font at every turn. Pictures have no words, and ours no such font.
        return "\n".join(line for line in self._code if not line.startswith("BT"))
