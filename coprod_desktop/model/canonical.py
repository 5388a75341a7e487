"""The one text for a JSON value: keys sorted, nothing escaped, no white space.

It stands apart from :mod:`coprod_desktop.model.wire` so that the ward's door can be
read before the window shows, without loading what people may say.
"""

from __future__ import annotations

import json
from typing import Any

Json = dict[str, Any]

_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def canonical(value: Json) -> str:
    """Return the one text for a JSON value."""
    return _ENCODER.encode(value)
