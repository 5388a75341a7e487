"""Checking a printed page by its code, or a PDF, for staff and for who sits here."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.paper_checking import (
    MOST_BYTES,
    Answer,
    PaperChecking,
    pdf_at,
)
from coprod_desktop.workspace.printable import read_printable
from tests.workspace.wards import QUESTION, write

WORDS = read_catalogue("en")


def share(document, words: str) -> None:
    write(document, QUESTION, words)
    document.sharing.share(document.sharing.unshared())


@pytest.fixture
def printed(document) -> bytes:
    share(document, "I like walks")
    pdf: bytes = document.papers.pdf()
    return pdf


def code_of(ward, document, language: str = "en") -> str:
    found = read_printable(ward.store, document.id, ward.shelf, language)
    return found.check_code


def for_staff(ward) -> PaperChecking:
    return PaperChecking(ward)


def for_patient(ward, person) -> PaperChecking:
    return PaperChecking(ward, ward.people[person])


def locked(pdf: bytes, password: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(password, password))
    return out.getvalue()


def with_other_word(pdf: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            drawn = page.Contents.read_bytes()
            new = drawn.replace(b"like walks", b"hate walks")
            page.Contents = opened.make_stream(new)
        opened.save(out)
    return out.getvalue()


def test_the_code_of_a_page_names_the_form_and_the_day(ward, printed, document):
    answer = for_staff(ward).code(code_of(ward, document), WORDS)

    assert answer.mood == "good"
    assert "My care plan, of Sam Example" in answer.says
    assert "Nothing was added since" in answer.says
    assert answer.careful == WORDS.text("check_paper.code_only")
    assert "I like walks" not in repr(answer)


def test_a_code_is_known_however_it_is_typed(ward, printed, document):
    code = code_of(ward, document)
    typed = f"  {code[:2].lower()} {code[2:4]} - {code[5:]} ".replace("0", "o")

    assert for_staff(ward).code(typed.replace("1", "l"), WORDS).mood == "good"


def test_an_earlier_page_is_known_and_told_to_be_no_longer_the_newest(
    ward, printed, document
):
    code = code_of(ward, document)
    share(document, " a lot")

    answer = for_staff(ward).code(code, WORDS)

    assert answer.mood == "calm"
    assert "Words were added since" in answer.says


def test_a_page_in_another_language_is_known(ward, printed, document):
    code = code_of(ward, document, "cy")
    assert code != code_of(ward, document)

    assert for_staff(ward).code(code, WORDS).mood == "good"


def test_one_wrong_sign_is_told_kindly_and_no_form_is_named(ward, printed, document):
    code = code_of(ward, document)
    other = "A" if code[-1] != "A" else "B"

    answer = for_staff(ward).code(code[:-1] + other, WORDS)

    assert answer == Answer(WORDS.text("check_paper.code_slip"))


def test_a_code_that_nobody_has_is_told_to_be_none_of_ours(ward, printed):
    answer = for_staff(ward).code("0000-0000", WORDS)

    assert answer == Answer(WORDS.text("check_paper.code_foreign"))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("7F3K-9QW", "pdf.problem.code_length"),
        ("7F3K-9QWDD", "pdf.problem.code_length"),
        ("UUUU-UUUU", "pdf.problem.code_sign"),
    ],
)
def test_what_cannot_be_a_code_is_told(ward, typed: str, key: str):
    with pytest.raises(Problem) as told:
        for_staff(ward).code(typed, WORDS)

    assert told.value.key == key


def test_a_search_can_be_stopped(ward, printed, document):
    def stop(done: int, of: int) -> None:
        raise Problem("check_paper.stopped")

    with pytest.raises(Problem) as told:
        PaperChecking(ward).code(code_of(ward, document), WORDS, stop)

    assert told.value.key == "check_paper.stopped"


def test_a_true_file_has_the_words_of_the_record(ward, printed):
    answer = for_staff(ward).file(printed, WORDS)

    assert answer.mood == "good"
    assert answer.where == ()
    assert "the same as here: My care plan, of Sam Example" in answer.says
    assert "I like walks" not in repr(answer)


def test_an_older_file_is_told_to_be_older(ward, printed, document):
    share(document, " a lot")

    answer = for_staff(ward).file(printed, WORDS)

    assert answer.mood == "calm"
    assert "not the newest" in answer.says


def test_a_changed_file_says_at_which_question_and_not_what_stands_there(
    ward, printed, document
):
    answer = for_staff(ward).file(with_other_word(printed), WORDS)

    assert answer.mood == "problem"
    (place,) = answer.where
    prompt = document.words.prompts[QUESTION]
    assert prompt in place
    assert "walks" not in repr(answer)
    assert answer.careful == ""


def test_another_patients_paper_is_answered_like_another_wards(
    ward, printed, document, cast
):
    code, alex = code_of(ward, document), for_patient(ward, cast.alex)

    known = alex.code(code, WORDS)
    unknown = alex.code("0000-0000", WORDS)
    file = alex.file(printed, WORDS)
    near = alex.code(code[:-1] + ("A" if code[-1] != "A" else "B"), WORDS)

    assert known == unknown == near
    assert known == Answer(WORDS.text("check_paper.code_not_of", name="Alex Test"))
    assert file == Answer(WORDS.text("check_paper.file_not_of", name="Alex Test"))
    assert alex.file(with_other_word(printed), WORDS) == file


def test_the_patient_checks_their_own_paper(ward, printed, document, cast):
    sam = for_patient(ward, cast.sam)

    assert sam.code(code_of(ward, document), WORDS).mood == "good"
    assert sam.file(printed, WORDS).mood == "good"


def test_a_file_with_a_password_is_checked_with_it(ward, printed):
    pdf = locked(printed, "five slow green boats")

    with pytest.raises(Problem) as none:
        for_staff(ward).file(pdf, WORDS)
    with pytest.raises(Problem) as wrong:
        for_staff(ward).file(pdf, WORDS, "another")

    assert none.value.key == "pdf.problem.locked"
    assert wrong.value.key == "pdf.problem.wrong_password"
    assert for_staff(ward).file(pdf, WORDS, "five slow green boats").mood == "good"


def test_checking_writes_nothing_into_the_record(ward, printed, document):
    head = ward.store.record.head()

    for_staff(ward).code(code_of(ward, document), WORDS)
    for_staff(ward).file(printed, WORDS)

    assert ward.store.record.head() == head


def test_a_paper_of_a_newer_program_cannot_be_checked(ward, printed):
    out = BytesIO()
    with pikepdf.open(BytesIO(printed)) as opened:
        opened.docinfo["/Creator"] = "Coprod Desktop, layout 9999"
        opened.save(out)

    answer = for_staff(ward).file(out.getvalue(), WORDS)

    assert answer == Answer(WORDS.text("check_paper.file_too_new"))


def test_a_file_that_is_no_paper_of_ours_is_told_so(ward):
    with pikepdf.new() as empty:
        out = BytesIO()
        empty.add_blank_page()
        empty.save(out)

    answer = for_staff(ward).file(out.getvalue(), WORDS)

    assert answer == Answer(WORDS.text("check_paper.file_foreign"))


def test_a_file_that_is_far_too_big_is_no_paper(tmp_path):
    big = tmp_path / "big.pdf"
    with big.open("wb") as opened:
        opened.truncate(MOST_BYTES + 1)

    with pytest.raises(Problem) as told:
        pdf_at(big)
    with pytest.raises(Problem) as gone:
        pdf_at(tmp_path / "gone.pdf")

    assert told.value.key == "pdf.problem.not_pdf"
    assert gone.value.key == "check_paper.cannot_read"


def test_a_file_is_read_whole(tmp_path, printed):
    file = tmp_path / "paper.pdf"
    file.write_bytes(printed)

    assert pdf_at(file) == printed
