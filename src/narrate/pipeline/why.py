"""Which lines a build would speak again, and for what reason; found out without a sound."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from math import nan
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from narrate.config.schema import Config
from narrate.config.voices import cast_of, catalogue
from narrate.listener import Listener
from narrate.model.audio import Clip
from narrate.model.script import ChapterScript, Line
from narrate.model.story import LINE_END, Book
from narrate.model.voice import Speaker, Voice
from narrate.pipeline.hands import Hands
from narrate.pipeline.memory import recall
from narrate.pipeline.plan import Edition, Plan, plan
from narrate.pipeline.prepare import open_store
from narrate.pipeline.reasons import NEVER, Comparison, Reason
from narrate.pipeline.record import record
from narrate.pipeline.speakers import rehearse
from narrate.pipeline.stage import Reel, Stage, Stretch
from narrate.speak.clips import KIND as CLIPS
from narrate.speak.company import Company
from narrate.store.store import Store

Given = ParamSpec("Given")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Again:
    """A line that would be spoken again."""

    line: Line
    source: Path
    row: int
    """The line of the source that it begins in, counted from 1."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A chapter that would be encoded again, all of it or a part."""

    number: int
    """Counted from 1."""
    title: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the next build of a book would have to do."""

    title: str
    lines: int
    """Of the whole book."""
    chapters: int
    """Of the whole book."""
    spoken: tuple[Again, ...]
    """Of lines that sound alike only the first."""
    encoded: tuple[Encoded, ...]


class NotDone(Exception):
    """What was asked for would take making a sound."""


def why(path: Path, config: Config, named: Path | None = None) -> tuple[Outlook, ...]:
    """Tell for every book of a file or folder what a build would do again, and why.

    Engines are asked for no more than their version.  Where a chapter has to be measured again, every line
    that is lacking in it counts.  `named` is what the path is a copy of, if it is one.  Raises what `plan`
    raises, `EngineUnavailable` and `CacheUnusable`.
    """
    with _Silent(config.speech) as company:
        company.load({voice.engine for voice in cast_of(config, catalogue(config.voices.folder)).values()})
        store = _Untouched(open_store(config.work).url)
        return tuple(_Inquiry(each, company, store).outlook() for each in plan(path, config, named, store))


class _Silent(Company):
    """Engines that load and tell their version, but do not speak."""

    def speak(self, text: str, voice: Voice) -> Clip:
        raise NotDone(text, voice)


class _Untouched(Store):
    """A store that is only looked at."""

    def put(self, kind: str, address: str, data: bytes) -> None:
        """Keep nothing."""


class _Notes(Hands):
    """Do nothing, and note what would have been done."""

    def __init__(self) -> None:
        self.reels: list[Reel] = []
        self.stretches: list[Stretch] = []

    def ask(
        self, step: float, task: Callable[Given, Value], *arguments: Given.args, **named: Given.kwargs
    ) -> Future[Value]:
        del step, task, named
        future: Future[Any] = Future()
        _, piece = arguments
        if isinstance(piece, Reel):
            self.reels.append(piece)
            future.set_exception(NotDone(piece))
        elif isinstance(piece, Stretch):
            self.stretches.append(piece)
            future.set_result(0)
        return future

    @property
    def taken(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.reels or self.stretches)


class _Inquiry:
    """What is asked about one book."""

    def __init__(self, edition: Plan, company: Company, store: Store) -> None:
        config, memory = edition.config, recall(edition, store)
        self._script = edition.script
        self._store = store
        self._stage = Stage(store.url, config.speech, config.output, _speakers(edition, company, store))
        self._encodings = {name: edition.encoding(form) for name, form in edition.forms.items()}
        self._last = Comparison(memory, self._stage, self._encodings) if memory else None
        self._rows = _rows(edition.book)

    def outlook(self) -> Outlook:
        """Go through the chapters."""
        spoken: dict[str, Again] = {}
        encoded: list[Encoded] = []
        for number, chapter in enumerate(self._script.chapters, start=1):
            notes = self._notes(chapter)
            lacking = self._lacking(chapter, notes)
            for place, line in lacking.items():
                spoken.setdefault(place, self._again(chapter, line))
            if notes.taken:
                encoded.append(self._encoded(number, chapter, anew=bool(lacking)))
        lines, chapters = sum(len(each.lines) for each in self._script.chapters), len(self._script.chapters)
        title = self._script.metadata.title
        return Outlook(title, lines, chapters, tuple(spoken.values()), tuple(encoded))

    def _notes(self, chapter: ChapterScript) -> _Notes:
        notes, encodings = _Notes(), list(dict.fromkeys(self._encodings.values()))
        with suppress(NotDone):
            record(replace(self._script, chapters=(chapter,)), self._stage, encodings, notes, Listener())
        return notes

    def _lacking(self, chapter: ChapterScript, notes: _Notes) -> dict[str, Line]:
        """Return the lines that would be heard and are not in the store, by the address of their clip."""
        cues = (cue.line for stretch in notes.stretches for cue in stretch.cues)
        heard: dict[str, Line] = {}
        for line in chapter.lines if notes.reels else cues:
            heard.setdefault(self._stage.clip(line), line)
        return {place: line for place, line in heard.items() if not self._store.has(CLIPS, place)}

    def _again(self, chapter: ChapterScript, line: Line) -> Again:
        reasons = self._last.of_line(line) if self._last else (NEVER,)
        row = 1 + bisect_right(self._rows[chapter.source], line.start)
        return Again(line, chapter.source, row, reasons)

    def _encoded(self, number: int, chapter: ChapterScript, *, anew: bool) -> Encoded:
        reasons = self._last.of_chapter(chapter, anew=anew) if self._last else (NEVER,)
        return Encoded(number, chapter.title, reasons)


def _speakers(edition: Edition, company: Company, store: Store) -> Mapping[str, Speaker]:
    return {name: _speaker(name, voice, company, store) for name, voice in edition.cast.items()}


def _speaker(name: str, voice: Voice, company: Company, store: Store) -> Speaker:
    """Return a voice as it was heard; one never heard has no gain, and so nothing in the store."""
    try:
        return rehearse({name: voice}, company, store)[name]
    except NotDone:
        return Speaker(voice, company.version(voice.engine), nan)


def _rows(book: Book) -> Mapping[Path, list[int]]:
    """Return where the lines of each source end."""
    sources = {chapter.source.path: chapter.source.text for chapter in book.chapters}
    return {path: [found.end() for found in LINE_END.finditer(text)] for path, text in sources.items()}
