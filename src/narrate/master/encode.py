"""Send tracks through an encoder: one gain a chapter, and a limiter where a peak asks for it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from narrate import ffmpeg
from narrate.config.schema import OutputTable
from narrate.master.chapter import blocks
from narrate.master.samples import from_pcm, ratio
from narrate.model.audio import BYTES_PER_FRAME
from narrate.model.recording import Encoded, Encoding, Track, marks

CODEC_MARGIN = 1.0
"""Decibels kept free below the ceiling: a lossy codec's own peaks lie that much higher."""

BETWEEN_SAMPLES = 1.5
"""Decibels that the true peak of speech may lie above its highest sample; a limiter too many does no harm."""

OVERSAMPLING = 4
"""A limiter sees only samples; at four times the rate it sees the peaks between them (BS.1770-4, annex 2)."""

CODECS: Mapping[str, Sequence[str]] = {
    "wav": ("-c:a", "pcm_s16le", "-f", "wav"),
    "aac": ("-c:a", "aac", "-aac_coder", "fast", "-f", "ipod"),
    "mp3": ("-c:a", "libmp3lame", "-id3v2_version", "0", "-f", "mp3"),
}

BIT_EXACT = ("-fflags", "+bitexact", "-flags:a", "+bitexact")
"""The same sound gives the same bytes: no version and no date in the file."""

LAME_SCALE = 0.95
"""LAME turns everything down by this factor at every rate, and ffmpeg has no switch for it."""


def encode(
    tracks: Sequence[Track],
    encoding: Encoding,
    output: OutputTable,
    path: Path,
    encoded: Callable[[int], None] = lambda _frames: None,
) -> Encoded:
    """Encode tracks back to back into one file, without marks or tags.

    `encoded` hears of every so many frames that have gone to the encoder.
    """
    rate = output.sample_rate
    raw = ["-v", "error", "-f", "f32le", "-ar", str(rate), "-ac", "1", "-i", "-"]
    codec = [*CODECS[encoding.codec], *_bitrate(encoding), *BIT_EXACT]
    filters = ["-af", ",".join(_filters(tracks, encoding, output))]
    ffmpeg.run(
        f"encode {encoding.codec}", [*raw, *filters, *codec, ffmpeg.file(path)], _levelled(tracks, encoded)
    )
    return Encoded(path, rate, marks(tracks))


def _bitrate(encoding: Encoding) -> Sequence[str]:
    return ("-b:a", str(encoding.bitrate)) if encoding.bitrate else ()


def _levelled(tracks: Sequence[Track], encoded: Callable[[int], None]) -> Iterator[bytes]:
    """Yield 32-bit float PCM, which cannot clip before the limiter has seen it."""
    for track in tracks:
        for block in blocks(track.pcm):
            yield (from_pcm(block) * ratio(track.gain)).tobytes()
            encoded(len(block) // BYTES_PER_FRAME)


def _filters(tracks: Sequence[Track], encoding: Encoding, output: OutputTable) -> Iterator[str]:
    yield "anull"
    ceiling = output.true_peak - CODEC_MARGIN
    if any(track.peak > ceiling - BETWEEN_SAMPLES for track in tracks):
        yield f"aresample={output.sample_rate * OVERSAMPLING}:resampler=soxr"
        yield f"alimiter=limit={ratio(ceiling)}:level=0:latency=1"
        yield f"aresample={output.sample_rate}:resampler=soxr"
    if encoding.codec == "mp3":
        yield f"volume={1 / LAME_SCALE}"
