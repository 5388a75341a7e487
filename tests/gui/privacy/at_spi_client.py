"""A client of the system's accessibility bus, as a screen reader is one.

Run by Debian's own Python, which has ``gi``; reads a command a line, answers a line of
JSON. ``walk`` gives every text from the program downwards, and remembers what it met;
``put WORD`` writes a word into the box that it met last, and touches no key;
``language`` tells in which languages the last of them say they are;
``again`` asks whatever was met for its text once more, as a screen reader that kept it.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = "coprod-desktop"
PATIENCE_S = 20


def texts_of(one):
    """Everything that one object says of itself."""
    found = []
    try:
        one.clear_cache()
        found += [one.get_name(), one.get_description()]
        text = one.get_text_iface()
        if text is not None:
            found.append(Atspi.Text.get_text(text, 0, -1))
    except GLib.Error:
        found.append("")  # it has gone, which is the best answer
    return [said for said in found if said]


def children_of(one):
    """The objects below another."""
    try:
        count = one.get_child_count()
        return [one.get_child_at_index(at) for at in range(count)]
    except GLib.Error:
        return []


def program():
    """The program on the desktop, waited for."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        for one in children_of(Atspi.get_desktop(0)):
            if one is not None and PROGRAM in (one.get_name() or ""):
                return one
        GLib.MainContext.default().iteration(False)
    raise LookupError("the program is not on the accessibility bus")


def walk(met):
    """Every text from the program downwards."""
    root = program()
    root.clear_cache()
    waiting, said = [root], []
    while waiting:
        one = waiting.pop()
        if one is None:
            continue
        met.append(one)
        said += texts_of(one)
        waiting += children_of(one)
    return said


def put(met, word):
    """Write a word at the beginning of the box that was met last."""
    for one in reversed(met):
        try:
            if one.get_state_set().contains(Atspi.StateType.EDITABLE):
                return one.get_editable_text_iface().insert_text(0, word, len(word))
        except GLib.Error:
            continue  # it has gone
    return False


def main():
    """Answer until nobody asks any more."""
    met = []
    Atspi.init()
    for line in sys.stdin:
        if line.strip() == "walk":
            answer = walk(met)
        elif line.strip() == "language":
            answer = sorted({one.get_object_locale() for one in met[-10:]})
        elif line.startswith("put "):
            answer = put(met, line.split()[1])
        else:
            answer = [said for one in tuple(met) for said in texts_of(one)]
        print(json.dumps(answer), flush=True)


main()
