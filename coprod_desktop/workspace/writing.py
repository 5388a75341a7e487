"""Writing with the pen: words, choices, and the honest ways out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coprod_desktop.model.authored_text import EMPTY, Attribution, AuthoredText, Edit
from coprod_desktop.model.change import Change
from coprod_desktop.model.forms import AGREEMENT, FACES, Question, QuestionKind
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.model.rules import check_edit, may_change_run
from coprod_desktop.model.said import Choice, Said, WayOut, choose
from coprod_desktop.model.text_policy import LONGEST, accept
from coprod_desktop.workspace.desk import Desk
from coprod_desktop.workspace.history import History, Typed


class Writing:
    """Changes the answer of the pen's voice; every other voice's stays as it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.made_visible = 0
        """Signs that the last change had to make visible; tell the person."""

    def change(
        self, question: str, change: Change, *, pasted: bool = False
    ) -> AuthoredText:
        """Change the text at a question with the pen; return it as it now stands.

        Raises:
            NotYourWords: The change touches words that only their voice may change.
            Problem: The answer would be too long.
        """
        new, self.made_visible = new_words(self._desk.pen, change.new, pasted=pasted)
        return self._replace(question, change.at, change.gone, new, by_key=not pasted)

    def paste(
        self, question: str, at: int, gone: int, words: AuthoredText
    ) -> AuthoredText:
        """Put words from inside the program into the text; return it.

        Moving is not writing: words of the same voice keep their attribution where this
        pen may change them. All others become pasted by this pen.

        Raises:
            NotYourWords: The change touches words that only their voice may change.
            Problem: The answer would be too long.
        """
        moved = carried(self._desk.pen, words)
        return self._replace(question, at, gone, moved, by_key=False)

    def undo(self, question: str) -> AuthoredText:
        """Take back the last step of the pen's voice here; words go to their author.

        Raises:
            NotYourWords: Only the voice's own hand may take it back.
        """
        said = self._said(question)
        self._put(question, self._history(question).undo(said, self._desk.pen))
        return self._said(question).text

    def redo(self, question: str) -> AuthoredText:
        """Do the last undone step again.

        Raises:
            NotYourWords: Only the voice's own hand may do it again.
        """
        said = self._said(question)
        self._put(question, self._history(question).redo(said, self._desk.pen))
        return self._said(question).text

    def may_undo(self, question: str) -> bool:
        """Whether there is a step here that this pen may take back."""
        return self._history(question).may_undo(self._desk.pen)

    def may_redo(self, question: str) -> bool:
        """Whether there is an undone step here that this pen may do again."""
        return self._history(question).may_redo(self._desk.pen)

    def choose(self, question: str, option: str) -> None:
        """Pick an option, or a date in ISO form; one alone where only one may stand.

        Raises:
            NotYourWords: It would replace what the voice picked with their own hand.
            Problem: A date is not a date.
        """
        asked = self._desk.question(question)
        check_option(asked, option)
        pen = self._desk.pen
        said = cleared_way_out(self._said(question), pen)
        before = next((one for one in said.chosen if one.option == option), None)
        if before is not None and not may_take_over(pen, before):
            return
        kept = tuple(one for one in said.chosen if one is not before)
        if asked.kind is not QuestionKind.CHOOSE_MANY:
            for one in kept:
                check_choice(pen, one)
            kept = ()
        chosen = in_order(asked, (*kept, choose(pen, option)))
        self._desk.write(question, replace(said, chosen=chosen))

    def unchoose(self, question: str, option: str) -> None:
        """Take back a choice.

        Raises:
            NotYourWords: The voice picked it with their own hand.
        """
        said = self._said(question)
        for one in said.chosen:
            if one.option == option:
                check_choice(self._desk.pen, one)
        chosen = tuple(one for one in said.chosen if one.option != option)
        self._desk.write(question, replace(said, chosen=chosen))

    def take_way_out(self, question: str, way: WayOut | None) -> None:
        """Take an honest way not to answer, or (None) take it back.

        What was written stays; writing again clears the way out.

        Raises:
            NotYourWords: The voice took another one with their own hand.
        """
        said, pen = self._said(question), self._desk.pen
        if said.way_out is not None:
            if said.way_out.option == way and not may_take_over(pen, said.way_out):
                return
            said = cleared_way_out(said, pen)
        taken = choose(pen, way.value) if way else None
        self._desk.write(question, replace(said, way_out=taken))

    def erase(self, question: str) -> None:
        """Throw the unshared words of the pen's voice away, for good.

        What was shared stands again.

        Raises:
            NotYourWords: It holds words that only their voice may change.
        """
        draft = self._desk.draft(question, self._desk.pen.voice)
        if draft is None:
            return
        for attribution in draft.said.attributions:
            if not may_change_run(self._desk.pen, attribution):
                raise NotYourWords(attribution.voice)
        self._desk.drop(question, draft.voice)
        self._desk.histories.forget(question, draft.voice)

    def _history(self, question: str) -> History:
        return self._desk.histories.at(question, self._desk.pen.voice)

    def _said(self, question: str) -> Said:
        return self._desk.said(self._desk.question(question).id, self._desk.pen.voice)

    def _put(self, question: str, said: Said) -> None:
        if said != self._said(question):
            self._desk.put(question, said)

    def _replace(
        self, question: str, at: int, gone: int, new: AuthoredText, *, by_key: bool
    ) -> AuthoredText:
        pen, said = self._desk.pen, self._said(question)
        edit, text = edited(pen, said.text, at, gone, new)
        said = cleared_way_out(said, pen) if new.text else said
        self._desk.write(
            question, replace(said, text=text), Typed(edit, is_by_key=by_key)
        )
        return text


