"""Which forms are published: those never change again.

``resources/forms/published.json`` keeps a fingerprint of each file of each published
form. A person's answers stand beside the questions as they were asked, so another
wording is another version (decision 008). The fingerprint leaves out ``checked_by``,
because people who check a prompt do not change it, and it does not see how the file is
laid out, so that a checkout with other line ends is the same form.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from coprod_desktop.content.json_files import Json, read_json
from coprod_desktop.model.problem import Problem

PUBLISHED = "published.json"


def fingerprint(found: Json) -> str:
    """Return the SHA-256 of a form file's meaning, as 64 hexadecimal digits."""
    text = json.dumps(
        _without_checkers(found),
        ensure_ascii=True,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def read_published(forms: Path) -> Mapping[str, str]:
    """Return file name (``care-plan/v1.json``) to fingerprint, for a forms folder.

    A folder where nothing was published has no such file.

    Raises:
        Problem: The file is broken.
    """
    path = forms / PUBLISHED
    if not path.is_file():
        return {}
    found = read_json(path, PUBLISHED)
    if not isinstance(found, dict):
        raise Problem("content.wrong_shape", file=PUBLISHED, place="")
    return {name: str(value) for name, value in found.items()}


def changed_since_published(forms: Path) -> list[Problem]:
    """Return a problem for each published file that is not as it was published."""
    found = []
    for name, wanted in read_published(forms).items():
        try:
            is_same = fingerprint(read_json(forms / name, name)) == wanted
        except Problem as problem:
            found.append(problem)
            continue
        if not is_same:
            found.append(Problem("content.published_changed", file=name))
    return found


def _without_checkers(found: Json) -> Json:
    if isinstance(found, dict):
        kept = ((key, one) for key, one in found.items() if key != "checked_by")
        return {key: _without_checkers(one) for key, one in kept}
    if isinstance(found, list):
        return [_without_checkers(one) for one in found]
    return found
