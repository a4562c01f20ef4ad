from array import array
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest

from narrate.model.recording import Encoded, Encoding
from narrate.publish.packets import write_before, written

PACKETS = bytes(range(256)) * 12_000


@pytest.fixture
def recorded() -> Encoded:
    """Take any bytes for packets, in two blocks: a container never looks inside."""
    sizes, blocks = array("H", [512] * 6_000), (PACKETS[:1_000_000], PACKETS[1_000_000:])
    return Encoded(blocks, sizes, Encoding("aac", 64_000), 22_050, 1024, 1024, ())


def test_packets_stand_after_the_opening(tmp_path: Path, recorded: Encoded) -> None:
    path = tmp_path / "file"
    checksum = write_before(recorded, b"opening", path)
    assert path.read_bytes() == b"opening" + PACKETS
    assert written(path, recorded) == checksum == crc32(PACKETS)


@pytest.mark.parametrize("at", [0, 1 << 20, -1])
def test_one_other_byte_is_another_sound(tmp_path: Path, recorded: Encoded, at: int) -> None:
    data = bytearray(PACKETS)
    data[at] ^= 1
    path = tmp_path / "file"
    path.write_bytes(data)
    assert written(path, recorded) != crc32(PACKETS)


@pytest.mark.parametrize("sizes", [[512] * 5_999, [512] * 6_001, []])
def test_packets_that_were_counted_wrongly_stand_nowhere(
    tmp_path: Path, recorded: Encoded, sizes: list[int]
) -> None:
    path = tmp_path / "file"
    checksum = write_before(recorded, b"opening", path)
    assert written(path, replace(recorded, sizes=array("H", sizes))) != checksum


def test_a_file_that_was_cut_short_has_no_checksum(tmp_path: Path, recorded: Encoded) -> None:
    path = tmp_path / "file"
    path.write_bytes(PACKETS[1:])
    assert written(path, recorded) is None
