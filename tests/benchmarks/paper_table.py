"""Every form on every paper, in every language: does it conform, how long, how large.

Called by name alone (``python3 dev.py bench paper_table``), since real veraPDF reads
each of 72 papers twice. Writes ``docs/paper-table.md``.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

import pikepdf

from coprod_desktop.i18n.catalogue import languages
from coprod_desktop.pdf.choice import BESIDE, Copy, PaperChoice, PaperKind
from tests.architecture.source import ROOT
from tests.benchmarks.rows import Row
from tests.pdf.full_forms import FORMS, full_form
from tests.verapdf import verdicts

PAGE = ROOT / "docs" / "paper-table.md"
FLAVOURS = ("ua1", "3a")
_AT_ONCE = 4
"""Papers in one run of Java, which is stopped when it takes three minutes."""


class Asked(NamedTuple):
    """One line of the table."""

    form: str
    kind: PaperKind
    language: str
    """Two tags with a plus where two stand side by side."""
    copy_for: Copy = Copy.MINE

    @property
    def choice(self) -> PaperChoice:
        """What is chosen for it, beside its first language."""
        return PaperChoice(self.kind, self.copy_for, self.language.partition("+")[2])


class Measured(NamedTuple):
    """One paper: pages, bytes, milliseconds to make it, and what veraPDF says."""

    pages: int
    size: int
    took_ms: float
    passed: tuple[bool, ...]


def asked() -> tuple[Asked, ...]:
    """Every line of the table: own copies in every language, others in English."""
    pairs = (f"{first}+{second}" for first, second in BESIDE.items())
    own = product(FORMS, PaperKind, (*languages(), *pairs))
    others = product(FORMS, PaperKind, ("en",), (Copy.MEETING, Copy.BLANK))
    return (*(Asked(*one) for one in own), *(Asked(*one) for one in others))


def drawn(one: Asked) -> tuple[bytes, float]:
    """Make a paper; return it, and how many milliseconds that took."""
    language = one.language.partition("+")[0]
    start = time.perf_counter()
    pdf = full_form(one.form, language, one.choice)
    return pdf, (time.perf_counter() - start) * 1000


def measured(one: Asked, place: Path) -> Measured:
    """Make a paper and keep it in a file, to be asked about."""
    pdf, took_ms = drawn(one)
    place.write_bytes(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        return Measured(len(opened.pages), len(pdf), took_ms, ())


def every(wanted: tuple[Asked, ...]) -> dict[Asked, Measured]:
    """Measure every line."""
    found: dict[Asked, Measured] = {}
    # Fonts and pictures are read once, by whoever comes first.
    drawn(wanted[0])
    waiting = iter(wanted)
    while some := tuple(islice(waiting, _AT_ONCE)):
        with tempfile.TemporaryDirectory() as folder:
            places = {one: Path(folder) / f"{at}.pdf" for at, one in enumerate(some)}
            made = {one: measured(one, place) for one, place in places.items()}
            said = verdicts(list(places.values()), FLAVOURS)
        for one, place in places.items():
            passed = tuple(each.passed for each in said if each.file == str(place))
            found[one] = made[one]._replace(passed=passed)
    return found


def lines(found: dict[Asked, Measured]) -> Iterator[str]:
    """Yield the page that is kept in docs."""
    yield "# The table of papers"
    yield ""
    yield "Each form, with an answer to every question and the nurse's words beside, on"
    yield "each paper and in each language; the other copies in English. cy+en is Welsh"
    yield "and English side by side. Real veraPDF was asked. Times are of one run on a"
    yield "machine that had other work too: they tell papers apart, and promise none."
    yield "Made by `python3 dev.py bench paper_table`."
    yield ""
    yield "| form | paper | language | copy | PDF/UA-1 | PDF/A-3a | pages | kB | ms |"
    yield "|---|---|---|---|---|---|---:|---:|---:|"
    for one, figures in found.items():
        told = ("pass" if passed else "FAILS" for passed in figures.passed)
        size, took = f"{figures.size / 1000:.0f}", f"{figures.took_ms:.0f}"
        yield f"| {' | '.join((*one, *told, str(figures.pages), size, took))} |"


def table() -> list[Row]:
    """Measure everything, and write the page."""
    found = every(asked())
    PAGE.write_text("\n".join(lines(found)) + "\n", encoding="utf-8")
    failed = [one for one in found.values() if one.passed != (True, True)]
    note = f"of {len(found)}; {PAGE.relative_to(ROOT)}"
    return [Row("Papers that veraPDF does not pass", len(failed), 0, "papers", note)]


measure = table
"""Not a ``def``: a run of everything leaves it out (see the first lines)."""
