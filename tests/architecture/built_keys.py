"""The catalogue keys that are put together while the program runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from coprod_desktop.gui.print_queue import Standing
from coprod_desktop.gui.read_options import QUESTIONS, SIZES_PT
from coprod_desktop.gui.scanning.letter_board import PHRASES
from coprod_desktop.gui.screens.make_pictures import Step
from coprod_desktop.gui.spots import SpotKind
from coprod_desktop.model.documents import ReadBack, Side, View
from coprod_desktop.model.entries import Fault
from coprod_desktop.model.people import Role
from coprod_desktop.model.reading import (
    FONTS,
    LETTERS_PCT,
    LINES_PCT,
    PARAGRAPHS_PCT,
    PICTURES_PCT,
    PRINT_SIZES,
    SWITCH_KEYS,
    SWITCHES,
    TONES,
    WAITS_TIMES,
    WORDS_PCT,
)
from coprod_desktop.model.said import WayOut
from coprod_desktop.pdf.compare import Kind
from coprod_desktop.pdf.needs import STEPS
from coprod_desktop.workspace.mending import Mend
from coprod_desktop.workspace.paper_wishes import Copy, PaperKind
from coprod_desktop.workspace.talking import TalkAnswer
from coprod_desktop.workspace.verifying import Verdict
from tests.architecture.source import ROOT

PICTURES = json.loads(
    (ROOT / "resources" / "pictures" / "pictures.json").read_text(encoding="utf-8")
)

FOR_SOMEBODY = ("interpreted", "summarised", "word_for_word")
"""The ways to hold the pen for another person."""

SIDES = [side.value for side in Side]

SECRETS = ("passphrase", "pictures", "pin")
"""What somebody signs in with."""

SCRIBING = ("interpreted", "word_for_word")
"""Those that the pen bar names; word for word or shorter is chosen on the card."""

READING: Mapping[str, Iterable[str | int]] = {
    "font": FONTS,
    "letters_pct": LETTERS_PCT,
    "lines_pct": LINES_PCT,
    "paragraphs_pct": PARAGRAPHS_PCT,
    "pictures_pct": PICTURES_PCT,
    "print_size": PRINT_SIZES,
    "tone": TONES,
    "waits_times": WAITS_TIMES,
    "words_pct": WORDS_PCT,
}
READING_STEPS = [f"{field}_{one}" for field, steps in READING.items() for one in steps]

BUILT: Mapping[str, Iterable[str]] = {
    "board.{}": ("capitals", "latin", "letters", "signs"),
    "board.phrase_{}": PHRASES,
    "choosing.{}": [kind.value for kind in SpotKind],
    "choose_sign_in.{}": ("emergency", "forgotten", "staff"),
    "close_door.{}": ("ends", "for_good", "name_stays", "words_stay"),
    "check_paper.differs.{}": [kind.value for kind in Kind],
    "check_paper.{}_foreign": ("code", "file"),
    "check_paper.{}_not_of": ("code", "file"),
    "cli.fault.{}": [fault.value for fault in Fault],
    "pdf.blank.{}": ("day", "write"),
    "choose_paper.{}": (*PaperKind, *Copy, "copy", "kind", "language"),
    "print_choice.{}": (
        *("printers", "pages", "sides", "colours"),
        *("all", "this", "one_side", "both_sides", "as_it_is", "grey"),
    ),
    "cli.paper_{}": [verdict.value for verdict in Verdict],
    "differ.{}": [view.value for view in View],
    "talk.answer_{}": [one.value for one in TalkAnswer],
    "mend.{}": [one.value for one in Mend],
    "mend.{}_says": [one.value for one in Mend],
    "make_pictures.{}": [step.value for step in Step],
    "emergency.{}": ("record", "told", "two"),
    "name_person.{}": SIDES,
    "name_person.{}_help": SIDES,
    "name_person.nobody_{}": SIDES,
    "named_people.{}": (*SIDES, "can", "cannot", "told"),
    "named_people.add_{}": SIDES,
    "named_people.nobody_{}": SIDES,
    "named_secret.{}": SIDES,
    "named_secret.step_{}": SIDES,
    "named_secret.why_{}": ("emergency", "forgotten"),
    "one_switch.{}": SWITCHES,
    "one_switch.key_{}": SWITCH_KEYS,
    "openers.state_{}": ("can", "cannot", "here", "left"),
    "pin_length.{}": ("four", "six", "stay"),
    "password.{}": ("archive", "asks", "lost"),
    "paper.{}": ("bigger", "next_page", "page_before", "smaller"),
    "pen.{}": SCRIBING,
    "pen.to_{}": ("summarised", "word_for_word"),
    "pen.{}_title": SCRIBING,
    "photograph.{}": (
        *("breaks_off", "down", "left", "no_picture", "right_way"),
        *("too_many_pixels", "too_small", "up"),
    ),
    "pick.{}": ("full", "short"),
    "pick.{}_says": ("full", "short"),
    "picture.{}": [meaning.replace("-", "_") for meaning in PICTURES],
    "printing.{}": [one.value for one in Standing],
    "put_back_one.{}": ("instead", "kept", "told"),
    "question.{}": [way.value for way in WayOut],
    "read_back.{}": [answer.value for answer in ReadBack],
    "pdf.needs.{}": STEPS,
    "read_ask.{}": (
        *QUESTIONS,
        *("listening_no", "listening_yes", "listening_slowly"),
        *("pressing_keys", "pressing_waits", "pressing_switch"),
    ),
    "read_ask.{}_help": QUESTIONS,
    "read_ask.size_{}": [str(one) for one in SIZES_PT],
    "reading.font_{}": FONTS,
    "reading.pictures_pct_{}": [str(one) for one in PICTURES_PCT],
    "reading.print_size_{}": PRINT_SIZES,
    "reading.{}": (*READING, *READING_STEPS, "theme"),
    "role.{}": [role.value for role in Role],
    "set_up.done.{}": ("next", "what"),
    "set_up.welcome.{}": (
        "honest",
        "keeps",
        "need",
        "not_crisis",
        "not_record",
        "what",
    ),
    "share.{}": ("no", "yes"),
    "renewed.{}": ("private_back", "private_lost", "shared", "told"),
    "sign_in.forgot_{}": SECRETS,
    "sign_in.{}": ("closed", "closed_help", "closed_safe"),
    "sign_in.{}_help": SECRETS,
    "sign_in.{}_label": SECRETS,
    "staff.{}": ("backups", "emergency", "idle", "named", "openers", "pin", "words"),
    "staff.{}_says": (
        *("backups", "backups_failed", "backups_nowhere"),
        *("emergency", "idle", "named", "openers", "pin", "words"),
    ),
    "theme.{}": [file.stem for file in (ROOT / "resources" / "themes").glob("*.json")],
    "voice_news.{}_who": ("drafts", "renewed"),
    "who_is_here.{}": ("patient_away", "patient_present"),
    "whose.is_writing_{}": (*FOR_SOMEBODY, "copied_from_paper"),
    "whose.stance_{}": [view.value for view in View],
    "whose.{}": [way.value for way in WayOut],
}
"""The shape of each such key, and everything that ``{}`` can be.

Enumerations name their own ends, so that a new member needs its words.
"""
