from dataclasses import replace
from pathlib import Path

import pytest

from narrate.config.schema import OutputTable, SpeechTable, VoiceFile
from narrate.model.recording import Encoding
from narrate.model.script import ChapterScript, Line, Rewrite, Role
from narrate.model.voice import Speaker
from narrate.pipeline.memory import Memory
from narrate.pipeline.reasons import Comparison
from narrate.pipeline.stage import MASTER, Stage

ANNA = Speaker(VoiceFile(engine="tone", rate=160, language="en-GB").voice("anna"), "tone 1", -3.0)
BEN = Speaker(VoiceFile(engine="tone", pitch=40).voice("ben"), "tone 1", -2.0)
DARK = Rewrite(3, 7, "dahrk", "pronounce")
DASH = Rewrite(7, 8, ", ", "dashes")
AAC = Encoding("aac", 64_000)


DARKNESS = "So dark—it was."


def line(text: str = DARKNESS, *rewrites: Rewrite, voice: str = "anna", silence: int = 350) -> Line:
    return Line(text, Role.NARRATOR, voice, rewrites=rewrites, silence=silence)


def chapter(*lines: Line, title: str = "One", head: int = 750) -> ChapterScript:
    return ChapterScript(title, Path("a.txt"), lines, head)


def remembered(*chapters: ChapterScript) -> Memory:
    return Memory(chapters, {"anna": ANNA, "ben": BEN}, OutputTable(), {"m4b": AAC}, MASTER)


def compared(memory: Memory, *speakers: Speaker, output: OutputTable | None = None) -> Comparison:
    voices = {speaker.voice.name: speaker for speaker in (*memory.speakers.values(), *speakers)}
    stage = Stage("", SpeechTable(), output or OutputTable(), voices)
    return Comparison(memory, stage, {"m4b": AAC})


def of_line(now: Line, before: Line, *speakers: Speaker) -> list[str]:
    reasons = compared(remembered(chapter(before)), *speakers).of_line(now)
    return [reason.words for reason in reasons]


def of_chapter(now: ChapterScript, *before: ChapterScript, anew: bool = False) -> list[str]:
    return [reason.words for reason in compared(remembered(*before)).of_chapter(now, anew=anew)]


def test_words_that_were_not_there_are_new() -> None:
    assert of_line(line("Another."), line()) == ["new or changed words"]


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ((), (DARK,), "lexicon entry dark is new"),
        ((DARK,), (), "lexicon entry dark removed"),
        ((DARK,), (replace(DARK, spoken="duhk"),), 'lexicon entry dark "dahrk" -> "duhk"'),
        ((), (DASH,), "rule dashes says it otherwise"),
        ((DASH,), (replace(DASH, spoken="; "),), "rule dashes says it otherwise"),
        ((replace(DARK, rule="letters"), DASH), (DARK, DASH), "lexicon entry dark is new"),
    ],
)
def test_what_is_said_otherwise_names_who_says_so(
    before: tuple[Rewrite, ...], now: tuple[Rewrite, ...], words: str
) -> None:
    assert of_line(line(DARKNESS, *now), line(DARKNESS, *before)) == [words]


def test_an_engine_of_another_version_is_named() -> None:
    assert of_line(line(), line(), replace(ANNA, version="tone 2")) == ['engine tone: "tone 1" -> "tone 2"']


def test_a_voice_of_another_engine_says_no_more_than_that() -> None:
    other = Speaker(replace(ANNA.voice, engine="pyttsx3"), "eSpeak 1.52", -3.0)
    assert of_line(line(), line(), other) == ['voice anna: engine "tone" -> "pyttsx3"']


def test_every_setting_that_is_heard_is_told_and_loudness_is_not() -> None:
    voice = replace(ANNA.voice, rate=170, language="en-US", engine_voice="low", volume=1.5)
    assert of_line(line(), line(), replace(ANNA, voice=voice)) == [
        'voice anna: engine voice "" -> "low"',
        "voice anna: rate 160 -> 170",
        'voice anna: language "en-GB" -> "en-US"',
    ]


def test_another_voice_is_told_by_its_name() -> None:
    assert of_line(line(voice="ben"), line()) == ["another voice: anna -> ben"]


def test_a_line_with_two_reasons_has_both() -> None:
    faster = replace(ANNA, voice=replace(ANNA.voice, rate=170))
    found = of_line(line(DARKNESS, DARK), line(), faster)
    assert found == ["voice anna: rate 160 -> 170", "lexicon entry dark is new"]


def test_of_lines_of_the_same_words_the_likest_counts() -> None:
    comparison = compared(remembered(chapter(line(), line(voice="ben"), line("Else."))))
    assert [reason.words for reason in comparison.of_line(line(voice="ben"))] == ["not in the cache any more"]


def test_what_was_as_it_is_now_has_gone_from_the_cache() -> None:
    assert of_line(line(), line(silence=700)) == ["not in the cache any more"]
    assert of_chapter(chapter(line()), chapter(line())) == ["not in the cache any more"]


def test_pauses_are_told() -> None:
    now = chapter(line(silence=400), line("Else.", silence=400), head=1_000)
    before = chapter(line(), line("Else."))
    assert of_chapter(now, before) == ["pause before the first word 750 -> 1000 ms", "pause 350 -> 400 ms"]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["B.", "A.", "C."], "lines in another order"),
        (["A.", "C."], "lines left out"),
        (["A.", "B.", "C.", "A."], "lines from elsewhere in the book, or there twice"),
    ],
)
def test_lines_that_are_known_may_stand_otherwise(texts: list[str], words: str) -> None:
    before = chapter(*map(line, ["A.", "B.", "C."]))
    assert of_chapter(chapter(*map(line, texts)), before) == [words]


def test_a_chapter_is_known_by_its_words_then_by_its_title() -> None:
    before = chapter(line("A."), line("B.")), chapter(line("C."), title="Two"), chapter(line("C."), head=9)
    assert of_chapter(chapter(line("A."), title="New"), *before) == ["lines left out"]
    assert of_chapter(chapter(line("C.", silence=1), title="Two"), *before) == ["pause 350 -> 1 ms"]


def test_lines_spoken_again_are_reason_enough() -> None:
    assert of_chapter(chapter(line("New."), head=9), chapter(line()), anew=True) == ["lines spoken again"]


def test_a_changed_output_concerns_every_chapter() -> None:
    memory = replace(
        remembered(chapter(line())), master="of old", encodings={"m4b": replace(AAC, bitrate=96_000)}
    )
    output = OutputTable(room_tone=False, loudness=-16.5, sample_rate=44100, true_peak=-2.0)
    found = compared(memory, output=output).of_chapter(chapter(line("New.")), anew=True)
    assert [reason.words for reason in found] == [
        "lines spoken again",
        "this version of narrate masters otherwise",
        "loudness -19 -> -16.5",
        "room tone -72 -> false",
        "sample rate 22050 -> 44100",
        "true peak -1 -> -2",
        "format m4b: 96 -> 64 kb/s",
    ]


def test_a_format_is_new_when_nothing_was_encoded_as_it_wants_it() -> None:
    memory = replace(remembered(chapter(line())), encodings={"mp3": Encoding("mp3", 64_000)})
    assert [each.words for each in compared(memory).of_chapter(chapter(line()), anew=False)] == [
        "format m4b is new"
    ]
    memory = replace(memory, encodings={"other": AAC})
    found = compared(memory).of_chapter(chapter(line()), anew=False)
    assert [each.kind for each in found] == ["gone"]
