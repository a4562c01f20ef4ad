from narrate.model.script import Line, Rewrite, Role
from narrate.model.story import BlockKind
from narrate.script.spelt import spelt
from narrate.script.vocabulary import finds, undecided

COMMON = {
    "the": 9_999,
    "old": 9_999,
    "river": 9_999,
    "london": 9_999,
    "to": 9_999,
    "laugh": 9_999,
    "left": 9_999,
}


def listed(
    *texts: str, rewrites: tuple[Rewrite, ...] = (), kind: BlockKind = BlockKind.PROSE
) -> list[tuple[str, int]]:
    lines = [Line(text, Role.NARRATOR, "v", kind, rewrites) for text in texts]
    return [(find.word, find.times) for find in finds(lines, lambda word: COMMON.get(word, 0))]


def test_names_are_counted_wherever_they_stand_without_their_possessives() -> None:
    assert listed("Ozmun left the old river.", "The old Ozmun’s river.", "To Ozmun!") == [("Ozmun", 3)]


def test_a_capital_at_the_beginning_alone_makes_no_name() -> None:
    assert listed("Old river.", "Xylem!") == []


def test_a_heading_in_capitals_makes_no_name() -> None:
    assert listed("The Quibblish River", kind=BlockKind.HEADING) == []


def test_known_names_are_passed_over_and_rare_words_listed() -> None:
    assert listed("the old London, the guddling river") == [("guddling", 1)]


def test_endings_make_no_word_rare() -> None:
    assert listed("the rivers laughed, laughing") == []


def test_what_the_lexicon_says_is_no_question_any_more() -> None:
    assert listed("The Ozmun.", rewrites=(Rewrite(4, 9, "Ozzman", "pronounce"),)) == []
    assert listed("The Ozmun.", rewrites=(Rewrite(4, 9, "Ozzman", "letters"),)) == [("Ozmun", 1)]


def test_a_word_that_a_rule_says_otherwise_is_no_question_but_a_name_beside_it_is() -> None:
    printed = "the Vollum. of Ozmun II"
    rewrites = (Rewrite(4, 11, "volume", "references"), Rewrite(15, 23, "Ozmun the second", "regnal"))
    assert listed(printed) == [("Ozmun", 1), ("Vollum", 1)]
    assert listed(printed, rewrites=rewrites) == [("Ozmun", 1)]


def test_the_most_frequent_come_first() -> None:
    assert listed("the Bez, the Abo, the Bez") == [("Bez", 2), ("Abo", 1)]


def test_homographs_that_no_rule_decided_are_listed_with_a_line() -> None:
    decided = Line("A lead pipe.", Role.NARRATOR, "v", rewrites=(Rewrite(2, 6, "led", "homographs"),))
    left = [Line(text, Role.NARRATOR, "v") for text in ("Follow the lead.", "Lead on; read it.")]
    rows = undecided([decided, *left])
    assert [(row.word, row.times, row.line) for row in rows] == [
        ("lead", 2, "Follow the lead."),
        ("read", 1, "Lead on; read it."),
    ]


def test_a_name_is_spelt_letter_by_letter() -> None:
    assert spelt("Zhukov") == "ˈʒuːkɔv"
    assert spelt("Dvořák") == "ˈdvɔɹɑːk"
    assert spelt("Łódź") == ""


def test_what_an_author_directs_is_no_question() -> None:
    directed = (Rewrite(4, 9, "Ozmun", "phoneme", "ˈɒzmən"),)
    assert listed("The Ozmun left.", rewrites=directed) == []
