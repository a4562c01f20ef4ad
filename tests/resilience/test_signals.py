"""A build that is told to stop does so at once, and the next one goes on from there."""

import os
import signal
import time

import pytest

from resilience.site import JOBS, Run, Site

AT_ONCE = 3.0
"""Seconds."""


def stopped(run: Run, number: signal.Signals) -> int:
    """Send a signal as a terminal or an init system does; return the exit code, which must come at once."""
    began = time.monotonic()
    os.kill(run.process.pid, number)
    code = run.ended()
    assert time.monotonic() - began < AT_ONCE
    return code


def test_three_signals_end_three_builds_and_the_last_goes_on(site: Site, undisturbed: Site) -> None:
    signals = signal.SIGINT, signal.SIGTERM, signal.SIGHUP
    for number in signals:
        run, before = site.start(), site.finished()
        run.until(lambda goal=before + 15: site.finished() >= goal)  # type: ignore[misc] # bound in this turn
        assert stopped(run, number) == 128 + number
        assert site.books() == {}
    site.build()
    assert site.books() == undisturbed.books()
    assert site.repeated() <= JOBS * len(signals)


@pytest.mark.parametrize("jobs", [1, JOBS])
def test_a_signal_while_files_are_written_leaves_nothing_half_written(
    site: Site, undisturbed: Site, jobs: int
) -> None:
    run = site.start(jobs=jobs)
    run.until(site.drafts)
    assert stopped(run, signal.SIGTERM) == 128 + signal.SIGTERM
    assert site.books().items() <= undisturbed.books().items()
    site.build()
    assert site.books() == undisturbed.books()
    assert not site.repeated()
