from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import pytest

from narrate.store.store import Store
from store import s3


@pytest.fixture(scope="session")
def s3_environment() -> Iterator[dict[str, str]]:
    """Where the S3 server of this test run is."""
    if not find_spec("moto") or not find_spec("s3fs"):
        pytest.skip("needs moto[server] and s3fs")
    with s3.server() as environment:
        yield environment


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
