"""The gallery: in which ways every screen is drawn, and the page that shows them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from coprod_desktop.content.themes import theme_ids
from coprod_desktop.gui.showing import gallery
from coprod_desktop.gui.showing.gallery_page import gallery_page
from coprod_desktop.gui.showing.hangings import (
    LANGUAGES,
    PERCENTS,
    WINDOWS,
    Way,
    usual_ways,
    ways_for,
)
from coprod_desktop.gui.showing.journey import Hanging, Seen
from coprod_desktop.gui.showing.scenes import SCENES, file_name
from coprod_desktop.gui.showing.wards import Wards

THEMES = theme_ids()
BIG_ARABIC = Way("ar", "yellow-on-black", "300", "1024x600")


class Elements(HTMLParser):
    """Every element of a page, with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [told for name, told in self.found if name == tag]


def test_all_names_every_language_theme_size_and_window():
    ways = ways_for(("all",), THEMES)

    wanted = len(LANGUAGES) * len(THEMES) * len(PERCENTS) * len(WINDOWS)
    assert len(set(ways)) == len(ways) == wanted == 4 * 6 * 3 * 2


def test_nothing_named_shows_each_language_size_theme_and_window_at_least_once():
    ways = usual_ways(THEMES)

    assert ways == ways_for((), THEMES)
    assert len(set(ways)) == len(ways) < 30
    for kind, values in zip(
        zip(*ways, strict=True), (LANGUAGES, THEMES, PERCENTS, WINDOWS), strict=True
    ):
        assert set(kind) == set(values)


def test_ways_are_asked_for_in_words():
    ways = ways_for(("cy", "ar", "300", "dark"), THEMES)

    assert {(one.language, one.theme, one.percent) for one in ways} == {
        ("cy", "dark", "300"),
        ("ar", "dark", "300"),
    }
    assert {one.window for one in ways} == set(WINDOWS)


def test_a_word_that_names_nothing_is_told(tmp_path: Path, capsys):
    status = gallery.draw_gallery(None, tmp_path, ("klingon",))  # type: ignore[arg-type]

    assert status == gallery.WRONG_WORDS
    assert capsys.readouterr().err.startswith("klingon is none of 100, 1024x600,")
    assert list(tmp_path.iterdir()) == []


def test_every_screen_is_drawn_in_each_way_and_what_is_cut_off_is_told(
    tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
):
    asked: list[Hanging] = []

    def take(wards: Wards, hanging: Hanging, folder: Path) -> Seen:
        asked.append(hanging)
        return Seen((), ("home: a word",), {"home": "Beth hoffech chi ei wneud?"})

    monkeypatch.setattr(gallery, "take_journey", take)

    status = gallery.draw_gallery(None, tmp_path, ("cy", "dark", "200", "1366x768"))  # type: ignore[arg-type]

    assert status == 0
    [hanging] = asked
    assert hanging.words.language == "cy"
    assert (hanging.theme, hanging.text_pt, hanging.size_px) == (
        "dark",
        32,
        (1366, 768),
    )
    assert "cy-dark-200-1366x768: home: a word" in capsys.readouterr().out
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<strong lang="cy" dir="auto">Beth hoffech chi ei wneud?</strong>' in page


def test_the_page_shows_every_screen_in_every_way_with_words_for_each_picture():
    ways = usual_ways(THEMES)

    pictures = Elements(gallery_page(ways, {})).all("img")

    assert len(pictures) == len(ways) * len(SCENES)
    assert {one["src"] for one in pictures} == {
        f"{way.folder}/{file_name(scene)}" for way in ways for scene in SCENES
    }
    told = [one["alt"] or "" for one in pictures]
    assert len(set(told)) == len(told)
    assert "The screen “Home”. Arabic, Paper, 300 %, 1024x600." in told


def test_the_page_can_show_fewer_without_script():
    page = gallery_page((BIG_ARABIC, Way("en", "paper", "100", "1366x768")), {})
    elements = Elements(page)
    radios = elements.all("input")
    hidden = re.findall(r"body:has\(#([\w-]+):checked\) li:not\(\.([\w-]+)\)", page)

    assert elements.all("script") == []
    assert {one["name"] for one in radios} == {"language", "theme", "percent", "window"}
    assert len([one for one in radios if "checked" in one]) == 4
    assert {(one["id"], one["id"]) for one in radios if "checked" not in one} == set(
        hidden
    )
    classes = {one["class"] for one in elements.all("li")}
    assert {one for each in classes for one in str(each).split()} == {
        one["id"] for one in radios if "checked" not in one
    }


def test_a_heading_that_looks_like_mark_up_stays_words():
    page = gallery_page((BIG_ARABIC,), {(BIG_ARABIC, "home"): "<b>Sam</b>"})

    assert "&lt;b&gt;Sam&lt;/b&gt;" in page
    assert Elements(page).all("b") == []
    assert 'lang="ar" dir="auto"' in page
