"""The page about permissions, written from the rules that the program asks.

``python -m tests.architecture.permissions_page`` writes it afresh.
"""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.permissions import (
    Action,
    State,
    Who,
    may,
    may_explain_words,
)
from tests.architecture.source import ROOT

PAGE = ROOT / "docs" / "permissions.md"

WHO = {
    Who.PATIENT: "The patient",
    Who.PARTNER_IN_CARE: "Partner in care",
    Who.ADVOCATE: "Advocate",
    Who.INTERPRETER: "Interpreter",
    Who.NURSE: "Nurse",
    Who.DOCTOR: "Doctor",
    Who.OTHER_STAFF: "Other staff",
    Who.PEER_SUPPORT_WORKER: "Peer support worker",
    Who.ANOTHER_PATIENT: "Another patient",
    Who.BESIDE_ANOTHER: "Somebody beside another patient",
}
STATES = {
    State.PRIVATE: "Private draft, own hand",
    State.WRITTEN_FOR: "Private draft, written for them",
    State.SHARED: "Shared",
    State.SHARED_NOT_AGREED: "Shared, written for them, not yet agreed",
    State.MARKED: "Shared and marked",
    State.DISPUTED: "Shared, and somebody sees it differently",
    State.FLAG_KEPT: "“Not fair”, kept private or for the advocate",
    State.FLAG_TOLD: "“Not fair”, told to the meeting",
    State.FLAG_ANSWERED: "“Not fair”, answered",
    State.PHOTOGRAPH: "Photograph of a sheet, kept",
}
ACTIONS = {
    Action.READ: "read",
    Action.PRINT: "print",
    Action.EXPORT: "save as a file",
    Action.SEE_HISTORY: "see earlier versions",
    Action.SEE_DIFFERENTLY: "say what they think",
    Action.ANSWER_FLAG: "answer",
    Action.CHANGE: "write anew",
    Action.SHARE: "share",
    Action.AGREE: "agree when it is read back",
    Action.MARK: "mark",
    Action.TAKE_MARK_BACK: "take the mark back",
    Action.KEEP_MARK_OFF_PAPER: "keep the mark off paper",
    Action.ERASE: "rub out for good",
    Action.DELETE: "take out of the record",
}

_HEAD = """\
# Who may do what with words

Written by `python -m tests.architecture.permissions_page` from `model/permissions.py`,
the one place that the program asks. A test tries every cell for every kind of person on
a real ward, and another says when this page is not fresh.

The words stand on a patient's form. It is told for somebody who sits at the screen
alone: whoever sits beside others sees what they see, and whoever writes for somebody
does it while that person is there. What staff may do with shared words, the patient may
do as well. Nobody may take anything out of the record: not staff, and not the person
whose words they are.

Whoever opens, prints or saves somebody's shared words stands in that person's own log.
"""


_OF_WARD = """\
## Hard words that the ward explains

They are nobody's own words and stand on no form. While the ward is open, everybody
reads them in Help. Each change is signed by the member of staff who opened the ward,
and what stood before stays in the record.
"""


def page() -> str:
    """Return the whole page."""
    own = _tables("Their own words", is_own=True)
    other = _tables("Words of anybody else", is_own=False)
    return "\n".join((_HEAD, *own, *other, _OF_WARD, *_of_ward()))


def _of_ward() -> Iterator[str]:
    """Yield who may do what with the hard words of the ward."""
    yield "| Who | read | add, change, take away |"
    yield "| --- | --- | --- |"
    for role in Role:
        person = Person(PersonId(role.value), "", role)
        yield f"| {WHO[Who(role)]} | yes | {'yes' * may_explain_words(person)} |"
    yield ""


def _tables(title: str, *, is_own: bool) -> Iterator[str]:
    """Yield one table for all who may do the same."""
    groups: dict[frozenset[tuple[State, Action]], list[str]] = {}
    for who, named in WHO.items():
        cells = {(s, a) for s in State for a in Action if may(who, a, s, is_own=is_own)}
        groups.setdefault(frozenset(cells), []).append(named)
    yield f"## {title}"
    for cells_of_all, people in groups.items():
        yield f"\n**{'; '.join(people)}**"
        yield from _table(cells_of_all)
    yield ""


def _table(cells: frozenset[tuple[State, Action]]) -> Iterator[str]:
    yield ""
    if not cells:
        yield "Nothing."
        return
    done = [one for one in ACTIONS if any((state, one) in cells for state in STATES)]
    yield f"| Words | {' | '.join(ACTIONS[one] for one in done)} |"
    yield "| --- " * (len(done) + 1) + "|"
    for state, named in STATES.items():
        row = ("yes" if (state, one) in cells else "" for one in done)
        yield f"| {named} | {' | '.join(row)} |"
    never = [ACTIONS[one] for one in ACTIONS if one not in done]
    yield f"\nNever: {', '.join(never)}."


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
