import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.errors import VoiceUnavailable
from narrate.model.audio import Clip
from narrate.model.script import Emphasis, Rewrite, Role
from narrate.model.script import Line as ScriptLine
from narrate.speak.engines import espeak_memory, fresh
from narrate.speak.engines.espeak import Espeak
from narrate.speak.engines.espeak_line import Line
from narrate.speak.take import flaw
from narrate.speak.wording import worded
from narrate.testing.voices import TRIAL

VOICE = replace(TRIAL, name="eleanor", engine_voice="en-gb-x-rp")
Children = Callable[[], set[int]]
SHIPPED = [
    "en-GB-x-rp+f1",
    "en-GB-x-rp+linda",
    "en-GB-x-rp+Annie",
    "en-GB-x-rp+m7",
    "en-GB-x-rp+michel",
    "en-GB-scotland+m6",
    "en-US+m1",
    "en-US+belinda",
    "en-US",
]
TEXTS = st.text("abcdefgh iotu ABC 12,.!?—“” é", min_size=1, max_size=80)
SENTENCE = '"Is he here?" asked Mr. Brown, while the café’s door — wide open — swung.'


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


def said(clip: Clip, text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in clip.words]


def test_words_are_marked_by_characters_not_bytes(espeak: Espeak) -> None:
    words = said(espeak.speak(SENTENCE, VOICE), SENTENCE)
    assert words == [
        "Is",
        "he",
        "here",
        "asked",
        "Mr",
        "Brown",
        "while",
        "the",
        "café",
        "door",
        "wide",
        "open",
        "swung",
    ]


@pytest.mark.parametrize("text", ["well 😀 then", "日本語 text", "x" * 300 + " then"])
def test_what_is_spelt_out_is_marked_once(espeak: Espeak, text: str) -> None:
    assert said(espeak.speak(text, VOICE), text)[-1] in {"then", "text"}
    assert len(espeak.speak(text, VOICE).words) <= 4


def test_control_characters_do_not_steer_the_voice(espeak: Espeak) -> None:
    plainly = espeak.speak("Hello  150S there", VOICE)
    assert espeak.speak("Hello \x01150S there", VOICE) == plainly


def test_tags_and_phonemes_are_read_as_text(espeak: Espeak) -> None:
    assert "speak" in said(espeak.speak("a <speak> b", VOICE), "a <speak> b")
    assert espeak.speak("[[h@l'oU]]", VOICE).frames > espeak.speak("hello", VOICE).frames


@pytest.mark.parametrize("same", ["EN-GB-X-RP", "gmw/en-GB-x-rp", "English (Received Pronunciation)"])
def test_a_voice_has_several_names(espeak: Espeak, same: str) -> None:
    assert espeak.speak("One.", replace(VOICE, engine_voice=same)) == espeak.speak("One.", VOICE)


def test_a_variant_changes_the_voice(espeak: Espeak) -> None:
    variants = [
        espeak.speak("One.", replace(VOICE, engine_voice=f"en-gb-x-rp{tail}"))
        for tail in ("", "+f3", "+Andy")
    ]
    assert len({clip.pcm for clip in variants}) == 3


def test_a_voice_without_a_name_is_chosen_by_language_and_gender(espeak: Espeak) -> None:
    chosen = espeak.speak("Zwei.", replace(TRIAL, language="de-AT", gender="female"))
    assert chosen == espeak.speak("Zwei.", replace(TRIAL, engine_voice="de+f1"))


@pytest.mark.parametrize(
    ("wanted", "advice"),
    [
        ("en-gb-x-rq", 'did you mean "en-gb-x-rp"'),
        ("en-us+f99", "`narrate voices` lists them all"),
        ("en-us+", "has no voice 'en-us\\+'"),
        ("../../etc/passwd", "has no voice"),
        ("Ω" * 300, "`narrate voices` lists them all"),
        ("en\x00us", "has no voice"),
    ],
)
def test_a_voice_that_does_not_exist_is_refused_with_the_nearest(
    espeak: Espeak, wanted: str, advice: str
) -> None:
    with pytest.raises(VoiceUnavailable, match=advice):
        espeak.speak("One.", replace(VOICE, engine_voice=wanted))


def test_a_language_that_nobody_speaks_is_refused(espeak: Espeak) -> None:
    with pytest.raises(VoiceUnavailable, match="has no voice 'tlh'"):
        espeak.speak("One.", replace(TRIAL, language="tlh"))


def test_pitch_and_rate_are_heeded_and_volume_is_always_full(espeak: Espeak) -> None:
    plainly = espeak.speak(SENTENCE, VOICE)
    assert espeak.speak(SENTENCE, replace(VOICE, pitch=80)) != plainly
    assert espeak.speak(SENTENCE, replace(VOICE, rate=300)).frames < 0.7 * plainly.frames
    assert espeak.speak(SENTENCE, replace(VOICE, volume=0.1, name="other")) == plainly


def test_a_chapter_in_one_line_is_spoken_to_its_last_word(espeak: Espeak) -> None:
    text = "word " * 2_000 + "end"
    clip = espeak.speak(text, replace(VOICE, rate=449))
    assert len(clip.words) == 2_001
    assert said(clip, text)[-1] == "end"
    gaps = [after.frame - before.frame for before, after in zip(clip.words, clip.words[1:], strict=False)]
    assert max(gaps) - min(gaps) < clip.rate // 10


def test_a_text_without_words_is_no_flaw(espeak: Espeak) -> None:
    for text in ("", "…", "— !?", "\x00"):
        assert flaw(espeak.speak(text, VOICE), text) == ""


