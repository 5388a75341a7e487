"""Every word a person sees is in the catalogue, and the catalogue has no other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from tests.architecture.built_keys import BUILT
from tests.architecture.keys import (
    PLACEHOLDER,
    asked_for,
    built,
    mentioned,
    named_in_resources,
)
from tests.architecture.source import ROOT, Source, python_files, text_files

ENGLISH = ROOT / "translations" / "en" / "coprod.po"


@cache
def english(file: Path = ENGLISH) -> dict[str, frozenset[str]]:
    """Every key with the names that its sentence needs."""
    with file.open("rb") as opened:
        catalogue = read_po(opened, locale="en")
    found = {}
    for message in catalogue:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string or ""
            every_form = said if isinstance(said, str) else " ".join(said)
            found[key] = frozenset(PLACEHOLDER.findall(every_form))
    return found


def rooms() -> set[str]:
    """The first parts of all keys."""
    return {key.split(".")[0] for key in english()}


def built_keys() -> set[str]:
    """Every key that can be put together while the program runs."""
    return {shape.format(part) for shape, parts in BUILT.items() for part in parts}


def test_every_key_that_is_asked_for_has_english_words():
    asked = [
        each for source in python_files("coprod_desktop/") for each in asked_for(source)
    ]

    missing = [
        f"{each.where}: {each.key}" for each in asked if each.key not in english()
    ]

    assert missing == []


def test_every_sentence_is_given_the_names_it_needs():
    lacking = [
        f"{each.where}: {each.key} needs {sorted(english()[each.key] - each.names)}"
        for source in python_files("coprod_desktop/")
        for each in asked_for(source)
        if each.key in english() and each.names is not None
        if english()[each.key] - each.names
    ]

    assert lacking == []


def test_every_key_built_while_running_is_listed_with_all_its_ends():
    shapes = {
        shape: where
        for source in python_files("coprod_desktop/")
        for shape, where in built(source, rooms())
    }

    assert {s: where for s, where in shapes.items() if s not in BUILT} == {}
    assert sorted(BUILT.keys() - shapes.keys()) == []
    assert sorted(built_keys() - english().keys()) == []


def test_every_english_sentence_is_used():
    used = built_keys()
    for source in python_files("coprod_desktop/"):
        used |= mentioned(source)
    for source in text_files():
        if source.path.startswith("resources/") and source.path.endswith(".json"):
            used |= named_in_resources(source)

    assert sorted(english().keys() - used) == []


def test_a_key_is_found_with_the_names_it_is_given():
    source = Source("coprod_desktop/x.py", 'words.text("pen.taken", name=name)')

    [asked] = asked_for(source)

    assert (asked.key, asked.names) == ("pen.taken", {"name"})


def test_names_given_as_a_whole_are_not_guessed():
    source = Source("coprod_desktop/x.py", 'Problem("pen.taken", **named)')

    assert [each.names for each in asked_for(source)] == [None]


def test_a_number_is_given_to_every_plural():
    source = Source("coprod_desktop/x.py", 'words.plural("home.new", n=3)')

    assert [each.names for each in asked_for(source)] == [{"n"}]


def test_a_key_in_a_table_counts_as_used():
    source = Source("coprod_desktop/x.py", 'TITLES = {Role.NURSE: "role.nurse"}')

    assert mentioned(source) == {"role.nurse"}


def test_a_key_put_together_while_running_is_found():
    source = Source("coprod_desktop/x.py", 'words.text(f"role.{role.value}.short")')

    assert [shape for shape, _ in built(source, {"role"})] == ["role.{}.short"]


def test_a_key_glued_together_is_found():
    source = Source("coprod_desktop/x.py", 'words.text("role." + role.value)')

    assert [shape for shape, _ in built(source, {"role"})] == ["role.{}"]


def test_a_key_in_a_resource_counts_as_used():
    source = Source("resources/pictures/p.json", '{"bee": {"alt": "picture.bee"}}')

    assert named_in_resources(source) == {"picture.bee"}


def test_an_f_string_that_is_no_key_is_left_alone():
    source = Source("coprod_desktop/x.py", 'f"role. {x}"; f"other.{x}"; f"{x}.role"')

    assert list(built(source, {"role"})) == []
