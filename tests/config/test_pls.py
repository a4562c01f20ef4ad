from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.pls import SPACE, fits, pls, read_pls
from narrate.errors import BadLexicon, CannotRead
from narrate.model.lexicon import Entry

HEAD = f'<lexicon version="1.0" xmlns="{SPACE}" alphabet="ipa" xml:lang="en-GB">'
X_SAMPA = HEAD.replace("ipa", "x-sampa")
WORDS = st.text(alphabet="abcxyzÀé <&>'\"-", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
SOUNDS = st.text(alphabet="ˈəaiuktpsʃŋː", min_size=1)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "words.pls"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_graphemes_phonemes_and_aliases_are_read(tmp_path: Path) -> None:
    lexemes = """
      <lexeme><grapheme>Siobhan</grapheme><grapheme>Siobhán</grapheme><phoneme>ʃɪˈvɔːn</phoneme></lexeme>
      <lexeme><grapheme>St. John</grapheme><alias>Sinjin</alias></lexeme>
      <lexeme><grapheme>lead</grapheme><phoneme>liːd</phoneme><phoneme prefer="true">lɛd</phoneme></lexeme>
      <lexeme><grapheme>Mr</grapheme><phoneme>mə</phoneme><alias prefer="true">mister</alias></lexeme>
    """
    assert read_pls(written(tmp_path, f"{HEAD}{lexemes}</lexicon>")) == (
        Entry("Siobhan", ipa="ʃɪˈvɔːn", language="en-GB"),
        Entry("Siobhán", ipa="ʃɪˈvɔːn", language="en-GB"),
        Entry("St. John", "Sinjin", language="en-GB"),
        Entry("lead", ipa="lɛd", language="en-GB"),
        Entry("Mr", "mister", language="en-GB"),
    )


@given(st.lists(st.builds(Entry, WORDS, WORDS, SOUNDS), unique_by=lambda entry: entry.printed))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    path = written(tmp_path_factory.mktemp("pls"), pls(entries, "en"))
    told = {(entry.printed, entry.say, entry.ipa) for entry in entries}
    assert {(entry.printed, entry.say, entry.ipa) for entry in read_pls(path)} == told


def test_conditions_that_pls_has_no_words_for_are_left_out() -> None:
    kept = Entry("Ann", "Anne")
    others = [
        Entry("lead", "led", before=("pipe",)),
        Entry("x", "y", voice="june"),
        Entry("z", "s", language="de"),
    ]
    assert pls([kept, *others], "en") == pls([kept], "en")
    assert [fits(entry, "en") for entry in [kept, *others]] == [True, False, False, False]


def test_of_two_entries_for_a_word_the_stronger_is_written(tmp_path: Path) -> None:
    path = written(tmp_path, pls([Entry("Ann", "Anne"), Entry("Ann", "weaker")], "en"))
    assert [entry.say for entry in read_pls(path)] == ["Anne"]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
BROKEN = {
    "external_entity": (
        f'<!DOCTYPE lexicon [<!ENTITY e SYSTEM "file:///etc/hostname">]>{HEAD}<lexeme>&e;</lexeme></lexicon>',
        "defines entities",
    ),
    "billion_laughs": (
        f'<!DOCTYPE lexicon [<!ENTITY l0 "ha">{LAUGHS}]>{HEAD}<lexeme>&l8;</lexeme></lexicon>',
        "defines entities",
    ),
    "not_xml": ("Siobhan = Shivawn", "is not XML"),
    "cut_short": (f"{HEAD}<lexeme>", "is not XML"),
    "empty": ("", "is not XML"),
    "unknown_encoding": ('<?xml version="1.0" encoding="klingon"?><lexicon/>', "is not XML|encoding"),
    "another_format": ("<html><body/></html>", "outermost element is <html>"),
    "without_namespace": ('<lexicon alphabet="ipa"/>', "not <lexicon> of PLS"),
    "x_sampa": (
        f"{X_SAMPA}<lexeme><grapheme>a</grapheme><phoneme>{{</phoneme></lexeme></lexicon>",
        "alphabet 'x-sampa', not in the IPA",
    ),
    "no_alphabet": (
        f'<lexicon xmlns="{SPACE}"><lexeme><grapheme>a</grapheme><phoneme>a</phoneme></lexeme></lexicon>',
        "alphabet '', not in the IPA",
    ),
    "no_ipa": (
        f"{HEAD}<lexeme><grapheme>a</grapheme><phoneme>S7</phoneme></lexeme></lexicon>",
        "'S7', which the IPA does not know",
    ),
    "no_grapheme": (f"{HEAD}<lexeme><phoneme>a</phoneme></lexeme></lexicon>", "lacks a grapheme"),
    "no_phoneme": (f"{HEAD}<lexeme><grapheme>Ann</grapheme></lexeme></lexicon>", "'Ann' lacks"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_lexicon_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    text, why = BROKEN[name]
    path = written(tmp_path, text)
    with pytest.raises(BadLexicon, match=why) as refusal:
        read_pls(path)
    assert str(refusal.value).startswith(f"{path}: ")
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="No such file"):
        read_pls(tmp_path / "none.pls")
