import pytest

from narrate.script.boundaries import RULES, ends_sentence
from narrate.script.gaps import Gap


def gap(marked: str) -> Gap:
    """Make a gap: a bar stands for the white space, a caret before what closes after the end mark."""
    before, after = marked.split("|")
    ended, _, closers = before.partition("^")
    mark = ended[len(ended.rstrip(".!?…—-")) :]
    return Gap(ended, mark, closers, after, marked.islower())


def opinion(rule: str, marked: str) -> bool | None:
    (found,) = (each for each in RULES if each.__name__ == rule)
    return found(gap(marked))


@pytest.mark.parametrize(
    ("rule", "marked", "expected"),
    [
        ("nothing_more", "It rained.|* * *", False),
        ("nothing_more", "It rained.|It snowed.", None),
        ("label", "12.|The first", False),
        ("label", "iv.|The fourth", False),
        ("label", '"7.^"|She laughed.', None),
        ("label", "Civil.|The word", None),
        ("aside", "It was so.|(Roe 55).", None),
        ("aside", '"So it was.^"|(Roe 55).', False),
        ("aside", "He left.|(He often did.)", None),
        ("interrupted", '"You may--^"|("I do")', False),
        ("interrupted", '"You may.^"|("I do")', None),
        ("lower_case", "Oh!|what a day", False),
        ("lower_case", "Oh!|iPhones ring", None),
        ("lower_case", "it rained.|it snowed.", None),
        ("tag_with_a_name", '"Why?^"|Ann asked.', False),
        ("tag_with_a_name", '"Why?^"|Ann left.', None),
        ("tag_with_a_name", '"Why?^"|Nobody asked.', None),
        ("tag_with_a_name", '"Why.^"|Ann asked.', None),
        ("tag_with_a_name", "Why?|Ann asked.", None),
        ("before_a_number", "See No.|5 there", False),
        ("before_a_number", "I said no.|I went", None),
        ("before_a_number", "See vol.|ii there", False),
        ("before_a_number", "I said no.|Listen", None),
        ("before_a_number", "I said no.|I’ve gone", None),
        ("old_money", "He paid £3.|10s. for it", False),
        ("old_money", "He paid £3.|10 men saw it", None),
        ("never_last", "So did Mrs.|The", False),
        ("never_last", "To MM.|Roux", False),
        ("measure", "It was 7 cwt.|2 qrs. 4 lbs.", False),
        ("measure", "It was a 6 mm.|Mauser", False),
        ("measure", "It was 6 mm.|Mauser", None),
        ("measure", "In long.|7° W.", False),
        ("weekday", "On Mon.|Oct. 3", False),
        ("weekday", "They sat.|Nobody", None),
        ("titled", "So said Det.|Will Roe", False),
        ("titled", "So said Dr.|Nobody", None),
        ("ellipsis", "We waited....|Ann came", True),
        ("ellipsis", "We waited...|Nobody came", True),
        ("ellipsis", "I thought ...|I knew", False),
        ("ellipsis", "We saw ...|Ann", False),
        ("ellipsis", "We waited.|Ann", None),
        ("strong", "What!|Ann", True),
        ("strong", '"No.^"|Ann', True),
        ("strong", "No.|Ann", None),
        ("clock", "He came at 6 p.m.|Ann left", True),
        ("clock", "He came at 6 p.m.|Friday night", False),
        ("clock", "At 6 p.m.|Ann left", False),
        ("clock", "He came at 6 p.m.|sharp", None),
        ("initial", "It was H. G.|Wells", False),
        ("initial", "It was H. G.|Nobody knew", True),
        ("initial", "It was you and I.|Ann left", True),
        ("initial", "That was Henry V.|France fell", True),
        ("initial", "That was it.|France fell", None),
    ],
)
def test_each_rule_speaks_only_of_what_it_knows(rule: str, marked: str, expected: bool | None) -> None:  # noqa: FBT001 - a column of the table
    assert opinion(rule, marked) is expected


def test_where_no_rule_has_an_opinion_punkt_decides() -> None:
    undecided = [gap("He met Dr.|Lowe"), gap("He met Lowe.|Ann")]
    assert all(rule(place) is None for rule in RULES for place in undecided)
    assert [ends_sentence(place) for place in undecided] == [False, True]
