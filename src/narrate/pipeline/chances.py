"""Which failures may pass: those of a machine under load, not those of a book or of a full disk."""

import errno
import os
from typing import Final

from narrate.errors import (
    CacheUnusable,
    CannotRead,
    FfmpegFailed,
    FileRefused,
    LineNotSpoken,
    SoundLost,
    TakeChanged,
    TargetNotWritable,
    WorkerDied,
)

PASSING: Final = (LineNotSpoken, WorkerDied, FfmpegFailed, TakeChanged, SoundLost)
"""What chance may have brought about, and another try may mend."""

REFUSALS: Final = (CacheUnusable, CannotRead, FileRefused, TargetNotWritable)
"""What the system refused, and repeated in its own words."""

BUSY: Final = (
    *(errno.EAGAIN, errno.EBUSY, errno.EINTR, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM),
    *(errno.ENETDOWN, errno.ENETUNREACH, errno.ECONNRESET, errno.EHOSTUNREACH, errno.ESTALE, errno.ETIMEDOUT),
)
"""What a system says that is short of something, or of a disk or network that may come back."""


def may_pass(error: Exception) -> bool:
    """Tell whether the same book may succeed when it is tried again.

    >>> may_pass(OSError(errno.EIO, "Input/output error")), may_pass(OSError(errno.ENOSPC, "No space left"))
    (True, False)
    """
    if isinstance(error, OSError):
        return error.errno in BUSY
    if isinstance(error, REFUSALS):
        return any(os.strerror(code) in str(error) for code in BUSY)
    return isinstance(error, PASSING)
