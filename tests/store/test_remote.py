from datetime import UTC, datetime

import pytest

from narrate.errors import BadInput, CacheUnusable
from narrate.store.address import address
from narrate.store.remote import written
from narrate.store.store import Store

HERE = address("a clip")
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_a_bucket_that_is_not_there_is_told_when_it_is_written_to(s3_url: str) -> None:
    store = Store(s3_url.replace("books", "no-books"))
    assert store.get("clips", HERE) is None
    assert list(store.entries()) == []
    with pytest.raises(
        CacheUnusable, match=r"s3://no-books/.* cannot be used: The specified bucket does not exist;"
    ):
        store.prove()


def test_a_server_that_refuses_is_told() -> None:
    pytest.importorskip("aiohttp")
    store = Store("https://127.0.0.1:1/cache")
    told = r"the cache https://127\.0\.0\.1:1/cache cannot be used: Connect call failed"
    with pytest.raises(CacheUnusable, match=told):
        store.get("clips", HERE)
    with pytest.raises(CacheUnusable, match=told):
        store.put("clips", HERE, b"pcm")
    assert issubclass(CacheUnusable, BadInput)


@pytest.mark.parametrize(
    "info",
    [
        {"LastModified": MOMENT},
        {"created": None, "mtime": MOMENT.timestamp()},
        {"updated": "2026-01-02T03:04:05Z"},
    ],
)
def test_every_store_says_in_its_own_way_when_something_was_written(info: dict[str, object]) -> None:
    assert written(info) == MOMENT.timestamp()


def test_what_no_store_says_is_long_ago() -> None:
    assert written({"size": 3}) == 0
