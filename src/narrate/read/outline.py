"""The outline of a plain text: which groups of lines are headings, which ornaments, which the text itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.read.breaks import is_scene_break
from narrate.read.headings import CHAPTER, SECTION, TITLE, is_bare_label, is_sentence, is_title, label_level
from narrate.read.layout import ends_a_sentence
from narrate.read.lines import Line
from narrate.read.numerals import number

_LONGEST_HEADING = 3
_LONGEST_LABEL = 60
_UNDERLINES = ({"="}, {"-"}, {"~"}, {"_"})
_SLACK = 3
"""Characters by which an underline may miss the length of its heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines of a heading: its label, then its title where that stands below."""

    lines: tuple[Line, ...]
    level: int
    bare: bool = False
    """Whether the first line is a label without a title."""


@dataclass(frozen=True, slots=True)
class Ornament:
    """A line that is a scene break."""

    line: Line


type_of_group = list[Line]
type_of_part = Heading | Ornament | type_of_group


def outline(lines: Sequence[Line]) -> list[type_of_part]:
    """Divide lines into headings, ornaments and groups of text, in order."""
    parts = list(_grouped(lines))
    numbered = _numbered(parts)
    depth = SECTION if any(_labelled(part) for part in parts) else CHAPTER
    return list(_headed(parts, numbered, depth))


def _grouped(lines: Sequence[Line]) -> Iterator[type_of_part]:
    group: type_of_group = []
    for line in lines:
        if len(group) == 1 and _underlines(line, group[0]):
            yield Heading((group[0],), label_level(group[0].text) or _underlined_level(line))
            group = []
        elif not line.text or is_scene_break(line.text):
            yield from _ended(group)
            yield from [Ornament(line)] if line.text else []
            group = []
        elif group and line.fresh and (ends_a_sentence(group[-1]) or not line.text[0].islower()):
            yield from _ended(group)
            group = [line]
        else:
            group = [*group, line] if not group else _appended(group, line)
    yield from _ended(group)
