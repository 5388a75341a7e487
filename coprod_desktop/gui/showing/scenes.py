"""The one list of screens that the tour and the gallery show, in their order."""

from __future__ import annotations

SCENES = (
    "set-up-welcome",
    "set-up-ward",
    "set-up-staff",
    "set-up-passphrase",
    "set-up-code",
    "set-up-code-back",
    "set-up-meeting",
    "set-up-done",
    "open-ward",
    "open-ward-wrong",
    "recovery",
    "trouble",
    "who-is-here",
    "who-is-here-away",
    "add-patient",
    "add-staff",
    "add-beside",
    "let-open",
    "who-is-here-signed-out",
    "sign-in-pictures",
    "sign-in-wrong",
    "choose-sign-in",
    "make-pin",
    "make-pictures",
    "make-pictures-look",
    "named-secret",
    "renewed",
    "voice-news",
    "staff",
    "openers",
    "close-door",
    "change-passphrase",
    "named-people",
    "emergency",
    "opened-drafts",
    "home",
    "home-away",
    "parts",
    "pick",
    "question-words",
    "question-refused",
    "question-faces",
    "question-one",
    "question-many",
    "question-topics",
    "question-people",
    "question-agreement",
    "question-date",
    "question-written-for",
    "read-back",
    "see-differently",
    "check-words",
    "share",
    "shared",
    "paper",
    "paper-saved",
    "text-size",
    "help",
    "locked",
    "locked-staff",
    "closed",
    "crash",
)


def file_name(scene: str) -> str:
    """Return the file name of a scene's picture: its number, then its name.

    Raises:
        ValueError: There is no such scene.
    """
    return f"{SCENES.index(scene) + 1:02}-{scene}.png"
