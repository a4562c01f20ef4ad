import struct
from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narrate.publish.mp4_boxes import box
from narrate.publish.mp4_track import Samples, Track, trak

SIZES = st.lists(st.integers(0, 65_535), min_size=1, max_size=200)


def table(data: bytes, kind: bytes) -> bytes:
    """Return what stands in a box after its version and flags."""
    at = data.index(kind)
    return data[at + 8 : at - 4 + int.from_bytes(data[at - 4 : at])]


def offsets(data: bytes, *, wide: bool) -> list[int]:
    """Find every sample as a player does: chunk by chunk, size by size."""
    sizes = [size for (size,) in struct.iter_unpack(">I", table(data, b"stsz")[8:])]
    kind, width = (b"co64", "Q") if wide else (b"stco", "I")
    places = [place for (place,) in struct.iter_unpack(f">{width}", table(data, kind)[4:])]
    runs = dict(row[:2] for row in struct.iter_unpack(">3I", table(data, b"stsc")[4:]))
    found, each = list[int](), 0
    for number, place in enumerate(places, start=1):
        each = runs.get(number, each)
        found += accumulate(sizes[len(found) : len(found) + each - 1], initial=place)
    return found


@given(sizes=SIZES, chunk=st.integers(1, 40), start=st.integers(0, 2**31), wide=st.booleans())
def test_every_sample_is_found_where_it_lies(sizes: list[int], chunk: int, start: int, *, wide: bool) -> None:
    samples = Samples(np.array(sizes, np.uint32), [(len(sizes), 1024)], 22_050, chunk, box(b"mp4a"))
    track = Track(samples, 1, b"soun", b"Sound", box(b"smhd"), "eng")
    data = trak(track, samples.duration, start, wide=wide)
    assert len(data) == int.from_bytes(data[:4])
    assert offsets(data, wide=wide) == list(accumulate(sizes[:-1], initial=start))
