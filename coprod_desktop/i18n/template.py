"""The template that translators start from: ``translations/coprod.pot``.

It holds every key of the English catalogue with its note and its English words, and
nothing that changes by itself (no date, no machine), so that the same words give the
same bytes. The release work of a translation starts here; decision 006.
"""

from __future__ import annotations

from pathlib import Path

from coprod_desktop.bundled import bundled
from coprod_desktop.i18n.catalogue import FILE_NAME, SOURCE_LANGUAGE
from coprod_desktop.i18n.po import Message, read_po

TEMPLATE_NAME = "coprod.pot"

_HEADER = """\
# Words of Coprod Desktop, for translators.
#
# Copy this file to <language>/coprod.po. Each msgid is a key, not a sentence: translate
# the sentence after "English:". Keep names in braces, like {name}, as they are.
#
msgid ""
msgstr ""
"Project-Id-Version: Coprod Desktop\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def write_template(folder: Path | None = None) -> Path:
    """Write the template afresh from the English words and return its path.

    ``folder`` is translations/ unless another one is given.

    Raises:
        Problem: The English catalogue is broken.
    """
    place = folder or bundled("translations")
    path = place / TEMPLATE_NAME
    path.write_text(template_text(place), encoding="utf-8", newline="\n")
    return path


def template_text(folder: Path | None = None) -> str:
    """Return what the template should hold now.

    Raises:
        Problem: The English catalogue is broken.
    """
    place = folder or bundled("translations")
    english = place / SOURCE_LANGUAGE / FILE_NAME
    messages = read_po(
        english.read_text(encoding="utf-8"), f"{SOURCE_LANGUAGE}/{FILE_NAME}"
    )
    blocks = [_block(one) for one in sorted(messages, key=_by_key) if one.key]
    return "\n".join((_HEADER, *blocks))


def _by_key(message: Message) -> str:
    return message.key


def _block(message: Message) -> str:
    lines = [f"#. {message.note}"] if message.note else []
    lines += [f"#. English: {_shown(form)}" for form in message.forms]
    lines.append(f"msgid {_quoted(message.key)}")
    if message.is_plural:
        lines.append(f"msgid_plural {_quoted(message.key + '.many')}")
        lines += [f'msgstr[{number}] ""' for number in range(len(message.forms))]
    else:
        lines.append('msgstr ""')
    return "\n".join(lines) + "\n"


def _shown(text: str) -> str:
    """Return the words on one line of a comment."""
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
