"""Papers that are no form: a person's own log, and a page for the advocate."""

from __future__ import annotations

from datetime import UTC, timedelta

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.said import Said
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.letters import LetterFacts, Logged, flag_paper, own_log_paper
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.source import Names
from tests.pdf.samples import CASEY, NOON, PEOPLE, SAM, by

FACTS = LetterFacts("Juniper ward", NOON)
ENGLISH = read_catalogue("en")


def advocates_page() -> blocks.Paper:
    """Sam tells the advocate something, in their own hand."""
    said = by(SAM, "The garden is locked.")
    return flag_paper(SAM, said, NOON, Names(PEOPLE, ENGLISH), FACTS)


def own_log() -> blocks.Paper:
    """Two days of what happened with Sam's words."""
    yesterday = NOON - timedelta(days=1)
    return log(
        Logged(NOON, "Priya printed it."),
        Logged(NOON, "Priya opened it."),
        Logged(yesterday, "You shared it."),
    )


def log(*logged: Logged) -> blocks.Paper:
    return own_log_paper(PEOPLE[SAM], logged, 42, ENGLISH, FACTS)


def texts(paper: blocks.Paper) -> str:
    return " ".join(one.text for one in read_paper(render(paper)).passages)


def test_a_log_is_read_day_by_day_and_says_how_far_it_goes() -> None:
    paper = own_log()

    days = [one.text for one in paper.blocks if isinstance(one, blocks.Heading)]
    assert days == ["Thursday 26 November 2026", "Wednesday 25 November 2026"]
    assert "12:00: Priya printed it." in texts(paper)
    assert "up to number 42" in texts(paper)


def test_a_log_in_which_nothing_happened_says_so() -> None:
    assert "Nothing has happened with your words yet." in texts(log())


def test_a_page_for_the_advocate_says_whose_words_it_holds_and_that_it_is_private():
    paper = advocates_page()

    (statement,) = [one for one in paper.blocks if isinstance(one, blocks.Statement)]
    assert statement.voice.label == "Sam's words"
    assert statement.manner == ("Sam wrote this.",)
    assert "The garden is locked." in texts(paper)
    assert "has not shared this with the team" in texts(paper)


def test_a_page_that_somebody_wrote_for_another_says_so() -> None:
    how = Attribution(SAM, CASEY, Mode.WORD_FOR_WORD)
    said = Said(text=AuthoredText.by(how, "The garden is locked."))

    paper = flag_paper(SAM, said, NOON, Names(PEOPLE, ENGLISH), FACTS)

    (statement,) = [one for one in paper.blocks if isinstance(one, blocks.Statement)]
    assert "Casey" in statement.manner[0]
    assert UTC is FACTS.zone
