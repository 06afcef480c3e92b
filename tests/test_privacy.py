"""Telephone and identity numbers in texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.privacy import mask


@pytest.mark.parametrize(
    "number",
    [
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "１３８１２３４５６７８",
        "+86 138 1234 5678",
        "8613812345678",
        "0546-8320123",
        "05468320123",
        "0531-81234567",
        "020 8123 4567",
        "（0546）8320123",
        "(0546)8320123",
        "110101199003071234",
        "11010119900307123X",
        "11010119900307123ｘ",
        "110101 1990 0307 123X",
        "110101900307123",
    ],
)
def test_a_number_that_reaches_a_person_is_masked(number: str) -> None:
    """No digit is left of it, and what stands around it stays."""
    masked = mask(f"李某{number}来电，反映3件事")

    assert re.sub(r"[*() （）+\-]+", "#", masked) == "李某#来电，反映3件事"


@pytest.mark.parametrize(
    "text",
    [
        "2014年3月15日至2014年5月16日",
        "2014-05-08",
        "拨打12345或10086",
        "发放110份，收回63份",
        "共支出1380000元，占12.34%",
        "ZG-0012、YJ-4K7PM2XQ",
        "工单201405081234",
        "1.2014-05-08 2.2014-06-08",
        "",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    """Days, amounts, hotlines and record numbers are no persons."""
    assert mask(text) == text


def test_several_numbers_in_one_text() -> None:
    """Each is masked, and what joins them is left."""
    assert (
        mask("13812345678、0546-8320123；13912345678") == "***********、****-*******；***********"
    )


_PIECES = st.sampled_from(
    ["13812345678", "0546-8320123", "110101199003071234", "138", " ", "-", "电话", "86", "X", "1"]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_masking_twice_is_masking_once(text: str) -> None:
    """A sheet that comes back masked and goes out again does not change."""
    once = mask(text)

    assert mask(once) == once
    assert len(once) == len(text)
