"""Saying something by choosing it: ready phrases become the words of the pen's voice.

Each run of them says that it was chosen, and by whose hand (decision 020).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coprod_desktop.content.phrases import Phrases, phrases_for
from coprod_desktop.model.authored_text import (
    Attribution,
    AuthoredText,
    Mode,
)
from coprod_desktop.model.chosen_words import line_of, place_of
from coprod_desktop.model.said import Said
from coprod_desktop.model.text_policy import accept
from coprod_desktop.workspace.desk import Desk
from coprod_desktop.workspace.history import Typed
from coprod_desktop.workspace.writing import cleared_way_out, edited


class Phrasing:
    """Puts phrases into the answer of the pen's voice, and takes them out again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def offered(self, question: str) -> Phrases:
        """Return what can be chosen at a question, in the form's language.

        Raises:
            Problem: The phrases that lie beside the form are broken.
        """
        scene, form = self._desk.scene, self._desk.scene.form
        return phrases_for(
            scene.ward.shelf, form.template.id, question, form.words.language
        )

    def is_said(self, question: str, words: str) -> bool:
        """Whether these words stand in the answer as chosen ones."""
        return place_of(self._said(question).text, accept(words).text) is not None

    def say(self, question: str, words: str, instead_of: Iterable[str] = ()) -> None:
        """Add words on a line of their own; others that were chosen make room.

        Words that stand there already stay as they are.

        Raises:
            NotYourWords: The voice chose with their own hand what should make room.
            Problem: The answer would be too long.
        """
        for other in instead_of:
            if other != words:
                self.unsay(question, other)
        if self.is_said(question, words):
            return
        text = self._said(question).text
        gap = "\n" if text.text and not text.text.endswith("\n") else ""
        pen = self._desk.pen
        chosen = Attribution(pen.voice, pen.writer, Mode.CHOSEN)
        new = AuthoredText.by(chosen, gap + accept(words).text)
        self._replace(question, len(text), 0, new)

    def unsay(self, question: str, words: str) -> None:
        """Take chosen words out; what stands around them stays.

        Raises:
            NotYourWords: The voice chose them with their own hand.
        """
        text = self._said(question).text
        found = place_of(text, accept(words).text)
        if found is not None:
            start, stop = line_of(text, found)
            self._replace(question, start, stop - start, AuthoredText())

    def _said(self, question: str) -> Said:
        return self._desk.said(question, self._desk.pen.voice)

    def _replace(self, question: str, at: int, gone: int, new: AuthoredText) -> None:
        pen, said = self._desk.pen, self._said(question)
        edit, text = edited(pen, said.text, at, gone, new)
        said = cleared_way_out(said, pen) if new.text else said
        typed = Typed(edit, is_by_key=False)
        self._desk.write(question, replace(said, text=text), typed)
