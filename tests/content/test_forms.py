"""Forms are data: found by folder, checked, and made into values."""

import subprocess
import sys

import pytest

from coprod_desktop.bundled import bundled
from coprod_desktop.content.form_rules import DEFAULT_SETTINGS
from coprod_desktop.content.forms import Form, FormShelf, bundled_shelf, form_folders
from coprod_desktop.content.pictures import meanings
from coprod_desktop.model.forms import AGREEMENT, FACES, QuestionKind
from coprod_desktop.model.problem import Problem
from tests.content.made_up_forms import (
    STRUCTURE,
    WORDS,
    changed,
    make_form,
    write_json,
)

THE_23_PROMPTS = {
    "my-week": QuestionKind.FACES,
    "went-well": QuestionKind.WORDS,
    "was-hard": QuestionKind.WORDS,
    "sleep-food-body": QuestionKind.WORDS,
    "medicines": QuestionKind.WORDS,
    "leave": QuestionKind.WORDS,
    "rights": QuestionKind.WORDS,
    "feeling-safe": QuestionKind.WORDS,
    "people-in-room": QuestionKind.PEOPLE,
    "taking-part": QuestionKind.CHOOSE_ONE,
    "topics": QuestionKind.TOPICS,
    "questions": QuestionKind.TOPICS,
    "want-to-happen": QuestionKind.WORDS,
    "know-about-me": QuestionKind.WORDS,
    "who-was-there": QuestionKind.PEOPLE,
    "what-i-said": QuestionKind.WORDS,
    "what-others-said": QuestionKind.WORDS,
    "what-was-decided": QuestionKind.WORDS,
    "do-i-agree": QuestionKind.AGREEMENT,
    "who-does-what": QuestionKind.WORDS,
    "not-answered": QuestionKind.TOPICS,
    "listened-to": QuestionKind.CHOOSE_ONE,
    "next-one": QuestionKind.DATE,
}


def ours(form: str) -> Form:
    return bundled_shelf().form(form, 1, "en")


def ids(form: Form) -> list[str]:
    return [question.id for question in form.template.questions()]


def test_the_three_forms_come_in_the_order_of_the_home_screen():
    titles = [form.words.title for form in bundled_shelf().forms("en")]

    assert titles == ["My care plan", "My ward round", "My {meeting}"]
    assert bundled_shelf().problems("en") == ()


def test_my_ward_round_asks_the_23_prompts_in_three_parts():
    template = ours("ward-round").template

    assert {one.id: one.kind for one in template.questions()} == THE_23_PROMPTS
    assert list(ids(ours("ward-round"))) == list(THE_23_PROMPTS)
    assert [len(section.questions) for section in template.sections] == [14, 6, 3]


def test_the_short_ward_round_has_six_prompts_from_before_the_meeting():
    template = ours("ward-round").template

    short = [one.id for one in template.questions() if one.is_in_short]

    assert template.has_short
    assert len(short) == 6
    assert set(short) <= {one.id for one in template.sections[0].questions}


@pytest.mark.parametrize("form", ["care-plan", "cpa-meeting"])
def test_a_plan_first_asks_whether_the_person_wants_to_do_it_now(form):
    first = next(ours(form).template.questions())

    assert first.id == "do-this-now"
    assert [one.id for one in first.options] == [
        "yes", "later", "different-way", "not-at-all",
    ]  # fmt: skip


def test_my_care_plan_starts_with_what_recovery_looks_like_and_ends_with_a_review():
    asked = ids(ours("care-plan"))

    assert asked[1] == "recovery"
    assert asked[-1] == "review-date"
    assert {
        "what-matters", "strengths", "helps", "does-not-help", "want-to-happen",
        "i-will", "others-will", "early-signs", "crisis-helps",
    } <= set(asked)  # fmt: skip


def test_in_my_care_plan_staff_and_partner_have_a_place_beside_each_writing_question():
    for question in ours("care-plan").template.questions():
        if question.kind is QuestionKind.WORDS:
            assert question.beside == ("partner", "staff"), question.id


def test_what_i_will_do_comes_before_what_others_will_do():
    asked = ids(ours("care-plan"))

    assert asked.index("i-will") + 1 == asked.index("others-will")


def test_my_meeting_offers_seven_ways_to_take_part():
    question = ours("cpa-meeting").template.question("my-part")

    assert len(question.options) == 7


def test_the_meeting_has_the_name_that_the_ward_gives_it():
    words = ours("cpa-meeting").words

    assert words.filled(DEFAULT_SETTINGS).title == "My CPA meeting"
    assert words.filled({"meeting": "review"}).title == "My review"


def test_all_kinds_of_question_are_asked_somewhere():
    asked = {
        question.kind
        for form in bundled_shelf().forms("en")
        for question in form.template.questions()
    }

    assert asked == set(QuestionKind)


def test_faces_and_agreement_bring_their_options_with_pictures():
    template = ours("ward-round").template

    faces = template.question("my-week").options
    agreement = template.question("do-i-agree").options

    assert [one.id for one in faces] == list(FACES)
    assert faces[0].picture == "face-very-good"
    assert [one.id for one in agreement] == list(AGREEMENT)
    assert agreement[-1].picture == "not-asked"
    assert {one.picture for one in (*faces, *agreement)} <= meanings()


def test_every_question_and_option_has_its_words():
    for form in bundled_shelf().forms("en"):
        for section in form.template.sections:
            assert form.words.sections[section.id]
        for question in form.template.questions():
            assert form.words.prompts[question.id]
            assert form.words.helps[question.id]
            for option in question.options:
                assert form.words.options[question.id][option.id]


