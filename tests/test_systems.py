"""What differs between systems is asked in each one's own way."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from coprod_desktop import systems

MOUNTS = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 0:40 / /mnt/share rw shared:1 - cifs //server/wards rw
41 27 0:41 / /mnt/share/local rw - ext4 /dev/vdb rw
42 27 0:42 / /mnt/with\\040space rw - nfs4 server:/wards rw
43 27 0:43 / /mnt/hidden rw - ext4 /dev/vdc rw
44 27 0:44 / /mnt/hidden rw - fuse.sshfs ward@server: rw
a line that nobody understands
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/ward", "ext4"),
        ("/mnt/share", "cifs"),
        ("/mnt/share/ward-pc", "cifs"),
        ("/mnt/shared", "ext4"),
        ("/mnt/share/local/ward", "ext4"),
        ("/mnt/with space/ward", "nfs4"),
        ("/mnt/hidden/ward", "fuse.sshfs"),
    ],
)
def test_linux_tells_what_a_folder_lies_on(path: str, kind: str):
    assert systems.file_system_of(path, MOUNTS) == kind


def test_where_nothing_is_mounted_nothing_is_known():
    assert systems.file_system_of("/srv", "") == ""


def test_linux_is_asked_for_its_own_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "exists", lambda _: True)
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: MOUNTS)
    assert not systems.is_on_network(tmp_path / "not there yet")

    listed = f"1 0 0:1 / {tmp_path.resolve()} rw - nfs4 server:/ward rw\n"
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: listed)
    assert systems.is_on_network(tmp_path / "not there yet")
    monkeypatch.setattr(Path, "exists", lambda _: False)
    assert not systems.is_on_network(tmp_path)


@pytest.mark.parametrize(("kind", "is_share"), [(3, False), (4, True)])
def test_windows_is_asked_for_the_kind_of_drive(
    monkeypatch: pytest.MonkeyPatch, kind: int, is_share: bool
):
    asked: list[str] = []

    def drive_type(root: str) -> int:
        asked.append(root)
        return kind

    kernel = SimpleNamespace(GetDriveTypeW=drive_type)
    ctypes = SimpleNamespace(windll=SimpleNamespace(kernel32=kernel))
    monkeypatch.setitem(sys.modules, "ctypes", ctypes)
    folder = Path("ward")
    monkeypatch.setattr(systems, "os", SimpleNamespace(name="nt", path=os.path))

    assert systems.is_on_network(folder) == is_share
    assert len(asked) == 1
    assert asked[0].endswith("\\")


def test_a_sync_waits_for_what_macos_calls_full(monkeypatch: pytest.MonkeyPatch):
    asked: list[tuple[int, int]] = []
    told = SimpleNamespace(F_FULLFSYNC=51, fcntl=lambda *one: asked.append(one))
    monkeypatch.setitem(sys.modules, "fcntl", told)

    systems.sync_file(7)

    assert asked == [(7, 51)]


def test_a_sync_without_fdatasync_is_a_full_one(monkeypatch: pytest.MonkeyPatch):
    asked: list[int] = []
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(systems, "os", SimpleNamespace(fsync=asked.append))

    systems.sync_file(7)

    assert asked == [7]
