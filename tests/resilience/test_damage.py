"""A cache that rots: what is damaged is made again, and the book is the same."""

import shutil
from itertools import cycle
from pathlib import Path

import pytest

from resilience.site import Site, anew


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = cut_short, zeroed, emptied


@pytest.fixture
def rotten(site: Site, undisturbed: Site) -> Site:
    """A site with the undisturbed build's cache, for a test to damage."""
    shutil.copytree(undisturbed.cache, site.cache)
    return site


def test_everything_in_the_cache_is_damaged(rotten: Site, undisturbed: Site) -> None:
    for damage, path in zip(cycle(DAMAGES), rotten.entries(), strict=False):
        damage(path)
    rotten.build()
    assert rotten.books() == undisturbed.books()
    assert rotten.spoken() == undisturbed.spoken()


@pytest.mark.parametrize("kind", ["clips", "reels", "sound"])
def test_one_kind_of_piece_is_damaged(rotten: Site, undisturbed: Site, kind: str) -> None:
    """The other pieces are sound, so nothing is spoken again."""
    assert rotten.entries(kind)
    for path in rotten.entries(kind):
        zeroed(path)
    told = rotten.build()
    assert rotten.books() == undisturbed.books()
    assert anew(told) == 0


def test_a_book_that_stands_does_not_mind_what_the_cache_holds(undisturbed: Site, rotten: Site) -> None:
    rotten.build()
    for path in rotten.entries("sound"):
        zeroed(path)
    assert "stands as it was" in rotten.build()
    assert rotten.books() == undisturbed.books()


def test_a_finished_file_that_was_changed_is_written_again(rotten: Site, undisturbed: Site) -> None:
    rotten.build()
    cut_short(rotten.shelf / "The Log.mp3")
    (rotten.shelf / "The Log/01 - Volume 1.mp3").unlink()
    told = rotten.build()
    assert rotten.books() == undisturbed.books()
    assert told.count("stands as it was") == 1