def test_the_forms_say_who_wrote_their_questions():
    for form in bundled_shelf().forms("en"):
        assert form.template.written_by == "Coprod Desktop team"


def test_a_form_is_made_again_only_after_one_of_its_files_was_changed(tmp_path):
    place = make_form(tmp_path)
    shelf = FormShelf((tmp_path,))
    (first,) = shelf.forms("en")

    (again,) = shelf.forms("en")
    write_json(place / "en.json", changed(WORDS, "title", "My evening"))
    (other,) = shelf.forms("en")

    assert again is first
    assert other.words.title == "My evening"


def test_a_fourth_form_is_one_folder_and_no_python(tmp_path):
    make_form(tmp_path)

    forms = bundled_shelf(tmp_path).forms("en")

    assert len(forms) == 4
    fourth = forms[-1]
    assert fourth.words.title == "My morning"
    assert fourth.template.written_by == "Bracken ward community meeting"
    assert [one.id for one in fourth.template.question("breakfast").options] == [
        "toast",
        "nothing",
    ]
    assert fourth.template.question("breakfast").beside == ("partner",)


def test_a_newer_version_is_offered_and_the_old_one_stays_as_it_was(tmp_path):
    place = make_form(tmp_path)
    newer = changed(changed(STRUCTURE, "version", 2), "picture", "star")
    write_json(place / "v2.json", newer)
    reworded = changed(WORDS, "questions.night.prompt", "How did I sleep?")
    write_json(place / "en.v2.json", reworded)
    shelf = FormShelf((tmp_path,))

    (newest,) = shelf.forms("en")
    old = shelf.form("my-morning", 1, "en")

    assert newest.template.version == 2
    assert newest.words.prompts["night"] == "How did I sleep?"
    assert old.words.prompts["night"] == "How was my night?"


def test_a_ward_s_own_folder_may_hold_a_newer_version_of_our_form(tmp_path):
    first, second = tmp_path / "ours", tmp_path / "theirs"
    make_form(first)
    make_form(second, changed(STRUCTURE, "version", 3))
    make_form(second, changed(STRUCTURE, "picture", "star"))

    (form,) = FormShelf((first, second)).forms("en")

    assert form.template.version == 3
    same = FormShelf((first, second)).form("my-morning", 1, "en")
    assert same.template.picture == "helps"


def test_where_two_folders_hold_the_same_version_the_first_counts(tmp_path):
    make_form(tmp_path / "first")
    make_form(tmp_path / "second", changed(STRUCTURE, "picture", "star"))

    (form,) = FormShelf((tmp_path / "first", tmp_path / "second")).forms("en")

    assert form.template.picture == "helps"


def test_a_form_without_the_language_speaks_english(tmp_path):
    place = make_form(tmp_path)
    assert FormShelf((tmp_path,)).forms("cy")[0].words.language == "en"

    write_json(place / "cy.json", changed(WORDS, "language", "cy"))
    assert FormShelf((tmp_path,)).forms("cy")[0].words.language == "cy"


def test_a_broken_form_is_told_and_does_not_hide_the_others(tmp_path):
    make_form(tmp_path, changed(STRUCTURE, "picture", "unicorn"))

    shelf = bundled_shelf(tmp_path)

    assert len(shelf.forms("en")) == 3
    (problem,) = shelf.problems("en")
    assert problem.key == "content.no_picture"
    assert problem.named == {"file": "my-morning/v1.json", "place": "picture"}


@pytest.mark.parametrize(
    ("form", "version"),
    [
        ("no-such-form", 1),
        ("care-plan", 99),
        ("../forms/care-plan", 1),
        ("care-plan/../care-plan", 1),
        ("", 1),
    ],
)
def test_a_form_that_is_not_there_is_refused(form, version):
    with pytest.raises(Problem) as caught:
        bundled_shelf().form(form, version, "en")

    assert caught.value.key == "content.file_missing"


def test_a_language_cannot_lead_out_of_the_folder(tmp_path):
    make_form(tmp_path / "forms")
    write_json(tmp_path / "cy.json", changed(WORDS, "title", "Elsewhere"))

    form = FormShelf((tmp_path / "forms",)).form("my-morning", 1, "../../cy")

    assert form.words.title == "My morning"


def test_a_form_without_any_words_is_refused(tmp_path):
    place = make_form(tmp_path)
    (place / "en.json").unlink()

    with pytest.raises(Problem) as caught:
        FormShelf((tmp_path,)).form("my-morning", 1, "en")

    assert caught.value.named == {"file": "my-morning/en.json"}


def test_other_files_and_folders_are_no_forms(tmp_path):
    (tmp_path / "notes.txt").touch()
    (tmp_path / "Not A Form").mkdir()
    (tmp_path / "empty").mkdir()

    assert form_folders(tmp_path) == ()
    assert form_folders(tmp_path / "nowhere") == ()
    assert bundled_shelf(tmp_path, tmp_path / "nowhere").problems("en") == ()


def test_our_own_forms_are_read_without_loading_pydantic():
    code = (
        "import sys; from coprod_desktop.content.forms import bundled_shelf; "
        "bundled_shelf().forms('en'); sys.exit('pydantic' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_every_form_folder_of_ours_is_offered():
    folders = form_folders(bundled("resources") / "forms")

    offered = {form.template.id for form in bundled_shelf().forms("en")}

    assert {folder.name for folder in folders} == offered
