#!/usr/bin/env python3
"""Set up, run and check Coprod Desktop.

Needs Python 3.11, 3.12 or 3.13 and its standard library, on Linux, macOS or Windows.
The first call of a command makes ``.venv`` and installs what ``requirements.lock``
names, every file checked against its hash. Later calls start at once.

    python3 dev.py run              open the window
    python3 dev.py run --example    open a made-up ward in a throw-away folder
    python3 dev.py test             every check that CI runs
    python3 dev.py check            the quick ones: style, types, rules, unit tests
    python3 dev.py bench            speed and size, against other packages
    python3 dev.py faults           the long fault campaigns
    python3 dev.py gallery FOLDER   pictures of every screen; --only ar 300 for some
    python3 dev.py lock             choose versions anew and write the locks
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / "python")
PROGRAM = (PYTHON, "-m", "coprod_desktop")
STAMP = VENV / "installed.json"
LOCK = "requirements.lock"
BENCH_LOCK = "requirements-bench.lock"
BUILD_LOCK = "requirements-build.lock"
SPEECH_LOCK = "requirements-speech.lock"  # optional: it has a licence of its own
SIGNING_LOCK = "requirements-signing.lock"  # optional: it brings network code
SPELLING_LOCK = "requirements-spelling.lock"  # optional: it has a licence of its own

PYTHONS = ((3, 13), (3, 12), (3, 11))

IS_OFFLINE = "no network at all: only this machine's loopback."
IS_ONLINE = """every connection refused by Python alone.
NOTE: THE OFFLINE RUN IS NOT COMPLETE: this system lets us make no empty network."""

# Rooms that hold people's words: every branch is tried. The rest: nine in ten.
FULLY_COVERED = ("model", "crypto", "store")
COVERED_PERCENT = 90.0


# --- Setting up -----------------------------------------------------------------------


def continue_on_a_supported_python() -> None:
    """Stay if this Python will do, else start again on one that does, or explain."""
    if sys.version_info[:2] in PYTHONS:
        return
    for major, minor in PYTHONS:
        found = shutil.which(f"python{major}.{minor}")
        # Version managers leave names that only complain when they are called.
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            sys.exit(subprocess.call([found, *sys.argv]))
    sys.exit(
        "Coprod Desktop needs Python 3.11, 3.12 or 3.13, and this is "
        f"{platform.python_version()}.\nNothing was changed. Please install one of "
        "them, then call dev.py with it."
    )


def run(*command: str, **settings: str) -> int:
    """Run a command in the project's folder and give its exit status.

    ``settings`` are put into its environment.
    """
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **settings})


def must_run(*command: str) -> None:
    """Run a command of the set-up, and stop here when it fails."""
    status = run(*command)
    if status:
        words = shlex.join(command)
        sys.exit(f"\nSetting up stopped: this failed with status {status}:\n  {words}")


def state(name: str) -> str:
    """Say in one line what installing this file depends on."""
    contents = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
    return f"{platform.python_version()} {ROOT} {contents}"


def set_up(*more_locks: str) -> None:
    """Make the environment hold exactly what the locks name, if it does not yet."""
    locks = (LOCK, SPEECH_LOCK, SPELLING_LOCK, *more_locks)
    wanted = {name: state(name) for name in (*locks, "pyproject.toml")}
    present = json.loads(STAMP.read_text("utf-8")) if STAMP.exists() else {}
    if wanted.items() <= present.items():
        return
    print("Setting up: this takes a minute or two, once.", flush=True)
    if present.get(LOCK) != wanted[LOCK]:
        present = {}
        STAMP.unlink(missing_ok=True)
        must_run(sys.executable, "-m", "venv", "--clear", str(VENV))
    # Twice quiet: errors are still told.
    pip = (PYTHON, "-m", "pip", "-qq", "--disable-pip-version-check", "install")
    for name in locks:
        if present.get(name) != wanted[name]:
            # It names everything; pip 23 stops where it looks beside a lock.
            must_run(*pip, "--no-deps", "--require-hashes", "--requirement", name)
    # What builds the project is in the lock too: nothing else is fetched.
    must_run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    STAMP.write_text(json.dumps({**present, **wanted}, indent=1), encoding="utf-8")


def has_library(name: str) -> bool:
    """Whether the system can load this library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_packages(*, for_tests: bool, for_bench: bool = False) -> list[str]:
    """Name the Debian packages whose libraries or programs are not there."""
    if sys.platform != "linux":
        return []
    import tomllib  # noqa: PLC0415 - the first lines also run on older Pythons

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    debian = project["tool"]["coprod"]["debian"]
    libraries = debian["libraries"] | (debian["bench-libraries"] if for_bench else {})
    missing = [deb for so, deb in libraries.items() if not has_library(so)]
    lists = debian["dictionaries"].items()
    missing += [deb for place, deb in lists if not Path(place).exists()]
    if for_tests:
        programs = debian["test-programs"]
        absent = [deb for name, deb in programs.items() if not shutil.which(name)]
        missing += " ".join(absent).split()
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian splits it from Python
    except ImportError:
        missing.append(f"python3.{sys.version_info[1]}-venv")
    return missing


