"""Read an ID3 tag back with mutagen, which had no part in writing it."""

from pathlib import Path

from mutagen.id3 import ID3, Frame


def read_frames(path: Path) -> tuple[dict[str, str], bytes]:
    """Return the text of every text frame as `id3.tag` takes it, and the bytes of the cover."""
    frames = ID3(path, translate=False)
    texts = {_name(frame): str(frame.text[0]) for frame in frames.values() if hasattr(frame, "text")}
    return texts, bytes(next((picture.data for picture in frames.getall("APIC")), b""))


def _name(frame: Frame) -> str:
    return str(frame.HashKey if frame.FrameID == "TXXX" else frame.FrameID)
