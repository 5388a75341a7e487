"""What a failure leaves: the words in the ward, sealed, and nowhere else at all."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.workspace.doorway import Doorway
from tests.fakes import fake_world
from tests.gui.privacy.desk import CANARY
from tests.workspace.wards import FORM, PASSPHRASE

ROOT = Path(__file__).resolve().parents[3]
SAM = "Sam Example"
PLACES = ("HOME", "TMPDIR", "TEMP", "TMP", "APPDATA", "LOCALAPPDATA")
PLACES_OF_LINUX = (
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
)


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A program has failed while Sam wrote: its folders, what it said, and where."""
    place = tmp_path_factory.mktemp("failed")
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for name in (*PLACES, *PLACES_OF_LINUX):
        (place / name).mkdir()
        settings[name] = str(place / name)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.gui.privacy.failing_child", str(place / "ward")],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    return place, ran.stdout, ran.stderr


def test_the_words_were_saved_before_the_crash_page_said_so(failed):
    place, said, _ = failed

    assert read_catalogue("en").text("crash.saved") in said
    door = Doorway(place / "ward", fake_world())
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        sam = next(one for one in ward.people.everyone if one.name == SAM)
        document = ward.sit_down(sam.id).open(FORM)
        kept = [one.said.text.text for one in document._desk.drafts()]
        document.close()
    assert kept == [CANARY]


def test_neither_words_nor_names_stand_in_what_it_said(failed):
    _, said, complained = failed

    assert "ValueError, failing_child.py" in complained
    for canary in (CANARY, SAM):
        assert canary not in said
        assert canary not in complained


def test_neither_words_nor_names_stand_in_any_file(failed):
    place, _, _ = failed
    files = [path for path in place.rglob("*") if path.is_file()]
    signs = [
        one.encode(encoding)
        for one in (CANARY, SAM)
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    ]

    found = [path.name for path in files for sign in signs if sign in path.read_bytes()]

    assert any(path.name == "ward.drafts" for path in files)
    assert found == []


def test_no_file_is_left_beside_the_ward(failed):
    place, _, _ = failed
    in_ward = [path for path in place.rglob("*") if place / "ward" in path.parents]
    elsewhere = [
        path for path in place.rglob("*") if path.is_file() and path not in in_ward
    ]

    ours = [path for path in elsewhere if "coprod" in str(path.relative_to(place))]

    assert ours == []
