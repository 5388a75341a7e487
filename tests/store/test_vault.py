"""Making a ward, and how it is when it is open."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store import encrypted_file, settings, vault
from coprod_desktop.store.places import Folder
from coprod_desktop.store.vault import NewWard, make_ward
from tests.architecture.source import ROOT
from tests.fakes import FakeRandom, fake_world
from tests.store.wards import (
    PASSPHRASE,
    PRIYA,
    SAM,
    Ward,
    draft,
    fingerprints,
    full_record,
    made_ward,
    opening_fails,
)


def test_a_made_ward_knows_its_name_and_its_first_member_of_staff(ward: Ward):
    with ward.opened() as store:
        state = store.record.state()

    assert state.name == "Larch Ward"
    assert state.people.everyone == (PRIYA,)


def test_words_are_there_after_closing_and_opening(ward: Ward):
    with ward.opened() as store:
        document = full_record(store)
        before = store.documents.get(document)

    with ward.opened() as store:
        assert store.documents.get(document) == before
        assert store.record.verify() is None


def test_a_closed_ward_is_a_few_files_and_a_made_one_leaves_nothing_else(ward: Ward):
    with ward.opened() as store:
        full_record(store)

    assert set(fingerprints(ward.folder.root)) == {
        "ward",
        "ward/ward.coprod",
        "ward/ward.drafts",
        "ward/ward.journal",
        "ward/ward.keyring",
        "ward/ward.keyring-2",
        "ward/ward.lock",
        "ward/ward.reserve",
    }
    assert all(path.is_file() for path in ward.folder.files)


def test_nothing_on_the_disk_can_be_read_without_the_key(ward: Ward):
    with ward.opened() as store:
        document = full_record(store)
        store.drafts.save(draft(document, SAM, "CANARY in a draft"))
        contents = [path.read_bytes() for path in ward.folder.ward.iterdir()]

    for secret in (b"CANARY", b"my dog", b"Sam Example", b"SQLite format"):
        assert not any(secret in content for content in contents)


def test_a_ward_is_not_made_over_another(ward: Ward):
    before = fingerprints(ward.folder.root)

    with pytest.raises(Problem, match=r"store\.ward_exists"):
        make_ward(
            ward.folder,
            NewWard("Other", PRIYA, PASSPHRASE, ward.code),
            world=ward.world,
        )

    assert fingerprints(ward.folder.root) == before


@pytest.mark.parametrize(
    ("passphrase", "code", "sentence"),
    [
        ("too short", None, r"store\.passphrase_too_short"),
        (PASSPHRASE, "no code", r"store\.code_mistyped"),
    ],
)
def test_a_ward_is_not_made_with_a_short_passphrase_or_no_code(
    ward: Ward, tmp_path: Path, passphrase: str, code: str | None, sentence: str
):
    folder = Folder(tmp_path / "new")
    new = NewWard("Larch Ward", PRIYA, passphrase, code or ward.code)

    with pytest.raises(Problem, match=sentence):
        make_ward(folder, new, world=fake_world())

    assert not folder.root.exists()


def test_secrets_are_not_printed_with_a_new_ward(ward: Ward):
    shown = repr(NewWard("Larch Ward", PRIYA, PASSPHRASE, ward.code))

    assert PASSPHRASE not in shown
    assert ward.code not in shown


@pytest.mark.parametrize("broken", ["connect", "write_durably", "touch"])
def test_a_ward_that_could_not_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
):
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    module = encrypted_file if broken == "connect" else vault
    if broken == "touch":
        monkeypatch.setattr(Path, broken, fail)
    else:
        monkeypatch.setattr(module, broken, fail)

    with pytest.raises(Problem, match=r"store\.disk_full"):
        made_ward(tmp_path / "new")

    assert list((tmp_path / "new").iterdir()) == []


def test_a_folder_whose_name_is_taken_by_a_file_is_told(tmp_path: Path):
    (tmp_path / "new").write_text("not a folder")

    with pytest.raises(Problem, match=r"store\.folder_read_only"):
        made_ward(tmp_path / "new")


@pytest.mark.parametrize("name", [name for name, _, _ in settings.SETTINGS])
def test_a_setting_that_does_not_take_stops_the_opening(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, name: str
):
    unheard = tuple(
        (one, value, "something else" if one == name else wanted)
        for one, value, wanted in settings.SETTINGS
    )
    monkeypatch.setattr(settings, "SETTINGS", unheard)

    opening_fails(ward, "store.not_safe_here")


def test_a_setting_that_says_nothing_stops_the_opening(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(settings, "SETTINGS", (("no_such_setting", "ON", 1),))

    opening_fails(ward, "store.not_safe_here")


def test_opening_a_ward_that_is_up_to_date_does_not_load_alembic(ward: Ward):
    program = (
        "import sys; from pathlib import Path;"
        "from coprod_desktop.store.places import Folder;"
        "from coprod_desktop.store.keyring import WardKey;"
        "from coprod_desktop.store.vault import World, open_store;"
        "key = WardKey(sys.argv[2], bytes.fromhex(sys.argv[3]));"
        "world = World(None, None, None);"
        "open_store(Folder(Path(sys.argv[1])), key, world).close();"
        "late = ('alembic', 'sqlalchemy.orm', 'argon2');"
        "print([one for one in late if one in sys.modules])"
    )
    arguments = [str(ward.folder.root), ward.key.ward_id, ward.key.secret.hex()]

    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert ran.stdout.strip() == "[]", ran.stderr


def test_closing_twice_is_closing_once_and_then_nothing_is_taken(ward: Ward):
    with ward.opened() as store:
        store.close()
        store.close()
        with pytest.raises(RuntimeError, match="closed"):
            store.record.head()


def test_a_checkpoint_folds_everything_into_the_one_file(ward: Ward):
    with ward.opened() as store:
        full_record(store)
        log = ward.folder.database.with_name("ward.coprod-wal")
        assert log.stat().st_size > 0

        store.checkpoint()

        assert log.stat().st_size == 0


def test_a_short_file_is_opened_while_the_log_holds_the_rest(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    # A checkpoint that the power was cut under: the log still has every page.
    with ward.opened() as store:
        document = full_record(store)
        store.drafts.save(draft(document, SAM, "Some words."))
        copied = ward.folder.root.parent / "after-power-cut"
        shutil.copytree(ward.folder.root, copied)
    damaged = Folder(copied)
    with damaged.database.open("ab") as file:
        file.write(bytes(100))

    with replace(ward, folder=damaged).opened() as store:
        assert store.drafts.of(document, [SAM.id]) == (
            draft(document, SAM, "Some words."),
        )
        assert store.record.verify() is None


def test_different_wards_have_different_keys(tmp_path: Path):
    one, two = made_ward(tmp_path / "one", "1"), made_ward(tmp_path / "two", "2")

    assert one.key != two.key
    assert FakeRandom("1")(32) != FakeRandom("2")(32)
