"""What workers do.  Each piece is found in the store, or made and put there; so it can be asked for again.

Everything that a task needs comes with it, and everything that it makes goes into the store: it may run in
this process, in another, or on another machine.
"""

import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from narrate import plugins
from narrate.config.schema import SpeechTable
from narrate.errors import CacheFull, CacheUnusable, SoundLost
from narrate.model.audio import Clip
from narrate.model.metadata import Metadata
from narrate.model.recording import Cue, Measured
from narrate.model.script import Line
from narrate.pipeline.orders import Order
from narrate.pipeline.stage import Reel, Stage, Stretch
from narrate.speak.clips import Clips
from narrate.speak.company import Company
from narrate.speak.wording import worded
from narrate.store.address import address
from narrate.store.store import Store

REELS: Final = "reels"
SOUND: Final = "sound"
COVERS: Final = "covers"
_COUNT: Final = struct.Struct("<I")
_companies: dict[SpeechTable, Company] = {}


def company(speech: SpeechTable) -> Company:
    """Return the engines of this process; what is loaded stays so until `leave`."""
    return _companies.setdefault(speech, Company(speech))


def leave() -> None:
    """End all engines of this process."""
    while _companies:
        _companies.popitem()[1].close()


@cache
def store(url: str) -> Store:
    """Return this process's door to a store."""
    return Store(url)


def measure_reel(stage: Stage, reel: Reel) -> tuple[Measured, int]:
    """Have a reel's lines spoken and measured; return also how many were spoken that had never been."""
    from narrate.master.chapter import measure

    keep, place = store(stage.store), reel.address(stage)
    if kept := keep.get(REELS, place):
        return unpacked(kept), 0
    clips = Clips(keep, company(stage.speech))
    made = measure(reel.lines, _clips(stage, reel.lines, clips), stage.gains(0.0), stage.output.sample_rate)
    keep.put(REELS, place, packed(made))
    return made, clips.spoken


def encode_stretch(stage: Stage, stretch: Stretch) -> int:
    """Put the packets of a stretch into the store; return how many lines had to be spoken for it."""
    from narrate.master.encode import encode, heard

    keep, place, rate = store(stage.store), stretch.address(stage), stage.output.sample_rate
    if keep.has(SOUND, place):
        return 0
    window = heard(stretch.encoding, rate, 0, stretch.frames)
    pcm, spoken = listen(stage, stretch.cues, stretch.gain, window)
    keep.put(SOUND, place, encode(pcm, stretch.encoding, rate, stretch.frames))
    return spoken


def listen(stage: Stage, cues: Sequence[Cue], gain: float, window: tuple[int, int]) -> tuple[bytes, int]:
    """Return the PCM of a window of the cues' clock, and how many lines had to be spoken for it."""
    from narrate.master.chapter import sound

    clips = Clips(store(stage.store), company(stage.speech))
    said = _clips(stage, (cue.line for cue in cues), clips)
    return sound(cues, said, stage.gains(gain), window, stage.output), clips.spoken


def write_files(url: str, order: Order, own_cover: bytes | None) -> None:
    """Write a book's files in one format out of what is in the store.

    Raises `SoundLost` where it lacks some of it, which can be made again.
    """
    from narrate.master.encode import join
    from narrate.pipeline.deliver import delivery

    form, rate, keep = plugins.load("formats", order.form)(), order.rate, store(url)
    with delivery(order.folder, order.paths) as (folder, paths):
        cover = _cover(keep, order.metadata, own_cover, folder)
        sounds = [
            join([partial(_packets, keep, place) for place in part.sound], order.encoding, rate, part.marks)
            for part in order.parts
        ]
        form.publish(sounds, order.metadata, cover, paths)


def _cover(keep: Store, metadata: Metadata, own: bytes | None, folder: Path) -> Path:
    """Bring the cover to where this worker can read it, drawn anew only where it never was."""
    from narrate.publish.cover import prepare_cover

    path, known = folder / "cover", replace(metadata, cover=None, picture=b"")  # wherever it lies
    digest = own and sha256(own).hexdigest()
    place = address(COVERS, version("narrate"), version("pillow"), known, digest)
    if drawn := keep.get(COVERS, place):
        path.write_bytes(drawn)
        return path
    if own is not None:
        path.write_bytes(own)
        known = replace(known, cover=path)
    made = prepare_cover(known, folder)
    with suppress(CacheFull, CacheUnusable):  # it can be drawn again
        keep.put(COVERS, place, made.read_bytes())
    return made


def _packets(keep: Store, place: str, length: int | None) -> bytes:
    """Read a stretch, or see how it begins."""
    if length is not None:
        return keep.peek(SOUND, place, length)
    packets = keep.get(SOUND, place)
    if packets is None:
        raise SoundLost(place)
    return packets


def _clips(stage: Stage, lines: Iterable[Line], clips: Clips) -> Iterator[Clip]:
    for line in lines:
        speaker = stage.speakers[line.voice]
        yield clips.clip(worded(line, speaker.voice), speaker.voice, speaker.version)


def packed(measured: Measured) -> bytes:
    """Write what was measured as bytes."""
    lengths = array("I", measured.lengths)
    return _COUNT.pack(len(lengths)) + lengths.tobytes() + measured.energies.tobytes()


def unpacked(kept: bytes) -> Measured:
    """Read what `packed` wrote.

    >>> measured = Measured((220, 0), array("f", [0.5]))
    >>> unpacked(packed(measured)) == measured
    True
    """
    (count,) = _COUNT.unpack_from(kept)
    middle = _COUNT.size + 4 * count
    return Measured(tuple(array("I", kept[_COUNT.size : middle])), array("f", kept[middle:]))
