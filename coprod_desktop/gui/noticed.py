"""What was found about an open ward's files, and whether staff have read it."""

from __future__ import annotations

from coprod_desktop.workspace.checking import RecordCheck
from coprod_desktop.workspace.opening_news import OpeningNews, check_news, opening_news
from coprod_desktop.workspace.ward import Ward


class Noticed:
    """Begins to read the record over. Stop it before the ward is closed."""

    def __init__(self, ward: Ward) -> None:
        self._store = ward.store
        self._was_told: frozenset[str] = frozenset()
        self.check = RecordCheck(ward.store)
        self.check.start()

    @property
    def untold(self) -> tuple[OpeningNews, ...]:
        """What nobody has read yet."""
        found = (*opening_news(self._store), *check_news(self.check.state))
        return tuple(one for one in found if one.key not in self._was_told)

    def was_told(self) -> None:
        """Tell no more of what was noticed until now."""
        self._was_told |= {one.key for one in self.untold}

    def stop(self) -> None:
        """End the reading over."""
        self.check.stop()
