import os
import subprocess
from pathlib import Path

import pytest

from command import COMMAND, Narrate


@pytest.fixture
def narrate(tmp_path: Path) -> Narrate:
    """Run the installed command as a user would, in an empty folder, and return what it did."""

    def run(*arguments: object, **variables: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [COMMAND, *map(str, arguments)],
            cwd=tmp_path,
            env={**_environment(tmp_path), **variables},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


def _environment(home: Path) -> dict[str, str]:
    """Return the environment of somebody who has set up nothing for narrate."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("NARRATE_")}
    places = {"XDG_CONFIG_HOME": str(home / "config"), "XDG_CACHE_HOME": str(home / ".cache")}
    return {**ours, **places, "COLUMNS": "100", "NO_COLOR": "1"}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Two short stories that hum."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "2 The Well.txt").write_text(
        "It was dark.\n\n“Who is there?” asked the boy. Nobody answered.\n"
    )
    (folder / "10 The Bucket.md").write_text("# The *Old* Bucket\n\nIt fell.\n\n***\n\nIt fell & fell.\n")
    (folder / "narrate.toml").write_text(
        '[book]\ntitle = "Wells"\nauthor = "A. Uthor"\n\n[voices]\nnarrator = "rehearsal"\n'
    )
    return folder
