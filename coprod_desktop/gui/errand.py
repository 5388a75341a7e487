"""What two named people have been asked for, and what they gave so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from coprod_desktop.gui.secret_field import Secret
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId
from coprod_desktop.workspace.guardians import OpenedDrafts


@dataclass(slots=True)
class Errand:
    """Lives from the first of the two to the end of it, and never longer."""

    patient: PersonId
    reason: str = field(default="", repr=False)
    """Why private words are needed; empty where a secret was forgotten."""
    given: dict[Side, tuple[PersonId, Secret]] = field(default_factory=dict, repr=False)
    has_come_back: bool = False
    """Whether private words came back with the new sign-in."""
    opened: OpenedDrafts | None = field(default=None, repr=False)

    @property
    def is_emergency(self) -> bool:
        """Whether private words are to be read."""
        return bool(self.reason)
