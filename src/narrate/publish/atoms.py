"""Write and read the tags of an MP4 file: the one place that knows mutagen's MP4 types."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from mutagen import MutagenError
from mutagen.mp4 import MP4, AtomDataType, MP4Cover, MP4FreeForm

from narrate.publish.picture import Picture
from narrate.publish.tags import FREE

_NUMBERS = ("stik", "shwm", "©mvi")
_PAIRS = ("trkn",)
_COVER = "covr"


def write_atoms(path: Path, texts: Mapping[str, str], cover: Picture) -> None:
    """Add tags and a front cover to an MP4 file; sound and chapters stay as they are.

    `texts` are atoms by name as `tags.mp4_atoms` gives them.  Same inputs give the same bytes.
    """
    try:
        file = MP4(path)
        for atom, text in texts.items():
            file[atom] = [_stored(atom, text)]
        file[_COVER] = [MP4Cover(cover.data, MP4Cover.FORMAT_PNG if cover.is_png else MP4Cover.FORMAT_JPEG)]
        file.save(padding=lambda _info: 0)
    except MutagenError as error:
        if error.args and isinstance(error.args[0], OSError):
            raise error.args[0] from error
        raise


def read_atoms(path: Path) -> tuple[dict[str, str], bytes]:
    """Return the text of every atom as `write_atoms` takes it, and the bytes of the cover."""
    tags: Mapping[str, Sequence[object]] = MP4(path).tags or {}
    texts = {atom: _told(values[0]) for atom, values in tags.items() if atom != _COVER}
    return texts, b"".join(cover for cover in tags.get(_COVER, ()) if isinstance(cover, bytes))


def _stored(atom: str, text: str) -> object:
    if atom.startswith(FREE):
        return MP4FreeForm(text.encode("utf-8"), AtomDataType.UTF8)
    if atom in _PAIRS:
        return tuple(map(int, text.split("/")))
    return int(text) if atom in _NUMBERS else text


def _told(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, tuple):
        return "/".join(map(str, value))
    return str(value)
