"""Lines into groups: what stands between blank lines, with ornaments and underlined headings told apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from narrate.read.breaks import is_scene_break
from narrate.read.headings import CHAPTER, PART, TITLE, is_bare_label, label_level
from narrate.read.lettering import is_title
from narrate.read.plain.layout import ends_a_sentence
from narrate.read.plain.lines import Line

_SLACK = 3
"""Characters by which an underline may miss the length of its heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines of a heading: its label, then its title where that stands below."""

    lines: tuple[Line, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Ornament:
    """A line that is a scene break."""

    line: Line


Group: TypeAlias = tuple[Line, ...]
Part: TypeAlias = Heading | Ornament | Group


def grouped(lines: Iterable[Line]) -> Iterator[Part]:
    """Divide lines into groups, ornaments and underlined headings, in order."""
    group: list[Line] = []
    for line in lines:
        underlined = len(group) == 1 and _underlines(line, group[0])
        ornament = not underlined and is_scene_break(line.text)
        if group and (underlined or ornament or not line.text or _begins(group[-1], line)):
            yield Heading((group[0],), _underlined_level(group[0], line)) if underlined else tuple(group)
            group = []
        if ornament:
            yield Ornament(line)
        elif line.text and not underlined:
            group.append(line)
    if group:
        yield tuple(group)


def as_group(part: Part) -> Group:
    """Return a group's lines; none of a heading that is known, or an ornament."""
    return part if isinstance(part, tuple) else ()


def words(part: Part) -> Group:
    """Return the lines of a part that have words."""
    return part.lines if isinstance(part, Heading) else as_group(part)


def _underlines(line: Line, above: Line) -> bool:
    if len(line.text) < _SLACK or len(set(line.text)) > 1 or line.text[0] not in "=-~_":
        return False
    fits = line.text[0] == "=" or abs(len(line.text) - len(above.text)) <= _SLACK
    return label_level(above.text) is not None or (fits and is_title(above.text))


def _underlined_level(heading: Line, line: Line) -> int:
    return label_level(heading.text) or (TITLE if line.text[0] == "=" else CHAPTER)


def _begins(line: Line, after: Line) -> bool:
    return _turns_page(line, after) or _labels(line, after)


def _turns_page(line: Line, after: Line) -> bool:
    """Tell whether a new page begins a new paragraph; in the middle of a sentence it does not."""
    return after.fresh and (ends_a_sentence(line) or not after.text[0].islower())


def _labels(line: Line, after: Line) -> bool:
    """Tell a heading without a blank line above it: below a finished sentence or a higher heading."""
    level = label_level(after.text)
    if level is None:
        return False
    above = label_level(line.text)
    if above is not None:
        return above == PART < level
    return (ends_a_sentence(line) or is_title(line.text)) and not is_bare_label(line.text)
