"""The forms: found by folder, read, checked, and made into values of the model.

A form is a folder: ``v<n>.json`` is the structure of version n, ``<language>.json`` its
words, or ``<language>.v<n>.json`` where a later version says things in another way. A
new form is one more folder and no Python. What was published is known by its
fingerprint and was checked then; anything else is checked whenever it is read
(decision 008).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from coprod_desktop.bundled import bundled
from coprod_desktop.content.form_rules import (
    BROUGHT,
    structure_problems,
    words_problems,
)
from coprod_desktop.content.json_files import MOST_BYTES, Json, read_json
from coprod_desktop.content.pictures import meanings
from coprod_desktop.content.published import PUBLISHED, fingerprint, read_published
from coprod_desktop.model.forms import (
    FormTemplate,
    FormWords,
    Option,
    Question,
    QuestionKind,
    Section,
)
from coprod_desktop.model.problem import Problem

SPARE_LANGUAGE = "en"
"""Whose words are taken where a form does not have the language."""

_FOLDER = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_VERSION = re.compile(r"v([1-9][0-9]{0,3})\.json")


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a form, with its words in one language."""

    template: FormTemplate
    words: FormWords


class Checked(NamedTuple):
    """What a form's file holds, and everything that is wrong with it."""

    found: dict[str, Any]
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class FormShelf:
    """The forms that lie in some folders; where two hold the same, the first counts.

    A later folder may add forms, and newer versions of a form.
    """

    folders: tuple[Path, ...]

    def forms(self, language: str) -> tuple[Form, ...]:
        """Return the newest version of every form, in the order for people.

        Broken forms are left out; see :meth:`problems`.
        """
        found, _ = self._newest(language)
        return found

    def problems(self, language: str) -> tuple[Problem, ...]:
        """Return why forms are left out of :meth:`forms`."""
        _, problems = self._newest(language)
        return problems

    def form(self, form: str, version: int, language: str) -> Form:
        """Return one version of a form.

        Raises:
            Problem: There is no such form or version, or it is broken.
        """
        # A name may come from a record; it must not lead out of the folder.
        folders = self.folders if _FOLDER.fullmatch(form) else ()
        for folder in folders:
            if version in versions(folder / form):
                return _read(folder / form, version, language)[1]
        raise Problem("content.file_missing", file=_file(form, version))

    def _newest(self, language: str) -> tuple[tuple[Form, ...], tuple[Problem, ...]]:
        newest: dict[str, tuple[int, Path]] = {}
        for folder in self.folders:
            for place in form_folders(folder):
                latest = max(versions(place))
                if latest > newest.get(place.name, (0, place))[0]:
                    newest[place.name] = (latest, place)
        forms: list[tuple[int, str, Form]] = []
        problems = []
        for name, (version, place) in newest.items():
            try:
                order, form = _read(place, version, language)
            except Problem as problem:
                problems.append(problem)
            else:
                forms.append((order, name, form))
        forms.sort(key=lambda one: one[:2])
        return tuple(form for _, _, form in forms), tuple(problems)


def bundled_shelf(*more: Path) -> FormShelf:
    """Return our own forms, and those that lie in more folders."""
    return FormShelf((bundled("resources") / "forms", *more))


