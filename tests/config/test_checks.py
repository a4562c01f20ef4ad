from pathlib import Path

import pytest

from narrate.config.checks import as_path, existing_file, existing_folder, in_calendar, known_plugin, storable


@pytest.mark.parametrize("text", ["", "2024", "2024-02", "2024-02-29", "0001"])
def test_the_calendar_has_these(text: str) -> None:
    assert in_calendar(text) == text


@pytest.mark.parametrize("text", ["2023-02-29", "2024-13", "0000", "2024-00"])
def test_the_calendar_has_not_these(text: str) -> None:
    with pytest.raises(ValueError, match="is not in the calendar"):
        in_calendar(text)


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800"])
def test_what_cannot_be_stored_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be stored"):
        storable(text)


@pytest.mark.parametrize("text", ["", "𝄞 é\n\t\\ ; = #", "\u202e"])
def test_any_script_can_be_stored(text: str) -> None:
    assert storable(text) == text


def test_a_home_that_nobody_has_is_a_name_like_any_other() -> None:
    assert as_path("~nobody-of-that-name/x") == Path("~nobody-of-that-name/x")


@pytest.mark.parametrize("name", ["x" * 5_000, "no/such/folder/x", "bad\ud800name"])
def test_a_path_that_leads_nowhere_is_a_sentence_and_no_crash(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="there is no file"):
        existing_file(tmp_path / name)


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(ValueError, match="there is no folder"):
        existing_folder(tmp_path / "x")
    with pytest.raises(ValueError, match="there is no file"):
        existing_file(tmp_path)


def test_a_plug_in_is_known_by_the_name_it_is_installed_under() -> None:
    assert known_plugin("formats")("m4b") == "m4b"
    with pytest.raises(ValueError, match='there is no engine "pyttsx"; did you mean "pyttsx3"'):
        known_plugin("engines")("pyttsx")
