from collections.abc import Iterator

import pytest

from narrate.config.schema import ChapterTable, Config, VoiceFile
from narrate.config.spots import Location, Model, is_table, spot, table_of, wanted


def keys(model: Model, above: Location = ()) -> Iterator[Location]:
    """List the location of every key that a listener may write."""
    for name, field in model.model_fields.items():
        table = table_of(field)
        if table:
            yield from keys(table, (*above, name))
        elif not is_table(field):
            yield (*above, name)


def wanted_at(model: Model, location: Location) -> str:
    found = spot(model, location)
    assert found.field
    return wanted(found.field, found.inside)


@pytest.mark.parametrize(
    ("model", "location"),
    [*((Config, key) for key in keys(Config)), *((VoiceFile, key) for key in keys(VoiceFile))],
)
def test_every_key_of_the_schema_has_words_for_what_is_wanted(model: Model, location: Location) -> None:
    assert wanted_at(model, location)


def test_limits_are_read_from_the_schema() -> None:
    assert wanted_at(Config, ("pauses", "head")) == "a whole number of milliseconds from 0 to 60000"
    assert wanted_at(Config, ("speech", "timeout")) == "a number of seconds above 0 and up to 3600"


def test_an_entry_of_a_list_is_wanted_differently_from_the_list() -> None:
    assert wanted_at(Config, ("output", "formats")) == 'a list of formats such as ["m4b", "mp3"]'
    assert wanted_at(Config, ("output", "formats", 1)) == "the name of a format in quotes"


def test_a_key_of_a_dictionary_is_wanted_differently_from_its_value() -> None:
    assert wanted_at(Config, ("pronounce", "", "[key]")) == "a word or phrase"
    assert wanted_at(Config, ("pronounce", "x")) == "a respelling in quotes"


def test_what_only_pydantic_knows_of_a_place_is_passed_over() -> None:
    location = ("output", "room_tone", "constrained-float")
    assert wanted_at(Config, location) == "false or a level in dBFS from -90 to -50"


def test_an_entry_of_a_repeated_table_leads_into_the_table() -> None:
    found = spot(Config, ("chapter", 3, "skip"))
    assert found.field is ChapterTable.model_fields["skip"]
