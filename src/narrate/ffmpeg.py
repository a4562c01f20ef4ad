"""The one door to ffmpeg: find it, run it, and always look at what it says."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

from narrate.errors import FfmpegFailed, NoFfmpeg


@cache
def executable() -> str:
    """Return the ffmpeg to use: NARRATE_FFMPEG where set, else the one of imageio-ffmpeg, else the system's.

    NARRATE_FFMPEG takes a path or a name to be found on PATH (`ffmpeg` for the system's own).
    """
    wanted = os.environ.get("NARRATE_FFMPEG")
    found = shutil.which(wanted) if wanted else _bundled() or shutil.which("ffmpeg")
    if found is None:
        raise NoFfmpeg(f"NARRATE_FFMPEG is {wanted!r}" if wanted else "neither a wheel's nor one on PATH")
    return found


def _bundled() -> str | None:
    try:
        import imageio_ffmpeg

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        return None


def file(path: Path) -> str:
    """Name a file so that nothing in its name is taken for a protocol or an option."""
    return f"file:{path}"


def run(purpose: str, arguments: Sequence[str], feed: Iterable[bytes] = ()) -> tuple[bytes, str]:
    """Run ffmpeg to its end and return its standard output and its messages.

    `feed` is written to standard input chunk by chunk.  `purpose` completes "ffmpeg could not ...".
    Raises `FfmpegFailed` on any exit code but 0, with the last thing that ffmpeg said.
    """
    command = [executable(), "-hide_banner", "-nostats", "-y", *arguments]
    with TemporaryFile() as said, TemporaryFile() as out:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=said) as process:
            try:
                _pour(feed, process)
            except BaseException:
                process.kill()
                raise
        out.seek(0)
        said.seek(0)
        messages = said.read().decode("utf-8", "replace")
        if process.returncode != 0:
            raise FfmpegFailed(purpose, _last_words(messages, process.returncode))
        return out.read(), messages


def _pour(feed: Iterable[bytes], process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None  # noqa: S101 - asked for with PIPE
    try:
        with process.stdin:
            for chunk in feed:
                process.stdin.write(chunk)
    except BrokenPipeError:
        pass  # ffmpeg left before the end: its exit code and messages tell why


def _last_words(messages: str, code: int) -> str:
    lines = [line for line in messages.splitlines() if line.strip()]
    return " / ".join(lines[-2:]) or f"exit code {code}"
