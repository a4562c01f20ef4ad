"""Compare settings of the encoders by speed and by how near the decoded sound is to its source.

    python benchmarks/encoders.py

Ten minutes of the seeds, spoken by eSpeak at the book's level, are encoded and decoded.  Printed are, for
every setting, the speed on one core beside real time, the kilobits a second, the mean segmental
signal-to-noise ratio (20 ms frames, held between -10 and 35 dB) and the mean log-spectral distance (frames of
1024, 100 Hz to 8 kHz).
"""

import subprocess
import tempfile
import time
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import numpy.typing as npt
from long_text import sentences, write_book

from narrate.config.load import load_config
from narrate.pipeline import work
from narrate.pipeline.build import set_stage
from narrate.pipeline.plan import plan
from narrate.pipeline.stage import reels
from narrate.store.store import Store

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
RATE = 22_050
AAC, MP3 = ("-c:a", "aac", "-f", "adts"), ("-c:a", "libmp3lame", "-write_xing", "0", "-f", "mp3")
SETTINGS = {
    "aac twoloop (ffmpeg's default)": (*AAC, "-aac_coder", "twoloop"),
    "aac fast": (*AAC, "-aac_coder", "fast"),
    "aac fast, no TNS": (*AAC, "-aac_coder", "fast", "-aac_tns", "0"),
    "aac fast, no PNS": (*AAC, "-aac_coder", "fast", "-aac_pns", "0"),
    "aac fast, no TNS, no PNS": (*AAC, "-aac_coder", "fast", "-aac_tns", "0", "-aac_pns", "0"),
    "mp3 (ffmpeg's default)": MP3,
    "mp3, no reservoir": (*MP3, "-reservoir", "0"),
    "mp3, no reservoir, level 2": (*MP3, "-reservoir", "0", "-compression_level", "2"),
    "mp3, no reservoir, level 7": (*MP3, "-reservoir", "0", "-compression_level", "7"),
    "mp3, no reservoir, level 9": (*MP3, "-reservoir", "0", "-compression_level", "9"),
}
Samples = npt.NDArray[np.float64]


def speech(folder: Path) -> bytes:
    """Return PCM of a chapter as it goes to the encoder."""
    from narrate.master.chapter import track

    book = write_book(folder / "book.md", sentences(1 / 6))
    (edition,) = plan(book, load_config(None))
    stage = set_stage(edition, Store(str(folder / "cache")))
    chapter = edition.script.chapters[0]
    laid = track(chapter, [work.measure_reel(stage, reel)[0] for reel in reels(chapter)], stage.output)
    pcm, _ = work.listen(stage, laid.cues, laid.gain, (0, laid.frames))
    work.leave()
    return pcm


def coded(pcm: bytes, setting: tuple[str, ...]) -> tuple[float, bytes]:
    """Encode, and return the least seconds of three runs and the stream."""
    raw = ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-"]
    command, times = [FFMPEG, "-v", "error", *raw, "-b:a", "64k", *setting, "-threads", "1", "-"], []
    for _ in range(3):
        began = time.perf_counter()
        stream = subprocess.run(command, input=pcm, stdout=subprocess.PIPE, check=True).stdout
        times.append(time.perf_counter() - began)
    return min(times), stream


def decoded(stream: bytes, kind: str) -> Samples:
    """Decode a stream of bare packets."""
    command = [FFMPEG, "-v", "error", "-f", kind, "-i", "-", "-f", "s16le", "-"]
    return samples(subprocess.run(command, input=stream, stdout=subprocess.PIPE, check=True).stdout)


def samples(pcm: bytes) -> Samples:
    """Read 16-bit PCM."""
    return np.frombuffer(pcm, "<i2") / 32768.0


def aligned(source: Samples, got: Samples) -> tuple[Samples, Samples]:
    """Cut off the codec's delay, found where both are most alike, and bring both to one level."""
    piece = source[30 * RATE : 32 * RATE]
    lags = range(3_000)
    lag = max(lags, key=lambda lag: float(piece @ got[30 * RATE + lag : 32 * RATE + lag]))
    length = min(len(source), len(got) - lag)
    one, other = source[:length], got[lag : lag + length]
    return one, other * (one @ other) / (other @ other)


def segmental(one: Samples, other: Samples) -> float:
    """Return the mean segmental signal-to-noise ratio of frames that are no silence, in decibels."""
    frames = RATE // 50
    whole = len(one) // frames * frames
    signal = np.mean(one[:whole].reshape(-1, frames) ** 2, axis=1)
    noise = np.mean((one - other)[:whole].reshape(-1, frames) ** 2, axis=1)
    heard = signal > 10 ** (-50 / 10)
    return float(np.mean(np.clip(10 * np.log10(signal[heard] / (noise[heard] + 1e-12)), -10, 35)))


def spectral(one: Samples, other: Samples) -> float:
    """Return the mean log-spectral distance of frames that are no silence, in decibels."""
    size = 1024
    whole = len(one) // size * size
    window = np.hanning(size)
    band = slice(round(100 * size / RATE), round(8_000 * size / RATE))
    spectra = [
        np.abs(np.fft.rfft(part[:whole].reshape(-1, size) * window))[:, band] ** 2 + 1e-6
        for part in (one, other)
    ]
    heard = np.mean(one[:whole].reshape(-1, size) ** 2, axis=1) > 10 ** (-50 / 10)
    difference = (10 * np.log10(spectra[0] / spectra[1]))[heard]
    return float(np.mean(np.sqrt(np.mean(difference**2, axis=1))))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        pcm = speech(Path(name))
    source = samples(pcm)
    seconds = len(source) / RATE
    print(f"{seconds:.0f} s of speech, {RATE} Hz mono, 64 kb/s asked for")
    print(f"{'':32}{'x real time':>12}{'kb/s':>7}{'seg. SNR':>10}{'distance':>10}")
    for label, setting in SETTINGS.items():
        took, stream = coded(pcm, setting)
        one, other = aligned(source, decoded(stream, "aac" if "aac" in setting else "mp3"))
        kilobits = 8 * len(stream) / seconds / 1000
        likeness = f"{segmental(one, other):10.1f}{spectral(one, other):10.2f}"
        print(f"{label:32}{seconds / took:12.0f}{kilobits:7.1f}{likeness}")


if __name__ == "__main__":
    main()
