"""What must never be claimed (SAFETY 2.5; SECURITY.md has the reasons)."""

from __future__ import annotations

import re

NEVER_CLAIMED = {
    "proves who wrote it": (
        r"(prove[sd]?|proof) (that )?(\w+ ){1,3}(wrote|typed|said)|proof of who"
    ),
    "staff cannot read it": (
        r"(staff|administrators?|we) (cannot|can't|can not|can never) read"
    ),
    "cannot be altered": (
        r"(cannot|can't|can not|can never) be (altered|forged|faked|hacked)"
        r"|impossible to (alter|change|forge|break|read)"
    ),
    "securely deleted": r"securely (deleted|erased|wiped)|wiped from memory",
    "legally binding": r"legally (binding|valid)|binding in law|binds .{0,20}\bin law",
    "approved or compliant": (
        r"(nhs|mhra) approved|(dtac|dcb ?0129|dcb ?0160|gdpr|wcag) compliant"
        r"|complies with|certified (by|as|for|to)|accredited"
    ),
    "clinically safe": r"clinically (safe|validated|proven)",
    "never loses a word": (
        r"never los(e|es|ing) (a|any|one) (single )?word"
        r"|(cannot|can never) (be lost|lose (a|any) word)"
    ),
    "unhackable": (
        r"unhackable|unbreakable|uncrackable|hack ?proof|tamper ?proof|fool ?proof"
    ),
    "military grade": r"(military|bank|government) grade",
    "wholly safe": (
        r"(completely|fully|totally|perfectly|absolutely|100 ?%) (safe|secure|private)"
        r"|guaranteed? (to|that|safe|secure|private)|(we|it) guarantees?"
    ),
}
"""Promises that this program cannot keep, wherever they stand."""

NEVER_TOLD = {
    "nobody can": (
        r"\bno(body| one)( else)? can (ever )?"
        r"(read|see|open the|change|alter|write as|sign|bring|get"
        r"|take (it |them )?(out|away))"
    ),
}
"""Promises that nobody may read: in the program, on paper, in what wards are told.

Two named people together can open private words, an administrator may be able to, and
somebody may type in another person's open session. Developers' notes may say what no
call of the program does.
"""


def plain(text: str) -> str:
    """Lower case, one space between words, and a .po file's lines joined."""
    text = re.sub(r'"\n"', "", text).replace("\u2019", "'").replace("-", " ")
    return re.sub(r"\s+", " ", re.sub(r"[*_`]", "", text)).lower()


def claims_in(text: str, *, is_told: bool = True) -> list[str]:
    """Which of the things that must never be claimed a text claims.

    ``is_told`` is whether wards read it.
    """
    said = plain(text)
    looked_for = NEVER_CLAIMED | (NEVER_TOLD if is_told else {})
    return [what for what, words in looked_for.items() if re.search(words, said)]
