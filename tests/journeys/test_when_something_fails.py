"""What a person sees when words cannot be saved or printed: they are still there."""

from __future__ import annotations

import pytest

from coprod_desktop.model.problem import Problem
from tests.journeys.driver import WardComputer
from tests.journeys.stories import begin_with_sam, open_form, share_everything
from tests.journeys.test_written_for_the_patient import come_back, sit_down_together


class FullDisk:
    """Stands before the real drafts: full until somebody makes room."""

    def __init__(self, patch: pytest.MonkeyPatch, drafts: object) -> None:
        self.is_full = True
        save = type(drafts).save  # type: ignore[attr-defined]

        def saving(this: object, *draft: object) -> None:
            if self.is_full:
                raise Problem("store.disk_full")
            save(this, *draft)

        patch.setattr(type(drafts), "save", saving)


def begin_to_write(pc: WardComputer) -> None:
    """Sam opens the care plan at its first question in words."""
    begin_with_sam(pc)
    open_form(pc, "My care plan")
    pc.press("Next")


def test_words_that_cannot_be_saved_stay_on_the_screen_with_a_sentence(
    pc: WardComputer, monkeypatch: pytest.MonkeyPatch
):
    begin_to_write(pc)
    heading = pc.heading
    disk = FullDisk(monkeypatch, pc.program.routes.session.ward.store.drafts)

    pc.write("Words that must not be lost.")
    pc.press("Next")
    assert pc.heading == heading
    assert pc.box.words == "Words that must not be lost."
    assert pc.question.status.words == "Not saved. Your words are still here"
    assert pc.sees(pc.words.text("store.disk_full"))
    disk.is_full = False
    pc.press("Next")

    assert pc.heading != heading


def test_saved_is_said_only_after_the_commit(
    pc: WardComputer, monkeypatch: pytest.MonkeyPatch
):
    begin_to_write(pc)

    pc.write("Some words")
    assert pc.question.status.words in {"Not saved yet", "Saving", "Saved"}
    pc.wait_until_saved()

    store = pc.program.routes.session.ward.store
    document = pc.opened.document
    kept = store.drafts.of(document.id, [document.patient.id])
    assert [one.said.text.text for one in kept] == ["Some words"]


def test_a_computer_without_a_printer_says_so_and_the_paper_can_be_saved(
    pc: WardComputer,
):
    begin_to_write(pc)
    pc.write("Some words")
    pc.press("All questions")
    pc.press("Check my words")
    share_everything(pc)
    pc.answers.has_a_printer = False

    pc.press("Print or save")
    pc.press("Print")

    assert pc.notice == pc.words.text("paper.no_printer")
    assert pc.answers.titles == []


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(pc: WardComputer):
    begin_to_write(pc)
    pc.write("Some words")
    pc.press("All questions")
    pc.press("Check my words")
    share_everything(pc)
    pc.answers.folder = pc.answers.folder / "gone"

    pc.press("Print or save")
    pc.press("Save as a file")

    assert pc.notice == pc.words.text("workspace.export_place_gone")
    assert not pc.answers.folder.exists()


def test_nothing_is_shared_that_was_not_chosen(pc: WardComputer):
    begin_to_write(pc)
    pc.write("Mine alone")
    pc.press("All questions")
    pc.press("Check my words")
    pc.press("Choose what to share")

    pc.press("Share")  # the choice beside the words comes first on the screen
    pc.press("Keep private")
    pc.hands.press(pc.button("Share", pc.screen._bar))
    pc.rest()

    assert pc.notice == pc.words.text("share.none_chosen")
    assert pc.opened.document.sharing.unshared()


def test_leaving_words_about_anothers_words_is_warned_of_once(pc: WardComputer):
    sit_down_together(pc)
    open_form(pc, "My care plan")
    pc.press("Next")
    pc.press("Priya, Nurse")
    pc.write("A nurse's view.")
    pc.press("All questions")
    pc.press("Check my words")
    share_everything(pc)
    come_back(pc)
    pc.press("My care plan")
    pc.press("All questions")
    pc.press("What does recovery look like to me?")
    pc.press("I see it differently")
    pc.write("I think", pc.screen.editor)  # type: ignore[attr-defined]

    pc.press("Back")
    assert pc.notice == pc.words.text("differ.not_saved")
    pc.press("Back")

    assert pc.heading == "What does recovery look like to me?"


def test_a_line_that_was_not_added_yet_is_there_after_finishing_and_locking(
    pc: WardComputer,
):
    begin_with_sam(pc)
    open_form(pc, "My ward round")
    while pc.heading != "What do I want to talk about, in my order?":
        pc.press("Next")
    pc.fill("Write one topic", "Going home")

    come_back(pc)
    pc.press("My ward round")

    items = pc.question.work.card.said.items
    assert [one.words.text for one in items] == ["Going home"]
