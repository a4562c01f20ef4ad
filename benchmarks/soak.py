"""Kill builds at random until the time is up, prove after each that nothing is lost; then weigh long books.

    python benchmarks/soak.py [--minutes 10] [--engine tone|pyttsx3] [--seed N] [--hours 1 30]

In every round one book is built with a cache of its own.  Random processes (the whole, the fork server, a
worker, a booth, an encoder) are killed at random moments until some build of it lives to its end; a last one
must give the undisturbed book, byte for byte, with nothing else on the shelf, no process left, and, with the
engine that hums, no line spoken again but those that were being spoken at a kill.  Linux only.
"""
# ruff: noqa: S101, S311 - it proves by assertions, and its chance can be repeated

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from resilience.memory import MEGABYTE, Peaks
from resilience.site import JOBS, Run, Site

CHAPTERS, PARAGRAPHS = 4, 44
ROLES = "main", "main", "server", "worker", "booth", "encoder"
KILLS = 12
"""The most kills in a round."""
PARAGRAPHS_AN_HOUR = 392
"""At 90 words a minute."""


@dataclass
class Score:
    """What happened until now."""

    rounds: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    codes: Counter[int] = field(default_factory=Counter)
    repeated: int = 0
    longest: float = 0.0
    """Seconds that a run took until all its processes were gone."""


def build_a_round(site: Site, whole: Site, chance: random.Random, score: Score) -> None:
    """Kill builds of a book until one lives, then prove that the book is whole."""
    killed, total = 0, len(whole.entries())
    for _ in range(KILLS):
        began, run = time.monotonic(), site.start()
        killed += kill_somebody(site, run, chance, score, total)
        code = run.ended()
        score.longest = max(score.longest, time.monotonic() - began)
        score.codes[code] += 1
        assert code in {0, 1, -9} or "no ffmpeg that runs" in run.told(), run.told()
        assert "Traceback" not in run.told(), run.told()
        if not code:
            break
    site.build()
    assert site.books() == whole.books()
    assert site.repeated() <= JOBS * killed, site.repeated()
    score.repeated += site.repeated()
    score.rounds += 1


def kill_somebody(site: Site, run: Run, chance: random.Random, score: Score, total: int) -> int:
    """Wait for a random moment of a run and kill a random process; return how many were killed, 0 or 1."""
    role, before = chance.choice(ROLES), site.finished()
    goal = before + chance.randint(0, max(1, total - before))
    while run.process.poll() is None:
        if site.finished() >= goal and run.kill(role):
            score.kills[role] += 1
            return 1
        time.sleep(0.002)
    return 0


def soak(folder: Path, minutes: float, engine: str, seed: int) -> None:
    """Go on for some minutes and print the score."""
    chance, score, until = random.Random(seed), Score(), time.monotonic() + 60 * minutes
    name = "tally" if engine == "tone" else engine
    whole = Site.lay_out(folder / "whole", chapters=CHAPTERS, paragraphs=PARAGRAPHS, engine=name)
    whole.build()
    while time.monotonic() < until:
        place = folder / f"round {score.rounds + 1}"
        site = Site.lay_out(place, chapters=CHAPTERS, paragraphs=PARAGRAPHS, engine=name)
        build_a_round(site, whole, chance, score)
    print(f"{score.rounds} books, all whole; {score.kills.total()} kills: {dict(score.kills)}")
    print(
        f"exit codes {dict(score.codes)}; {score.repeated} lines spoken again; longest {score.longest:.1f} s"
    )


def weigh(folder: Path, hours: float) -> dict[str, int]:
    """Hum a book of so many hours and return the most bytes that its processes held."""
    count = max(1, round(4 * hours))
    paragraphs = round(hours * PARAGRAPHS_AN_HOUR / count)
    site = Site.lay_out(folder / f"{hours} h", chapters=count, paragraphs=paragraphs, engine="tone", rate=90)
    run, peaks = site.start(formats="m4b"), Peaks()
    code = run.watched(lambda: peaks.look(run))
    assert code == 0, run.told()
    shown = {role: f"{held / MEGABYTE:.0f} MB" for role, held in sorted(peaks.bytes.items())}
    print(f"{hours:g} h: {shown}; {run.told().splitlines()[-1].strip()}")
    return peaks.bytes


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--engine", choices=["tone", "pyttsx3"], default="tone")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--hours", type=float, nargs="*", default=[1.0, 30.0])
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        if asked.minutes:
            soak(Path(name), asked.minutes, asked.engine, asked.seed)
        peaks = [weigh(Path(name), hours) for hours in asked.hours]
    if peaks:
        largest = [max(each.values()) for each in peaks]
        print(f"largest process, longest book to shortest: {largest[-1] / largest[0]:.2f} times")


if __name__ == "__main__":
    main()
