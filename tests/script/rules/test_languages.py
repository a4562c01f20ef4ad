from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from narrate.model.lexicon import Entry
from narrate.model.script import Line, Role
from narrate.model.words import speakable
from narrate.script.rules import RULES, of_language, rewrite, rules
from narrate.script.words import SPEECH_VERBS, STARTERS

LANGUAGES = ("en", "en-US", "en-GB", "de", "fr", "es")

PLAIN = sorted((SPEECH_VERBS | STARTERS) - {"a", "i"})
"""Words of a dictionary, among them `it`, `in`, `no`, `mine` and `come`."""

FRAGMENTS = (
    *("Mr. ", "Dr. ", "St. ", "No. ", "Henry ", "Chapter ", "XIV", "I", "V", "IX.", "£", "$", "s. ", "d. "),
    *("1", "12", "1914", "1,000", "½", "3/4", "0", "000", " ", " ", "-", "–", "—", ".", ",", ":", "/", "%"),
    *("°C", " ft. ", " in.", " p.m.", "July ", "May ", "B.C.", "A.D.", "U.S.", "&", "#", "@", "a", "it", "K"),
    *(
        "www.",
        ".com",
        "'",
        "”",
        "(",
        ")",
        "\n",
        "th",
        "nd",
        "0s",
        "€",
        "×",
        "=",
        "+",
        "FBI",
        "etc.",
        "٣",
        "é",
    ),
)
"""What the rules look for, to be put together in any way."""


def spoken(text: str, language: str = "en") -> str:
    found = rewrite(text, rules((), language))
    return Line(text, Role.NARRATOR, "nell", rewrites=found).spoken


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    words=st.lists(st.sampled_from(PLAIN), min_size=1),
    capital=st.booleans(),
    mark=st.sampled_from([" ", ", ", "; ", "! ", " - ", ". ", "? "]),
)
def test_plain_words_are_left_alone(language: str, words: list[str], mark: str, *, capital: bool) -> None:
    text = mark.join(word.capitalize() if capital else word for word in words)
    assert rewrite(f"“{text},” he said. I know {text}.", rules((), language)) == ()


@pytest.mark.parametrize("heading", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
@given(parts=st.lists(st.sampled_from(FRAGMENTS), max_size=12))
def test_rewrites_stand_in_order_and_silence_no_word(
    language: str, parts: list[str], *, heading: bool
) -> None:
    text = "".join(parts)
    found = rewrite(text, rules((), language, heading=heading))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))
    assert all(
        speakable(one.spoken) or not speakable(text[one.start : one.end])
        for rule in rules((), language, heading=heading)
        for one in rule(text)
    )
    assert found == rewrite(text, rules((), language, heading=heading))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text())
@example(text="1" + 27 * "0")  # more than Spanish has a word for
def test_no_text_is_too_strange(language: str, text: str) -> None:
    for found in rewrite(text, rules((), language)):
        assert speakable(found.spoken) or not speakable(text[found.start : found.end])


@given(st.integers(0, 10**24), st.sampled_from(["en-GB", "en-US"]))
def test_no_digit_of_a_whole_number_is_left(number: int, language: str) -> None:
    assert not any(map(str.isdigit, spoken(f"He had {number:,} or {number} of them.", language)))


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=6))
def test_a_sentence_keeps_its_end(parts: list[str]) -> None:
    text = "So " + "".join(parts) + " went home."
    assert spoken(text).endswith(" went home.")


@pytest.mark.parametrize("last", ["etc.", "St.", "U.S.A.", "p.m.", "Jr.", "ft.", "B.C.", "XIV.", "Co.", "d."])
def test_an_abbreviation_at_the_end_keeps_the_full_stop(last: str) -> None:
    assert spoken(f"They came by Roe 10 {last}").endswith(".")
    assert spoken(f"“They came by Roe 10 {last}”").endswith(".”")


def test_a_language_without_a_folder_has_what_all_share() -> None:
    assert of_language("tlh") == of_language("typography") == of_language("") == of_language("../en") == ()
    assert rules((), "tlh")[1:] == RULES
    assert spoken("12 Mr. Roe", "tlh") == "12 Mr. Roe"


def test_a_region_may_be_spoken_differently() -> None:
    assert spoken("On 3/4/2021 he was 110.", "en-GB") == (
        "On the third of April, twenty twenty-one he was one hundred and ten."
    )
    assert spoken("On 3/4/2021 he was 110.", "en-US") == (
        "On March fourth, twenty twenty-one he was one hundred ten."
    )
    assert spoken("3 l", "en-US") == "three liters"
    assert spoken("3 l", "en-GB") == "three litres"
    assert spoken("on June 3", "en_AU") == "on June the third"


def test_the_listeners_own_words_come_first() -> None:
    entries = (Entry("St. Ives", "Saint Eyevs"), Entry("1984", "the big year"))
    ordered = rules(entries, "en")
    line = Line("In 1984, St. Ives", Role.NARRATOR, "nell", rewrites=rewrite("In 1984, St. Ives", ordered))
    assert line.spoken == "In the big year, Saint Eyevs"


@pytest.mark.parametrize(
    ("language", "printed", "said"),
    [
        ("de", "Am 3. Mai 1914 sah Dr. Ott 1.200 Schafe.", "eintausendzweihundert Schafe."),
        ("de", "Hr. Ott, St. Gallen, Nr. 7 usw.", "Herr Ott, Sankt Gallen, Nummer sieben und so weiter."),
        ("de", "2,5 % für Ott & Sohn", "zwei Komma fünf Prozent für Ott und Sohn"),
        ("fr", "M. Roux et Mme Petit, le 1er mai", "Monsieur Roux et Madame Petit, le premier mai"),
        ("fr", "21 moutons, 2,5 %, etc.", "vingt et un moutons, deux virgule cinq pour cent, et cetera."),
        ("es", "El Sr. Paz vio 21 casas.", "El señor Paz vio veintiuno casas."),
    ],
)
def test_other_languages_know_their_numbers_and_abbreviations(language: str, printed: str, said: str) -> None:
    assert spoken(printed, language).endswith(said)
