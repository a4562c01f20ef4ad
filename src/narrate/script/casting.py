"""Who speaks: every part of a sentence gets its role, every role its voice."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from operator import itemgetter

from narrate.config.schema import VoicesTable
from narrate.model.script import Role
from narrate.model.story import BlockKind, Chapter
from narrate.model.words import speakable
from narrate.script.places import Span


@dataclass(frozen=True, slots=True)
class Cast:
    """The voices of a chapter, by name."""

    narrator: str
    headings: str
    dialogue: str

    def voice(self, role: Role) -> str:
        """Return the name of the voice that plays a role."""
        return {Role.NARRATOR: self.narrator, Role.HEADING: self.headings, Role.DIALOGUE: self.dialogue}[role]


def cast(voices: VoicesTable, chapter: Chapter) -> Cast:
    """Choose the voices of a chapter: its own narrator first, and the narrator for whatever is not cast."""
    narrator = chapter.voice or voices.narrator
    return Cast(narrator, voices.headings or narrator, voices.dialogue or narrator)


@dataclass(frozen=True, slots=True)
class Part:
    """What one role says of a sentence."""

    start: int
    """First character in the paragraph."""
    end: int
    role: Role
    guest: str = ""
    """Name of the voice that a direction asks for; else the role's own speaks."""


def parts(paragraph: str, sentence: Span, said: tuple[Span, ...], kind: BlockKind, cast: Cast) -> list[Part]:
    """Divide a sentence among the roles; it stays whole where one voice speaks them all.

    `said` are the spans of quoted speech in the paragraph.
    """
    start, end = sentence
    if kind is BlockKind.HEADING:
        return [Part(start, end, Role.HEADING)]
    if cast.narrator == cast.dialogue:
        return [Part(start, end, _role(sentence, said))]
    return _speakable_parts(paragraph, _divided(sentence, said))


def _role(span: Span, said: tuple[Span, ...]) -> Role:
    before = bisect_right(said, span[0], key=itemgetter(0))
    return Role.DIALOGUE if before and span[1] <= said[before - 1][1] else Role.NARRATOR


def _divided(sentence: Span, said: tuple[Span, ...]) -> list[Part]:
    start, end = sentence
    first = bisect_right(said, start, key=itemgetter(1))
    near = takewhile(lambda span: span[0] < end, islice(said, first, None))
    bounds = sorted({start, end, *(bound for span in near for bound in span if start < bound < end)})
    return [Part(*span, _role(span, said)) for span in pairwise(bounds)]


def _speakable_parts(paragraph: str, divided: list[Part]) -> list[Part]:
    """Give a part without words, such as a dash between two quotations, to the part before it."""
    kept: list[Part] = []
    for part in divided:
        if kept and (part.role is kept[-1].role or not speakable(paragraph[part.start : part.end])):
            kept[-1] = Part(kept[-1].start, part.end, kept[-1].role)
        elif kept and not speakable(paragraph[kept[-1].start : kept[-1].end]):
            kept[-1] = Part(kept[-1].start, part.end, part.role)
        else:
            kept.append(part)
    return [_trimmed(paragraph, part) for part in kept]


def _trimmed(paragraph: str, part: Part) -> Part:
    text = paragraph[part.start : part.end]
    return Part(
        part.start + len(text) - len(text.lstrip()), part.end - len(text) + len(text.rstrip()), part.role
    )
