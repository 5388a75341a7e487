"""Staff come, change their passphrases and go; what they wrote stays theirs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coprod_desktop.model.people import Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.places import Folder
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.key_news import KeyEvent
from coprod_desktop.workspace.ward import Ward
from tests.fakes import fake_world
from tests.workspace.wards import (
    FORM,
    PASSPHRASE,
    QUESTION,
    ROBIN_PASSPHRASE,
    Cast,
    opened,
    own,
    text_of,
    write,
)

NEW = "another green garden"


def test_somebody_new_opens_the_ward_with_their_own_passphrase(
    ward: Ward, folder: Path
):
    noor = ward.staff.add("Noor Placeholder", Role.NURSE, "Nurse", NEW)
    ward.close()

    ward = Doorway(folder, fake_world(seed="noor")).open(noor.id, NEW)

    assert ward.opened_by == noor
    assert ward.voices.is_open(noor.id)
    assert ward.store.record.verify() is None
    ward.close()


def test_a_passphrase_that_will_not_do_adds_nobody(ward: Ward):
    before = ward.people

    with pytest.raises(Problem, match=r"store\.passphrase_too_short"):
        ward.staff.add("Noor Placeholder", Role.NURSE, "Nurse", "short")

    assert ward.people == before


def test_somebody_who_left_opens_nothing_and_their_words_stay(
    keyed: Ward, keyed_folder: Path, cast: Cast
):
    keyed.voices.sign_in_with_passphrase(cast.robin, ROBIN_PASSPHRASE)
    document = keyed.sit_down(cast.sam, (cast.priya, cast.robin)).open(FORM)
    document.take_pen(own(cast.robin))
    write(document, QUESTION, "What the doctor said.")
    document.sharing.share(document.sharing.unshared())

    keyed.staff.remove(cast.robin)

    assert not keyed.voices.can_write(cast.robin)
    assert cast.robin not in [one.id for one in keyed.people.staff]
    assert keyed.people[cast.robin].name == "Robin Specimen"
    assert own(cast.robin) not in {one.attribution for one in document.pens()}
    document.close()
    assert keyed.store.record.verify() is None
    keyed.close()
    with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
        Doorway(keyed_folder, fake_world()).open(cast.robin, ROBIN_PASSPHRASE)


def test_a_door_that_outlived_its_removal_is_closed_at_the_next_try(
    keyed: Ward, keyed_folder: Path, cast: Cast, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        patch.setattr("coprod_desktop.store.keyring.close_staff_door", lambda *_: None)
        keyed.staff.remove(cast.robin)
    keyed.close()
    door = Doorway(keyed_folder, fake_world())

    for sentence in (r"workspace\.has_left", r"store\.wrong_passphrase"):
        with pytest.raises(Problem, match=sentence):
            door.open(cast.robin, ROBIN_PASSPHRASE)

    opened(keyed_folder).close()


def test_neither_oneself_nor_the_last_door_is_removed(ward: Ward, cast: Cast):
    with pytest.raises(Problem, match=r"workspace\.not_yourself"):
        ward.staff.remove(cast.priya)
    with pytest.raises(Problem, match=r"workspace\.only_staff_open"):
        ward.staff.remove(cast.sam)
    ward.staff.remove(cast.robin)

    members = ward.staff.members()

    assert [(one.person.id, one.can_open, one.has_left) for one in members] == [
        (cast.priya, True, False),
        (cast.robin, False, True),
    ]
    with pytest.raises(Problem, match=r"workspace\.only_staff_open"):
        ward.staff.remove(cast.robin)
    with pytest.raises(Problem, match=r"workspace\.has_left"):
        ward.staff.let_open(cast.robin, ROBIN_PASSPHRASE)


def test_a_passphrase_is_changed_with_the_old_one(
    keyed: Ward, keyed_folder: Path, cast: Cast
):
    with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
        keyed.staff.change_passphrase(cast.priya, NEW, NEW)
    with pytest.raises(Problem, match=r"store\.passphrase_too_short"):
        keyed.staff.change_passphrase(cast.priya, PASSPHRASE, "short")
    keyed.staff.change_passphrase(cast.priya, PASSPHRASE, NEW)
    keyed.close()
    door = Doorway(keyed_folder, fake_world())
    with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
        door.open(cast.priya, PASSPHRASE)

    ward = door.open(cast.priya, NEW)

    assert ward.voices.is_open(cast.priya)
    ward.close()


def test_staff_who_never_opened_the_ward_change_their_passphrase_too(
    ward: Ward, cast: Cast
):
    ward.staff.let_open(cast.robin, ROBIN_PASSPHRASE)

    ward.staff.change_passphrase(cast.robin, ROBIN_PASSPHRASE, NEW)

    ward.voices.sign_in_with_passphrase(cast.robin, NEW)
    assert ward.voices.is_open(cast.robin)


@pytest.mark.parametrize("has_keyring_written", [False, True])
def test_a_change_that_is_cut_short_leaves_one_passphrase_that_opens_all(
    keyed: Ward,
    keyed_folder: Path,
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
    has_keyring_written: bool,
):
    from coprod_desktop.store import keyring

    really = keyring.keep_keyring

    def cut_short(*arguments: object) -> None:
        if has_keyring_written:
            really(*arguments)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(keyring, "keep_keyring", cut_short)
        with pytest.raises(KeyboardInterrupt):
            keyed.staff.change_passphrase(cast.priya, PASSPHRASE, NEW)
    keyed.close()
    stands = NEW if has_keyring_written else PASSPHRASE

    for _ in range(2):
        ward = Doorway(keyed_folder, fake_world()).open(cast.priya, stands)
        assert ward.voices.is_open(cast.priya)
        ward.close()


def test_a_keyring_that_was_put_back_opens_the_ward_but_not_their_own_words(
    keyed: Ward, keyed_folder: Path, cast: Cast
):
    folder = Folder(keyed_folder)
    older = folder.keyring.read_bytes()
    keyed.staff.change_passphrase(cast.priya, PASSPHRASE, NEW)
    keyed.close()
    # One alone would not do: of the two, the newer is believed.
    for path in (folder.keyring, folder.twin):
        path.write_bytes(older)

    ward = opened(keyed_folder)

    assert not ward.voices.is_open(cast.priya)
    assert not ward.voices.can_write(cast.priya)
    with pytest.raises(Problem, match=r"workspace\.other_passphrase"):
        ward.voices.sign_in_with_passphrase(cast.priya, PASSPHRASE)
    ward.close()


def test_another_passphrase_takes_the_old_one_or_the_recovery_code(
    keyed: Ward, cast: Cast
):
    with pytest.raises(Problem, match=r"workspace\.old_passphrase_first"):
        keyed.staff.let_open(cast.robin, NEW)
    with pytest.raises(Problem, match=r"workspace\.only_staff_open"):
        keyed.staff.let_open(cast.sam, NEW)


def test_the_recovery_code_opens_a_copied_folder_and_gives_staff_a_new_key(
    ward: Ward, folder: Path, cast: Cast, tmp_path: Path
):
    there = tmp_path / "another-pc"
    document = ward.sit_down_about(cast.sam, (cast.priya,)).open(FORM)
    write(document, QUESTION, "Not shared yet.")
    document.close()
    ward.close()
    shutil.copytree(folder, there)

    ward = Doorway(there, fake_world(seed="there")).open_with_code(cast.code)

    assert not ward.voices.can_write(cast.priya)
    with pytest.raises(Problem, match=r"store\.voice_closed"):
        ward.add_person("Noor Placeholder", Role.NURSE)
    ward.let_open(cast.priya, NEW)
    assert ward.opened_by.id == cast.priya
    assert ward.voices.is_open(cast.priya)
    assert [one.what for one in ward.voices.news(cast.priya)] == [
        KeyEvent.RENEWED_WITH_CODE
    ]
    document = ward.sit_down_about(cast.sam, (cast.priya,)).open(FORM)
    assert text_of(document, QUESTION) == "Not shared yet."
    document.sharing.share(document.sharing.unshared())
    document.close()
    assert ward.store.record.verify() is None
    ward.close()
    Doorway(there, fake_world(seed="again")).open(cast.priya, NEW).close()
