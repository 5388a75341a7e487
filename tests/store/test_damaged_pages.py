"""A page of the file that is not as it was written is told, and mended."""

from __future__ import annotations

import shutil
from dataclasses import replace

from coprod_desktop.model.entries import Broken, Fault
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.places import Folder
from tests.store.wards import Ward, full_record

HEAD = 11


def test_a_flipped_byte_anywhere_in_the_file_is_told(
    ward: Ward, tmp_path, full_faults: bool
):
    with ward.opened() as store:
        full_record(store)
    content = ward.folder.database.read_bytes()
    # Each page at least once.
    step = 97 if full_faults else 4001
    copied = Folder(tmp_path / "flipped")
    shutil.copytree(ward.folder.root, copied.root)
    sentences, named = set(), set()

    for at in range(5, len(content), step):
        flipped = bytearray(content)
        flipped[at] ^= 1
        copied.database.write_bytes(flipped)
        copied.suspect.unlink(missing_ok=True)
        try:
            with replace(ward, folder=copied).opened() as store:
                broken = store.record.verify()
                if store.told:
                    sentences |= {one.key for one in store.told}
                    assert broken is None
                else:
                    assert broken is not None
                    named.add(broken)
                assert store.record.head() == HEAD
        except Problem as problem:
            sentences.add(problem.key)

    assert sentences == {
        "store.database_damaged",
        "store.told.database_made_anew",
    }
    # Where entries stand, the first of the damaged page is named.
    assert Broken(1, Fault.CHANGED) in named
    assert {one.fault for one in named} == {Fault.CHANGED}
