"""A hard word, the sentence that explains it, and its picture."""

from __future__ import annotations

from coprod_desktop.content.word_list import HardWord
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.i18n.offered import offered


def explained_line(stage: Stage, word: HardWord) -> SaidLine:
    """Make a line that explains a word.

    Below it stands where that is in another language than the screen's; it is read
    aloud in that language.
    """
    words = stage.words
    says = words.text("help.word", word=word.word, meaning=word.meaning)
    return SaidLine(stage, says, word.picture, word.language, elsewhere(stage, word))


def elsewhere(stage: Stage, word: HardWord) -> str:
    """Return the sentence that says in which other language a word is explained."""
    if not word.language:
        return ""
    names = {one.tag: one.name for one in offered()}
    name = names.get(word.language, word.language)
    return stage.words.text("help.word_elsewhere", language=name)
