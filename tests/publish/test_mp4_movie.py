from array import array
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from mutagen.mp4 import MP4
from mutagen.mp4._atom import Atom, Atoms

from narrate import ffmpeg
from narrate.master.codecs import GRID
from narrate.model.recording import Encoded, Encoding, Mark
from narrate.publish.atoms import meta
from narrate.publish.ending import last_packets, written_packets
from narrate.publish.ffmetadata import ShownChapter
from narrate.publish.m4b import M4b
from narrate.publish.mp4_movie import opening
from narrate.publish.packets import write_before
from narrate.publish.picture import Picture
from narrate.testing.formats import RATE, shown, sound

COVER = Picture(b"\xff\xd8\xff a picture")
HOUR = 3600 * 48_000


def boxes(path: Path) -> dict[str, bytes]:
    """Return what every box holds, by its way from the top; a box of boxes only holds them."""
    with path.open("rb") as file:
        return {way: atom.read(file)[1] for way, atom in _all(Atoms(file).atoms)}


def _all(atoms: list[Atom], way: str = "") -> Iterator[tuple[str, Atom]]:
    kinds: dict[str, int] = {}
    for atom in atoms:
        kind = atom.name.decode("latin-1")
        kinds[kind] = kinds.get(kind, 0) + 1
        here = f"{way}/{kind}{kinds[kind] if kind == 'trak' else ''}"
        if atom.children is None:
            yield here, atom
        else:
            yield from _all(atom.children, here)


def ours(folder: Path, recorded: Encoded, tags: dict[str, str] | None = None) -> Path:
    path = folder / "ours.m4b"
    write_before(recorded, opening(recorded, recorded.marks, meta(tags or {}, COVER), "eng"), path)
    return path


def theirs(folder: Path, recorded: Encoded) -> Path:
    """Let ffmpeg put the same packets, with ADTS headers, and the same chapters into an M4B."""
    adts, at = b"", 0
    data = b"".join(recorded.packets)
    for size in recorded.sizes:
        length = size + 7
        header = 0xFFF << 44 | 1 << 40 | 1 << 38 | 7 << 34 | 1 << 30 | length << 13 | 0x7FF << 2
        adts += header.to_bytes(7, "big") + data[at : at + size]
        at += size
    (folder / "sound.aac").write_bytes(adts)
    chapters = "".join(
        f"[CHAPTER]\nTIMEBASE=1/{RATE}\nSTART={mark.start}\nEND={mark.end}\ntitle={mark.title}\n"
        for mark in recorded.marks
    )
    (folder / "chapters").write_text(f";FFMETADATA1\n{chapters}")
    inputs = ["-i", str(folder / "sound.aac"), "-f", "ffmetadata", "-i", str(folder / "chapters")]
    chosen = ["-map", "0:a", "-c", "copy", "-map_metadata", "1", "-map_chapters", "1"]
    language = ["-metadata:s:a:0", "language=eng", "-fflags", "+bitexact"]
    path = folder / "theirs.m4b"
    ffmpeg.run("mux", [*inputs, *chosen, *language, "-f", "ipod", "-movflags", "+faststart", str(path)])
    return path


def test_box_by_box_it_is_what_ffmpeg_writes(tmp_path: Path) -> None:
    recorded = sound(M4b().encoding(None), ["One", "Three"])
    mine, reference = (boxes(make(tmp_path, recorded)) for make in (ours, theirs))
    media = "/moov/trak1/mdia"
    for way in (
        f"{media}/mdhd",
        f"{media}/minf/smhd",
        f"{media}/minf/dinf",
        f"{media}/minf/stbl/stts",
        f"{media}/minf/stbl/stsz",
        f"{media}/minf/stbl/sgpd",
        f"{media}/minf/stbl/sbgp",
        "/moov/trak1/tref",
        "/moov/trak2/mdia/minf/gmhd",
        "/moov/trak2/mdia/minf/dinf",
        "/moov/trak2/mdia/minf/stbl/stsd",
        "/moov/trak2/mdia/minf/stbl/stsz",
        "/moov/trak2/mdia/minf/stbl/stsc",
        "/moov/udta/chpl",
    ):
        assert mine[way] == reference[way], way