def form_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders in a folder that hold a form, by name."""
    if not folder.is_dir():
        return ()
    named = (one for one in folder.iterdir() if _FOLDER.fullmatch(one.name))
    return tuple(sorted(one for one in named if versions(one)))


def versions(folder: Path) -> tuple[int, ...]:
    """Return the versions of a form that its folder holds, lowest first."""
    if not folder.is_dir():
        return ()
    names = (_VERSION.fullmatch(path.name) for path in folder.iterdir())
    return tuple(sorted(int(match[1]) for match in names if match))


def words_file(folder: Path, version: int, language: str) -> Path:
    """Return where the words of a version stand; English where there are none."""
    tags = (language, SPARE_LANGUAGE)
    for tag in (one for one in tags if _LANGUAGE.fullmatch(one)):
        for name in (f"{tag}.v{version}.json", f"{tag}.json"):
            if (folder / name).is_file():
                return folder / name
    return folder / f"{SPARE_LANGUAGE}.json"


def check_structure(folder: Path, version: int) -> Checked:
    """Read the structure of a version and say all that is wrong with it.

    Raises:
        Problem: The file is missing, or is not JSON.
    """
    file = _file(folder.name, version)
    found = read_json(folder / f"v{version}.json", file)
    checked = Checked(cast("dict[str, Any]", found), [])
    if _is_published(folder, file, found):
        return checked
    from coprod_desktop.content.form_shape import (  # noqa: PLC0415 - see there
        structure_faults,
    )

    checked.problems.extend(structure_faults(found, file))
    if not checked.problems:
        pictures = meanings()
        checked.problems.extend(
            structure_problems(checked.found, folder.name, version, pictures)
        )
    return checked


def check_words(folder: Path, template: FormTemplate, language: str) -> Checked:
    """Read the words of a form in a language and say all that is wrong with them.

    Raises:
        Problem: The file is missing, or is not JSON.
    """
    path = words_file(folder, template.version, language)
    file = f"{folder.name}/{path.name}"
    found = read_json(path, file)
    checked = Checked(cast("dict[str, Any]", found), [])
    if _is_published(folder, file, found):
        return checked
    from coprod_desktop.content.form_shape import (  # noqa: PLC0415 - see there
        words_faults,
    )

    checked.problems.extend(words_faults(found, file))
    if not checked.problems:
        tag = path.name.partition(".")[0]
        checked.problems.extend(words_problems(checked.found, template, file, tag))
    return checked


def template_of(found: dict[str, Any]) -> FormTemplate:
    """Return the model's value of a checked structure."""
    return FormTemplate(
        id=found["form"],
        version=found["version"],
        picture=found["picture"],
        sections=tuple(_section(one) for one in found["sections"]),
        written_by=found["questions_written_by"],
        has_short=found["has_short"],
    )


def words_of(found: dict[str, Any]) -> FormWords:
    """Return the model's value of checked words."""
    questions = found["questions"]
    return FormWords(
        language=found["language"],
        title=found["title"],
        summary=found["summary"],
        sections=found["sections"],
        prompts={key: one["prompt"] for key, one in questions.items()},
        helps={key: one["help"] for key, one in questions.items()},
        options={key: one.get("options", {}) for key, one in questions.items()},
    )


def _read(folder: Path, version: int, language: str) -> tuple[int, Form]:
    """Return where a form stands among the others, and the form.

    Home asks for every form each time it is shown: while none of the files that are
    looked at says anything else, what was made of them last is the same.
    """
    looked_at = (
        folder / f"v{version}.json",
        words_file(folder, version, language),
        folder.parent / PUBLISHED,
    )
    marks = tuple((one.name, _mark(one)) for one in looked_at)
    return _made(folder, version, language, marks)


def _mark(path: Path) -> bytes:
    """Return the SHA-256 of as much of a file as is read; nothing of none."""
    try:
        with path.open("rb") as file:
            return hashlib.sha256(file.read(MOST_BYTES + 1)).digest()
    except OSError:
        # Whoever reads it next says so in words.
        return b""


@lru_cache(maxsize=16)
def _made(
    folder: Path, version: int, language: str, _: tuple[tuple[str, bytes], ...]
) -> tuple[int, Form]:
    """Read and check a form whose files have these marks."""
    found = _sound(check_structure(folder, version))
    template = template_of(found)
    words = words_of(_sound(check_words(folder, template, language)))
    return found.get("place", 500), Form(template, words)


def _sound(checked: Checked) -> dict[str, Any]:
    for problem in checked.problems:
        raise problem
    return checked.found


def _file(form: str, version: int) -> str:
    return f"{form}/v{version}.json"


def _is_published(folder: Path, file: str, found: Json) -> bool:
    wanted = read_published(folder.parent).get(file)
    return wanted is not None and wanted == fingerprint(found)


def _section(found: dict[str, Any]) -> Section:
    questions = tuple(_question(one) for one in found["questions"])
    return Section(found["id"], found["picture"], questions)


def _question(found: dict[str, Any]) -> Question:
    kind = QuestionKind(found["kind"])
    own = found.get("options") or ()
    return Question(
        id=found["id"],
        kind=kind,
        picture=found["picture"],
        options=_brought(kind)
        or tuple(Option(one["id"], one["picture"]) for one in own),
        beside=tuple(found.get("beside", ())),
        is_in_short=found.get("short", False),
    )


def _brought(kind: QuestionKind) -> tuple[Option, ...]:
    prefix = "face-" if kind is QuestionKind.FACES else ""
    return tuple(
        Option(one, prefix + one.replace("_", "-")) for one in BROUGHT.get(kind, ())
    )
