from pathlib import Path
from uuid import uuid4

import pytest

from narrate.errors import BadInput, CacheNotShared
from narrate.pipeline.shared import prove_shared
from narrate.store.store import Store
from narrate.workers.crew import Crew
from narrate.workers.pool import Pool

pytest.importorskip("fsspec")


def test_a_cache_that_workers_do_not_see_is_refused(tmp_path: Path) -> None:
    shared, own = Store(str(tmp_path / "cache")), Store(f"memory://{uuid4().hex}")
    with Crew(Pool(1)) as crew:
        prove_shared(crew, shared)
        with pytest.raises(CacheNotShared, match=r"the cache memory://\w+ is not the same on ") as caught:
            prove_shared(crew, own)
    assert isinstance(caught.value, BadInput)
    assert list(shared.entries()) == list(own.entries()) == []
