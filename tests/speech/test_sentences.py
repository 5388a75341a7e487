"""A text is cut where a sentence ends, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.speech.sentences import LONGEST, sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("I want tea. Is that right?", ["I want tea.", " Is that right?"]),
        ("12.5 mg is too much.", ["12.5 mg is too much."]),
        ("Line one\nline two", ["Line one\n", "line two"]),
        ("کیا یہ ٹھیک ہے؟ ہاں۔", ["کیا یہ ٹھیک ہے؟", " ہاں۔"]),
        ("“Yes.” she said", ["“Yes.”", " she said"]),
        (" \n ", []),
        ("", []),
    ],
)
def test_a_text_is_cut_where_a_sentence_ends(text: str, cut: list[str]):
    assert [text[start:end] for start, end in sentences(text)] == cut


@given(st.text(alphabet="ab .?\n😀", max_size=1_500))
def test_every_word_is_said_once_and_no_piece_is_long(text: str):
    pieces = [text[start:end] for start, end in sentences(text)]

    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(len(piece) <= LONGEST for piece in pieces)
