import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from narrate.config.schema import SpeechTable
from narrate.errors import BrokenPlugin, EngineUnavailable, LineNotSpoken, UnknownPlugin, VoiceUnavailable
from narrate.model.voice import Voice
from narrate.speak.engine import Traits
from narrate.speak.studio import Studio
from narrate.testing.voices import TRIAL

Pids = Callable[[], list[int]]
Gone = Callable[[list[int]], bool]
TWICE = SpeechTable(timeout=20, attempts=2)
ONCE = SpeechTable(timeout=20, attempts=1)
HASTY = SpeechTable(timeout=4, attempts=1)
"""For what has to time out; an engine on a busy machine loads well within it."""
LINE = "Nobody moved."


def voice(engine: str) -> Voice:
    return replace(TRIAL, name="eleanor", engine=engine)


def failure(engine: str, speech: SpeechTable, text: str = LINE) -> str:
    with Studio(engine, speech) as studio, pytest.raises(LineNotSpoken) as caught:
        studio.speak(text, voice(engine))
    return str(caught.value)


def test_a_line_is_spoken_and_the_booth_stays_for_the_next(pids: Pids, gone: Gone) -> None:
    with Studio("hanging", TWICE) as studio:
        clips = [studio.speak(LINE, voice("hanging")) for _ in range(3)]
    assert clips[0].frames > 0
    assert clips[0] == clips[1] == clips[2]
    assert len(pids()) == 1
    assert gone(pids())


def test_nothing_starts_before_the_first_question(pids: Pids) -> None:
    with Studio("hanging", TWICE):
        assert pids() == []


def test_what_an_engine_is_and_has_can_be_asked() -> None:
    with Studio("tone") as studio:
        studio.check()
        assert studio.version() == "tone 1"
        assert [one.id for one in studio.voices()] == ["alto", "baritone", "soprano", "tenor"]
        assert studio.traits == Traits(longest=1_000, deterministic=True, word_times=True)


def test_the_report_quotes_the_sentence_the_voice_the_engine_and_the_attempts(pids: Pids, gone: Gone) -> None:
    told = failure("exiting", TWICE)
    assert told == (
        "could not speak “Nobody moved.” with the voice 'eleanor' of the engine 'exiting', tried 2 times: "
        "its process ended with 3; the last thing it printed: leaving because of Nobody moved. eleanor."
    )
    assert len(pids()) == 2
    assert gone(pids())


def test_a_very_long_sentence_is_quoted_by_its_beginning(pids: Pids) -> None:
    assert "“" + "long " * 47 + "long…”" in failure("empty", ONCE, "long " * 2000)
    assert len(pids()) == 1


@pytest.mark.parametrize("engine", ["hanging-in-c", "hanging-with-the-lock", "leaving-a-child"])
def test_an_engine_that_hangs_is_timed_out_tried_again_and_reported(
    pids: Pids, gone: Gone, engine: str
) -> None:
    began = time.monotonic()
    assert "tried once: no answer within 4 s" in failure(engine, HASTY)
    assert time.monotonic() - began < 30
    assert len(pids()) in {1, 2}
    assert gone(pids())


def test_only_the_line_that_hangs_is_lost(pids: Pids, gone: Gone) -> None:
    with Studio("hanging", HASTY) as studio:
        before = studio.speak(LINE, voice("hanging"))
        with pytest.raises(LineNotSpoken, match="hang here"):
            studio.speak("hang here", voice("hanging"))
        assert studio.speak(LINE, voice("hanging")) == before
    assert len(pids()) == 2
    assert gone(pids())


def test_a_segmentation_fault_is_named_with_the_last_thing_that_was_printed(pids: Pids) -> None:
    told = failure("crashing", TWICE)
    assert "its process was ended by SIGSEGV; the last thing it printed: about to touch Nobody moved." in told
    assert len(pids()) == 2


def test_an_exception_is_named_as_it_was_raised(pids: Pids, gone: Gone) -> None:
    assert "ValueError: cannot say Nobody moved. as eleanor" in failure("raising", TWICE)
    assert len(pids()) == 2
    assert gone(pids())


@pytest.mark.parametrize(
    ("engine", "why"),
    [
        ("empty", "no sound"),
        ("silent", "silence for words"),
        ("lying", "no clip but 'eleanor said Nobody moved.'"),
    ],
)
def test_a_take_that_says_nothing_is_not_taken(pids: Pids, gone: Gone, engine: str, why: str) -> None:
    assert failure(engine, TWICE).endswith(f"tried 2 times: {why}.")
    assert len(pids()) == 2
    assert gone(pids())


def test_silence_is_right_where_there_are_no_words(pids: Pids) -> None:
    with Studio("silent", ONCE) as studio:
        assert studio.speak("…", voice("silent")).frames > 0
    assert len(pids()) == 1


def test_a_second_attempt_in_a_fresh_booth_can_succeed(pids: Pids) -> None:
    with Studio("moody", TWICE) as studio:
        assert studio.speak(LINE, voice("moody")).frames > 0
    assert len(pids()) == 2


