from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("narrate", settings(), deadline=None)  # speed is for benchmarks to tell
settings.load_profile("narrate")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a cache of its own: what one has spoken, another must speak too."""
    folder = tmp_path / ".cache"
    monkeypatch.setenv("NARRATE_CACHE", str(folder))
    return folder


@pytest.fixture(scope="module")
def s3_environment() -> Iterator[dict[str, str]]:
    """Where an S3 server is, one for every module."""
    if not find_spec("moto") or not find_spec("s3fs"):
        pytest.skip("needs moto[server] and s3fs")
    from store import s3

    with s3.server() as environment:
        yield environment
