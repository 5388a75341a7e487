"""A scribe gives what they wrote down, and leaves the voice's own words alone."""

import pytest

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Choice, Item, Said, WayOut, choose
from coprod_desktop.model.scribing import may_share_as_scribe

SAM, PRIYA, ROBIN = PersonId("sam"), PersonId("priya"), PersonId("robin")
OWN = Attribution(SAM, SAM, Mode.TYPED)
BY_PRIYA = Attribution(SAM, PRIYA, Mode.WORD_FOR_WORD)
BY_ROBIN = Attribution(SAM, ROBIN, Mode.SUMMARISED)

MINE = AuthoredText.by(OWN, "I want tea.")
HERS = AuthoredText.by(BY_PRIYA, " And quiet.")
HIS = AuthoredText.by(BY_ROBIN, " And rest at noon.")


def may(before: Said | None, after: Said) -> bool:
    """Whether Priya may share this for Sam."""
    return may_share_as_scribe(before, after, PRIYA)


def test_what_one_wrote_down_may_be_given():
    assert may(None, Said(text=HERS))
    assert may(Said(text=MINE), Said(text=MINE + HERS))
    assert may(Said(text=HERS), Said(text=AuthoredText.by(BY_PRIYA, "Quiet.")))


@pytest.mark.parametrize("after", [Said(), Said(text=MINE), Said(text=HIS)])
def test_what_one_did_not_write_may_not_be_given(after: Said):
    assert not may(None, after)
    assert not may(after, after)


@pytest.mark.parametrize(
    "after",
    [
        HERS,
        MINE.part(0, 6) + HERS,
        HERS + MINE + AuthoredText.by(OWN, "!"),
        MINE + MINE,
    ],
)
def test_the_voices_own_words_stay_as_they_were_shared(after: AuthoredText):
    assert not may(Said(text=MINE), Said(text=after + HERS))


def test_what_another_scribe_wrote_may_be_cut_but_not_added_to():
    stood = Said(text=MINE + HIS)

    assert may(stood, Said(text=MINE + HERS))
    assert may(stood, Said(text=MINE + HIS.part(0, 9) + HERS))
    assert not may(stood, Said(text=MINE + HIS + AuthoredText.by(BY_ROBIN, "!") + HERS))


def test_what_the_voice_picked_themselves_stays_picked():
    yes, no = choose(OWN, "yes"), choose(BY_PRIYA, "no")

    assert may(Said(chosen=(yes,)), Said(chosen=(yes, no)))
    assert not may(Said(chosen=(yes,)), Said(chosen=(no,)))
    assert not may(None, Said(chosen=(choose(BY_ROBIN, "yes"), no)))
    assert may(Said(chosen=(choose(BY_ROBIN, "yes"),)), Said(chosen=(no,)))


def test_a_way_out_that_the_voice_took_stays_unless_they_said_later():
    for way, may_end in ((WayOut.DECLINED, False), (WayOut.LATER, True)):
        stood = Said(way_out=choose(OWN, way))

        assert may(stood, Said(text=HERS)) is may_end
        assert may(stood, Said(text=HERS, way_out=stood.way_out))
        other = choose(BY_PRIYA, WayOut.DONT_KNOW)
        assert not may(stood, Said(text=HERS, way_out=other))
    assert may(Said(way_out=choose(BY_ROBIN, WayOut.DECLINED)), Said(text=HERS))


def test_lines_that_the_voice_wrote_or_marked_stay():
    wants = Choice("want", Attribution(SAM, SAM, Mode.CHOSEN))
    mine, marked = Item(MINE), Item(HIS, wants)
    hers, his = Item(HERS), Item(HIS)
    stood = Said(items=(mine, marked, his))

    assert may(stood, Said(items=(mine, marked, hers)))
    assert may(stood, Said(items=(hers, his, mine, marked)))
    assert not may(stood, Said(items=(marked, mine, hers)))
    assert not may(stood, Said(items=(mine, his, hers)))
    assert not may(stood, Said(items=(mine, marked, Item(HERS, wants))))
