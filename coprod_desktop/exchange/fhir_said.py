"""One voice's answer as items of a QuestionnaireResponse.

A link of FHIR's names what an item answers: ours are the question's id, a slash, and
the part. Whose words an item holds stands on every item; who wrote each stretch down,
and how, stands on each answer.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from coprod_desktop.exchange.fhir_codes import coded, option
from coprod_desktop.exchange.fhir_source import OURS, Source, extension, filled
from coprod_desktop.model import text_policy
from coprod_desktop.model.authored_text import Attribution, AuthoredText
from coprod_desktop.model.canonical import Json
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Choice, Item, Said

NO_QUESTION = ""
"""For words that are said about something else, where nothing can be chosen."""

EXACT = OURS + "exact-words"
"""The words as UTF-8, where a FHIR string cannot hold them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a form an answer stands, and whose it is."""

    source: Source
    link: str
    voice: PersonId
    question: str = NO_QUESTION
    """Whose options can be chosen here."""
    is_date: bool = False

    def item(self, part: str, label: str) -> Json:
        """Return an item of this voice, with nothing in it yet."""
        own = {"extension": [self.source.author(self.voice)]}
        return self._empty(part, label) | own

    def leaf(self, part: str, label: str, answers: list[Json]) -> list[Json]:
        """Return an item with the voice's answers; none where there are none."""
        return [self.item(part, label) | {"answer": answers}] if answers else []

    def told(self, part: str, label: str, answer: Json) -> Json:
        """Return an item that the record tells about the voice's words.

        It has no author: nobody said it.
        """
        return self._empty(part, label) | {"answer": [answer]}

    def _empty(self, part: str, label: str) -> Json:
        text = self.source.catalogue.text(label)
        return {"linkId": f"{self.link}/{part}", "text": text}


def whose(place: Place) -> Json:
    """Return the item that says in words, before all others, whose words follow."""
    answer = {"valueReference": place.source.person(place.voice)}
    return place.told("voice", "exchange.voice", answer)


def said_items(place: Place, said: Said) -> list[Json]:
    """Return an answer's parts: what was chosen, lists, a way out, words."""
    return [
        *_chosen(place, said),
        *(_line(place, one) for one in said.items),
        *_way_out(place, said),
        *place.leaf("words", "exchange.words", _words(place, said.text)),
    ]


def _chosen(place: Place, said: Said) -> list[Json]:
    if place.is_date:
        dates = [_date(place, one) for one in said.chosen]
        return place.leaf("date", "exchange.date", dates)
    picked = [_picked(place, one) for one in said.chosen]
    return place.leaf("chosen", "exchange.chosen", picked)


def _date(place: Place, choice: Choice) -> Json:
    how = [_written(place, choice.attribution)]
    return {"valueDate": choice.option, "extension": how}


def _picked(place: Place, choice: Choice) -> Json:
    how = [_written(place, choice.attribution)]
    picked = option(place.source, place.question, choice.option)
    return {"valueCoding": picked, "extension": how}


def _line(place: Place, item: Item) -> Json:
    marks = [_picked(place, item.mark)] if item.mark else []
    inside = [
        *place.leaf("line/words", "exchange.line_words", _words(place, item.words)),
        *place.leaf("line/mark", "exchange.line_mark", marks),
    ]
    return filled(place.item("line", "exchange.line") | {"item": inside})


def _way_out(place: Place, said: Said) -> list[Json]:
    if said.way_out is None:
        return []
    way = coded(place.source, "way-out", said.way_out.option)
    how = [_written(place, said.way_out.attribution)]
    answer = {"valueCoding": way, "extension": how}
    return place.leaf("way-out", "exchange.way_out", [answer])


def _words(place: Place, text: AuthoredText) -> list[Json]:
    if not text.text:
        return []
    runs = [_written(place, run.attribution, run.length) for run in text.runs]
    if text.text.strip() and text_policy.is_fit(text.text):
        return [{"valueString": text.text, "extension": runs}]
    # FHIR lets no string be of white space alone, nor hold controls.
    exact = {"url": EXACT, "valueBase64Binary": b64encode(text.text.encode()).decode()}
    return [{"_valueString": {"extension": [exact]}, "extension": runs}]


def _written(place: Place, how: Attribution, length: int | None = None) -> Json:
    """Return who wrote something down, and how; of words also how many signs."""
    return extension(
        "written",
        writer__valueReference=place.source.bare(how.writer),
        mode__valueCode=how.mode.value,
        length__valuePositiveInt=length,
    )
