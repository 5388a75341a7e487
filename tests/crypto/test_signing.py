"""A signature is one person's, on one message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.crypto.signing import is_signed, new_seed, public_key, sign
from tests.fakes import FakeRandom

SEED = new_seed(FakeRandom())
MESSAGE = b"I want to see my dog."


@given(message=st.binary())
def test_what_is_signed_checks(message: bytes):
    assert is_signed(public_key(SEED), message, sign(SEED, message))


def test_nobody_elses_key_checks_it():
    other = public_key(new_seed(FakeRandom("other")))

    assert not is_signed(other, MESSAGE, sign(SEED, MESSAGE))


@given(at=st.integers(0, 63), change=st.integers(1, 255))
def test_any_changed_byte_of_a_signature_shows(at: int, change: int):
    signature = bytearray(sign(SEED, MESSAGE))

    signature[at] ^= change

    assert not is_signed(public_key(SEED), MESSAGE, bytes(signature))


def test_a_changed_message_shows():
    assert not is_signed(public_key(SEED), MESSAGE + b" ", sign(SEED, MESSAGE))


def test_what_is_no_key_or_no_signature_does_not_check():
    assert not is_signed(b"short", MESSAGE, sign(SEED, MESSAGE))
    assert not is_signed(public_key(SEED), MESSAGE, b"short")


def test_the_standards_own_example_checks():
    # RFC 8032, 7.1, test 2.
    seed = bytes.fromhex(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
    )

    assert public_key(seed).hex() == (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    )
    assert sign(seed, b"\x72").hex().startswith("92a009a9f0d4cab8720e820b5f642540")


def test_a_seed_of_another_length_is_refused():
    with pytest.raises(ValueError, match="32 bytes"):
        sign(b"short", MESSAGE)