def check_system(*, for_tests: bool = False, for_bench: bool = False) -> None:
    """Install what the system lacks where we may, else say how."""
    missing = missing_packages(for_tests=for_tests, for_bench=for_bench)
    if not missing:
        return
    apt = shutil.which("apt-get")
    line = ("apt-get", "install", "--yes", "--no-install-recommends", *missing)
    if apt and os.geteuid() == 0:
        print("Installing system packages:", *missing, flush=True)
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run(apt, "--quiet", "--quiet", "update", **quiet)
        if run(apt, "--quiet", "--quiet", *line[1:], **quiet):
            # One that is not to be had would keep all the others away.
            for package in missing:
                run(apt, "--quiet", "--quiet", *line[1:4], package, **quiet)
        missing = missing_packages(for_tests=for_tests, for_bench=for_bench)
    if missing and apt:
        print("Some system packages are missing. To install them:")
        print("  sudo", shlex.join(line), flush=True)
    elif missing:
        print("Please install these, which Debian calls:", *missing, flush=True)


def tool(name: str) -> str:
    """Give the path of a program that the lock installed."""
    return str(BIN / name)


# --- Checking -------------------------------------------------------------------------


def quick_checks() -> dict[str, list[str]]:
    """Name the checks that need no window and no store, with their commands."""
    return {
        "style": [tool("ruff"), "check", "--quiet", "."],
        "layout": [tool("ruff"), "format", "--check", "--quiet", "."],
        "types": [tool("mypy")],
        "imports": [tool("lint-imports"), "--no-logo"],
        "unused code": [tool("vulture")],
        "dependencies": [tool("deptry"), "."],
        "rules of the house": [PYTHON, "-m", "pytest", "-q", "tests/architecture"],
    }


def step(name: str, command: list[str]) -> bool:
    """Run one check, say how it went and how long it took."""
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    status = run(*command, QT_QPA_PLATFORM="offscreen", PYTHONUTF8="1")
    verdict = "passed" if status == 0 else f"FAILED with status {status}"
    print(f"== {name}: {verdict}, {time.monotonic() - began:.0f} s", flush=True)
    return status == 0


def pass_quick_checks() -> bool:
    """Run all of them, so that one look shows all that is wrong."""
    checks = quick_checks().items()
    failed = [name for name, command in checks if not step(name, command)]
    if failed:
        print("\nPlease mend first:", ", ".join(failed))
    return not failed


def without_network() -> list[str]:
    """Give the words that put a command where there is no network, if we may."""
    for way in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if sys.platform == "linux" and shutil.which("unshare"):
            offline = [*way, PYTHON, "-m", "tests.offline", PYTHON]
            tried = subprocess.run(
                [*offline, "-c", ""], cwd=ROOT, capture_output=True, check=False
            )
            if tried.returncode == 0:
                return offline
    return []


def coverage_gaps(report: dict[str, Any]) -> list[str]:
    """Say what a coverage report in JSON lacks, a line each."""
    gaps: list[str] = []
    for path, file in sorted(report["files"].items()):
        room = Path(path.replace("\\", "/")).parts[1:2]
        lines, branches = file["missing_lines"], file.get("missing_branches", [])
        if {*room} & {*FULLY_COVERED} and (lines or branches):
            gaps.append(f"{path}: never run: lines {lines}, branches {branches}")
    percent = report["totals"]["percent_covered"]
    if percent < COVERED_PERCENT:
        gaps.append(f"overall {percent:.1f} %, below {COVERED_PERCENT:.0f} %")
    return gaps


