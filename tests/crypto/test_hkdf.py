"""Many keys come from one, and none tells of the others."""

import hmac

import pytest

from coprod_desktop.crypto.hkdf import derive

KEY = bytes(range(32))


def test_a_label_always_gives_the_same_key():
    assert derive(KEY, "words") == derive(KEY, "words")
    assert len(derive(KEY, "words")) == 32


def test_another_label_or_key_gives_another_key():
    found = {derive(KEY, "words"), derive(KEY, "seeds"), derive(KEY[::-1], "words")}

    assert len(found) == 3


def test_the_way_of_deriving_never_changes():
    # Another way would lock every ward out.
    assert derive(KEY, "words") == _by_hand(KEY, b"words")


def _by_hand(key: bytes, label: bytes) -> bytes:
    """RFC 5869 in two lines of the standard library."""
    extracted = hmac.digest(bytes(32), key, "sha256")
    return hmac.digest(extracted, label + b"\x01", "sha256")


@pytest.mark.parametrize(("key", "label"), [(KEY[:31], "words"), (KEY, "")])
def test_a_short_key_or_no_label_is_refused(key: bytes, label: str):
    with pytest.raises(ValueError, match="32 bytes"):
        derive(key, label)
