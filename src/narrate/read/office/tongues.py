"""The language of a document, and the runs that are not in it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from unicodedata import bidirectional, east_asian_width

from narrate.read.flow import Paragraph, Run


class Script(StrEnum):
    """The three kinds of writing for each of which office programs keep a language of its own."""

    WESTERN = "western"
    ASIAN = "asian"
    COMPLEX = "complex"
    """Written from right to left."""


def script_of(text: str) -> Script:
    """Tell in which kind of writing words are.

    >>> [script_of(text).value for text in ("Café", "東京", "שלום")]
    ['western', 'asian', 'complex']
    """
    if text.isascii():
        return Script.WESTERN
    if any(east_asian_width(sign) in "WF" for sign in text):
        return Script.ASIAN
    return Script.COMPLEX if any(bidirectional(sign) in {"R", "AL"} for sign in text) else Script.WESTERN


def main_language(paragraphs: Iterable[Paragraph]) -> str:
    """Return the language in which most letters are marked; empty where that is none.

    What a document says of itself is often the language of the program that made it.
    """
    letters: Counter[str] = Counter()
    for run in (run for each in paragraphs for run in each.runs):
        letters[run.language] += len(run.text)
    return letters.most_common(1)[0][0] if letters else ""


def foreign_only(paragraphs: Iterable[Paragraph], main: str) -> Iterator[Paragraph]:
    """Leave the mark on foreign words only; another country of the same language is an accident of typing."""
    for each in paragraphs:
        yield replace(each, runs=tuple(_marked(run, main) for run in each.runs))


def _marked(run: Run, main: str) -> Run:
    return replace(run, language="") if _tongue(run.language) == _tongue(main) else run


def _tongue(tag: str) -> str:
    return tag.partition("-")[0].casefold()
