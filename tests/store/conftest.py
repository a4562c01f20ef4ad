from pathlib import Path
from uuid import uuid4

import pytest

from narrate.store.store import Store


@pytest.fixture
def s3_url(s3_environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Return an empty place on the S3 server, to which the environment leads."""
    for name, value in s3_environment.items():
        monkeypatch.setenv(name, value)
    return f"s3://books/{uuid4().hex}/cache"


@pytest.fixture(params=["folder", "memory", "s3"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return an empty place of every kind."""
    if request.param == "s3":
        return str(request.getfixturevalue("s3_url"))
    if request.param == "memory":
        pytest.importorskip("fsspec")
        return f"memory://{uuid4().hex}/cache"
    return str(tmp_path / "cache")


@pytest.fixture
def store(url: str) -> Store:
    return Store(url)
