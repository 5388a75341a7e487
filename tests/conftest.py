"""What every test may count on: no display, no network, folders of its own, a seed."""

from __future__ import annotations

import gc
import ipaddress
import os
import platform
import socket
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

# Before anything of Qt is imported, also by pytest-qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

from tests.fakes import FakeClock, FakeIds
from tests.faults.campaign import table

settings.register_profile(
    "ci",
    max_examples=100,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("full", settings.get_profile("ci"), max_examples=5_000)
settings.load_profile("ci")

_OWN_FOLDERS = (
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
)


_WHOLE_PROGRAM = ("architecture", "faults", "journeys")
"""Rooms of tests that are not measured for coverage, which costs half as much again:
a room is covered by its own tests, and these show something else."""
_MEASURED_IN_CHILDREN = "COVERAGE_PROCESS_CONFIG"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full-faults",
        action="store_true",
        help="run the fault campaigns at their full length, for dev.py faults",
    )
    parser.addoption("--fault-report", help="a folder for their results as JSON")
    parser.addoption("--fault-seed", type=int, help="the first run's seed")
    parser.addoption("--fault-runs", type=int, help="how many runs to do")
    parser.addoption(
        "--fault-minutes",
        type=float,
        default=30,
        help="the processor's time for each kind of hostile file, in a full run",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--full-faults"):
        settings.load_profile("full")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _is_of_whole_program(item.path):
            item.add_marker(pytest.mark.no_cover)


def pytest_collection_finish() -> None:
    # What is loaded by now stays; windows search for garbage whenever they are locked.
    gc.collect()
    gc.freeze()


def pytest_runtest_logfinish() -> None:
    # What stays is loaded code, read catalogues and patterns. Each window that closes
    # searches for garbage, and would search all of that again.
    gc.collect()
    gc.freeze()


def _is_of_whole_program(test: Path) -> bool:
    return test.relative_to(Path(__file__).parent).parts[0] in _WHOLE_PROGRAM


def pytest_report_header(config: pytest.Config) -> str:
    campaign = "full" if config.getoption("--full-faults") else "short"
    return (
        f"coprod: Python {platform.python_version()}, {platform.system()}, "
        f"Qt platform {os.environ['QT_QPA_PLATFORM']}, {campaign} fault campaigns"
    )


def pytest_terminal_summary(terminalreporter: Any) -> None:
    reports = (one for some in terminalreporter.stats.values() for one in some)
    told = [
        value
        for report in reports
        if getattr(report, "when", "") == "teardown"
        for name, value in report.user_properties
        if name == "fault"
    ]
    if told:
        terminalreporter.section("faults that were brought about, and what held")
        for line in table(told):
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def full_faults(pytestconfig: pytest.Config) -> bool:
    """Whether a fault campaign should run at its full length."""
    return bool(pytestconfig.getoption("--full-faults"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start Qt's application as the program does; pytest-qt asks for this."""
    from coprod_desktop.app import QT_OPTIONS

    return ["coprod-desktop", *QT_OPTIONS]


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still until the test moves it."""
    return FakeClock()


@pytest.fixture
def ids() -> FakeIds:
    """Ids that count upwards from one."""
    return FakeIds()


@pytest.fixture(scope="session", autouse=True)
def _folders_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test, and every program it starts, out of the real data folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("COPROD_DATA_DIR", raising=False)
        for name in _OWN_FOLDERS:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(autouse=True)
def _children_unmeasured(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the programs that a test of the whole program starts run at full speed."""
    with pytest.MonkeyPatch.context() as patch:
        if _is_of_whole_program(request.path):
            patch.delenv(_MEASURED_IN_CHILDREN, raising=False)
        yield


@pytest.fixture(autouse=True)
def _no_window_outlives_its_test() -> Iterator[None]:
    """Delete what a test left: each later look would be put on all of it as well."""
    kept = _windows()
    yield
    left = [one for one in _windows() if not any(one is other for other in kept)]
    for one in left:
        one.deleteLater()
    if left:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _windows() -> list[Any]:
    """Every widget without a parent; Qt is not loaded for it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = None if widgets is None else widgets.QApplication.instance()
    return [] if app is None else list(app.topLevelWidgets())


@pytest.fixture(scope="session", autouse=True)
def _small_reserve() -> Iterator[None]:
    """Keep 8 MiB a ward from filling the disk of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coprod_desktop.store.reserve.RESERVE_BYTES", 2**14)
        yield


@pytest.fixture(scope="session", autouse=True)
def _a_secret_is_stretched_once() -> Iterator[None]:
    """Give what is slow on purpose from memory, for the same secret, salt and cost.

    The wards of the tests are copies, so most derivations are made again and again.
    Programs that a test starts know nothing of this.
    """
    stretched = "coprod_desktop.crypto.doors._stretched"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretched, cache(resolve_name(stretched)))
        yield


@pytest.fixture(scope="session", autouse=True)
def _memory_is_not_locked() -> Iterator[None]:
    """Let SQLCipher not lock and wipe each piece of memory: a third of the time.

    What it does to a process cannot be taken back, so tests/store/test_settings.py
    looks at it in programs of its own.
    """
    early = "coprod_desktop.store.settings._EARLY"
    kept = [one for one in resolve_name(early) if one[0] != "cipher_memory_security"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(early, tuple(kept))
        yield


def is_at_home(address: Any) -> bool:
    """Whether a socket address stays on this machine."""
    if not isinstance(address, tuple):
        return True  # a Unix socket's path
    host = str(address[0])
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""

    def guarded(name: str) -> Any:
        real = getattr(socket.socket, name)

        def connect(self: socket.socket, address: Any) -> Any:
            if not is_at_home(address):
                raise AssertionError("a test tried to reach the network")
            return real(self, address)

        return connect

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, guarded(name))
        yield
