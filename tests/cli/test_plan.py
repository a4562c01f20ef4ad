import json
from dataclasses import replace
from pathlib import Path

import pytest

from command import Narrate
from read.awkward import AWKWARD

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"


def test_the_plan_of_the_seeds_is_as_agreed(narrate: Narrate) -> None:
    """A change of a rule shows here as a difference that a reader can judge."""
    done = narrate("plan", ROOT / "seeds")
    assert done.stdout == (GOLDEN / "seeds.txt").read_text(), done.stderr


@pytest.mark.parametrize("seed", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_the_plan_of_a_seed_without_configuration_is_as_agreed(
    narrate: Narrate, tmp_path: Path, seed: Path
) -> None:
    (tmp_path / seed.name).write_bytes(seed.read_bytes())
    done = narrate("plan", seed.name)
    assert done.stdout == (GOLDEN / seed.name).read_text(), done.stderr


def test_json_tells_programs_all_that_the_plan_shows(narrate: Narrate, stories: Path) -> None:
    (book,) = json.loads(narrate("plan", stories, "--json").stdout)
    assert book["metadata"]["title"] == "Wells"
    assert [chapter["title"] for chapter in book["chapters"]] == ["The Well", "The Old Bucket"]
    spoken = [line["spoken"] for line in book["chapters"][0]["lines"]]
    assert spoken == ["The Well", "It was dark.", "“Who is there?” asked the boy.", "Nobody answered."]
    assert book["words"] == sum(chapter["words"] for chapter in book["chapters"])
    assert book["seconds"] > 0
    text = (stories / "2 The Well.txt").read_text()
    line = book["chapters"][0]["lines"][1]
    assert text[line["start"] : line["end"]] == line["text"]
    entries = book["ledger"][0]["entries"]
    assert (entries[0]["start"], entries[-1]["end"]) == (0, len(text))


def test_who_translated_a_book_is_credited(narrate: Narrate, tmp_path: Path) -> None:
    (tmp_path / "gold.md").write_text("---\nauthor: Ann Reed\ntranslator: Di Turner\n---\nIt shone.")
    credited = "by Ann Reed, translated by Di Turner, read by Eleanor\n"
    assert credited in narrate("plan", "gold.md").stdout
    (tmp_path / "narrate.toml").write_text('[book]\ntranslator = "Tom Roe"\n')
    assert "translated by Tom Roe, read" in narrate("plan", "gold.md").stdout


def test_the_account_covers_every_character(narrate: Narrate, stories: Path) -> None:
    characters = sum(len(path.read_text()) for path in stories.glob("[0-9]*"))
    assert f"\n{characters:,} characters in the text\n" in narrate("plan", stories).stdout


def test_a_plan_makes_no_sound_and_no_file(narrate: Narrate, stories: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert narrate("plan", stories, NARRATE_FFMPEG="/no/such/ffmpeg").returncode == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_texts_that_are_in_no_book_are_named(narrate: Narrate, stories: Path) -> None:
    for name in ("part 2/a.txt", "pictures/a.png", "b.rtf", "c.jpg", ".hidden/d.txt"):
        (stories / name).parent.mkdir(exist_ok=True)
        (stories / name).write_text("A word.")
    done = narrate("plan", stories)
    assert done.returncode == 0
    assert "not read: b.rtf, part 2/ (read are the files in" in done.stderr
    assert "pictures" not in done.stderr


def test_the_plan_of_an_awkward_epub_is_as_agreed(narrate: Narrate, tmp_path: Path) -> None:
    """Part pages, notes, page numbers, tag soup, a lost page: what is heard of it, and what is not."""
    AWKWARD.write(tmp_path / "keeper.epub")
    done = narrate("plan", "keeper.epub")
    assert done.stdout == (GOLDEN / "keeper.txt").read_text(), done.stderr


def test_json_leaves_the_picture_of_a_cover_out(narrate: Narrate, tmp_path: Path) -> None:
    art = {"OEBPS/art.png": b"a picture"}
    item = '<item id="art" href="art.png" media-type="image/png" properties="cover-image"/>'
    replace(AWKWARD, items=item, parts=art).write(tmp_path / "keeper.epub")
    (book,) = json.loads(narrate("plan", "keeper.epub", "--json").stdout)
    assert book["metadata"]["isbn"] == "9783161484100"
    assert "picture" not in book["metadata"]


def test_directions_are_shown(narrate: Narrate, tmp_path: Path) -> None:
    (tmp_path / "narrate.toml").write_text("[read]\ndirections = true\n")
    story = tmp_path / "story.txt"
    story.write_text('I <emphasis>never</emphasis> <break time="2s"/> <voice name="walter">said</voice> so.')
    shown = narrate("plan", story).stdout
    assert "I never  [2000]\n                 ! never (moderate)\n" in shown
    assert "     walter      said  [150]\n" in shown
    assert "left out: direction" in shown
    (book,) = json.loads(narrate("plan", story, "--json").stdout)
    lines = [line for line in book["chapters"][0]["lines"] if line["text"] == "I never"]
    assert [line["emphases"] for line in lines] == [[{"start": 2, "end": 7, "level": "moderate"}]]


def test_a_direction_that_cannot_be_followed_is_told_in_one_sentence(
    narrate: Narrate, tmp_path: Path
) -> None:
    (tmp_path / "narrate.toml").write_text("[read]\ndirections = true\n")
    story = tmp_path / "story.txt"
    story.write_text("One.\n\nTwo <break time='3 sec'/> came.")
    done = narrate("plan", story)
    assert done.returncode == 2
    sentence = 'line 3: <break time=\'3 sec\'/> has a time that is none; write "500ms" or "1.5s".'
    assert sentence in " ".join(done.stderr.split())


def test_a_narrator_who_speaks_another_language_is_told_of(narrate: Narrate, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Es war einmal.")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/hans.toml").write_text('language = "de"\n')
    for language, narrator, foreign in (
        ("de", "eleanor", True),
        ("de-AT", "hans", False),
        ("en", "june", False),
    ):
        (tmp_path / "narrate.toml").write_text(
            f'[book]\nlanguage = "{language}"\n[voices]\nfolder = "own"\nnarrator = "{narrator}"\n'
        )
        done = narrate("plan", "a.txt")
        assert done.returncode == 0, done.stderr
        assert ("A is in 'de', its narrator 'eleanor' speaks 'en-GB'" in done.stderr) is foreign
