import os
from io import BytesIO

import pytest

from narrate.speak.chatter import KEPT, Chatter


@pytest.mark.parametrize(
    ("said", "last"),
    [
        (b"", ""),
        (b"one\ntwo\n", "two"),
        (b"one\n\n  \r\n", "one"),
        (b"caf\xc3\xa9 \xff", "café \ufffd"),
        (b"noise\n" * 100_000 + b"the end", "the end"),
    ],
)
def test_the_last_line_that_says_something_is_kept(said: bytes, last: str) -> None:
    assert Chatter(BytesIO(said)).last_line(5) == last


def test_of_a_line_without_end_the_end_is_kept() -> None:
    assert Chatter(BytesIO(b"x" * 1_000_000)).last_line(5) == "x" * KEPT


def test_it_does_not_wait_for_a_stream_that_stays_open() -> None:
    ear, mouth = os.pipe()
    with os.fdopen(mouth, "wb", buffering=0) as stream:
        chatter = Chatter(os.fdopen(ear, "rb"))
        stream.write(b"still here")
        assert chatter.last_line(0.05) in {"", "still here"}
    assert chatter.last_line(5) == "still here"


def test_what_was_said_before_can_be_forgotten() -> None:
    chatter = Chatter(BytesIO(b"old news\n"))
    assert chatter.last_line(5) == "old news"
    chatter.forget()
    assert chatter.last_line(5) == ""
