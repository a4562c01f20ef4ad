from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mutagen.mp3 import MP3, BitrateMode

from narrate.master.codecs import GRID
from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish.packets import write_before
from narrate.publish.xing import checksum, xing_frame
from narrate.testing.formats import decoded, hum, lag, sound

RATES = [16_000, 22_050, 24_000, 32_000, 44_100, 48_000]


def made(folder: Path, recorded: Encoded) -> Path:
    path = folder / "made.mp3"
    write_before(recorded, xing_frame(recorded), path)
    return path


@pytest.mark.parametrize("bitrate", [32_000, 320_000])
@pytest.mark.parametrize("rate", RATES)
def test_players_are_told_the_exact_length_at_any_rate(tmp_path: Path, rate: int, bitrate: int) -> None:
    recorded = sound(Encoding("mp3", bitrate), ["One", "Two"], rate=rate)
    path = made(tmp_path, recorded)
    info: Any = MP3(path).info
    assert info.length == 2 * GRID / rate
    assert (info.sketchy, info.bitrate_mode) == (False, BitrateMode.CBR)
    assert info.encoder_info.startswith("LAME 3.100")
    assert len(decoded(path)) == 4 * GRID
    assert lag(decoded(path), hum(2 * GRID)) == 0


@pytest.mark.parametrize("rate", [22_050, 44_100])
@pytest.mark.parametrize("less", [1, 300, 500])
def test_sound_that_ends_inside_a_packet_is_played_to_its_last_frame_and_no_further(
    tmp_path: Path, rate: int, less: int
) -> None:
    whole = sound(Encoding("mp3", 64_000), ["One"], rate=rate)
    path = made(tmp_path, replace(whole, marks=(Mark("One", 0, GRID - less),)))
    assert len(decoded(path)) == 2 * (GRID - less)


def test_the_index_tells_where_every_hundredth_begins() -> None:
    recorded = sound(Encoding("mp3", 64_000), ["x"] * 30)
    frame = xing_frame(recorded)
    at = frame.index(b"Info")
    total = int.from_bytes(frame[at + 12 : at + 16])
    assert total == len(frame) + sum(map(len, recorded.packets))
    for hundredth, part in enumerate(frame[at + 16 : at + 116]):
        start = len(frame) + sum(recorded.sizes[: hundredth * len(recorded.sizes) // 100])
        assert part == 256 * start // total


def test_the_checksum_is_that_of_all_before_it() -> None:
    frame = xing_frame(sound(Encoding("mp3", 64_000), ["One"]))
    at = frame.index(b"LAME") + 34
    assert int.from_bytes(frame[at : at + 2]) == checksum(frame[:at])
    assert not any(frame[at + 2 :])


def test_more_bytes_than_32_bits_can_count_are_left_out() -> None:
    short = sound(Encoding("mp3", 64_000), ["One"])
    long = replace(short, sizes=short.sizes * (1 + (1 << 32) // sum(short.sizes)))
    long = replace(long, marks=(Mark("One", 0, (len(long.sizes) - 2) * long.frame),))
    frame = xing_frame(long)
    at = frame.index(b"Info")
    assert frame[at + 7] == 1 | 4 | 8
    assert int.from_bytes(frame[at + 8 : at + 12]) == len(long.sizes)
    assert list(frame[at + 12 : at + 112]) == sorted(frame[at + 12 : at + 112])
    assert frame.index(b"LAME") == at + 116
