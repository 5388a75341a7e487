"""Where staff see to the hard words that the ward explains itself."""

from __future__ import annotations

from functools import partial

from coprod_desktop.content.pictures import alt_key, meanings
from coprod_desktop.gui import word_places as to
from coprod_desktop.gui.hard_words import hard_word
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.take_word_away import TakeWordAwayScreen
from coprod_desktop.gui.screens.ward_word import OneWord, WardWordScreen
from coprod_desktop.gui.screens.ward_words import ListedWord, WardWordsScreen
from coprod_desktop.gui.screens.word_picture import PicturePage, WordPictureScreen
from coprod_desktop.gui.screens.write_word import WriteWordScreen, WritingWord
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import OptionView
from coprod_desktop.gui.widgets.tile import TileView
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.i18n.offered import offered
from coprod_desktop.model.ward_words import ToldIn, WardWord
from coprod_desktop.workspace.ward_words import WardWords

PICTURES_A_PAGE = 15


class WordRoutes:
    """Makes the screens of the ward's own words."""

    def __init__(self, stage: Stage, session: Session) -> None:
        self._stage = stage
        self._session = session
        self._words = WardWords(session.ward)

    def screen_for(self, place: object) -> Screen:
        """Make the screen for a place; the list, where its word was taken away.

        Raises:
            LookupError: It is no place of words.
            Problem: The store is damaged.
        """
        match place:
            case to.ToWardWords():
                return self._list()
            case to.ToWriteWord(None, language):
                return self._write_new(language)
        if not isinstance(
            place, to.ToWardWord | to.ToWriteWord | to.ToWordPicture | to.ToTakeWordAway
        ):
            raise LookupError(type(place).__name__)
        word = None if place.word is None else self._words.one(place.word)
        if word is None:
            return self._list()
        match place:
            case to.ToWriteWord(_, language):
                return self._write(word, language)
            case to.ToWordPicture(_, page):
                return self._picture(word, page)
            case to.ToTakeWordAway(_):
                take = partial(self._words.take_away, word.id)
                back, shown = to.ToWardWord(word.id), hard_word(word, self._language)
                return TakeWordAwayScreen(self._stage, shown, back, take)
        return self._one(word)

    @property
    def _language(self) -> str:
        return self._stage.tongue.form_language

    def _list(self) -> Screen:
        listed = sorted(
            (
                ListedWord(hard_word(one, self._language), to.ToWardWord(one.id))
                for one in self._words.all()
            ),
            key=lambda one: one.word.word.casefold(),
        )
        new = to.ToWriteWord(None, self._language)
        return WardWordsScreen(self._stage, listed, new)

    def _one(self, word: WardWord) -> Screen:
        words = self._stage.words
        name = self._session.ward.people[word.by].name
        day = long_date(word.at.astimezone().date(), words.language)
        who = words.text("ward_words.who", name=name, day=day)
        picture = hard_word(word, self._language).picture
        said = words.text(alt_key(picture) if picture else "ward_words.no_picture")
        title = words.text("ward_words.picture")
        parts: list[tuple[TileView, object]] = [
            (
                TileView(title, said, picture=picture or "search"),
                to.ToWordPicture(word.id),
            )
        ]
        for one in offered():
            is_told, told = word.is_told_in(one.tag), word.told_in(one.tag)
            line = words.text("help.word", word=told.word, meaning=told.meaning)
            says = line if is_told else words.text("ward_words.not_yet")
            view = TileView(one.name, says, picture="write" if is_told else "add")
            parts.append((view, to.ToWriteWord(word.id, one.tag)))
        shown, away = hard_word(word, self._language), to.ToTakeWordAway(word.id)
        return WardWordScreen(self._stage, OneWord(shown, who, parts, away))

    def _write_new(self, language: str) -> Screen:
        def keep(told: ToldIn) -> object:
            return to.ToWordPicture(self._words.add(told))

        writing = WritingWord(
            self._name(language),
            ToldIn(language, "", ""),
            None,
            keep,
            None,
            to.ToWardWords(),
        )
        return WriteWordScreen(self._stage, writing)

    def _write(self, word: WardWord, language: str) -> Screen:
        back, first = to.ToWardWord(word.id), word.told[0].language
        is_first, is_told = language == first, word.is_told_in(language)

        def keep(told: ToldIn) -> object:
            self._words.change(word.id, told)
            return back

        def drop() -> object:
            self._words.drop_language(word.id, language)
            return back

        writing = WritingWord(
            self._name(language),
            word.told_in(language) if is_told else ToldIn(language, "", ""),
            None if is_first else hard_word(word, first),
            keep,
            drop if is_told and not is_first else None,
            back,
        )
        return WriteWordScreen(self._stage, writing)

    def _picture(self, word: WardWord, page: int) -> Screen:
        text = self._stage.words.text
        named = sorted((text(alt_key(one)).casefold(), one) for one in meanings())
        count = -(-len(named) // PICTURES_A_PAGE)
        order = [one for _, one in named]
        # A newer program may have given it a picture that this one has not.
        now = order.index(word.picture) if word.picture in order else 0
        at = now // PICTURES_A_PAGE if page < 0 else page % count
        begin = at * PICTURES_A_PAGE
        options = [
            OptionView(one, text(alt_key(one)), one, one == word.picture)
            for one in order[begin : begin + PICTURES_A_PAGE]
        ]
        back = to.ToWardWord(word.id)

        def keep(picture: str) -> object:
            self._words.show_with(word.id, picture)
            return back

        shown = word.told_in(self._language).word
        before, after = ((at + step) % count for step in (-1, 1))
        return WordPictureScreen(
            self._stage,
            PicturePage(
                shown,
                options,
                at + 1,
                count,
                to.ToWordPicture(word.id, before),
                to.ToWordPicture(word.id, after),
                keep,
                back,
            ),
        )

    def _name(self, language: str) -> str:
        """Return what a language calls itself."""
        return next(one.name for one in offered() if one.tag == language)
