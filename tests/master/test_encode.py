import math
from array import array
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from narrate import ffmpeg
from narrate.errors import FfmpegFailed
from narrate.master.codecs import CODECS, GRID
from narrate.master.encode import encode, heard, join
from narrate.master.samples import Samples, from_pcm, to_pcm
from narrate.model.recording import Encoded, Encoding, Mark

ENCODINGS = [Encoding("aac", 64_000), Encoding("mp3", 64_000)]
RATES = [22_050, 44_100]
each_encoding = pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda encoding: encoding.codec)
each_rate = pytest.mark.parametrize("rate", RATES)


def syllables(frames: int, rate: int) -> Samples:
    """Make a buzz that swells like speech, never the same for long."""
    time = np.arange(frames) / rate
    buzz = sum(np.sin(2 * np.pi * (120 + 3 * time) * overtone * time) / overtone for overtone in range(1, 20))
    return np.asarray(0.1 * buzz * np.abs(np.sin(2 * np.pi * 3 * time)) ** 3, dtype=np.float32)


def window(sound: Samples, start: int, end: int) -> bytes:
    """Return what an encoder hears, silence before and after the whole."""
    margin = np.zeros(20_000, np.float32)
    return to_pcm(np.concatenate([margin, sound, margin])[start + 20_000 : end + 20_000])


def made(sound: Samples, encoding: Encoding, rate: int, cuts: list[int]) -> Encoded:
    """Encode a sound in stretches and join them."""
    stretches = [
        encode(window(sound, *heard(encoding, rate, start, end)), encoding, rate, end - start)
        for start, end in pairwise(cuts)
    ]
    return join(list(map(read, stretches)), encoding, rate, (Mark("All", 0, len(sound)),))


def read(stretch: bytes) -> Callable[[int | None], bytes]:
    """Have a stretch in memory read, or its beginning."""
    return lambda length: stretch[:length]


def decoded(encoded: Encoded) -> Samples:
    """Decode bare packets as a player would, the lead skipped."""
    packets, at, stream = b"".join(encoded.packets), 0, []
    for size in encoded.sizes:
        stream.append(with_header(packets[at : at + size], encoded))
        at += size
    assert at == len(packets)
    kind = "aac" if encoded.encoding.codec == "aac" else "mp3"
    pcm, _ = ffmpeg.run("decode", ["-f", kind, "-i", "-", "-f", "s16le", "-"], [b"".join(stream)])
    return from_pcm(pcm)[encoded.lead : encoded.lead + encoded.frames]


def with_header(packet: bytes, encoded: Encoded) -> bytes:
    """Put an ADTS header before an AAC packet; an MP3 packet has its own."""
    if encoded.encoding.codec == "mp3":
        return packet
    index = {44_100: 4, 22_050: 7}[encoded.rate]
    size = len(packet) + 7
    head = [
        0xFF,
        0xF1,
        1 << 6 | index << 2,
        1 << 6 | size >> 11,
        size >> 3 & 0xFF,
        (size & 7) << 5 | 0x1F,
        0xFC,
    ]
    return bytes(head) + packet


def signal_to_noise(wanted: Samples, got: Samples) -> float:
    noise = float(np.sum((wanted - got).astype(np.float64) ** 2)) + 1e-12
    return 10 * math.log10(float(np.sum(wanted.astype(np.float64) ** 2)) / noise)


@each_encoding
@each_rate
def test_stretches_joined_are_as_long_and_as_true_as_one_encode(encoding: Encoding, rate: int) -> None:
    sound = syllables(40 * GRID, rate)
    whole = made(sound, encoding, rate, [0, 40 * GRID])
    parts = made(sound, encoding, rate, [0, 7 * GRID, 8 * GRID, 21 * GRID, 40 * GRID])
    assert len(parts.sizes) == len(whole.sizes)
    assert (parts.frames, parts.lead) == (whole.frames, whole.lead)
    heard_whole, heard_parts = decoded(whole), decoded(parts)
    assert len(heard_parts) == len(sound)
    assert signal_to_noise(sound, heard_parts) > signal_to_noise(sound, heard_whole) - 0.5
    assert signal_to_noise(sound, heard_parts) > 15
    for cut in (7 * GRID, 8 * GRID, 21 * GRID):
        seam = slice(cut - 2000, cut + 2000)
        apart, whole_there = (signal_to_noise(sound[seam], each[seam]) for each in (heard_parts, heard_whole))
        assert apart > min(whole_there - 2, 35)


@each_encoding
@each_rate
def test_nothing_drifts_over_many_stretches(encoding: Encoding, rate: int) -> None:
    sound = syllables(30 * GRID, rate)
    heard_all = decoded(made(sound, encoding, rate, [n * GRID for n in range(31)]))
    for place in (GRID, 15 * GRID, 28 * GRID):
        near = slice(place, place + GRID)
        lag = np.argmax(np.correlate(heard_all[near], sound[near], "full")) - (GRID - 1)
        assert lag == 0


@each_encoding
def test_the_same_sound_gives_the_same_packets(encoding: Encoding) -> None:
    pcm = window(syllables(3 * GRID, 22_050), *heard(encoding, 22_050, 0, 3 * GRID))
    assert encode(pcm, encoding, 22_050, 3 * GRID) == encode(pcm, encoding, 22_050, 3 * GRID)


@each_encoding
def test_packets_are_counted_in_their_sizes(encoding: Encoding) -> None:
    encoded = made(syllables(4 * GRID, 22_050), encoding, 22_050, [0, GRID, 4 * GRID])
    assert isinstance(encoded.sizes, array)
    assert sum(encoded.sizes) == sum(map(len, encoded.packets))
    assert len(encoded.sizes) * encoded.frame >= encoded.lead + encoded.frames
    assert encoded.frame == CODECS[encoding.codec].frame(22_050)


@each_encoding
def test_speech_comes_out_as_loud_as_it_went_in(encoding: Encoding) -> None:
    """LAME turns everything down, which is made up for."""
    sound = syllables(20 * GRID, 22_050)
    got = decoded(made(sound, encoding, 22_050, [0, 20 * GRID]))
    assert 20 * np.log10(np.std(got) / np.std(sound)) == pytest.approx(0, abs=0.1)


def test_an_encoder_that_fails_says_so() -> None:
    with pytest.raises(FfmpegFailed, match="encode aac"):
        encode(bytes(2 * GRID), Encoding("aac", 64_000), 0, GRID)
