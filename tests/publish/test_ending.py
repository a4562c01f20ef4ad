from pathlib import Path

import pytest

from narrate.master.codecs import GRID
from narrate.publish.ending import last_packets, written_packets
from narrate.publish.m4b import M4b
from narrate.testing.formats import BOOK, sound


@pytest.mark.parametrize("grids", [1, 3, 30])
def test_seeking_to_the_end_finds_the_last_packets_at_their_times(
    tmp_path: Path, picture: Path, grids: int
) -> None:
    recorded, path = sound(M4b().encoding(None), ["x"] * grids), tmp_path / "book.m4b"
    M4b().publish([recorded], BOOK, picture, [path])
    found = last_packets(path, recorded, "look")
    assert found == tuple(written_packets(path, recorded, len(found)))
    assert found[-1][0] == grids * GRID
    assert len(found) <= min(len(recorded.sizes), 5 * 22_050 // 1024)
