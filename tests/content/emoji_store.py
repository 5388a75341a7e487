"""Makes ``resources/emoji/emoji.zip``: shapes and names of emoji, for paper.

    npm pack @iconify-json/fluent-emoji-high-contrast@1.2.6
    npm pack cldr-annotations-full@48.2.0 cldr-annotations-derived-full@48.2.0
    (unpack each into FOLDER/<its name without the scope>)
    .venv/bin/python -m tests.content.emoji_store FOLDER

Each drawing becomes a page's own code, once, so that a paper needs nothing that reads
SVG, and gives the same bytes whichever version of that there is. Drawings that use what
is not told here (a part drawn twice, one turned round) are left out; their emoji are
printed by name.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from coprod_desktop.content.emoji import LANGUAGES, PER_FILE, key_of, store_path
from tests.content.svg_paths import on_grid, path_code

_LONG_AGO = (2026, 1, 1, 0, 0, 0)
_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
_CAPS = {"butt": "0", "round": "1", "square": "2"}
_JOINS = {"miter": "0", "round": "1", "bevel": "2"}
_NEW = dict.fromkeys(("fill", "stroke", "stroke-width", "fill-rule", "mask"))


class UnknownDrawingError(ValueError):
    """A drawing uses something that is not told here."""


def shape(body: str) -> str:
    """Return the code that draws a picture on a grid of 1000.

    Raises:
        UnknownDrawingError: It uses something that is not told here.
    """
    if re.search(r"<use|transform|<rect", body):
        raise UnknownDrawingError(body)
    top = ET.fromstring(f'<svg fill="currentColor">{body}</svg>')
    masks = {
        f"url(#{one.get('id')})": "\n".join(
            path_code(path.get("d", "")) for path in one.iter("path")
        )
        for one in top.iter("mask")
    }
    return "\n".join(_drawn(top, {}, masks))


def _drawn(
    one: ET.Element, above: dict[str, str], masks: dict[str, str]
) -> Iterator[str]:
    """Yield the code of a part. Clips of these drawings are the whole picture."""
    if one.tag in ("defs", "mask", "clipPath"):
        return
    how = {**above, **one.attrib}
    how.pop("mask", None)
    mask = one.get("mask")
    if mask:
        yield f"q {masks[mask]} W n"
    if one.tag == "path":
        yield _painted(path_code(how["d"]), how)
    elif one.tag == "circle":
        yield _painted(path_code(_circle(how)), how)
    for kid in one:
        yield from _drawn(kid, how, masks)
    if mask:
        yield "Q"


def _circle(how: dict[str, str]) -> str:
    x, y, r = (float(how[key]) for key in ("cx", "cy", "r"))
    return f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z"


def _painted(path: str, how: dict[str, str]) -> str:
    is_filled = how.get("fill", "none") != "none"
    is_stroked = how.get("stroke", "none") != "none"
    star = "*" if how.get("fill-rule") == "evenodd" and is_filled else ""
    paint = {
        (True, True): "B" + star,
        (True, False): "f" + star,
        (False, True): "S",
        (False, False): "n",
    }[is_filled, is_stroked]
    if not is_stroked:
        return f"{path} {paint}"
    wide = on_grid(float(how.get("stroke-width", "1")))
    cap = _CAPS[how.get("stroke-linecap", "butt")]
    join = _JOINS[how.get("stroke-linejoin", "miter")]
    return f"{wide} w {cap} J {join} j {path} {paint}"


def shapes(folder: Path) -> dict[str, str]:
    """Return the code of each emoji that can be drawn, by its key."""
    place = folder / "fluent-emoji-high-contrast"
    drawings = json.loads((place / "icons.json").read_text("utf-8"))["icons"]
    named = json.loads((place / "chars.json").read_text("utf-8"))
    found = {}
    for codes, name in sorted(named.items()):
        text = "".join(chr(int(code, 16)) for code in codes.split("-"))
        if name in drawings:
            try:
                found[key_of(text)] = shape(drawings[name]["body"])
            except UnknownDrawingError:
                sys.stdout.write(f"left out: {name}\n")
    return found


def names(folder: Path, language: str) -> dict[str, str]:
    """Return what each emoji is called, by its key; tones are names of their own."""
    found: dict[str, str] = {}
    for package, inside in (
        ("cldr-annotations-full", "annotations"),
        ("cldr-annotations-derived-full", "annotationsDerived"),
    ):
        place = folder / package / inside / language / "annotations.json"
        told = json.loads(place.read_text("utf-8"))[inside]["annotations"]
        for text, one in told.items():
            has_tone = _TONE.search(text) and len(text) > 1
            if one.get("tts") and not has_tone and _is_picture(text):
                found[key_of(text)] = one["tts"][0]
    return found


def _is_picture(text: str) -> bool:
    return any(char > "\u203b" for char in text) and not any(
        "\u2200" <= char <= "\u22ff" or "\u3000" < char < "\u3030" for char in text
    )


def write_store(folder: Path) -> None:
    """Write the file, the same from the same packages."""
    drawn = shapes(folder)
    keys = sorted(drawn)
    with ZipFile(store_path(), "w") as store:

        def put(name: str, lines: list[str]) -> None:
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            store.writestr(entry, "\n".join(lines).encode(), compresslevel=9)

        put("keys.txt", keys)
        for number, first in enumerate(range(0, len(keys), PER_FILE)):
            some = keys[first : first + PER_FILE]
            put(f"shapes-{number}.txt", [drawn[key].replace("\n", " ") for key in some])
        for language in LANGUAGES:
            # Where a language has no name of its own yet, English is better than none.
            called = {**names(folder, "en"), **names(folder, language)}
            told = sorted(f"{key} {name}" for key, name in called.items())
            put(f"names-{language}.txt", told)


if __name__ == "__main__":
    write_store(Path(sys.argv[1]))
