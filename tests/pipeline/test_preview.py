import wave
from dataclasses import replace
from pathlib import Path

from master.ebur128 import measured
from narrate.model.script import ChapterScript
from narrate.pipeline.plan import Edition
from narrate.pipeline.preview import preview
from pipeline.makers import Maker, novel

LONG = novel(chapters=1, sentences=30)


def passage(maker: Maker) -> tuple[Edition, ChapterScript]:
    edition = maker.edition(LONG)
    chapter = edition.script.chapters[0]
    return edition, replace(chapter, head=0, lines=chapter.lines[3:6])


def heard(path: Path) -> tuple[bytes, int]:
    with wave.open(str(path)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return sound.readframes(sound.getnframes()), sound.getframerate()


def test_a_passage_is_at_the_books_level(tmp_path: Path) -> None:
    maker, path = Maker(tmp_path), tmp_path / "a.wav"
    preview(maker.config(), lambda: passage(maker), None, path)
    pcm, rate = heard(path)
    loudness, peak = measured(pcm, rate)
    assert abs(loudness + 19.0) < 0.3
    assert peak <= -1.0


def test_a_pace_of_its_own(tmp_path: Path) -> None:
    maker, slow, fast = Maker(tmp_path), tmp_path / "slow.wav", tmp_path / "fast.wav"
    preview(maker.config(), lambda: passage(maker), 100, slow)
    preview(maker.config(), lambda: passage(maker), 300, fast)
    assert len(heard(slow)[0]) > 2 * len(heard(fast)[0])


def test_what_was_previewed_need_not_be_spoken_for_the_book(tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    preview(maker.config(), lambda: passage(maker), None, tmp_path / "a.wav")
    result = maker.built(LONG)
    assert result.spoken == len(result.recording.tracks[0].cues) - 3
