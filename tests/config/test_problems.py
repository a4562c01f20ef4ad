from pathlib import Path

import pytest
from pydantic import ValidationError

from narrate.config.problems import Problem, place_of, problems_of
from narrate.config.schema import Config, VoiceFile
from narrate.config.spots import Location


@pytest.mark.parametrize(
    ("location", "data", "place"),
    [
        (("pauses", "head"), {"pauses": {"head": "x"}}, "[pauses] head"),
        (("pauses",), {"pauses": 3}, "[pauses]"),
        (("chapter", 1, "title"), {"chapter": [{}, {"file": "b.txt"}]}, '[[chapter]] 2 (file "b.txt") title'),
        (("chapter", 0), {"chapter": [3]}, "[[chapter]] 1"),
        (("chapter",), {"chapter": {}}, "[chapter]"),
        (("pronounce", "St. John"), {"pronounce": {"St. John": 3}}, '[pronounce] "St. John"'),
        (("title",), {"title": "X"}, "title"),
        (("voice",), {"voice": {}}, "[voice]"),
        (("chapters",), {"chapters": [{}]}, "[[chapters]]"),
    ],
)
def test_a_place_is_named_as_it_was_written(location: Location, data: dict[str, object], place: str) -> None:
    assert place_of(Config, location, data) == place


def test_a_problem_is_one_line_of_file_place_and_sentence() -> None:
    assert str(Problem(Path("a.toml"), "[book] title", "no")) == "a.toml: [book] title: no"
    assert str(Problem(Path("a.toml"), "", "no")) == "a.toml: no"
    assert str(Problem(None, "--title", "no")) == "--title: no"


def test_one_mistake_is_told_once_however_often_it_is_found() -> None:
    data = {"output": {"room_tone": "loud"}}
    with pytest.raises(ValidationError) as refused:
        Config.model_validate(data)
    assert len(refused.value.errors()) == 2
    assert len(problems_of(refused.value, Config, data, None)) == 1


def test_a_voice_file_has_keys_without_a_table() -> None:
    data = {"rat": 3, "gender": "woman"}
    with pytest.raises(ValidationError) as refused:
        VoiceFile.model_validate(data)
    assert list(map(str, problems_of(refused.value, VoiceFile, data, Path("v.toml")))) == [
        'v.toml: gender: "woman" is not "female", "male", "neutral" or ""',
        'v.toml: rat: unknown key; did you mean "rate"?',
    ]
