"""Two languages side by side: each sentence of ours in one, then in the other.

Between the two stands a sign of our own. Whatever breaks lines parts the two there, and
tells in the tags which language the second is in. What is filled into a sentence may
be such a pair itself: each half takes its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.forms import FormWords

_BETWEEN = "\x1d"
_IN_ONE_LINE = " / "


def paired(first: str, second: str) -> str:
    """Return a text in two languages; as one where both say the same."""
    return first if first == second else f"{first}{_BETWEEN}{second}"


def halves(text: str) -> list[str]:
    """Return a text in its languages: one, or two."""
    return text.split(_BETWEEN, 1)


def in_one_line(text: str) -> str:
    """Return a text so that both of its languages can stand in one line."""
    return _IN_ONE_LINE.join(halves(text))


def joined(told: Iterable[str], between: str) -> str:
    """Return texts as one, each language's apart."""
    pairs = [halves(one) for one in told]
    first = between.join(pair[0] for pair in pairs)
    return paired(first, between.join(pair[-1] for pair in pairs))


def both_words(first: FormWords, second: FormWords) -> FormWords:
    """Return a form's words in two languages; its language is the first."""

    def each(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
        return {key: paired(text, other[key]) for key, text in one.items()}

    return FormWords(
        first.language,
        paired(first.title, second.title),
        paired(first.summary, second.summary),
        each(first.sections, second.sections),
        each(first.prompts, second.prompts),
        each(first.helps, second.helps),
        {
            key: each(options, second.options[key])
            for key, options in first.options.items()
        },
    )


def both(first: Catalogue, second: Catalogue) -> Catalogue:
    """Return the words of one language, and beside each those of another."""
    found = _Both(*first)
    found.second = second
    return found


class _Both(Catalogue):
    second: Catalogue

    def text(self, key: str, /, **named: str | int) -> str:
        """Return the sentence of a key in both languages."""
        return paired(
            super().text(key, **_half(named, 0)),
            self.second.text(key, **_half(named, -1)),
        )

    def plural(self, key: str, /, n: int, **named: str | int) -> str:
        """Return the sentence that fits a number in both languages."""
        return paired(
            super().plural(key, n, **_half(named, 0)),
            self.second.plural(key, n, **_half(named, -1)),
        )


def _half(named: Mapping[str, str | int], which: int) -> dict[str, str | int]:
    return {
        name: halves(value)[which] if isinstance(value, str) else value
        for name, value in named.items()
    }
