import wave
from pathlib import Path

import pytest

from command import Narrate


def seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return float(file.getnframes() / file.getframerate())


def test_a_text_is_spoken_into_a_wav_file(narrate: Narrate, tmp_path: Path) -> None:
    done = narrate("preview", "Some text.", "--output", "a.wav")
    assert (done.returncode, done.stdout) == (0, "a.wav\n"), done.stderr
    assert seconds(tmp_path / "a.wav") > 0.5


def test_without_a_player_it_says_where_the_wav_is(narrate: Narrate, tmp_path: Path) -> None:
    done = narrate("preview", "Some text.", "--voice", "rehearsal", PATH="/nowhere")
    assert done.returncode == 0, done.stderr
    assert "build/preview.wav" in done.stdout
    assert seconds(tmp_path / "build/preview.wav") > 0.5


def test_a_paragraph_of_a_chapter_of_a_book(narrate: Narrate, stories: Path, tmp_path: Path) -> None:
    for name, options in {"a": ["-p", 2], "b": ["--chapter", 2, "-p", 1]}.items():
        done = narrate("preview", stories, *options, "-o", f"{name}.wav")
        assert done.returncode == 0, done.stderr
    assert seconds(tmp_path / "a.wav") > seconds(tmp_path / "b.wav")


def test_rate_makes_it_faster(narrate: Narrate, tmp_path: Path) -> None:
    for name, rate in {"slow": 100, "fast": 300}.items():
        narrate("preview", "One two three four five.", "-v", "rehearsal", "--rate", rate, "-o", f"{name}.wav")
    assert seconds(tmp_path / "slow.wav") > 1.5 * seconds(tmp_path / "fast.wav")


BAD = {
    "a chapter that is not there": (["stories", "--chapter", "9"], "no chapter 9; it has 2"),
    "a paragraph that is not there": (["stories", "-p", "9"], "no paragraph 9; it has 2"),
    "no words": (["…"], "nothing to say"),
    "nothing at all": ([""], "nothing to say"),
    "a file that is not there": (["storys/a.txt"], "storys/a.txt"),
    "a target that is no WAV": (["Hello.", "-o", "a.mp3"], "a.mp3: a preview is a WAV file"),
    "a target that is a folder": (["Hello.", "-o", "."], "a preview is a WAV file"),
    "a voice that is not there": (["Hello.", "--voice", "nobody"], "nobody"),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.usefixtures("stories")
def test_what_cannot_be_previewed_is_said(narrate: Narrate, case: str) -> None:
    arguments, said = BAD[case]
    done = narrate("preview", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_long_text_is_a_text_and_not_a_path(narrate: Narrate, tmp_path: Path) -> None:
    done = narrate("preview", "One or two words. " * 40, "-v", "rehearsal", "-o", "a.wav")
    assert done.returncode == 0, done.stderr
    assert seconds(tmp_path / "a.wav") > 20


def test_words_are_words_whatever_they_begin_with(narrate: Narrate, tmp_path: Path) -> None:
    done = narrate("preview", "RIFF raff: # not a heading", "-v", "rehearsal", "-o", "a:b.wav")
    assert done.returncode == 0, done.stderr
    assert seconds(tmp_path / "a:b.wav") > 1


def test_words_have_nothing_to_do_with_the_chapters_of_the_book_here(narrate: Narrate, stories: Path) -> None:
    chapters = '\n[[chapter]]\nfile = "2 The Well.txt"\ntitle = "Down"\n'
    (stories / "narrate.toml").write_text((stories / "narrate.toml").read_text() + chapters)
    done = narrate("preview", "Hello there.", "--config", stories / "narrate.toml", "-o", "a.wav")
    assert done.returncode == 0, done.stderr


def test_a_preview_that_fails_leaves_the_old_one(narrate: Narrate, tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"the old one")
    done = narrate("preview", "Hello there.", "-o", "a.wav", NARRATE_ESPEAK="/no/such/library")
    assert done.returncode == 2
    assert (tmp_path / "a.wav").read_bytes() == b"the old one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.wav"]


def test_a_preview_that_cannot_be_written_is_said(narrate: Narrate, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = narrate("preview", "Hello there.", "-v", "rehearsal", "-o", "file/a.wav")
    assert done.returncode == 2
    assert done.stderr.startswith("narrate: cannot write to file: ")


def test_words_are_said_as_the_configuration_here_wants_them(narrate: Narrate, tmp_path: Path) -> None:
    (tmp_path / "narrate.toml").write_text(
        '[voices]\nnarrator = "rehearsal"\n[pronounce]\nOx = "one two three"\n'
    )
    for name, words in {"a": "Ox.", "b": "one two three.", "c": "By."}.items():
        narrate("preview", words, "-o", f"{name}.wav")
    assert (tmp_path / "a.wav").read_bytes() == (tmp_path / "b.wav").read_bytes()
    assert seconds(tmp_path / "a.wav") > seconds(tmp_path / "c.wav")
