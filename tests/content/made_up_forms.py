"""Small forms, written into folders for a test."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

STRUCTURE: dict[str, Any] = {
    "form": "my-morning",
    "version": 1,
    "picture": "helps",
    "questions_written_by": "Bracken ward community meeting",
    "has_short": True,
    "sections": [
        {
            "id": "waking",
            "picture": "sleep",
            "questions": [
                {"id": "night", "kind": "faces", "picture": "sleep", "short": True},
                {
                    "id": "breakfast",
                    "kind": "choose_one",
                    "picture": "food",
                    "options": [
                        {"id": "toast", "picture": "food"},
                        {"id": "nothing", "picture": "no"},
                    ],
                    "beside": ["partner"],
                },
            ],
        }
    ],
}

WORDS: dict[str, Any] = {
    "form": "my-morning",
    "language": "en",
    "title": "My morning",
    "summary": "How my day starts.",
    "sections": {"waking": "Waking up"},
    "questions": {
        "night": {
            "prompt": "How was my night?",
            "help": "Choose a face.",
            "options": {
                "very_good": "Very good",
                "good": "Good",
                "ok": "OK",
                "hard": "Hard",
                "very_hard": "Very hard",
            },
            "checked_by": [],
        },
        "breakfast": {
            "prompt": "What do I want for breakfast?",
            "help": "You can choose nothing.",
            "options": {"toast": "Toast", "nothing": "Nothing"},
            "checked_by": ["A ward that does not exist"],
        },
    },
}


def write_json(path: Path, found: object) -> Path:
    """Write a JSON file, and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def make_form(
    folder: Path,
    structure: dict[str, Any] = STRUCTURE,
    words: dict[str, Any] = WORDS,
) -> Path:
    """Write a form into a folder of forms, and return the form's own folder."""
    place = folder / "my-morning"
    write_json(place / f"v{structure['version']}.json", structure)
    write_json(place / f"{words['language']}.json", words)
    return place


def changed(found: dict[str, Any], place: str, value: object) -> dict[str, Any]:
    """Return a copy with one place changed: ``sections.0.picture``."""
    copy = deepcopy(found)
    part: Any = copy
    *before, last = place.split(".")
    for name in before:
        part = part[int(name) if isinstance(part, list) else name]
    part[int(last) if isinstance(part, list) else last] = value
    return copy
