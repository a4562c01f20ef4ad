"""Time narrate beside the bare work and beside what one would write by hand, in one run.

    python benchmarks/speed.py [--hours 3] [--without-naive]

The text is made of the seed stories, over and over, every sentence different. Printed are, side by side:

limit    libespeak-ng called directly, then ffmpeg's AAC encoder on the raw samples, an equal share of the
         sentences on every core: no reading, no sentences to find, no levels, no marks, no cache
narrate  `narrate build`, cold, to M4B, with everything that it does
naive    sentence by sentence `save_to_file`, `AudioSegment +=`, one `export`

Ratios of one run can be compared; seconds of different machines or days cannot.
"""

import argparse
import ctypes
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import espeakng_loader
import imageio_ffmpeg
from long_text import sentences, write_book

VOICE, RATE, FRAMES = "en-gb-x-rp+f1", 160, 22050
FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()


def limit(folder: Path, spoken: list[str]) -> tuple[float, float]:
    """Return the wall seconds of the bare work on all cores at once, and the seconds of sound it makes.

    Every core has an equal share and nothing to wait for.
    """
    cores = os.cpu_count() or 1
    shares = [spoken[core::cores] for core in range(cores)]
    began = time.perf_counter()
    with ThreadPoolExecutor(cores) as pool:
        raws = list(pool.map(bare, [folder / f"limit{core}" for core in range(cores)], shares))
    return time.perf_counter() - began, sum(raw.stat().st_size for raw in raws) / 2 / FRAMES


def bare(path: Path, spoken: list[str]) -> Path:
    """Speak lines and encode them, one program after the other; return the file of raw samples."""
    raw = path.with_suffix(".pcm")
    subprocess.run([sys.executable, __file__, "--speak", raw], input="\n".join(spoken), text=True, check=True)
    sound = ["-f", "s16le", "-ar", str(FRAMES), "-ac", "1", "-i", raw]
    codec = ["-c:a", "aac", "-aac_coder", "fast", "-aac_tns", "0", "-b:a", "64k", path.with_suffix(".m4a")]
    subprocess.run([FFMPEG, "-v", "error", "-y", *sound, *codec], check=True)
    return raw


def speak(target: Path) -> None:
    """Speak the lines of standard input by libespeak-ng alone."""
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_Initialize(2, 1000, espeakng_loader.get_data_path().encode(), 0)
    library.espeak_SetVoiceByName(VOICE.encode())
    library.espeak_SetParameter(1, RATE, 0)
    with target.open("wb") as file:

        @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
        def keep(samples: int | None, count: int, _events: object) -> int:
            if samples and count:
                file.write(ctypes.string_at(samples, 2 * count))
            return 0

        library.espeak_SetSynthCallback(keep)
        for line in sys.stdin:
            letters = line.strip().encode()
            library.espeak_Synth(letters, ctypes.c_size_t(len(letters) + 1), 0, 1, 0, 0x1001, None, None)


def narrate(folder: Path, book: Path) -> float:
    """Return the wall seconds of a cold build: nothing is in the cache."""
    began = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "narrate",
        "build",
        "--quiet",
        "--format",
        "m4b",
        "--output",
        folder / "out",
    ]
    subprocess.run([*command, "--cache", folder / "cache", book], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def naive(folder: Path, spoken: list[str]) -> float:
    """Return the wall seconds of the program that comes to mind first."""
    began = time.perf_counter()
    script = [sys.executable, __file__, "--naive", folder / "naive.m4a"]
    subprocess.run(script, input="\n".join(spoken), text=True, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def speak_naively(target: Path) -> None:
    """Speak the lines of standard input as the documentation of pyttsx3 and pydub shows it."""
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path())
    import pyttsx3
    from pydub import AudioSegment

    AudioSegment.converter = FFMPEG
    engine = pyttsx3.init("espeak")
    engine.setProperty("voice", VOICE)
    engine.setProperty("rate", RATE)
    book, clip = AudioSegment.silent(0, FRAMES), str(target.with_suffix(".wav"))
    for line in sys.stdin:
        engine.save_to_file(line.strip(), clip)
        engine.runAndWait()
        book += AudioSegment.from_wav(clip)
        book += AudioSegment.silent(350, FRAMES)
    book.export(target, format="ipod", codec="aac", bitrate="64k")


def report(hours: float, *, with_naive: bool) -> None:
    """Time all three and print them side by side."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spoken = sentences(hours)
        book = write_book(folder / "book.md", spoken)
        bare, seconds = limit(folder, spoken)
        rows = {"limit": bare, "narrate": narrate(folder, book)}
        if with_naive:
            rows["naive"] = naive(folder, spoken)
    print(f"{seconds / 3600:.2f} h of sound, {len(spoken)} sentences, {os.cpu_count()} cores")
    print(f"{'':10}{'seconds':>9}{'x real time':>13}{'x the limit':>13}")
    for label, took in rows.items():
        print(f"{label:10}{took:9.1f}{seconds / took:13.0f}{took / bare:13.2f}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hours", type=float, default=3.0)
    parser.add_argument("--without-naive", action="store_true")
    parser.add_argument("--speak", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--naive", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.speak:
        speak(asked.speak)
    elif asked.naive:
        speak_naively(asked.naive)
    else:
        report(asked.hours, with_naive=not asked.without_naive)


if __name__ == "__main__":
    main()
