import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model.ipa import LETTERS, alike
from narrate.speak.engines.espeak import Espeak
from narrate.speak.engines.espeak_sounds import ENGLISH, NEAREST, lacking, mnemonics
from narrate.speak.wording import sounded
from narrate.testing.voices import TRIAL

RP = replace(TRIAL, engine_voice="en-gb-x-rp", language="en-GB")
ENGLISHES = ("en-gb-x-rp", "en", "en-us", "en-gb-scotland")
NAMES = [
    "kɪzɪlɔːˈdɑː",
    "ˌælɪmˈbɛkəvə",
    "ʃɪˈvɔːn",
    "ˈtʃɑːlz",
    "ˈniːtʃə",
    "ˈdʒəʊnz",
    "ˈɹuːfaʊs",
    "ˈbɔɪd",
    "ˈtʃɛç",
]


@pytest.fixture(scope="module")
def engine() -> Espeak:
    return Espeak()


def heard(engine: Espeak, ipa: str, voice: str = "en-gb-x-rp") -> str:
    language = "en-US" if voice == "en-us" else "en-GB"
    speaker = replace(RP, engine_voice=voice, language=language)
    (said,) = engine.transcribe((sounded("word", mnemonics(ipa, language)) + ".",), speaker)
    return said


@pytest.mark.parametrize("ipa", NAMES)
def test_the_engine_says_the_sounds_that_are_written(engine: Espeak, ipa: str) -> None:
    assert alike(heard(engine, ipa).replace("ɐ", "ə"), ipa)


@pytest.mark.parametrize("voice", ENGLISHES)
def test_no_sound_silences_what_comes_after_it(engine: Espeak, voice: str) -> None:
    """eSpeak drops the rest of a word after a name that a voice has not."""
    texts = {sound: heard(engine, f"ˈa{sound}zuːp", voice) for sound in (*ENGLISH, *NEAREST)}
    assert [sound for sound, said in texts.items() if not re.search("z[uʉ]ː?p$", said)] == []


def test_sounds_that_english_lacks_are_named_and_said_as_the_nearest(engine: Espeak) -> None:
    assert lacking("ˈyːʁa", "en-GB") == ("y", "ʁ")
    assert alike(heard(engine, "ˈyʁa"), heard(engine, "ˈuːɹa"))
    assert lacking("ˈyːʁa", "fr") == ()


def test_a_word_without_stress_is_stressed() -> None:
    assert mnemonics("lɛd nəʊt", "en-GB") == "l|'E|d n|'oU|t"


@given(st.text(st.sampled_from(sorted(LETTERS | set("ˈˌː.")))))
def test_any_ipa_can_be_written(ipa: str) -> None:
    assert "[" not in mnemonics(ipa, "en-GB")


def test_brackets_of_an_author_are_no_sounds_even_beside_some(engine: Espeak) -> None:
    name = sounded("Nina", mnemonics("ˈniːnə", "en-GB"))
    plain, beside = engine.transcribe(("[[k'at]] Neena.", f"[[k'at]] {name}."), RP)
    assert plain.split()[:-1] == beside.split()[:-1]
    assert "kˈat" not in plain


def test_words_are_marked_where_they_stand_in_the_text_as_it_came(engine: Espeak) -> None:
    text = f"Old {sounded('Nina Petrov', mnemonics('ˈniːnə ˈpɛtɹɒf', 'en-GB'))} laughed [once]."
    marks = engine.speak(text, RP).words
    assert [text[mark.start : mark.end] for mark in marks] == ["Old", "Nina Petrov", "laughed", "once"]


def test_sounds_are_heard_and_leave_no_trace(engine: Espeak) -> None:
    text = sounded("Nina", mnemonics("ˈnaɪnə", "en-GB"))
    before = engine.speak("Plain [[h@l'oU]] words.", RP)
    assert engine.speak(text, RP).pcm != engine.speak("Nina", RP).pcm
    assert engine.speak("Plain [[h@l'oU]] words.", RP) == before
