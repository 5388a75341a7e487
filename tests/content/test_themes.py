"""A theme can be read by everybody: contrast is computed, not hoped for."""

import json

import pytest

from coprod_desktop.content.pictures import PictureStyle
from coprod_desktop.content.themes import (
    computer_theme,
    contrast,
    read_theme,
    theme_ids,
)
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.people import VoiceKind
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import AS_COMPUTER
from tests.content.made_up_forms import changed, write_json

TEXT, PARTS = 7.0, 3.0

PAPER = {
    "id": "paper",
    "picture_style": "flat",
    "colours": dict.fromkeys(
        (
            "window", "surface", "text", "quiet_text", "border", "accent",
            "accent_text", "focus", "chosen", "chosen_border", "notice",
            "notice_border",
        ),
        "#1A1A17",
    ),
    "voices": {
        kind.value: {"tint": "#FFFFFF", "border": "#000000"} for kind in VoiceKind
    },
}  # fmt: skip


@pytest.mark.parametrize("theme_id", theme_ids())
def test_text_has_seven_to_one_on_everything_it_stands_on(theme_id):
    theme = read_theme(theme_id)
    colours = theme.colours
    tints = [voice.tint for voice in theme.voices.values()]
    grounds = [
        colours.window, colours.surface, colours.chosen, colours.notice, *tints,
    ]  # fmt: skip

    for ground in grounds:
        assert contrast(colours.text, ground) >= TEXT
        assert contrast(colours.quiet_text, ground) >= TEXT
    assert contrast(colours.accent_text, colours.accent) >= TEXT


@pytest.mark.parametrize("theme_id", theme_ids())
def test_borders_and_focus_have_three_to_one_on_both_sides(theme_id):
    theme = read_theme(theme_id)
    colours = theme.colours

    for ground in (colours.window, colours.surface):
        for part in (colours.border, colours.focus, colours.accent):
            assert contrast(part, ground) >= PARTS
        for voice in theme.voices.values():
            assert contrast(voice.border, ground) >= PARTS
    for voice in theme.voices.values():
        assert contrast(voice.border, voice.tint) >= PARTS
        assert contrast(colours.border, voice.tint) >= PARTS
        assert contrast(colours.focus, voice.tint) >= PARTS
    assert contrast(colours.chosen_border, colours.chosen) >= PARTS
    assert contrast(colours.notice_border, colours.notice) >= PARTS
    for ground in (colours.chosen, colours.notice):
        assert contrast(colours.focus, ground) >= PARTS


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_theme_has_a_name_that_people_can_read():
    assert theme_ids()[0] == "paper"
    for theme_id in theme_ids():
        assert read_catalogue("en").text(read_theme(theme_id).name_key)


def test_the_patient_s_words_need_no_tint():
    paper = read_theme("paper")

    assert paper.voices[VoiceKind.PATIENT].tint == paper.colours.surface
    assert paper.picture_style is PictureStyle.FLAT


def test_another_theme_is_one_more_file(tmp_path):
    write_json(tmp_path / "dark.json", changed(PAPER, "id", "dark"))
    write_json(tmp_path / "paper.json", PAPER)

    assert theme_ids(tmp_path) == ("paper", "dark")
    assert read_theme("dark", tmp_path).colours.window == "#1A1A17"


@pytest.mark.parametrize(
    ("place", "value", "named"),
    [
        ("id", "other", "id"),
        ("extra", 1, "id"),
        ("picture_style", "photo", "picture_style"),
        ("colours", [], "colours"),
        ("colours.extra", "#000000", "colours"),
        ("colours.text", "black", "colours.text"),
        ("colours.text", 0, "colours.text"),
        ("voices", {}, "voices"),
        ("voices.staff", "#000000", "voices.staff"),
        ("voices.staff.tint", "#00000", "voices.staff.tint"),
    ],
)
def test_a_broken_theme_is_refused_at_its_place(tmp_path, place, value, named):
    write_json(tmp_path / "paper.json", changed(PAPER, place, value))

    with pytest.raises(Problem) as caught:
        read_theme("paper", tmp_path)

    assert caught.value.named == {"file": "paper.json", "place": named}


@pytest.mark.parametrize(
    ("is_dark", "has_contrast", "theme_id"),
    [
        (False, False, "paper"),
        (False, True, "white"),
        (True, False, "dark"),
        (True, True, "yellow-on-black"),
    ],
)
def test_as_my_computer_is_one_of_the_others(is_dark, has_contrast, theme_id):
    assert computer_theme(is_dark=is_dark, has_contrast=has_contrast) == theme_id
    assert theme_id in theme_ids()
    assert AS_COMPUTER not in theme_ids()
    assert read_catalogue("en").text(f"theme.{AS_COMPUTER}")


def test_the_seven_choices_of_colours_are_there():
    assert {*theme_ids(), AS_COMPUTER} == {
        *("paper", "white", "dark", "yellow-on-black", "soft-blue", "soft-green"),
        "as-computer",
    }


def test_a_computer_whose_theme_is_not_told_is_a_broken_file(tmp_path):
    write_json(tmp_path / "as-computer.json", {"light": 1})

    with pytest.raises(Problem) as caught:
        computer_theme(is_dark=False, has_contrast=False, folder=tmp_path)

    assert caught.value.named == {"file": "as-computer.json", "place": "light"}


@pytest.mark.parametrize("theme_id", ["none", "../words/en", "as-computer"])
def test_a_theme_that_is_not_there_is_refused(theme_id):
    with pytest.raises(Problem) as caught:
        read_theme(theme_id)

    assert caught.value.key == "content.file_missing"


def test_the_made_up_theme_of_these_tests_is_sound(tmp_path):
    write_json(tmp_path / "paper.json", json.loads(json.dumps(PAPER)))

    assert read_theme(folder=tmp_path).id == "paper"
