"""Numbers as word processors print them before headings and items."""

from collections.abc import Callable, Mapping
from typing import Final

_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def in_roman(count: int) -> str:
    """Write a Roman numeral.

    >>> in_roman(4), in_roman(1999)
    ('IV', 'MCMXCIX')
    """
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (count // worth)
        count %= worth
    return written


def in_letters(count: int) -> str:
    """Write a number as lists with letters count: after z come aa and bb.

    >>> in_letters(1), in_letters(26), in_letters(28)
    ('a', 'z', 'bb')
    """
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "1": str,
    "a": in_letters,
    "A": lambda count: in_letters(count).upper(),
    "i": lambda count: in_roman(count).lower(),
    "I": in_roman,
}
"""The forms in which numbers are printed, by how they print the first (OpenDocument 1.3, 19.502)."""
