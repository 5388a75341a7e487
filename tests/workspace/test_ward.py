"""The door, the ward's people and settings, and names on labels."""

from __future__ import annotations

import json
import shutil

import pytest

from coprod_desktop.bundled import bundled
from coprod_desktop.content.forms import bundled_shelf
from coprod_desktop.model.people import Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import FolderState
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.names import LONGEST, checked_name, look_of
from tests.fakes import fake_world
from tests.workspace.wards import FORM, PASSPHRASE, opened, own


def test_a_ward_is_made_and_opened_with_a_passphrase_or_the_code(tmp_path) -> None:
    door = Doorway(tmp_path, fake_world())
    assert door.state() is FolderState.EMPTY
    assert door.folder == tmp_path
    code = door.new_recovery_code()
    assert door.is_same_code(code, code.lower())
    nurse = door.first_member("  Priya   Sample ", Role.NURSE, "Nurse")

    ward = door.make_ward("Larch Ward", nurse, PASSPHRASE, code)

    assert (ward.name, ward.opened_by.name) == ("Larch Ward", "Priya Sample")
    ward.close()
    again = door.open_with_code(code)
    assert again.opened_by.id == nurse.id
    again.close()


def test_a_wrong_passphrase_opens_nothing(folder) -> None:
    door = Doorway(folder, fake_world())

    with pytest.raises(Problem) as caught:
        door.open(door.keyring().doors[0].person_id, "not the passphrase")

    assert caught.value.key == "store.wrong_passphrase"


def test_another_member_of_staff_gets_their_own_passphrase(folder, cast) -> None:
    ward = opened(folder)
    ward.let_open(cast.robin, "another long secret")
    with pytest.raises(Problem):
        ward.let_open(cast.sam, "another long secret")
    ward.close()

    again = Doorway(folder, fake_world()).open(cast.robin, "another long secret")

    assert again.opened_by.id == cast.robin
    again.close()


def test_who_stands_beside_a_patient_is_named(ward, cast) -> None:
    with pytest.raises(Problem):
        ward.add_person("Kim Sample", Role.ADVOCATE)
    with pytest.raises(Problem):
        ward.add_person("Kim Sample", Role.ADVOCATE, "", cast.priya)
    with pytest.raises(Problem):
        ward.add_person("Kim Sample", Role.NURSE, "Nurse", cast.sam)

    added = ward.add_person("Kim Sample", Role.ADVOCATE, "", cast.alex)

    assert ward.people.beside(cast.alex) == (added,)


def test_who_is_here_is_checked(ward, cast) -> None:
    for patient, others in (
        (cast.priya, ()),
        (cast.sam, (cast.alex,)),
        (cast.alex, (cast.jo,)),
    ):
        with pytest.raises(Problem):
            ward.sit_down(patient, others)
    with pytest.raises(Problem):
        ward.sit_down_about(cast.sam, (cast.sam,))


def test_pens_are_those_of_the_people_here_the_patient_s_first(ward, cast) -> None:
    sitting = ward.sit_down(cast.sam, (cast.priya, cast.jo, cast.ines))
    document = sitting.open(FORM)

    pens = [
        (one.writer.id, one.voice.id, one.attribution.mode.value)
        for one in document.pens()
    ]

    assert pens == [
        (cast.sam, cast.sam, "typed"),
        (cast.priya, cast.sam, "word_for_word"),
        (cast.priya, cast.sam, "summarised"),
        (cast.priya, cast.sam, "copied_from_paper"),
        (cast.jo, cast.sam, "word_for_word"),
        (cast.jo, cast.sam, "summarised"),
        (cast.jo, cast.sam, "copied_from_paper"),
        (cast.ines, cast.sam, "interpreted"),
        (cast.priya, cast.priya, "typed"),
        (cast.jo, cast.jo, "typed"),
        (cast.ines, cast.ines, "typed"),
        (cast.priya, cast.jo, "word_for_word"),
        (cast.priya, cast.jo, "summarised"),
    ]
    document.close()


def test_staff_alone_hold_only_their_own_pen(ward, cast) -> None:
    document = ward.sit_down_about(cast.sam, (cast.robin,)).open(FORM)

    assert [one.attribution for one in document.pens()] == [own(cast.robin)]
    assert document.pen == own(cast.robin)
    document.close()


def test_the_meeting_is_called_what_the_ward_calls_it(ward) -> None:
    assert ward.form("cpa-meeting").words.title == "My CPA meeting"

    ward.set_setting("meeting", "care meeting")

    assert ward.form("cpa-meeting", 1).words.title == "My care meeting"
    with pytest.raises(Problem):
        ward.set_setting("meeting", "  ")


def test_a_form_that_is_not_there_is_told(ward) -> None:
    with pytest.raises(Problem):
        ward.form("no-such-form")


def test_a_fourth_form_is_one_folder_and_no_python(folder, cast, tmp_path) -> None:
    added = tmp_path / "forms" / "my-garden"
    shutil.copytree(bundled("resources") / "forms" / "cpa-meeting", added)
    for file in added.glob("*.json"):
        told = json.loads(file.read_text(encoding="utf-8"))
        told["form"] = "my-garden"
        file.write_text(json.dumps(told), encoding="utf-8")
    shelf = bundled_shelf(tmp_path / "forms")
    door = Doorway(folder, fake_world(seed="fourth"), shelf)
    ward = door.open(cast.priya, PASSPHRASE)

    document = ward.sit_down(cast.sam).open("my-garden")

    assert "my-garden" in [one.template.id for one in ward.forms()]
    assert document.form.template.id == "my-garden"
    assert document.words.title == document.form.words.title
    assert (document.patient.id, document.id != "") == (cast.sam, True)
    document.close()
    ward.close()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", "workspace.name_empty"),
        (" - ", "workspace.name_empty"),
        ("x" * (LONGEST + 1), "workspace.name_too_long"),
        ("Sam\u202eelpmaxE", "workspace.name_unseen_signs"),
        ("Sam\x07", "workspace.name_unseen_signs"),
        ("sam  example", "workspace.name_taken"),
        ("Sаm Exаmple", "workspace.name_taken"),
        ("5am Example", ""),
    ],
)
def test_a_name_must_be_fit_for_a_label(name: str, key: str) -> None:
    found = ""
    try:
        checked_name(name, ["Sam Example"])
    except Problem as problem:
        found = problem.key

    assert found == key


def test_names_of_many_languages_are_kept() -> None:
    for name in ("Siân Ŵyn", "محمد علی", "Łukasz", "می‌خواهم", "José"):
        assert checked_name(name, ()) == name


def test_names_that_differ_look_different() -> None:
    assert len({look_of(one) for one in ("Sam", "Pam", "Sian", "Ian")}) == 4
