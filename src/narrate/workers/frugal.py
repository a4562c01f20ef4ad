"""One thread a process: workers that each keep a pool of threads stand in each other's way.

Importing this module sets the limits, for numerical libraries read them as they load.
"""

import ctypes
import os
import sys
from contextlib import suppress
from typing import Final

LIMITS: Final = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""What mallopt(3) calls them."""
_NEVER: Final = 1 << 30
"""Bytes; no array of ours is as large."""


def limit_threads() -> None:
    """Ask this process and what it starts for one thread each, where the environment asks for nothing."""
    for name in LIMITS:
        os.environ.setdefault(name, "1")


def keep_memory() -> None:
    """Let the allocator, where it is glibc's, keep what is given back to it.

    Else it returns the memory of every large array at once, and the system clears it anew for the next: a
    tenth of a worker's time.  What is kept is what the largest task needs.
    """
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):
            libc = ctypes.CDLL(None)
            libc.mallopt(_TRIM_THRESHOLD, _NEVER)
            libc.mallopt(_MMAP_THRESHOLD, _NEVER)


limit_threads()
