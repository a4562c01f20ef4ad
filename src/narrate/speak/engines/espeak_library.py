"""Find eSpeak NG and open it with pyttsx3's own binding.

The library and its data are those of the `espeakng-loader` wheel.  NARRATE_ESPEAK asks for another:
`system` for the machine's own, or the path of a shared library.
"""

import ctypes
import os
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final, NamedTuple

from narrate.errors import EngineUnavailable
from narrate.speak.engines.refusals import NAME

SYNCHRONOUS: Final = 2
"""espeak_AUDIO_OUTPUT: samples go to the callback while the call lasts."""
STAY: Final = 0x8000
"""espeakINITIALIZE_DONT_EXIT: return an error rather than end the process."""
BUFFER: Final = 1000
"""Milliseconds of sound a callback."""
LONGEST_PATH: Final = 150
"""Bytes of a folder's name that the library has room for, with some left for what it appends."""
CURE: Final = (
    "`pip install espeakng-loader` brings one, or set NARRATE_ESPEAK to `system` or a library's path"
)


class Library(NamedTuple):
    """An opened eSpeak NG."""

    binding: ModuleType
    rate: int
    """Frames a second."""
    data: Path
    """The folder of its voices and dictionaries."""


@cache
def library() -> Library:
    """Open eSpeak NG, once in a process; raises `EngineUnavailable` where there is none that works."""
    wanted = os.environ.get("NARRATE_ESPEAK", "")
    path, data = _wheel() if not wanted else (None if wanted == "system" else Path(wanted), None)
    binding = _bound(path)
    rate = binding.Initialize(SYNCHRONOUS, BUFFER, _short(data) if data else None, STAY)
    if rate <= 0:
        raise EngineUnavailable(NAME, f"eSpeak NG does not find its data ({data or _data(binding)}); {CURE}")
    return Library(binding, rate, data or _data(binding))


def _wheel() -> tuple[Path | None, Path | None]:
    """Return the library and data of the wheel; where there is no wheel, the system's are left."""
    try:
        import espeakng_loader
    except ImportError:
        return None, None
    return Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())


def _bound(path: Path | None) -> ModuleType:
    """Import the binding so that it finds, by its soname, the library at the path already loaded."""
    try:
        ours = ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL) if path else None
        binding = import_module("pyttsx3.drivers._espeak")
    except (OSError, RuntimeError) as error:
        raise EngineUnavailable(NAME, f"no eSpeak NG library could be loaded ({error}); {CURE}") from error
    if ours and binding.dll._handle != ours._handle:  # noqa: SLF001 - ctypes has no other name for it
        raise EngineUnavailable(NAME, f"another eSpeak than {path} was found first; {CURE}")
    return binding


def _short(folder: Path) -> bytes:
    """Return a name of the folder that the library has room for."""
    name = os.fsencode(folder)
    if len(name) <= LONGEST_PATH or sys.platform != "linux":
        return name
    return b"/proc/self/fd/%d" % os.open(folder, os.O_RDONLY)


def _data(binding: ModuleType) -> Path:
    folder = ctypes.c_char_p()
    binding.Info(ctypes.byref(folder))
    return Path(os.fsdecode(folder.value or b""))
