"""The made-up language keeps names, grows, and starts on the right."""

from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.bundled import bundled
from coprod_desktop.i18n.catalogue import PLACEHOLDER, read_catalogue
from coprod_desktop.i18n.pseudo import (
    LONGER,
    PSEUDO_LANGUAGE,
    pseudo_catalogue,
    pseudo_form_words,
    pseudo_text,
)
from coprod_desktop.model.forms import FormWords
from tests.i18n.folders import make_translations


def test_every_sentence_of_the_program_is_there_in_the_made_up_language():
    english = read_catalogue("en")

    made_up = pseudo_catalogue(english)

    assert made_up.language == PSEUDO_LANGUAGE
    assert made_up.direction == "rtl"
    assert made_up.texts.keys() == english.texts.keys()
    assert made_up.plurals.keys() == english.plurals.keys()
    assert all(made_up.texts[key] != words for key, words in english.texts.items())


def test_names_and_numbers_are_still_filled_in(tmp_path):
    made_up = pseudo_catalogue(read_catalogue("en", make_translations(tmp_path)))

    assert "Sam Example" in made_up.text("hello", name="Sam Example")
    assert made_up.plural("people", 1).startswith("[1 péŕ"[:4])


@given(st.text(st.sampled_from("abcde {}nm_"), max_size=60))
def test_named_places_stay_and_the_sentence_grows(text):
    made_up = pseudo_text(text)

    assert PLACEHOLDER.findall(made_up) == PLACEHOLDER.findall(text)
    letters = len(PLACEHOLDER.sub("", text))
    assert len(PLACEHOLDER.sub("", made_up)) >= letters + round(letters * LONGER)


def test_our_fonts_have_every_letter_of_the_made_up_language():
    fonts = bundled("resources") / "fonts"
    english = "".join(read_catalogue("en").texts.values())

    letters = set(pseudo_text(english)) - set("\n")

    for name in ("Regular", "Bold"):
        there: set[str] = set()
        # Languages are named in their own letters.
        for family in ("AtkinsonHyperlegibleNext", "NotoSansArabic"):
            with TTFont(fonts / f"{family}-{name}.ttf") as font:
                there |= {chr(code) for code in font.getBestCmap()}
        assert not letters - there


def test_a_form_speaks_the_made_up_language_too():
    words = FormWords(
        "en", "My {meeting}", "Talk.", {"s": "Before"}, {"q": "How?"}, {"q": "So."},
        {"q": {"yes": "Yes"}},
    )  # fmt: skip

    made_up = pseudo_form_words(words)

    assert made_up.language == PSEUDO_LANGUAGE
    assert "{meeting}" in made_up.title
    assert made_up.sections["s"] == pseudo_text("Before")
    assert made_up.prompts["q"] == pseudo_text("How?")
    assert made_up.helps["q"] == pseudo_text("So.")
    assert made_up.options["q"]["yes"] == pseudo_text("Yes")
