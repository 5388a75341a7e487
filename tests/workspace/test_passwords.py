"""Passwords for files: suggested ones are strong, and weak ones are told."""

from __future__ import annotations

import re
import secrets

import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.paper_checking import PaperChecking
from coprod_desktop.workspace.passwords import check_password, suggested
from coprod_desktop.workspace.verifying import verify_pdf
from tests.workspace.wards import QUESTION, write

SECRET = "five slow green boats"


def test_a_suggested_password_is_sixteen_signs_by_chance():
    made = {suggested(secrets.token_bytes) for _ in range(50)}

    assert len(made) == 50
    for one in made:
        assert re.fullmatch("([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}", one)
    check_password(made.pop())


@pytest.mark.parametrize(
    ("password", "key"),
    [("short", "password.short"), ("aaaabbbbaaaabbbb", "password.plain")],
)
def test_a_password_that_is_easy_to_guess_is_told(password: str, key: str):
    with pytest.raises(Problem) as told:
        check_password(password)

    assert told.value.key == key
    assert password not in repr(told.value.named)


def test_a_paper_is_saved_under_a_password_and_checked_with_it(
    document, ward, tmp_path
):
    write(document, QUESTION, "I like walks")
    document.sharing.share(document.sharing.unshared())

    saved = document.papers.export(tmp_path / "paper.pdf", password=SECRET)

    pdf = saved.read_bytes()
    with pytest.raises(Problem) as told:
        verify_pdf(ward.store, pdf, ward.shelf)
    assert told.value.key == "pdf.problem.locked"
    words = read_catalogue("en")
    assert PaperChecking(ward).file(pdf, words, SECRET).mood == "good"


def test_the_password_stands_in_no_file_of_the_ward(document, folder, tmp_path):
    write(document, QUESTION, "I like walks")
    document.sharing.share(document.sharing.unshared())

    document.papers.export(tmp_path / "paper.pdf", password=SECRET)

    held = [one.read_bytes() for one in folder.rglob("*") if one.is_file()]
    assert held
    assert not any(SECRET.encode() in one for one in held)


def test_nothing_is_saved_under_a_password_that_is_too_long(document, tmp_path):
    write(document, QUESTION, "I like walks")
    document.sharing.share(document.sharing.unshared())

    with pytest.raises(Problem):
        document.papers.export(tmp_path / "paper.pdf", password="x" * 200)

    assert list(tmp_path.glob("paper*")) == []
