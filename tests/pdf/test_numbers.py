"""Tests that places are written as ReportLab writes them, to the last digit."""

from __future__ import annotations

from io import BytesIO

from hypothesis import example, given
from hypothesis import strategies as st
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from coprod_desktop.pdf.numbers import circle_code, number, numbers

PLACES = st.floats(-1_000, 2_000, allow_nan=False)


@given(PLACES)
@example(0.0)
@example(-0.0)
@example(1.0)
@example(11.000000001)
@example(98.99999999)
@example(100.0)
@example(100.00000001)
@example(998.99999)
@example(999.99999)
@example(1_000.0)
@example(400.0)
@example(56.6929)
def test_a_number_is_written_as_reportlab_writes_it(value: float) -> None:
    assert number(value) == fp_str(value)


@given(st.lists(PLACES, min_size=1, max_size=6))
def test_several_stand_beside_each_other(values: list[float]) -> None:
    assert numbers(*values) == fp_str(*values)


@given(st.floats(0, 600), st.floats(0, 850), st.sampled_from([8.5, 11.0, 13.5]))
@example(65.1929, 700.123456789, 8.5)
def test_a_circle_is_drawn_as_reportlab_draws_it(
    x: float, y: float, radius: float
) -> None:
    canvas = Canvas(BytesIO())
    before = len(canvas._code)

    canvas.circle(x, y, radius)

    assert circle_code(x, y, radius) == canvas._code[before:]
