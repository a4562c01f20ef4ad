"""Why a line is spoken again, and why a chapter is encoded again: this book beside the last build of it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from narrate.config.schema import OutputTable
from narrate.model.recording import Encoding
from narrate.model.script import ChapterScript, Line, Rewrite
from narrate.model.voice import Speaker
from narrate.model.words import quoted
from narrate.pipeline.memory import SOUND, Memory
from narrate.pipeline.stage import MASTER, Stage
from narrate.script.rules.endings import ENDING

LEXICON: Final = "pronounce"
"""The rule that says what the listener's own lexicon wants."""
SPOKEN: Final = ("engine", "engine_voice", "rate", "pitch", "language", "gender")
"""What of a voice changes how a line is spoken; its volume changes only how loud the line is."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is made again."""

    kind: str
    """One word or two, for programs."""
    words: str
    """For the listener."""


NEVER: Final = Reason("never built", "never built with this cache")
WORDS: Final = Reason("words", "new or changed words")
EMPHASIS: Final = Reason("emphasis", "other words are emphasised")
GONE: Final = Reason("gone", "not in the cache any more")
AGAIN: Final = Reason("lines", "lines spoken again")
LEFT_OUT: Final = Reason("left out", "lines left out")
MOVED: Final = Reason("moved", "lines from elsewhere in the book, or there twice")
ORDER: Final = Reason("order", "lines in another order")
MASTERING: Final = Reason("mastering", "this version of narrate masters otherwise")


class Comparison:
    """Compare a book with what it was made of when it was last built."""

    def __init__(self, memory: Memory, stage: Stage, encodings: Mapping[str, Encoding]) -> None:
        self._memory = memory
        self._speakers = stage.speakers
        self._known = _by_text(memory)
        self._of_book = tuple(_of_book(memory, stage.output, encodings))

    def of_line(self, line: Line) -> tuple[Reason, ...]:
        """Say why a line is spoken again."""
        if known := self._known.get(line.text):
            likest = min(([*self._between(line, each, SPOKEN)] for each in known), key=len)
            return tuple(likest) or (GONE,)
        return (WORDS,)

    def of_chapter(self, chapter: ChapterScript, *, anew: bool) -> tuple[Reason, ...]:
        """Say why a chapter is encoded again; `anew` tells that some of its lines are spoken again."""
        own = [AGAIN] if anew else self._laid(chapter, _likest(chapter, self._memory))
        return tuple(dict.fromkeys([*own, *self._of_book])) or (GONE,)

    def _laid(self, chapter: ChapterScript, before: ChapterScript) -> Iterator[Reason]:
        """Find what is other in a chapter of which no line is spoken again."""
        texts, known = ([line.text for line in each.lines] for each in (chapter, before))
        if texts != known:
            yield _shuffled(Counter(texts), Counter(known))
            return
        if chapter.head != before.head:
            yield _change("pauses", "pause before the first word", before.head, chapter.head, " ms")
        for line, kept in zip(chapter.lines, before.lines, strict=True):
            yield from self._between(line, kept, (*SPOKEN, "volume"))
            if line.silence != kept.silence:
                yield _change("pauses", "pause", kept.silence, line.silence, " ms")

    def _between(self, line: Line, kept: Line, settings: tuple[str, ...]) -> Iterator[Reason]:
        """Find what makes a line sound other than one of the same text did."""
        if line.voice != kept.voice:
            yield Reason("another voice", f"another voice: {kept.voice} -> {line.voice}")
        else:
            yield from _of_voice(self._memory.speakers[line.voice], self._speakers[line.voice], settings)
        yield from _of_rewrites(line.text, kept.rewrites, line.rewrites)
        if line.emphases != kept.emphases:
            yield EMPHASIS


def _by_text(memory: Memory) -> Mapping[str, list[Line]]:
    """List the lines of each text, without those that were said alike."""
    known: dict[str, dict[object, Line]] = {}
    for chapter in memory.chapters:
        for line in chapter.lines:
            known.setdefault(line.text, {})[line.voice, line.rewrites, line.emphases] = line
    return {text: list(lines.values()) for text, lines in known.items()}


def _likest(chapter: ChapterScript, memory: Memory) -> ChapterScript:
    """Find what a chapter was: it shares the most words; titles and numbers may have changed."""
    texts = {line.text for line in chapter.lines}
    return max(
        memory.chapters,
        key=lambda kept: (
            len(texts.intersection(line.text for line in kept.lines)),
            kept.title == chapter.title,
        ),
    )


def _shuffled(texts: Counter[str], known: Counter[str]) -> Reason:
    if texts == known:
        return ORDER
    return LEFT_OUT if texts < known else MOVED


def _of_voice(before: Speaker, now: Speaker, settings: tuple[str, ...]) -> Iterator[Reason]:
    old, new = before.voice, now.voice
    for name in settings:
        if getattr(old, name) != getattr(new, name):
            what = f"voice {new.name}: {name.replace('_', ' ')}"
            yield _change("voice", what, getattr(old, name), getattr(new, name))
    if old.engine == new.engine and before.version != now.version:
        yield _change("engine", f"engine {new.engine}:", before.version, now.version)


def _of_rewrites(text: str, before: tuple[Rewrite, ...], now: tuple[Rewrite, ...]) -> Iterator[Reason]:
    """Find what of a text is said otherwise; where the lexicon is why, rules only made room for it."""
    was, says = _entries(text, before), _entries(text, now)
    changed = [printed for printed in was | says if was.get(printed) != says.get(printed)]
    yield from (_of_entry(printed, was.get(printed), says.get(printed)) for printed in changed)
    if not changed:
        rules = sorted({each.rule for each in {*before} ^ {*now}})
        yield from (Reason("rule", f"rule {rule} says it otherwise") for rule in rules)


def _entries(text: str, rewrites: tuple[Rewrite, ...]) -> dict[str, str]:
    """Return what the lexicon had to say, by the words as they are printed, without a possessive."""
    said = (each for each in rewrites if each.rule == LEXICON)
    return {ENDING.sub("", text[each.start : each.end]): each.said for each in said}


def _of_entry(printed: str, was: str | None, says: str | None) -> Reason:
    entry = f"lexicon entry {printed}"
    if was is None or says is None:
        return Reason("lexicon", f"{entry} {'is new' if was is None else 'removed'}")
    return _change("lexicon", entry, was, says)


def _of_book(memory: Memory, output: OutputTable, encodings: Mapping[str, Encoding]) -> Iterator[Reason]:
    """Find what sounds otherwise in every chapter."""
    if memory.master != MASTER:
        yield MASTERING
    for name in sorted(SOUND):
        old, new = getattr(memory.output, name), getattr(output, name)
        if old != new:
            yield _change("output", name.replace("_", " "), old, new)
    for name, encoding in encodings.items():
        known = memory.encodings.get(name)
        if known and known != encoding:
            yield _change(
                "bit rate", f"format {name}:", known.bitrate // 1000, encoding.bitrate // 1000, " kb/s"
            )
        elif not known and encoding not in memory.encodings.values():
            yield Reason("format", f"format {name} is new")


def _change(kind: str, what: str, old: object, new: object, unit: str = "") -> Reason:
    return Reason(kind, f"{what} {_shown(old)} -> {_shown(new)}{unit}")


def _shown(value: object) -> str:
    """Write a setting as TOML does.

    >>> _shown("en-GB"), _shown(-19.0), _shown(False), _shown(160)
    ('"en-GB"', '-19', 'false', '160')
    """
    if isinstance(value, str):
        return quoted(value)
    return f"{value:g}" if isinstance(value, float) else json.dumps(value)
