"""A place to build a book in, and builds that come to grief there at moments of our choosing."""

import os
import re
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from command import COMMAND
from resilience.processes import GLANCE, all_of, kill, stragglers

PLUGINS = Path(__file__).parents[1] / "plugins"
JOBS = 2
FORMATS = "m4b,mp3,mp3-chapters"
SETTINGS = """\
[book]
title = "The Log"
author = "A. Keeper"
[voices]
narrator = "{voice}"
folder = "../voices"
"""
VOICE = 'engine = "{engine}"\nrate = {rate}\n'


@dataclass(frozen=True, slots=True)
class Run:
    """A build that is under way."""

    process: "subprocess.Popen[bytes]"
    token: str
    log: Path

    def until(self, reached: Callable[[], object]) -> None:
        """Wait for a moment that must come before the build ends."""
        while not reached():
            assert self.process.poll() is None, f"it ended too soon:\n{self.told()}"
            time.sleep(GLANCE)

    def watched(self, look: Callable[[], object]) -> int:
        """Look again and again until it ends; return its exit code."""
        while self.process.poll() is None:
            look()
            time.sleep(GLANCE)
        return self.ended()

    def kill(self, role: str = "main") -> bool:
        """End the youngest process of a kind by SIGKILL; tell whether there was one."""
        found = all_of(role, self.token)
        return bool(found) and kill(found[-1])

    def ended(self) -> int:
        """Return the exit code; asserts that nobody is left running."""
        code = self.process.wait()
        assert not stragglers(self.token)
        return code

    def told(self) -> str:
        """Return what it has said until now on both of its outputs."""
        return self.log.read_text(errors="replace")


@dataclass(frozen=True, slots=True)
class Site:
    """A folder with a story, a voice, a cache and a shelf for finished books."""

    root: Path

    @classmethod
    def lay_out(
        cls, root: Path, *, chapters: int, paragraphs: int, engine: str = "tally", rate: int = 440
    ) -> "Site":
        """Write a book in which no sentence comes twice; some 27 paragraphs are a reel."""
        for name in ("story", "voices"):
            (root / name).mkdir(parents=True)
        (root / "voices/teller.toml").write_text(VOICE.format(engine=engine, rate=rate))
        (root / "story/narrate.toml").write_text(SETTINGS.format(voice="teller"))
        for chapter in range(1, chapters + 1):
            text = "\n\n".join(_paragraph(chapter, number) for number in range(1, paragraphs + 1))
            (root / f"story/{chapter} Volume {chapter}.txt").write_text(text)
        return cls(root)

    @property
    def cache(self) -> Path:
        """Where finished pieces are."""
        return self.root / "cache"

    @property
    def shelf(self) -> Path:
        """Where books are written."""
        return self.root / "shelf"

    @property
    def tally(self) -> Path:
        """Where the engine notes what it speaks."""
        return self.root / "tally"

    def start(self, *arguments: object, formats: str = FORMATS, jobs: int = JOBS) -> Run:
        """Begin to build the book."""
        token, log = uuid4().hex, self.root / f"log-{uuid4().hex}"
        words = [self.root / "story", "-o", self.shelf, "-f", formats, "-j", jobs, *arguments]
        with log.open("wb") as heard:
            process = subprocess.Popen(
                [COMMAND, "build", *map(str, words)],
                env={**os.environ, **self.variables(token)},
                stdin=subprocess.DEVNULL,
                stdout=heard,
                stderr=heard,
                start_new_session=True,
            )
        return Run(process, token, log)

    def variables(self, token: str = "") -> dict[str, str]:
        """Return the environment variables of a build here; all its processes have the token."""
        places = {"NARRATE_CACHE": str(self.cache), "TALLY": str(self.tally)}
        return {**places, "PYTHONPATH": str(PLUGINS), "RUN": token, "NO_COLOR": "1", "COLUMNS": "200"}

    def build(self, *arguments: object, formats: str = FORMATS, jobs: int = JOBS) -> str:
        """Build the book undisturbed and return what was told; asserts that it was made."""
        run = self.start(*arguments, formats=formats, jobs=jobs)
        code = run.ended()
        assert code == 0, run.told()
        return run.told()

    def entries(self, kind: str = "*") -> list[Path]:
        """Return the finished pieces in the cache."""
        return sorted(path for path in self.cache.glob(f"{kind}/??/[!.]*") if path.is_file())

    def finished(self) -> int:
        """Count the finished pieces in the cache."""
        return sum(not name.startswith(".") for _, _, names in os.walk(self.cache) for name in names)

    def drafts(self) -> list[Path]:
        """Return what lies on the shelf but is no book."""
        return list(self.shelf.glob(".*")) if self.shelf.exists() else []

    def books(self) -> dict[str, bytes]:
        """Return all files on the shelf, hidden ones too; asserts that no folder is empty."""
        found = sorted(self.shelf.rglob("*")) if self.shelf.exists() else []
        assert all(any(path.iterdir()) for path in found if path.is_dir()), found
        return {str(path.relative_to(self.shelf)): path.read_bytes() for path in found if path.is_file()}

    def spoken(self) -> Counter[str]:
        """Count how often each text was given to the engine."""
        return Counter(self.tally.read_text().splitlines() if self.tally.exists() else ())

    def repeated(self) -> int:
        """Count what was spoken again."""
        return sum(times - 1 for times in self.spoken().values())


def _paragraph(chapter: int, number: int) -> str:
    keeper = number + 1_000 * chapter
    return f"Leaf {number} of book {chapter} was blank. Its keeper, {keeper}, had left the page to us."


def anew(told: str) -> int:
    """Return how many lines a build says that it spoke.

    >>> anew("made in 1.0 s; 1,002 of 3,000 lines spoken anew")
    1002
    """
    found = re.search(r"([\d,]+) of [\d,]+ lines? spoken anew", told)
    assert found, told
    return int(found[1].replace(",", ""))
