import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from command import COMMAND, Narrate

CONFIG = """
[book]
title = "Wells"

[voices]
narrator = "hum"
folder = "voices"

[pronounce]
dark = "dahrk"

[output]
formats = ["m4b"]
"""
VOICE = 'engine = "tone"\nrate = 165\npitch = 40\n'
NOTHING = "Wells: nothing: every line and every chapter is as it was\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a book of two stories once; nobody may change what lies in its folder."""
    folder = tmp_path_factory.mktemp("built")
    stories = folder / "stories"
    written(stories, CONFIG, VOICE)
    (stories / "2 The Well.txt").write_text("It was dark.\n\nWho is there? asked the boy. Nobody answered.\n")
    (stories / "10 The Bucket.txt").write_text("It fell.\n\nIt fell and fell.\n")
    command = [COMMAND, "build", stories, "--output", folder, "--cache", folder / "cache", "--quiet"]
    subprocess.run([*map(str, command)], check=True, timeout=120)
    return folder


def written(folder: Path, config: str, voice: str) -> Path:
    (folder / "voices").mkdir(parents=True)
    (folder / "voices" / "hum.toml").write_text(voice)
    (folder / "narrate.toml").write_text(config)
    return folder / "narrate.toml"


@pytest.fixture
def why(narrate: Narrate, built: Path, tmp_path: Path) -> Callable[[str, str], str]:
    """Ask what would be done again if something in the configuration or the voice were otherwise."""

    def ask(old: str, new: str) -> str:
        config = written(tmp_path, CONFIG.replace(old, new), VOICE.replace(old, new))
        before = snapshot(built)
        done = narrate("why", built / "stories", "--cache", built / "cache", "--config", config)
        assert done.returncode == 0, done.stderr
        assert snapshot(built) == before
        return done.stdout

    return ask


def snapshot(folder: Path) -> list[tuple[Path, int]]:
    return sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))


def test_nothing_is_to_be_done_after_a_build(narrate: Narrate, built: Path) -> None:
    before = snapshot(built)
    done = narrate("why", built / "stories", "--cache", built / "cache")
    assert (done.returncode, done.stdout) == (0, NOTHING), done.stderr
    assert snapshot(built) == before


LEXICON = 'dark = "dahrk"'
SPOKEN = [
    (LEXICON, f'{LEXICON}\nboy = "boi"', "1  lexicon entry boy is new"),
    (LEXICON, 'dark = "duhk"', '1  lexicon entry dark "dahrk" -> "duhk"'),
    (LEXICON, "", "1  lexicon entry dark removed"),
    ('narrator = "hum"', 'narrator = "rehearsal"', "7  another voice: hum -> rehearsal"),
    ("rate = 165", "rate = 170", "7  voice hum: rate 165 -> 170"),
    ("pitch = 40", "pitch = 60", "7  voice hum: pitch 40 -> 60"),
    ("pitch = 40", 'pitch = 40\nengine_voice = "low"', '7  voice hum: engine voice "" -> "low"'),
]


@pytest.mark.parametrize(("old", "new", "reason"), SPOKEN)
def test_a_change_that_is_spoken_is_told_with_its_reason(
    why: Callable[[str, str], str], old: str, new: str, reason: str
) -> None:
    head, told, chapters, again = why(old, new).splitlines()
    assert head == f"Wells: {reason[0]} of 7 lines would be spoken again"
    assert told.strip() == reason
    assert chapters == f"  {1 if reason[0] == '1' else 2} of 2 chapters would be encoded again"
    assert "lines spoken again: 1. The Well" in again


OUTPUT = "[output]"
ENCODED = [
    ("[pronounce]", "[pauses]\nparagraph = 800\n[pronounce]", "2  pause 700 -> 800 ms"),
    ("[pronounce]", "[pauses]\nhead = 900\n[pronounce]", "2  pause before the first word 750 -> 900 ms"),
    (OUTPUT, f"{OUTPUT}\nloudness = -16", "2  loudness -19 -> -16"),
    (OUTPUT, f"{OUTPUT}\ntrue_peak = -3", "2  true peak -1 -> -3"),
    (OUTPUT, f"{OUTPUT}\nroom_tone = false", "2  room tone -72 -> false"),
    (OUTPUT, f"{OUTPUT}\nsample_rate = 24000", "2  sample rate 22050 -> 24000"),
    (OUTPUT, f"{OUTPUT}\nbitrate = 96", "2  format m4b: 64 -> 96 kb/s"),
    ('["m4b"]', '["m4b", "mp3"]', "2  format mp3 is new"),
    ("rate = 165", "rate = 165\nvolume = 1.5", "2  voice hum: volume 1 -> 1.5"),
]


