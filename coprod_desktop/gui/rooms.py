"""The rooms beside the forms: signing in, two named people, and what staff see to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui.staff_places import NamedPlace, StaffPlace
from coprod_desktop.gui.voice_places import TogetherPlace, VoicePlace

if TYPE_CHECKING:
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.session import Session
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.gui.together_routes import TogetherRoutes
    from coprod_desktop.gui.voice_routes import VoiceRoutes

# Each is loaded when somebody first goes there.
# ruff: noqa: PLC0415


class Rooms:
    """Lives as long as the ward is open, and knows who has put signing in off."""

    def __init__(
        self, stage: Stage, session: Session, *, is_example: bool = False
    ) -> None:
        self._stage = stage
        self._is_example = is_example
        self._session = session
        self._voices: VoiceRoutes | None = None
        self._together: TogetherRoutes | None = None

    @property
    def voices(self) -> VoiceRoutes:
        """Who has signed in, and who does next."""
        from coprod_desktop.gui.voice_routes import VoiceRoutes

        if self._voices is None:
            self._voices = VoiceRoutes(
                self._stage, self._session, is_example=self._is_example
            )
        return self._voices

    def news_of_opening(self) -> Screen | None:
        """Make the screen on which staff read what opening the ward has found."""
        from coprod_desktop.gui.screens.opening_news import OpeningNewsScreen

        noticed = self._session.noticed
        if noticed is None or not noticed.untold:
            return None
        text = self._stage.words.text
        sentences = [text(one.key, **one.named) for one in noticed.untold]
        return OpeningNewsScreen(self._stage, sentences, noticed.was_told)

    def who_is_here(self) -> Screen:
        """Make the screen on which it is said who is in the room.

        Raises:
            Problem: Words could not be saved; nobody is sent away.
        """
        from coprod_desktop.gui.screens.who_is_here import Room, WhoIsHereScreen

        session, voices = self._session, self.voices
        session.leave_people()
        self.end_errand()
        room = Room(
            session.ward.people,
            session.gathering,
            session.gather,
            voices.sit_down,
            voices.voice_line,
            voices.put_off,
            voices.sign_out,
            voices.take_told(),
        )
        return WhoIsHereScreen(self._stage, room)

    def screen_for(self, place: object) -> Screen | None:
        """Make the screen for a place; None where it is in none of these rooms.

        Raises:
            Problem: What the screen shows cannot be opened; nothing was changed.
        """
        if isinstance(place, TogetherPlace):
            return self._of_two(place)
        self.end_errand()
        if isinstance(place, VoicePlace):
            return self.voices.screen_for(place)
        if isinstance(place, StaffPlace):
            from coprod_desktop.gui.staff_routes import StaffRoutes

            return StaffRoutes(self._stage, self._session).screen_for(place)
        if isinstance(place, NamedPlace):
            from coprod_desktop.gui.named_routes import NamedRoutes

            return NamedRoutes(self._stage, self._session).screen_for(place)
        return None

    def end_errand(self) -> None:
        """Forget what two named people gave: whoever left may not go on with it."""
        self._together = None

    def _of_two(self, place: TogetherPlace) -> Screen:
        from coprod_desktop.gui.together_routes import TogetherRoutes

        if self._together is None:
            self._together = TogetherRoutes(self._stage, self._session)
        return self._together.screen_for(place)
