"""A recovery code survives being copied by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.crypto.recovery import ALPHABET, CodeMistyped, new_code, read_code
from tests.fakes import FakeRandom

CODE = new_code(FakeRandom())


@given(secret=st.binary(min_size=20, max_size=20))
def test_every_code_reads_back(secret: bytes):
    code = new_code(lambda length: secret[:length])

    assert read_code(code) == code.replace("-", "")


def test_a_code_is_nine_groups_of_four():
    assert [len(group) for group in CODE.split("-")] == [4] * 9


def test_different_chance_gives_different_codes():
    assert new_code(FakeRandom("other")) != CODE


def test_small_letters_spaces_and_look_alikes_are_read_kindly():
    secret = new_code(bytes)
    typed = secret.lower().replace("0", "o").replace("-", " ") + "\n"

    assert read_code(typed) == secret.replace("-", "")


def test_l_and_i_are_read_as_one():
    ones = new_code(lambda _: bytes.fromhex("0842108421" * 4))

    assert "1111" in ones
    assert read_code(ones.replace("1", "l")) == ones.replace("-", "")
    assert read_code(ones.replace("1", "I")) == ones.replace("-", "")


@given(at=st.integers(0, 35), sign=st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_noticed(at: int, sign: str):
    plain = CODE.replace("-", "")
    typed = plain[:at] + sign + plain[at + 1 :]

    if typed == plain:
        assert read_code(typed) == plain
    else:
        with pytest.raises(CodeMistyped):
            read_code(typed)


@given(at=st.integers(0, 34))
def test_two_signs_swapped_are_noticed(at: int):
    plain = CODE.replace("-", "")
    typed = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]

    if typed != plain:
        with pytest.raises(CodeMistyped):
            read_code(typed)


@pytest.mark.parametrize(
    "typed", ["", "U" * 36, CODE[:-1], CODE + "0", "not a code", "\u0661" * 36]
)
def test_what_is_no_code_is_refused(typed: str):
    with pytest.raises(CodeMistyped):
        read_code(typed)
