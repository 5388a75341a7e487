"""Share: what goes to the others, chosen one by one, and who will see it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.going import going
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToCheck, ToHome, ToPaper, ToReadBack, ToShare
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.whose_words import names_in_a_row
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.documents import Draft, Standing
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.cards import Card

SHARE, KEEP = "yes", "no"

Place = tuple[str, PersonId]


class ShareScreen(FormScreen):
    """Nothing is chosen beforehand. What is shared stays in the record."""

    def __init__(self, stage: Stage, opened: Opened) -> None:
        words = stage.words
        super().__init__(
            stage,
            opened,
            Frame(
                words.text("share.title"),
                "share",
                ToCheck(),
                help=words.text("share.help"),
                private=words.text("private.unshared"),
            ),
        )
        self._chosen: dict[Place, str] = {}
        self.grids: dict[Place, ChoiceGrid] = {}
        self._content = QWidget()
        self._list = QVBoxLayout(self._content)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(stage.look.below_px())
        self.body.addWidget(self._content)
        self.body.addStretch(1)
        drafts = opened.document.sharing.unshared()
        if drafts:
            self._show_choices(drafts)
        else:
            self._show_nothing()

    # --- Choosing -------------------------------------------------------------------

    def _show_choices(self, drafts: tuple[Draft, ...]) -> None:
        words = self.stage.words
        names = self._names({one.voice for one in drafts})
        for sentence, picture in (
            (words.text("share.who_sees", names=names), "people"),
            (words.text("share.for_good"), "lock"),
        ):
            self._list.addWidget(SaidLine(self.stage, sentence, picture))
        if len(drafts) > 1:
            self.all_button = BigButton(
                self.stage, words.text("share.all"), None, "quiet", self._choose_all
            )
            self._list.addWidget(self.all_button)
        for draft in drafts:
            self._show_draft(draft)
        self._show_main()

    def _show_draft(self, draft: Draft) -> None:
        cards = self.opened.document.cards(draft.question)
        card = next(one for one in cards if one.voice == draft.voice)
        self._list.addWidget(Heading(self.opened.prompt(draft.question), 2))
        view = replace(
            self.views.written(card), standing=self.views.whose.standing(card)
        )
        shown = ReadCard(self.stage, view)
        place = (draft.question, draft.voice)
        grid = ChoiceGrid(
            self.stage,
            self._options(place),
            self.opened.prompt(draft.question),
            columns=2,
        )
        grid.picked.connect(partial(self._on_choice_picked, place))
        self.grids[place] = grid
        shown.put(grid)
        self._offer_read_back(shown, card)
        self._list.addWidget(shown)

    def _offer_read_back(self, shown: ReadCard, card: Card) -> None:
        if card.standing is Standing.NOT_YET:
            place = ToReadBack(card.question, card.voice, ToShare())
            words = self.stage.words.text("question.read_back")
            shown.add_action(words, "hear", going(self, place))

    def _options(self, place: Place) -> tuple[OptionView, ...]:
        words, chosen = self.stage.words, self._chosen.get(place)
        return tuple(
            OptionView(one, words.text(f"share.{one}"), picture, one == chosen)
            for one, picture in ((SHARE, "share"), (KEEP, "private"))
        )

    def _on_choice_picked(self, place: Place, choice: str) -> None:
        self._choose({place: choice})

    def _choose_all(self) -> None:
        self._choose(dict.fromkeys(self.grids, SHARE))

    def _choose(self, choices: dict[Place, str]) -> None:
        self.hide_notice()
        self._chosen.update(choices)
        for place, grid in self.grids.items():
            grid.show_options(self._options(place))
        self._show_main()

    def _show_main(self) -> None:
        words, count = self.stage.words, len(self._wanted())
        shown = words.plural("share.now_count", count) if count else ""
        self.set_main(Action(shown or words.text("share.now"), "share", self._share))

    def _wanted(self) -> tuple[Draft, ...]:
        drafts = self.opened.document.sharing.unshared()
        return tuple(
            one
            for one in drafts
            if self._chosen.get((one.question, one.voice)) == SHARE
        )

    # --- Sharing --------------------------------------------------------------------

    def _share(self) -> None:
        wanted = self._wanted()
        if not wanted:
            self.show_problem(Problem("share.none_chosen"))
            return
        try:
            cards = self.opened.document.sharing.share(wanted)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._show_done(len(cards), self._names({one.voice for one in cards}))

    def _show_done(self, count: int, names: str) -> None:
        """Say what happens next."""
        words = self.stage.words
        self.hide_notice()
        self._say_shared()
        self._content.hide()
        self._content.setParent(None)
        self._content.deleteLater()
        self.set_heading(words.text("share.done_title"))
        for sentence, picture in (
            (words.plural("share.done_count", count), "yes"),
            (words.text("share.done_next", names=names), "people"),
            (words.text("share.done_add"), "write"),
            (words.text("share.done_paper"), "paper"),
        ):
            self.body.insertWidget(
                self.body.count() - 1, SaidLine(self.stage, sentence, picture)
            )
        self._show_ways_on()
        self.focus_first()

    def _say_shared(self) -> None:
        """Say no longer that nobody reads what was just shared."""
        if self.private is not None:
            self.private.show_words(self.stage.words.text("private.shared"))

    def _show_nothing(self) -> None:
        sentence = self.stage.words.text("share.nothing")
        self._list.addWidget(SaidLine(self.stage, sentence, "yes"))
        self._show_ways_on()

    def _show_ways_on(self) -> None:
        words = self.stage.words
        paper = words.text("check.paper")
        self.set_main(Action(paper, "next", going(self, ToPaper())))
        self.set_outs((Action(words.text("share.home"), None, going(self, ToHome())),))

    def _names(self, sharing: set[PersonId]) -> str:
        """Return who will see it, but for one who shares alone."""
        people = self.opened.document.sharing.audience()
        names = [one.name for one in people if {one.id} != sharing]
        return names_in_a_row(self.stage.words, names)
