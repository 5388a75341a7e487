"""What is sealed is neither read nor changed without its key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.crypto.sealing import SealBroken, seal, unseal

KEY = bytes(range(32))
NONCE = bytes(12)


@given(
    plain=st.binary(), context=st.binary(), nonce=st.binary(min_size=12, max_size=12)
)
def test_what_was_sealed_comes_back(plain: bytes, context: bytes, nonce: bytes):
    sealed = seal(KEY, plain, context=context, nonce=nonce)

    assert unseal(KEY, sealed, context=context) == plain


@given(at=st.integers(0, 12 + 5 + 16 - 1), change=st.integers(1, 255))
def test_any_changed_byte_breaks_the_seal(at: int, change: int):
    sealed = bytearray(seal(KEY, b"words", context=b"here", nonce=NONCE))

    sealed[at] ^= change

    with pytest.raises(SealBroken):
        unseal(KEY, bytes(sealed), context=b"here")


@pytest.mark.parametrize("length", [0, 1, 12, 27])
def test_half_of_it_breaks_the_seal(length: int):
    sealed = seal(KEY, b"words", context=b"", nonce=NONCE)

    with pytest.raises(SealBroken):
        unseal(KEY, sealed[:length], context=b"")


def test_another_key_or_purpose_does_not_open_it():
    sealed = seal(KEY, b"words", context=b"here", nonce=NONCE)

    with pytest.raises(SealBroken):
        unseal(KEY[::-1], sealed, context=b"here")
    with pytest.raises(SealBroken):
        unseal(KEY, sealed, context=b"there")


def test_a_nonce_of_another_length_is_refused():
    with pytest.raises(ValueError, match="12 bytes"):
        seal(KEY, b"words", context=b"", nonce=bytes(11))


def test_a_key_of_another_length_is_refused():
    with pytest.raises(ValueError, match="AESGCM key"):
        unseal(KEY[:5], bytes(40), context=b"")
