"""What was done with somebody's key or private words, in sentences for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from coprod_desktop.gui.screens.voice_news import ToldThing
from coprod_desktop.gui.stage import Stage
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.workspace.key_news import KeyEvent, KeyNews


def told_things(stage: Stage, news: Iterable[KeyNews]) -> tuple[ToldThing, ...]:
    """Return what happened, one part a thing."""
    return tuple(_told(stage, one) for one in news)


def _told(stage: Stage, news: KeyNews) -> ToldThing:
    words = stage.words
    day = _day(news.at, words.language)
    if news.what is KeyEvent.RENEWED_WITH_CODE:
        who = words.text("voice_news.code_who", day=day)
    else:
        ward, outside = (one.name for one in news.by)
        key = "drafts" if news.what is KeyEvent.DRAFTS_OPENED else "renewed"
        who = words.text(f"voice_news.{key}_who", ward=ward, outside=outside, day=day)
    if news.what is KeyEvent.DRAFTS_OPENED:
        return ToldThing(
            words.text("voice_news.drafts_title"),
            ((who, "eye"), (words.text("voice_news.drafts_what"), "lock")),
            news.reason,
        )
    return ToldThing(
        words.text("voice_news.renewed_title"),
        (
            (who, "people"),
            (words.text("voice_news.renewed_what"), "saved"),
            (words.text("voice_news.renewed_wrong"), "advocate"),
        ),
    )


def _day(at: datetime, language: str) -> str:
    return long_date(at.astimezone().date(), language)
