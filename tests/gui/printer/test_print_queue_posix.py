"""What CUPS says of a paper becomes one of a few things that can be told in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coprod_desktop.gui.print_ends import ABORTED, CANCELED, COMPLETED
from coprod_desktop.gui.print_queue import (
    PrintJob,
    PrintOrder,
    Standing,
    has_queues,
    send,
    standing_of,
    take_back,
)
from coprod_desktop.model.problem import Problem

JOB = PrintJob("ward", 7)
PRINTER = "printer ward is idle.  enabled since today\n\tno news\n\tAlerts: {}\n"
WAITING = (
    "ward-7    somebody   1024   today\n\tStatus: \n\tAlerts: {}\n\tqueued for ward\n"
)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose programs are found before the computer's own."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)


def lpstat_says(folder: Path, words: str) -> None:
    (folder / "said").write_text(words, "utf-8")
    program(folder, "lpstat", f"cat {folder}/said")


@pytest.mark.parametrize(
    ("printer", "standing"),
    [
        ("none", Standing.PRINTS),
        ("media-empty-error", Standing.NO_PAPER),
        ("media-needed", Standing.NO_PAPER),
        ("media-jam-error", Standing.STUCK),
        ("cover-open-error", Standing.OPEN),
        ("door-open", Standing.OPEN),
        ("toner-empty-error", Standing.NO_INK),
        ("offline-report", Standing.AWAY),
        ("connecting-to-device", Standing.CONNECTS),
        ("paused", Standing.STOPPED),
        ("media-empty-error door-open-error", Standing.OPEN),
        ("media-empty-warning", Standing.PRINTS),
        ("toner-low-report", Standing.PRINTS),
        ("a-reason-of-the-maker", Standing.PRINTS),
    ],
)
def test_what_the_printer_needs_is_known(
    programs: Path, printer: str, standing: Standing
):
    waiting = WAITING.format("job-printing") + PRINTER.format(printer)
    lpstat_says(programs, waiting)

    assert standing_of(JOB) is standing


@pytest.mark.parametrize(
    ("reasons", "standing"),
    [
        ("none", Standing.WAITS),
        ("job-printing", Standing.PRINTS),
        ("job-hold-until-specified", Standing.HELD),
        ("cups-held-for-authentication", Standing.HELD),
    ],
)
def test_what_the_paper_waits_for_is_known(
    programs: Path, reasons: str, standing: Standing
):
    lpstat_says(programs, WAITING.format(reasons) + PRINTER.format("none"))

    assert standing_of(JOB) is standing


@pytest.mark.parametrize(
    ("state", "standing"),
    [
        (COMPLETED, Standing.PRINTED),
        (CANCELED, Standing.TAKEN_BACK),
        (ABORTED, Standing.GIVEN_UP),
        (None, Standing.GONE),
    ],
)
def test_how_it_ended_is_known(
    programs: Path,
    monkeypatch: pytest.MonkeyPatch,
    state: int | None,
    standing: Standing,
):
    lpstat_says(programs, PRINTER.format("none"))
    monkeypatch.setattr(
        "coprod_desktop.gui.print_ends.state_at_the_end",
        lambda queue, number: state if (queue, number) == JOB else None,
    )

    assert standing_of(JOB) is standing
    assert standing.is_over


def test_another_s_paper_says_nothing_of_this_one(programs: Path):
    other = WAITING.replace("ward-7", "ward-77").format("job-hold-until-specified")
    lpstat_says(programs, other + WAITING.format("none") + PRINTER.format("none"))

    assert standing_of(JOB) is Standing.WAITS


def test_a_queue_that_does_not_answer_is_not_guessed_at(
    programs: Path, monkeypatch: pytest.MonkeyPatch
):
    program(programs, "lpstat", "exit 1")
    assert standing_of(JOB) is Standing.UNSEEN

    monkeypatch.setattr("coprod_desktop.gui.print_queue.ASKING_S", 0.05)
    program(programs, "lpstat", "exec cat < /dev/zero > /dev/null")
    assert standing_of(JOB) is Standing.UNSEEN


def test_a_paper_that_cannot_be_taken_back_is_a_problem_in_words(programs: Path):
    program(programs, "cancel", "exit 1")

    with pytest.raises(Problem) as refused:
        take_back(JOB)

    assert refused.value.key == "printing.not_taken_back"


def test_a_queue_that_names_no_job_took_nothing(programs: Path):
    program(programs, "lp", "cat > /dev/null; echo all is well")

    with pytest.raises(Problem) as refused:
        send(b"%PDF", PrintOrder("ward", "Care document"))

    assert refused.value.key == "paper.print_failed"


def test_what_was_chosen_reaches_the_program_as_words_of_their_own(programs: Path):
    told = programs / "told"
    script = f"printf '%s\\n' \"$@\" > {told}; cat > /dev/null; echo request ward-12"
    program(programs, "lp", script)
    order = PrintOrder("ward", "Care; $(touch x) document", 2, (("media", "A4"),))

    job = send(b"%PDF", order)

    assert job == PrintJob("ward", 12)
    assert told.read_text("utf-8").splitlines() == [
        *("-d", "ward", "-n", "2"),
        *("-t", "Care; $(touch x) document", "-o", "media=A4"),
    ]


def test_without_the_programs_there_are_no_queues(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not has_queues()


def test_only_what_somebody_must_see_to_is_trouble():
    calm = [one for one in Standing if not one.is_trouble]

    assert calm == [
        *(Standing.WAITS, Standing.PRINTS, Standing.DRAWS),
        *(Standing.PRINTED, Standing.TAKEN_BACK),
        *(Standing.SENT, Standing.NOT_WANTED),
    ]
