"""Home: what would you like to do?"""

from __future__ import annotations

from coprod_desktop.gui.going import going
from coprod_desktop.gui.own_tiles import OwnTile
from coprod_desktop.gui.places import ToForm, ToWhoIsHere
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.workspace.sitting import Sitting
from coprod_desktop.workspace.sitting import Tile as FormTile

LONG_DAYS = 7
"""From so many days without new words on, Home says how many."""


class HomeScreen(Screen):
    """One tile a form, with how far it is in words; then what is a person's own.

    Whoever came in alone cannot say who else is here: that is for staff.
    """

    def __init__(
        self,
        stage: Stage,
        sitting: Sitting,
        own: tuple[OwnTile, ...] = (),
        *,
        is_alone: bool = False,
    ) -> None:
        words = stage.words
        is_private = sitting.is_patient_here
        frame = Frame(
            words.text("home.title"),
            back=None if is_alone else ToWhoIsHere(),
            private=words.text("private.unshared") if is_private else "",
        )
        super().__init__(stage, frame)
        self._sitting = sitting
        tiles = WrapLayout(columns=2)
        tiles.setSpacing(12)
        self.tiles = (
            *(self._tile(form) for form in sitting.tiles()),
            *(Tile(stage, one.view, going(self, one.place)) for one in own),
        )
        for tile in self.tiles:
            tiles.addWidget(tile)
        if not is_private:
            only = words.text("home.only_shared", name=sitting.patient.name)
            self.body.addWidget(Notice(stage, only))
        self.body.addLayout(tiles)
        self.body.addStretch(1)

    def _tile(self, form: FormTile) -> Tile:
        template = form.form.template
        view = TileView(
            form.form.words.title,
            form.form.words.summary,
            self._status(form),
            template.picture,
        )
        return Tile(self.stage, view, lambda: self.went.emit(ToForm(template.id)))

    def _status(self, form: FormTile) -> str:
        """Return how far a form is, and whether others wrote something new."""
        words = self.stage.words
        if form.line is None:
            return words.text("home.not_started")
        is_own, name = self._sitting.is_patient_here, self._sitting.patient.name
        key = "home.wrote" if is_own else "home.shared"
        state = words.plural(key, form.asked, done=form.answered)
        more = []
        if form.silent_days is not None and form.silent_days >= LONG_DAYS:
            since = "home.silent_yours" if is_own else "home.silent"
            more.append(words.plural(since, form.silent_days, name=name))
        if form.news:
            more.append(words.plural("home.news", form.news))
        for news in more:
            state = words.text("home.with_news", state=state, news=news)
        return state
