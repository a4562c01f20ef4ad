"""A book as it will be said: who says which words, and how long the silence after them is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from pathlib import Path

from narrate.model.metadata import Metadata
from narrate.model.story import BlockKind


class Role(StrEnum):
    """The part that a line plays; the cast gives each part its voice."""

    NARRATOR = "narrator"
    HEADING = "heading"
    DIALOGUE = "dialogue"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Words spoken in place of printed ones."""

    start: int
    """First character replaced, counted in the line's `text`."""
    end: int
    spoken: str
    rule: str
    """The rule's name, for the plan and the ledger."""
    ipa: str = ""
    """Its sounds, for engines that take them in place of the words."""

    @property
    def said(self) -> str:
        """What a listener may know it by: the words, or the sounds between slashes."""
        return f"/{self.ipa}/" if self.ipa else self.spoken


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are said with more weight, or with less."""

    start: int
    """First character, counted in the line's `text`."""
    end: int
    level: str
    """strong, moderate, reduced, or none for words that must not stand out."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one voice says in one breath: a sentence, or the part of one that is its own."""

    text: str
    """As printed, white space at the edges removed; hard-wrapped lines are joined."""
    role: Role
    voice: str
    """Name of the voice."""
    kind: BlockKind = BlockKind.PROSE
    rewrites: tuple[Rewrite, ...] = ()
    """In order, without overlap."""
    silence: int = 0
    """Milliseconds of silence after the line, as a listener hears it."""
    paragraph: int = 0
    """Which paragraph of the chapter, counted from 1; 0 for headings and announced titles."""
    start: int = 0
    """First character in the chapter's source."""
    end: int = 0
    """One past the last character; equal to `start` for words that stand in no source."""
    language: str = ""
    """BCP 47 tag where the source marks all of the line as of a language that is not the book's."""
    emphases: tuple[Emphasis, ...] = ()
    """In order, without overlap; engines that cannot stress words say them plainly."""

    @property
    def spoken(self) -> str:
        """What an engine is given that takes letters only."""
        return self.with_each(attrgetter("spoken"))

    @property
    def said(self) -> str:
        """What is spoken, sounds between slashes: for the eye."""
        return self.with_each(lambda rewrite: rewrite.said)

    def with_each(self, put: Callable[[Rewrite], str], printed: Callable[[str], str] = str) -> str:
        """Return the text with what is `put` for each rewrite, and all else as `printed` has it."""
        parts, done = [], 0
        for rewrite in self.rewrites:
            parts += [printed(self.text[done : rewrite.start]), put(rewrite)]
            done = rewrite.end
        return "".join([*parts, printed(self.text[done:])])


@dataclass(frozen=True, slots=True)
class ChapterScript:
    """The lines of one chapter."""

    title: str
    source: Path
    lines: Sequence[Line]
    head: int = 0
    """Milliseconds of silence before the first line; the silence after the last one is its own."""
    start: int = 0
    """First character of the chapter in its source."""
    address: str = field(default="", compare=False)
    """Names all that the lines follow from; empty where nobody keeps them."""


@dataclass(frozen=True, slots=True)
class Script:
    """All that will be said, in order."""

    metadata: Metadata
    chapters: tuple[ChapterScript, ...]
