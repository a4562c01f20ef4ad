from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("He stood 5 ft. 11 in. in socks", "He stood five feet eleven inches in socks"),
        ("6 lbs. 2 oz. of tea", "six pounds two ounces of tea"),
        ("1 lb. of tea", "one pound of tea"),
        ("½ lb. of tea", "one half pound of tea"),
        ("25 mph", "twenty-five miles per hour"),
        ("3-4 km", "three to four kilometers"),
        ("an 8-ft. wall", "an eight-foot wall"),
        ("-10°C", "minus ten degrees Celsius"),
        ("70° in May", "seventy degrees in May"),
        ("5'9\" tall", "five feet nine inches tall"),
        ("51° 30' north", "fifty-one degrees thirty minutes north"),
        ("12 st. 4 lbs. now", "twelve stone four pounds now"),
        ("10%, 5-7.5% or 2%-3%", "ten percent, five to seven point five percent or two to three percent"),
        ("he weighs 11 st. now, not 12 st.", "he weighs eleven stone now, not twelve stone."),
        ("30 km/h", "thirty kilometers per hour"),
        ("8 × 10, 2 × 3 = 6", "eight by ten, two times three equals six"),
        ("$40/day", "forty dollars per day"),
        ("20 sq. ft. each", "twenty square feet each"),
    ],
)
def test_measures(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("10 in the room", "ten in the room"),
        ("4 more, 5 got", "four more, five got"),
    ],
)
def test_what_is_no_measure(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("a 12 oz. glass", "a twelve ounce glass"),
        ("a 40 km walk", "a forty kilometer walk"),
        ("a 6.5 mm. Mauser", "a six point five millimeter Mauser"),
        ("it is 40 km to Rye", "it is forty kilometers to Rye"),
    ],
)
def test_a_measure_before_a_thing_is_an_adjective(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("7 cwt. 2 qrs. 4 lbs. of it", "seven hundredweight two quarters four pounds of it"),
        ("40 sq. yds. of cloth", "forty square yards of cloth"),
        ("2 tbsp. of oil", "two tablespoons of oil"),
        ("3/4 oz. of gin", "three quarters ounce of gin"),
        ("after 6 h. 25 m. at sea", "after six hours twenty-five minutes at sea"),
    ],
)
def test_old_and_kitchen_measures(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("nine 12-yr-old boys", "nine twelve-year-old boys"),
        (
            "it ran 6 mos. at 40 r.p.m. and 3 yrs. more",
            "it ran six months at forty revolutions per minute and three years more",
        ),
        ("he owed 20 gs. for the mare", "he owed twenty guineas for the mare"),
        ("a beam 9 ft. 4 ins. long", "a beam nine feet four inches long"),
    ],
)
def test_spans_of_time_and_turns(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("9 m. an hour", "nine miles an hour"),
        ("10-pt. type", "ten-point type"),
        ("a 9 pc. set", "a nine pc. set"),
        ("up 4pc", "up four percent"),
        ("from 3% to 5%", "from three percent to five percent"),
        ("$9/wk. for it", "nine dollars per week for it"),
    ],
)
def test_miles_points_and_percents(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
