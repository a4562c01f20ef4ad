"""Read a finished file back and compare it with what it should hold."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from mutagen import MutagenError

from narrate import ffmpeg
from narrate.errors import FfmpegFailed, NotAsRecorded
from narrate.model.recording import Encoded, Mark
from narrate.model.words import shortened
from narrate.publish.ffmetadata import ShownChapter, read_chapters
from narrate.publish.picture import Picture

_PURPOSE = "read back what was written"
_CLAIM = re.compile(r"Duration: (\d+):(\d+):(\d+\.\d+)")
_LAST_PACKET = re.compile(rb"out_time_us=(\d+)")
_MICROSECONDS = 1_000_000
_FLUSH = 2
"""Codec frames by which the last packet may end later than the sound: encoders fill them up with silence."""
_SHOWN = 40
"""Characters of a text that a sentence about a difference shows."""

ReadTags = Callable[[Path], tuple[dict[str, str], bytes]]


@dataclass(frozen=True, slots=True)
class Promise:
    """What a file has to hold."""

    sound: Encoded
    marks: tuple[Mark, ...]
    """Those of the sound where the format has chapters, else none."""
    tags: Mapping[str, str]
    cover: Picture
    codec_frame: int
    """Samples that one packet holds: how exact a mark or a length can be."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a player finds in a file."""

    chapters: tuple[ShownChapter, ...]
    claimed: Fraction
    """Length by the container's own account, seconds."""
    packets: Fraction
    """Where the last packet ends, seconds."""
    tags: Mapping[str, str]
    cover: bytes


def verify(path: Path, name: str, promise: Promise, read_tags: ReadTags) -> None:
    """Raise `NotAsRecorded` unless the file holds what it should.

    The error calls the file by `name`, which is its target's, and tells every difference.
    """
    try:
        heard = _listen(path, read_tags)
    except (FfmpegFailed, MutagenError) as error:
        raise NotAsRecorded(name, error) from error
    found = [*_in_length(promise, heard), *_in_chapters(promise, heard), *_in_tags(promise, heard)]
    if found:
        raise NotAsRecorded(name, "; ".join(found))


def _listen(path: Path, read_tags: ReadTags) -> Heard:
    claimed, packets = _lengths(path)
    tags, cover = read_tags(path)
    return Heard(_chapters(path), claimed, packets, tags, cover)


def _lengths(path: Path) -> tuple[Fraction, Fraction]:
    """Let ffmpeg walk through every packet, which needs no decoding: an hour takes a few milliseconds."""
    walk = ["-map", "0:a:0", "-c", "copy", "-progress", "pipe:1", "-f", "null", "-"]
    told, said = ffmpeg.run(_PURPOSE, ["-i", f"file:{path}", *walk])
    claim = _CLAIM.search(said)
    hours, minutes, seconds = map(Fraction, claim.groups() if claim else "000")
    packets = [Fraction(int(end), _MICROSECONDS) for end in _LAST_PACKET.findall(told)]
    return 3600 * hours + 60 * minutes + seconds, max(packets, default=Fraction(0))


def _chapters(path: Path) -> tuple[ShownChapter, ...]:
    """Read the chapters on the file's own clock; without `-copyts` ffmpeg counts from after the run-in."""
    told, _ = ffmpeg.run(_PURPOSE, ["-copyts", "-i", f"file:{path}", "-f", "ffmetadata", "-"])
    return read_chapters(told.decode("utf-8", "replace"))


def _in_length(promise: Promise, heard: Heard) -> Iterator[str]:
    sound = promise.sound
    wanted = Fraction(sound.frames, sound.rate)
    frame = Fraction(promise.codec_frame, sound.rate)
    if abs(heard.claimed - wanted) > frame:
        yield f"it says that it lasts {_clock(heard.claimed)} instead of {_clock(wanted)}"
    if not -frame <= heard.packets - wanted <= _FLUSH * frame:
        yield f"its sound ends at {_clock(heard.packets)} instead of {_clock(wanted)}"


def _in_chapters(promise: Promise, heard: Heard) -> Iterator[str]:
    if len(promise.marks) != len(heard.chapters):
        yield f"it has {len(heard.chapters)} chapters instead of {len(promise.marks)}"
        return
    for number, (mark, chapter) in enumerate(zip(promise.marks, heard.chapters, strict=True), start=1):
        yield from (f"chapter {number} {fault}" for fault in _in_chapter(promise, mark, chapter))


def _in_chapter(promise: Promise, mark: Mark, chapter: ShownChapter) -> Iterator[str]:
    rate = promise.sound.rate
    if chapter.title != mark.title:
        yield f"is called {_shown(chapter.title)} instead of {_shown(mark.title)}"
    for edge, frames, heard in (("begins", mark.start, chapter.start), ("ends", mark.end, chapter.end)):
        if abs(heard * rate - frames) > promise.codec_frame:
            yield f"{edge} at {_clock(heard)} instead of {_clock(Fraction(frames, rate))}"


def _in_tags(promise: Promise, heard: Heard) -> Iterator[str]:
    for tag in sorted({*promise.tags, *heard.tags}):
        wanted, found = promise.tags.get(tag, ""), heard.tags.get(tag, "")
        if wanted != found:
            yield f"the tag {tag} says {_shown(found)} instead of {_shown(wanted)}"
    if promise.cover.data != heard.cover:
        yield "the cover is another one" if heard.cover else "the cover is missing"


def _shown(text: str) -> str:
    return repr(shortened(text, _SHOWN))


def _clock(seconds: Fraction) -> str:
    """Tell a time to the millisecond."""
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}.{milliseconds:03}"
