from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import SpeechTable
from narrate.model.audio import Clip, WordMark
from narrate.speak.clips import KIND, Clips, clip_address, packed, unpacked
from narrate.speak.company import Company
from narrate.store.store import Store
from narrate.testing.voices import TRIAL

HUMMING = replace(TRIAL, engine="tone", engine_voice="alto")
NUMBERS = st.integers(0, 2**31)


@given(st.binary(max_size=50), NUMBERS, st.lists(st.builds(WordMark, NUMBERS, NUMBERS, NUMBERS), max_size=5))
def test_a_clip_is_kept_as_it_is(pcm: bytes, rate: int, words: list[WordMark]) -> None:
    clip = Clip(pcm, rate, tuple(words))
    assert unpacked(packed(clip)) == clip


@pytest.mark.parametrize(
    "changed",
    [{"name": "other"}, {"volume": 0.5}, {"description": "Deep."}],
    ids=lambda change: next(iter(change)),
)
def test_what_cannot_be_heard_in_a_clip_is_not_in_its_address(changed: dict[str, Any]) -> None:
    assert clip_address("Words.", replace(TRIAL, **changed), "1") == clip_address("Words.", TRIAL, "1")


@pytest.mark.parametrize(
    "changed",
    [
        {"engine": "tone"},
        {"engine_voice": "en+m1"},
        {"rate": 161},
        {"pitch": 49},
        {"language": "de"},
        {"gender": "male"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_changes_the_sound_changes_the_address(changed: dict[str, Any]) -> None:
    voice = replace(TRIAL, rate=160, pitch=50, language="en", gender="female")
    assert clip_address("Words.", replace(voice, **changed), "1") != clip_address("Words.", voice, "1")


def test_other_words_and_another_version_have_other_addresses() -> None:
    here = clip_address("Words.", TRIAL, "1")
    assert len({here, clip_address("Words!", TRIAL, "1"), clip_address("Words.", TRIAL, "2")}) == 3


def test_a_line_is_spoken_once(tmp_path: Path) -> None:
    with Company(SpeechTable()) as company:
        first = Clips(Store(str(tmp_path)), company)
        clip = first.clip("Good morning.", HUMMING, "1")
        assert first.clip("Good morning.", HUMMING, "1") == clip
        again = Clips(Store(str(tmp_path)), company)
        assert again.clip("Good morning.", HUMMING, "1") == clip
        assert (first.spoken, again.spoken) == (1, 0)


def test_a_damaged_clip_is_spoken_again(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    with Company(SpeechTable()) as company:
        clip = Clips(store, company).clip("Good morning.", HUMMING, "1")
        (kept,) = (path for path in (tmp_path / KIND).rglob("*") if path.is_file())
        kept.write_bytes(bytes(kept.stat().st_size))
        again = Clips(store, company)
        assert again.clip("Good morning.", HUMMING, "1") == clip
        assert again.spoken == 1
    assert store.get(KIND, clip_address("Good morning.", HUMMING, "1")) == packed(clip)