def new_words(
    pen: Attribution, words: str, *, pasted: bool
) -> tuple[AuthoredText, int]:
    """Return words as this pen writes them, and how many signs were made visible."""
    accepted = accept(words)
    by = pen.pasting() if pasted else pen
    return AuthoredText.by(by, accepted.text), accepted.made_visible


def carried(pen: Attribution, words: AuthoredText) -> AuthoredText:
    """Return words that move inside the program as they arrive under this pen."""
    found = EMPTY
    for piece, attribution in words.pieces():
        keeps = may_change_run(pen, attribution)
        by = attribution if keeps else pen.pasting()
        found += AuthoredText.by(by, accept(piece).text)
    return found


def edited(
    pen: Attribution, text: AuthoredText, at: int, gone: int, new: AuthoredText
) -> tuple[Edit, AuthoredText]:
    """Return the edit of a text with a pen, and the text after it.

    Raises:
        NotYourWords: The edit touches words that only their voice may change.
        Problem: The text would be too long.
    """
    check_edit(pen, text, at, gone)
    if len(text) - gone + len(new) > LONGEST:
        raise Problem("workspace.answer_too_long", most=LONGEST)
    edit = Edit(at, text.part(at, at + gone), new)
    return edit, text.replaced(at, gone, new)


def check_choice(pen: Attribution, choice: Choice) -> None:
    """Refuse to unpick what a voice picked with their own hand.

    Raises:
        NotYourWords: This pen may not change the choice.
    """
    if not may_change_run(pen, choice.attribution):
        raise NotYourWords(choice.attribution.voice)


def may_take_over(pen: Attribution, choice: Choice) -> bool:
    """Whether picking the same again makes it this pen's choice."""
    return pen.is_own_hand and not choice.attribution.is_own_hand


def cleared_way_out(said: Said, pen: Attribution) -> Said:
    """Return an answer without its way out.

    "Ask me later" ends when anybody who writes for the voice writes: that is what the
    voice asked for. The others only the pens that may change them clear.

    Raises:
        NotYourWords: The voice took the way out with their own hand.
    """
    if said.way_out is None:
        return said
    if said.way_out.option != WayOut.LATER:
        check_choice(pen, said.way_out)
    return replace(said, way_out=None)


def check_option(asked: Question, option: str) -> None:
    """Refuse what this question does not offer.

    Raises:
        Problem: A date is not a date.
        ValueError: The question has no such option.
    """
    if asked.kind is QuestionKind.DATE:
        try:
            date.fromisoformat(option)
        except ValueError:
            raise Problem("workspace.not_a_date") from None
        return
    if option not in options_of(asked):
        raise ValueError(f"{asked.id} does not offer {option!r}")


def options_of(asked: Question) -> tuple[str, ...]:
    """Return the ids of what can be picked at a question, in its order."""
    if asked.kind is QuestionKind.FACES:
        return FACES
    if asked.kind is QuestionKind.AGREEMENT:
        return AGREEMENT
    return tuple(option.id for option in asked.options)


def in_order(asked: Question, chosen: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return choices in the order in which the question offers them."""
    order = options_of(asked)
    if asked.kind is QuestionKind.DATE:
        return chosen
    return tuple(sorted(chosen, key=lambda one: order.index(one.option)))
