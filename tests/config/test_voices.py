import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from narrate.config.load import load_config
from narrate.config.schema import ChapterTable, Config, VoicesTable
from narrate.config.voices import cast_of, catalogue, own_folder, shipped_folder, voice_with
from narrate.errors import BadConfig


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the listener's configuration folder below a fresh one."""
    monkeypatch.setattr("narrate.config.voices.user_config_path", lambda *_, **__: tmp_path / "home")
    (tmp_path / "home" / "voices").mkdir(parents=True)
    return tmp_path / "home"


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_the_shipped_voices_are_there() -> None:
    assert "eleanor" in catalogue(None)
    assert (shipped_folder() / "eleanor.toml").is_file()


def test_voices_are_listed_by_name() -> None:
    assert list(catalogue(None)) == sorted(catalogue(None))


def test_ones_own_voice_wins_over_a_shipped_one_and_a_book_s_over_both(tmp_path: Path) -> None:
    write(own_folder(), "eleanor", "rate = 200")
    assert catalogue(None)["eleanor"].rate == 200
    write(tmp_path / "cast", "eleanor", "rate = 210")
    assert catalogue(tmp_path / "cast")["eleanor"].rate == 210


def test_a_voice_is_called_as_its_file(tmp_path: Path) -> None:
    write(tmp_path, "Old Tom", 'engine = "tone"\npitch = 10')
    voice = catalogue(tmp_path)["Old Tom"]
    assert (voice.name, voice.engine, voice.pitch, voice.rate) == ("Old Tom", "tone", 10, 170)


def test_a_name_with_accents_is_found_however_the_system_spells_it(tmp_path: Path) -> None:
    write(tmp_path / "cast", unicodedata.normalize("NFD", "zoë"), "")
    (tmp_path / "narrate.toml").write_text('[voices]\nnarrator = "zoë"\nfolder = "cast"', encoding="utf-8")
    config = load_config(tmp_path / "narrate.toml")
    assert list(cast_of(config, catalogue(config.voices.folder))) == [unicodedata.normalize("NFC", "zoë")]


def test_hidden_files_and_other_files_are_no_voices(tmp_path: Path) -> None:
    write(tmp_path, "._eleanor", "\0\0 what a Mac leaves behind")
    (tmp_path / "README.md").touch()
    assert catalogue(tmp_path) == catalogue(None)


def test_everything_wrong_in_any_voice_file_is_told_at_once(tmp_path: Path) -> None:
    write(own_folder(), "a", 'rate = "fast"\nvoice = "x"')
    write(tmp_path, "b", "engine = pyttsx3")
    write(tmp_path, "c", 'engine = "pytsx3"')
    with pytest.raises(BadConfig) as refused:
        catalogue(tmp_path)
    assert str(refused.value).splitlines() == [
        f'{own_folder() / "a.toml"}: rate: "fast" is not a whole number of words a minute from 80 to 449',
        f'{own_folder() / "a.toml"}: voice: unknown key; did you mean "engine_voice"?',
        f"{tmp_path / 'b.toml'}: line 1, column 10: invalid value; text goes in quotes",
        f'{tmp_path / "c.toml"}: engine: there is no engine "pytsx3"; did you mean "pyttsx3"?',
    ]


def test_the_cast_is_the_voices_that_a_book_uses_with_the_narrator_first() -> None:
    config = Config(
        voices=VoicesTable(narrator="june", dialogue="arthur"),
        chapter=(ChapterTable(file="a.txt", voice="duncan"), ChapterTable(file="b.txt", voice="june")),
    )
    assert list(cast_of(config, catalogue(None))) == ["june", "arthur", "duncan"]


def test_a_book_without_wishes_is_cast_with_the_default_narrator() -> None:
    assert list(cast_of(Config(), catalogue(None))) == ["eleanor"]


def test_a_voice_can_be_tried_at_another_rate() -> None:
    eleanor = catalogue(None)["eleanor"]
    assert voice_with(eleanor, {"--rate": ("rate", 200)}) == replace(eleanor, rate=200)
    assert voice_with(eleanor, {"--rate": ("rate", None)}) == eleanor


def test_everything_wrong_with_what_is_tried_is_told_by_the_names_of_the_options() -> None:
    wishes = {"--rate": ("rate", 79), "--pitch": ("pitch", 101), "--volume": ("volume", 1.0)}
    with pytest.raises(BadConfig) as refused:
        voice_with(catalogue(None)["eleanor"], wishes)
    assert str(refused.value).splitlines() == [
        "--rate: 79 is not a whole number of words a minute from 80 to 449",
        "--pitch: 101 is not a whole number from 0 to 100",
    ]
