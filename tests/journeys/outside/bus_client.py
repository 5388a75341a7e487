"""Somebody's assistive technology: sees the program by the accessibility bus alone.

Run by Debian's own Python, which has ``gi``. Reads one wish a line as JSON, answers
with one line of JSON. It presses and writes by the interfaces that the program offers;
it has no keys and no pointer. What it waits for it looks for anew whenever the bus says
something, until ``patience_s`` is over.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = "coprod-desktop"
LOOK_AGAIN_MS = 100
MANY_EVENTS = 20_000
CHECKED = "object:state-changed:checked"
EVENTS = (
    "object:announcement",
    "object:property-change:accessible-name",
    "object:property-change:accessible-description",
    CHECKED,
    "object:state-changed:focused",
    "object:text-changed",
)


class GoneError(Exception):
    """What is looked for is not there now."""


def children_of(one):
    """The objects below another, as they are now."""
    try:
        return [one.get_child_at_index(at) for at in range(one.get_child_count())]
    except GLib.Error:
        return []


def words_in(one):
    """The words that stand in a box; None where it has none."""
    text = one.get_text_iface()
    return None if text is None else Atspi.Text.get_text(text, 0, -1)


def briefly(one):
    """Role, name and states: enough to know it by."""
    states = [state.value_nick for state in one.get_state_set().get_states()]
    return one.get_role_name(), one.get_name() or "", states


def is_in(state, states):
    """Whether something has a state, or is without it ("not checked")."""
    bare = state.removeprefix("not ")
    return (bare in states) == (bare == state)


def actions_of(one):
    """What can be done with it, by name."""
    action = one.get_action_iface()
    count = 0 if action is None else action.get_n_actions()
    return [action.get_action_name(at) for at in range(count)]


def labels_of(one):
    """The names of what labels it, or of what it labels."""
    return [
        [relation.get_relation_type().value_nick, relation.get_target(at).get_name()]
        for relation in one.get_relation_set()
        for at in range(relation.get_n_targets())
    ]


def told_of(one, depth=0):
    """Everything that a client is told of one object."""
    role, name, states = briefly(one)
    return {
        "role": role,
        "name": name,
        "description": one.get_description() or "",
        "states": states,
        "actions": actions_of(one),
        "relations": labels_of(one),
        "text": words_in(one),
        "depth": depth,
    }


class Client:
    """What one assistive technology knows and does."""

    def __init__(self):
        self.heard = []
        self._listener = Atspi.EventListener.new(self._on_event)
        for kind in EVENTS:
            self._listener.register(kind)

    def look(self):
        """Everything that shows now, in the order of the tree."""
        return [told_of(one, depth) for one, depth, _ in self._showing()]

    def find(self, role, name, **where):
        """What is told of the one with this role and name; None while it is not there.

        ``within`` names a group that it stands in, ``number`` counts equal ones, and
        ``state`` is a state that it has, or has not where it begins with "not ".
        """
        one = self._find(role, name, **where)
        return None if one is None else told_of(one)

    def press(self, role, name, **where):
        """Do what pressing it does."""
        one = self._find_now(role, name, where)
        verbs = actions_of(one)
        verb = "Press" if "Press" in verbs else "Toggle"
        return one.get_action_iface().do_action(verbs.index(verb))

    def write(self, role, name, words, **where):
        """Put words into a box, instead of what stood there."""
        one = self._find_now(role, name, where)
        return one.get_editable_text_iface().set_text_contents(words)

    def insert(self, role, name, words, **where):
        """Put words at the end of a box."""
        one = self._find_now(role, name, where)
        box = one.get_editable_text_iface()
        return box.insert_text(len(words_in(one)), words, len(words))

    def focus(self, role, name, **where):
        """Ask for the focus, as a screen reader's own keys do."""
        one = self._find_now(role, name, where)
        return one.get_component_iface().grab_focus()

    def events(self, kind):
        """Every event of this kind so far, in words."""
        return [one for one in self.heard if one[0].startswith(kind)]

    def has_heard(self, kind, words):
        """Whether an event of this kind has said these words."""
        return any(words == told for _, _, told in self.events(kind))

    def has_turned(self, name):
        """Whether the bus has told that this was ticked or chosen, or is no more."""
        return any(name == whose for _, whose, _ in self.events(CHECKED))

    def forget(self):
        """Listen anew: what was heard before does not count."""
        self.heard.clear()
        return True

    def _find_now(self, role, name, where):
        found = self._find(role, name, **where)
        if found is None:
            raise GoneError
        return found

    def _find(self, role, name, within=None, number=0, state="showing"):
        inside = None
        for one, depth, (its_role, its_name, states) in self._showing():
            if inside is not None and depth <= inside:
                inside = None
            if within is not None and its_name == within and inside is None:
                inside = depth
                continue
            is_here = within is None or inside is not None
            is_it = (its_role, its_name) == (role, name) and is_in(state, states)
            if is_here and is_it:
                if not number:
                    return one
                number -= 1
        return None

    def _showing(self):
        for root in children_of(Atspi.get_desktop(0)):
            if root is not None and PROGRAM in (root.get_name() or ""):
                root.set_cache_mask(Atspi.Cache.NONE)
                yield from self._below(root, 0)

    def _below(self, one, depth):
        brief = briefly(one)
        if depth > 1 and "showing" not in brief[2]:
            return
        yield one, depth, brief
        for child in children_of(one):
            if child is not None:
                yield from self._below(child, depth + 1)

    def _on_event(self, event):
        if len(self.heard) < MANY_EVENTS:
            try:
                name = event.source.get_name() if event.source else ""
            except GLib.Error:
                name = ""
            self.heard.append((event.type, name or "", str(event.any_data)))


def answer(client, wish, patience_s):
    """Do what is wished as soon as it can be done; say what came of it."""
    act = getattr(client, wish.pop("do"))
    end = time.monotonic() + patience_s
    context = GLib.MainContext.default()
    while True:
        try:
            came = act(**wish)
        except (GoneError, GLib.Error):
            came = None  # it is not there yet, or has gone while it was looked at
        if came or time.monotonic() > end:
            return came
        GLib.timeout_add(LOOK_AGAIN_MS, lambda: False)
        context.iteration(True)
        while context.pending():
            context.iteration(False)


def main():
    """Answer until nobody wishes any more."""
    Atspi.init()
    client = Client()
    for line in sys.stdin:
        wish = json.loads(line)
        patience_s = wish.pop("patience_s")
        print(json.dumps(answer(client, wish, patience_s)), flush=True)


main()
