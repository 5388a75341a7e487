"""What a journal record says is read as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.journal_lines import Lines, lines_from_bytes
from coprod_desktop.store.schema import BOOKS
from coprod_desktop.store.turn import RowChange

cells = st.dictionaries(
    st.text("abc_", min_size=1),
    st.none()
    | st.integers()
    | st.binary()
    | st.text(st.characters(exclude_categories=["Cs"])),
)
changes = st.builds(RowChange, st.sampled_from(sorted(BOOKS)), cells, st.booleans())
lines = st.builds(Lines, st.lists(changes).map(tuple), st.booleans(), st.integers(0, 9))


@given(lines)
def test_rows_of_any_content_are_read_as_they_were_written(said: Lines):
    assert lines_from_bytes(said.to_bytes()) == said


def test_what_a_newer_program_wrote_is_refused_politely(
    monkeypatch: pytest.MonkeyPatch,
):
    versions = ("0001", "9999")
    monkeypatch.setattr("coprod_desktop.store.journal_lines.VERSIONS", versions)
    payload = Lines(()).to_bytes()
    monkeypatch.undo()

    with pytest.raises(Problem, match=r"store\.database_too_new"):
        lines_from_bytes(payload)
