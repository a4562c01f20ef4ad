"""A disk that runs full in mid-build: one sentence, nothing half-written, and the next build goes on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from resilience.site import JOBS, Site

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unshare() -> str:
    """The program that gives another its own mounts."""
    found = shutil.which("unshare")
    if not found or subprocess.run([found, "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("mounting inside a namespace is not allowed here")
    return found


@pytest.mark.parametrize("which", ["cache", "shelf"])
def test_a_disk_runs_full(site: Site, undisturbed: Site, unshare: str, which: str) -> None:
    done = subprocess.run(
        [unshare, "-rm", sys.executable, "-m", "resilience.small_disk", which, site.root],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (told,) = done.stdout.splitlines()
    assert str(site.root / which) in told
    assert "is full, nothing half-written was left there; free some" in told
    shutil.rmtree(site.shelf)
    (site.root / "saved").rename(site.shelf)
    assert site.books() == undisturbed.books()
    assert site.repeated() <= 2 * JOBS  # each worker has a task at hand and one ready behind it
