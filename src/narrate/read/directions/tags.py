"""The tags of SSML 1.1 in a text: which of its characters are theirs, and what they say.

See https://www.w3.org/TR/speech-synthesis11/.  Tags of any other name are nobody's here.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final

from narrate.errors import BadDirection
from narrate.model.direction import Kind
from narrate.model.story import Source
from narrate.model.words import shortened

Span = tuple[int, int]

OTHERS: Final[Mapping[str, str]] = {
    "audio": "sounds from files are not played",
    "desc": "sounds from files are not played, nor described",
    "lang": "a language has a voice of its own; write <voice languages=…>",
    "lexicon": "pronunciations are named in [book] lexicons",
    "lookup": "pronunciations are named in [book] lexicons",
    "mark": "marks are not kept",
    "meta": "what is known of a book stands in [book]",
    "metadata": "what is known of a book stands in [book]",
    "p": "an empty line parts paragraphs",
    "prosody": "rate, pitch and volume belong to voices; write <voice name=…> or <emphasis>",
    "s": "sentences are found without it",
    "speak": "a text is no SSML document, and needs no root",
    "token": "words are found without it; write <sub> or <phoneme>",
    "w": "words are found without it; write <sub> or <phoneme>",
}
"""The elements that are not done, and what there is instead."""

SHOWN: Final = 60
"""Characters of a tag that an error shows."""

_NAMES = "|".join(sorted((*Kind, *OTHERS), key=len, reverse=True))
_ATTRIBUTE = re.compile(r"\s+([A-Za-z_][\w:.-]*)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name>{_NAMES})(?P<attributes>(?:{_ATTRIBUTE.pattern})*)\s*(?P<empty>/?)>",
    re.IGNORECASE,
)
_BROKEN = re.compile(rf"</?(?:{'|'.join(Kind)})(?=[\s/>=\"'])[^<>\n]{{0,{SHOWN}}}>?", re.IGNORECASE)
"""What was meant for a tag of one of the elements that are done."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, where it stands, and what its attributes say."""

    start: int
    end: int
    name: str
    attributes: Mapping[str, str]
    closes: bool
    """Whether it ends an element."""
    empty: bool
    """Whether it is a whole element."""


def candidates(text: str) -> Iterator[Span]:
    r"""Yield the places of all that looks like a tag of SSML, whole or broken.

    >>> text = "5 < 6 <b>so</b> <break time='1s'/> a<b <sub alias=x> <voices>"
    >>> [text[slice(*place)] for place in candidates(text)]
    ["<break time='1s'/>", '<sub alias=x>']
    """
    for found in re.finditer(f"{_TAG.pattern}|{_BROKEN.pattern}", text, re.IGNORECASE):
        yield found.span()


def tags(source: Source, is_text: Callable[[Span], bool]) -> Iterator[Tag]:
    """Yield the tags of a source but those that `is_text` tells to be text; raise `BadDirection` for others.

    What is no whole tag of an element that is done, and any tag of one that is not, cannot be followed.
    """
    for place in candidates(source.text):
        if not is_text(place):
            yield _tag(source, *place)


def whole_tags(source: Source, is_text: Callable[[Span], bool]) -> Iterator[Tag]:
    """Yield the tags of elements that are done, and pass over whatever else looks like one."""
    for place in candidates(source.text):
        found = _TAG.fullmatch(source.text, *place)
        if found and found["name"].lower() not in OTHERS and not is_text(place):
            yield _tag(source, *place)


def bad(source: Source, place: Span, wrong: str) -> BadDirection:
    """Make the error that names file, line, tag and what is wrong with it."""
    shown = shortened(" ".join(source.text[slice(*place)].split()), SHOWN)
    return BadDirection(source.path, source.line_of(place[0]), shown, wrong)


def _tag(source: Source, start: int, end: int) -> Tag:
    found = _TAG.fullmatch(source.text, start, end)
    if found is None:
        raise bad(source, (start, end), 'is no whole tag; write it as in <break time="500ms"/>, with quotes')
    name = found["name"].lower()
    if name in OTHERS:
        raise bad(source, (start, end), f"is not done by narrate: {OTHERS[name]}; take the tag out")
    attributes = {one: unescape(two or three) for one, two, three in _ATTRIBUTE.findall(found["attributes"])}
    return Tag(start, end, name, attributes, bool(found["close"]), bool(found["empty"]))
