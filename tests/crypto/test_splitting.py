"""One part of a secret is nothing; two are all of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.crypto.splitting import joined, split
from tests.fakes import FakeRandom


@given(secret=st.binary(), seed=st.text(max_size=3))
def test_both_parts_together_are_the_secret(secret: bytes, seed: str):
    one, other = split(secret, FakeRandom(seed))

    assert joined(one, other) == joined(other, one) == secret


def test_whichever_the_secret_the_first_part_is_the_same_chance():
    # And the second is as much chance as the first, since it is the first turned over.
    parts = [split(secret, FakeRandom()) for secret in (bytes(32), b"\xff" * 32)]

    assert parts[0][0] == parts[1][0]
    assert parts[0][1] != parts[1][1]


def test_parts_of_two_secrets_are_not_put_together():
    with pytest.raises(ValueError, match="zip"):
        joined(bytes(32), bytes(31))
