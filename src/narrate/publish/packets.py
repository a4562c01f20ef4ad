"""The packets of a recording inside a finished file, where they are always the last that stands there."""

from pathlib import Path

from narrate.model.recording import Encoded


def write_before(sound: Encoded, opening: bytes, path: Path) -> None:
    """Write a file: its opening, then the packets byte for byte."""
    with path.open("wb") as out:
        out.write(opening)
        out.writelines(sound.packets)


def stand_in(path: Path, sound: Encoded) -> bool:
    """Tell whether the file ends with exactly these packets."""
    start = path.stat().st_size - sum(sound.sizes)
    if start < 0:
        return False
    with path.open("rb") as file:
        file.seek(start)
        return all(file.read(len(block)) == block for block in sound.packets) and not file.read(1)
