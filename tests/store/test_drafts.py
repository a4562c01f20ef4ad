import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from narrate.store.address import address
from narrate.store.drafts import beside
from narrate.store.store import Store

HERE = address("a clip")
WRITER = """
import sys
from pathlib import Path
from narrate.store.drafts import beside
draft = beside(Path(sys.argv[1]))
draft.write_bytes(b"half a cl")
print(draft, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(str(tmp_path))
    store.put("clips", HERE, b"pcm")
    return store


def target(store: Store) -> Path:
    return Path(store.url) / "clips" / HERE[:2] / HERE


def test_every_draft_has_a_name_of_its_own(store: Store) -> None:
    assert beside(target(store)) != beside(target(store))
    assert beside(target(store)).parent == target(store).parent


@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be asked for there")
def test_a_draft_stays_while_its_writer_lives_and_goes_with_it(store: Store) -> None:
    command = [sys.executable, "-c", WRITER, str(target(store))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        draft = Path(writer.stdout.readline().strip())
        store.sweep()
        assert draft.exists()
        assert len(list(store.entries())) == 1
        writer.kill()
    store.sweep()
    assert not draft.exists()
    assert store.get("clips", HERE) == b"pcm"


def elsewhere(store: Store, *, age: float) -> Path:
    """Make a draft of a machine whose processes we cannot see."""
    draft = beside(target(store)).with_name(f".{HERE}-0a1b2c3d-4194399-89abcdef.part")
    draft.write_bytes(b"half a cl")
    written = time.time() - age
    os.utime(draft, (written, written))
    return draft


def test_another_machines_draft_has_an_hour(store: Store) -> None:
    young = elsewhere(store, age=3_000)
    store.sweep()
    assert young.exists()
    old = elsewhere(store, age=3_700)
    store.sweep()
    assert not old.exists()


def test_what_is_no_draft_is_never_swept(store: Store) -> None:
    mine = target(store).with_name("notes.part")
    mine.touch()
    os.utime(mine, (1, 1))
    store.sweep()
    assert mine.exists()
