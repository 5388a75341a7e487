"""Tests of photographs told beside the words that were copied off their sheet."""

from __future__ import annotations

from datetime import UTC, datetime

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.documents import Document, DocumentId, Statement, StatementId
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.model.sheet_photographs import SheetPhotograph, told_of

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
SAM, PRIYA = PersonId("sam"), PersonId("priya")


def statement(question: str, mode: Mode) -> Statement:
    said = Said(text=AuthoredText.by(Attribution(SAM, PRIYA, mode), "Walks"))
    return Statement(StatementId(question), question, SAM, said, 1, NOON, 7)


def photograph(*questions: str) -> SheetPhotograph:
    return SheetPhotograph(9, PRIYA, NOON, "7F3K9-QWD2M", bytes(32), questions)


def document(*statements: Statement) -> Document:
    made = DocumentId("d")
    return Document(made, "care-plan", 1, SAM, PRIYA, NOON, statements, head=9)


def test_a_photograph_is_of_the_words_that_were_copied_off_its_sheet() -> None:
    copied = statement("helps", Mode.COPIED_FROM_PAPER)

    assert photograph("talk", "helps").is_of(copied)
    assert not photograph("talk").is_of(copied)
    assert not photograph("helps").is_of(statement("helps", Mode.WORD_FOR_WORD))


def test_only_photographs_of_copied_words_are_told() -> None:
    kept = (photograph("talk"), photograph("helps"))
    copied = document(statement("helps", Mode.COPIED_FROM_PAPER))

    assert told_of(copied, kept) == kept[1:]
    assert told_of(document(), kept) == ()
