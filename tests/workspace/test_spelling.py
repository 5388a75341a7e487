"""Spelling help changes nothing by itself, and nobody's words but one's own."""

from __future__ import annotations

import pytest

from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.change import Change
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.spelled_words import SpelledWord
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.spelling import Spelling, free_words
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeSpeller
from tests.workspace.wards import QUESTION, Cast, own, scribe, text_of, write

PEOPLE = "my-people"
SAYS = "I am tierd becuase of Mum’s tablets. Tierd."
LIKE = {"tierd": ("tired", "tiers"), "becuase": ("because",), "Tierd": ("Tired",)}


def made() -> FakeSpeller:
    return FakeSpeller("i am of tired because tablets don't", **LIKE)


def looking(document: OpenDocument, *names: str) -> Spelling:
    spelling = document.spelling(QUESTION, names)
    assert spelling.open(lambda _: made())
    return spelling


def asked_about(spelling: Spelling) -> list[str]:
    """Leave every word as it is, and return those that were asked about."""
    found = []
    while (word := spelling.next_word()) is not None:
        found.append(word.word)
        spelling.leave(word)
    return found


def test_words_are_asked_about_one_after_another_and_nothing_changes(
    document: OpenDocument,
):
    write(document, QUESTION, SAYS)

    found = asked_about(looking(document))

    assert found == ["tierd", "becuase", "Mum’s"]
    assert text_of(document, QUESTION) == SAYS


def test_names_and_hard_words_are_not_called_wrong(document: OpenDocument):
    write(document, QUESTION, SAYS)

    found = asked_about(looking(document, "Mum Placeholder", "the TIERD team"))

    assert found == ["becuase"]


def test_a_word_is_taken_as_the_persons_own_and_undo_gives_the_old_one_back(
    document: OpenDocument, cast: Cast
):
    write(document, QUESTION, SAYS)
    spelling = looking(document)
    word = spelling.next_word()
    assert word is not None
    offered = spelling.offered(word)

    spelling.take(word, offered[0])

    after = spelling.next_word()
    assert offered == ("tired", "tiers")
    assert spelling.text == SAYS.replace("tierd", "tired")
    said = document.cards(QUESTION)[0].said
    assert said.attributions == {own(cast.sam)}
    assert after is not None
    assert after.word == "becuase"

    spelling.take_back(word.at)

    assert text_of(document, QUESTION) == SAYS
    assert spelling.next_word() == word


def test_typing_right_before_stays_when_the_word_is_taken_back(
    document: OpenDocument,
):
    write(document, QUESTION, "I am tierd")
    spelling = looking(document)
    word = spelling.next_word()
    assert word is not None
    spelling.take(word, "tired")
    write(document, QUESTION, ".")

    document.writing.undo(QUESTION)
    document.writing.undo(QUESTION)

    assert text_of(document, QUESTION) == "I am tierd"


def test_a_longer_word_that_is_not_known_itself_is_not_asked_about_again(
    document: OpenDocument,
):
    write(document, QUESTION, "alot tierd")
    spelling = document.spelling(QUESTION, ())
    spelling.open(lambda _: FakeSpeller("", alot=("a lot",)))
    word = spelling.next_word()
    assert word is not None

    spelling.take(word, "a lot")

    assert spelling.next_word() == SpelledWord(6, "tierd")


def test_the_apostrophe_stays_as_it_was_typed(document: OpenDocument):
    write(document, QUESTION, "I do’nt, I don’t")
    spelling = document.spelling(QUESTION, ())
    speller = FakeSpeller("i don't", **{"do'nt": ("don't", "don't")})
    spelling.open(lambda _: speller)

    word = spelling.next_word()

    assert word is not None
    assert spelling.offered(word) == ("don’t",)
    assert asked_about(spelling) == ["do’nt"]


def test_at_most_five_words_are_offered(document: OpenDocument):
    write(document, QUESTION, "tierd")
    spelling = document.spelling(QUESTION, ())
    spelling.open(lambda _: FakeSpeller("", tierd=tuple("abcdefg")))
    word = spelling.next_word()

    assert word is not None
    assert spelling.offered(word) == tuple("abcde")


def test_words_in_other_letters_are_left_alone(document: OpenDocument):
    write(document, QUESTION, "شكرا tierd")

    assert asked_about(looking(document)) == ["tierd"]


def test_staff_who_write_for_a_patient_are_helped_with_nothing(
    document: OpenDocument, cast: Cast
):
    document.take_pen(scribe(cast.sam, cast.priya))
    write(document, QUESTION, SAYS)
    spelling = looking(document)

    assert spelling.next_word() is None
    with pytest.raises(NotYourWords) as caught:
        spelling.take(SpelledWord(5, "tierd"), "tired")
    assert caught.value.owner == cast.sam
    assert text_of(document, QUESTION) == SAYS


