"""Take the chapters of an earlier edition off the shelf: those of a chapter renamed, moved or dropped.

Nothing of the listener's may go with them, so a file has to prove that it is ours: it tells of the same
album, bears the name that its own tag gives it, and its tag is, byte for byte, the one that we would write.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from narrate.publish import id3
from narrate.publish.names import chapter_file_name
from narrate.publish.picture import Picture


def remove_superseded(paths: Sequence[Path], album: str) -> None:
    """Remove what lies beside the chapters `paths` and is a chapter of an earlier edition of this album."""
    for file in _others(paths):
        if _is_chapter_of(file, album):
            with suppress(OSError):  # a file that the system keeps harms nobody
                file.unlink()


def _others(paths: Sequence[Path]) -> Iterator[Path]:
    """Compare files, not names: a system may spell the same name in several ways."""
    ours = {path.stat().st_ino for path in paths}
    found = sorted(paths[0].parent.glob("[0-9][0-9]*.mp3"))
    return (file for file in found if file.is_file() and file.stat().st_ino not in ours)


def _is_chapter_of(file: Path, album: str) -> bool:
    from mutagen import MutagenError

    try:
        texts, cover = id3.read_tag(file)
        ours = normalize("NFC", file.name) in _names(texts) and _begins(
            file, id3.tag(texts, (), 1, Picture(cover))
        )
    except (MutagenError, OSError, ValueError, KeyError):
        return False
    return ours and texts.get("TALB", "") == album


def _names(texts: Mapping[str, str]) -> set[str]:
    """Name a chapter as its tag tells; where its title is its number, it may have had none."""
    number, total = map(int, texts["TRCK"].split("/"))
    titles = {texts["TIT2"], "" if texts["TIT2"] == str(number) else texts["TIT2"]}
    return {chapter_file_name(title, number, total) for title in titles}


def _begins(file: Path, tag: bytes) -> bool:
    with file.open("rb") as sound:
        return sound.read(len(tag)) == tag
