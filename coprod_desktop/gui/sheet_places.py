"""Where people go with sheets that were filled in by hand."""

from __future__ import annotations

from coprod_desktop.gui.places import Place


class SheetPlace(Place):
    """A place about photographs of sheets."""

    __slots__ = ()


class ToKeepPhotograph(SheetPlace):
    """Choose a photograph or scan of a sheet, and keep it."""

    __slots__ = ("code",)
    __match_args__ = ("code",)

    def __init__(self, code: str = "") -> None:
        self.code = code
        """What was typed of the sheet's code."""


class ToPhotographs(SheetPlace):
    """Look at the photographs of a form's sheets that are kept."""

    __slots__ = ("question",)
    __match_args__ = ("question",)

    def __init__(self, question: str = "") -> None:
        self.question = question
        """Only those of sheets that this question stands on; empty for all."""
