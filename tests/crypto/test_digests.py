"""What is long hashes to what the standard says."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.crypto.digests import Digest


def test_the_standards_own_example():
    # FIPS 180-4's example of one block, as NIST publishes it.
    found = Digest()
    found.update(b"abc")

    assert found.digest().hex() == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


@given(st.lists(st.binary(max_size=200)))
def test_pieces_count_as_one_whole_and_more_may_come_after_telling(pieces: list[bytes]):
    found = Digest()
    for number, piece in enumerate(pieces, 1):
        found.update(piece)

        whole = b"".join(pieces[:number])
        assert found.digest() == hashlib.sha256(whole).digest()
