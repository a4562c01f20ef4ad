import json
import os
import pickle
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate.config.load import find_config, load_config, override
from narrate.config.schema import Config
from narrate.errors import BadConfig

SEEDS = Path(__file__).parents[2] / "seeds"
BROKEN = Path(__file__).parents[1] / "data" / "config" / "everything_wrong.toml"


@pytest.fixture(autouse=True)
def no_voices_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nothing here"))


def written(folder: Path, text: str) -> Path:
    path = folder / "narrate.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> list[str]:
    """Return what is said of a configuration, without the file's name."""
    path = written(folder, text)
    with pytest.raises(BadConfig) as refused:
        load_config(path)
    return [line.removeprefix(f"{path}: ") for line in str(refused.value).splitlines()]


# --- finding ------------------------------------------------------------------------------------


def test_a_folder_of_stories_has_its_configuration_inside() -> None:
    assert find_config(SEEDS) == SEEDS / "narrate.toml"


def test_a_single_story_has_its_configuration_beside_it() -> None:
    assert find_config(SEEDS / "000_b6b4d7824c728f83.txt") == SEEDS / "narrate.toml"


def test_a_story_need_not_have_a_configuration(tmp_path: Path) -> None:
    assert find_config(tmp_path) is None
    assert find_config(tmp_path / "no such folder" / "story.txt") is None


def test_a_path_that_no_system_takes_has_no_configuration() -> None:
    assert find_config(Path("x" * 5_000)) is None
    assert find_config(Path("a\0b")) is None


def test_a_broken_link_is_told_rather_than_passed_over(tmp_path: Path) -> None:
    (tmp_path / "narrate.toml").symlink_to(tmp_path / "gone.toml")
    found = find_config(tmp_path)
    with pytest.raises(BadConfig, match="there is no such file"):
        load_config(found)


# --- what is good -------------------------------------------------------------------------------


def test_without_a_file_the_defaults_hold() -> None:
    assert load_config(None) == Config()


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, "")) == Config()


def test_the_seeds_make_a_good_book() -> None:
    config = load_config(SEEDS / "narrate.toml")
    assert config.book.title == "Two Portraits"
    assert [(SEEDS / chapter.file).is_file() for chapter in config.chapter] == [True, True]


def test_what_is_written_stands_on_top_of_the_defaults(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, '[pauses]\nscene = 2500\n[voices]\nnarrator = "arthur"\n'))
    assert config.pauses == Config().pauses.model_copy(update={"scene": 2500})
    assert config.voices.narrator == "arthur"
    assert config.output == Config().output


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "narrate.toml"
    path.write_bytes('\ufeff[book]\r\ntitle = "Zoë"\r\n'.encode())
    assert load_config(path).book.title == "Zoë"


@pytest.mark.parametrize(
    ("line", "date"),
    [("2024", "2024"), ("2024-05-31", "2024-05-31"), ('"2024-05"', "2024-05"), ('""', "")],
)
def test_a_date_may_be_toml_s_own_a_bare_year_or_text(tmp_path: Path, line: str, date: str) -> None:
    assert load_config(written(tmp_path, f"[book]\ndate = {line}")).book.date == date


@pytest.mark.parametrize(("line", "part"), [("2", "2"), ("2.5", "2.5"), ('"3"', "3")])
def test_a_place_in_a_series_may_be_a_number(tmp_path: Path, line: str, part: str) -> None:
    assert load_config(written(tmp_path, f"[book]\npart = {line}")).book.part == part


def test_a_whole_number_will_do_for_a_loudness(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, "[output]\nloudness = -16")).output.loudness == -16.0


def test_a_cover_lies_beside_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = tmp_path / "story"
    story.mkdir()
    (story / "cover.jpg").touch()
    written(story, '[book]\ncover = "cover.jpg"')
    monkeypatch.chdir(tmp_path)
    assert load_config(Path("story/narrate.toml")).book.cover == story / "cover.jpg"


def test_the_output_folder_starts_where_the_command_is_given(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, '[output]\nfolder = "out"')).output.folder == Path("out")


def test_a_path_may_start_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert load_config(written(tmp_path, '[output]\nfolder = "~/Books"')).output.folder == tmp_path / "Books"


def test_a_book_may_bring_its_own_voices(tmp_path: Path) -> None:
    (tmp_path / "cast").mkdir()
    (tmp_path / "cast" / "hamlet.toml").write_text('engine = "tone"', encoding="utf-8")
    config = load_config(written(tmp_path, '[voices]\nnarrator = "hamlet"\nfolder = "cast"'))
    assert config.voices.folder == tmp_path / "cast"
    assert config.voices.narrator == "hamlet"


def test_a_format_named_twice_is_made_once(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, '[output]\nformats = ["mp3", "m4b", "mp3"]'))
    assert config.output.formats == ("mp3", "m4b")


