"""Have a book spoken, laid on its clock and encoded, by whoever works."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
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
Wait = Callable[[], Value]
"""Waits for a value, or has it."""
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
        asked = deque([(reel, self._measured(reel)) for reel in reels(each)] for each in script.chapters)
        tracks, packets = [], []
        for chapter in script.chapters:
            parts = asked.popleft()  # what was measured of a chapter goes with it
            tracks.append(self._track(chapter, parts))
            starts = _starts(tracks[-1], [reel for reel, _ in parts])
            packets.append({each: self._encoded(tracks[-1], starts, each) for each in self._encodings})
        sound = {each: tuple(self._finished(made[each]) for made in packets) for each in self._encodings}
        recording = Recording(script.metadata, self._stage.output.sample_rate, tuple(tracks))
        return Recorded(recording, sound, self._spoken)

    def _measured(self, reel: Reel) -> Wait[tuple[Measured, int]]:
        """Ask for what is not kept, and return what waits for it, or reads it."""
        place = reel.address(self._stage)
        if work.store(self._stage.store).has(work.REELS, place):
            return partial(self._kept, reel, place)
        return self._asked(reel)

    def _kept(self, reel: Reel, place: str) -> tuple[Measured, int]:
        kept = work.store(self._stage.store).get(work.REELS, place)
        return (work.unpacked(kept), 0) if kept else self._asked(reel)()

    def _asked(self, reel: Reel) -> Wait[tuple[Measured, int]]:
        return self._hands.ask(SPEAK, work.measure_reel, self._stage, reel).result

    def _track(
        self, chapter: ChapterScript, parts: Iterable[tuple[Reel, Wait[tuple[Measured, int]]]]
    ) -> Track:
        from narrate.master.chapter import track

        measured = []
        for reel, wait in parts:
            found, spoken = wait()
            measured.append(found)
            self._spoken += spoken
            self._listener.spoke(reel.lines)
        laid = track(chapter, measured, self._stage.output)
        self._listener.mastered(laid)
        return laid

    def _encoded(
        self, track: Track, starts: Sequence[int], encoding: Encoding
    ) -> list[tuple[int, str, Wait[int]]]:
        """Return length and address of every stretch, and what waits for it."""
        stretches = _stretches(track, starts, encoding, self._stage.output.sample_rate)
        return [
            (each.frames, place := each.address(self._stage), self._packets(each, place))
            for each in stretches
        ]

    def _packets(self, stretch: Stretch, place: str) -> Wait[int]:
        if work.store(self._stage.store).has(work.SOUND, place):
            return int  # nothing had to be spoken
        return self._hands.ask(ENCODE, work.encode_stretch, self._stage, stretch).result

    def _finished(self, made: Iterable[tuple[int, str, Wait[int]]]) -> Addresses:
        addresses = []
        for frames, place, wait in made:
            self._spoken += wait()
            self._listener.encoded(frames)
            addresses.append(place)
        return tuple(addresses)


def _starts(track: Track, cut: Sequence[Reel]) -> list[int]:
    """Return where the reels of a track begin, but for the first."""
    return [track.starts[first] for first in accumulate(len(reel.lines) for reel in cut[:-1])]


def _stretches(track: Track, starts: Sequence[int], encoding: Encoding, rate: int) -> Iterator[Stretch]:
    """Cut a track for its encoder, between packets, where its reels begin or a little later.

    What is left of the last silence when no word is heard any more is cut off, so that a chapter which ends a
    little later on the grid of all codecs does not encode its last reel again.
    """
    from narrate.master.chapter import within
    from narrate.master.codecs import CODECS
    from narrate.master.encode import RUN_IN, heard

    packet = CODECS[encoding.codec].frame(rate)
    silent = track.ends[-1] + RUN_IN * packet
    packed = (-(-place // packet) * packet for place in (*starts, silent))
    seams = sorted({0, *(place for place in packed if place < track.frames), track.frames})
    for start, end in pairwise(seams):
        cues = (
            replace(cue, start=cue.start - start, end=cue.end - start)
            for cue in within(track, heard(encoding, rate, start, end))
        )
        yield Stretch(end - start, tuple(cues), track.gain, encoding)
