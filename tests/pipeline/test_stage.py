from dataclasses import replace
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import OutputTable, SpeechTable
from narrate.model.recording import Cue, Encoding
from narrate.model.script import ChapterScript, Line, Rewrite, Role
from narrate.model.voice import Speaker
from narrate.pipeline.stage import LONGEST, REEL, Reel, Stage, Stretch, reels
from narrate.testing.voices import TRIAL

STAGE = Stage("/cache", SpeechTable(), OutputTable(), {"v": Speaker(TRIAL, "1", 0.5)})
LINE = Line("Some words.", Role.NARRATOR, "v", silence=350, start=10, end=21)


def chapter(texts: list[str]) -> ChapterScript:
    lines = tuple(Line(text, Role.NARRATOR, "v") for text in texts)
    return ChapterScript("One", Path("a.txt"), lines)


@given(st.lists(st.integers(1, 4_000).map(lambda letters: "a" * letters), max_size=60))
def test_reels_hold_every_line_once_in_order_and_are_of_one_size(texts: list[str]) -> None:
    script = chapter(texts)
    cut = list(reels(script))
    assert tuple(line for reel in cut for line in reel.lines) == script.lines
    sizes = [sum(len(line.spoken) for line in reel.lines) for reel in cut]
    assert all(size < LONGEST + 4_000 for size in sizes)


def test_reels_are_of_the_size_that_is_wanted_on_average() -> None:
    texts = [f"This is line number {n} of a long chapter." for n in range(4_000)]
    sizes = [sum(len(line.spoken) for line in reel.lines) for reel in reels(chapter(texts))]
    assert 0.8 < mean(sizes) / REEL < 1.1


@pytest.mark.parametrize("said", ["", "a", "a b " * 20])
def test_a_line_that_changes_moves_only_the_cuts_beside_it(said: str) -> None:
    texts = [f"This is line number {n} of a long chapter." for n in range(1_000)]
    before, anew = set(reels(chapter(texts))), []
    for place in range(0, 1_000, 7):
        after = reels(chapter([*texts[:place], said, *texts[place + 1 :]]))
        anew.append(len(set(after) - before))
    assert mean(anew) < 1.5
    assert max(anew) <= 6


def test_where_a_line_stands_in_its_source_is_not_in_its_address() -> None:
    moved = replace(LINE, start=99, end=110, paragraph=7)
    assert STAGE.clip(moved) == STAGE.clip(LINE)
    assert Reel((moved,)).address(STAGE) == Reel((LINE,)).address(STAGE)


def test_a_pause_changes_the_reel_and_not_the_clip() -> None:
    slower = replace(LINE, silence=900)
    assert STAGE.clip(slower) == STAGE.clip(LINE)
    assert Reel((slower,)).address(STAGE) != Reel((LINE,)).address(STAGE)


def test_all_that_changes_packets_changes_their_address() -> None:
    aac = Encoding("aac", 64_000)
    stretch = Stretch(9_216, (Cue(LINE, 100, 5_000),), 4.0, aac)
    others = [
        (STAGE, replace(stretch, gain=4.1)),
        (STAGE, replace(stretch, encoding=Encoding("aac", 48_000))),
        (STAGE, replace(stretch, frames=18_432)),
        (STAGE, replace(stretch, cues=(Cue(LINE, 101, 5_001),))),
        (replace(STAGE, output=OutputTable(room_tone=False)), stretch),
        (replace(STAGE, output=OutputTable(true_peak=-3.0)), stretch),
        (replace(STAGE, speakers={"v": Speaker(TRIAL, "2", 0.5)}), stretch),
        (replace(STAGE, speakers={"v": Speaker(TRIAL, "1", 0.6)}), stretch),
    ]
    addresses = {each.address(stage) for stage, each in [(STAGE, stretch), *others]}
    assert len(addresses) == 1 + len(others)


def test_what_changes_no_packet_changes_no_address() -> None:
    stretch = Stretch(9_216, (Cue(LINE, 100, 5_000),), 4.0, Encoding("aac", 64_000))
    elsewhere = replace(STAGE, store="/other", speech=SpeechTable(attempts=9))
    output = OutputTable(folder=Path("/else"), formats=("mp3",), loudness=-16.0)
    assert stretch.address(replace(elsewhere, output=output)) == stretch.address(STAGE)


def test_a_clip_has_another_address_when_its_sounds_change_and_not_when_only_their_spelling_does() -> None:
    voice = replace(TRIAL, engine="pyttsx3", engine_voice="")
    stage = replace(STAGE, speakers={"v": Speaker(voice, "1", 0.5)})
    said = [
        replace(LINE, rewrites=(Rewrite(0, 4, spoken, "pronounce", ipa),))
        for spoken, ipa in (("Some", "ˈsʌm"), ("Some", "sʌm"), ("Some", "ˈsəʊm"), ("Some", ""), ("Sum", ""))
    ]
    places = [stage.clip(line) for line in said]
    assert places[0] == places[1]
    assert places[3] == stage.clip(LINE)
    assert len(set(places)) == 4


def test_sounds_that_an_engine_does_not_take_change_no_address() -> None:
    hummed = replace(STAGE, speakers={"v": Speaker(replace(TRIAL, engine="tone"), "1", 0.5)})
    sounded = replace(LINE, rewrites=(Rewrite(0, 4, "Some", "pronounce", "ˈsʌm"),))
    assert hummed.clip(sounded) == hummed.clip(LINE)
