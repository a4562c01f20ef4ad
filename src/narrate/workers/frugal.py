"""One thread a process: workers that each keep a pool of threads stand in each other's way.

Importing this module sets the limits, for numerical libraries read them as they load.
"""

import os
from typing import Final

LIMITS: Final = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)


def limit_threads() -> None:
    """Ask this process and what it starts for one thread each, where the environment asks for nothing."""
    for name in LIMITS:
        os.environ.setdefault(name, "1")


limit_threads()
