import subprocess
import sys
from pathlib import Path

import pytest

from narrate.alive import here
from narrate.publish.drafts import drafts
from narrate.publish.leftovers import sweep

KILLED = """
import os, signal, sys
from pathlib import Path
from narrate.publish.drafts import drafts
with drafts([Path(sys.argv[1], "book.m4b")]) as (draft,):
    draft.write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""
WAITING = """
import sys
from pathlib import Path
from narrate.publish.drafts import drafts
with drafts([Path(sys.argv[1], "book.m4b")]) as (draft,):
    draft.write_bytes(b"whole")
    print(draft.name, flush=True)
    sys.stdin.read()
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is swept there")


def test_the_draft_of_a_killed_process_goes_with_the_next_one(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert len(list(tmp_path.iterdir())) == 1
    with drafts([tmp_path / "another"]) as (draft,):
        draft.write_bytes(b"whole")
        assert list(tmp_path.iterdir()) == [draft]


def test_the_draft_of_a_living_process_stays_and_becomes_its_target(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WAITING, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        name = other.stdout.readline().strip()
        sweep(tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == [name]
        other.communicate("")
    assert [path.name for path in tmp_path.iterdir()] == ["book.m4b"]


def test_what_is_of_another_host_or_of_no_draft_stays(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        pass
    elsewhere = f"{int(here(), 16) ^ 1:08x}"
    digest = "0" * 12
    names = [
        f".narrate-{elsewhere}-{dead.pid}-{digest}.part",
        f".narrate-{here()}-{dead.pid}-{digest}.part.txt",
        f".narrate-{here()}-{dead.pid}.part",
        f".narrate-{here()}-1-{digest}.part",
        f".narrate-{here()}-{10**30}-{digest}.part",
        "book.m4b",
    ]
    for name in [*names, f".narrate-{here()}-{dead.pid}-{digest}.part"]:
        (tmp_path / name).write_bytes(b"")
    sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_a_folder_that_is_not_there_has_nothing_to_sweep(tmp_path: Path) -> None:
    sweep(tmp_path / "nowhere")
