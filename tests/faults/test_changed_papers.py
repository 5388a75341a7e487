"""Changed papers are never called the same, and true ones always are.

Papers of three forms, in several languages, sizes and copies, of a made-up ward. A bit
that was flipped can leave everything that a reader sees, hears and takes out as it was:
poppler is asked, which knows nothing of us, and such a file is not counted as changed.
"""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf import compare
from coprod_desktop.pdf.locking import locked
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE, make_example
from coprod_desktop.workspace.paper_wishes import BESIDE, Copy, PaperChoice, PaperKind
from coprod_desktop.workspace.papers import pdf_of, wall_time
from coprod_desktop.workspace.printable import read_printable
from coprod_desktop.workspace.verifying import verify_pdf
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeClock, fake_world
from tests.faults.campaign import Campaign, Campaigns
from tests.faults.changing_papers import WAYS
from tests.pdf.test_true_copies import SAVINGS

CHANGED = Campaign("papers changed in 26 ways, and held against the record", 26, 1_000)
TRUE = Campaign("true papers, saved anew in every way", 10, 200)
SECRET = "five slow green boats"
LANGUAGES = ("en", "cy", "ar", "pl", "ur")


@dataclass(frozen=True)
class Papers:
    """A ward, and papers of its forms."""

    ward: Ward
    pdfs: tuple[bytes, ...]

    def is_same(self, pdf: bytes, password: str = "") -> bool:
        """Whether the program calls a file the same; what it cannot read is not."""
        ward = self.ward
        try:
            found = verify_pdf(ward.store, pdf, ward.shelf, password=password)
        except Problem:
            return False
        return found.is_genuine


@pytest.fixture(scope="module", autouse=True)
def drawn_once() -> Iterator[None]:
    """Draw the record's own papers once each: the same words give the same pages."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("render", "read_paper"):
            once = lru_cache(maxsize=40)(getattr(compare, name))
            patch.setattr(compare, name, once)
        yield


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Papers]:
    folder = tmp_path_factory.mktemp("changed-papers") / "ward-pc"
    clock = FakeClock()
    clock.pass_days(60)
    world = fake_world(clock, "changed-papers")
    people = make_example(folder, world)
    with closing(Doorway(folder, world).open(people.priya, PASSPHRASE)) as ward:
        yield Papers(ward, tuple(_papers(ward)))


def _papers(ward: Ward) -> Iterator[bytes]:
    """Every form of the ward, each in a language, size and copy of its own."""
    now = wall_time(ward.world.clock)
    choices = cycle(PaperChoice(kind, copy) for copy in Copy for kind in PaperKind)
    spoken = cycle(LANGUAGES)
    store, shelf = ward.store, ward.shelf
    for line in store.documents.find():
        usual = read_printable(store, line.id, shelf, "en")
        yield pdf_of(usual, now)
        choice, language = next(choices), next(spoken)
        choice = replace(choice, beside=BESIDE.get(language, ""))
        other = read_printable(store, line.id, shelf, language, choice=choice)
        yield pdf_of(other, now)


class Reader:
    """What a reader that is not ours makes of a file: seen, heard, and taken out."""

    def __init__(self, pdf: bytes, folder: Path) -> None:
        self._file = folder / "read.pdf"
        self._file.write_bytes(pdf)

    @cached_property
    def all(self) -> tuple[Any, ...]:
        """Everything, so that two readers can be compared."""
        seen = self._asked("pdftoppm", "-r", "50", str(self._file))
        words = self._asked("pdftotext", str(self._file), "-")
        about = self._asked("pdfinfo", str(self._file))
        told = [one for one in about.splitlines() if not one.startswith(b"File size")]
        return (seen, words, told, self._taken_apart())

    def _asked(self, *asked: str) -> bytes:
        ran = subprocess.run(asked, capture_output=True, check=False, timeout=60)
        return ran.stdout if ran.returncode == 0 else b"refused"

    def _taken_apart(self) -> tuple[Any, ...] | str:
        """The files inside and every part of the structure; poppler takes minutes."""
        try:
            with pikepdf.open(self._file) as opened:
                files = {
                    name: one.get_file().read_bytes()
                    for name, one in opened.attachments.items()
                }
                parts = [one.unparse() for one in opened.objects if _is_part(one)]
                return files, parts
        except (pikepdf.PdfError, ValueError, KeyError, RuntimeError) as error:
            return type(error).__name__


def _is_part(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/K" in thing


def test_no_changed_paper_is_called_the_same(
    campaigns: Campaigns, papers: Papers, tmp_path: Path
):
    tally = campaigns.tally(CHANGED.fault)
    ways = cycle(WAYS)

    def once(chance: random.Random) -> str | None:
        # What cannot be done to one paper is done to another.
        for _ in range(200):
            name = next(ways)
            paper = chance.choice(papers.pdfs)
            made = WAYS[name](chance, paper, papers.pdfs)
            if made is None or made == paper:
                continue
            if not papers.is_same(made):
                tally.add(name)
                return None
            if name != "bit" or not _is_harmless(paper, made, tmp_path):
                return f"{name}: called the same"
            tally.add("bits that no reader can tell")
        return "nothing could be changed"

    campaigns.run(CHANGED, once, tally).check()
    assert tally.runs >= len(WAYS) or campaigns.runs


def _is_harmless(paper: bytes, made: bytes, folder: Path) -> bool:
    return Reader(made, folder).all == Reader(paper, folder).all


def test_every_true_paper_is_called_the_same(campaigns: Campaigns, papers: Papers):
    savings = cycle([*SAVINGS, "under a password", "numbered anew", "told more of"])

    def once(chance: random.Random) -> str | None:
        name, paper = next(savings), chance.choice(papers.pdfs)
        if name == "under a password":
            is_same = papers.is_same(locked(paper, SECRET), SECRET)
        else:
            is_same = papers.is_same(_saved_anew(name, paper))
        return None if is_same else f"{name}: called changed"

    tally = campaigns.tally(TRUE.fault)
    campaigns.run(TRUE, once, tally).check()


def _saved_anew(name: str, paper: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(paper)) as opened:
        if name == "numbered anew":
            opened.remove_unreferenced_resources()
        elif name == "told more of":
            opened.docinfo["/Filed"] = "in 2026"
        opened.save(target, **SAVINGS.get(name, {}))  # type: ignore[arg-type]
    return target.getvalue()


def test_the_reader_tells_a_changed_paper_from_a_true_one(
    papers: Papers, tmp_path: Path
):
    chance = random.Random(7)
    paper = papers.pdfs[0]
    true, changed = Reader(paper, tmp_path).all, []

    for name in ("letter", "laid over", "label swapped", "embedded words", "metadata"):
        made = WAYS[name](chance, paper, papers.pdfs)
        if made is not None:
            changed.append(Reader(made, tmp_path).all != true)

    assert changed
    assert sum(changed) >= len(changed) - 1
    assert Reader(paper, tmp_path).all == true
