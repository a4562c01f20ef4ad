import os
from collections.abc import Callable
from pathlib import Path

import espeakng_loader
import pytest

LIBRARY = Path(espeakng_loader.get_library_path())
DATA = espeakng_loader.get_data_path()


@pytest.fixture
def children() -> Callable[[], set[int]]:
    """Tell the processes that this one has started and that are still there."""
    return lambda: {int(pid) for task in Path("/proc/self/task").iterdir() for pid in _listed(task)}


def _listed(task: Path) -> list[str]:
    return (task / "children").read_text().split()


@pytest.fixture(scope="session")
def stripped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Name, in an environment, a library that does not tell the names of its variables."""
    path = tmp_path_factory.mktemp("stripped") / "libespeak-ng.so"
    path.write_bytes(LIBRARY.read_bytes().replace(b".symtab\0", b".hidden\0"))
    return {**os.environ, "NARRATE_ESPEAK": str(path), "ESPEAK_DATA_PATH": DATA}
