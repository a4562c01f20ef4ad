import os
import subprocess
import sys

import pytest

from narrate.alive import is_alive

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no asking there")


def test_we_are_alive_and_so_is_the_first_process() -> None:
    assert is_alive(os.getpid())
    assert is_alive(1)


def test_the_dead_are_not_even_while_nobody_has_buried_them() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert is_alive(child.pid) == (sys.platform != "linux")
    assert not is_alive(child.pid)


def test_a_number_that_no_process_can_have_is_left_alone() -> None:
    assert is_alive(10**30)
