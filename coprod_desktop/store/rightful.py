"""Whether an entry is its actor's to make, after those before it.

The same rules stand at the door, when something is to be written down, and at the
check, when the record is read over. Whoever gets past the door is found at the check.
"""

from __future__ import annotations

from coprod_desktop.model.acts import (
    FlagAnswered,
    FlagRaised,
    Marked,
    PhotographKept,
)
from coprod_desktop.model.bodies import (
    Body,
    Confirmed,
    DocumentStarted,
    StanceTaken,
    StatementShared,
)
from coprod_desktop.model.documents import FlagId, Signed, Statement, StatementId
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.permissions import is_round
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.record import (
    body_of,
    may_answer,
    may_give,
    says_own_words,
)
from coprod_desktop.model.wire import instant_from_json, said_fingerprint
from coprod_desktop.store.rightful_ward import DoesNotFollow, WardRules

__all__ = ["DoesNotFollow", "Rightful"]


class Rightful:
    """Reads entries in order and remembers what stands so far.

    It need not have read the whole record: an entry about a document is judged from
    the entries of that document and those of the ward.
    """

    def __init__(self) -> None:
        """Start before the first entry."""
        self._ward = WardRules()
        self._flags: set[FlagId] = set()
        self._started: dict[str, PersonId] = {}
        self._statements: dict[tuple[str, StatementId], Statement] = {}
        self._answers: dict[tuple[str, str, PersonId], StatementId] = {}

    def of_ward(self) -> Rightful:
        """Return another that knows what this one has read of the ward itself."""
        found = Rightful()
        found._ward = self._ward.copied()
        found._flags = set(self._flags)
        return found

    def admit(self, entry: Entry) -> None:
        """Judge the next entry, and remember it.

        Raises:
            NotYourWords: It gives or answers for words that are somebody else's.
            DoesNotFollow: It tells of what was never begun, or begins it again.
            KeyError, ValueError, TypeError: Its body is not of its kind.
        """
        body = body_of(entry)
        self._check_words(entry, body)
        self._ward.check_actor(entry, body)
        if isinstance(body, DocumentStarted):
            self._start(entry, body)
        elif isinstance(body, StatementShared):
            self._share(entry, body)
        elif isinstance(body, Confirmed | StanceTaken | Marked):
            self._answer(entry, body)
        elif isinstance(body, FlagRaised | FlagAnswered):
            self._flag(body)
        elif isinstance(body, PhotographKept):
            self._keep_photograph(entry)
        else:
            self._ward.admit(entry, body)

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
        if says_own_words(entry, body):
            return
        owners: set[PersonId] = set()
        if isinstance(body, StatementShared | FlagRaised | Marked):
            owners.add(body.voice)
        if isinstance(body, StatementShared | StanceTaken | FlagRaised | FlagAnswered):
            owners |= body.said.voices
        others = owners - {entry.unsigned.by}
        if not others:
            raise DoesNotFollow("nobody writes their own words down for themselves")
        raise NotYourWords(min(others))

    def _start(self, entry: Entry, body: DocumentStarted) -> None:
        document = entry.unsigned.document
        if body.document != document or not document or document in self._started:
            raise DoesNotFollow("a document starts once, under its own id")
        self._started[document] = body.patient

    def _share(self, entry: Entry, body: StatementShared) -> None:
        document = entry.unsigned.document
        if document not in self._started:
            raise DoesNotFollow("the document was never started")
        if (body.signed is Signed.OWN) != (
            body.voice == entry.unsigned.by
            and self._ward.has_own_key(body.voice, entry.number)
        ):
            raise DoesNotFollow("it is said to be signed with another key than it is")
        place = (document, body.statement)
        before = self._statements.get(place)
        if before is not None and before.voice != body.voice:
            raise NotYourWords(before.voice)
        if not may_give(entry, body, before):
            raise NotYourWords(body.voice)
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

    def _answer(self, entry: Entry, body: Confirmed | StanceTaken | Marked) -> None:
        before = self._statements.get((entry.unsigned.document, body.statement))
        if before is None:
            raise DoesNotFollow("nothing was shared that this could be about")
        if isinstance(body, Marked):
            if body.voice != before.voice:
                raise NotYourWords(before.voice)
        elif not may_answer(entry, body, before):
            raise NotYourWords(before.voice)

    def _keep_photograph(self, entry: Entry) -> None:
        patient = self._started.get(entry.unsigned.document)
        if patient is None:
            raise DoesNotFollow("a sheet is of a document that was started")
        actor = self._ward.person(entry.unsigned.by)
        if actor is None or not is_round(actor, patient):
            raise DoesNotFollow("only the patient and those round them bring a sheet")

    def _flag(self, body: FlagRaised | FlagAnswered) -> None:
        is_new = body.flag not in self._flags
        if is_new != isinstance(body, FlagRaised):
            raise DoesNotFollow("a flag is raised once, and answered after that")
        self._flags.add(body.flag)
