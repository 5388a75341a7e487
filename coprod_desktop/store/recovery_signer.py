"""What the recovery code can do besides opening the ward: give staff a new key.

Its secret comes from the same slow derivation as the door to the ward. The ward's first
entries name the public half that checks its signatures. What staff read their drafts
with is also put into a box for it, so that a forgotten passphrase loses no words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select

from coprod_desktop.crypto.boxes import PUBLIC_BYTES, box_public
from coprod_desktop.crypto.hkdf import derive
from coprod_desktop.crypto.signing import is_signed, public_key, sign
from coprod_desktop.model.bodies import RECOVERY
from coprod_desktop.store.schema import person_keys
from coprod_desktop.store.turn import Turn

_BOX = b"coprod-desktop/recovery-box/v1/"


@dataclass(frozen=True, slots=True)
class RecoverySigner:
    """The two seeds behind the recovery code. They never show themselves."""

    signing: bytes = field(repr=False)
    reading: bytes = field(repr=False)

    @property
    def public_key(self) -> bytes:
        """What checks its signatures: 32 bytes."""
        return public_key(self.signing)


def recovery_signer(beside: bytes) -> RecoverySigner:
    """Return the signer, from the secret beside the recovery code's door."""
    return RecoverySigner(
        derive(beside, "coprod-desktop/recovery-signing/v1"),
        derive(beside, "coprod-desktop/recovery-reading/v1"),
    )


def keep_box(turn: Turn, signer: RecoverySigner) -> None:
    """Keep the public half of what it reads with, under its own signature."""
    public = box_public(signer.reading)
    signature = sign(signer.signing, _BOX + public)
    turn.put(person_keys, {"person": RECOVERY, "sealed": public + signature})


def read_box(turn: Turn, checks: bytes) -> bytes | None:
    """Return what boxes for the recovery code are filled with: 32 bytes.

    None where the ward has none, or it is not signed with the key that ``checks``.
    """
    wanted = select(person_keys.c.sealed).where(person_keys.c.person == RECOVERY)
    kept = turn.execute(wanted).scalar()
    if kept is None:
        return None
    public, signature = kept[:PUBLIC_BYTES], kept[PUBLIC_BYTES:]
    return public if is_signed(checks, _BOX + public, signature) else None
