import time
from collections.abc import Callable
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[1] / "plugins"


@pytest.fixture
def pids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[int]]:
    """Install the faulty engines for booths, and tell which processes they ran in."""
    notes = tmp_path / "pids"
    notes.touch()
    monkeypatch.setenv("FAULTY_PIDS", str(notes))
    monkeypatch.setenv("PYTHONPATH", str(PLUGINS))
    return lambda: [int(pid) for pid in notes.read_text().split()]


@pytest.fixture
def gone() -> Callable[[list[int]], bool]:
    """Tell whether all these processes end within ten seconds."""
    return _gone


def _gone(pids: list[int]) -> bool:
    deadline = time.monotonic() + 10
    while any(_runs(pid) for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state.rpartition(")")[2].split()[0] != "Z"
