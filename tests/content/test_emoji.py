"""Tests of emoji: which are in a text, their names, and the file that holds them."""

from __future__ import annotations

import re
from zipfile import ZipFile

import pytest

from coprod_desktop.bundled import bundled
from coprod_desktop.content.emoji import LANGUAGES, EmojiShelf, key_of, store_path
from tests.content.emoji_store import UnknownDrawingError, shape
from tests.content.svg_paths import path_code

PLAIN = frozenset("abc def 0123456789©™#*")


def told(text: str, language: str = "en") -> list[tuple[str, str, int]]:
    """What stands where, how it is called, and how often it is drawn."""
    runs = EmojiShelf(language).runs(text, PLAIN)
    return [
        (text[one.start : one.stop], one.name, one.count if one.key else 0)
        for one in runs
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a 😀 b", [("😀", "grinning face", 1)]),
        ("😀😀😀", [("😀😀😀", "grinning face × 3", 3)]),
        ("🎉" * 6, [("🎉" * 6, "party popper × 6", 1)]),
        ("👍🏽", [("👍🏽", "thumbs up: medium skin tone", 1)]),
        ("❤\ufe0f", [("❤\ufe0f", "red heart", 1)]),
        ("❤", [("❤", "red heart", 1)]),
        ("❤\ufe0e", []),
        (
            "👩🏾\u200d🚀",
            [("👩🏾\u200d🚀", "woman astronaut: medium-dark skin tone", 1)],
        ),
        ("🇬🇧", [("🇬🇧", "flag: United Kingdom", 0)]),
        ("1\ufe0f\u20e3", [("1\ufe0f\u20e3", "keycap: 1", 1)]),
        ("🏽", [("🏽", "medium skin tone", 0)]),
        ("🧟\u200d🚀", [("🧟", "zombie", 1), ("🚀", "rocket", 1)]),
        ("12 © ™ #", []),
        ("🇬a \U0001f8ff", []),
    ],
)
def test_emoji_are_found_and_named(text: str, found: list[tuple[str, str, int]]):
    assert told(text) == found


def test_names_are_of_the_language_of_the_paper():
    assert [told("🐕", one)[0][1] for one in ("cy", "pl", "xx")] == [
        "ci",
        "pies",
        "dog",
    ]


def test_a_text_of_very_many_emoji_names_them_and_draws_none():
    many = EmojiShelf("en").runs("🙂🙃" * 201, PLAIN)

    assert len(many) == 402
    assert not any(one.key for one in many)


def test_nothing_is_read_for_a_text_without_emoji():
    shelf = EmojiShelf("en")

    assert shelf.runs("Plain words, سلام, 中文.", PLAIN) == []
    assert vars(shelf) == {"language": "en"}


def test_every_drawing_is_lines_and_nothing_else_and_has_a_name_in_each_language():
    with ZipFile(store_path()) as store:
        read = {one: store.read(one).decode().split("\n") for one in store.namelist()}
    keys = read.pop("keys.txt")
    names = {one: read.pop(f"names-{one}.txt") for one in LANGUAGES}
    drawn = [line for lines in read.values() for line in lines]

    assert len(keys) == len(set(keys)) == len(drawn) > 1_500
    assert [
        one for one in drawn if not re.fullmatch(r"[-0-9. mlchfBSWnqQ*wJj]+", one)
    ] == []
    for lines in names.values():
        named = {line.split(" ", 1)[0] for line in lines}
        # A font has these two, and nobody calls them emoji.
        assert set(keys) - named == {key_of("©"), key_of("®")}
    assert store_path().stat().st_size < 1_500_000


def test_the_drawing_that_is_given_is_the_emoji_s_own():
    shelf = EmojiShelf("en")

    assert shelf.code(key_of("😀")) != shelf.code(key_of("😭"))
    with pytest.raises(KeyError):
        shelf.code(key_of("🇬🇧"))


def test_drawings_and_names_carry_their_licences():
    folder = bundled("resources") / "emoji"
    notice = (folder.parent.parent / "NOTICE").read_text(encoding="utf-8")

    fluent = (folder / "LICENCE-fluent-emoji.txt").read_text(encoding="utf-8")
    assert "Copyright (c) Microsoft Corporation" in fluent
    unicode = (folder / "LICENCE-unicode.txt").read_text(encoding="utf-8")
    assert "UNICODE LICENSE V3" in unicode
    assert "Unicode License v3" in notice


def test_paths_become_a_page_s_own_code_upside_down():
    assert path_code("M0 0h32v32H0z") == ("0 1000 m 1000 1000 l 1000 0 l 0 0 l h")
    assert path_code("m8 8 8 8").endswith("500 500 l")
    assert path_code("M8 16a8 8 0 0116 0").count("c") == 2
    assert path_code("M0 0q16 0 16 16t16 16").endswith("1000 0 c")
    assert path_code("M0 0c0 0 8 8 16 16s16 16 16 16").count("c") == 2


def test_a_drawing_with_something_unknown_in_it_is_left_out_and_not_guessed():
    with pytest.raises(UnknownDrawingError):
        shape('<use href="#a"/>')


def test_a_masked_part_is_drawn_inside_its_mask_alone():
    mask = '<mask id="m"><path d="M0 0h16v16z"/></mask>'

    code = shape(f'{mask}<g mask="url(#m)"><path stroke="#000" d="M0 0h32"/></g>')

    assert code.split("\n")[0].endswith("W n")
    assert code.split("\n")[-1] == "Q"
