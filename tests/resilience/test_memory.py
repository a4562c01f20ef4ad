import sys
from pathlib import Path

import pytest

from resilience.memory import LIMIT, Peaks
from resilience.site import Site

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def test_no_process_of_a_book_of_an_hour_holds_much_memory(tmp_path: Path) -> None:
    site, peaks = Site.lay_out(tmp_path, chapters=4, paragraphs=74, engine="tone", rate=90), Peaks()
    run = site.start(formats="m4b")
    assert run.watched(lambda: peaks.look(run)) == 0, run.told()
    assert "4 chapters, 1:0" in run.told()
    assert {"main", "worker", "booth", "encoder"} <= set(peaks.bytes)
    assert max(peaks.bytes.values()) < LIMIT, peaks