def test_staff_see_to_their_own_words_and_never_to_the_patients(
    document: OpenDocument, cast: Cast
):
    write(document, QUESTION, SAYS)
    document.take_pen(own(cast.priya))
    write(document, QUESTION, "We are tierd")
    spelling = looking(document)
    asked = asked_about(spelling)
    document.take_pen(own(cast.sam))

    assert asked == ["We", "are", "tierd"]
    assert text_of(document, QUESTION) == SAYS


def test_what_was_written_down_for_the_patient_the_patient_may_put_right(
    document: OpenDocument, cast: Cast
):
    document.take_pen(scribe(cast.sam, cast.priya))
    write(document, QUESTION, "I am tierd")
    document.take_pen(own(cast.sam))
    spelling = looking(document)
    word = spelling.next_word()
    assert word is not None

    spelling.take(word, "tired")

    pieces = [
        (words, by.writer, by.mode)
        for words, by in document.cards(QUESTION)[0].said.text.pieces()
    ]
    assert pieces == [
        ("I am ", cast.priya, Mode.WORD_FOR_WORD),
        ("tired", cast.sam, Mode.TYPED),
    ]


def test_a_word_that_is_not_there_any_more_is_not_changed(document: OpenDocument):
    write(document, QUESTION, SAYS)
    spelling = looking(document)
    word = spelling.next_word()
    assert word is not None
    document.writing.change(QUESTION, Change(0, 2, ""))

    with pytest.raises(LookupError):
        spelling.take(word, "tired")

    assert text_of(document, QUESTION) == SAYS[2:]


def test_without_a_dictionary_nothing_is_asked(document: OpenDocument):
    write(document, QUESTION, SAYS)
    spelling = document.spelling(QUESTION, ())

    assert not spelling.open(lambda _: None)
    assert not spelling.is_open
    assert spelling.next_word() is None
    assert spelling.offered(SpelledWord(5, "tierd")) == ()
    spelling.close()


def test_the_dictionary_is_of_the_forms_language_and_given_back(
    document: OpenDocument,
):
    asked: list[str] = []
    speller = made()

    def find(language: str) -> FakeSpeller:
        asked.append(language)
        return speller

    spelling = document.spelling(QUESTION, ())
    spelling.open(find)
    spelling.close()

    assert asked == ["en"]
    assert speller.is_closed
    assert not spelling.is_open


def test_the_lines_of_a_list_are_gone_over_and_then_what_stands_beside(
    document: OpenDocument, cast: Cast
):
    for line in ("Mum", "my tierd dog", "because"):
        document.lists.add(PEOPLE, line)
    document.writing.change(PEOPLE, Change(0, 0, "becuase"))
    spelling = document.spelling(PEOPLE, ("Mum", "my dog"))
    spelling.open(lambda _: made())
    first = spelling.next_word()
    assert first is not None
    spelling.take(first, "tired")
    second = spelling.next_word()
    assert second is not None
    spelling.take(second, "because")
    said = document.cards(PEOPLE)[0].said

    spelling.take_back(second.at)

    assert (first.word, second.word) == ("tierd", "becuase")
    assert [one.words.text for one in said.items] == ["Mum", "my tired dog", "because"]
    assert said.text.text == "because"
    assert said.attributions == {own(cast.sam)}
    assert text_of(document, PEOPLE) == "becuase"
    assert spelling.next_word() == second


def test_a_line_that_staff_wrote_down_is_put_right_by_the_patient_alone(
    document: OpenDocument, cast: Cast
):
    document.take_pen(scribe(cast.sam, cast.priya))
    document.lists.add(PEOPLE, "tierd")
    spelling = document.spelling(PEOPLE, ())
    spelling.open(lambda _: made())
    by_staff = spelling.next_word()
    with pytest.raises(NotYourWords):
        spelling.take(SpelledWord(0, "tierd"), "tired")
    document.take_pen(own(cast.sam))

    assert by_staff is None
    assert spelling.next_word() == SpelledWord(0, "tierd")


def test_what_is_not_fair_is_gone_over_too(ward: Ward, cast: Cast):
    not_fair = ward.sit_down(cast.sam, (cast.priya,)).not_fair
    writing = not_fair.begin()
    writing.change(Change(0, 0, "I am tierd"))
    spelling = Spelling(free_words(writing, "en"), ())
    spelling.open(lambda _: made())
    word = spelling.next_word()
    assert word is not None

    spelling.take(word, "tired")
    after = writing.text
    spelling.take_back(word.at)

    assert after.text == "I am tired"
    assert after.attributions(0, len(after)) == (own(cast.sam),)
    assert writing.text.text == "I am tierd"
    not_fair.leave()


def test_spelling_is_looked_at_in_the_language_that_is_asked_for(
    ward: Ward, cast: Cast
):
    not_fair = ward.sit_down(cast.sam, (cast.priya,)).not_fair
    asked: list[str] = []

    def find(language: str) -> None:
        asked.append(language)

    spelling = Spelling(free_words(not_fair.begin(), "cy"), ())

    assert not spelling.open(find)
    assert asked == ["cy"]
    not_fair.leave()
