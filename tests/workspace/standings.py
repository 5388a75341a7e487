"""A ward in which everybody tries everything with words in every state.

Whether somebody may is told by model/permissions.py; here is what happens when they
do. Each asker sits at the screen alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count

from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError

from coprod_desktop.model.acts import (
    Marked,
    PhotographKept,
    PictureFacts,
    PictureKind,
)
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.bodies import Body, StanceTaken, StatementShared
from coprod_desktop.model.documents import (
    DocumentId,
    Draft,
    FlagId,
    MarkKind,
    ReadBack,
    Statement,
    StatementId,
    View,
)
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.model.permissions import DRAFTS, Action, State, Who
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Said
from coprod_desktop.pdf.sheet_code import SheetCode, sheet_tag
from coprod_desktop.store.schema import entries, photographs
from coprod_desktop.workspace.flags import FlagTo, PrivateFlag
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import Cast, card_of, own, write

FORM = "ward-round"
PLACE = "went-well"
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Company:
    """One person for each thing that somebody can be to Sam."""

    ward: Ward
    sam: PersonId
    by_who: dict[Who, PersonId]

    def owner(self, who: Who, *, is_own: bool) -> PersonId:
        """Whose words are tried: one's own, else Sam's, else the nurse's."""
        if is_own:
            return self.by_who[who]
        return self.by_who[Who.NURSE] if who is Who.PATIENT else self.sam


def company(ward: Ward, cast: Cast) -> Company:
    """Let everybody come who is missing."""
    add = ward.add_person
    people = {
        Who.PATIENT: cast.sam,
        Who.ANOTHER_PATIENT: cast.alex,
        Who.PARTNER_IN_CARE: cast.jo,
        Who.ADVOCATE: cast.casey,
        Who.INTERPRETER: cast.ines,
        Who.BESIDE_ANOTHER: add("Kit", Role.ADVOCATE, "", cast.alex).id,
        Who.NURSE: cast.priya,
        Who.DOCTOR: cast.robin,
        Who.OTHER_STAFF: add("Bo", Role.OTHER_STAFF).id,
        Who.PEER_SUPPORT_WORKER: add("Lou", Role.PEER_SUPPORT_WORKER).id,
    }
    return Company(ward, cast.sam, people)


@dataclass(frozen=True, slots=True)
class Scene:
    """Words of somebody, in one state, on a form of Sam's that was just started."""

    company: Company
    document: DocumentId
    owner: PersonId
    words: str
    state: State
    flag: FlagId | None = None


def scene(company: Company, owner: PersonId, state: State) -> Scene:
    """Bring words of somebody into a state."""
    words = f"canary {next(_numbers)}"
    store = company.ward.store
    document = store.documents.start(FORM, 1, company.sam, owner)
    made = Scene(company, document, owner, words, state)
    if state in DRAFTS:
        store.drafts.save(_draft(made), owner)
        return made
    if state in (State.FLAG_KEPT, State.FLAG_TOLD, State.FLAG_ANSWERED):
        return replace(made, flag=_flag(made))
    if state is State.PHOTOGRAPH:
        store.photographs.keep(document, _sheet(made), words.encode(), owner)
        return made
    store.record.append(owner, [(document, one) for one in _shared(made)])
    other = _another(made)
    if state is State.DISPUTED:
        said = Said(text=AuthoredText.by(own(other), "I see it differently"))
        stance = StanceTaken(StatementId(words), 2, View.DISAGREE, said)
        store.record.append(other, [(document, stance)])
    return made


def _another(made: Scene) -> PersonId:
    nurse = made.company.by_who[Who.NURSE]
    doctor = made.company.by_who[Who.DOCTOR]
    return nurse if made.owner != nurse else doctor


def _said(made: Scene, words: str) -> Said:
    by = own(made.owner)
    if made.state in (State.WRITTEN_FOR, State.SHARED_NOT_AGREED):
        by = Attribution(made.owner, _another(made), Mode.WORD_FOR_WORD)
    return Said(text=AuthoredText.by(by, words))


def _draft(made: Scene) -> Draft:
    now = made.company.ward.world.clock()
    statement = StatementId(made.words)
    said = _said(made, made.words)
    return Draft(made.document, PLACE, made.owner, statement, said, now)


