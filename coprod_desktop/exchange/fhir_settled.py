"""Whether a document may be told as completed: only where its patient said so.

FHIR's *completed* means that the answers are regarded as definitive. Nobody here can
say that for a patient.
"""

from __future__ import annotations

from coprod_desktop.exchange.fhir_source import Source
from coprod_desktop.model.documents import Standing, Statement
from coprod_desktop.model.forms import QuestionKind

_AGREED = frozenset({Standing.OWN_HAND, Standing.AGREED})


def is_settled(source: Source) -> bool:
    """Whether the patient said yes to all of it, and nothing is open or differs."""
    yes = _yes_of_patient(source)
    if yes is None or any(flag.is_open for flag in source.origin.flags):
        return False
    return all(_is_covered(one, yes) for one in source.document.statements)


def is_agreed(statement: Statement) -> bool:
    """Whether words are their voice's own, and the voice says nothing against them."""
    is_marked = any(one.is_printed for one in statement.marks)
    return statement.standing in _AGREED and not is_marked


def _yes_of_patient(source: Source) -> Statement | None:
    """Return where the patient answered yes to whether they agree, and only yes."""
    said = [
        statement
        for question in source.template.questions()
        for statement in source.document.answers(question.id)
        if question.kind is QuestionKind.AGREEMENT
        and statement.voice == source.document.patient
        and statement.said.chosen
    ]
    is_yes = said and all(
        [choice.option for choice in one.said.chosen] == ["yes"] for one in said
    )
    return min(said, key=lambda one: one.number) if is_yes else None


def _is_covered(statement: Statement, yes: Statement) -> bool:
    """Whether a statement is agreed, undisputed, and was there when they said yes."""
    is_own = statement.voice == yes.voice
    is_known = is_own or statement.number < yes.number
    return is_known and is_agreed(statement) and not statement.differing
