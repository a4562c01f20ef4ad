"""Directions from the story to the sound."""

import wave
from pathlib import Path

import numpy as np
import pytest

from narrate.config.schema import BookTable, Config, ReadTable, VoicesTable, WorkTable
from narrate.errors import BadDirection
from narrate.master.layout import frames_of
from narrate.pipeline.plan import Edition
from narrate.pipeline.preview import preview
from narrate.pipeline.why import why
from pipeline.makers import Maker

FOLLOWED = ReadTable(directions=True)
BREAKS = """<break time="1234ms"/> One <break time="1.5s"/> two. <break time="0s"/> Three.

<break time="2s"/>

Four. <break time="333ms"/>
"""


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path)


def followed(maker: Maker, **changes: object) -> Config:
    quiet = {"read": FOLLOWED, "book": BookTable(announce=False)}
    return maker.config().model_copy(update={**quiet, **changes})


def test_breaks_are_exact_to_the_sample_on_the_recordings_clock(maker: Maker) -> None:
    config = followed(maker)
    recording = maker.built(BREAKS, config).recording
    (track,) = recording.tracks
    assert [cue.line.text for cue in track.cues] == ["One", "two.", "Three.", "Four."]
    starts = [cue.start for cue in track.cues[1:]]
    silences = [start - cue.end for cue, start in zip(track.cues, starts, strict=False)]
    assert track.cues[0].start == frames_of(1234, recording.rate)
    assert silences == [frames_of(each, recording.rate) for each in (1500, 0, 2000)]
    grid_end = track.frames - track.cues[-1].end - frames_of(333, recording.rate)
    assert 0 <= grid_end < 0.42 * recording.rate


def test_the_same_words_are_not_spoken_again_for_their_breaks(maker: Maker) -> None:
    maker.built("One. Two. Three.")
    assert maker.built('One. <break time="3s"/> Two.<break/> Three.', followed(maker)).spoken == 0


def test_a_script_that_was_kept_has_its_directions(maker: Maker) -> None:
    text = f"{BREAKS}\nI <emphasis>never</emphasis> <voice name='walter'>came</voice>.\n"
    config = followed(maker)
    first, again = maker.built(text, config), maker.built(text, config)
    assert (first.recording, again.spoken) == (again.recording, 0)
    moved = maker.built(text.replace("1.5s", "3.5s"), config)
    assert moved.recording.tracks[0].frames != first.recording.tracks[0].frames


def test_a_guest_is_of_the_cast(maker: Maker) -> None:
    text = '<voice name="walter">So.</voice> He <voice languages="en-US" gender="female">went</voice>.'
    edition = maker.edition(text, followed(maker))
    voices = [line.voice for line in edition.script.chapters[0].lines]
    assert voices[:2] == ["walter", "rehearsal"]
    guest = edition.cast[voices[2]]
    assert (guest.language, guest.gender) == ("en-US", "female")
    assert set(edition.cast) == set(voices)


@pytest.mark.parametrize(
    ("attributes", "sentence"),
    [
        (
            'name="eleanr"',
            'line 3: <voice name="eleanr"> names a voice that is not there; did you mean "eleanor"?',
        ),
        ('languages="tlh"', "line 3: <voice> asks for a voice (tlh) that is not there; there are "),
    ],
)
def test_a_voice_that_is_not_there_is_refused(maker: Maker, attributes: str, sentence: str) -> None:
    with pytest.raises(BadDirection) as caught:
        maker.edition(f"One.\n\nTwo <voice {attributes}>came</voice>.", followed(maker))
    assert sentence in str(caught.value)


def test_why_tells_of_breaks_and_emphasis(maker: Maker) -> None:
    config = followed(maker, voices=VoicesTable(narrator="eleanor"))
    maker.built("I never said so. He left.", config)
    path = maker.folder / "story.md"
    path.write_text("I <emphasis>never</emphasis> said so. <break time='2s'/> He left.")
    (outlook,) = why(path, config)
    assert [(each.line.text, [reason.words for reason in each.reasons]) for each in outlook.spoken] == [
        ("I never said so.", ["other words are emphasised"])
    ]
    path.write_text("I never said so. <break time='2s'/> He left.")
    (outlook,) = why(path, config)
    assert [reason.words for each in outlook.encoded for reason in each.reasons] == ["pause 350 -> 2000 ms"]


def heard(edition: Edition, config: Config, path: Path) -> np.ndarray:
    preview(config, lambda: (edition, edition.script.chapters[0]), None, path)
    with wave.open(str(path)) as sound:
        return np.frombuffer(sound.readframes(sound.getnframes()), "<i2")


@pytest.mark.parametrize(
    "directed",
    [
        "I <emphasis level='strong'>never</emphasis> said it.",
        "I <phoneme ph='ˈnaʊə'>never</phoneme> said it.",
        "I <sub alias='hardly ever'>never</sub> said it.",
        "<voice name='walter'>I never said it.</voice>",
    ],
)
def test_what_is_directed_is_heard_from_espeak(maker: Maker, directed: str) -> None:
    config = followed(maker, voices=VoicesTable(narrator="eleanor"), work=WorkTable(jobs=1))
    plain = heard(maker.edition("I never said it.", config), config, maker.folder / "plain.wav")
    again = heard(maker.edition(directed, config), config, maker.folder / "again.wav")
    assert not np.array_equal(plain, again)


def test_without_the_switch_a_tag_is_neither_spoken_nor_followed(maker: Maker) -> None:
    edition = maker.edition("I <emphasis>never</emphasis> said <break time='1s'/>it.")
    line = edition.script.chapters[0].lines[-1]
    assert (line.text, line.emphases) == ("I never said it.", ())
