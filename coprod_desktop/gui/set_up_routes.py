"""The screens of setting up. Loaded only where there is no ward yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from coprod_desktop.gui.screens.set_up_code import SetUpCodeScreen
from coprod_desktop.gui.screens.set_up_code_back import SetUpCodeBackScreen
from coprod_desktop.gui.screens.set_up_done import SetUpDoneScreen
from coprod_desktop.gui.screens.set_up_meeting import SetUpMeetingScreen
from coprod_desktop.gui.screens.set_up_passphrase import SetUpPassphraseScreen
from coprod_desktop.gui.screens.set_up_staff import SetUpStaffScreen
from coprod_desktop.gui.screens.set_up_ward import SetUpWardScreen
from coprod_desktop.gui.screens.set_up_welcome import SetUpWelcomeScreen
from coprod_desktop.gui.set_up import SetUp, SetUpAnswers, SetUpStep, ToSetUpStep
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.settings import MEETING

if TYPE_CHECKING:
    from coprod_desktop.gui.asking import Asking
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.workspace.doorway import Doorway
    from coprod_desktop.workspace.ward import Ward
_SCREENS: dict[SetUpStep, Callable[[Stage, SetUp], Screen]] = {
    SetUpStep.WELCOME: SetUpWelcomeScreen,
    SetUpStep.WARD: SetUpWardScreen,
    SetUpStep.STAFF: SetUpStaffScreen,
    SetUpStep.PASSPHRASE: SetUpPassphraseScreen,
    SetUpStep.CODE_BACK: SetUpCodeBackScreen,
    SetUpStep.MEETING: SetUpMeetingScreen,
    SetUpStep.DONE: SetUpDoneScreen,
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
        stage, so_far = self._stage, self.so_far
        if place.step is SetUpStep.CODE:
            return SetUpCodeScreen(stage, so_far, self._asking)
        return _SCREENS[place.step](stage, so_far)

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
