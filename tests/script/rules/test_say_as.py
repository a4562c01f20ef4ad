import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.script.rules import said_as
from narrate.script.rules.say_as import whole


@pytest.mark.parametrize(
    ("way", "form", "printed", "said"),
    [
        ("cardinal", "", "1984", "one thousand nine hundred and eighty-four"),
        ("cardinal", "", "XIV", "fourteen"),
        ("number", "", "-2.50", "minus two point five zero"),
        ("ordinal", "", "3", "third"),
        ("ordinal", "", "21st", "twenty-first"),
        ("digits", "", "90-210", "nine zero two one zero"),
        ("characters", "", "abc", "A.B.C"),
        ("spell-out", "", "a1", "ay one"),
        ("verbatim", "", "x@y", "X at Y"),
        ("date", "dmy", "3/5/1984", "the third of May, nineteen eighty-four"),
        ("date", "mdy", "3/5/1984", "the fifth of March, nineteen eighty-four"),
        ("date", "ymd", "1984-05-03", "the third of May, nineteen eighty-four"),
        ("date", "my", "Sept 1906", "September nineteen oh six"),
        ("date", "md", "5/3", "the third of May"),
        ("date", "d", "7", "seventh"),
        ("time", "", "14.30", "fourteen thirty"),
        ("time", "", "9:05 am", "nine oh five A.M"),
        ("telephone", "", "+44 555 0123", "plus four four, five five five, zero one two three"),
        ("telephone", "", "555-0123 x 42", "five five five, zero one two three, extension four two"),
        ("currency", "", "$12.50", "twelve dollars and fifty cents"),
        ("currency", "", "12 EUR", "twelve euros"),
        ("fraction", "", "2/9", "two ninths"),
        ("fraction", "", "3+1/2", "three and a half"),
        ("unit", "", "5 kg", "five kilograms"),
    ],
)
def test_british_english_says_what_it_is_told(way: str, form: str, printed: str, said: str) -> None:
    assert said_as(printed, way, form, "en-GB") == said


@pytest.mark.parametrize(
    ("way", "form", "printed", "said"),
    [
        ("cardinal", "", "110", "one hundred ten"),
        ("date", "dmy", "3/5/1984", "May third, nineteen eighty-four"),
        ("unit", "", "5 km", "five kilometers"),
    ],
)
def test_american_english_says_it_otherwise(way: str, form: str, printed: str, said: str) -> None:
    assert said_as(printed, way, form, "en-US") == said


@pytest.mark.parametrize(
    ("tag", "way", "printed", "said"),
    [
        ("de", "cardinal", "21", "einundzwanzig"),
        ("fr-FR", "ordinal", "3", "troisième"),
        ("es", "telephone", "55 12", "cinco cinco, uno dos"),
        ("de", "characters", "VW 3", "V.W drei"),
        ("de", "date", "3.5.1984", ""),
        ("en-GB", "date", "soon", ""),
        ("en-GB", "unit", "5 zorkmids", ""),
        ("tlh", "cardinal", "3", ""),
        ("es", "cardinal", 40 * "9", ""),
    ],
)
def test_other_languages_say_numbers_and_leave_the_rest_to_their_rules(
    tag: str, way: str, printed: str, said: str
) -> None:
    assert said_as(printed, way, "", tag) == said


@pytest.mark.parametrize(("form", "printed"), [("dmy", "40/1/2000"), ("mdy", "13/1/2000"), ("md", "Foo 3")])
def test_a_date_that_makes_no_sense_is_left_to_the_rules(form: str, printed: str) -> None:
    assert said_as(printed, "date", form, "en-GB") == ""


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_is_read_with_and_without_thousands(number: int) -> None:
    assert whole(f"{number}") == whole(f"{number:,}") == number
