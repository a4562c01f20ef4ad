"""Paragraphs in the making: white space as HTML has it, line breaks, and where a paragraph ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from narrate.model.story import BlockKind
from narrate.model.words import speakable
from narrate.read.breaks import is_scene_break
from narrate.read.flow import Matter, Paragraph, Run
from narrate.read.html.setting import Setting

_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
"""White space by HTML's law; a no-break space is none."""
_HARD: Final = "\u00a0\u2002\u2003\u3000"
"""Blanks that are no white space by HTML's law, and that writers indent with."""
_EMPTY_LINE: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE: Final = re.compile(r"\n")
_INDENTED: Final = re.compile(rf"(?: *[{_HARD}]){{2}}")
_LINE_END: Final = re.compile(r"[ \t]*\n[ \t]*")
_SENTENCE_END: Final = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")
_LINES: Final = 3
"""From so many lines on, line breaks make verse."""
_LINED: Final = (BlockKind.VERSE, BlockKind.HEADING)
_LINE_OF_VERSE: Final = 58
"""Characters; where lines are longer on the whole, a program has wrapped prose."""


class _Said(NamedTuple):
    text: str
    setting: Setting


class Composer:
    """Takes words, line breaks and block borders in reading order, and gives paragraphs."""

    def __init__(self) -> None:
        self._said: list[_Said] = []
        self._anchors: list[str] = []
        self._waiting = ""
        """A blank or line break that counts once a word follows."""

    @property
    def is_empty(self) -> bool:
        """Whether no word has been said since the last paragraph ended."""
        return not self._said

    def mark(self, anchor: str) -> None:
        """Note the name of a place."""
        self._anchors.append(anchor)

    def say(self, text: str, setting: Setting) -> None:
        """Take words of an element."""
        if setting.preserved:
            self._add(text.replace("\r\n", "\n").replace("\r", "\n"), setting)
            return
        words = _SPACE.sub(" ", text)
        if words.startswith(" "):
            self.space()
        bare = words.strip(" ")
        if bare and not (self._waiting.startswith("\n") and bare.isspace()):
            self._add(bare, setting)
            self._waiting = " " * words.endswith(" ")

    def space(self) -> None:
        """Keep words apart."""
        self._waiting = self._waiting or " " * (not self.is_empty)

    def turn(self) -> None:
        """Begin a new line, or after a line break that stands already, an empty one."""
        self._waiting = self._waiting.strip(" ") + "\n"

    def cell(self) -> None:
        """Keep the cells of a row apart, to the ear too."""
        if self._said:
            comma = self._said[-1].text[-1].isalnum()
            self._waiting = ""
            self._add(", " if comma else " ", _plain(self._said[-1].setting))

    def end(self) -> Iterator[Paragraph]:
        """End the paragraph, if one was begun; an empty line in it parts it in two."""
        self._waiting = ""
        for part in _parted(self._said, _EMPTY_LINE):
            for each in _parted(part, _LINE) if _are_paragraphs(part) else [part]:
                yield self._paragraph(each)
        self._said = []

    def rest(self) -> Iterator[Paragraph]:
        """End the page: names that no words followed stand for a place nonetheless."""
        yield from self.end()
        if self._anchors:
            yield Paragraph(BlockKind.PROSE, anchors=self._names())

    def scene(self) -> Iterator[Paragraph]:
        """Break the scene."""
        yield from self.end()
        yield Paragraph(BlockKind.BREAK, anchors=self._names())

    def _add(self, text: str, setting: Setting) -> None:
        waiting = self._waiting if self._said else ""
        if waiting:
            self._said.append(_Said(waiting, _plain(self._said[-1].setting)))
        self._said.append(_Said(text, setting))
        self._waiting = ""

    def _names(self) -> tuple[str, ...]:
        names, self._anchors = tuple(dict.fromkeys(self._anchors)), []
        return names

    def _paragraph(self, said: Sequence[_Said]) -> Paragraph:
        text, setting = "".join(each.text for each in said), said[0].setting
        kind = _kind(text, setting)
        level = setting.level if kind is BlockKind.HEADING else 0
        matter = next((each.setting.matter for each in said if each.text.strip()), setting.matter)
        joined = kind not in {BlockKind.VERSE, BlockKind.HEADING}
        return Paragraph(kind, tuple(_runs(said, joined=joined)), level, matter, setting.note, self._names())


def _plain(setting: Setting) -> Setting:
    """Return the setting of what stands between words."""
    return replace(setting, reference="", inline=Matter.STORY)


def _kind(text: str, setting: Setting) -> BlockKind:
    if is_scene_break(text):
        return BlockKind.BREAK
    if setting.kind is BlockKind.HEADING:
        return setting.kind if speakable(text) else BlockKind.PROSE
    if setting.kind is BlockKind.VERSE and not setting.preserved:
        return setting.kind
    lines = [line for line in text.split("\n") if line.strip()]
    if setting.preserved or len(lines) >= _LINES:
        return BlockKind.PROSE if _is_wrapped(lines) else BlockKind.VERSE
    return setting.kind


def _are_paragraphs(said: Sequence[_Said]) -> bool:
    """Tell lines that are paragraphs: sentences to their ends, and indented or too long for verse."""
    if any(each.setting.preserved or each.setting.kind in _LINED for each in said):
        return False
    lines = "".join(each.text for each in said).split("\n")
    whole = all(map(_SENTENCE_END.search, lines))
    return len(lines) > 1 and whole and (all(map(_INDENTED.match, lines[1:])) or _is_wrapped(lines))


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell prose that a program has broken into lines of one length from lines that an author made."""
    full = [len(line.strip()) for line in lines[:-1]]
    return sum(full) > _LINE_OF_VERSE * len(full)


def _runs(said: Sequence[_Said], *, joined: bool) -> Iterator[Run]:
    for key, alike in groupby(said, key=lambda each: _likeness(each.setting)):
        text = "".join(each.text for each in alike)
        yield Run(_SPACE.sub(" ", text) if joined else _LINE_END.sub("\n", text), *key)


def _likeness(setting: Setting) -> tuple[str, Matter, str]:
    return setting.language, setting.inline, setting.reference


def _parted(said: Sequence[_Said], border: re.Pattern[str]) -> Iterator[list[_Said]]:
    """Part what was said at borders; what holds no words is nothing."""
    part: list[_Said] = []
    for each in said:
        first, *others = border.split(each.text)
        part.append(each._replace(text=first))
        for other in others:
            yield from _whole(part)
            part = [each._replace(text=other)]
    yield from _whole(part)


def _whole(part: Sequence[_Said]) -> Iterator[list[_Said]]:
    kept = [each for each in part if each.text]
    if any(each.text.strip() for each in kept):
        yield kept
