"""Stretches of a journey that several tests tell."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pikepdf

from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.model.forms import Question, QuestionKind
from tests.journeys.driver import WardComputer

OWN_WORDS = "These are my own words, number {number}."


def begin_with_sam(pc: WardComputer) -> None:
    """Make the ward, add Sam, and sit down: Sam and Priya are here."""
    pc.set_up_ward()
    pc.add_patient("Sam")
    pc.press("Go on")


def open_form(pc: WardComputer, title: str) -> None:
    """Open a form from Home, and go to its first question; all of them are asked."""
    pc.press(title)
    if pc.heading == "Which questions do you want?":
        pc.press("All of them")
    if not isinstance(pc.screen, QuestionScreen):
        pc.press("Start")


def answer(pc: WardComputer, question: Question, number: int) -> None:
    """Answer a question as its kind asks, with own words too."""
    prompt = pc.heading
    options = [pc.opened.option(question.id, one.id) for one in question.options]
    match question.kind:
        case QuestionKind.WORDS:
            pass
        case QuestionKind.TOPICS:
            pc.fill("Write one topic", f"First {number}")
            pc.press("Add to my list")
            pc.fill("Write one topic", f"Second {number}")
            pc.press("Add to my list")
            pc.press("Down")
        case QuestionKind.PEOPLE:
            pc.fill("Write one name", f"Robin {number}")
            pc.press("Add to my list")
            pc.press(options[0])
        case QuestionKind.DATE:
            pc.press("In one week")
        case QuestionKind.CHOOSE_MANY:
            pc.pick(prompt, options[0])
            pc.pick(prompt, options[2])
        case _:
            pc.pick(prompt, options[1])
    pc.write(OWN_WORDS.format(number=number))


def answer_every_question(pc: WardComputer) -> int:
    """Answer from this question to the last; give how many there were."""
    number = 0
    while isinstance(pc.screen, QuestionScreen):
        number += 1
        answer(pc, pc.question.work.question, number)
        is_last = not any(one == "Next" for one in pc.all_words())
        pc.press("Check my words" if is_last else "Next")
    return number


def share_everything(pc: WardComputer) -> None:
    """Go from "Check your words" to everything being shared."""
    pc.press("Choose what to share")
    if "Share all of these" in pc.all_words():
        pc.press("Share all of these")
    else:
        pc.press("Share")
    shares = [one for one in pc.all_words() if one.startswith("Share ")]
    pc.press(next(one for one in shares if one.split()[1].isdigit()))


def save_paper(pc: WardComputer) -> Path:
    """Go to the paper and save it; give the file."""
    pc.press("Print or save")
    pc.press("Save as a file")
    return pc.answers.folder / pc.answers.names[-1]


def text_of(pdf: Path) -> str:
    """Read a PDF as any reader does."""
    told = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    )
    return " ".join(told.stdout.split())


def words_in(pdf: Path) -> dict[str, Any]:
    """The words that lie inside a PDF as JSON."""
    with pikepdf.open(pdf) as paper:
        inside = paper.attachments["words.json"].get_file().read_bytes()
    found: dict[str, Any] = json.loads(inside)
    return found