def test_chapters_of_one_file_may_each_have_a_table(tmp_path: Path) -> None:
    text = '[[chapter]]\nfile = "a.md"\n[[chapter]]\nfile = "a.md"\nnumber = 2\nskip = true\n'
    assert [chapter.number for chapter in load_config(written(tmp_path, text)).chapter] == [None, 2]


# --- what is wrong ------------------------------------------------------------------------------


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(BadConfig) as refused:
        load_config(BROKEN)
    said = str(refused.value).replace(f"{BROKEN}: ", "").replace(f"{BROKEN.parent}{os.sep}", "")
    expected = BROKEN.with_suffix(".txt").read_text(encoding="utf-8")
    assert said.splitlines() == expected.splitlines()


def test_the_file_is_named_as_the_listener_named_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "[pauses]\nsentense = 1")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(
        BadConfig, match=r'^narrate\.toml: \[pauses\] sentense: unknown key; did you mean "sent'
    ):
        load_config(Path("narrate.toml"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = "X"', "title: unknown key here; it belongs under [book] or [[chapter]]"),
        ('[voice]\nnarrator = "x"', "[voice]: unknown table; did you mean [voices]?"),
        ('[[chapters]]\nfile = "x"', "[[chapters]]: unknown table; did you mean [[chapter]]?"),
        ('[chapter]\nfile = "a.txt"', "[chapter]: write [[chapter]] with two pairs of brackets"),
        ('[[book]]\ntitle = "a"', "[[book]]: write [book] with one pair of brackets"),
        (
            "voices = 3",
            "[voices]: 3 is not a table; write [voices] on a line of its own and its keys below it",
        ),
        (
            "chapter = [3]",
            "[[chapter]] 1: 3 is not a table; write [[chapter]] on a line of its own and its keys below it",
        ),
        (
            "[pronounce]\nDr.W = 'x'",
            '[pronounce] Dr: {W = "x"} is not a respelling in quotes; a name with a dot in it goes in quotes',
        ),
        ('[pronounce]\n"St. John" = " "', '[pronounce] "St. John": " " is not a respelling in quotes'),
        (
            '[output]\nformats = "mp3"',
            '[output] formats: "mp3" is not a list of formats such as ["m4b", "mp3"]',
        ),
        ("[output]\nformats = []", "[output] formats: the list is empty"),
        ('[output]\nformats = ["m4v"]', '[output] formats: there is no format "m4v"; did you mean "m4b"?'),
        ("[output]\nroom_tone = 3", "[output] room_tone: 3 is not false or a level in dBFS from -90 to -50"),
        (
            "[output]\nbitrate = 9000",
            "[output] bitrate: 9000 is not a whole number of kilobits a second from 16 to 320",
        ),
        ("[output]\nloudness = nan", "[output] loudness: nan is not a loudness in LUFS from -40 to -9"),
        (
            "[speech]\ntimeout = inf",
            "[speech] timeout: inf is not a number of seconds above 0 and up to 3600",
        ),
        ('[book]\nannounce = "yes"', '[book] announce: "yes" is not true or false'),
        ("[book]\ntitle = 1984", "[book] title: 1984 is not text in quotes"),
        ("[book]\ndate = '2024-02-30'", '[book] date: "2024-02-30" is not in the calendar'),
        (
            "[book]\nlanguage = 'english!'",
            '[book] language: "english!" is not a language such as "en" or "en-GB"',
        ),
        ('[book]\ntitle = "a\\u0000b"', '[book] title: "a\\u0000b" holds a character that cannot be stored'),
        ("[book]\neach = 'chapter'", '[book] each: "chapter" is not "folder" or "file"'),
        ("[book]\ncover = ''", '[book] cover: "" is not a path'),
    ],
)
def test_each_mistake_has_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    assert problems(tmp_path, text) == [said]


def test_a_missing_cover_is_named_with_the_nearest_file(tmp_path: Path) -> None:
    (tmp_path / "Cover.jpeg").touch()
    [said] = problems(tmp_path, '[book]\ncover = "cover.jpg"')
    where = json.dumps(str(tmp_path / "cover.jpg"))
    assert said == f'[book] cover: there is no file {where}; did you mean "Cover.jpeg"?'


def test_backslashes_that_became_tabs_are_recognised(tmp_path: Path) -> None:
    [said] = problems(tmp_path, '[book]\ncover = "art\\temp\\new.jpg"')
    assert said.endswith("; write each backslash twice, or put the path in 'single quotes'")


def test_two_tables_for_one_chapter_are_told(tmp_path: Path) -> None:
    text = '[[chapter]]\nfile = "a.txt"\n[[chapter]]\nfile = "a.txt"\ntitle = "A"\n'
    assert problems(tmp_path, text) == [
        '[[chapter]] 2 (file "a.txt"): speaks of the same chapter as [[chapter]] 1'
    ]


