import os
import signal
import threading
from collections.abc import Callable

import pytest

from narrate.speak.engines import fresh
from narrate.speak.engines.fresh import Copy, in_a_copy

pytestmark = pytest.mark.skipif(not fresh.POSSIBLE, reason="no process can be copied here")


def test_what_a_copy_does_leaves_the_original_as_it_was() -> None:
    seen = [1]
    assert in_a_copy(seen.pop) == 1
    assert seen == [1]


def test_a_large_result_arrives_whole() -> None:
    assert in_a_copy(lambda: bytes(range(256)) * 40_000) == bytes(range(256)) * 40_000


def test_what_a_copy_raises_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        in_a_copy(lambda: 1 // 0)


@pytest.mark.parametrize(
    ("end", "why"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "ended with SIGKILL"),
        (lambda: os._exit(7), "ended with 7"),
    ],
)
def test_a_copy_that_dies_is_reported_and_reaped(
    end: Callable[[], object], why: str, children: Callable[[], set[int]]
) -> None:
    before = children()
    with pytest.raises(RuntimeError, match=why):
        in_a_copy(end)
    assert children() == before


def test_a_result_that_cannot_travel_is_an_error_not_a_hang() -> None:
    with pytest.raises(RuntimeError, match="ended with 1"):
        in_a_copy(threading.Lock)


def test_it_works_beside_other_threads() -> None:
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    assert in_a_copy(threading.active_count) == 1
    done.set()
    waiting.join()


def test_a_copy_that_stays_keeps_what_it_did_and_the_original_does_not() -> None:
    seen: list[int] = []

    def note(number: int) -> list[int]:
        seen.append(number)
        return seen

    copy = Copy(note)
    assert [copy.ask(1), copy.ask(2)] == [[1], [1, 2]]
    assert seen == []
    copy.close()


def test_a_copy_that_stays_survives_what_it_raises() -> None:
    copy: Copy[int, float] = Copy(lambda number: 1 / number)
    with pytest.raises(ZeroDivisionError):
        copy.ask(0)
    assert copy.ask(2) == 0.5
    assert not copy.closed
    copy.close()
    assert copy.closed


def test_a_question_larger_than_a_pipe_arrives_whole() -> None:
    copy: Copy[bytes, int] = Copy(len)
    assert copy.ask(bytes(1_000_000)) == 1_000_000
    copy.close()


def test_a_copy_that_is_forgotten_ends(children: Callable[[], set[int]]) -> None:
    before = children()
    copy = Copy(str)
    assert copy.ask(1) == "1"
    assert len(children() - before) == 1
    del copy
    assert children() == before
