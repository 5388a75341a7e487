"""Tests of the file that is made: its bytes, its tags, its looks in black and white."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.people import VoiceKind
from coprod_desktop.model.said import Item, Said
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.faces import face
from coprod_desktop.pdf.metadata import Attachment
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.render import render
from tests.pdf.passages import in_words
from tests.pdf.samples import (
    NOON,
    OWN,
    SAM,
    by,
    one_answer,
    paper_of,
    pdf_of,
    sample_document,
    words_json,
)

FOOTER = blocks.Footer("Page {page} of {pages}", ("Check code 7F3K-9QWD",))


def plain_paper(*found: blocks.Block) -> blocks.Paper:
    return blocks.Paper(found, "A paper", "en", "Ward", NOON, FOOTER)


def spoken_by(
    kind: VoiceKind, words: str = "Words that were said."
) -> blocks.Statement:
    voice = blocks.Voice(kind, "S", f"Words of {kind}", f"Somebody ({kind})")
    part = blocks.Words((blocks.Piece(words),))
    return blocks.Statement(voice, ("Told how.",), (part,))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def poppler(tool: str, pdf: bytes, folder: Path, *named: str) -> str:
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    end = ["-"] if tool == "pdftotext" else []
    ran = subprocess.run(
        [tool, *named, str(file), *end], capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
    return ran.stdout


def test_the_same_words_give_the_same_bytes() -> None:
    document = sample_document()

    assert pdf_of(document) == pdf_of(document)


def test_other_words_before_do_not_change_the_bytes() -> None:
    first = pdf_of(one_answer(by(SAM, "سلام 😀 one")))

    pdf_of(sample_document())

    assert pdf_of(one_answer(by(SAM, "سلام 😀 one"))) == first


def test_nobody_s_words_stay_behind_in_the_fonts() -> None:
    pdf_of(one_answer(by(SAM, "unmistakable")))

    assert face("body").widths == {}
    assert face("body").solid == {}


def test_words_that_are_shown_are_tagged_and_labels_come_first() -> None:
    read = read_paper(pdf_of(sample_document()))

    nurse = [one.text for one in read.passages if one.title == "Priya's words (nurse)"]
    assert nurse[:3] == [
        "Priya's words (nurse)",
        "Priya wrote this. Signed by the ward's computer.",
        "We can ask the pharmacist to come and explain the choices.",
    ]


def test_every_font_is_embedded() -> None:
    pdf = opened(pdf_of(one_answer(by(SAM, "سلام words"))))

    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    assert fonts
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_the_file_tells_its_title_language_and_time() -> None:
    pdf = opened(pdf_of(sample_document()))

    with pdf.open_metadata() as told:
        assert told["dc:title"] == "My ward round, Thursday 26 November 2026"
        assert told["pdfuaid:part"] == "1"
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert read_paper(pdf_of(sample_document())).printed_at == NOON


def test_a_ward_name_cannot_break_the_metadata() -> None:
    paper = replace(plain_paper(), author='<x:> & "\x01" ward', title="a < b")

    with opened(render(paper)).open_metadata() as told:
        assert told["dc:creator"] == ['<x:> & "\ufffd" ward']


def test_the_words_travel_inside_as_an_associated_file() -> None:
    document = sample_document()

    pdf = opened(pdf_of(document))

    inside = pdf.attachments["words.json"].get_file()
    assert inside.read_bytes().decode() == words_json(document)
    (words,) = [one for one in pdf.Root.AF if str(one.UF) == "words.json"]
    assert str(words.AFRelationship) == "/Data"


def test_more_than_one_file_may_travel_inside() -> None:
    files = tuple(
        Attachment(name, "text/plain", name.encode(), "A file") for name in ("b", "a")
    )

    assert sorted(opened(render(plain_paper(), files)).attachments) == ["a", "b"]


def test_headings_are_bookmarks() -> None:
    with opened(pdf_of(sample_document())).open_outline() as outline:
        (title,) = outline.root
        sections = [one.title for one in title.children]

    assert title.title == "My ward round"
    assert sections[:2] == ["Before my ward round", "After my ward round"]


def test_a_question_without_a_part_above_it_is_a_bookmark_all_the_same() -> None:
    paper = plain_paper(blocks.Heading("1. What?", 3), blocks.Heading("2. Why?", 3))

    with opened(render(paper)).open_outline() as outline:
        assert outline.root[0].title == "1. What?"


def test_an_empty_paper_has_one_page_with_a_footer() -> None:
    read = read_paper(render(plain_paper()))

    assert read.loose == ("Page 1 of 1     Check code 7F3K-9QWD",)


def test_a_footer_too_long_for_a_line_goes_on_in_the_next() -> None:
    footer = replace(FOOTER, lines=("short", "long words " * 20))

    read = read_paper(render(replace(plain_paper(), footer=footer)))

    assert read.loose[0].startswith("Page 1 of 1     shortlong words")


def test_pdftotext_finds_a_label_before_each_statement(tmp_path: Path) -> None:
    told = poppler("pdftotext", pdf_of(sample_document()), tmp_path)

    labels = ("Sam's words", "Priya's words (nurse)", "Jo's words (mum)")
    body = told[told.index("2. What do I want to talk about?") :]
    places = [body.index(label) for label in labels]
    words = ("going home", "ask the pharmacist", "in the summer")
    for label, said in zip(places, words, strict=True):
        assert label < body.index(said)
    assert places == sorted(places)


def test_pdfinfo_reads_questions_as_headings_and_statements_in_order(
    tmp_path: Path,
) -> None:
    told = poppler("pdfinfo", pdf_of(sample_document()), tmp_path, "-struct-text")

    heading = told.index('"2. What do I want to talk about?"')
    assert told.rindex("H3", 0, heading) > told.rindex("Figure", 0, heading)
    order = ["going home", "Priya wrote this.", "ask the pharmacist", "three weeks ago"]
    places = [told.index(words, heading) for words in order]
    assert places == sorted(places)
    assert "Priya (nurse)" in poppler(
        "pdfinfo", pdf_of(sample_document()), tmp_path, "-struct"
    )


HOSTILE = [
    "</para><para>Staff: agreed <img src='file:///etc/passwd'/>",
    "Priya's words (nurse)\nPriya wrote this.\nSam agreed to everything.",
    "left \u202eright\u202c and \u2066isolate\u2069 \u200fmark",
    "z" + "\u0301\u0316\u0334" * 100,
    "w" * 5_000,
    "form\x0cfeed \x0b and \ttab\u00a0nbsp  two  spaces ",
    "👩\u200d🦰 😀😀 🇬🇧 ☑ → 中文 ไทย",
    "سلام. میں چاہتا ہوں and English 123 هذه كلماتي",
    ") Tj ET EMC Q (\\",
    "BT /F1 12 Tf (x) Tj ET EMC /Artifact BMC",
    "{page} of {pages} {name}",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_in_their_block_and_read_as_they_were_written(
    words: str,
) -> None:
    read = read_paper(pdf_of(one_answer(by(SAM, words))))

    own = [one for one in read.passages if one.author == "Sam (patient)"]
    assert "\n".join(in_words(own[2:])) == words
    others = [one.text for one in read.passages if one.author != "Sam (patient)"]
    plain = read_paper(pdf_of(one_answer(by(SAM, "Words."))))
    before = [one.text for one in plain.passages if one.author != "Sam (patient)"]
    assert _without_code(others) == _without_code(before)


def _without_code(passages: list[str]) -> list[str]:
    return [one for one in passages if not one.startswith("Check code")]


def test_a_hostile_item_of_a_list_keeps_its_number_and_place() -> None:
    items = (Item(AuthoredText.by(OWN, "one\n2. two")), Item(AuthoredText()))

    read = read_paper(pdf_of(one_answer(Said(items=items))))

    told = [(one.role, one.text) for one in read.passages]
    at = told.index(("Lbl", "1. "))
    assert told[at : at + 4] == [
        ("Lbl", "1. "),
        ("P", "one"),
        ("P", "2. two"),
        ("Lbl", "2. "),
    ]


def test_long_words_go_on_under_their_label_on_the_next_page() -> None:
    paper = paper_of(one_answer(by(SAM, "I want to go home. " * 300)))

    read = read_paper(render(paper))

    assert "Sam's words, continued" in read.loose[1]
    assert "2. What do I want to talk about?" in read.loose[1]
    assert sum(one.text.count("go home") for one in read.passages) == 300


def test_rows_of_a_long_table_stand_under_its_headings_on_every_page() -> None:
    rows = tuple((f"row {number}", "cell " * 30) for number in range(40))
    table = blocks.Table("Rows", ("Row", "Cells"), rows, (0.3, 0.7))

    pdf = render(plain_paper(table))

    read = read_paper(pdf)
    assert len(read.loose) > 2
    assert all("RowCells" in loose for loose in read.loose[1:])
    assert [one.text for one in read.passages if one.text.startswith("row")] == [
        row[0] for row in rows
    ]


def test_a_row_longer_than_a_page_is_not_lost() -> None:
    table = blocks.Table("Rows", ("A", "B"), (("x", "long words " * 900),), (0.5, 0.5))

    read = read_paper(render(plain_paper(table)))

    assert sum(one.text.count("long words") for one in read.passages) == 900


def test_a_long_name_in_the_key_is_broken_and_kept() -> None:
    label = "Somebody with a very long name " * 6
    voice = blocks.Voice(VoiceKind.STAFF, "😀", label, "x")

    read = read_paper(render(plain_paper(blocks.Key("Whose", (voice, voice)))))

    assert [one.text for one in read.passages if one.role == "LBody"] == [label] * 2


# --- Borders, in black and white ----------------------------------------------------

DPI = 72


def page_in_two_colours(kind: VoiceKind, folder: Path) -> Image.Image:
    """A page of one long statement, as a mono laser printer has it."""
    statement = spoken_by(kind, "\n".join(["Words."] * 20))
    file = folder / f"{kind}.pdf"
    file.write_bytes(render(plain_paper(statement)))
    command = ["pdftoppm", "-r", str(DPI), "-mono", "-singlefile", str(file)]
    subprocess.run([*command, str(folder / kind)], check=True)
    return Image.open(folder / f"{kind}.pbm").convert("L")


def pattern(page: Image.Image) -> tuple[int, float, int]:
    """What stands at the leading edge: bars side by side, how black, how many parts."""
    left, top, height = 56, 70, 360
    columns = [
        [page.getpixel((x, y)) == 0 for y in range(top, top + height)]
        for x in range(left, left + 12)
    ]
    dark = [sum(column) / height for column in columns]
    fullest = columns[dark.index(max(dark))]
    parts = sum(
        now and not before
        for before, now in zip([False, *fullest], fullest, strict=False)
    )
    bars = sum(
        now > 0.05 >= before for before, now in zip([0.0, *dark], dark, strict=False)
    )
    return bars, max(dark), parts


def name_of(found: tuple[int, float, int], page: Image.Image) -> VoiceKind:
    """Which voice the pattern stands for, as somebody who knows the key would say."""
    bars, dark, parts = found
    has_frame = any(page.getpixel((538, y)) == 0 for y in range(80, 120))
    if has_frame:
        return VoiceKind.STAFF
    if dark > 0.95:
        return VoiceKind.PATIENT if bars == 1 else VoiceKind.TOGETHER
    return VoiceKind.PARTNER if parts > 28 else VoiceKind.SUPPORTER


@pytest.mark.parametrize("kind", VoiceKind)
def test_every_voice_can_be_told_by_its_border_in_black_and_white(
    kind: VoiceKind, tmp_path: Path
) -> None:
    page = page_in_two_colours(kind, tmp_path)

    assert name_of(pattern(page), page) is kind


def test_a_paper_is_drawn_in_black_alone() -> None:
    content = b"".join(
        page.Contents.read_bytes() for page in opened(pdf_of(sample_document())).pages
    )

    assert b" rg" not in content
    assert b" RG" not in content


def test_a_time_of_another_zone_is_told_in_utc() -> None:
    at = datetime.fromisoformat("2026-11-26T01:30:00+02:00")

    read = read_paper(render(replace(plain_paper(), printed_at=at)))

    assert read.printed_at == at.astimezone(UTC)


def test_a_statement_that_starts_a_page_says_again_what_was_asked() -> None:
    voice = blocks.Voice(VoiceKind.STAFF, "P", "Priya's words", "Priya (nurse)")
    words = (blocks.Words((blocks.Piece("We will.\n" * 12),)),)
    found = [blocks.Statement(voice, (), words, asked="1. What?") for _ in range(3)]

    read = read_paper(render(plain_paper(blocks.Heading("1. What?", 2), *found)))

    assert [loose.startswith("1. What?P") for loose in read.loose] == [False, True]


def test_a_note_with_odd_signs_wears_one_frame() -> None:
    voice = blocks.Voice(VoiceKind.PATIENT, "S", "Sam's words", "Sam (patient)")
    piece = blocks.Piece("to go home", "Priya 😀 😀 wrote in short:")
    words = blocks.Words((blocks.Piece("I want ", "Sam wrote:"), piece))

    pdf = render(plain_paper(blocks.Statement(voice, (), (words,))))

    own = ("Span", "Figure")
    told = in_words([one for one in read_paper(pdf).passages if one.role in own])
    note = " Priya 😀 😀 wrote in short:  "
    assert told == ["Sam wrote:  ", "I want ", note, "to go home"]
    with opened(pdf) as paper:
        frames = paper.pages[0].Contents.read_bytes().count(b".75 w")
    assert frames == 2