def test(arguments: list[str]) -> int:
    """Run every check: quick ones, all tests with no network, coverage."""
    check_system(for_tests=True)
    set_up(SIGNING_LOCK)
    began = time.monotonic()
    if not pass_quick_checks():
        return 1
    offline = without_network()
    print("\nThe tests run with", IS_OFFLINE if offline else IS_ONLINE, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        cover = ["--cov", f"--cov-report=json:{report}", "--cov-report=term"]
        side_by_side = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile"]
        pytest = [*(offline or [PYTHON]), "-m", "pytest", *side_by_side, *cover]
        passed = step("all tests", [*pytest, *arguments])
        gaps = ["no report was written"]
        if report.exists():
            gaps = coverage_gaps(json.loads(report.read_text(encoding="utf-8")))
    print("\n== coverage:", "FAILED" if gaps else "passed", *gaps, sep="\n")
    passed = passed and not gaps
    minutes = (time.monotonic() - began) / 60
    verdict = "Everything passed" if passed else "Something FAILED"
    print(f"\n{verdict}, in {minutes:.1f} minutes.")
    return 0 if passed else 1


def check(arguments: list[str]) -> int:
    """Run the quick checks and the unit tests."""
    check_system(for_tests=True)
    set_up(SIGNING_LOCK)
    slow = ("architecture", "benchmarks", "faults", "journeys")
    ignored = [f"--ignore=tests/{room}" for room in slow]
    tests = [PYTHON, "-m", "pytest", "--quiet", *ignored, *arguments]
    return 0 if pass_quick_checks() and step("unit tests", tests) else 1


# --- The other commands ---------------------------------------------------------------


def has_display() -> bool:
    """Whether a window can be shown."""
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform != "linux" or bool(display)


def open_program(arguments: list[str]) -> int:
    """Open the window, or take the same journey off-screen where there is none."""
    check_system()
    set_up()
    if has_display():
        return run(*PROGRAM, *arguments)
    if arguments not in ([], ["--example"]):
        return run(*PROGRAM, *arguments, QT_QPA_PLATFORM="offscreen")
    print("There is no display here, so the made-up ward is shown off-screen:")
    print("pictures of every screen, and the finished PDF, in a folder.", flush=True)
    folder = tempfile.mkdtemp(prefix="coprod-pictures-")
    journey = ["--example", "--pictures", folder]
    return run(*PROGRAM, *journey, QT_QPA_PLATFORM="offscreen")


def gallery(arguments: list[str]) -> int:
    """Draw every screen into a folder."""
    check_system()
    set_up()
    folder = str(Path(arguments[0] if arguments else "gallery").resolve())
    drawn = ("--gallery", folder, *arguments[1:])
    return run(*PROGRAM, *drawn, QT_QPA_PLATFORM="offscreen")


def bench(arguments: list[str]) -> int:
    """Measure speed and size, beside packages that only this command installs."""
    check_system(for_tests=True, for_bench=True)
    set_up(BENCH_LOCK)
    measure = (PYTHON, "-m", "tests.benchmarks")
    return run(*measure, *arguments, QT_QPA_PLATFORM="offscreen")


def faults(arguments: list[str]) -> int:
    """Run the fault campaigns at their full length."""
    check_system(for_tests=True)
    set_up()
    campaign = ["-m", "pytest", "tests/faults", "--full-faults", *arguments]
    return 0 if step("faults", [PYTHON, *campaign]) else 1


def lock(_arguments: list[str]) -> int:
    """Choose versions anew and write them down with hashes and without host names."""
    import tomllib  # noqa: PLC0415 - not in the Pythons that we only say sorry to

    set_up()
    if not shutil.which("uv", path=BIN):
        must_run(PYTHON, "-m", "pip", "--quiet", "install", "uv")
    compile_lock = [tool("uv"), "pip", "compile", "--quiet", "--upgrade", "--universal"]
    compile_lock += ["--python-version", "3.11", "--generate-hashes"]
    compile_lock += ["--custom-compile-command", "python3 dev.py lock"]
    must_run(*compile_lock, "pyproject.toml", "--extra", "test", "--output-file", LOCK)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    apart = {"bench": BENCH_LOCK, "build": BUILD_LOCK, "signing": SIGNING_LOCK}
    apart |= {"speech": SPEECH_LOCK, "spelling": SPELLING_LOCK}
    for name, file in apart.items():
        with tempfile.TemporaryDirectory() as folder:
            asked = Path(folder) / "asked.in"
            asked.write_text("\n".join(extras[name]), encoding="utf-8")
            plain = ["--constraint", LOCK, "--no-annotate", "--output-file", file]
            must_run(*compile_lock, str(asked), *plain)
    for file in (LOCK, *apart.values()):
        if "://" in (ROOT / file).read_text(encoding="utf-8"):
            sys.exit(f"{file} names a host: do not commit it.")
    return 0


COMMANDS = {
    "run": open_program,
    "test": test,
    "check": check,
    "bench": bench,
    "faults": faults,
    "gallery": gallery,
    "lock": lock,
}


def main() -> int:
    """Do what the command line asks and give the exit status."""
    continue_on_a_supported_python()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    asked = parser.parse_args()
    return COMMANDS[asked.command](asked.arguments)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
