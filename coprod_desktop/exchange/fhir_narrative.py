"""What a person reads in a system that shows a resource's text and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from coprod_desktop.model.canonical import Json

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def narrative(title: str, items: list[Json]) -> Json:
    """Return items as XHTML: for each its label, then its answers, in their order.

    Nobody's words are taken for mark-up.
    """
    inside = "".join(_told(items))
    div = f'<div xmlns="http://www.w3.org/1999/xhtml"><h2>{_safe(title)}</h2>{inside}'
    return {"status": "generated", "div": div + "</div>"}


def _told(items: list[Json]) -> Iterator[str]:
    for item in items:
        label = _safe(item.get("text", ""))
        answers = item.get("answer", [])
        if answers:
            said = "<br/>".join(_safe(_words(one)) for one in answers)
            yield f"<p><b>{label}:</b> {said}</p>"
        else:
            inside = "".join(_told(item.get("item", [])))
            yield f"<div><p><b>{label}</b></p><blockquote>{inside}</blockquote></div>"


def _words(answer: Json) -> str:
    for kind in ("valueCoding", "valueReference"):
        if kind in answer:
            coded = answer[kind]
            return str(coded.get("display", coded.get("code", "")))
    return str(answer.get("valueString", answer.get("valueDate", "")))


def _safe(text: str) -> str:
    safe = escape(_NOT_XML.sub("\ufffd", text))
    return safe.replace("\n", "<br/>")
