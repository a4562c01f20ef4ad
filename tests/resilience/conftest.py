import sys
from pathlib import Path

import pytest

from resilience.site import Site

CHAPTERS, PARAGRAPHS = 2, 30


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The book as it is when nothing goes wrong."""
    site = Site.lay_out(tmp_path_factory.mktemp("undisturbed"), chapters=CHAPTERS, paragraphs=PARAGRAPHS)
    site.build()
    return site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The same book before it is built, with a cache of its own."""
    if sys.platform != "linux":
        pytest.skip("looks for processes in /proc")
    return Site.lay_out(tmp_path, chapters=CHAPTERS, paragraphs=PARAGRAPHS)
