"""What is left out while something loads, and can be had afterwards."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from coprod_desktop import loading
from coprod_desktop.loading import left_out, load_plain_hashes, load_when_asked
from tests.architecture.source import ROOT

ALONE = """
import sys
for name in ("hashlib", "hmac", "_hashlib"):
    sys.modules.pop(name, None)  # measuring what runs has loaded them
from coprod_desktop.loading import load_plain_hashes
load_plain_hashes()
import hashlib, hmac
print("_hashlib" in sys.modules, hmac.compare_digest(b"1", b"1"))
print(hashlib.sha256(b"abc").hexdigest())
import _hashlib
print(_hashlib.openssl_sha256(b"abc").hexdigest())
"""
WHEN_ASKED = """
import sys
sys.modules.pop("importlib.metadata", None)
sys.modules.pop("email.message", None)
from coprod_desktop.loading import load_when_asked
load_when_asked("importlib.metadata")
from importlib import metadata
import importlib.metadata
print(hasattr(metadata, "__file__"), "email.message" in sys.modules)
print(metadata.version("sqlalchemy") == importlib.metadata.version("sqlalchemy"))
print("email.message" in sys.modules, sys.modules["importlib.metadata"] is metadata)
import importlib.metadata
print(hasattr(importlib.metadata, "__file__"))
"""
A_PACKAGE = """
import sys
from coprod_desktop.loading import load_when_asked
load_when_asked("asyncio", parts=("exceptions",), calls="iscoroutine")
import asyncio
early, call = asyncio.CancelledError, asyncio.iscoroutine
print(issubclass(early, BaseException), "asyncio.events" in sys.modules)
import asyncio.events
print("asyncio.base_events" in sys.modules)
print(call(3), "asyncio.base_events" in sys.modules)
from asyncio import run, sleep
print(run(sleep(0, "woke")))
print(sys.modules["asyncio"].CancelledError is asyncio.CancelledError)
"""
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_module_comes_back_also_when_loading_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)

    with pytest.raises(ModuleNotFoundError), left_out("colorsys"):
        import_module("colorsys")

    assert import_module("colorsys").rgb_to_hsv(0, 0, 0) == (0, 0, 0)


def test_what_is_there_already_stays() -> None:
    with left_out("json"):
        assert import_module("json").dumps(1) == "1"


def test_hashes_are_pythons_own_and_openssl_can_be_had_afterwards() -> None:
    command = [sys.executable, "-c", ALONE]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["False", "True", ABC, ABC]


def test_a_python_without_hashes_of_its_own_loads_as_always(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(loading, "find_spec", lambda _: None)
    monkeypatch.delitem(sys.modules, "_hashlib", raising=False)
    monkeypatch.delitem(sys.modules, "hashlib")

    load_plain_hashes()

    assert "_hashlib" not in sys.modules
    assert hasattr(import_module("hashlib"), "pbkdf2_hmac")


def test_a_module_loads_when_something_in_it_is_asked_for() -> None:
    command = [sys.executable, "-c", WHEN_ASKED]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["False", "False", "True", "True", "False", "True"]


def test_a_package_is_there_in_part_and_loads_whole_when_more_is_asked_for() -> None:
    command = [sys.executable, "-c", A_PACKAGE]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    whole = ["True", "False", "True", "woke", "True"]
    assert ran.stdout.split() == ["True", "False", *whole]


def test_a_module_that_is_alone_comes_once_and_keeps_what_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)

    load_when_asked("colorsys")
    asked_for = import_module("colorsys")

    assert asked_for.rgb_to_hsv(0, 0, 0) == (0, 0, 0)
    assert sys.modules["colorsys"] is not asked_for
    with pytest.raises(AttributeError):
        _ = asked_for.not_in_it
    load_when_asked("colorsys")
    assert "rgb_to_hsv" in vars(sys.modules["colorsys"])
