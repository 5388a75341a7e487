"""Some pages of a paper, for a printer that cannot choose."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf

from coprod_desktop.pdf.some_pages import some_pages

PAPERS = Path(__file__).parents[1] / "fixtures" / "papers"
PAPER = PAPERS / "layout-3" / "sam-care-plan.pdf"


def drawn(page: pikepdf.Page) -> bytes:
    return page.obj.Contents.read_bytes()


def test_only_the_pages_that_were_chosen_are_left_as_they_were_drawn() -> None:
    whole = PAPER.read_bytes()

    some = some_pages(whole, (1, 3))

    with pikepdf.open(BytesIO(some)) as found, pikepdf.open(PAPER) as paper:
        meant = [drawn(paper.pages[at]) for at in (1, 3)]
        assert [drawn(page) for page in found.pages] == meant


def test_nothing_of_the_other_pages_is_left_and_no_embedded_words() -> None:
    some = some_pages(PAPER.read_bytes(), (0,))

    with pikepdf.open(BytesIO(some)) as found:
        assert len(found.pages) == 1
        assert not found.attachments
        assert "/StructTreeRoot" not in found.Root
