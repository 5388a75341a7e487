"""The gallery as one page: every screen, with words for each picture, and no script."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from coprod_desktop.gui.showing.hangings import Way
from coprod_desktop.gui.showing.scenes import SCENES, file_name

LANGUAGE_NAMES = {"en": "English", "cy": "Welsh", "ar": "Arabic", "pseudo": "Pseudo"}
_KINDS = {
    "language": "Language",
    "theme": "Colours",
    "percent": "Size of words",
    "window": "Window",
}

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every screen</title>
<style>
body {{ font: 1.1rem/1.5 sans-serif; margin: 2rem; background: #fbf8f1;
  color: #1a1a17 }}
fieldset {{ display: inline-block; vertical-align: top; border: 1px solid #6b6555 }}
label {{ display: block; padding: 0.4em 0.2em }}
input:focus-visible, a:focus-visible {{ outline: 4px solid #1a1a17 }}
ul {{ display: flex; flex-wrap: wrap; gap: 1em; list-style: none; padding: 0 }}
figure {{ margin: 0; max-width: 30em }}
img {{ width: 100%; border: 1px solid #6b6555 }}
{rules}
</style>
</head>
<body>
<a href="#first">Go to the first screen</a>
<main>
<h1>Every screen</h1>
<p>{count} screens; ways of showing each: {ways}. Choose which to see.</p>
<form>
{choices}
</form>
{parts}
</main>
</body>
</html>
"""
_RULE = "body:has(#{id}:checked) li:not(.{id}) {{ display: none }}"
_CHOICES = "<fieldset>\n<legend>{legend}</legend>\n{radios}\n</fieldset>"
_RADIO = '<label><input type="radio" name="{kind}" id="{id}"{checked}> {words}</label>'
_PART = "<h2{anchor}>{scene}</h2>\n<ul>\n{figures}\n</ul>"
_FIGURE = (
    '<li class="{classes}"><figure><a href="{path}">'
    '<img loading="lazy" src="{path}" alt="{alt}"></a>'
    "<figcaption>{heading}{caption}</figcaption></figure></li>"
)
_HEADING = '<strong lang="{lang}" dir="auto">{words}</strong><br>'

Headings = Mapping[tuple[Way, str], str]
"""What the heading of a scene says, shown in a way."""


def gallery_page(ways: Sequence[Way], headings: Headings) -> str:
    """Return a page that shows each scene in each way, and can show fewer.

    The choices are radio buttons, and the style sheet hides what was not chosen: it
    works from a disk, without script, and with nothing chosen it shows everything.
    """
    parts = [
        _PART.format(
            anchor=' id="first"' if number == 0 else "",
            scene=html.escape(_in_words(scene)),
            figures="\n".join(_figure(scene, way, headings) for way in ways),
        )
        for number, scene in enumerate(SCENES)
    ]
    named = {
        kind: tuple(dict.fromkeys(getattr(way, kind) for way in ways))
        for kind in _KINDS
    }
    rules = [
        _RULE.format(id=_id(kind, value))
        for kind, values in named.items()
        for value in values
    ]
    return _PAGE.format(
        rules="\n".join(rules),
        count=len(SCENES),
        ways=len(ways),
        choices="\n".join(_choices(kind, named[kind]) for kind in named),
        parts="\n".join(parts),
    )


def _choices(kind: str, values: Sequence[str]) -> str:
    every = _RADIO.format(kind=kind, id=f"{kind}-all", checked=" checked", words="All")
    radios = [
        _RADIO.format(
            kind=kind, id=_id(kind, value), checked="", words=_said(kind, value)
        )
        for value in values
    ]
    return _CHOICES.format(legend=_KINDS[kind], radios="\n".join((every, *radios)))


def _figure(scene: str, way: Way, headings: Headings) -> str:
    said = [_said(kind, getattr(way, kind)) for kind in _KINDS]
    heading = headings.get((way, scene), "")
    return _FIGURE.format(
        classes=" ".join(_id(kind, getattr(way, kind)) for kind in _KINDS),
        path=html.escape(f"{way.folder}/{file_name(scene)}"),
        alt=html.escape(f"The screen “{_in_words(scene)}”. {', '.join(said)}."),
        heading=_HEADING.format(
            lang="en-x-pseudo" if way.language == "pseudo" else way.language,
            words=html.escape(heading),
        ),
        caption=html.escape(", ".join(said)),
    )


def _id(kind: str, value: str) -> str:
    return f"{kind}-{value}"


def _said(kind: str, value: str) -> str:
    if kind == "language":
        return LANGUAGE_NAMES[value]
    if kind == "percent":
        return f"{value} %"
    return _in_words(value)


def _in_words(name: str) -> str:
    return name.replace("-", " ").capitalize()
