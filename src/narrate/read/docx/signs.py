"""The signs of a Word document's runs: what their parts stand for (ISO/IEC 29500-1, 17.3.3)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from narrate.read.office.galley import PAGE
from narrate.read.office.tree import flat, told

if TYPE_CHECKING:
    from lxml.etree import _Element

_SYMBOLS: Final = range(0xF000, 0xF100)
"""Where Word keeps the signs of fonts such as Wingdings, which have no meaning without the font."""
_ORNAMENT: Final = "❖"


def _line_end(mark: "_Element") -> str:
    """Return what a break stands for; a new column begins a paragraph."""
    return {"page": PAGE, "column": "\n\n"}.get(told(mark, "type"), "\n")


def _symbol(sign: "_Element") -> str:
    try:
        code = int(told(sign, "char"), 16)
        return _ORNAMENT if code in _SYMBOLS else chr(code).encode().decode()
    except (ValueError, OverflowError):
        return ""


def _blank(_: "_Element") -> str:
    return " "


SIGNS: Final[Mapping[str, "Callable[[_Element], str]"]] = {
    "t": lambda text: flat(text.text),
    "tab": _blank,
    "ptab": _blank,
    "br": _line_end,
    "cr": _line_end,
    "noBreakHyphen": lambda _: "-",
    "sym": _symbol,
}
"""Parts that are not here stand for nothing, such as a soft hyphen."""
