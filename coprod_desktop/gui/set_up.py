"""What the set-up screens have been told so far. Nothing is written before the last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from coprod_desktop.model.people import Role


class SetUpStep(StrEnum):
    """The screens of setting up, in their order."""

    WELCOME = "welcome"
    WARD = "ward"
    STAFF = "staff"
    PASSPHRASE = "passphrase"  # noqa: S105 - a screen, not a secret
    CODE = "code"
    CODE_BACK = "code_back"
    MEETING = "meeting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ToSetUpStep:
    """One screen of setting up."""

    step: SetUpStep


@dataclass(frozen=True, slots=True)
class SetUpAnswers:
    """What somebody told the set-up screens. Secrets never show themselves."""

    ward: str = ""
    name: str = ""
    title: str = ""
    role: Role | None = None
    meeting: str = ""
    passphrase: str = field(default="", repr=False)
    code: str = field(default="", repr=False)


@dataclass(slots=True)
class SetUp:
    """The answers so far, and what the screens may ask of the ward's doorway."""

    new_code: Callable[[], str]
    is_same_code: Callable[[str, str], bool]
    make: Callable[[SetUpAnswers], object]
    """Makes the ward from all answers; slow. Raises Problem."""
    made: Callable[[object], None]
    """Takes over the ward that was made."""
    answers: SetUpAnswers = SetUpAnswers()

    def note(self, **told: Any) -> None:
        """Keep what somebody told; ``told`` names fields of :class:`SetUpAnswers`."""
        self.answers = replace(self.answers, **told)
