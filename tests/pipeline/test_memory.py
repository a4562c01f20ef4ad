from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import Config, OutputTable, VoicesTable
from narrate.model.recording import Encoding
from narrate.model.script import ChapterScript, Line, Rewrite, Role
from narrate.model.voice import Speaker
from narrate.pipeline.memory import KIND, Memory, recall, remember
from narrate.pipeline.plan import Edition, Plan, plan
from narrate.pipeline.scripts import KIND as SCRIPTS
from narrate.pipeline.stage import MASTER, Stage
from narrate.store.store import Store


@pytest.fixture
def edition(tmp_path: Path) -> Plan:
    """A book of one file."""
    (tmp_path / "a.txt").write_text("It was dark — very dark. “Who is there?” asked the boy.")
    return planned(tmp_path / "a.txt")


@pytest.fixture
def store(cache: Path) -> Store:
    return Store(str(cache))


@pytest.fixture(scope="module")
def seeds() -> Plan:
    return planned(Path(__file__).parents[2] / "seeds")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store of many examples."""
    return Store(str(tmp_path_factory.mktemp("kept")))


def planned(path: Path) -> Plan:
    output = OutputTable(formats=("m4b", "mp3"), bitrate=96, loudness=-16.0, room_tone=False)
    (edition,) = plan(path, Config(voices=VoicesTable(narrator="rehearsal"), output=output))
    return edition


def staged(edition: Edition, store: Store, version: str = "tone 1") -> Stage:
    speakers = {name: Speaker(voice, version, -3.25) for name, voice in edition.cast.items()}
    return Stage(store.url, edition.config.speech, edition.config.output, speakers)


def recalled(edition: Edition, store: Store) -> Memory:
    memory = recall(edition, store)
    assert memory
    return memory


def told(lines: Sequence[Line]) -> list[tuple[object, ...]]:
    return [(line.text, line.spoken, line.voice, line.silence, line.rewrites) for line in lines]


def test_what_a_book_was_made_of_is_recalled(edition: Edition, store: Store) -> None:
    assert recall(edition, store) is None
    stage = staged(edition, store)
    remember(edition, stage, store)
    memory = recalled(edition, store)
    (chapter,), (kept,) = edition.script.chapters, memory.chapters
    assert any(line.rewrites for line in chapter.lines)
    assert (kept.title, kept.source, kept.head) == (chapter.title, chapter.source, chapter.head)
    assert told(kept.lines) == told(chapter.lines)
    assert memory.speakers == stage.speakers
    assert memory.encodings == {"m4b": Encoding("aac", 96_000), "mp3": Encoding("mp3", 96_000)}
    assert memory.master == MASTER
    assert (memory.output.loudness, memory.output.room_tone) == (-16.0, False)
    assert memory.output.sample_rate == edition.config.output.sample_rate


def test_each_build_takes_the_place_of_the_last(edition: Edition, store: Store) -> None:
    for version in ("tone 1", "tone 2"):
        remember(edition, staged(edition, store, version), store)
    assert recalled(edition, store).speakers["rehearsal"].version == "tone 2"
    assert sorted(entry.kind for entry in store.entries()) == [KIND, SCRIPTS]


def test_what_has_lost_a_script_is_forgotten(edition: Edition, store: Store) -> None:
    remember(edition, staged(edition, store), store)
    (script,) = (entry for entry in store.entries() if entry.kind == SCRIPTS)
    store.remove(script.kind, script.address)
    assert recall(edition, store) is None


def test_a_folder_stays_the_same_book_when_a_story_is_added(tmp_path: Path, store: Store) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"The words of {name}.")
    edition = planned(tmp_path)
    remember(edition, staged(edition, store), store)
    (tmp_path / "c.txt").write_text("The words of c.")
    assert len(recalled(planned(tmp_path), store).chapters) == 2


def test_a_file_is_another_book_than_its_folder_and_its_neighbours(tmp_path: Path, store: Store) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"The words of {name}.")
    edition = planned(tmp_path / "a.txt")
    remember(edition, staged(edition, store), store)
    assert recall(planned(tmp_path), store) is None
    assert recall(planned(tmp_path / "b.txt"), store) is None


def test_the_way_to_a_file_makes_no_other_book(
    edition: Plan, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(edition, staged(edition, store), store)
    monkeypatch.chdir(edition.book.chapters[0].source.path.parent)
    assert recall(planned(Path("a.txt")), store)


def test_a_store_that_takes_nothing_stops_no_build(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    closed = Store(str(tmp_path / "file" / "cache"))
    remember(edition, staged(edition, closed), closed)
    assert recall(edition, closed) is None


def test_a_long_book_takes_little_room(edition: Edition, store: Store) -> None:
    """Ten hours are 5,700 lines; every one of these has words of its own, as in no real book."""
    lines = tuple(
        replace(line, text=f"{number:x} {line.text} {number * 7919:x} {number * 104729:x}")
        for number, line in enumerate([*edition.script.chapters[0].lines] * 1_900)
    )
    script = replace(edition.script, chapters=(replace(edition.script.chapters[0], lines=lines),))
    remember(replace(edition, script=script), staged(edition, store), store)
    assert len(lines) == 5_700
    assert sum(entry.size for entry in store.entries()) < 350_000


TEXTS = st.text(min_size=1)
REWRITES = st.builds(Rewrite, st.just(0), st.just(1), st.text(), st.sampled_from(["pronounce", "dashes"]))
LINES = st.builds(
    Line,
    TEXTS,
    st.just(Role.NARRATOR),
    TEXTS,
    rewrites=st.tuples() | st.tuples(REWRITES),
    silence=st.integers(0, 60_000),
)
CHAPTERS = st.builds(
    ChapterScript, st.text(), st.just(Path("a.txt")), st.lists(LINES).map(tuple), st.integers(0, 60_000)
)


@given(chapters=st.lists(CHAPTERS).map(tuple))
def test_whatever_is_said_is_remembered_to_the_letter(
    seeds: Edition, kept: Store, chapters: tuple[ChapterScript, ...]
) -> None:
    edition = replace(seeds, script=replace(seeds.script, chapters=chapters))
    remember(edition, staged(edition, kept), kept)
    assert recalled(edition, kept).chapters == chapters
