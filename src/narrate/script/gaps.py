"""Places in a paragraph where a sentence may end."""

import re
from dataclasses import dataclass
from functools import cached_property

REACH = 120
"""Characters that a rule may look back or ahead: more than any tag, number or name needs."""

CANDIDATE = re.compile(
    r"""
    (?P<mark> \.(?:[ \u00a0]\.){1,9} | (?<![.!?…‽؟۔।])[.!?…‽؟۔।]++ | (?:--|[—–])(?=["”’'»“]) )
    (?P<closers> (?:["”’'»›“‘)\]}*_†‡¹²³⁰⁴-⁹] | [ ]?\[\d{1,3}\](?=\s) | [ \u00a0\u202f][»›”](?=\s)){0,12}+ )
    (?P<space> \s++ ) (?=\S)
    """,
    re.VERBOSE,
)
"""An end mark, what closes after it, and the white space before the next word."""

WIDE = re.compile(r"(?P<mark>[。！？]+)(?P<closers>[」』”’）》]*)(?P<space>\s*)(?=[^\s。！？])")
"""The same in Chinese and Japanese, where no white space is needed."""

OPENERS = "\"“”„‚‘’'«»‹›([{*_¿¡—–-•⁃ \u00a0\u202f"
WORD = re.compile(r"[^\W_](?:[\w.'’&°-]*[\w°])?|\W")
LIMITS = re.compile(r"[\s\"“”„‚‘«»‹([{*_¿¡—–&]+|--")
WORDS = 40
"""Characters that hold the last two words wherever they matter."""
QUOTES = frozenset("\"”’'»›“‘")


@dataclass(frozen=True)
class Gap:
    """A place between two words where a sentence may end.

    Many rules ask the same of it, so that it keeps its answers.
    """

    before: str
    """The sentence so far, through its end mark; at most `REACH` characters of it."""
    mark: str
    closers: str
    """Quotes, brackets and note marks that close after the end mark."""
    after: str
    """What follows the white space, at most `REACH` characters."""
    small: bool = False
    """Whether the paragraph knows no capital letters."""

    @cached_property
    def quoted(self) -> bool:
        """Whether a quotation closes here."""
        return not QUOTES.isdisjoint(self.closers)

    @property
    def dots(self) -> int:
        """How many dots an ellipsis has; 0 where the mark is none."""
        dots = self.mark.count(".") + 3 * self.mark.count("…")
        return dots if dots > 1 and not self.mark.strip(". \u00a0…") else 0

    @property
    def spaced(self) -> bool:
        """Whether white space stands before the mark."""
        return self.before.removesuffix(self.mark)[-1:].isspace()

    @cached_property
    def last(self) -> str:
        """The last word without its stop, in small letters."""
        return self._words[-1].lstrip("'’").lower() if self._words else ""

    @property
    def last_but_one(self) -> str:
        """The word before the last, as printed."""
        return self._words[-2] if len(self._words) > 1 else ""

    @cached_property
    def following(self) -> str:
        """What follows, without the quotes, brackets and dashes that open it."""
        return self.after.lstrip(OPENERS)

    @cached_property
    def next(self) -> str:
        """The next word, as printed, without a stop at its end."""
        found = WORD.match(self.following)
        return found.group() if found else ""

    @cached_property
    def _words(self) -> list[str]:
        return LIMITS.split(self.before.removesuffix(self.mark)[-WORDS:])[-2:]
