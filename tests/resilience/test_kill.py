"""Whoever is killed, and whenever: nothing is lost, nothing is spoken again, nothing is left lying about."""

import subprocess
import sys
from pathlib import Path

import pytest

from narrate.publish.leftovers import sweep
from resilience.site import JOBS, Site, anew

DIES_TRYING = """
import os, signal, sys
from pathlib import Path
from narrate.publish.target import check_target
Path.unlink = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
check_target(Path(sys.argv[1]))
"""


def test_the_whole_is_killed_ten_times_and_the_book_is_the_same(site: Site, undisturbed: Site) -> None:
    """Each time a little further on; the last times, files are being written."""
    total, kills = len(undisturbed.entries("[!p]*")), 10
    for left in range(kills, 0, -1):
        run, before = site.start(), site.finished()
        step = max(1, (total - before) // left)
        run.until(lambda goal=before + step: site.finished() >= goal)  # type: ignore[misc] # mypy 1.x
        assert run.kill()
        assert run.ended() < 0
    spoken = sum(site.spoken().values())
    told = site.build()
    assert site.books() == undisturbed.books()
    assert anew(told) == sum(site.spoken().values()) - spoken
    assert set(site.spoken()) == set(undisturbed.spoken())
    assert site.repeated() <= JOBS * kills


def test_a_draft_of_the_dead_is_gone_with_the_next_build(site: Site, undisturbed: Site) -> None:
    """Be it the probe at the beginning or, where that was too quick to be seen, a file at the end."""
    run = site.start()
    run.until(site.drafts)
    run.process.kill()
    run.ended()
    site.build()
    assert site.books() == undisturbed.books()
    assert site.repeated() <= JOBS


def test_what_tries_the_folder_is_swept_like_a_draft(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", DIES_TRYING, str(tmp_path)], check=False)
    assert len(list(tmp_path.iterdir())) == 1
    sweep(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_file_that_was_being_written_is_written_again(site: Site, undisturbed: Site) -> None:
    run = site.start()
    run.until(lambda: site.entries("sound") and site.drafts())
    run.process.kill()
    run.ended()
    site.build()
    assert site.books() == undisturbed.books()
    assert not site.repeated()


@pytest.mark.parametrize("role", ["worker", "booth"])
def test_a_run_survives_the_death_of_one_who_helps(site: Site, undisturbed: Site, role: str) -> None:
    total, kills = len(undisturbed.entries("clips")), 2
    run = site.start()
    for each in range(1, kills + 1):
        run.until(lambda goal=each * total // (kills + 1): len(site.entries("clips")) >= goal)  # type: ignore[misc]
        run.until(lambda: run.kill(role))
    assert run.ended() == 0, run.told()
    assert site.books() == undisturbed.books()
    assert set(site.spoken()) == set(undisturbed.spoken())
    assert site.repeated() <= JOBS * kills


def test_a_build_survives_an_encoder_that_is_killed(site: Site, undisturbed: Site) -> None:
    run = site.start()
    run.until(lambda: run.kill("encoder"))
    assert run.ended() == 0, run.told()
    assert site.books() == undisturbed.books()
    assert site.repeated() == 0


def test_a_killed_build_that_really_speaks_is_the_same_in_the_end(tmp_path: Path) -> None:
    killed, whole = (
        Site.lay_out(tmp_path / name, chapters=2, paragraphs=3, engine="pyttsx3") for name in ("a", "b")
    )
    run = killed.start()
    run.until(lambda: len(killed.entries("clips")) >= 7)
    assert run.kill()
    run.ended()
    kept = len(killed.entries("clips"))
    assert anew(killed.build()) == anew(whole.build()) + 1 - kept
    assert killed.books() == whole.books()
