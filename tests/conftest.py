from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a cache of its own: what one has spoken, another must speak too."""
    folder = tmp_path / ".cache"
    monkeypatch.setenv("NARRATE_CACHE", str(folder))
    return folder
