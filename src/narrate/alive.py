"""Whether a process of this machine is still at work."""

import os
import sys
from contextlib import suppress
from pathlib import Path


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
