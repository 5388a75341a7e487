"""Who may change which words. One place, asked by everybody."""

from __future__ import annotations

from coprod_desktop.model.authored_text import Attribution, AuthoredText
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import NotYourWords


def may_change_run(pen: Attribution, run: Attribution) -> bool:
    """Whether a pen may change words that stand under an attribution.

    Words are their voice's. What the voice wrote with their own hand only their own
    hand changes; what somebody wrote down for them, anybody who writes for them may
    mend, and it then waits to be read back again.
    """
    if pen.voice != run.voice:
        return False
    return pen.is_own_hand or not run.is_own_hand


def who_forbids(
    pen: Attribution, text: AuthoredText, at: int, gone: int
) -> PersonId | None:
    """Return whose words an edit of ``gone`` code points at ``at`` would change.

    None means that the pen may do it. Writing between two code points that the pen
    may not change is changing them too: "I do | want" needs only one word.
    """
    touched = text.attributions(at, at + gone)
    for run in touched:
        if not may_change_run(pen, run):
            return run.voice
    before = text.attributions(at - 1, at) if at else ()
    after = text.attributions(at + gone, at + gone + 1)
    if before and after and not gone:
        locked = [one for one in (*before, *after) if not may_change_run(pen, one)]
        if len(locked) == 2:
            return locked[0].voice
    return None


def check_edit(pen: Attribution, text: AuthoredText, at: int, gone: int) -> None:
    """Refuse an edit of somebody else's words.

    Raises:
        NotYourWords: The range holds words that this pen may not change.
    """
    owner = who_forbids(pen, text, at, gone)
    if owner is not None:
        raise NotYourWords(owner)
