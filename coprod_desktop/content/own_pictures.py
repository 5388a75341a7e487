"""The pictures that somebody may choose their own from: four pages of nine.

Sign-in by pictures asks for no memory of signs (WCAG 3.3.8): a person sees what they
chose, among eight others. Each page holds one thing of each sort (an animal, food,
something that moves, a plant …), so that no two on a page can be taken for each other.
All are everyday things that frighten nobody.
"""

from __future__ import annotations

PAGES: tuple[tuple[str, ...], ...] = (
    (
        *("dog", "apple", "bicycle"),
        *("tree", "moon", "teapot"),
        *("guitar", "hat", "ball"),
    ),
    (
        *("bread", "train", "cat"),
        *("rainbow", "umbrella", "sunflower"),
        *("shoe", "camera", "drum"),
    ),
    (
        *("boat", "bird", "cake"),
        *("clock", "flower", "star"),
        *("tent", "piano", "glasses"),
    ),
    (
        *("carrot", "bus", "fish"),
        *("snowflake", "key", "cactus"),
        *("glove", "balloon", "trumpet"),
    ),
)
"""Pictures by what they mean, page by page, in the order in which they stand.

A door keeps the pages that it was made with, so these may change.
"""
