"""Making a ward, opening it, and not opening it: every way has its own sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store import settings, vault
from coprod_desktop.store.keyring import (
    FolderState,
    WardKey,
    read_keyring,
    state,
    unlock,
)
from coprod_desktop.store.places import Folder
from coprod_desktop.store.settings import PAGE_BYTES
from coprod_desktop.store.vault import NewWard, make_ward, open_store
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
)


def opening_fails(ward: Ward, sentence: str, key: WardKey | None = None) -> None:
    """Try to open a ward, hear this sentence, and find the folder untouched."""
    before = fingerprints(ward.folder.root)

    with pytest.raises(Problem) as told:
        open_store(ward.folder, key or ward.key, ward.world)

    assert told.value.key == sentence
    assert fingerprints(ward.folder.root) == before


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


def test_a_closed_ward_is_three_files_and_a_made_one_leaves_nothing_else(ward: Ward):
    with ward.opened() as store:
        full_record(store)

    assert set(fingerprints(ward.folder.root)) == {
        "ward",
        "ward/ward.coprod",
        "ward/ward.keyring",
        "ward/ward.lock",
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


@pytest.mark.parametrize("broken", ["connect", "write_durably", "FolderLock"])
def test_a_ward_that_could_not_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
):
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    if broken == "FolderLock":
        monkeypatch.setattr(Path, "touch", fail)
    else:
        monkeypatch.setattr(vault, broken, fail)

    with pytest.raises(Problem, match=r"store\.folder_read_only"):
        made_ward(tmp_path / "new")

    assert list((tmp_path / "new").iterdir()) == []


def test_a_folder_whose_name_is_taken_by_a_file_is_told(tmp_path: Path):
    (tmp_path / "new").write_text("not a folder")

    with pytest.raises(Problem, match=r"store\.folder_read_only"):
        made_ward(tmp_path / "new")


# --- Not opening ---------------------------------------------------------------


def test_another_wards_key_is_refused_before_the_file_is_touched(
    ward: Ward, tmp_path: Path
):
    other = made_ward(tmp_path / "other", "other")

    opening_fails(ward, "store.wrong_key", other.key)


def test_another_wards_keyring_is_refused(ward: Ward, tmp_path: Path):
    other = made_ward(tmp_path / "other", "other")
    shutil.copy(other.folder.keyring, ward.folder.keyring)

    opening_fails(ward, "store.wrong_key")
    key = unlock(ward.folder, PRIYA.id, PASSPHRASE)
    opening_fails(ward, "store.database_foreign", key)


def test_another_wards_words_are_refused(ward: Ward, tmp_path: Path):
    other = made_ward(tmp_path / "other", "other")
    shutil.copy(other.folder.database, ward.folder.database)

    opening_fails(ward, "store.database_foreign")


def cut(length: int) -> Callable[[bytes], bytes]:
    """Keep the start of a file."""
    return lambda content: content[:length]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (cut(0), "store.database_empty"),
        (cut(7), "store.database_truncated"),
        (cut(16), "store.database_truncated"),
        (cut(PAGE_BYTES - 1), "store.database_truncated"),
        (cut(PAGE_BYTES * 3 + 1), "store.database_truncated"),
        (cut(PAGE_BYTES), "store.database_damaged"),
        (lambda _: b"SQLite format 3\0" + bytes(8176), "store.database_foreign"),
        (lambda _: b"Dear ward", "store.database_foreign"),
        (lambda content: content[:16] + bytes(8176), "store.database_damaged"),
        (lambda content: content[:99] + b"?" + content[100:], "store.database_damaged"),
        (
            lambda content: bytes([content[0] ^ 1]) + content[1:],
            "store.database_foreign",
        ),
    ],
)
def test_whatever_lies_in_the_words_place_has_its_own_sentence(
    ward: Ward, change: Callable[[bytes], bytes], sentence: str
):
    content = ward.folder.database.read_bytes()
    ward.folder.database.write_bytes(change(content))

    opening_fails(ward, sentence)


def test_missing_words_are_told_and_not_made_anew(ward: Ward):
    ward.folder.database.unlink()

    opening_fails(ward, "store.database_missing")


def test_a_missing_keyring_is_told(ward: Ward):
    ward.folder.keyring.unlink()

    opening_fails(ward, "store.keyring_missing")


def test_a_folder_without_a_ward_is_told(ward: Ward, tmp_path: Path):
    nowhere = replace(ward, folder=Folder(tmp_path / "nowhere"))

    opening_fails(nowhere, "store.no_ward_here")

    assert not nowhere.folder.root.exists()


def test_a_lock_file_that_was_lost_is_made_again_but_not_by_a_failed_opening(
    ward: Ward,
):
    ward.folder.lock.unlink()
    content = ward.folder.database.read_bytes()
    ward.folder.database.write_bytes(content[:100])

    opening_fails(ward, "store.database_truncated")

    ward.folder.database.write_bytes(content)
    with ward.opened():
        assert ward.folder.lock.exists()


def test_a_ward_that_is_open_is_not_opened_twice(ward: Ward):
    with ward.opened() as store:
        with pytest.raises(Problem, match=r"store\.folder_in_use"):
            open_store(ward.folder, ward.key, ward.world)
        full_record(store)

    with ward.opened() as store:
        assert store.record.verify() is None


def test_the_file_itself_is_locked_as_well(ward: Ward, tmp_path: Path):
    # A program that knows nothing of the lock file, or a network share that ignores it.
    with ward.opened() as store:
        store.record.head()
        ward.folder.lock.rename(tmp_path / "lock")
        with pytest.raises(Problem, match=r"store\.folder_in_use"):
            open_store(ward.folder, ward.key, ward.world)


def test_a_lock_file_that_was_exchanged_meanwhile_counts_as_in_use(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    real = os.fstat

    def other(file: int) -> os.stat_result:
        ward.folder.lock.unlink()
        ward.folder.lock.touch()
        return real(file)

    monkeypatch.setattr("coprod_desktop.store.disk.os.fstat", other)

    with pytest.raises(Problem, match=r"store\.folder_in_use"):
        open_store(ward.folder, ward.key, ward.world)


def test_a_killed_program_leaves_no_lock_behind(ward: Ward):
    program = (
        "import os, sys; from pathlib import Path;"
        "from tests.store.wards import *; from tests.fakes import fake_world;"
        "folder = Folder(Path(sys.argv[1]));"
        "key = WardKey(sys.argv[2], bytes.fromhex(sys.argv[3]));"
        "store = open_store(folder, key, fake_world());"
        "store.people.add(SAM, PRIYA.id);"
        "print('open', flush=True); sys.stdin.read()"
    )
    arguments = [str(ward.folder.root), ward.key.ward_id, ward.key.secret.hex()]
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(Problem, match=r"store\.folder_in_use"):
            open_store(ward.folder, ward.key, ward.world)
        other.kill()

    with ward.opened() as store:
        assert SAM in store.record.state().people.everyone


@contextmanager
def as_an_ordinary_person(*paths: Path) -> Iterator[None]:
    """Root may write everywhere; take that away for a while."""
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65_534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def ward_for_all(ward: Ward) -> Iterator[Ward]:
    """A ward in a folder that other people of this machine may look into."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Folder(Path(place) / "ward-pc")
        shutil.copytree(ward.folder.root, folder.root)
        for path in (folder.root, folder.ward):
            path.chmod(0o755)
        yield replace(ward, folder=folder)


@pytest.mark.parametrize("which", ["all", "words", "folder"])
def test_a_folder_that_may_only_be_read_is_told(ward_for_all: Ward, which: str):
    folder = ward_for_all.folder
    for path in folder.files:
        path.chmod(0o666)
    folder.ward.chmod(0o777)
    locked = {
        "all": (*folder.files, folder.ward),
        "words": (folder.database,),
        "folder": (folder.ward,),
    }[which]

    with as_an_ordinary_person(*locked):
        opening_fails(ward_for_all, "store.folder_read_only")


def test_a_folder_that_may_not_be_looked_into_is_told(ward_for_all: Ward):
    ward_for_all.folder.root.chmod(0o600)

    with as_an_ordinary_person():
        with pytest.raises(Problem, match=r"store\.could_not_read"):
            read_keyring(ward_for_all.folder)
        assert state(ward_for_all.folder) is FolderState.BROKEN


# --- How it is open --------------------------------------------------------------


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
