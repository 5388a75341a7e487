"""Tests of the language that the screens speak."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from coprod_desktop.gui.tongue import Tongue
from coprod_desktop.i18n.catalogue import read_catalogue

NURSE = "Priya Sample (Nurse)"


def test_names_on_screens_that_run_leftwards_keep_to_themselves(qtbot: QtBot):
    tongue = Tongue(read_catalogue("en"))

    said = {}
    for language in ("ur", "", "ar"):
        tongue.speak(language)
        said[tongue.words.language] = tongue.words.text("pdf.words_of", name=NURSE)
    tongue.speak("en")

    isolated = f"\u2068{NURSE}\u2069"
    assert {one: isolated in words for one, words in said.items()} == {
        "ur": True,
        "en": False,
        "ar": True,
    }
    assert tongue.words == read_catalogue("en")
