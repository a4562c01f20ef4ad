"""Compare a short book with a long one: what an hour of sound costs, and how much memory any process takes.

    python benchmarks/length.py [--hours 1 30] [--voice eleanor]

Memory is the highest resident set of each process that a build starts, by the kernel's own account (Linux).
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Event, Thread

from long_text import sentences, write_book

SAMPLE = 0.02
"""Seconds between two looks at the processes; what lives for less is not seen."""


class Watch:
    """Note the highest resident set of a process and of all its descendants, by what they are."""

    def __init__(self, root: int) -> None:
        self._root = root
        self._over = Event()
        self.peaks: dict[str, int] = {}
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(SAMPLE):
            for process in self._family():
                name, peak = _kind(process, self._root), _peak(process)
                self.peaks[name] = max(self.peaks.get(name, 0), peak)

    def _family(self) -> list[int]:
        found, fresh = [self._root], [self._root]
        while fresh:
            fresh = [child for parent in fresh for child in _children(parent)]
            found += fresh
        return found


def _children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    try:
        return [int(child) for task in tasks for child in task.read_text().split()]
    except OSError:
        return []


def _kind(process: int, root: int) -> str:
    if process == root:
        return "main"
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return "gone"
    kinds = {
        "narrate.speak.booth": "engine",
        "ffmpeg": "ffmpeg",
        "forkserver": "worker",
        "tracker": "tracker",
        "-m narrate": "reader",
    }
    return next((kind for sign, kind in kinds.items() if sign in words), "other")


def _peak(process: int) -> int:
    """Return kilobytes."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def build(hours: float, voice: str) -> tuple[float, dict[str, int]]:
    """Build a book of so many hours and return the seconds and the peaks in kilobytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = write_book(folder / "book.md", sentences(hours))
        command = [sys.executable, "-m", "narrate", "build", "-q", "-f", "m4b", "-v", voice, book]
        began = time.perf_counter()
        process = subprocess.Popen(
            [*command, "-o", folder, "--cache", folder / "cache"], stdout=subprocess.DEVNULL
        )
        watch = Watch(process.pid)
        code = process.wait()
        took = time.perf_counter() - began
        watch.stop()
    if code:
        sys.exit(f"the build of {hours} h failed with {code}")
    return took, watch.peaks


def report(lengths: list[float], voice: str) -> None:
    """Print a line for every length."""
    kinds = ["main", "reader", "worker", "engine", "ffmpeg"]
    print(f"{'hours':>6}{'seconds':>9}{'an hour':>9}" + "".join(f"{kind + ' MB':>11}" for kind in kinds))
    for hours in lengths:
        took, peaks = build(hours, voice)
        memory = "".join(f"{peaks.get(kind, 0) / 1024:11.0f}" for kind in kinds)
        print(f"{hours:6g}{took:9.1f}{took / hours:9.2f}{memory}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hours", type=float, nargs="+", default=[1.0, 30.0])
    parser.add_argument("--voice", default="eleanor")
    asked = parser.parse_args()
    report(asked.hours, asked.voice)


if __name__ == "__main__":
    main()
