"""Where people go to sign in as themselves, and where two named people help them."""

from __future__ import annotations

from coprod_desktop.gui.places import Place
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId


class VoicePlace(Place):
    """A place of signing in."""

    __slots__ = ()


class OfSomebody(VoicePlace):
    """A place that is about one person."""

    __slots__ = ("person",)
    __match_args__ = ("person",)

    def __init__(self, person: PersonId) -> None:
        self.person = person


class ToSignIn(OfSomebody):
    """Somebody signs in on the way from who is here to their forms."""

    __slots__ = ()


class ToSignInFirst(OfSomebody):
    """Somebody signs in, and comes back to who is here."""

    __slots__ = ()


class ToVoiceNews(OfSomebody):
    """What somebody must be told before anything else."""

    __slots__ = ()


class ToChooseSignIn(OfSomebody):
    """Choose between a PIN and own pictures."""

    __slots__ = ()


class ToMakePin(OfSomebody):
    """Type figures that only this person knows, twice."""

    __slots__ = ()


class ToMakePictures(OfSomebody):
    """Choose own pictures."""

    __slots__ = ()


class TogetherPlace(Place):
    """A place of what takes two named people."""

    __slots__ = ()


class ToForgotten(TogetherPlace):
    """Begin to help somebody whose secret is forgotten."""

    __slots__ = ("person",)
    __match_args__ = ("person",)

    def __init__(self, person: PersonId) -> None:
        self.person = person


class ToEmergency(TogetherPlace):
    """Say whose private words are needed in an emergency, and why."""

    __slots__ = ()


class ToNamedSecret(TogetherPlace):
    """Somebody named on one side gives their secret."""

    __slots__ = ("side",)
    __match_args__ = ("side",)

    def __init__(self, side: Side) -> None:
        self.side = side


class ToRenewSignIn(TogetherPlace):
    """Choose a new way to sign in, with the help of two."""

    __slots__ = ()


class ToRenewPin(TogetherPlace):
    """Make a new PIN, with the help of two."""

    __slots__ = ()


class ToRenewPictures(TogetherPlace):
    """Choose new pictures, with the help of two."""

    __slots__ = ()


class ToRenewed(TogetherPlace):
    """Told what came of it."""

    __slots__ = ()


class ToOpenedDrafts(TogetherPlace):
    """Read private words that two have opened."""

    __slots__ = ()