@pytest.mark.parametrize(("old", "new", "reason"), ENCODED)
def test_a_change_that_is_only_encoded_is_told_with_its_reason(
    why: Callable[[str, str], str], old: str, new: str, reason: str
) -> None:
    assert why(old, new).splitlines() == [
        "Wells: none of 7 lines would be spoken again",
        "  2 of 2 chapters would be encoded again",
        f"     {reason}: 1. The Well, 2. The Bucket",
    ]


OTHERS = [
    ("[pronounce]", '[work]\njobs = 1\n[speech]\nattempts = 1\n[pronounce]\ncat = "kat"'),
    ("[book]", '[book]\nauthor = "A. Uthor"'),
    ("pitch = 40", 'pitch = 40\ndescription = "Hums"'),
]


@pytest.mark.parametrize(("old", "new"), OTHERS)
def test_what_makes_no_other_sound_is_no_reason(why: Callable[[str, str], str], old: str, new: str) -> None:
    assert why(old, new) == NOTHING


def test_options_count_as_they_do_in_a_build(narrate: Narrate, built: Path) -> None:
    done = narrate(
        "why", built / "stories", "--cache", built / "cache", "--format", "mp3,m4b", "-v", "rehearsal"
    )
    assert "7  another voice: hum -> rehearsal" in done.stdout
    assert "2  format mp3 is new: 1. The Well, 2. The Bucket" in done.stdout


def test_with_another_cache_the_book_was_never_built(narrate: Narrate, built: Path, tmp_path: Path) -> None:
    done = narrate("why", built / "stories", "--cache", tmp_path / "other")
    assert "Wells: 7 of 7 lines would be spoken again\n     7  never built with this cache\n" in done.stdout
    assert not (tmp_path / "other" / "clips").exists()


def test_what_was_pruned_is_not_in_the_cache_any_more(narrate: Narrate, built: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    shutil.copytree(built / "cache", cache)
    for kind in ("clips", "reels"):
        shutil.rmtree(cache / kind)
    done = narrate("why", built / "stories", "--cache", cache)
    assert "\n     7  not in the cache any more\n" in done.stdout


@pytest.fixture
def changed(narrate: Narrate, stories: Path, cache: Path) -> Path:
    """Build two stories, then change words in one and add an entry to the lexicon for the other."""
    assert narrate("build", stories, "-f", "m4b", "-q", NARRATE_CACHE=str(cache)).returncode == 0
    story, config = stories / "2 The Well.txt", stories / "narrate.toml"
    story.write_text(story.read_text().replace("Nobody", "No one at all"))
    config.write_text(f'{config.read_text()}\n[pronounce]\nfell = "phell"\n')
    return stories


def test_lines_stand_under_their_reasons_the_most_frequent_first(
    narrate: Narrate, changed: Path, cache: Path
) -> None:
    done = narrate("why", changed, "--lines", "-f", "m4b", NARRATE_CACHE=str(cache))
    assert done.stdout.splitlines() == [
        "Wells: 3 of 7 lines would be spoken again",
        "     2  lexicon entry fell is new",
        "          10 The Bucket.md:3  It fell.",
        "          10 The Bucket.md:7  It fell & fell.",
        "     1  new or changed words",
        "          2 The Well.txt:3  No one at all answered.",
        "  2 of 2 chapters would be encoded again",
        "     2  lines spoken again: 1. The Well, 2. The Old Bucket",
    ], done.stderr


def test_programs_get_json(narrate: Narrate, changed: Path, cache: Path) -> None:
    done = narrate("why", changed, "--json", "-f", "m4b", NARRATE_CACHE=str(cache))
    (book,) = json.loads(done.stdout)
    assert (book["title"], book["lines"], book["chapters"]) == ("Wells", 7, 2)
    first, second, _ = book["spoken_again"]
    assert first == {
        "file": os.fspath(changed / "2 The Well.txt"),
        "line": 3,
        "voice": "rehearsal",
        "text": "No one at all answered.",
        "spoken": "No one at all answered.",
        "reasons": [{"kind": "words", "words": "new or changed words"}],
    }
    assert second["spoken"] == "It phell."
    assert second["reasons"] == [{"kind": "lexicon", "words": "lexicon entry fell is new"}]
    assert [(each["number"], each["title"]) for each in book["encoded_again"]] == [
        (1, "The Well"),
        (2, "The Old Bucket"),
    ]
    assert book["encoded_again"][0]["reasons"] == [{"kind": "lines", "words": "lines spoken again"}]


def test_what_cannot_be_read_is_told(narrate: Narrate, tmp_path: Path) -> None:
    done = narrate("why", tmp_path / "nowhere")
    assert done.returncode == 2
    assert "nowhere" in done.stderr
