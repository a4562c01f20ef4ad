"""Read a finished file back and compare it with what it should hold."""

import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from mutagen import MutagenError

from narrate import ffmpeg
from narrate.errors import FfmpegFailed, NotAsRecorded
from narrate.model.recording import Encoded, Mark
from narrate.model.words import shortened
from narrate.publish.ending import last_packets, written_packets
from narrate.publish.ffmetadata import ShownChapter, read_chapters
from narrate.publish.packets import written
from narrate.publish.picture import Picture

_PURPOSE = "read back what was written"
_CLAIM = re.compile(r"Duration: (\d+):(\d+):(\d+\.\d+)")
_CLAIM_STEP = Fraction(1, 100)
"""Seconds; ffmpeg tells a length no better."""
_FLUSH = 2
"""Codec frames by which the last packet ends after the sound, at the most: encoders fill with silence."""
_SHOWN = 40
"""Characters of a text that a sentence about a difference shows."""

ReadTags = Callable[[Path], tuple[dict[str, str], bytes]]


@dataclass(frozen=True, slots=True)
class Promise:
    """What a file has to hold."""

    sound: Encoded
    marks: tuple[Mark, ...]
    """Those of the sound where the format has chapters, else none."""
    ticks: int
    """Ticks a second of the marks in the file: how exact they can be."""
    tags: Mapping[str, str]
    cover: Picture
    indexed: bool
    """Whether the file tells where every packet is."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a player finds in a file."""

    chapters: tuple[ShownChapter, ...]
    claimed: Fraction
    """Length by the container's own account, seconds."""
    tags: Mapping[str, str]
    cover: bytes


def verify(path: Path, name: str, promise: Promise, checksum: int, read_tags: ReadTags) -> None:
    """Raise `NotAsRecorded` unless the file holds what it should.

    The `checksum` is that of the packets as they were written.  The error calls the file by `name`, which is
    its target's, and tells every difference.
    """
    try:
        with ThreadPoolExecutor(1) as player:
            listened = player.submit(_listen, path, read_tags)
            found = list(_in_sound(promise, checksum, path))
        heard = listened.result()
        found += [*_in_length(promise, heard), *_in_chapters(promise, heard), *_in_tags(promise, heard)]
    except (FfmpegFailed, MutagenError) as error:
        raise NotAsRecorded(name, error) from error
    if found:
        raise NotAsRecorded(name, "; ".join(found))


def _listen(path: Path, read_tags: ReadTags) -> Heard:
    """Let ffmpeg read the header; without `-copyts` it counts chapters from after the run-in."""
    header = ["-copyts", "-i", ffmpeg.file(path), "-f", "ffmetadata", "-"]
    told, said = ffmpeg.run(_PURPOSE, header)
    return Heard(read_chapters(told.decode("utf-8", "replace")), _claimed(said), *read_tags(path))


def _claimed(said: str) -> Fraction:
    claim = _CLAIM.search(said)
    hours, minutes, seconds = map(Fraction, claim.groups() if claim else "000")
    return 3600 * hours + 60 * minutes + seconds


def _in_sound(promise: Promise, checksum: int, path: Path) -> Iterator[str]:
    sound = promise.sound
    end = len(sound.sizes) * sound.frame - sound.lead
    if not 0 <= end - sound.frames < _FLUSH * sound.frame:
        yield f"its sound ends at {_clock(end, sound.rate)} instead of {_clock(sound.frames, sound.rate)}"
    if written(path, sound) != checksum:
        yield "its sound is not byte for byte the one that was encoded"
    elif promise.indexed:
        yield from _in_index(sound, path)


def _in_index(sound: Encoded, path: Path) -> Iterator[str]:
    found = last_packets(path, sound, _PURPOSE)
    if not found or found != tuple(written_packets(path, sound, len(found))):
        yield "its index does not lead to the end of the sound"


def _in_length(promise: Promise, heard: Heard) -> Iterator[str]:
    sound = promise.sound
    if abs(heard.claimed - Fraction(sound.frames, sound.rate)) > _CLAIM_STEP:
        claimed, wanted = _clock(heard.claimed), _clock(sound.frames, sound.rate)
        yield f"it says that it lasts {claimed} instead of {wanted}"


def _in_chapters(promise: Promise, heard: Heard) -> Iterator[str]:
    if len(promise.marks) != len(heard.chapters):
        yield f"it has {len(heard.chapters)} chapters instead of {len(promise.marks)}"
        return
    for number, (mark, chapter) in enumerate(zip(promise.marks, heard.chapters, strict=True), start=1):
        yield from (f"chapter {number} {fault}" for fault in _in_chapter(promise, mark, chapter))


def _in_chapter(promise: Promise, mark: Mark, chapter: ShownChapter) -> Iterator[str]:
    rate, half = promise.sound.rate, Fraction(1, 2 * promise.ticks)
    if chapter.title != mark.title:
        yield f"is called {_shown(chapter.title)} instead of {_shown(mark.title)}"
    for edge, frames, heard in (("begins", mark.start, chapter.start), ("ends", mark.end, chapter.end)):
        if abs(heard - Fraction(frames, rate)) > half:
            yield f"{edge} at {_clock(heard)} instead of {_clock(frames, rate)}"


def _in_tags(promise: Promise, heard: Heard) -> Iterator[str]:
    for tag in sorted({*promise.tags, *heard.tags}):
        wanted, found = promise.tags.get(tag, ""), heard.tags.get(tag, "")
        if wanted != found:
            yield f"the tag {tag} says {_shown(found)} instead of {_shown(wanted)}"
    if promise.cover.data != heard.cover:
        yield "the cover is another one" if heard.cover else "the cover is missing"


def _shown(text: str) -> str:
    return repr(shortened(text, _SHOWN))


def _clock(time: Fraction | int, rate: int = 1) -> str:
    """Tell a time to the millisecond."""
    whole, milliseconds = divmod(round(1000 * Fraction(time) / rate), 1000)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}.{milliseconds:03}"
