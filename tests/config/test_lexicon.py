from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.lexicon import entries_of, lexicon, read_lexicon
from narrate.config.lexicon_toml import toml
from narrate.config.load import load_config, override
from narrate.config.schema import Config
from narrate.errors import BadConfig
from narrate.model.lexicon import Entry


def lexicon_of(tmp_path: Path, text: str) -> tuple[Entry, ...]:
    path = tmp_path / "a.lexicon.toml"
    path.write_text(text, encoding="utf-8")
    return read_lexicon(path)


def test_an_entry_is_a_respelling_sounds_or_a_table(tmp_path: Path) -> None:
    text = """
    Ann = " Anne "
    Siobhan = "/ʃɪˈvɔːn/"
    Ivo = { say = "Eevo", ipa = "/ˈiːvəʊ/", language = "en", expect = "ˈiːvəʊ", after = "old" }
    """
    assert lexicon_of(tmp_path, text) == (
        Entry("Ann", "Anne"),
        Entry("Siobhan", ipa="ʃɪˈvɔːn"),
        Entry("Ivo", "Eevo", "ˈiːvəʊ", "en", expect="ˈiːvəʊ", after=("old",)),
    )


def test_a_word_with_several_entries_tries_those_with_conditions_first(tmp_path: Path) -> None:
    text = 'lead = ["leed", { say = "led", before = ["pipe", "lead  pipe"] }]'
    assert lexicon_of(tmp_path, text) == (
        Entry("lead", "led", before=("pipe", "lead pipe")),
        Entry("lead", "leed"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann = 3", "Ann: 3 is not a respelling in quotes"),
        ('Ann = { say = "" }', 'Ann: say = "" is not text in quotes'),
        ('Ann = { sya = "A", ipa = "a" }', 'Ann: "sya" is no key of an entry; did you mean "say"?'),
        ('Ann = { voice = "june" }', "does not tell how it is said; give it say or ipa"),
        ('Ann = "/k3t/"', 'Ann: ipa = "/k3t/" holds "3", which the IPA does not know'),
        ('Ann = { ipa = "S{" }', 'holds "S{", which the IPA does not know'),
        ('Ann = { say = "A", expect = "7" }', 'expect = "7" holds "7"'),
        ('Ann = { say = "A", before = [] }', 'before = [] is not a list of words such as ["will", "to"]'),
        ('Ann = { say = "A", after = [1] }', "after = [1] is not a list of words"),
        ('Ann = { say = "A", language = "English!" }', 'language = "English!" is not a language'),
        ("Ann = []", "Ann: [] is not a respelling in quotes"),
    ],
)
def test_what_is_wrong_is_named_with_its_word_and_file(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadConfig) as refusal:
        lexicon_of(tmp_path, text)
    assert said in str(refusal.value)
    assert str(refusal.value).startswith(str(tmp_path / "a.lexicon.toml"))


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadConfig) as refusal:
        lexicon_of(tmp_path, 'Ann = 3\nBob = "/7/"\nCid = "Sid"')
    assert len(str(refusal.value).splitlines()) == 2


def test_a_voice_that_nobody_has_is_refused_in_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "narrate.toml"
    path.write_text('[pronounce]\nAnn = { say = "Anne", voice = "eleanr" }\n')
    with pytest.raises(BadConfig, match='did you mean "eleanor"'):
        load_config(path)


def test_sources_come_in_order_of_strength(tmp_path: Path) -> None:
    (tmp_path / "narrate.toml").write_text('[book]\nlexicons = ["z.toml"]\n[pronounce]\nA = "1"\n')
    (tmp_path / "z.toml").write_text('A = "2"\n')
    (tmp_path / "b.lexicon.toml").write_text('A = "4"\n')
    (tmp_path / "a.lexicon.toml").write_text('A = "3"\n')
    (tmp_path / ".hidden.lexicon.toml").write_text('A = "5"\n')
    config = load_config(tmp_path / "narrate.toml", tmp_path)
    assert [entry.say for entry in lexicon(config)] == ["1", "2", "3", "4"]
    assert lexicon(override(config, {"-o": ("output.folder", "out")})) == lexicon(config)


def test_lexicons_beside_stories_need_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "a.lexicon.toml").write_text('A = "1"\n')
    assert [entry.say for entry in lexicon(load_config(None, tmp_path))] == ["1"]


def test_a_lexicon_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "narrate.toml").write_text('[book]\nlexicons = ["none.pls"]\n')
    with pytest.raises(BadConfig, match=r"\[book\] lexicons: there is no file"):
        load_config(tmp_path / "narrate.toml")


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/")).filter(
    lambda text: text == " ".join(text.split()) != ""
)
WORDS = st.lists(TEXTS, max_size=2).map(tuple)
ENTRIES = st.builds(
    Entry,
    TEXTS,
    TEXTS,
    st.sampled_from(["", "ˈəu"]),
    st.sampled_from(["", "en-GB"]),
    st.just(""),
    WORDS,
    WORDS,
)


@given(st.lists(ENTRIES, unique_by=lambda entry: entry.printed))
def test_what_is_exported_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    path = tmp_path_factory.mktemp("toml") / "a.lexicon.toml"
    path.write_text(toml(entries), encoding="utf-8")
    assert read_lexicon(path) == tuple(entries)


def test_the_entries_of_a_configuration_stay_what_they_are_when_it_is_checked_again() -> None:
    config = Config.model_validate({"pronounce": {"lead": ["leed", {"say": "led", "before": ["pipe"]}]}})
    assert entries_of(Config.model_validate(config.model_dump()).pronounce) == entries_of(config.pronounce)
