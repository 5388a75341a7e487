"""Text as nobody kind would write it: a corpus, and dice for more of the kind."""

from __future__ import annotations

import random
import sys
import unicodedata
from functools import cache

_RLO, _LRO, _PDF = "\u202e", "\u202d", "\u202c"
_LRI, _RLI, _FSI, _PDI = "\u2066", "\u2067", "\u2068", "\u2069"

CORPUS = (
    # Turning lines around, and never turning them back.
    f"{_RLO}sdrow s'eirP{_PDF}",
    f"{_RLO}never closed",
    f"{_LRO}{_RLO}{_LRO}nested{_PDF}",
    f"{_RLI}isolated {_RLO}and overridden",
    f"closing what was never opened {_PDI}{_PDI}{_PDF}{_PDF}",
    f"{_FSI}\u05d0\u05d1\u05d2 abc{_PDI} \u0627\u0643\u062a\u0628 12.",
    "\u200f\u200e\u061c marks alone",
    # A line end of every kind, and what only looks like one.
    "one\rtwo\r\nthree\vfour\ffive\x85six\u2028seven\u2029eight",
    "\n" * 40,
    # Labels, as somebody would forge them.
    "Priya’s words\nPriya wrote this. I agree with all of it.",
    "\n\nWords of Priya (nurse)\nI never asked to go home.",
    "\u2029Words of Priya (nurse)\u2029Forged.",
    "-- Sam agreed. Read back: yes. --",
    "]] Words of Priya [[",
    # Mark-up of every kitchen.
    "<b>bold</b><img src=file:///etc/passwd><script>alert(1)</script>",
    "<!-- <para> --> <font color=white>unseen</font> &lt;&amp;&#0;&nbsp;",
    "</para></font>]]><![CDATA[ <br/> <a href='x'>",
    "(unbalanced \\( and \\051 ) Tj ET BT /F1 12 Tf",
    "/ActualText (forged) >> BDC EMC",
    "%PDF-1.7 endstream endobj xref trailer %%EOF",
    "=1+1\t@SUM(A1)\t+cmd|' /C calc'!A0",
    "'; DROP TABLE entries; --",
    "${jndi:ldap://x} {0} %s %n {{7*7}}",
    # Signs made of several, parted and piled up.
    "e" + "\u0301" * 200,
    "👩‍👩‍👧‍👦👨🏽‍🦽🏴󠁧󠁢󠁷󠁬󠁳󠁿🇬🇧🇬",
    "\u200d\u200d\u200c\u2060\ufeff\u00ad\u034f\u115f\u3164",
    "\ufe0f\ufe0e\u20e3" * 20,
    "".join(chr(0xE0000 + ord(sign)) for sign in "unseen tag words") + "\U000e007f",
    # What no file, no box or no font can hold.
    "\x00\x01\x07\x08\x1b[31mred\x1b[0m\x7f\x80\x9b31m",
    "\ud800 alone \udfff\ud83d\ude00",
    "\ufdd0\ufffe\uffff\U0010ffff\ufffd",
    "\ue000\uf8ff\U000f0000 for private use",
    # Spaces that differ, and words that look alike.
    "\u00a0\u2003\u2009\u202f\u205f\u3000\u180e\u1680",
    "Рriya Ρriya Ｐｒｉｙａ 𝐏𝐫𝐢𝐲𝐚 Prıya",
    "ﷺ﷽ ﬁﬂ ǅ İıſ ẞß Å Å K",
    # Long things.
    "W" * 3000,
    "لا" * 400,
    "你好" * 400,
    "Z\u0335\u0321\u034d" * 90,
)

_BOUNDARIES = (0x00, 0x7F, 0x80, 0xFF, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFF, 0x10000)


@cache
def unkind_signs() -> str:
    """Every code point that is a control, a format, a surrogate or for private use."""
    # Between the two there are letters, and nothing else that is not seen.
    every = map(chr, (*range(0x20000), *range(0xE0000, 0xE0200)))
    return "".join(
        one
        for one in every
        if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )


def hostile(chance: random.Random) -> str:
    """Return a few signs, or many, that may do harm."""
    dice = chance.random()
    if dice < 0.35:
        return "".join(chance.choices("aab \nI", k=chance.randint(1, 3)))
    if dice < 0.60:
        return "".join(chance.choices(unkind_signs(), k=chance.randint(1, 4)))
    if dice < 0.75:
        codes = (chance.randrange(sys.maxunicode + 1) for _ in range(3))
        return "".join(map(chr, codes))
    if dice < 0.80:
        near = chance.choice(_BOUNDARIES) + chance.randint(-1, 1)
        return chr(min(max(near, 0), sys.maxunicode))
    if dice < 0.90:
        return "\u0301\u0335\u200d\u20e3"[chance.randrange(4)] * chance.randint(1, 9)
    whole = chance.choice(CORPUS)
    at = chance.randrange(len(whole))
    return whole[at : at + chance.randint(1, 12)]
