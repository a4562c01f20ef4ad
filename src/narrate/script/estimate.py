"""How many words a script holds, and how long it will take to hear."""

from collections.abc import Iterable, Mapping

from narrate.model.script import ChapterScript, Line
from narrate.model.voice import Voice


def words(lines: Iterable[Line]) -> int:
    """Count the words that lines speak."""
    return sum(len(line.spoken.split()) for line in lines)


def seconds(chapter: ChapterScript, cast: Mapping[str, Voice]) -> float:
    """Estimate a chapter's length from its words, its voices' rates and its silences."""
    spoken = sum(60 * words([line]) / cast[line.voice].rate for line in chapter.lines)
    return spoken + (chapter.head + sum(line.silence for line in chapter.lines)) / 1000
