"""Lists with the pen: topics in my order, and people with a mark about them."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.model.authored_text import Attribution, AuthoredText
from coprod_desktop.model.change import Change
from coprod_desktop.model.rules import check_edit
from coprod_desktop.model.said import Item, Said, choose
from coprod_desktop.workspace.desk import Desk
from coprod_desktop.workspace.history import Typed
from coprod_desktop.workspace.writing import (
    carried,
    check_choice,
    check_option,
    cleared_way_out,
    edited,
    may_take_over,
    new_words,
)


class Lists:
    """Changes the list that the pen's voice gives as an answer.

    Lines are counted from 0. A scribe adds lines at the end and moves or removes only
    lines that somebody wrote down for the voice.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, question: str, words: str, *, pasted: bool = False) -> int:
        """Add a line at the end; return its number."""
        new, _ = new_words(self._desk.pen, words, pasted=pasted)
        said = cleared_way_out(self._said(question), self._desk.pen)
        self._write(question, said, (*said.items, Item(new)))
        return len(said.items)

    def change(
        self, question: str, line: int, change: Change, *, pasted: bool = False
    ) -> AuthoredText:
        """Change the words of a line; return them.

        Raises:
            NotYourWords: The change touches words that only their voice may change.
            Problem: The line would be too long.
        """
        new, _ = new_words(self._desk.pen, change.new, pasted=pasted)
        return self._replace(
            question, line, change.at, change.gone, new, by_key=not pasted
        )

    def paste(
        self, question: str, line: int, at: int, gone: int, words: AuthoredText
    ) -> AuthoredText:
        """Put words from inside the program into a line; see ``Writing.paste``.

        Raises:
            NotYourWords: The change touches words that only their voice may change.
            Problem: The line would be too long.
        """
        moved = carried(self._desk.pen, words)
        return self._replace(question, line, at, gone, moved, by_key=False)

    def move(self, question: str, line: int, by: int) -> int:
        """Move a line up (negative) or down, at most to the end; return its number.

        Raises:
            NotYourWords: It is or would pass a line of the voice's own hand.
        """
        said = self._said(question)
        to = max(0, min(len(said.items) - 1, line + by))
        for passed in said.items[min(line, to) : max(line, to) + 1]:
            check_item(self._desk.pen, passed)
        items = list(said.items)
        items.insert(to, items.pop(line))
        self._write(question, said, tuple(items))
        return to

    def remove(self, question: str, line: int) -> None:
        """Remove a line.

        Raises:
            NotYourWords: The voice wrote or marked it with their own hand.
        """
        said = self._said(question)
        check_item(self._desk.pen, said.items[line])
        items = (*said.items[:line], *said.items[line + 1 :])
        self._write(question, said, items)

    def mark(self, question: str, line: int, option: str | None) -> None:
        """Put a mark on a line, or (None) take it off.

        Raises:
            NotYourWords: The voice marked it with their own hand.
        """
        said, pen = self._said(question), self._desk.pen
        before = said.items[line].mark
        if option is not None:
            check_option(self._desk.question(question), option)
        if before is not None:
            if before.option == option and not may_take_over(pen, before):
                return
            check_choice(pen, before)
        mark = choose(pen, option) if option is not None else None
        self._put_line(question, said, line, replace(said.items[line], mark=mark))

    def _said(self, question: str) -> Said:
        return self._desk.said(self._desk.question(question).id, self._desk.pen.voice)

    def _replace(
        self,
        question: str,
        line: int,
        at: int,
        gone: int,
        new: AuthoredText,
        *,
        by_key: bool,
    ) -> AuthoredText:
        said = self._said(question)
        item = said.items[line]
        edit, words = edited(self._desk.pen, item.words, at, gone, new)
        typed = Typed(edit, line, is_by_key=by_key)
        self._put_line(question, said, line, replace(item, words=words), typed)
        return words

    def _put_line(
        self,
        question: str,
        said: Said,
        line: int,
        item: Item,
        typed: Typed | None = None,
    ) -> None:
        items = (*said.items[:line], item, *said.items[line + 1 :])
        self._write(question, said, items, typed)

    def _write(
        self,
        question: str,
        said: Said,
        items: tuple[Item, ...],
        typed: Typed | None = None,
    ) -> None:
        self._desk.write(question, replace(said, items=items), typed)


def check_item(pen: Attribution, item: Item) -> None:
    """Refuse to touch a line that the voice wrote or marked with their own hand.

    Raises:
        NotYourWords: This pen may not change the line.
    """
    check_edit(pen, item.words, 0, len(item.words))
    if item.mark is not None:
        check_choice(pen, item.mark)
