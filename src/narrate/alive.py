"""Whether a process of this machine is still at work, and which machine this is."""

import hashlib
import os
import platform
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

_MACHINE = Path("/etc/machine-id")
_PROCESSES = Path("/proc/self/ns/pid")
"""On Linux hosts of one name differ in the first, containers of one host in the second."""


def is_alive(process: int) -> bool:
    """Tell whether a process is there, and not merely waiting to be counted among the dead.

    On Windows, where to ask would end it, say yes.
    """
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return not _is_zombie(process)


def _is_zombie(process: int) -> bool:
    """Look up the state that stands after the name (proc(5)); where there is no /proc, nobody is one.

    In a container whose first process buries nobody, a zombie keeps its number for ever.
    """
    with suppress(OSError):
        _, _, rest = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")
        return rest.split()[0] in {b"Z", b"X"}
    return False


@cache
def here() -> str:
    """Return eight letters for this host, or for the container where process numbers are its own."""
    machine = _MACHINE.read_text("ascii", "replace") if _MACHINE.is_file() else ""
    world = _PROCESSES.readlink() if _PROCESSES.is_symlink() else ""
    return hashlib.sha256(f"{platform.node()} {machine} {world}".encode()).hexdigest()[:8]
