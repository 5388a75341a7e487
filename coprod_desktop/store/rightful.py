"""Whether an entry is its actor's to make, after those before it.

The same rules stand at the door, when something is to be written down, and at the
check, when the record is read over. Whoever gets past the door is found at the check.
"""

from __future__ import annotations

from coprod_desktop.model.bodies import (
    Body,
    Confirmed,
    DocumentStarted,
    PersonJoined,
    StanceTaken,
    StatementShared,
)
from coprod_desktop.model.documents import Statement, StatementId
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.record import body_of, may_answer, says_own_words
from coprod_desktop.model.wire import instant_from_json, said_fingerprint


class DoesNotFollow(ValueError):  # noqa: N818 - what is wrong, as verify tells it
    """An entry that the entries before it leave no room for."""


class Rightful:
    """Reads entries in order and remembers what stands so far.

    It need not have read the whole record: an entry about a document is judged from
    the entries of that document, one about the ward from those of the ward.
    """

    def __init__(self) -> None:
        """Start before the first entry."""
        self._joined: set[PersonId] = set()
        self._started: set[str] = set()
        self._statements: dict[tuple[str, StatementId], Statement] = {}
        self._answers: dict[tuple[str, str, PersonId], StatementId] = {}

    def admit(self, entry: Entry) -> None:
        """Judge the next entry, and remember it.

        Raises:
            NotYourWords: It gives or answers for words that are somebody else's.
            DoesNotFollow: It tells of what was never begun, or begins it again.
            KeyError, ValueError, TypeError: Its body is not of its kind.
        """
        body = body_of(entry)
        self._check_words(entry, body)
        if isinstance(body, PersonJoined):
            self._join(entry, body)
        elif isinstance(body, DocumentStarted):
            self._start(entry, body)
        elif isinstance(body, StatementShared):
            self._share(entry, body)
        elif isinstance(body, Confirmed | StanceTaken):
            self._answer(entry, body)

    def check_newest(self, entry: Entry) -> None:
        """Refuse an entry about words that are not the newest. Asked before ``admit``.

        Only of what is to be written: the program shows the newest words alone, so
        anything else is a mistake of its own.

        Raises:
            DoesNotFollow: It is of another version, or of other words.
        """
        body = body_of(entry)
        if not isinstance(body, StatementShared | Confirmed | StanceTaken):
            return
        before = self._statements.get((entry.unsigned.document, body.statement))
        version = before.version if before else 0
        wanted = version + isinstance(body, StatementShared)
        if body.version != wanted:
            raise DoesNotFollow(f"version {body.version} where {wanted} is next")
        if before and isinstance(body, Confirmed):
            is_of_these = body.confirmation.of == said_fingerprint(before.said)
            if not is_of_these:
                raise DoesNotFollow("a read-back of other words than those shared")

    def _check_words(self, entry: Entry, body: Body) -> None:
        if not isinstance(body, StatementShared | StanceTaken):
            return
        if says_own_words(entry, body):
            return
        owners = set(body.said.voices)
        if isinstance(body, StatementShared):
            owners.add(body.voice)
        raise NotYourWords(min(owners - {entry.unsigned.by}))

    def _join(self, entry: Entry, body: PersonJoined) -> None:
        actor, person = entry.unsigned.by, body.person.id
        # A second joining would put another key under somebody's name.
        if person in self._joined:
            raise DoesNotFollow("this person has joined before")
        if actor not in self._joined and (entry.number > 1 or actor != person):
            raise DoesNotFollow("somebody who has not joined cannot let others in")
        self._joined.add(person)

    def _start(self, entry: Entry, body: DocumentStarted) -> None:
        document = entry.unsigned.document
        if body.document != document or not document or document in self._started:
            raise DoesNotFollow("a document starts once, under its own id")
        self._started.add(document)

    def _share(self, entry: Entry, body: StatementShared) -> None:
        document = entry.unsigned.document
        if document not in self._started:
            raise DoesNotFollow("the document was never started")
        place = (document, body.statement)
        before = self._statements.get(place)
        if before is not None and before.voice != body.voice:
            raise NotYourWords(before.voice)
        answer = (document, body.question, body.voice)
        if self._answers.setdefault(answer, body.statement) != body.statement or (
            before is not None and before.question != body.question
        ):
            raise DoesNotFollow("one statement for each voice and question")
        self._statements[place] = Statement(
            body.statement,
            body.question,
            body.voice,
            body.said,
            body.version,
            instant_from_json(entry.unsigned.at),
            entry.number,
        )

    def _answer(self, entry: Entry, body: Confirmed | StanceTaken) -> None:
        before = self._statements.get((entry.unsigned.document, body.statement))
        if before is None:
            raise DoesNotFollow("nothing was shared that this could be about")
        if not may_answer(entry, body, before):
            raise NotYourWords(before.voice)