def test_its_sound_is_described_as_ffmpeg_describes_it_but_for_number_and_bit_rate(tmp_path: Path) -> None:
    recorded = sound(M4b().encoding(None), ["One", "Two"])
    way = "/moov/trak1/mdia/minf/stbl/stsd"
    mine, reference = (boxes(make(tmp_path, recorded))[way] for make in (ours, theirs))
    number = slice(61, 63)
    rates = slice(len(mine) - 21, len(mine) - 13)
    assert mine[number] == bytes(2)  # as 14496-14 wants it inside a file
    for part in (slice(number.start), slice(number.stop, rates.start), slice(rates.stop, None)):
        assert mine[part] == reference[part]
    assert int.from_bytes(mine[rates][4:]) == 8 * sum(recorded.sizes) * RATE // (1024 * len(recorded.sizes))


def of_zeros(size: int, count: int, ends: list[int]) -> Encoded:
    """Make a long sound that takes no room: nobody has to decode it to find its way."""
    starts = [0, *ends[:-1]]
    marks = tuple(Mark(f"Nº {n}", *edge) for n, edge in enumerate(zip(starts, ends, strict=True)))
    return Encoded((), array("H", [size]) * count, Encoding("aac", 64_000), 48_000, 1024, 1024, marks)


def checked(folder: Path, recorded: Encoded) -> tuple[ShownChapter, ...]:
    """Write the file with a hole for its sound, look whether its end is found, and return its chapters."""
    path = folder / "long.m4b"
    start = opening(recorded, recorded.marks, meta({"©nam": "Long"}, COVER), "eng")
    with path.open("wb") as file:
        file.write(start)
        file.truncate(len(start) + sum(recorded.sizes))
    info: Any = MP4(path).info
    assert info.length == pytest.approx(len(recorded.sizes) * 1024 / 48_000)
    found = last_packets(path, recorded, "look")
    assert found == tuple(written_packets(path, recorded, len(found)))
    assert found[-1][0] == recorded.frames
    tags, chapters = shown(path)
    assert tags["title"] == "Long"
    return chapters


def test_a_file_of_more_than_four_gigabytes_leads_to_its_end(tmp_path: Path) -> None:
    count = 72_001
    assert len(checked(tmp_path, of_zeros(60_000, count, [count // 2 * 1024, (count - 1) * 1024]))) == 2
    assert (tmp_path / "long.m4b").stat().st_size > 1 << 32


def test_a_file_on_the_edge_of_32_bits_is_written_in_64() -> None:
    marks = (Mark("One", 0, GRID),)

    def start(last: int) -> bytes:
        sizes = array("H", [32_768] * 131_000 + [60_000] * 30 + [last])
        recorded = Encoded((), sizes, M4b().encoding(None), RATE, 1024, 1024, marks)
        return opening(recorded, marks, meta({}, COVER), "eng")

    room = (1 << 32) - 32_768 * 131_000 - 60_000 * 30 - len(start(0))
    assert [start(last).count(b"co64") for last in (room - 9, room - 8)] == [0, 2]


def test_sixty_hours_of_chapters_are_exact_to_the_frame(tmp_path: Path) -> None:
    count = 60 * HOUR // 1024 + 1
    ends = [*(n * 6 * HOUR + n for n in range(1, 10)), (count - 1) * 1024]
    chapters = checked(tmp_path, of_zeros(8, count, ends))
    assert [chapter.end for chapter in chapters] == [Fraction(end, 48_000) for end in ends]


def test_a_chapter_of_fifty_hours_is_exact_to_the_millisecond(tmp_path: Path) -> None:
    count = 60 * HOUR // 1024 + 1
    first, _ = checked(tmp_path, of_zeros(8, count, [50 * HOUR + 7, (count - 1) * 1024]))
    assert abs(first.end - Fraction(50 * HOUR + 7, 48_000)) <= Fraction(1, 2_000)
