"""Who wrote words down, how, and whether they were read back: told in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.documents import Standing
from coprod_desktop.model.said import Choice, Said
from coprod_desktop.pdf.blocks import Piece
from coprod_desktop.pdf.source import Names

_OWN = {
    Mode.PASTED: "pasted",
    Mode.COPIED_FROM_PAPER: "copied",
    Mode.CHOSEN: "chosen",
}
_MANNERS = {
    "own_typed": ("pdf.manner.own_typed", "pdf.run.own_typed"),
    "own_pasted": ("pdf.manner.own_pasted", "pdf.run.own_pasted"),
    "own_chosen": ("pdf.manner.own_chosen", "pdf.run.own_chosen"),
    "own_copied": ("pdf.manner.own_copied", "pdf.run.own_copied"),
    "word_for_word": ("pdf.manner.word_for_word", "pdf.run.word_for_word"),
    "summarised": ("pdf.manner.summarised", "pdf.run.summarised"),
    "typed": ("pdf.manner.typed", "pdf.run.typed"),
    "chosen": ("pdf.manner.chosen", "pdf.run.chosen"),
    "pasted": ("pdf.manner.pasted", "pdf.run.pasted"),
    "copied_from_paper": ("pdf.manner.copied", "pdf.run.copied"),
    "interpreted": ("pdf.manner.interpreted", "pdf.run.interpreted"),
}
_READ_BACK = {
    Standing.AGREED: "pdf.read_back.yes",
    Standing.NEARLY: "pdf.read_back.nearly",
    Standing.REFUSED: "pdf.read_back.no",
    Standing.NOT_YET: "pdf.read_back.not_yet",
}
_READ_BACK_IN_SHORT = {
    Standing.OWN_HAND: "pdf.read_back.own_hand",
    Standing.AGREED: "pdf.read_back.short_yes",
    Standing.NEARLY: "pdf.read_back.short_nearly",
    Standing.REFUSED: "pdf.read_back.short_no",
    Standing.NOT_YET: "pdf.read_back.short_not_yet",
}


def manner(names: Names, said: Said, standing: Standing) -> tuple[str, ...]:
    """Return the sentences under a label: who wrote it down, how, and read back."""
    voice = _voice_name(names, said)
    found = list(writing(names, said))
    if standing in _READ_BACK:
        found.append(names.catalogue.text(_READ_BACK[standing], voice=voice))
    return tuple(found)


def writing(names: Names, said: Said) -> tuple[str, ...]:
    """Return the sentences that tell who wrote an answer down, and how."""
    texts = written_by(said)
    ticks = _in_order(choice.attribution for choice in _ticked(said) if choice)
    if len(texts) == 1 and ticks == _as_ticks(texts) and texts[0].is_own_hand:
        if texts[0].mode not in _OWN:
            return (_sentence(names, "pdf.manner.own_both", texts[0]),)
    found = [_how(names, tick) for tick in ticks]
    if len(texts) > 1:
        found.append(names.catalogue.text("pdf.manner.mixed"))
    else:
        found.extend(_how(names, text) for text in texts)
    return tuple(dict.fromkeys(found))


def written_by(said: Said) -> tuple[Attribution, ...]:
    """Return the different ways in which an answer's words came, in order."""
    return _in_order(run.attribution for words in said.words for run in words.runs)


def is_mixed(said: Said) -> bool:
    """Whether an answer's words came in more than one way."""
    return len(written_by(said)) > 1


def pieces(names: Names, words: AuthoredText, *, is_mixed: bool) -> tuple[Piece, ...]:
    """Return words run by run; in a mixed answer each run says how it came."""
    if not is_mixed:
        return (Piece(words.text),) if words.text else ()
    return tuple(
        Piece(text, _sentence(names, _MANNERS[_name(how)][1], how))
        for text, how in words.pieces()
    )


def read_back_in_short(names: Names, standing: Standing) -> str:
    """Return how the reading back went, in a few words for a table."""
    return names.catalogue.text(_READ_BACK_IN_SHORT[standing])


def _as_ticks(texts: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    return tuple(Attribution(one.voice, one.writer, Mode.CHOSEN) for one in texts)


def _ticked(said: Said) -> Iterator[Choice | None]:
    yield from said.chosen
    yield said.way_out
    yield from (item.mark for item in said.items)


def _how(names: Names, how: Attribution) -> str:
    return _sentence(names, _MANNERS[_name(how)][0], how)


def _name(how: Attribution) -> str:
    if how.is_own_hand:
        return "own_" + _OWN.get(how.mode, "typed")
    return how.mode.value


def _sentence(names: Names, key: str, how: Attribution) -> str:
    voice = names.people[how.voice].name
    return names.catalogue.text(key, voice=voice, writer=names.named(how.writer))


def _voice_name(names: Names, said: Said) -> str:
    voices = [names.people[voice].name for voice in sorted(said.voices)]
    return voices[0] if voices else ""


def _in_order(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    return tuple(dict.fromkeys(found))
