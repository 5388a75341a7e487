"""Every screen in every size that it must stand, as one page to look at."""

from __future__ import annotations

import html
import sys
from pathlib import Path

from coprod_desktop.gui.showing.journey import Hanging, take_journey
from coprod_desktop.gui.showing.scenes import SCENES, file_name
from coprod_desktop.gui.showing.wards import Wards
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.i18n.pseudo import pseudo_catalogue

SIZES_PX = ((1366, 768), (1024, 600))
TEXT_PT = (16, 32, 48)

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Every screen</title>
<style>
body {{ font-family: sans-serif; background: #fbf8f1; color: #1a1a17 }}
div {{ display: flex; flex-wrap: wrap; gap: 1em }}
figure {{ margin: 0 }} img {{ width: 30em; border: 1px solid #8a8370 }}
</style>
{parts}
</html>
"""
_PART = "<h2>{scene}</h2>\n<div>\n{figures}\n</div>"
_FIGURE = (
    '<figure><a href="{path}"><img loading="lazy" src="{path}" alt="{scene}, {name}">'
    "</a><figcaption>{name}</figcaption></figure>"
)


def hangings() -> tuple[Hanging, ...]:
    """Return every way: two languages, two window sizes, three text sizes."""
    english = read_catalogue("en")
    return tuple(
        Hanging(words, size, text)
        for words in (english, pseudo_catalogue(english))
        for size in SIZES_PX
        for text in TEXT_PT
    )


def draw_gallery(wards: Wards, folder: Path) -> int:
    """Draw every screen in every way into ``folder``, with a page that shows all."""
    shown = hangings()
    for hanging in shown:
        seen = take_journey(wards, hanging, folder / hanging.name)
        for one in seen.cut:
            sys.stdout.write(f"{hanging.name}: {one}\n")
    page = gallery_page(tuple(one.name for one in shown))
    (folder / "index.html").write_text(page, encoding="utf-8")
    sys.stdout.write(f"{folder.resolve()}\n")
    return 0


def gallery_page(names: tuple[str, ...]) -> str:
    """Return a page that shows each scene in each of these ways, side by side."""
    parts = []
    for scene in SCENES:
        figures = [
            _FIGURE.format(
                path=html.escape(f"{name}/{file_name(scene)}"),
                scene=html.escape(scene),
                name=html.escape(name),
            )
            for name in names
        ]
        parts.append(_PART.format(scene=scene, figures="\n".join(figures)))
    return _PAGE.format(parts="\n".join(parts))