def _shared(made: Scene) -> list[Body]:
    name, owner = StatementId(made.words), made.owner
    versions: list[Body] = [
        StatementShared(name, PLACE, owner, number, _said(made, words))
        for number, words in ((1, "before"), (2, made.words))
    ]
    if made.state is State.MARKED:
        versions.append(Marked(name, 2, MarkKind.PRESSED, owner))
    return versions


def _sheet(made: Scene) -> PhotographKept:
    content, version = made.words.encode(), made.company.ward.form(FORM, 1).template
    ward = next(iter(made.company.ward.store.record.entries())).unsigned.ward
    tag = sheet_tag(ward, made.document, version.id, version.version)
    facts = PictureFacts(PictureKind.PNG, 200, 300)
    code, sha256 = str(SheetCode(tag, 1, 2)), hashlib.sha256(content).digest()
    return PhotographKept(code, sha256, len(content), facts)


def _flag(made: Scene) -> FlagId:
    to = FlagTo.PRIVATE if made.state is State.FLAG_KEPT else FlagTo.MEETING
    flags, sam = made.company.ward.flags, made.company.sam
    flag = flags.raise_flag(sam, own(made.owner), made.words, to)
    if made.state is State.FLAG_ANSWERED:
        flags.answer(flag, _another(made), "We will ask")
    return flag


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody at the screen, with a document open."""

    scene: Scene
    asker: PersonId
    document: OpenDocument

    @property
    def ward(self) -> Ward:
        """The ward that is open."""
        return self.scene.company.ward

    @property
    def statement(self) -> Statement:
        """What the owner shared.

        Raises:
            KeyError: Nothing.
        """
        for card in self.document.cards(PLACE):
            if card.voice == self.scene.owner and card.statement is not None:
                return card.statement
        raise KeyError(PLACE)

    @property
    def kept_flag(self) -> PrivateFlag:
        """What the asker kept private.

        Raises:
            KeyError: Not these words.
        """
        for one in self.ward.flags.private(self.asker):
            if one.id == self.scene.flag:
                return one
        raise KeyError(self.scene.flag)

    def has_words(self, *said: Said) -> bool:
        """Whether the words are those of one of these answers."""
        return self.scene.words in {one.text.text for one in said}

    def shows_words(self, told: object) -> bool:
        """Whether the words stand in a paper, or in JSON."""
        # With the quotes: "canary 1" does not stand in "canary 12".
        return f"'{self.scene.words}'" in str(told).replace('"', "'")


def sit(made: Scene, asker: PersonId) -> OpenDocument:
    """Open the document for somebody who is alone.

    Raises:
        Problem: They may not sit down with Sam's forms.
    """
    ward, sam = made.company.ward, made.company.sam
    sitting = ward.sit_down(sam) if asker == sam else ward.sit_down_about(sam, (asker,))
    return sitting._open(made.document, ward.form(FORM, 1))


def _read(at: Attempt) -> bool:
    flags, sheets = at.ward.flags, at.document.sheets.photographs
    files = [sheets.file(one) for one in sheets.kept()]
    return at.scene.words.encode() in files or at.has_words(
        *(one.said for one in at.document.cards(PLACE)),
        *(one.said for one in flags.of(at.scene.company.sam)),
        *(one.said for one in flags.private(at.asker)),
    )


def _print(at: Attempt) -> bool:
    if at.scene.state is State.FLAG_KEPT:
        return at.shows_words(at.ward.flags.letter(at.kept_flag).paper)
    return at.shows_words(at.document.papers.blocks())


def _export(at: Attempt) -> bool:
    if at.scene.state is State.FLAG_KEPT:
        return at.ward.flags.letter(at.kept_flag).name.endswith(".pdf")
    return at.shows_words(at.document.papers.words_json())


def _see_history(at: Attempt) -> bool:
    return [one.version for one in at.statement.earlier] == [1]


def _see_differently(at: Attempt) -> bool:
    at.document.take_pen(own(at.asker))
    # Who agrees leaves the state as it was.
    statement = at.document.news.take_stance(at.statement.id, View.AGREE, "Yes")
    return at.asker in {one.by for one in statement.stances}


def _answer_flag(at: Attempt) -> bool:
    if at.scene.flag is None:
        return False
    flag = at.ward.flags.answer(at.scene.flag, at.asker, "We will ask")
    return flag.answers[-1].by == at.asker


def _change(at: Attempt) -> bool:
    if at.scene.state is State.FLAG_KEPT:
        said = Said(text=AuthoredText.by(own(at.asker), "other words"))
        kept = at.kept_flag
        draft = at.ward.flags._draft(kept)
        at.ward.store.drafts.save(replace(draft, said=said), at.asker)
        return at.kept_flag.said == said
    if at.asker == at.scene.owner:
        at.document.take_pen(own(at.asker))
        if not at.has_words(card_of(at.document, PLACE, at.asker).said):
            return False
        write(at.document, PLACE, "!")
        after = card_of(at.document, PLACE, at.asker).said
        return after.text.text == f"{at.scene.words}!"
    at.document.take_pen(Attribution(at.scene.owner, at.asker, Mode.SUMMARISED))
    return True


def _share(at: Attempt) -> bool:
    if at.scene.state is State.FLAG_KEPT:
        return bool(at.ward.flags.tell_meeting(at.kept_flag, at.scene.company.sam))
    shared = at.document.sharing.share(at.document.sharing.unshared())
    return at.has_words(*(one.said for one in shared if one.is_shared))


def _agree(at: Attempt) -> bool:
    at.document.reading_back.answer(PLACE, at.scene.owner, ReadBack.YES)
    return True


def _mark(at: Attempt) -> bool:
    at.document.take_pen(own(at.asker))
    marked = at.document.marks.put(at.statement.id, MarkKind.NOT_MINE)
    return MarkKind.NOT_MINE in {one.kind for one in marked.marks}


def _take_mark_back(at: Attempt) -> bool:
    at.document.take_pen(own(at.asker))
    return not at.document.marks.take_back(at.statement.id, MarkKind.PRESSED).marks


def _keep_mark_off_paper(at: Attempt) -> bool:
    at.document.take_pen(own(at.asker))
    set_printing = at.document.marks.set_printing
    kept = set_printing(at.statement.id, MarkKind.PRESSED, is_printed=False)
    return [one.is_printed for one in kept.marks] == [False]


def _erase(at: Attempt) -> bool:
    if at.scene.state is State.FLAG_KEPT:
        at.ward.flags.erase(at.kept_flag)
        return at.scene.flag not in {one.id for one in at.ward.flags.private(at.asker)}
    at.document.take_pen(own(at.asker))
    was_there = at.has_words(*(one.said for one in at.document.sharing.unshared()))
    at.document.writing.erase(PLACE)
    at.document.flush()
    drafts = at.ward.store.drafts.of(at.scene.document, [at.scene.owner])
    return was_there and not drafts


def _delete(at: Attempt) -> bool:
    """Try with the file itself what no call of the program offers."""
    where = entries.c.document == at.scene.document
    if at.scene.flag is not None:
        where = entries.c.body.contains(at.scene.flag)
    with at.ward.store._database.transaction() as turn:
        if at.scene.state is State.PHOTOGRAPH:
            return bool(turn.connection.execute(delete(photographs)).rowcount)
        return bool(turn.connection.execute(delete(entries).where(where)).rowcount)


ATTEMPTS: dict[Action, Callable[[Attempt], bool]] = {
    Action.READ: _read,
    Action.PRINT: _print,
    Action.EXPORT: _export,
    Action.SEE_HISTORY: _see_history,
    Action.SEE_DIFFERENTLY: _see_differently,
    Action.ANSWER_FLAG: _answer_flag,
    Action.CHANGE: _change,
    Action.SHARE: _share,
    Action.AGREE: _agree,
    Action.MARK: _mark,
    Action.TAKE_MARK_BACK: _take_mark_back,
    Action.KEEP_MARK_OFF_PAPER: _keep_mark_off_paper,
    Action.ERASE: _erase,
    Action.DELETE: _delete,
}
LEAVES_ALL_AS_IT_WAS = frozenset(
    {
        Action.READ,
        Action.PRINT,
        Action.EXPORT,
        Action.SEE_HISTORY,
        Action.SEE_DIFFERENTLY,
    }
)


def tried(attempt: Attempt, action: Action) -> bool:
    """Whether somebody could do it. What is refused is refused, never half done."""
    try:
        return ATTEMPTS[action](attempt)
    except (Problem, KeyError, SQLAlchemyError):
        return False
