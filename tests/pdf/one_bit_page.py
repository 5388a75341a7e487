"""Whose words each border of a paper says they are, counted; and the page about it.

Run as a program, it writes ``docs/paper/one-bit.md``.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from coprod_desktop.model.people import VoiceKind
from tests.architecture.source import ROOT
from tests.pdf.borders import DPI, blocks_of, kind_by_border, pages_in_one_bit
from tests.pdf.together import Together, every_paper

# The key of LOOK, told once more: which border each role wears.
KINDS = {
    "patient": VoiceKind.PATIENT,
    "partner_in_care": VoiceKind.PARTNER,
    "nurse": VoiceKind.STAFF,
    "doctor": VoiceKind.STAFF,
    "advocate": VoiceKind.SUPPORTER,
    "interpreter": VoiceKind.SUPPORTER,
}
_ABOUT = f"""# Told apart in black and white

Papers that six people wrote together, in every form and language, were drawn in 1 bit
at {DPI} dots an inch: each dot is black or white. Whose words a block holds was then
told from the dots of its border alone, and held against the `words.json` inside the
same paper. A block that goes on over the page counts on each. The ugly papers hold
flags, marks, disagreement, drafts of three people and hostile words. Where one line of
large print is alone on its page, the border is looked at as far as it goes, also beside
the line above that says again whose words go on. The fifth border, for words of several
people together, is tried apart: no form asks for such words yet.

Written by `python -m tests.pdf.one_bit_page`; the tests try 14 of these each time.
"""
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


def measured(paper: Together) -> Counter[tuple[VoiceKind, VoiceKind | None]]:
    """How often a border of each kind was taken for which kind."""
    told = json.loads(paper.words_json)
    roles = {one["name"]: one["role"] for one in told["people"]}
    found: Counter[tuple[VoiceKind, VoiceKind | None]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        pages = pages_in_one_bit(paper.pdf, Path(folder))
    for block in blocks_of(paper.pdf):
        # On a paper in two languages: the name as the first says it.
        author = block.author.translate(_ISOLATES).split(" / ", maxsplit=1)[0]
        name, _, _ = author.rpartition(" (")
        leftward = paper.is_leftward
        seen = kind_by_border(pages[block.page], block, is_leftward=leftward)
        found[KINDS[roles[name]], seen] += 1
    return found


def is_right(found: Counter[tuple[VoiceKind, VoiceKind | None]]) -> bool:
    return all(told is seen for told, seen in found)


def told_inside(paper: Together) -> int:
    """How many times somebody speaks, by words.json."""
    told = json.loads(paper.words_json)
    statements = [one for each in told["questions"] for one in each["statements"]]
    stances = sum(len({one["by"] for one in each["stances"]}) for each in statements)
    answers = sum(1 + len(one["answers"]) for one in told["flags"])
    return len(statements) + stances + answers


def page(papers: Iterable[Together]) -> str:
    """The page with the table."""
    names = {
        VoiceKind.PATIENT: "patient: solid bar",
        VoiceKind.STAFF: "staff: dashed frame",
        VoiceKind.PARTNER: "partner: dotted bar",
        VoiceKind.SUPPORTER: "advocate, interpreter: dash-dot bar",
    }
    lines = [
        _ABOUT,
        f"| Paper | {' | '.join(names.values())} | Right |",
        "| --- |" + " ---: |" * (len(names) + 1),
    ]
    whole: Counter[VoiceKind] = Counter()
    all_right = 0
    for paper in papers:
        found = measured(paper)
        told = Counter(dict.fromkeys(names, 0))
        for (kind, _), count in found.items():
            told[kind] += count
        right = sum(count for (kind, seen), count in found.items() if kind is seen)
        lines.append(_row(paper.name, told, right))
        whole += told
        all_right += right
    return "\n".join([*lines, _row("all", whole, all_right)]) + "\n"


def _row(name: str, told: Counter[VoiceKind], right: int) -> str:
    counts = " | ".join(f"{count:,}" for count in told.values())
    return f"| {name} | {counts} | {right:,} of {told.total():,} |"


if __name__ == "__main__":
    target = ROOT / "docs" / "paper" / "one-bit.md"
    target.write_text(page(every_paper()), encoding="utf-8")