DIGEST = """
import json, sys
from dataclasses import replace
from hashlib import sha256
from narrate.speak.engines.espeak import Espeak
from narrate.speak.engines.espeak_line import Line
from narrate.testing.voices import TRIAL
espeak = Espeak()
for text, name, rate in json.loads(sys.argv[1]):
    clip = espeak.speak(text, replace(TRIAL, engine_voice=name, rate=rate))
print(sha256(clip.pcm).hexdigest(), clip.words)
"""
BEFORE = [
    [],
    [("Something else.", "en-us+m1", 150)],
    [("!", "en-gb-x-rp+f2", 200), ("Breathy.", "en-us+whisper", 440), ("Fast.", "en-gb-x-rp", 449)],
]


@pytest.mark.skipif(not fresh.POSSIBLE, reason="elsewhere eSpeak counts on from line to line")
@pytest.mark.parametrize(
    ("name", "rate"),
    [
        ("en-gb-x-rp", 160),
        ("en-gb-x-rp+f1", 160),
        ("en-us+f2", 160),
        ("en-gb-x-rp+Caleb", 380),
        ("de+klatt", 200),
    ],
)
def test_a_line_is_the_same_in_every_process_after_every_other_and_with_every_library(
    name: str, rate: int, stripped: dict[str, str]
) -> None:
    told = set()
    for before, environment in product(BEFORE, [{}, stripped]):
        lines = json.dumps([*before, (SENTENCE, name, rate), (SENTENCE, name, rate)])
        command = [sys.executable, "-c", DIGEST, lines]
        told.add(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    assert len(told) == 1


@pytest.mark.skipif(not fresh.POSSIBLE, reason="elsewhere eSpeak counts on from line to line")
@given(st.lists(st.tuples(TEXTS, st.sampled_from(SHIPPED), st.integers(80, 200), st.integers(0, 100))))
@settings(max_examples=20)
def test_what_the_copy_that_stays_says_is_what_a_copy_of_its_own_would_say(
    espeak: Espeak, lines: list[tuple[str, str, int, int]]
) -> None:
    for text, name, rate, pitch in lines:
        line = Line(text, f"gmw/{name}", rate, pitch)
        assert espeak_memory.leaves_nothing(line.file, line.rate)
        voice = replace(VOICE, engine_voice=f"gmw/{name}", rate=rate, pitch=pitch)
        assert espeak.speak(text, voice) == fresh.in_a_copy(partial(espeak._say_anew, line))  # noqa: SLF001 - the other way


def test_the_version_names_all_that_shapes_the_sound(espeak: Espeak) -> None:
    assert espeak.version().startswith("pyttsx3 ")
    assert "eSpeak NG 1." in espeak.version()
    assert len(espeak.version().rpartition("data ")[2]) == 12


def test_a_copy_that_was_killed_is_replaced(espeak: Espeak, children: Children) -> None:
    before = espeak.speak("One.", VOICE)
    for child in children():
        os.kill(child, signal.SIGKILL)
    with pytest.raises(RuntimeError, match="ended with SIGKILL"):
        espeak.speak("One.", VOICE)
    assert espeak.speak("One.", VOICE) == before


def test_copies_go_with_their_engine(children: Children) -> None:
    others = children()
    engine = Espeak()
    engine.speak("One.", VOICE)
    engine.speak("One.", replace(VOICE, rate=400))
    assert len(children() - others) == 1
    del engine
    assert children() == others


def weighed(level: str, text: str = "I never said that.") -> str:
    line = ScriptLine(text, Role.NARRATOR, "", emphases=(Emphasis(2, 7, level),))
    return worded(line, VOICE)


def loudness(clip: Clip, text: str, word: str) -> float:
    starts = {text[mark.start : mark.end]: mark.frame for mark in clip.words}
    frames = sorted([*starts.values(), clip.frames])
    end = frames[frames.index(starts[word]) + 1]
    return float(
        np.sqrt(np.mean(np.square(np.frombuffer(clip.pcm, "<i2")[starts[word] : end].astype(float))))
    )


def test_emphasis_is_heard_in_its_words_and_nowhere_else(espeak: Espeak) -> None:
    plain, strong, reduced = (espeak.speak(weighed(each), VOICE) for each in ("none", "strong", "reduced"))
    usual = loudness(plain, weighed("none"), "never")
    assert loudness(strong, weighed("strong"), "never") > 1.3 * usual
    assert loudness(reduced, weighed("reduced"), "never") < 0.85 * usual
    other = loudness(plain, weighed("none"), "that")
    assert loudness(strong, weighed("strong"), "that") == pytest.approx(other, rel=0.2)
    assert espeak.speak(weighed("moderate"), VOICE).pcm not in {plain.pcm, strong.pcm, reduced.pcm}


def test_words_are_marked_beside_weights(espeak: Espeak) -> None:
    text = weighed("strong")
    assert said(espeak.speak(text, VOICE), text) == ["I", "never", "said", "that"]


def test_emphasis_leaves_nothing_behind(espeak: Espeak) -> None:
    before = espeak.speak("Never.", VOICE)
    weighty = weighed("strong", "I never")
    assert espeak.speak(weighty, VOICE) == espeak.speak(weighty, VOICE)
    assert espeak.speak("Never.", VOICE) == before


def test_sounds_are_said_with_emphasis_too(espeak: Espeak) -> None:
    rewrites = (Rewrite(2, 7, "never", "phoneme", "ˈnɛvə"),)
    plain = ScriptLine("I never said that.", Role.NARRATOR, "", rewrites=rewrites)
    strong = worded(replace(plain, emphases=(Emphasis(2, 7, "strong"),)), VOICE)
    quiet, loud = espeak.speak(worded(plain, VOICE), VOICE), espeak.speak(strong, VOICE)
    assert loudness(loud, strong, "never") > 1.3 * loudness(quiet, worded(plain, VOICE), "never")
    assert said(loud, strong) == ["I", "never", "said", "that"]
