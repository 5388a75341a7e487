"""Where staff see to who opens the ward, and to the people who are named."""

from __future__ import annotations

from coprod_desktop.gui.places import Place
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId


class StaffPlace(Place):
    """A place where staff look after the ward's doors."""

    __slots__ = ()


class NamedPlace(Place):
    """A place where staff see to the two named people."""

    __slots__ = ()


class ToStaff(StaffPlace):
    """What staff can see to."""

    __slots__ = ()


class ToOpeners(StaffPlace):
    """The people who open this ward."""

    __slots__ = ()


class ToAddOpener(StaffPlace):
    """Add somebody who opens this ward."""

    __slots__ = ()


class ToCloseDoor(StaffPlace):
    """Close somebody's door for good, after being asked."""

    __slots__ = ("person",)
    __match_args__ = ("person",)

    def __init__(self, person: PersonId) -> None:
        self.person = person


class ToChangePassphrase(StaffPlace):
    """Somebody changes their own passphrase."""

    __slots__ = ("person",)
    __match_args__ = ("person",)

    def __init__(self, person: PersonId) -> None:
        self.person = person


class ToIdleMinutes(StaffPlace):
    """Choose when the computer locks by itself."""

    __slots__ = ()


class ToPinLength(StaffPlace):
    """Choose how many figures a PIN has."""

    __slots__ = ()


class ToLetStaff(StaffPlace):
    """A member of staff who has no passphrase yet chooses one."""

    __slots__ = ("person",)
    __match_args__ = ("person",)

    def __init__(self, person: PersonId) -> None:
        self.person = person


class ToNamedPeople(NamedPlace):
    """The people who help when a secret is forgotten."""

    __slots__ = ()


class ToNamePerson(NamedPlace):
    """Name somebody of one side."""

    __slots__ = ("side",)
    __match_args__ = ("side",)

    def __init__(self, side: Side) -> None:
        self.side = side


class ToAddOutside(NamedPlace):
    """Add somebody from outside the ward, who stands beside no one patient."""

    __slots__ = ()


class ToOutsidePassphrase(NamedPlace):
    """Somebody from outside the ward chooses a passphrase, and can then be named."""

    __slots__ = ("person",)
    __match_args__ = ("person",)

    def __init__(self, person: PersonId) -> None:
        self.person = person
