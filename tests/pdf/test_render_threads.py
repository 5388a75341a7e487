"""A paper is the same whatever other thread makes one meanwhile."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from coprod_desktop.pdf.faces import face
from coprod_desktop.pdf.pictures import picture_code
from coprod_desktop.pdf.render import make_ready, render
from tests.pdf.samples import paper_of, sample_document

THREADS = 3
PAPERS = 9


@pytest.fixture
def eager_threads() -> Iterator[None]:
    """Threads take turns a thousand times more often than they use to."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 1_000)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("eager_threads")
def test_papers_made_in_several_threads_are_those_made_alone():
    paper = paper_of(sample_document())
    alone = render(paper)
    # As in a program that has made no paper yet: nobody has loaded a font.
    face.cache_clear()

    with ThreadPoolExecutor(THREADS) as pool:
        made = list(pool.map(render, [paper] * PAPERS))

    assert made == [alone] * PAPERS


def test_a_paper_that_was_made_ready_for_has_the_same_bytes():
    paper = paper_of(sample_document())
    face.cache_clear()
    picture_code.cache_clear()
    unready = render(paper)
    face.cache_clear()
    picture_code.cache_clear()

    make_ready(["dog", "week"])

    assert render(paper) == unready


@pytest.mark.parametrize("is_on", [True, False])
def test_python_looks_for_garbage_afterwards_as_it_did_before(is_on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()

        render(paper_of(sample_document()))

        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()
