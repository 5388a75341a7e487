"""What happened with somebody's words, told to them in sentences."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from coprod_desktop.content.forms import Form
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.i18n.isolates import isolating
from coprod_desktop.model.bodies import RECOVERY
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.own_log import Happened, Happening
from coprod_desktop.model.people import PersonId

if TYPE_CHECKING:
    from coprod_desktop.workspace.ward import Ward

_BY_OTHERS = {
    Happened.OPENED: "own_log.opened",
    Happened.PRINTED: "own_log.printed",
    Happened.EXPORTED: "own_log.exported",
    Happened.WARD_EXPORTED: "own_log.ward_exported",
    Happened.READ_BACK: "own_log.read_back",
    Happened.ANSWERED: "own_log.answered",
    Happened.NOT_MINE: "own_log.not_mine",
    Happened.PRESSED: "own_log.pressed",
    Happened.FLAG_RAISED: "own_log.flag_raised",
    Happened.FLAG_ANSWERED: "own_log.flag_answered",
    Happened.DRAFTS_OPENED: "own_log.drafts_opened",
    Happened.KEY_MADE: "own_log.key_made",
    Happened.KEY_RENEWED: "own_log.key_renewed",
    Happened.RESTORED: "own_log.restored",
    Happened.PHOTOGRAPH_KEPT: "own_log.photograph_kept",
}
_BY_ONESELF = {
    Happened.PRINTED: "own_log.you_printed",
    Happened.EXPORTED: "own_log.you_exported",
    Happened.WARD_EXPORTED: "own_log.you_exported_ward",
    Happened.NOT_MINE: "own_log.you_not_mine",
    Happened.PRESSED: "own_log.you_pressed",
    Happened.UNMARKED: "own_log.you_unmarked",
    Happened.KEPT_OFF_PAPER: "own_log.you_kept_off",
    Happened.FLAG_RAISED: "own_log.you_flag_raised",
    Happened.KEY_MADE: "own_log.you_key_made",
    Happened.PHOTOGRAPH_KEPT: "own_log.you_photograph_kept",
}
_ALONE = {
    Happened.KEY_RENEWED: "own_log.key_renewed_by_code",
    Happened.RESTORED: "own_log.restored_by_one",
}


class LogWords:
    """Puts what happened into the ward's language, for one person."""

    def __init__(
        self, ward: Ward, person: PersonId, language: str | None = None
    ) -> None:
        """Speak a language; the ward's where none is given."""
        self._ward = ward
        self._person = person
        self._people = ward.people
        self._language = language or ward.language
        catalogue = read_catalogue(self._language)
        # On paper nothing else keeps a name where it belongs in a leftward sentence.
        self._catalogue = isolating(catalogue) if language else catalogue
        self._forms: dict[DocumentId, Form] = {}

    def sentence(self, one: Happening) -> str:
        """Return one thing that happened as a sentence or two."""
        text = self._catalogue.text
        if one.what is Happened.SHARED:
            told = self._shared(one)
        else:
            told = text(
                self._key(one),
                by=self._name(one.by),
                second=self._name(one.second),
                form=self._title(one),
                question=self._question(one),
                reason=one.reason,
                minutes=one.minutes,
            )
        if one.signer in (one.by, self._person):
            return told
        return text("own_log.signed_by", happened=told, signer=self._name(one.signer))

    def _key(self, one: Happening) -> str:
        if one.second is None and one.what in _ALONE:
            return _ALONE[one.what]
        if one.by == self._person and one.what in _BY_ONESELF:
            return _BY_ONESELF[one.what]
        return _BY_OTHERS[one.what]

    def _shared(self, one: Happening) -> str:
        is_own = one.by == self._person
        key = "own_log.you_shared" if is_own else "own_log.shared"
        told = self._catalogue.plural(
            key, len(one.questions), form=self._title(one), by=self._name(one.by)
        )
        names = [self._name(reader) for reader in one.seen_by]
        if not names:
            return told
        comma = self._catalogue.text
        row = reduce(lambda a, b: comma("own_log.comma", first=a, next=b), names)
        return self._catalogue.text("own_log.can_read", shared=told, names=row)

    def _name(self, person: PersonId | None) -> str:
        if person is None:
            return ""
        found = self._people.get(person)
        if found is None or person == RECOVERY:
            return self._catalogue.text("own_log.recovery_code")
        return found.name

    def _title(self, one: Happening) -> str:
        return self._form(one.document).words.title if one.document else ""

    def _question(self, one: Happening) -> str:
        if not one.questions:
            return ""
        return self._form(one.document).words.prompts[one.questions[0]]

    def _form(self, document: DocumentId) -> Form:
        if document not in self._forms:
            (line,) = self._ward.store.documents.find(document)
            self._forms[document] = self._ward.form(
                line.template, line.version, self._language
            )
        return self._forms[document]
