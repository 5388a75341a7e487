"""The screens of setting up. Loaded only where there is no ward yet."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from coprod_desktop.gui.set_up import SetUp, SetUpAnswers, SetUpStep, ToSetUpStep
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.settings import MEETING

if TYPE_CHECKING:
    from coprod_desktop.gui.asking import Asking
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.workspace.doorway import Doorway
    from coprod_desktop.workspace.ward import Ward

_SCREENS = {
    SetUpStep.WELCOME: "SetUpWelcomeScreen",
    SetUpStep.WARD: "SetUpWardScreen",
    SetUpStep.STAFF: "SetUpStaffScreen",
    SetUpStep.PASSPHRASE: "SetUpPassphraseScreen",
    SetUpStep.CODE: "SetUpCodeScreen",
    SetUpStep.CODE_BACK: "SetUpCodeBackScreen",
    SetUpStep.MEETING: "SetUpMeetingScreen",
    SetUpStep.DONE: "SetUpDoneScreen",
}


class SetUpRoutes:
    """Makes the screen for a step, with what was answered so far."""

    def __init__(
        self,
        stage: Stage,
        asking: Asking,
        doorway: Doorway,
        take_ward: Callable[[Ward], None],
    ) -> None:
        self._stage = stage
        self._asking = asking
        self._doorway = doorway
        self.so_far = SetUp(
            new_code=doorway.new_recovery_code,
            is_same_code=doorway.is_same_code,
            make=self._make_ward,
            made=lambda ward: take_ward(cast("Ward", ward)),
        )

    def screen_for(self, place: ToSetUpStep) -> Screen:
        """Make the screen for a step."""
        module = f"coprod_desktop.gui.screens.set_up_{place.step.value}"
        make: Callable[..., Screen] = getattr(
            import_module(module), _SCREENS[place.step]
        )
        if place.step is SetUpStep.CODE:
            return make(self._stage, self.so_far, self._asking)
        return make(self._stage, self.so_far)

    def _make_ward(self, answers: SetUpAnswers) -> Ward:
        """Make the ward from what was answered; runs beside the window."""
        if answers.role is None:
            raise LookupError("no work was chosen")
        doorway = self._doorway
        staff = doorway.first_member(answers.name, answers.role, answers.title)
        ward = doorway.make_ward(answers.ward, staff, answers.passphrase, answers.code)
        try:
            ward.set_setting(MEETING, answers.meeting)
        except Problem:
            ward.close()
            raise
        return ward
