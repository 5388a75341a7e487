"""Every picture exists in both styles, draws everywhere, and has words."""

import io
import json
import logging
import re

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from svglib.svglib import svg2rlg

from coprod_desktop.bundled import bundled
from coprod_desktop.content.forms import bundled_shelf
from coprod_desktop.content.pictures import (
    PictureStyle,
    alt_key,
    meanings,
    picture_path,
    picture_svg,
)
from coprod_desktop.content.word_list import read_word_list
from coprod_desktop.i18n.catalogue import read_catalogue

FOLDER = bundled("resources") / "pictures"
ALL = sorted((meaning, style) for meaning in meanings() for style in PictureStyle)


def drawn_by_qt(svg: bytes) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer = QSvgRenderer(svg)
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    return image


def ink_on(image: QImage) -> int:
    """Count the points that are not white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    points = bytes(grey.constBits())
    return len(points) - points.count(b"\xff")


@pytest.mark.parametrize(("meaning", "style"), ALL)
def test_a_picture_draws_on_screen_and_on_paper(meaning, style, caplog, qapp):
    svg = picture_svg(meaning, style)

    assert 100 < ink_on(drawn_by_qt(svg)) < 64 * 64
    with caplog.at_level(logging.WARNING):
        drawing = svg2rlg(io.BytesIO(svg))
    assert drawing is not None
    assert (drawing.width, drawing.height) != (0, 0)
    assert caplog.records == []


@pytest.mark.parametrize(("meaning", "style"), ALL)
def test_a_picture_is_only_shapes(meaning, style):
    svg = picture_svg(meaning, style).decode("ascii")

    tags = set(re.findall(r"<(\w+)", svg))
    assert tags <= {"svg", "g", "path", "circle", "ellipse", "rect"}
    assert not re.search(r"href|url\(|style=|\son\w+=|currentColor", svg)


def test_a_high_contrast_picture_is_black_and_takes_another_ink(qapp):
    for meaning in meanings():
        black = picture_svg(meaning, PictureStyle.HIGH_CONTRAST).decode()
        colours = set(re.findall(r'"(#[0-9a-fA-F]+)"', black))
        assert colours == {"#000000"}, meaning

    yellow = picture_svg("medicine", PictureStyle.HIGH_CONTRAST, ink="#FFFF00")

    assert b"#000000" not in yellow
    assert b'"#FFFF00"' in yellow
    assert picture_svg("medicine", ink="#FFFF00") == picture_svg("medicine")


@pytest.mark.parametrize("ink", ["black", "#FFF", '#000000"/><script>'])
def test_an_ink_that_is_no_colour_is_refused(ink):
    with pytest.raises(ValueError, match="want a colour"):
        picture_svg("medicine", PictureStyle.HIGH_CONTRAST, ink=ink)


@pytest.mark.parametrize("meaning", ["unicorn", "", "../fonts/x", "high-contrast/yes"])
def test_a_meaning_without_a_picture_is_refused(meaning):
    with pytest.raises(KeyError):
        picture_path(meaning)


def test_the_list_of_pictures_is_what_lies_in_the_folders():
    named = set(meanings())

    assert {path.stem for path in FOLDER.glob("*.svg")} == named
    assert {path.stem for path in FOLDER.glob("high-contrast/*.svg")} == named


def test_every_picture_says_where_it_comes_from_and_has_words():
    english = read_catalogue("en")
    listed = json.loads((FOLDER / "pictures.json").read_text(encoding="utf-8"))

    for meaning, about in listed.items():
        assert set(about) == {"source", "alt"}
        assert about["source"]
        assert about["alt"] == alt_key(meaning)
        assert english.text(about["alt"])


def test_pictures_and_fonts_carry_their_licences():
    licence = (FOLDER / "LICENCE-fluent-emoji.txt").read_text(encoding="utf-8")
    fonts = bundled("resources") / "fonts"

    assert "Copyright (c) Microsoft Corporation" in licence
    for family, folder in (
        ("AtkinsonHyperlegibleNext", fonts),
        ("NotoSansArabic", fonts),
        ("Lexend", fonts / "lexend"),
        ("OpenDyslexic", fonts / "opendyslexic"),
    ):
        ofl = (folder / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in ofl
        assert {path.stem for path in folder.glob(f"{family}-*.?tf")} == {
            f"{family}-Regular",
            f"{family}-Bold",
        }


def test_forms_and_word_list_ask_only_for_pictures_that_there_are():
    wanted = {word.picture for word in read_word_list("en")}
    for form in bundled_shelf().forms("en"):
        template = form.template
        wanted |= {template.picture, *(part.picture for part in template.sections)}
        for question in template.questions():
            wanted |= {question.picture, *(one.picture for one in question.options)}

    assert wanted <= meanings()
