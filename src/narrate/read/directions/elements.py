"""The elements that tags make, and what each asks of the reading; nothing wrong with them goes unsaid."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from narrate.model.direction import WHOLE, Direction, Kind
from narrate.model.ipa import strange
from narrate.model.story import Source
from narrate.model.words import quoted, speakable
from narrate.nearest import did_you_mean
from narrate.read.directions.tags import Tag, bad

LONGEST: Final = 60_000
"""Milliseconds of the longest break, as of the longest of `[pauses]`."""
STRENGTHS: Final = ("none", "x-weak", "weak", "medium", "strong", "x-strong")
LEVELS: Final = ("strong", "moderate", "none", "reduced")
GENDERS: Final = ("female", "male", "neutral")
DATES: Final = ("mdy", "dmy", "ymd", "md", "dm", "ym", "my", "d", "m", "y", "ydm")
_NUMBER = r"[-+−]?\d[\d., \u00a0\u202f]*|[IVXLCDM]+|[ivxlcdm]+"
WAYS: Final[Mapping[str, str]] = {
    "cardinal": _NUMBER,
    "number": _NUMBER,
    "ordinal": rf"(?:{_NUMBER})\w{{0,2}}\.?",
    "characters": ".*",
    "spell-out": ".*",
    "verbatim": ".*",
    "digits": r"[\d\W]*\d[\d\W]*",
    "date": r".*\d.*",
    "time": r"\d{1,2}(?:\s*[:.h]\s*\d{2}){0,2}\s*(?:[ap]\.?\s?m\.?)?",
    "telephone": r"[\d\W]*\d[\d\W]*(?:(?:x|ext\.?)\s*\d+)?",
    "currency": r".*\d.*",
    "fraction": r"(?:\d+[ +])?\d+\s*[/⁄]\s*\d+|\d*\s*[¼½¾⅐-⅞]",
    "unit": r".*\d.*",
}
"""How things may be said, and what they must look like."""
ATTRIBUTES: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.BREAK: ("time", "strength"),
    Kind.EMPHASIS: ("level",),
    Kind.PHONEME: ("ph", "alphabet"),
    Kind.SAY_AS: ("interpret-as", "format"),
    Kind.SUB: ("alias",),
    Kind.VOICE: ("name", "languages", "gender"),
}
_TIME = re.compile(r"\+?(\d+(?:\.\d+)?|\.\d+)(ms|s)")
_TONGUE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Element:
    """A direction, and the tags that it was read from."""

    direction: Direction
    """Without a place yet."""
    opens: Tag
    closes: Tag
    """The same tag where the element is empty."""


def elements(source: Source, tags: Iterable[Tag]) -> list[Element]:
    """Pair tags, outer elements before inner ones; raise `BadDirection` for what cannot be followed."""
    open_tags: list[Tag] = []
    found: list[Element] = []
    for tag in tags:
        if tag.closes:
            found.append(_element(source, _opened(source, open_tags, tag), tag))
            continue
        _check_place(source, open_tags, tag)
        if tag.empty or tag.name == Kind.BREAK:
            found.append(_element(source, tag, tag))
        else:
            open_tags.append(tag)
    if open_tags:
        raise _bad(source, open_tags[-1], f"is never closed; write </{open_tags[-1].name}> where it ends")
    return sorted(found, key=lambda element: element.opens.start)


def _opened(source: Source, open_tags: list[Tag], tag: Tag) -> Tag:
    if tag.name == Kind.BREAK:
        raise _bad(source, tag, "closes what has no inside; take it out, and write <break/> alone")
    if not open_tags:
        raise _bad(
            source, tag, f"closes what was never opened; write <{tag.name} …> before it, or take it out"
        )
    if open_tags[-1].name != tag.name:
        inner = open_tags[-1]
        line = source.line_of(inner.start)
        raise _bad(source, tag, f"stands where <{inner.name}> of line {line} is open; close that one first")
    return open_tags.pop()


def _check_place(source: Source, open_tags: Sequence[Tag], tag: Tag) -> None:
    if open_tags and open_tags[-1].name in WHOLE:
        raise _bad(source, tag, f"stands inside <{open_tags[-1].name}>, which holds words only; take it out")
    if tag.empty and tag.name != Kind.BREAK:
        raise _bad(source, tag, f"holds no words; put those that it is about between it and </{tag.name}>")


def _element(source: Source, opens: Tag, closes: Tag) -> Element:
    kind = Kind(opens.name)
    unknown = next((name for name in opens.attributes if name not in ATTRIBUTES[kind]), None)
    if unknown is not None:
        known = did_you_mean(unknown, ATTRIBUTES[kind]) or f"there are {', '.join(ATTRIBUTES[kind])}"
        raise _bad(source, opens, f"has an attribute {quoted(unknown)} that narrate does not know; {known}")
    said = source.text[opens.end : closes.start]
    if closes is not opens and not said.strip():
        raise _bad(source, opens, f"holds no words; put those that it is about before </{kind}>")
    return Element(_READ[kind](source, opens, said), opens, closes)


def _break(source: Source, tag: Tag, _said: str) -> Direction:
    strength = _one_of(source, tag, "strength", STRENGTHS, "medium")
    direction = Direction(Kind.BREAK, 0, 0, strength, milliseconds=0 if strength == "none" else None)
    if "time" not in tag.attributes:
        return direction
    found = _TIME.fullmatch(tag.attributes["time"].strip())
    if found is None:
        raise _bad(source, tag, 'has a time that is none; write "500ms" or "1.5s"')
    milliseconds = round(float(found[1]) * (1 if found[2] == "ms" else 1000))
    if milliseconds > LONGEST:
        raise _bad(source, tag, f"is too long; a break lasts {LONGEST // 1000} seconds at most")
    return replace(direction, milliseconds=milliseconds)


def _emphasis(source: Source, tag: Tag, _said: str) -> Direction:
    return Direction(Kind.EMPHASIS, 0, 0, _one_of(source, tag, "level", LEVELS, "moderate"))


def _phoneme(source: Source, tag: Tag, _said: str) -> Direction:
    _one_of(source, tag, "alphabet", ("ipa",), "ipa")
    sounds = _wanted(source, tag, "ph", "the sounds in the IPA")
    if odd := strange(sounds):
        raise _bad(source, tag, f"has {quoted(odd)} among its sounds, which the IPA has not; correct them")
    return Direction(Kind.PHONEME, 0, 0, sounds)


def _say_as(source: Source, tag: Tag, said: str) -> Direction:
    _wanted(source, tag, "interpret-as", "how to say it")
    way = _one_of(source, tag, "interpret-as", tuple(WAYS), "")
    form = _one_of(source, tag, "format", DATES, "") if way == "date" else ""
    printed = " ".join(said.split())
    if not re.fullmatch(WAYS[way], printed, re.IGNORECASE) or not _fits(printed, form):
        raise _bad(source, tag, f"holds {quoted(printed)}, which is not such; correct one of the two")
    return Direction(Kind.SAY_AS, 0, 0, way, form)


def _fits(printed: str, form: str) -> bool:
    """Tell whether a date has as many parts as its format."""
    return not form or len(re.findall(r"\d+|[^\W\d_]+", printed)) == len(form)


def _sub(source: Source, tag: Tag, _said: str) -> Direction:
    return Direction(Kind.SUB, 0, 0, _wanted(source, tag, "alias", "the words to say"))


def _voice(source: Source, tag: Tag, _said: str) -> Direction:
    if not any(value.strip() for value in tag.attributes.values()):
        raise _bad(source, tag, 'names no voice; write name="…", languages="…" or gender="…"')
    languages = tuple(tag.attributes.get("languages", "").split())
    if odd := next((each for each in languages if not _TONGUE.fullmatch(each)), None):
        raise _bad(source, tag, f'has {quoted(odd)}, which is no language; write one such as "en-GB"')
    gender = _one_of(source, tag, "gender", GENDERS, "")
    return Direction(
        Kind.VOICE, 0, 0, tag.attributes.get("name", "").strip(), languages=languages, gender=gender
    )


def _one_of(source: Source, tag: Tag, name: str, values: Sequence[str], usual: str) -> str:
    value = tag.attributes.get(name, usual).strip()
    if value not in values and value != usual:
        known = did_you_mean(value, values) or f"write one of {', '.join(values)}"
        raise _bad(source, tag, f"has the {name} {quoted(value)}, which narrate does not know; {known}")
    return value


def _wanted(source: Source, tag: Tag, name: str, what: str) -> str:
    value = " ".join(tag.attributes.get(name, "").split())
    if not speakable(value):
        raise _bad(source, tag, f'does not tell {what}; write {name}="…"')
    return value


def _bad(source: Source, tag: Tag, wrong: str) -> Exception:
    return bad(source, (tag.start, tag.end), wrong)


_READ: Final[Mapping[Kind, Callable[[Source, Tag, str], Direction]]] = {
    Kind.BREAK: _break,
    Kind.EMPHASIS: _emphasis,
    Kind.PHONEME: _phoneme,
    Kind.SAY_AS: _say_as,
    Kind.SUB: _sub,
    Kind.VOICE: _voice,
}
