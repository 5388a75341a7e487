"""What is put into a box comes out for its owner alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.crypto.boxes import box_public, fill_box, open_box
from coprod_desktop.crypto.sealing import SealBroken
from tests.fakes import FakeRandom

SEED = bytes(range(32))
PUBLIC = box_public(SEED)


def filled(plain: bytes = b"words", context: bytes = b"here") -> bytes:
    """A box for the owner of the seed."""
    return fill_box(PUBLIC, plain, context=context, random=FakeRandom())


@given(plain=st.binary(), context=st.binary())
def test_the_owner_takes_out_what_was_put_in(plain: bytes, context: bytes):
    assert open_box(SEED, filled(plain, context), context=context) == plain


def test_nobody_else_takes_it_out():
    with pytest.raises(SealBroken):
        open_box(SEED[::-1], filled(), context=b"here")


def test_a_box_filled_for_one_purpose_does_not_open_for_another():
    with pytest.raises(SealBroken):
        open_box(SEED, filled(), context=b"there")


@given(at=st.integers(0, 32 + 12 + 5 + 16 - 1), change=st.integers(1, 255))
def test_any_changed_byte_shows(at: int, change: int):
    # X25519 passes over the highest bit of a key; its bytes are bound in as well.
    box = bytearray(filled())

    box[at] ^= change

    with pytest.raises(SealBroken):
        open_box(SEED, bytes(box), context=b"here")


@pytest.mark.parametrize("length", [0, 31, 32, 44, 59])
def test_half_a_box_does_not_open(length: int):
    with pytest.raises(SealBroken):
        open_box(SEED, filled()[:length], context=b"here")


def test_a_box_that_would_open_for_everybody_is_refused():
    with pytest.raises(SealBroken):
        open_box(SEED, bytes(32) + filled()[32:], context=b"here")
    with pytest.raises(ValueError, match="shared key"):
        fill_box(bytes(32), b"words", context=b"", random=FakeRandom())


def test_two_boxes_with_the_same_words_have_nothing_in_common():
    random = FakeRandom()
    one, other = (
        fill_box(PUBLIC, bytes(32), context=b"", random=random) for _ in range(2)
    )

    assert not any(one[at : at + 8] in other for at in range(len(one) - 7))


def test_a_seed_of_another_length_is_refused():
    with pytest.raises(ValueError, match="32"):
        box_public(bytes(31))
    with pytest.raises(ValueError, match="32"):
        open_box(bytes(31), filled(), context=b"here")
