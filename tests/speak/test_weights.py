from dataclasses import replace

import pytest

from narrate.model.script import Emphasis, Line, Rewrite, Role
from narrate.speak.clips import clip_address
from narrate.speak.weights import EVEN, MARKS, is_weighed, unweighed, weighed
from narrate.speak.wording import BEGIN, lettered, worded
from narrate.testing.voices import TRIAL

STRONG = MARKS["strong"]
HUMMING = replace(TRIAL, engine="tone")


def line(text: str, *spans: tuple[int, int, str], rewrites: tuple[Rewrite, ...] = ()) -> Line:
    emphases = tuple(Emphasis(*span) for span in spans)
    return Line(text, Role.NARRATOR, "ann", rewrites=rewrites, emphases=emphases)


def test_a_weight_is_marked_around_its_words() -> None:
    said = weighed(line("I never said so.", (2, 7, "strong"))).spoken
    assert said == f"I {STRONG}never {EVEN}said so."


def test_a_weight_ends_with_the_last_word_before_the_stop() -> None:
    assert weighed(line("I said “so.”", (7, 12, "strong"))).spoken == f"I said “{STRONG}so{EVEN}.”"


def test_neighbours_are_marked_one_after_the_other() -> None:
    said = weighed(line("so far", (0, 2, "strong"), (3, 6, "reduced"))).spoken
    assert said == f"{STRONG}so {EVEN}{MARKS['reduced']}far{EVEN}"


def test_a_rewrite_is_weighed_whole() -> None:
    rewrites = (Rewrite(3, 9, "five o’clock", "times"),)
    said = weighed(line("at 5 p.m. we", (5, 9, "strong"), rewrites=rewrites)).spoken
    assert said == f"at {STRONG}five o’clock {EVEN}we"


def test_none_and_words_that_are_none_have_no_marks() -> None:
    assert weighed(line("so — far", (0, 2, "none"), (3, 4, "strong"))).spoken == "so — far"


def test_what_an_author_wrote_is_no_mark() -> None:
    assert unweighed(weighed(line(f"a{STRONG}b", (0, 3, "strong"))).spoken) == "a b"


def test_an_engine_that_cannot_says_the_words_plainly() -> None:
    weighty = line("I never said so.", (2, 7, "strong"))
    assert worded(weighty, HUMMING) == weighty.spoken
    assert is_weighed(worded(weighty, TRIAL))
    assert lettered(worded(weighty, TRIAL)) == weighty.spoken


def test_sounds_and_weights_go_together() -> None:
    sounding = line("I never.", (2, 7, "strong"), rewrites=(Rewrite(2, 7, "never", "phoneme", "ˈnɛvə"),))
    assert worded(sounding, TRIAL).startswith(f"I {STRONG}{BEGIN}never")


@pytest.mark.parametrize("text", ["I never said so.", "a\ufdd0b"])
def test_a_line_without_emphasis_keeps_its_address(text: str) -> None:
    plain = line(text)
    assert worded(plain, TRIAL) == text
    known = clip_address(text, TRIAL, "1")
    assert clip_address(worded(plain, TRIAL), TRIAL, "1") == known
    assert clip_address(worded(line(text, (0, 1, "strong")), TRIAL), TRIAL, "1") != known
