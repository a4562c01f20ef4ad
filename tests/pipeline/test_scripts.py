import pickle
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from narrate.config.schema import Config
from narrate.errors import ScriptLost
from narrate.model.script import ChapterScript
from narrate.model.story import Chapter
from narrate.pipeline import plan as planning
from narrate.pipeline import scripts
from narrate.pipeline.plan import Plan, plan
from narrate.pipeline.prepare import laid
from narrate.pipeline.scripts import KeptLines
from narrate.script.write import write_chapter
from narrate.store.store import Store

TALE = """# The Bell

## I

Dr. Roe paid £3 10s. on 4 May 1887. “Kyz & Co.,” she said.

> A letter, *set apart*.

## II

It rang.

## III

It cracked.
"""
SETTINGS = {"pronounce": {"Kyz": "/kɪz/"}, "voices": {"dialogue": "arthur"}}


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the titles of the chapters that are written and not found."""
    titles: list[str] = []

    def noting(chapter: Chapter, *given: Any, **named: Any) -> ChapterScript:  # noqa: ANN401 - passed on
        titles.append(chapter.title)
        return write_chapter(chapter, *given, **named)

    monkeypatch.setattr(planning, "write_chapter", noting)
    return titles


@pytest.fixture
def tale(tmp_path: Path) -> Path:
    path = tmp_path / "tale.md"
    path.write_text(TALE)
    return path


def planned(tale: Path, **settings: Any) -> Plan:  # noqa: ANN401 - TOML tables
    """Plan with a store, and put there what was written."""
    store = Store(str(tale.parent / "cache"))
    (edition,) = plan(tale, Config.model_validate({**SETTINGS, **settings}), store=store)
    laid(edition, store)
    return edition


def test_what_was_kept_is_what_would_be_written(tale: Path, written: list[str]) -> None:
    (anew,) = plan(tale, Config.model_validate(SETTINGS))
    once, again = planned(tale), planned(tale)
    assert anew.script == once.script == again.script
    assert anew.accounts == again.accounts
    assert any(rewrite.ipa for line in again.script.chapters[0].lines for rewrite in line.rewrites)
    assert written == ["I", "II", "III"] * 2


def test_only_a_chapter_that_changed_is_written_anew_wherever_the_others_come_to_stand(
    tale: Path, written: list[str]
) -> None:
    planned(tale)
    tale.write_text(TALE.replace("## II\n", "## One more\n\nA word before.\n\n## II\n"))
    moved = planned(tale)
    assert written == ["I", "II", "III", "One more"]
    (anew,) = plan(tale, Config.model_validate(SETTINGS))
    assert moved.script == anew.script


CHANGES: dict[str, dict[str, Any]] = {
    "another pause": {"pauses": {"sentence": 5}},
    "another voice": {"voices": {"narrator": "walter"}},
    "another entry": {"pronounce": {"Roe": "Ro"}},
    "another language": {"book": {"language": "de"}},
    "no announcement": {"book": {"announce": False}},
}


@pytest.mark.parametrize("change", CHANGES)
def test_all_that_shapes_a_script_has_it_written_anew(tale: Path, written: list[str], change: str) -> None:
    planned(tale)
    planned(tale, **CHANGES[change])
    assert written == ["I", "II", "III"] * 2


def test_what_was_damaged_is_written_anew(tale: Path, written: list[str]) -> None:
    first = planned(tale)
    for entry in (tale.parent / "cache" / scripts.KIND).glob("*/*"):
        entry.write_bytes(entry.read_bytes()[:-1])
    assert planned(tale).script == first.script
    assert written == ["I", "II", "III"] * 2


def test_lines_in_the_store_are_a_sequence_as_any_other(tale: Path) -> None:
    store, edition = Store(str(tale.parent / "cache")), planned(tale)
    light = laid(edition, store)
    for chapter, kept in zip(edition.script.chapters, light.script.chapters, strict=True):
        assert isinstance(kept.lines, KeptLines)
        assert kept.lines == chapter.lines
        assert (kept.lines[0], kept.lines[-1], len(kept.lines)) == (
            chapter.lines[0],
            chapter.lines[-1],
            len(chapter.lines),
        )
        assert [*kept.lines[1:]] == [*chapter.lines[1:]]
        assert kept.lines[::-1] == chapter.lines[::-1]
        assert kept.lines[2:1] == ()
        assert hash(kept.lines[:2]) == hash(chapter.lines[:2])
    assert laid(light, store) == light


def test_what_is_sent_to_a_worker_does_not_grow_with_the_chapter(tale: Path) -> None:
    sizes = []
    for sentences in (10, 1_000):
        tale.write_text(TALE + "And it rang, and rang again. " * sentences)
        light = laid(planned(tale), Store(str(tale.parent / "cache")))
        sizes.append(len(pickle.dumps(light)))
    ((short, long),) = pairwise(sizes)
    assert long - short < 10


def test_a_script_that_was_taken_out_of_the_store_meanwhile_is_told(tale: Path) -> None:
    store = Store(str(tale.parent / "cache"))
    light = laid(planned(tale), store)
    for entry in store.entries():
        store.remove(entry.kind, entry.address)
    with pytest.raises(ScriptLost, match="run again"):
        tuple(light.script.chapters[0].lines)
