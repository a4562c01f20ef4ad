import shutil
from pathlib import Path

import pytest

from narrate.model.audio import Clip
from narrate.pipeline import work
from narrate.pipeline.build import Result, set_stage
from narrate.speak.clips import packed
from narrate.store.store import Store
from pipeline.makers import Maker, novel

LONG = novel(chapters=3, sentences=64)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Maker, Result]:
    """The book as it was made for the first time."""
    maker = Maker(tmp_path_factory.mktemp("first"))
    return maker, maker.built(LONG)


@pytest.fixture
def maker(first: tuple[Maker, Result], tmp_path: Path) -> Maker:
    """Go on from there."""
    shutil.copytree(first[0].folder, tmp_path / "again")
    return Maker(tmp_path / "again")


def test_a_book_is_spoken_once_line_by_line(first: tuple[Maker, Result]) -> None:
    result = first[1]
    assert result.spoken == len({cue.line.spoken for track in result.recording.tracks for cue in track.cues})


def test_a_changed_sentence_is_one_line_and_leaves_other_chapters_alone(
    first: tuple[Maker, Result], maker: Maker
) -> None:
    packets = maker.kept("sound")
    again = maker.built(
        LONG.replace("In chapter 2 this is sentence 30, and", "There, in chapter 2, was 30, and")
    )
    assert again.spoken == 1
    assert 0 < len(maker.kept("sound") - packets) <= len(packets) / 3
    before, after = first[1].recording.tracks, again.recording.tracks
    assert (before[0], before[2].frames) == (after[0], after[2].frames)


def test_a_paragraph_at_the_front_costs_no_more(maker: Maker) -> None:
    packets = maker.kept("sound")
    again = maker.built(LONG.replace("## Chapter 1\n", "## Chapter 1\n\nThis was not here before.\n", 1))
    assert again.spoken == 1
    assert len(maker.kept("sound") - packets) <= len(packets) / 3


def test_a_chapter_that_ends_elsewhere_does_not_encode_its_last_words_again(
    first: tuple[Maker, Result], maker: Maker
) -> None:
    packets = maker.kept("sound")
    again = maker.built(LONG.replace("this is sentence 3,", "this is, as was long foreseen, sentence 3,", 1))
    assert again.recording.tracks[0].frames != first[1].recording.tracks[0].frames
    assert len(maker.kept("sound") - packets) <= 2  # the changed words, and the end of the last silence


def test_a_new_chapter_speaks_only_itself(maker: Maker) -> None:
    packets = maker.kept("sound")
    longer = maker.built(LONG + "\n## Chapter 4\n\nThe end of it all. At last.\n")
    assert longer.spoken == 3
    assert 1 <= len(maker.kept("sound") - packets) <= 2  # its words, and the end of the silence after them


def test_a_pause_that_changes_speaks_nothing(maker: Maker) -> None:
    config = maker.config()
    slower = config.model_copy(update={"pauses": config.pauses.model_copy(update={"sentence": 500})})
    assert maker.built(LONG, slower).spoken == 0


def test_another_format_of_the_same_sound_encodes_nothing_anew(tmp_path: Path) -> None:
    maker = Maker(tmp_path, ("mp3",))
    maker.built("One. Two.")
    packets = maker.kept("sound")
    maker.built("One. Two.", maker.config(formats=("mp3", "mp3-chapters")))
    assert maker.kept("sound") == packets


def test_sound_that_is_lost_is_made_again_without_a_word_spoken(maker: Maker) -> None:
    (file,) = maker.built(LONG).files
    before = file.read_bytes()
    file.unlink()
    for path in sorted(maker.kept("sound"))[::2]:
        path.write_bytes(bytes(path.stat().st_size))
    again = maker.built(LONG)
    assert again.spoken == 0
    assert file.read_bytes() == before


def test_a_clip_that_sounds_otherwise_after_it_was_lost_is_laid_anew(maker: Maker) -> None:
    """An engine that never says the same twice may give a longer one."""
    edition = maker.edition(LONG)
    store = Store(str(maker.folder / "cache"))
    line = edition.script.chapters[1].lines[5]
    try:
        stage = set_stage(edition, store)
    finally:
        work.leave()
    store.remove("clips", stage.clip(line))
    longer = Clip(bytes(2_000) + b"\x00\x20\x00\xe0" * 40_000 + bytes(2_000), 22_050)
    store.put("clips", stage.clip(line), packed(longer))
    for path in maker.kept("sound"):
        path.unlink()
    result = maker.built(LONG)
    cue = result.recording.tracks[1].cues[5]
    assert abs(cue.end - cue.start - 80_000) < 10
