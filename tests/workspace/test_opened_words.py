"""Private words that two people opened stand under the questions they answer."""

from __future__ import annotations

import pytest

from coprod_desktop.content.pictures import meanings
from coprod_desktop.gui.draft_views import draft_views
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.documents import Standing
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.flags import FlagTo
from coprod_desktop.workspace.guardians import OpenedDrafts
from coprod_desktop.workspace.opened_words import opened_words
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import (
    CASEY_PASSPHRASE,
    FORM,
    PASSPHRASE,
    PIN,
    QUESTION,
    Cast,
    own,
    write,
)

WORDS = "Nobody has read this."


def opened_drafts(ward: Ward, cast: Cast) -> OpenedDrafts:
    return ward.guardians.open_drafts(
        cast.sam,
        cast.priya,
        PASSPHRASE,
        cast.casey,
        CASEY_PASSPHRASE,
        "We fear for Sam.",
    )


@pytest.fixture
def with_drafts(keyed: Ward, cast: Cast) -> Ward:
    """Sam has written privately: words, a choice, and what is not fair."""
    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    document = keyed.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, WORDS)
    document.writing.choose("do-this-now", "yes")
    document.close()
    keyed.flags.raise_flag(cast.sam, own(cast.sam), "Not fair.", FlagTo.PRIVATE)
    keyed.voices.close(cast.sam)
    return keyed


def test_each_draft_comes_with_its_form_and_is_not_shared(
    with_drafts: Ward, cast: Cast
):
    found = opened_words(with_drafts, opened_drafts(with_drafts, cast))

    by_question = {one.card.question: one for one in found}
    told = by_question[QUESTION]
    assert told.card.said.text.text == WORDS
    assert told.form is not None
    assert told.form.template.id == FORM
    assert told.card.standing is Standing.OWN_HAND
    assert not told.card.is_shared
    assert not told.card.can_write


def test_words_outside_every_form_are_there_too(with_drafts: Ward, cast: Cast):
    found = opened_words(with_drafts, opened_drafts(with_drafts, cast))

    [free] = [one for one in found if one.form is None]
    assert free.card.said.text.text == "Not fair."


def test_they_are_shown_form_by_form_with_what_was_chosen(
    with_drafts: Ward, cast: Cast
):
    ward, words = with_drafts, read_catalogue("en")
    found = opened_words(ward, opened_drafts(ward, cast))

    views = draft_views(words, ward.people, found)

    shown = {(one.form, one.question): one.card for one in views}
    form = ward.form(FORM).words
    assert shown[form.title, form.prompts[QUESTION]].words == WORDS
    chosen = shown[form.title, form.prompts["do-this-now"]].pieces
    assert [one.words for one in chosen] == [form.options["do-this-now"]["yes"]]
    assert {one.picture for one in chosen} <= meanings()
    assert shown["Words outside the forms", ""].words == "Not fair."
    titles = [one.form for one in views]
    assert titles == sorted(titles, key=titles.index)


def test_words_that_staff_wrote_down_say_so(keyed: Ward, cast: Cast):
    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(
        next(
            one.attribution
            for one in document.pens()
            if one.voice.id == cast.sam and one.attribution.mode is Mode.WORD_FOR_WORD
        )
    )
    write(document, QUESTION, WORDS)
    document.close()

    found = opened_words(keyed, opened_drafts(keyed, cast))

    [view] = draft_views(read_catalogue("en"), keyed.people, found)
    assert "Priya" in view.card.manner


def test_when_the_time_is_over_there_is_nothing_to_show(with_drafts: Ward, cast: Cast):
    opened = opened_drafts(with_drafts, cast)
    opened.close()

    with pytest.raises(Problem) as told:
        opened_words(with_drafts, opened)

    assert told.value.key == "workspace.drafts_closed_again"
