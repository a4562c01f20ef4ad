"""Disks with no room or no permission, made for one program inside a namespace of its own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MAKE = {
    "full": "mount -t tmpfs -o size=64k none {0}",
    "read-only": "mount --bind {0} {0} && mount -o remount,bind,ro {0}",
}


def said_on(kind: str, folder: Path, program: str) -> str:
    """Run a Python program with `folder` on such a disk and return what it prints."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("no unshare to mount a small disk with")
    mount = MAKE[kind].format(folder)
    if subprocess.run([unshare, "-rm", "sh", "-c", mount], capture_output=True, check=False).returncode:
        pytest.skip("mounting inside a namespace is not allowed here")
    command = [unshare, "-rm", "sh", "-c", f'{mount} && exec "$@"', "sh", sys.executable, "-c", program]
    return subprocess.run([*command, str(folder)], capture_output=True, text=True, check=True).stdout
