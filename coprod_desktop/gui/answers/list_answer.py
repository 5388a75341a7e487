"""Answers that are lists: topics in my order, and people with a mark about them."""

from __future__ import annotations

from coprod_desktop.gui.answers.answer import Answer
from coprod_desktop.gui.answers.paste_watch import PasteWatch
from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.answers.words_box import BoxWork, line_words
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.choice_grid import OptionView
from coprod_desktop.gui.widgets.item_list import ItemList, ListWords
from coprod_desktop.gui.widgets.item_row import ItemView
from coprod_desktop.model.forms import QuestionKind
from coprod_desktop.model.said import Item


class ListAnswer(Answer):
    """Lines to add, change, move, mark and remove."""

    def __init__(self, stage: Stage, work: PenWork) -> None:
        asked = work.opened.prompt(work.question.id)
        is_people = work.question.kind is QuestionKind.PEOPLE
        key = "question.list_person" if is_people else "question.list_topic"
        words = ListWords(asked, stage.words.text(key))
        self._lines = ItemList(stage, words, self._tie)
        super().__init__(stage, work, self._lines)
        self._watch = PasteWatch(self._lines.adding.box)
        self._lines.added.connect(self._on_line_added)
        self._lines.moved.connect(self._on_line_moved)
        self._lines.removed.connect(self._on_line_removed)
        self._lines.marked.connect(self._on_line_marked)
        self.show_answer()

    def show_answer(self) -> None:
        super().show_answer()
        items = self.work.card.said.items
        self._lines.show_items(tuple(self._view(item) for item in items))

    def take_focus(self) -> None:
        self._lines.adding.setFocus()

    def finish(self) -> None:
        self._lines.add_what_is_written()

    def _tie(self, number: int, editor: AnswerEditor) -> None:
        BoxWork(editor, self.work, line_words(self.work, number))

    def _view(self, item: Item) -> ItemView:
        asked = self.work.question
        marked = item.mark.option if item.mark else ""
        marks = tuple(
            OptionView(
                one.id,
                self.work.opened.option(asked.id, one.id),
                one.picture,
                one.id == marked,
            )
            for one in asked.options
        )
        return ItemView(item.words, marks)

    def _on_line_added(self, words: str) -> None:
        lists, was_pasted = self.work.opened.document.lists, self._watch.taken()
        self.work.attempt(
            lambda: lists.add(self.work.question.id, words, pasted=was_pasted)
        )

    def _on_line_moved(self, number: int, by: int) -> None:
        lists = self.work.opened.document.lists
        self.work.attempt(lambda: lists.move(self.work.question.id, number, by))

    def _on_line_removed(self, number: int) -> None:
        lists = self.work.opened.document.lists
        self.work.attempt(lambda: lists.remove(self.work.question.id, number))

    def _on_line_marked(self, number: int, option: str) -> None:
        lists = self.work.opened.document.lists
        mark = self.work.card.said.items[number].mark
        new = None if mark is not None and mark.option == option else option
        self.work.attempt(lambda: lists.mark(self.work.question.id, number, new))
