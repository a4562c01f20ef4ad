from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from cluster.machines import PLUGINS, Machine, machine, scheduler, worker

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

STORY = "\n\n".join(
    f"It was night number {number}, and the rain fell in the lane {'where nobody walked ' * 10}for a year."
    for number in range(20)
)
"""Two reels; long lines, for each costs a few trips to the bucket."""
SETTINGS = """
[book]
title = "Nights"
author = "A. Uthor"
cover = "art/cover.png"
[voices]
narrator = "hum"
folder = "voices"
[output]
formats = ["m4b", "mp3", "mp3-chapters"]
"""


@dataclass(frozen=True, slots=True)
class Town:
    """A scheduler, two workers and a driver, which share a bucket and nothing else."""

    address: str
    driver: Machine
    workers: tuple[Machine, ...]

    @property
    def bucket(self) -> Mapping[str, str]:
        return self.driver.environment


@pytest.fixture(scope="module")
def bucket(s3_environment: dict[str, str]) -> dict[str, str]:
    """Where the S3 server of this test run is."""
    pytest.importorskip("distributed")
    return s3_environment


@pytest.fixture(scope="module")
def town(bucket: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """One of the workers does two tasks at a time."""
    folder = tmp_path_factory.mktemp("town")
    head, driver, one, two = (
        machine(folder / name, bucket, PLUGINS) for name in ("head", "driver", "one", "two")
    )
    with scheduler(head) as address, worker(one, address), worker(two, address, threads=2):
        yield Town(address, driver, (one, two))


@pytest.fixture
def books(bucket: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> "AbstractFileSystem":
    """Return the bucket's file system, as this process sees it."""
    import fsspec

    for name, value in bucket.items():
        monkeypatch.setenv(name, value)
    return fsspec.filesystem("s3", use_listings_cache=False)


@pytest.fixture
def url() -> str:
    """Return a place of one's own in the bucket."""
    return f"s3://books/{uuid4().hex}"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Two stories with settings, a cover and a voice of their own."""
    from PIL import Image

    folder = tmp_path / "in"
    for sub in ("art", "voices"):
        (folder / sub).mkdir(parents=True)
    (folder / "1 Rain.txt").write_text(STORY)
    (folder / "2 Sun.md").write_text(f"# The Sun\n\n{STORY.replace('night', 'day')}\n")
    (folder / "narrate.toml").write_text(SETTINGS)
    (folder / "voices" / "hum.toml").write_text('engine = "tally"\nengine_voice = "alto"\n')
    Image.new("RGB", (640, 640), "navy").save(folder / "art" / "cover.png")
    return folder
