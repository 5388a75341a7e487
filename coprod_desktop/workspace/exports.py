"""A document for other systems and other readers: FHIR, JSON, plain text, a web page.

Only what was shared is in any of them, as on paper.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from coprod_desktop.workspace.printable import Printable


class Shape(StrEnum):
    """In which way a document is given out, beside paper."""

    FHIR = "fhir"
    """A FHIR R4 Bundle, as it is inside a paper; docs/fhir.md."""
    JSON = "json"
    """The words as they are inside a paper; docs/words-json.md."""
    TEXT = "text"
    HTML = "html"


def exported(printable: Printable, shape: Shape, at: datetime) -> str:
    """Return a document in one of the shapes.

    ``at`` is the time that text and page say they were made, in the zone of the ward's
    wall. FHIR and JSON tell no such time: the same words give the same bytes.
    """
    match shape:
        case Shape.FHIR:
            return printable.bundle_json()
        case Shape.JSON:
            return printable.words_json
        case Shape.TEXT:
            from coprod_desktop.exchange.plain_text import plain_text  # noqa: PLC0415

            return plain_text(printable.paper(at))
        case Shape.HTML:
            from coprod_desktop.exchange.web_page import web_page  # noqa: PLC0415

            return web_page(printable.paper(at))
