import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model.lexicon import Entry
from narrate.script.rules import rewrite, rules
from narrate.script.rules.pronounce import pronounce


def entries(respellings: dict[str, str]) -> list[Entry]:
    return [Entry(printed, said) for printed, said in respellings.items()]


def spoken(text: str, **respellings: str) -> str:
    return spoken_with(text, respellings)


def spoken_with(text: str, respellings: dict[str, str]) -> str:
    for found in reversed(rewrite(text, rules(entries(respellings)))):
        text = text[: found.start] + found.spoken + text[found.end :]
    return text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A lead pipe, LEAD pipes, Lead.", "A led pipe, led pipes, led."),
        ("mislead leads leader lead_x", "mislead leads leader lead_x"),
        ("the lead's weight, the lead’s", "the led's weight, the led’s"),
        ("lead-lined", "led-lined"),
    ],
)
def test_a_key_in_small_letters_matches_whole_words_however_written(text: str, said: str) -> None:
    assert spoken(text, lead="led") == said


def test_a_key_with_capitals_matches_as_written_and_in_all_capitals() -> None:
    assert spoken("Nice, NICE, nice.", Nice="Neece") == "Neece, Neece, nice."


def test_a_shortened_word_is_not_its_first_half_but_a_shortened_verb_follows_a_name() -> None:
    assert spoken("I can, I can't, I can’t.", can="ken") == "I ken, I can't, I can’t."
    assert spoken("Siobhan'll come; Siobhan’d go.", Siobhan="Shivawn") == "Shivawn'll come; Shivawn’d go."
    assert spoken("O'Brien and Brien", Brien="Bryan") == "O'Brien and Bryan"


def test_the_longest_key_wins() -> None:
    keys = {"York": "Yawk", "New York": "Noo Yawk"}
    assert spoken_with("New York and York, New\n York", keys) == "Noo Yawk and Yawk, Noo Yawk"


@pytest.mark.parametrize("key", ["C++", "a.b", "(sic)", "what?", "[x]", "$5", "\\d", "^", "100%"])
def test_signs_in_a_key_are_nothing_but_themselves(key: str) -> None:
    assert spoken_with(f"so {key} then, ab d", {key: "yes"}) == "so yes then, ab d"


def test_words_of_any_script_and_any_way_to_write_an_accent() -> None:
    assert spoken("Ольга и ольга", Ольга="Olga") == "Olga и ольга"
    assert spoken("Zoe\u0301, Zo\u00e9, Zoe", Zoé="Zoey") == "Zoey, Zoey, Zoe"
    assert spoken("Zoe\u0301 Zoe", Zoe="Zo") == "Zoé Zo"


def test_either_apostrophe_will_do() -> None:
    assert spoken_with("D'Arcy and D’Arcy", {"D'Arcy": "Darcy"}) == "Darcy and Darcy"
    assert spoken_with("D'Arcy and D’Arcy", {"D’Arcy": "Darcy"}) == "Darcy and Darcy"


def test_the_listeners_respelling_goes_before_every_other_rule() -> None:
    assert spoken_with("K*ll", {"K*ll": "kill"}) == "kill"


@given(
    st.text(),
    st.dictionaries(st.text(min_size=1).filter(str.strip), st.text(min_size=1), min_size=1, max_size=3),
)
def test_rewrites_are_in_order_inside_the_text_and_never_overlap(text: str, keys: dict[str, str]) -> None:
    at = 0
    for found in rewrite(text, rules(entries(keys))):
        assert at <= found.start < found.end <= len(text)
        at = found.end


def ruled(text: str, *given: Entry) -> list[tuple[str, str, str]]:
    return [(text[found.start : found.end], found.spoken, found.ipa) for found in pronounce(given)(text)]


def test_sounds_take_along_what_english_hangs_on_a_name() -> None:
    entry = Entry("Tamsin", ipa="ˈtæmzɪn")
    text = "Tamsin’s hat, the TAMSINS’ house; Tamsin'll go. Tamsins!"
    assert [said for _, _, said in ruled(text, entry)] == [
        "ˈtæmzɪnz",
        "ˈtæmzɪnz",
        "ˈtæmzɪnəl",
        "ˈtæmzɪnz",
    ]
    assert [printed for printed, _, _ in ruled(text, entry)] == [
        "Tamsin’s",
        "TAMSINS",
        "Tamsin'll",
        "Tamsins",
    ]


def test_a_respelling_keeps_the_plural_of_a_name_and_of_nothing_else() -> None:
    assert spoken("The Alderans came.", Alderan="Olderan") == "The Olderans came."
    assert spoken("Anns, cats, Alderanst", Ann="Anne", cat="kat", Alderan="x") == "Anns, cats, Alderanst"


def test_an_entry_with_sounds_alone_leaves_the_printed_word_to_engines_that_take_letters() -> None:
    assert ruled("Hail, Ekaterin’s son", Entry("Ekaterin", ipa="jɛkətɛˈriːn")) == [
        ("Ekaterin’s", "Ekaterin’s", "jɛkətɛˈriːnz")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They will lead, and LEAD pipe", ["leed", "led"]),
        ("lead the way", []),
        ("a good lead\npipe", ["led"]),
        ("Free will: lead on", []),
        ("goodwill lead", []),
        ("used  to lead", []),
        ("used to lead", ["leed"]),
        ("lead pipework", []),
    ],
)
def test_neighbours_decide(text: str, said: list[str]) -> None:
    given = Entry("lead", "led", before=("pipe",)), Entry("lead", "leed", after=("will", "used to"))
    assert [spoken for _, spoken, _ in ruled(text, *given)] == said


def test_where_the_neighbours_of_a_longer_entry_are_missing_a_shorter_one_has_its_turn() -> None:
    given = Entry("New York", "Noo Yawk", before=("Times",)), Entry("York", "Yawk")
    assert [spoken for _, spoken, _ in ruled("New York, New York Times", *given)] == ["Yawk", "Noo Yawk"]


def test_of_entries_for_one_word_the_first_that_fits_has_it() -> None:
    given = Entry("wind", "wined", after=("to",)), Entry("wind", "winned"), Entry("wind", "never")
    assert [said for _, said, _ in ruled("to wind, a wind", *given)] == ["wined", "winned"]


WORDS = st.lists(st.sampled_from(["ann", "Ann", "anna", "Hanns", "an", "to", "-", "ann's", "n"]), max_size=9)


@given(WORDS)
def test_an_entry_matches_whole_words_only(words: list[str]) -> None:
    text = " ".join(words)
    found = [said.start for said in pronounce([Entry("ann", "x")])(text)]
    places = [len(" ".join([*words[:at], ""])) for at in range(len(words))]
    assert found == [
        place for place, word in zip(places, words, strict=True) if word in {"ann", "Ann", "ann's"}
    ]


@given(st.text(alphabet="abc ABC.,'’-\n"), st.sampled_from(["", "to"]))
def test_a_text_without_entries_is_left_as_it_is(text: str, after: str) -> None:
    given = Entry("xyzzy", "no", ipa="nəʊ", after=(after,) if after else ())
    assert ruled(text, given) == []