def test_a_voice_that_is_not_there_has_a_nearest_name(tmp_path: Path) -> None:
    assert problems(tmp_path, '[voices]\nnarrator = "Elenor"') == [
        '[voices] narrator: there is no voice "Elenor"; did you mean "eleanor"?'
    ]


def test_a_broken_voice_file_is_told_once_and_not_as_a_missing_voice(tmp_path: Path) -> None:
    (tmp_path / "cast").mkdir()
    hamlet = tmp_path / "cast" / "hamlet.toml"
    hamlet.write_text("rate = 9", encoding="utf-8")
    said = problems(tmp_path, '[voices]\nnarrator = "hamlet"\nfolder = "cast"\n[pauses]\nhead = -1')
    assert said == [
        f"{hamlet}: rate: 9 is not a whole number of words a minute from 80 to 449",
        "[pauses] head: -1 is not a whole number of milliseconds from 0 to 60000",
    ]


def test_a_folder_of_voices_that_is_not_there_is_told(tmp_path: Path) -> None:
    [said] = problems(tmp_path, '[voices]\nfolder = "cast"')
    assert said.startswith("[voices] folder: there is no folder ")


def test_a_bad_configuration_survives_the_way_between_processes() -> None:
    with pytest.raises(BadConfig) as refused:
        load_config(BROKEN)
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)  # noqa: S301 - our own bytes


# --- the command line ---------------------------------------------------------------------------


def test_options_win_over_the_file(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, '[voices]\nnarrator = "june"\n[output]\nformats = ["m4b"]'))
    wished = override(
        config,
        {
            "--format": ("output.formats", ["mp3"]),
            "--voice": ("voices.narrator", "arthur"),
            "--output": ("output.folder", "elsewhere"),
            "--title": ("book.title", None),
        },
    )
    assert wished.output.formats == ("mp3",)
    assert wished.voices.narrator == "arthur"
    assert wished.output.folder == Path("elsewhere")
    assert wished.book == config.book


def test_without_options_the_configuration_stays_as_it_is() -> None:
    config = load_config(SEEDS / "narrate.toml")
    assert override(config, {}) == config


def test_what_nobody_wished_stays_unsaid() -> None:
    wished = override(Config(), {"--title": ("book.title", "X")})
    assert wished.model_fields_set == {"book"}
    assert wished.book.model_fields_set == {"title"}


def test_wrong_options_are_all_told_under_their_own_names() -> None:
    with pytest.raises(BadConfig) as refused:
        override(
            Config(),
            {"--format": ("output.formats", ["mp5"]), "--voice": ("voices.narrator", "elenor")},
        )
    assert str(refused.value).splitlines() == [
        '--voice: there is no voice "elenor"; did you mean "eleanor"?',
        '--format: there is no format "mp5"; did you mean "mp3"?',
    ]


def test_an_option_with_undecodable_bytes_is_a_sentence() -> None:
    with pytest.raises(BadConfig, match=r"^--title: "):
        override(Config(), {"--title": ("book.title", "\udcff")})


def test_a_cover_option_starts_at_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "c.png").touch()
    monkeypatch.chdir(tmp_path)
    assert override(Config(), {"--cover": ("book.cover", "c.png")}).book.cover == tmp_path / "c.png"


# --- whatever may come --------------------------------------------------------------------------

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SCALAR = st.one_of(
    TEXT,
    st.booleans(),
    st.integers(),
    st.integers(min_value=2**64, max_value=2**70),
    st.floats(),
    st.dates(),
    st.times(),
    st.datetimes(timezones=st.just(UTC)),
)
TABLES = list(Config.model_fields)
KEYS = st.one_of(
    TEXT,
    st.sampled_from(TABLES),
    st.sampled_from(
        ["title", "file", "narrator", "folder", "formats", "date", "cover", "room_tone", "number"]
    ),
)
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
PLAUSIBLE = st.dictionaries(
    st.sampled_from(TABLES), st.dictionaries(KEYS, VALUE, max_size=4) | VALUE, max_size=4
)


def toml(value: object) -> str:
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
        case bool():
            return str(value).lower()
        case date() | time() | datetime():
            return value.isoformat()
        case Mapping():
            return "{" + ", ".join(f"{toml(str(key))} = {toml(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case _:
            return str(value)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=PLAUSIBLE | st.dictionaries(KEYS, VALUE, max_size=4))
def test_any_toml_is_a_configuration_or_a_list_of_plain_sentences(
    tmp_path: Path, data: Mapping[str, object]
) -> None:
    path = written(tmp_path, "\n".join(f"{toml(key)} = {toml(value)}" for key, value in data.items()))
    try:
        config = load_config(path)
    except BadConfig as bad:
        lines = str(bad).splitlines()
        assert all(line.startswith(f"{path}: ") for line in lines)
        assert not [
            line for line in lines if "Input should" in line or "[type=" in line or "pydantic" in line
        ]
    else:
        assert isinstance(config, Config)
