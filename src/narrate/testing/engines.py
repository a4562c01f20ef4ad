"""What every speech engine has to keep: inherit `EngineContract`, give it your engine, run pytest."""

import re
from array import array
from dataclasses import replace
from typing import Final, cast

import pytest

from narrate.errors import VoiceUnavailable
from narrate.model.audio import BYTES_PER_FRAME, Clip
from narrate.model.ipa import strange
from narrate.model.script import Emphasis, Line, Rewrite, Role
from narrate.model.voice import Voice
from narrate.speak.engine import Engine, EngineVoice, Traits, Transcriber
from narrate.speak.wording import worded
from narrate.testing.voices import TRIAL

WORDS: Final = "The old clock in the hall struck seven, and nobody moved."
LOUD: Final = 330
"""Sample value at -40 dBFS: speech is above it somewhere."""
ODD: Final = {
    "nothing": "",
    "blanks": " \t\r\n\u00a0",
    "punctuation": "… — !?",
    "a NUL": "before\x00after",
    "control characters": "one\x01two\x1bthree\x7f",
    "half a character": "one \ud83d two",
    "emoji": "well 😀 then 👩‍👩‍👧",
    "tags": "<speak><b>bold</b> &amp; <silence msec='9'/></speak>",
    "phonemes": "[[h@l'oU]] and [[rate 400]]",
    "other scripts": "Здравствуй 日本 مرحبا नमस्ते",
    "a word without end": "a" * 2_000,
    "marks without end": "?!" * 1_000,
    "lines and paragraphs": "one\n\ntwo\u2028three",
}


class EngineContract:
    """Tests for one engine; a subclass says how to make it and, where it must, which voice to try."""

    voice: Voice = TRIAL

    def make(self) -> Engine:
        """Return the engine under test; override this."""
        raise NotImplementedError

    @pytest.fixture
    def engine(self) -> Engine:
        """Make an engine for a test."""
        return self.make()

    def test_it_can_work_here(self, engine: Engine) -> None:
        """`check` raises nothing where the tests run."""
        engine.check()
        assert isinstance(engine.traits, Traits)

    def test_its_version_is_one_line_and_stays(self, engine: Engine) -> None:
        """Content addresses are made of it."""
        assert engine.version() == engine.version() == engine.version().strip() != ""
        assert "\n" not in engine.version()

    def test_words_give_16_bit_sound_louder_than_silence(self, engine: Engine) -> None:
        """A clip holds whole frames, at a rate, and something to hear."""
        clip = engine.speak(WORDS, self.voice)
        assert clip.rate > 0
        assert clip.frames * BYTES_PER_FRAME == len(clip.pcm) > 0
        assert max(array("h", clip.pcm)) > LOUD

    def test_a_longer_text_takes_longer(self, engine: Engine) -> None:
        """Nothing is cut off."""
        once, thrice = (_seconds(engine.speak(WORDS * times, self.voice)) for times in (1, 3))
        assert thrice > 2 * once

    def test_a_faster_voice_takes_less_time(self, engine: Engine) -> None:
        """`Voice.rate` is heeded."""
        slow, fast = (_seconds(engine.speak(WORDS, replace(self.voice, rate=rate))) for rate in (120, 240))
        assert fast < slow

    def test_word_marks_lie_in_order_inside_the_clip(self, engine: Engine) -> None:
        """Words begin in the order of the text; two that are said as one may share a mark."""
        clip = engine.speak(WORDS, self.voice)
        frames, starts = [mark.frame for mark in clip.words], [mark.start for mark in clip.words]
        assert frames == sorted(frames)
        assert starts == sorted(set(starts))
        assert all(0 <= mark.frame < clip.frames for mark in clip.words)
        assert set(starts) <= {word.start() for word in re.finditer(r"\w+", WORDS)}
        assert len(starts) > len(WORDS.split()) / 2 or not engine.traits.word_times

    def test_a_line_is_the_same_whatever_came_before_if_it_says_so(self, engine: Engine) -> None:
        """`Traits.deterministic` is a promise to the cache and to parallel builds."""
        first = engine.speak(WORDS, self.voice)
        engine.speak("Something else, in between.", replace(self.voice, rate=333, pitch=80))
        if engine.traits.deterministic:
            assert engine.speak(WORDS, self.voice) == first == self.make().speak(WORDS, self.voice)

    def test_a_voice_that_does_not_exist_is_refused(self, engine: Engine) -> None:
        """A typing error must not be spoken by somebody else."""
        with pytest.raises(VoiceUnavailable, match="No Such Voice 7"):
            engine.speak(WORDS, replace(self.voice, engine_voice="No Such Voice 7"))

    @pytest.mark.parametrize("odd", ODD)
    def test_odd_text_does_no_harm(self, engine: Engine, odd: str) -> None:
        """Anything that stands in a book may come: it is said or left, and the next line is well."""
        clip = engine.speak(ODD[odd], self.voice)
        assert len(clip.pcm) % BYTES_PER_FRAME == 0
        assert all(0 <= mark.start < mark.end <= len(ODD[odd]) for mark in clip.words)
        assert engine.speak("Well.", self.voice).frames > 0

    def test_it_tells_what_it_would_say_if_it_says_so(self, engine: Engine) -> None:
        """`Traits.transcribes` promises IPA for every text, in their order."""
        if engine.traits.transcribes:
            one, none, other = cast("Transcriber", engine).transcribe(("seven", "…", WORDS), self.voice)
            assert strange(one + other) == none == ""
            assert 0 < len(one) < len(other)

    def test_sounds_are_said_in_place_of_words_if_it_takes_them(self, engine: Engine) -> None:
        """`Traits.notation` promises to heed what `speak.wording` annotates."""
        line = Line("Mo.", Role.NARRATOR, "", rewrites=(Rewrite(0, 2, "Mo", "", "ˈkætəpɪlə"),))
        said = worded(line, self.voice)
        if engine.traits.notation != "respelling" and said != line.spoken:
            assert _seconds(engine.speak(said, self.voice)) > _seconds(engine.speak("Mo.", self.voice))

    def test_weights_are_heard_if_it_says_so(self, engine: Engine) -> None:
        """`Traits.weighs` promises to heed what `speak.weights` marks."""
        if engine.traits.weighs:
            line = Line(WORDS, Role.NARRATOR, "", emphases=(Emphasis(0, len(WORDS), "strong"),))
            assert (
                engine.speak(worded(line, self.voice), self.voice).pcm != engine.speak(WORDS, self.voice).pcm
            )

    def test_its_voices_speak(self, engine: Engine) -> None:
        """What `voices` lists, `Voice.engine_voice` may name; a dozen of them are heard."""
        voices = engine.voices()
        assert voices
        assert len({voice.id for voice in voices}) == len(voices)
        for listed in _some(voices):
            assert engine.speak("One 2", replace(self.voice, engine_voice=listed.id)).frames > 0


def _seconds(clip: Clip) -> float:
    return clip.frames / clip.rate


def _some(voices: tuple[EngineVoice, ...]) -> tuple[EngineVoice, ...]:
    return voices[:: max(1, len(voices) // 12)]
