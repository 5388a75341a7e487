"""What reads files from outside: forms, papers to check, backups."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from coprod_desktop.app import real_world
from coprod_desktop.bundled import bundled
from coprod_desktop.content.form_checks import check_forms
from coprod_desktop.content.forms import FormShelf, bundled_shelf
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.workspace import verifying
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE, make_example
from coprod_desktop.workspace.papers import pdf_of, wall_time
from coprod_desktop.workspace.printable import read_printable
from tests.content.made_up_forms import STRUCTURE, WORDS
from tests.faults.backup_target import BackupTarget
from tests.faults.watched import Target

CUT = b"\n\x00\xff--\xff\x00\n"
"""Between a form's structure and its words in one input."""


class FormTarget(Target):
    """A form from another ward, laid into a folder and put on the shelf."""

    def __init__(self, folder: Path) -> None:
        """Put it into a folder of its own."""
        super().__init__(folder)
        self._form = folder / "forms" / "my-morning"
        self._form.mkdir(parents=True, exist_ok=True)

    def read(self, content: bytes) -> None:
        structure, _, words = content.partition(CUT)
        (self._form / "v1.json").write_bytes(structure)
        (self._form / "en.json").write_bytes(words)
        shelf = FormShelf((self._form.parent,))
        for problem in (*check_forms(self._form.parent), *shelf.problems("en")):
            str(problem)
        for form in shelf.forms("en"):
            form.words.filled({"meeting": "My meeting"})
            for question in form.template.questions():
                assert form.words.prompts[question.id]
        shelf.form("my-morning", 1, "en")

    def samples(self) -> list[bytes]:
        places = bundled("resources") / "forms"
        pairs: list[tuple[Any, Any]] = [(STRUCTURE, WORDS)]
        for place in sorted(places.iterdir()):
            if place.is_dir():
                structure = json.loads((place / "v1.json").read_text("utf-8"))
                words = json.loads((place / "en.json").read_text("utf-8"))
                named = {"form": "my-morning"}
                pairs.append(({**structure, **named}, {**words, **named}))
        return [
            json.dumps(structure).encode() + CUT + json.dumps(words).encode()
            for structure, words in pairs
        ]


class PaperTarget(Target):
    """A PDF that somebody brings to be checked against the store."""

    def __init__(self, folder: Path) -> None:
        """Open the ward in the folder; make it, and papers of it, where none is."""
        super().__init__(folder)
        world = replace(real_world(), cost=FLOOR)
        is_new = not (folder / "ward-pc").exists()
        if is_new:
            make_example(folder / "ward-pc", world)
        door = Doorway(folder / "ward-pc", world)
        self._ward = door.open(door.keyring().doors[0].person_id, PASSPHRASE)
        if is_new:
            for line in self._ward.store.documents.find():
                found = read_printable(
                    self._ward.store, line.id, bundled_shelf(), self._ward.language
                )
                pdf = pdf_of(found, wall_time(world.clock))
                (folder / f"{line.id}.pdf").write_bytes(pdf)

    def read(self, content: bytes) -> None:
        found = verifying.verify_pdf(self._ward.store, content, self._ward.shelf)
        if found.is_genuine and b"%PDF-" not in content[:1_024]:
            raise AssertionError("what is no PDF was called genuine")

    def samples(self) -> list[bytes]:
        papers = [one.read_bytes() for one in self.folder.glob("*.pdf")]
        return sorted(papers, key=len)[:2]


TARGETS: dict[str, type[Target]] = {
    "forms": FormTarget,
    "papers": PaperTarget,
    "backups": BackupTarget,
}
