"""How a paper left its queue, asked of CUPS's own library.

``lpstat`` cannot say it: CUPS 2.4.2 gives a finished paper and one that was cancelled
while it waited the same reason (found by trying, decision 023).
"""

from __future__ import annotations

import ctypes
import sys

CANCELED, ABORTED, COMPLETED = 7, 8, 9
"""States of a job, RFC 8011 5.3.7."""

_LIBRARY = "libcups.2.dylib" if sys.platform == "darwin" else "libcups.so.2"
_EVERYBODYS, _ENDED = 0, 1
_OF_THIS_COMPUTER = None


class _Job(ctypes.Structure):
    """``cups_job_t``, as ``cups/cups.h`` has it since CUPS 1.1."""

    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


def state_at_the_end(queue: str, number: int) -> int | None:
    """Return the state in which a job ended; None where nobody knows; slow."""
    try:
        cups = ctypes.CDLL(_LIBRARY)
    except OSError:
        return None
    jobs = ctypes.POINTER(_Job)()
    kept = ctypes.byref(jobs)
    name = queue.encode()
    count = cups.cupsGetJobs2(_OF_THIS_COMPUTER, kept, name, _EVERYBODYS, _ENDED)
    found = {jobs[at].id: int(jobs[at].state) for at in range(count)}
    cups.cupsFreeJobs(count, jobs)
    return found.get(number)
