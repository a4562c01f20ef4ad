"""The weights of words, as engines that heed them take them: a mark where one begins, another where it ends.

The marks are noncharacters of Unicode, which are nobody's but a program's own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from narrate.model.script import Emphasis, Line, Rewrite

MARKS: Final[Mapping[str, str]] = {"strong": "\ufdd0", "moderate": "\ufdd1", "reduced": "\ufdd2"}
"""What stands before words of a weight."""
EVEN: Final = "\ufdd3"
"""What stands before the first word without one, or after the last with one."""
_NO_MARKS: Final = str.maketrans(dict.fromkeys((*MARKS.values(), EVEN)))


def unweighed(text: str) -> str:
    """Take the marks out of a text."""
    return text.translate(_NO_MARKS)


def is_weighed(text: str) -> bool:
    """Tell whether a text has marks."""
    return unweighed(text) != text


def weighed(line: Line) -> Line:
    r"""Mark the weights in a line, each as a rewrite of nothing; what an author wrote is no mark.

    >>> weighed(Line("I said now!", "narrator", "ann", emphases=(Emphasis(7, 11, "strong"),))).spoken
    'I said \ufdd0now\ufdd3!'
    """
    text = line.text.translate({ord(mark): " " for mark in (*MARKS.values(), EVEN)})
    marks = [each for emphasis in line.emphases if emphasis.level in MARKS for each in _marks(line, emphasis)]
    return replace(
        line,
        text=text,
        rewrites=tuple(sorted([*marks, *line.rewrites], key=lambda each: (each.start, each.end))),
    )


def _marks(line: Line, emphasis: Emphasis) -> Iterator[Rewrite]:
    begin = _word_from(line, next((one.start for one in _around(line, emphasis.start)), emphasis.start))
    after = next((one.end for one in _around(line, emphasis.end)), emphasis.end)
    end = _word_from(line, after)
    if begin < end:
        yield Rewrite(begin, begin, MARKS[emphasis.level], "")
        place = end if end < len(line.text) else _words_end(line, after)
        yield Rewrite(place, place, EVEN, "")


def _around(line: Line, place: int) -> Iterator[Rewrite]:
    return (one for one in line.rewrites if one.start < place < one.end)


def _word_from(line: Line, place: int) -> int:
    """Return where the next word begins that is spoken; the line's end where there is none."""
    words = (at for at in range(place, len(line.text)) if line.text[at].isalnum())
    said = (one.start for one in line.rewrites if one.start >= place and one.spoken.strip())
    return min([*list(words)[:1], *list(said)[:1]], default=len(line.text))


def _words_end(line: Line, place: int) -> int:
    """Return where the last word before a place ends."""
    words = [at + 1 for at in range(place) if line.text[at].isalnum()]
    said = [one.end for one in line.rewrites if one.end <= place and one.spoken.strip()]
    return max([*words, *said], default=place)
