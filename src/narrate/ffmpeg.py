"""The one door to ffmpeg: find it, run it, and always look at what it says."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from narrate.errors import FfmpegFailed, NoFfmpeg

ATTEMPTS: Final = 3
"""Times that ffmpeg is started when something kills it."""


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


def run(purpose: str, arguments: Sequence[str], feed: Sequence[bytes] = ()) -> tuple[bytes, str]:
    """Run ffmpeg to its end and return its standard output and its messages.

    `feed` is written to standard input chunk by chunk.  `purpose` completes "ffmpeg could not ...".  One that
    something kills is started again.  Raises `FfmpegFailed` on any exit code but 0, with the last thing that
    ffmpeg said.
    """
    command = [executable(), "-hide_banner", "-nostats", "-y", *arguments]
    for _ in range(ATTEMPTS):
        code, out, messages = _run(command, feed)
        if code >= 0:
            break
    if code:
        raise FfmpegFailed(purpose, _last_words(messages, code))
    return out, messages


def _run(command: Sequence[str], feed: Sequence[bytes]) -> tuple[int, bytes, str]:
    with TemporaryFile() as said, TemporaryFile() as out:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=said) as process:
            try:
                _pour(feed, process)
            except BaseException:
                process.kill()
                raise
        out.seek(0)
        said.seek(0)
        return process.returncode, out.read(), said.read().decode("utf-8", "replace")


def _pour(feed: Sequence[bytes], process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None  # noqa: S101 - asked for with PIPE
    try:
        with process.stdin:
            for chunk in feed:
                process.stdin.write(chunk)
    except BrokenPipeError:
        pass  # ffmpeg left before the end: its exit code and messages tell why


def _last_words(messages: str, code: int) -> str:
    if code < 0:
        return f"it was ended by signal {-code}, {ATTEMPTS} times; is there too little memory?"
    lines = [line for line in messages.splitlines() if line.strip()]
    return " / ".join(lines[-2:]) or f"exit code {code}"
