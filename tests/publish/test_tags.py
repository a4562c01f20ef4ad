from dataclasses import fields, replace

import pytest

from narrate.model.metadata import Metadata
from narrate.publish.tags import TABLE, facts, id3_frames, mp4_atoms
from narrate.testing.formats import BOOK


def test_every_fact_stands_in_the_table_and_the_other_way_round() -> None:
    assert facts(BOOK, "One").keys() == TABLE.keys()


def test_no_two_facts_share_a_tag() -> None:
    for side in (0, 1):
        tags = [tag for places in TABLE.values() for tag in places[side]]
        assert len(tags) == len(set(tags))


def test_every_field_of_the_metadata_reaches_both_formats() -> None:
    texts = {
        field.name
        for field in fields(Metadata)
        if field.name not in {"cover", "picture", "language", "date", "part"}
    }
    book = Metadata(language="de", date="1999-12-31", part="7.5")
    for name in texts:
        book = replace(book, **{name: f"the {name}"})  # type: ignore[arg-type]  # they are all texts
    for tags in (mp4_atoms(facts(book, book.title)), id3_frames(facts(book, book.title))):
        assert {f"the {name}" for name in texts} <= set(tags.values())
        assert "7.5" in tags.values()


def test_what_nobody_told_has_no_tag() -> None:
    assert mp4_atoms(facts(Metadata(language=""), "")) == {"trkn": "1/1", "stik": "2"}


@pytest.mark.parametrize(("part", "movement"), [("2", "2"), ("2.5", None), ("", None), ("II", None)])
def test_only_a_whole_part_is_a_movement(part: str, movement: str | None) -> None:
    assert mp4_atoms(facts(Metadata(part=part), "")).get("©mvi") == movement


@pytest.mark.parametrize(
    ("date", "frames"),
    [("2024-05-31", {"TYER": "2024", "TDAT": "3105"}), ("2024-05", {"TYER": "2024"}), ("", {})],
)
def test_id3_keeps_year_and_day_apart(date: str, frames: dict[str, str]) -> None:
    told = id3_frames(facts(Metadata(date=date), ""))
    assert {name: text for name, text in told.items() if name in {"TYER", "TDAT"}} == frames


def test_text_that_no_tag_can_hold_is_mended() -> None:
    assert mp4_atoms({"author": "A\0nn \udcff"})["©ART"] == "Ann \ufffd"
