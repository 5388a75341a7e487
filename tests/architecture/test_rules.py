"""The source keeps every rule, and every rule notices its offence."""

from __future__ import annotations

import pytest

from tests.architecture.rules import RULES, TEST_RULES, Rule
from tests.architecture.source import Source, python_files

ALL_RULES = RULES | TEST_RULES


def offences(rule: Rule, sources: tuple[Source, ...]) -> list[str]:
    """Where these files break the rule."""
    return [line for source in sources for line in rule.offences(source)]


@pytest.mark.parametrize("name", RULES)
def test_the_program_keeps_the_rule(name: str):
    assert offences(RULES[name], python_files("coprod_desktop/")) == []


@pytest.mark.parametrize("name", TEST_RULES)
def test_the_tests_keep_the_rule(name: str):
    assert offences(TEST_RULES[name], python_files("tests/")) == []


@pytest.mark.parametrize("rule", ALL_RULES.values(), ids=ALL_RULES)
def test_the_rule_notices_what_breaks_it(rule: Rule):
    assert rule.offences(Source("coprod_desktop/room/thing.py", rule.breaks))


@pytest.mark.parametrize("rule", ALL_RULES.values(), ids=ALL_RULES)
def test_the_rule_leaves_alone_what_keeps_it(rule: Rule):
    text = rule.keeps if '"""' in rule.keeps else f'"""A thing."""\n{rule.keeps}'

    if rule is RULES["public things say what they are"]:
        text = rule.keeps

    assert rule.offences(Source("coprod_desktop/room/thing.py", text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "def undo_all(): ...",
        "class DatabaseFile: ...",
        "metadata = 1",
        "catalogue.MarkInfo = marked",
        "def changeEvent(self, event): ...",
        "def _on_pen_taken(self): ...",
    ],
)
def test_good_names_are_left_alone(text: str):
    assert RULES["names tell what a thing is"].offences(Source("x/y.py", text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "def load(data): ...",
        "base_url = 1",
        "self.info = 1",
        "for data in rows: ...",
        "def _on_click(self): ...",
        "class PenHandler: ...",
    ],
)
def test_names_that_tell_nothing_are_noticed(text: str):
    assert RULES["names tell what a thing is"].offences(Source("x/y.py", text))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("execute('DELETE FROM drafts WHERE id=%s' % which)", "store/x.py"),
        ("execute('UPDATE t SET a=' + b)", "store/x.py"),
        ("text('INSERT INTO {}'.format(name))", "store/x.py"),
    ],
)
def test_every_way_to_glue_sql_is_noticed(text: str, path: str):
    rule = RULES["SQL takes bound parameters"]

    assert rule.offences(Source(f"coprod_desktop/{path}", text))


def test_tidying_up_before_passing_a_failure_on_is_fine():
    rule = RULES["expected failures are named"]
    text = "try:\n    f()\nexcept BaseException:\n    g()\n    raise"

    assert rule.offences(Source("coprod_desktop/x.py", text)) == []
    assert rule.offences(Source("coprod_desktop/x.py", f"{text} Problem"))


def test_a_docstring_that_repeats_the_name_is_noticed():
    rule = RULES["public things say what they are"]
    text = '"""A room."""\ndef open_ward():\n    """Opens the ward."""'

    assert rule.offences(Source("coprod_desktop/x.py", text))


def test_an_override_need_not_say_again_what_its_parent_says():
    rule = RULES["public things say what they are"]
    method = '(Widget):\n    """Shown."""\n    def {}(self, event): ...'
    files = [
        Source("coprod_desktop/x.py", f'"""A room."""\nclass C{method.format(name)}')
        for name in ("event", "never_told_anywhere")
    ]

    assert [len(rule.offences(file)) for file in files] == [0, 1]


def test_what_a_protocol_asks_for_is_told_by_the_protocol():
    rule = RULES["public things say what they are"]
    text = (
        '"""A."""\nclass C(Protocol):\n    """Asked for."""\n    def words(self): ...'
    )

    assert rule.offences(Source("coprod_desktop/x.py", text)) == []
