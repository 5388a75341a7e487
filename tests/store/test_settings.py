"""Every connection is set as decision 009 says, and says so itself."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from coprod_desktop.store.settings import SETTINGS
from tests.architecture.source import ROOT
from tests.store.wards import Ward

EVERY = {"cipher_memory_security": "1", "trusted_schema": 0, "cell_size_check": 1}
WHOLE = {**EVERY, **{name: wanted for name, _, wanted in SETTINGS}}

PROGRAM = """
import json, sys
from pathlib import Path
from coprod_desktop.store import settings
from coprod_desktop.store.keyring import WardKey
key = WardKey(sys.argv[2], bytes.fromhex(sys.argv[3]))
path, (raw, salt) = Path(sys.argv[1]), settings.database_key(key)
connection = eval(sys.argv[4])
asked = json.loads(sys.argv[5])
told = {name: connection.execute("PRAGMA " + name).fetchone()[0] for name in asked}
print(json.dumps(told))
"""


@pytest.mark.parametrize(
    ("connecting", "wanted"),
    [
        ("settings.connect(path, raw, salt)", WHOLE),
        ("settings.connect_to_look(path, raw, salt)", EVERY),
        ("settings.connect_in_memory()", EVERY),
    ],
)
def test_a_program_locks_its_memory_and_trusts_no_schema(
    ward: Ward, connecting: str, wanted: dict[str, object]
):
    # In a program of its own: the tests themselves do not lock their memory.
    key = ward.key
    told = [str(ward.folder.database), key.ward_id, key.secret.hex()]

    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *told, connecting, json.dumps([*wanted])],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert json.loads(ran.stdout) == wanted, ran.stderr
