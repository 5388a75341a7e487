"""Which paper: how big its words are, whose copy it is, and in which language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coprod_desktop.gui.going import going
from coprod_desktop.gui.places import ToPaper
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.i18n.offered import offered
from coprod_desktop.workspace.paper_wishes import BESIDE, Copy, PaperKind, PaperWish

_PICTURES = {
    PaperKind.CLEAR: "paper",
    PaperKind.EASY_READ: "idea",
    PaperKind.LARGE_PRINT: "text-size",
    Copy.MINE: "patient",
    Copy.MEETING: "people",
    Copy.BLANK: "write",
}


class ChoosePaperScreen(Screen):
    """Three choices on one page; nothing is made before somebody asks for it."""

    def __init__(self, stage: Stage, wish: PaperWish, asked: str) -> None:
        """Begin with the paper that was looked at; ``asked`` is the form's language."""
        words = stage.words
        self.wish = wish
        self._asked = asked
        show = Action(words.text("choose_paper.show"), "next", self._show)
        super().__init__(
            stage,
            Frame(
                words.text("choose_paper.title"),
                "paper",
                ToPaper(wish),
                main=show,
                help=words.text("choose_paper.help"),
            ),
        )
        self._offered = offered()
        self.kinds = self._add("kind", self._kinds(), self._on_kind_picked)
        self.copies = self._add("copy", self._copies(), self._on_copy_picked)
        tongues = self._tongues()
        self.languages = self._add("language", tongues, self._on_language_picked)
        self.body.addWidget(text_label(words.text("choose_paper.own_words")))
        unchecked = [one.name for one in self._offered if not one.is_checked]
        if unchecked:
            named = ", ".join(unchecked)
            said = words.text("reading.not_checked", languages=named)
            self.body.addWidget(text_label(said))
        self.body.addStretch(1)

    def _add(
        self, name: str, options: tuple[OptionView, ...], picked: Callable[[str], None]
    ) -> ChoiceGrid:
        title = self.stage.words.text(f"choose_paper.{name}")
        grid = ChoiceGrid(self.stage, options, title, columns=3)
        grid.picked.connect(picked)
        self.body.addWidget(Heading(title, 2))
        self.body.addWidget(grid)
        return grid

    def _kinds(self) -> tuple[OptionView, ...]:
        return self._pictured(PaperKind, self.wish.kind)

    def _copies(self) -> tuple[OptionView, ...]:
        return self._pictured(Copy, self.wish.copy_for)

    def _pictured(
        self, ways: Iterable[PaperKind | Copy], now: PaperKind | Copy
    ) -> tuple[OptionView, ...]:
        text = self.stage.words.text
        return tuple(
            OptionView(one, text(f"choose_paper.{one}"), _PICTURES[one], one is now)
            for one in ways
        )

    def _tongues(self) -> tuple[OptionView, ...]:
        now = _named(self.wish.language or self._asked, self.wish.choice.beside)
        found = []
        for one in self._offered:
            found.append(OptionView(one.tag, one.name, None, one.tag == now))
            if one.tag in BESIDE:
                pair = _named(one.tag, BESIDE[one.tag])
                both = self.stage.words.text("choose_paper.both_cy")
                found.append(OptionView(pair, both, None, pair == now))
        return tuple(found)

    def _on_kind_picked(self, picked: str) -> None:
        self.wish = self.wish.of_kind(PaperKind(picked))
        self.kinds.show_options(self._kinds())

    def _on_copy_picked(self, picked: str) -> None:
        self.wish = self.wish.as_copy(Copy(picked))
        self.copies.show_options(self._copies())

    def _on_language_picked(self, picked: str) -> None:
        language, _, beside = picked.partition("+")
        self.wish = self.wish.in_language(language, beside)
        self.languages.show_options(self._tongues())

    def _show(self) -> None:
        going(self, ToPaper(self.wish))()


def _named(language: str, beside: str) -> str:
    return f"{language}+{beside}" if beside else language
