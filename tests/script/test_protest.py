from pathlib import Path

import pytest

from narrate.errors import BuildFailed
from narrate.model.story import Source
from narrate.script.protest import protest


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_from_one_whatever_ends_them(end: str) -> None:
    source = Source(Path("a.txt"), f"One.{end}Two.{end}Three.")
    assert "a.txt, line 3: 'Three.' is lost" in str(
        protest(source, source.text.index("Three"), "is lost", "Three.")
    )


def test_long_words_are_shortened_and_white_space_is_folded() -> None:
    said = str(protest(Source(Path("a.txt"), ""), 0, "is lost", "rain \n" * 50))
    assert "rain rain…' is lost" in said
    assert len(said) < 220


def test_it_is_no_fault_of_the_listener() -> None:
    assert isinstance(protest(Source(Path("a.txt"), ""), 0, "is lost", "x"), BuildFailed)
