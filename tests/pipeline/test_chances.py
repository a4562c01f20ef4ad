import errno
import os

import pytest

from narrate.errors import CacheFull, DiskFull, EmptyStory, FileRefused, LineNotSpoken, WorkerDied
from narrate.pipeline.chances import may_pass

CASES: list[tuple[Exception, bool]] = [
    (LineNotSpoken("a", "b", "c", "once", "d"), True),
    (WorkerDied("a"), True),
    (FileRefused("a", os.strerror(errno.EIO)), True),
    (FileRefused("a", os.strerror(errno.EROFS)), False),
    (BlockingIOError(errno.EAGAIN, "busy"), True),
    (DiskFull("a"), False),
    (CacheFull("a"), False),
    (EmptyStory("a"), False),
    (ValueError("a"), False),
]


@pytest.mark.parametrize(("error", "passing"), CASES)
def test_only_what_the_machine_may_have_failed_is_tried_again(error: Exception, *, passing: bool) -> None:
    assert may_pass(error) is passing
