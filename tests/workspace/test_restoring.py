"""A backup is put back by one person where nothing is lost by it, and else by two."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from coprod_desktop.model.acts import Restored
from coprod_desktop.model.bodies import body_from_text
from coprod_desktop.model.people import Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.restoring import (
    Hand,
    SecondHand,
    keyring_in,
    put_back,
    try_out,
)
from coprod_desktop.workspace.ward import Ward
from tests.fakes import fake_world
from tests.store.wards import fingerprints
from tests.workspace.wards import (
    CASEY_PASSPHRASE,
    FORM,
    PASSPHRASE,
    PIN,
    QUESTION,
    ROBIN_PASSPHRASE,
    Cast,
    make,
    opened,
    text_of,
    write,
)

WORDS = "I want to see my dog."


@pytest.fixture
def backup(keyed: Ward, cast: Cast, tmp_path: Path) -> Path:
    """A backup of a ward in which Sam wrote something private. The ward is closed."""
    (tmp_path / "stick").mkdir()
    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    document = keyed.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, WORDS)
    document.close()
    keyed.backups.choose_place(tmp_path / "stick")
    made = keyed.backups.make()
    keyed.close()
    return made.folder


@pytest.fixture
def home(keyed_folder: Path) -> Doorway:
    """The doorway of the ward that the backup is of."""
    return Doorway(keyed_folder, fake_world(seed="home"))


def by(cast: Cast) -> Hand:
    return Hand(cast.priya, PASSPHRASE)


CASEY = SecondHand("Casey Placeholder", CASEY_PASSPHRASE)


def go_on(folder: Path) -> None:
    """Let something be written in the ward after the backup."""
    with closing(opened(folder, seed="later")) as ward:
        ward.add_person("Alex Another", Role.PATIENT)


def last_act(ward: Ward) -> tuple[str, object]:
    [*_, entry] = ward.store.record.entries()
    return entry.unsigned.by, body_from_text(entry.kind, entry.unsigned.body)


def test_on_a_new_computer_one_person_puts_the_ward_back(
    backup: Path, cast: Cast, tmp_path: Path
):
    door = Doorway(tmp_path / "new-pc", fake_world(seed="new"))
    steps: list[tuple[int, int]] = []

    done = put_back(backup, door, by(cast), progress=lambda *step: steps.append(step))

    with closing(door.open(cast.priya, PASSPHRASE)) as ward:
        assert last_act(ward) == (cast.priya, Restored(done.head, 0, None))
        assert ward.store.record.verify() is None
        ward.voices.sign_in_with_pin(cast.sam, PIN)
        document = ward.sit_down(cast.sam).open(FORM)
        assert text_of(document, QUESTION) == WORDS
        document.close()
    assert (done.number, done.replaced, done.kept) == (1, 0, None)
    assert steps[-1] == (100, 100)


def test_a_ward_that_cannot_be_read_any_more_is_replaced_and_kept(
    backup: Path, home: Doorway, cast: Cast
):
    for path in (home.folder / "ward").iterdir():
        path.write_bytes(b"\xff" * 200)

    done = put_back(backup, home, by(cast))

    with closing(home.open(cast.priya, PASSPHRASE)) as ward:
        assert ward.store.record.verify() is None
    assert done.kept == home.folder / "replaced-1"
    assert (done.kept / "ward" / "ward.coprod").read_bytes() == b"\xff" * 200


def refused(
    backup: Path,
    home: Doorway,
    hand: Hand,
    sentence: str,
    second: SecondHand | None = None,
) -> None:
    before = fingerprints(home.folder)

    with pytest.raises(Problem) as told:
        put_back(backup, home, hand, second)

    assert told.value.key == sentence
    assert fingerprints(home.folder) == before


def test_an_older_one_takes_two_people(backup: Path, home: Doorway, cast: Cast):
    go_on(home.folder)
    refused(backup, home, by(cast), "restore.older")

    done = put_back(backup, home, by(cast), CASEY)

    with closing(home.open(cast.priya, PASSPHRASE)) as ward:
        actor, body = last_act(ward)
        assert isinstance(body, Restored)
        assert body.cosigned is not None
        assert (actor, body.cosigned.by) == (cast.priya, cast.casey)
        assert (body.head, body.replaced) == (done.head, done.head + 1)
        assert ward.store.record.verify() is None
        assert not ward.voices.is_open(cast.casey)


def test_one_that_went_apart_takes_two_people(
    backup: Path, home: Doorway, cast: Cast, tmp_path: Path
):
    elsewhere = tmp_path / "elsewhere"
    put_back(backup, Doorway(elsewhere, fake_world(seed="else")), by(cast))
    with closing(opened(elsewhere, seed="else again")) as ward:
        (tmp_path / "other").mkdir()
        fork = ward.backups.make(place=tmp_path / "other").folder
    go_on(home.folder)

    refused(fork, home, by(cast), "restore.forked")

    assert put_back(fork, home, by(cast), CASEY).number == 1


def test_two_who_are_not_named_for_it_are_refused(
    backup: Path, home: Doorway, cast: Cast
):
    go_on(home.folder)
    nobody = SecondHand("Jo Example", CASEY_PASSPHRASE)
    staff = SecondHand(cast.robin, ROBIN_PASSPHRASE)
    wrong = SecondHand(cast.casey, "not the passphrase")

    refused(backup, home, by(cast), "restore.not_these_two", nobody)
    refused(backup, home, by(cast), "restore.not_these_two", staff)
    refused(backup, home, by(cast), "store.wrong_own_passphrase", wrong)


def test_a_second_person_beside_somebody_who_is_not_named_is_not_enough(
    keyed: Ward, cast: Cast, tmp_path: Path, home: Doorway
):
    keyed.guardians.end(cast.priya)
    (tmp_path / "stick").mkdir()
    backup = keyed.backups.make(place=tmp_path / "stick").folder
    keyed.close()
    go_on(home.folder)

    refused(backup, home, by(cast), "restore.not_these_two", CASEY)


def test_a_second_person_may_have_a_pin(
    keyed: Ward, cast: Cast, tmp_path: Path, home: Doorway
):
    from coprod_desktop.model.documents import Side

    outside = keyed.guardians.add_outside("Mx Caldicott", "Caldicott guardian")
    keyed.voices.make_pin(outside.id, "830561")
    keyed.guardians.name(outside.id, Side.OUTSIDE)
    (tmp_path / "stick").mkdir()
    backup = keyed.backups.make(place=tmp_path / "stick").folder
    keyed.close()
    go_on(home.folder)

    put_back(backup, home, by(cast), SecondHand("Mx Caldicott", "830561"))

    with closing(home.open(cast.priya, PASSPHRASE)) as ward:
        assert ward.store.record.verify() is None


def test_a_wrong_passphrase_changes_nothing(backup: Path, home: Doorway, cast: Cast):
    refused(backup, home, Hand(cast.priya, "not this one"), "store.wrong_passphrase")


def test_another_wards_backup_does_not_take_this_wards_place(
    backup: Path, tmp_path: Path, cast: Cast
):
    world = fake_world(seed="another")
    make(tmp_path / "another", world)
    another = Doorway(tmp_path / "another", world)

    refused(backup, another, by(cast), "restore.another_ward", CASEY)


def test_a_ward_that_is_open_is_not_replaced(backup: Path, home: Doorway, cast: Cast):
    with (
        closing(opened(home.folder, seed="open")),
        pytest.raises(Problem, match=r"store\.folder_in_use"),
    ):
        put_back(backup, home, by(cast))


def test_a_backup_can_be_tried_out_without_touching_anything(
    backup: Path, home: Doorway, cast: Cast, tmp_path: Path
):
    before = fingerprints(tmp_path)

    found = try_out(backup, by(cast), home.world)

    assert (found.number, found.kept) == (1, None)
    assert fingerprints(tmp_path) == before
    shutil.rmtree(backup)
    with pytest.raises(Problem, match=r"backup\.not_there"):
        keyring_in(backup)
