"""Have a book spoken, laid on its clock and encoded, by whoever works."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final, TypeVar

from narrate.errors import TakeChanged
from narrate.listener import Listener
from narrate.model.recording import Encoding, Measured, Recording, Track
from narrate.model.script import ChapterScript, Script
from narrate.pipeline import work
from narrate.pipeline.hands import Hands
from narrate.pipeline.stage import Reel, Stage, Stretch, reels

ATTEMPTS: Final = 3
"""Times that a book is laid because a clip was lost and its engine never says the same twice."""

SPEAK, ENCODE, PUBLISH = 0.0, 0.25, 0.5
"""Steps of one book; what is further on is done first, so that chapters are finished one by one."""

Value = TypeVar("Value")
Addresses = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A book whose sound is all in the store."""

    recording: Recording
    sound: Mapping[Encoding, tuple[Addresses, ...]]
    """For each track, where its packets are, in order."""
    spoken: int
    """Lines that had never been spoken before."""


def record(
    script: Script, stage: Stage, encodings: Sequence[Encoding], hands: Hands, listener: Listener
) -> Recorded:
    """Do whatever was not done before, and return where it is.

    Raises what an engine or encoder raises; what was finished until then is in the store.
    """
    for _ in range(ATTEMPTS - 1):
        try:
            return _Session(stage, encodings, hands, listener).record(script)
        except TakeChanged:
            hands.call_off()
            _forget(script, stage)
    return _Session(stage, encodings, hands, listener).record(script)


def _forget(script: Script, stage: Stage) -> None:
    """Have every line measured again."""
    for chapter in script.chapters:
        for reel in reels(chapter):
            work.store(stage.store).remove(work.REELS, reel.address(stage))


class _Session:
    """One go at a book."""

    def __init__(self, stage: Stage, encodings: Sequence[Encoding], hands: Hands, listener: Listener) -> None:
        self._stage = stage
        self._encodings = encodings
        self._hands = hands
        self._listener = listener
        self._spoken = 0

    def record(self, script: Script) -> Recorded:
        """Ask for all reels at once, and for the packets of a chapter as soon as its reels are measured."""
        asked = [[(reel, self._measured(reel)) for reel in reels(each)] for each in script.chapters]
        tracks, packets = [], []
        for chapter, parts in zip(script.chapters, asked, strict=True):
            tracks.append(self._track(chapter, parts))
            seams = _seams(tracks[-1], [len(reel.lines) for reel, _ in parts])
            packets.append({each: self._encoded(tracks[-1], seams, each) for each in self._encodings})
        sound = {each: tuple(self._finished(made[each]) for made in packets) for each in self._encodings}
        recording = Recording(script.metadata, self._stage.output.sample_rate, tuple(tracks))
        return Recorded(recording, sound, self._spoken)

    def _measured(self, reel: Reel) -> Future[tuple[Measured, int]]:
        kept = work.store(self._stage.store).get(work.REELS, reel.address(self._stage))
        if kept:
            return _done((work.unpacked(kept), 0))
        return self._hands.ask(SPEAK, work.measure_reel, self._stage, reel)

    def _track(
        self, chapter: ChapterScript, parts: Iterable[tuple[Reel, Future[tuple[Measured, int]]]]
    ) -> Track:
        from narrate.master.chapter import track

        measured = []
        for reel, future in parts:
            found, spoken = future.result()
            measured.append(found)
            self._spoken += spoken
            self._listener.spoke(reel.lines)
        laid = track(chapter, measured, self._stage.output)
        self._listener.mastered(laid)
        return laid

    def _encoded(
        self, track: Track, seams: Sequence[int], encoding: Encoding
    ) -> list[tuple[Stretch, Future[int]]]:
        return [(each, self._packets(each)) for each in _stretches(track, seams, encoding, self._stage)]

    def _packets(self, stretch: Stretch) -> Future[int]:
        if work.store(self._stage.store).has(work.SOUND, stretch.address(self._stage)):
            return _done(0)
        return self._hands.ask(ENCODE, work.encode_stretch, self._stage, stretch)

    def _finished(self, made: Iterable[tuple[Stretch, Future[int]]]) -> Addresses:
        addresses = []
        for stretch, future in made:
            self._spoken += future.result()
            self._listener.encoded(stretch.end - stretch.start)
            addresses.append(stretch.address(self._stage))
        return tuple(addresses)


def _seams(track: Track, lines: Sequence[int]) -> list[int]:
    """Return where a track is cut for its encoder: on the grid, near the ends of the reels."""
    from narrate.master.layout import on_grid

    starts = [track.cues[first].start for first in accumulate(lines[:-1])]
    return sorted({0, *map(on_grid, starts), track.frames})


def _stretches(track: Track, seams: Sequence[int], encoding: Encoding, stage: Stage) -> Iterator[Stretch]:
    from narrate.master.chapter import within
    from narrate.master.encode import heard

    for start, end in pairwise(seams):
        cues = within(track, heard(encoding, stage.output.sample_rate, start, end))
        yield Stretch(start, end, cues, track.gain, encoding)


def _done(value: Value) -> Future[Value]:
    future: Future[Value] = Future()
    future.set_result(value)
    return future
