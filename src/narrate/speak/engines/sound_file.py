"""Read the sound files that system voices write: WAV on Windows, AIFF on macOS."""

import wave
from pathlib import Path

from narrate import ffmpeg
from narrate.model.audio import BYTES_PER_FRAME, Clip

NOTHING = Clip(b"", 22_050)


def sound_in(path: Path) -> Clip:
    """Return the sound of a file as 16-bit mono at its own rate; of a missing or empty one, nothing."""
    if not path.is_file() or not path.stat().st_size:
        return NOTHING
    return _wave(path) or _wave(_converted(path)) or NOTHING


def _wave(path: Path) -> Clip | None:
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth()) == (1, BYTES_PER_FRAME):
                return Clip(file.readframes(file.getnframes()), file.getframerate())
    except (wave.Error, EOFError):
        pass  # another kind of file
    return None


def _converted(path: Path) -> Path:
    target = path.with_name(f"{path.name}.wav")
    ffmpeg.run(
        "read what the system's voice said", ["-i", str(path), "-ac", "1", "-c:a", "pcm_s16le", str(target)]
    )
    return target
