import time
from array import array
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.engine import Engine
from narrate.speak.engines.tone import GAP, LEAD, RATE, TRAIL, ToneEngine
from narrate.testing.engines import EngineContract
from narrate.testing.voices import TRIAL

VOICE = replace(TRIAL, name="hum", engine="tone")


class TestToneEngine(EngineContract):
    def make(self) -> Engine:
        return ToneEngine()


def samples(clip: Clip) -> "array[int]":
    return array("h", clip.pcm)


def test_its_edges_are_digital_silence_as_a_real_engine_leaves_them() -> None:
    heard = samples(ToneEngine().speak("One two.", VOICE))
    assert not any(heard[:LEAD])
    assert not any(heard[-TRAIL - GAP :])
    assert any(heard[LEAD : LEAD + 50])


def test_a_word_begins_with_its_mark() -> None:
    clip = ToneEngine().speak("One, two’s — three!", VOICE)
    assert [(mark.start, mark.end) for mark in clip.words] == [(0, 3), (5, 10), (13, 18)]
    for mark in clip.words:
        assert not any(samples(clip)[mark.frame - GAP : mark.frame + 1])
        assert any(samples(clip)[mark.frame + 1 : mark.frame + 20])


def test_tones_come_and_go_softly() -> None:
    heard = samples(ToneEngine().speak("Softly, softly.", VOICE))
    steps = [abs(after - before) for before, after in pairwise(heard)]
    assert max(steps) < 2_000


@given(st.text(), st.integers(60, 450), st.integers(0, 100))
def test_any_text_has_a_mark_for_every_word_in_the_order_of_the_text(
    text: str, rate: int, pitch: int
) -> None:
    clip = ToneEngine().speak(text, replace(VOICE, rate=rate, pitch=pitch))
    frames = [mark.frame for mark in clip.words]
    assert frames == sorted(set(frames))
    assert clip.frames >= LEAD + TRAIL
    assert bool(clip.words) == any(character.isalnum() or character == "_" for character in text)


def crossings(clip: Clip) -> float:
    heard = samples(clip)[clip.words[0].frame :]
    return sum(before < 0 <= after for before, after in pairwise(heard)) / clip.frames


@pytest.mark.parametrize("other", [replace(VOICE, pitch=70), replace(VOICE, engine_voice="soprano")])
def test_voices_differ_in_height(other: Voice) -> None:
    engine = ToneEngine()
    assert crossings(engine.speak("Aaaaaaah", VOICE)) != pytest.approx(
        crossings(engine.speak("Aaaaaaah", other))
    )


def test_the_last_word_of_a_sentence_falls() -> None:
    engine = ToneEngine()
    assert crossings(engine.speak("Aaaaaaah.", VOICE)) < 0.9 * crossings(engine.speak("Aaaaaaah", VOICE))


def test_it_speaks_about_as_fast_as_the_voice_says() -> None:
    text = (
        "The garden had been left to itself for many years, and nobody in the village remembered who had "
        "planted the apple trees. Every autumn the children climbed over the wall and filled their pockets."
    )
    clip = ToneEngine().speak(text, VOICE)
    assert len(clip.words) / (clip.frames / RATE / 60) == pytest.approx(VOICE.rate, rel=0.1)


def test_it_hums_hundreds_of_times_faster_than_one_could() -> None:
    engine, text = ToneEngine(), "The wind was howling over the moor. " * 100
    engine.speak(text, VOICE)
    began = time.process_time()
    clip = engine.speak(text, VOICE)
    assert clip.frames / RATE > 500 * (time.process_time() - began)
