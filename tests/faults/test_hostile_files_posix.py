"""Forms, papers to check, backups: spoilt by chance, and by what they reach.

Nothing but a ``Problem`` may come of it, in a second at most, and nothing may be
written outside. Half of the time goes to properties (hypothesis), half to fuzzing that
is steered by coverage (atheris).
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.faults.campaign import ALWAYS, Campaign, Campaigns
from tests.faults.fork_server import fork_server
from tests.faults.needs import need

EXAMPLES = {"forms": 40, "papers": 4, "backups": 10}
"""In one run of the properties."""


@pytest.fixture(scope="session")
def minutes(pytestconfig: pytest.Config) -> float:
    """The processor's minutes for each half of each kind, in a full run."""
    return float(pytestconfig.getoption("--fault-minutes")) / 2


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up ward with papers of it, and another with a backup, to be copied."""
    folder = tmp_path_factory.mktemp("example")
    ran = "from pathlib import Path; from tests.faults.targets import TARGETS;"
    ran += "import sys; [one(Path(sys.argv[1])) for one in TARGETS.values()]"
    subprocess.run([sys.executable, "-c", ran, str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture
def place(tmp_path: Path, example: Path) -> Path:
    """A folder for one campaign, with what may be written inside it."""
    made = tmp_path.resolve() / "hostile"
    shutil.copytree(example, made / "inside")
    return made


@pytest.mark.parametrize("kind", EXAMPLES)
def test_spoilt_files_bring_a_problem_and_nothing_else(
    campaigns: Campaigns, place: Path, kind: str, minutes: float
):
    full_s = minutes * 60
    each = EXAMPLES[kind] * (20 if campaigns.is_full else 1)
    campaign = Campaign(f"hostile {kind}, property-based", 1, ALWAYS, each)
    tally = campaigns.tally(campaign.fault)

    with fork_server("tests.faults.spoilt_files") as server:

        def once(chance: random.Random) -> str | None:
            ended = server.run(
                "tests.faults.spoilt_files:read_spoilt",
                kind=kind,
                folder=str(place),
                dice=chance.randrange(2**32),
                examples=campaign.each,
            )
            wrong = f"status {ended.status}: {ended.lines}" if ended.status else None
            for line in ended.lines:
                said, _, rest = line.partition(" ")
                if said == "broken":
                    wrong = json.loads(rest)
                elif said == "figures":
                    slowest_s, read, took_s = map(float, rest.split())
                    tally.most("slowest_s", slowest_s)
                    tally.add("read whole", read)
                    tally.add("cpu_s", took_s)
            return wrong

        campaigns.run(
            campaign, once, tally, lambda: tally.figures.get("cpu_s", 0) >= full_s
        )

    tally.check()


@pytest.mark.parametrize("kind", EXAMPLES)
def test_fuzzing_steered_by_coverage_finds_nothing(
    campaigns: Campaigns, place: Path, kind: str, minutes: float
):
    fault = f"hostile {kind}, coverage-guided"
    need(campaigns, fault, modules=("atheris",))
    tally = campaigns.tally(fault)
    seconds = round(minutes * 60) if campaigns.is_full else 1
    print(f"{fault}: seed {tally.first_seed}")
    asked = (kind, str(place), str(tally.first_seed), str(seconds))

    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.fuzzing", *asked],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        errors="replace",
    )

    count = re.search(r"stat::number_of_executed_units: (\d+)", ran.stderr)
    tally.runs = tally.held = int(count[1]) if count else 0
    tally.seconds = seconds
    reached = re.findall(r"cov: (\d+) ft: (\d+)", ran.stderr)
    if reached:
        tally.figures["branches reached"] = int(reached[-1][0])
    if ran.returncode:
        tally.held -= 1
        kept = [str(one) for one in place.glob("broken-*")]
        tally.broken.append(f"{ran.stderr[-4_000:]}\nkept in {kept}")
    campaigns.write(tally)
    tally.check()