def test_nothing_an_engine_prints_reaches_the_terminal(
    pids: Pids, gone: Gone, capfd: pytest.CaptureFixture[str]
) -> None:
    with Studio("chatty", ONCE) as studio:
        clip = studio.speak(LINE, voice("chatty"))
    with Studio("tone", ONCE) as studio:
        assert studio.speak(LINE, voice("tone")) == clip
    assert capfd.readouterr() == ("", "")
    assert gone(pids())


def test_loading_has_the_same_patience_as_a_line_and_counts_for_itself(pids: Pids) -> None:
    with Studio("slow-to-load", SpeechTable(timeout=4.5, attempts=1)) as studio:
        assert studio.speak(LINE, voice("slow-to-load")).frames > 0
    assert len(pids()) == 1


def test_an_engine_that_never_loads_cannot_work_here(pids: Pids, gone: Gone) -> None:
    with (
        Studio("never-loading", HASTY) as studio,
        pytest.raises(EngineUnavailable, match="no answer within 4 s"),
    ):
        studio.check()
    assert gone(pids())


def test_a_check_that_crashes_says_that_the_engine_cannot_work_here(pids: Pids, gone: Gone) -> None:
    with Studio("crashing", TWICE) as studio, pytest.raises(EngineUnavailable, match="ended by SIGABRT"):
        studio.check()
    assert gone(pids())


def test_what_an_engine_refuses_comes_as_its_own_sentence_and_is_not_tried_again(pids: Pids) -> None:
    with Studio("refusing", TWICE) as studio, pytest.raises(EngineUnavailable) as caught:
        studio.check()
    assert str(caught.value) == (
        "the speech engine 'refusing' cannot work here: its model is missing; run `refusing --download`."
    )
    with Studio("voiceless", TWICE) as studio, pytest.raises(VoiceUnavailable, match="nobody is there"):
        studio.speak(LINE, voice("voiceless"))
    assert len(pids()) == 2


def test_an_error_that_cannot_travel_arrives_as_its_words(pids: Pids, gone: Gone) -> None:
    assert "EngineUnavailable: the speech engine 'unreadable' cannot work here" in failure("unreadable", ONCE)
    with Studio("unsendable", ONCE) as studio, pytest.raises(EngineUnavailable, match="cannot be sent"):
        studio.voices()
    assert gone(pids())


def test_an_engine_that_is_not_installed_is_named_with_those_that_are() -> None:
    with (
        Studio("tine") as studio,
        pytest.raises(UnknownPlugin, match=r"'tine'; installed: .*pyttsx3, .*tone"),
    ):
        studio.check()


def test_an_engine_whose_module_lacks_it_is_named(pids: Pids) -> None:
    with Studio("gone") as studio, pytest.raises(BrokenPlugin, match="has no attribute 'NotThere'"):
        studio.check()
    assert pids() == []


def test_an_exception_in_the_house_leaves_no_booth_behind(pids: Pids, gone: Gone) -> None:
    with suppress(KeyboardInterrupt), Studio("hanging", TWICE) as studio:
        studio.speak(LINE, voice("hanging"))
        raise KeyboardInterrupt
    assert len(pids()) == 1
    assert gone(pids())


SPEAKER = """
import sys
from narrate.config.schema import SpeechTable
from narrate.testing.voices import TRIAL
from narrate.model.voice import Voice
from narrate.speak.studio import Studio
with Studio(sys.argv[1], SpeechTable(timeout=float(sys.argv[2]), attempts=1)) as studio:
    studio.speak("hang", TRIAL)
"""


@contextmanager
def hanging_house(engine: str, timeout: float, notes: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a process whose engine hangs by now."""
    command = [sys.executable, "-c", SPEAKER, engine, str(timeout)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as house:
        deadline = time.monotonic() + 30
        while not (notes / "hanging").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        yield house


@pytest.mark.parametrize(
    ("engine", "timeout"),
    [("hanging", 60), ("hanging-in-c", 60), ("leaving-a-child", 60), ("hanging-with-the-lock", 4)],
)
def test_the_booth_goes_with_its_house_even_when_that_is_killed(
    pids: Pids, gone: Gone, tmp_path: Path, engine: str, timeout: float
) -> None:
    with hanging_house(engine, timeout, tmp_path) as house:
        house.kill()
    assert len(pids()) >= 1
    assert gone(pids())


def test_ctrl_c_ends_the_house_at_once_and_leaves_nothing(pids: Pids, gone: Gone, tmp_path: Path) -> None:
    with hanging_house("hanging-in-c", 60, tmp_path) as house:
        house.send_signal(signal.SIGINT)
        _, said = house.communicate(timeout=20)  # of the sixty seconds that the line may take
    assert said.rstrip().endswith("KeyboardInterrupt")
    assert len(pids()) == 1
    assert gone(pids())


def test_ctrl_c_at_the_terminal_does_not_reach_the_booth(pids: Pids, gone: Gone) -> None:
    with Studio("hanging", ONCE) as studio:
        clip = studio.speak(LINE, voice("hanging"))
        os.kill(pids()[0], signal.SIGINT)
        assert studio.speak(LINE, voice("hanging")) == clip
    assert len(pids()) == 1
    assert gone(pids())
