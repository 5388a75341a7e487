"""Everything about keys, put together round one open file."""

from __future__ import annotations

from coprod_desktop.store.database import Database
from coprod_desktop.store.draft_seals import DraftSeals
from coprod_desktop.store.drafts import Drafts
from coprod_desktop.store.escrow import Escrow
from coprod_desktop.store.key_making import KeyMaking
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.own_keys import OwnKeys
from coprod_desktop.store.person_doors import PersonDoors
from coprod_desktop.store.readings import Readings
from coprod_desktop.store.seeds import Seeds
from coprod_desktop.store.sign_in import KeyParts, SignIn
from coprod_desktop.store.tries import Tries
from coprod_desktop.store.two_people import TwoPeople
from coprod_desktop.store.voices import Voices
from coprod_desktop.store.ward_state import WardReader
from coprod_desktop.store.world import World
from coprod_desktop.store.writing import EntryWriter


class KeyRoom:
    """Seeds, voices, doors and what is sealed with them."""

    def __init__(self, database: Database, key: WardKey, world: World) -> None:
        """Begin with every voice closed."""
        random = world.random
        self.seeds = Seeds(key, random)
        own_keys = OwnKeys(key.ward_id, random)
        self.voices = Voices(self.seeds, own_keys)
        self.writer = EntryWriter(key.ward_id, world.clock, self.voices)
        self.ward = WardReader(database)
        seals = DraftSeals(key, random, self.voices.reading_of)
        self.drafts = Drafts(database, seals, self.voices, self.ward)
        self.readings = Readings(database, seals)
        parts = KeyParts(
            database,
            self.ward,
            self.voices,
            own_keys,
            PersonDoors(key, random, world.cost),
            Tries(database, world.monotonic),
            Escrow(key.ward_id, random),
        )
        self.sign_in = SignIn(parts)
        self.making = KeyMaking(parts, self.writer, self.seeds, self.drafts, random)
        self.two_people = TwoPeople(parts, self.writer, self.drafts, random)
