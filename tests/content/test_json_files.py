"""Nothing about a file from somebody else is believed."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.content.json_files import DEEPEST, MOST_BYTES, read_json
from coprod_desktop.model.problem import Problem

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.text(max_size=8), inside, max_size=3)
    ),
    max_leaves=10,
)


def refusal(path) -> Problem:
    with pytest.raises(Problem) as caught:
        read_json(path, "x/v1.json")
    assert caught.value.named["file"] == "x/v1.json"
    return caught.value


@given(VALUES)
def test_json_is_read_as_it_was_written(tmp_path_factory, value):
    path = tmp_path_factory.mktemp("json") / "v1.json"
    path.write_text(json.dumps(value), encoding="utf-8")

    assert read_json(path, "x/v1.json") == value


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("json") / "v1.json"
    path.write_bytes(raw)
    kinds = set()

    try:
        read_json(path, "x/v1.json")
    except Problem as problem:
        kinds.add(problem.key)

    assert kinds <= {
        "content.not_json", "content.said_twice", "content.wrong_shape",
    }  # fmt: skip


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert refusal(tmp_path / "nothing.json").key == "content.file_missing"
    assert refusal(tmp_path).key == "content.file_missing"


def test_a_file_that_is_too_big_is_refused_unread(tmp_path):
    path = tmp_path / "v1.json"
    path.write_bytes(b" " * MOST_BYTES + b"1")

    assert refusal(path).key == "content.file_too_big"


@pytest.mark.parametrize(
    ("raw", "line"), [(b'{"a":\n', 2), (b"\n\n\xff", 3), (b"\xef\xbb\xbf{}", 1)]
)
def test_what_is_not_json_is_named_with_its_line(tmp_path, raw, line):
    path = tmp_path / "v1.json"
    path.write_bytes(raw)

    problem = refusal(path)

    assert (problem.key, problem.named["line"]) == ("content.not_json", line)


@pytest.mark.parametrize("raw", ["NaN", "-Infinity", "1e999", "9" * 5000])
def test_a_number_that_is_no_number_is_refused(tmp_path, raw):
    path = tmp_path / "v1.json"
    path.write_text(f"[{raw}]", encoding="utf-8")

    assert refusal(path).key == "content.wrong_shape"


def test_a_name_that_stands_twice_is_refused(tmp_path):
    path = tmp_path / "v1.json"
    path.write_text('{"a": {"b": 1, "b": 2}}', encoding="utf-8")

    assert refusal(path).key == "content.said_twice"


@pytest.mark.parametrize("depth", [DEEPEST + 1, 100_000])
def test_what_nests_too_deep_is_refused(tmp_path, depth):
    path = tmp_path / "v1.json"
    path.write_text("[" * depth + "]" * depth, encoding="utf-8")

    assert refusal(path).key == "content.wrong_shape"


def test_brackets_inside_words_do_not_nest(tmp_path):
    path = tmp_path / "v1.json"
    words = '["\\"' + "[" * 50 + '", "\\\\"]'
    path.write_text(words, encoding="utf-8")

    assert read_json(path, "x/v1.json") == ['"' + "[" * 50, "\\"]


def test_a_file_full_of_half_open_quotes_is_refused_at_once(tmp_path):
    path = tmp_path / "v1.json"
    path.write_text('"\\"' * (MOST_BYTES // 3), encoding="utf-8")
    begun = time.process_time()

    assert refusal(path).key == "content.not_json"
    assert time.process_time() - begun < 2
