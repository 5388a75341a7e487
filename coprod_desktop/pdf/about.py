"""What a file says about itself, and what it holds beside its pages.

A reader shows a title in its window and reads it aloud first; scripts, layers and other
names of pages are no words of ours either. All of it is compared, as the pages are.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

_OWN = frozenset(
    {
        *("/AF", "/Lang", "/MarkInfo", "/Metadata", "/Names", "/Outlines"),
        *("/OutputIntents", "/PageMode", "/Pages", "/StructTreeRoot", "/Type"),
        "/ViewerPreferences",
    }
)
"""What our files have themselves; their words, notes and files are read one by one."""
_OF_SAVING = frozenset({"/Extensions", "/PageLayout", "/PieceInfo", "/Version"})
"""What a program leaves that saved the file anew; no reader shows any of it."""
_TOLD = ("/Title", "/Author", "/Subject")
_TOLD_AGAIN = ("dc:title", "dc:creator", "dc:description")


def told_about(opened: pikepdf.Pdf) -> tuple[str, ...]:
    """Return in which language a file is, what it is called, by whom, of what."""
    again = opened.open_metadata()
    return (
        str(opened.Root.get("/Lang", "")),
        *(str(opened.docinfo.get(key, "")) for key in _TOLD),
        *(str(again.get(key, "")) for key in _TOLD_AGAIN),
    )


def beside_the_pages(opened: pikepdf.Pdf) -> Iterator[str]:
    """Yield what stands in a file that none of ours has: scripts, forms, layers."""
    root = opened.Root
    yield from sorted(set(root.keys()) - _OWN - _OF_SAVING)
    yield from sorted(set(root.get("/Names", {}).keys()) - {"/EmbeddedFiles"})
