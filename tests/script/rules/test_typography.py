import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model.script import Line, Role
from narrate.model.words import speakable
from narrate.script.rules import RULES, TYPOGRAPHY, rewrite
from narrate.script.rules.rule import Rule
from narrate.script.rules.typography import is_plain


def spoken(text: str) -> str:
    return Line(text, Role.NARRATOR, "nell", rewrites=rewrite(text)).spoken


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("in\u200btent so\u00adnata \ufeffNow", "intent sonata Now"),
        ("a\x00b", "ab"),
        ("cafe\u0301 and Zoe\u0308", "caf\u00e9 and Zo\u00eb"),
        ("\ufb01ve of\ufb01ces, \uff28\uff45llo, \u2163, \U0001d400b", "five offices, Hello, IV, Ab"),
        ("don\u02bct, well\u2011known", "don't, well-known"),
        ("never—not once—again", "never, not once, again"),
        ("never--not once", "never, not once"),
        ("“Never”—so he said", "“Never”, so he said"),
        ("d—n it, Mr. B—— of 1914—18, and then—", "d—n it, Mr. B—— of 1914—18, and then—"),
        ("K.* said *this* f*** 2*3", "K. said this f 2*3"),
        ("\u2776 and \u2469, \u0661\u0669\u0661\u0664, \U0001f102", "1 and 10, 1914, 1"),
        ("■ First", "First"),
        ("Hello 🙂 there 👩\u200d🚀!", "Hello there!"),
        ("to\n  be\r\nor", "to be or"),
    ],
)
def test_what_an_engine_would_stumble_over(printed: str, said: str) -> None:
    assert spoken(printed) == said


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.__name__))
@given(words=st.lists(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F), min_size=1)))
def test_every_rule_leaves_plain_words_alone(rule: Rule, words: list[str]) -> None:
    text = ", ".join(words) + ". \"No,\" he said; it's 12 o’clock - I'll go (now)!"
    assert list(rule(text)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.__name__))
@given(text=st.text())
def test_no_rule_silences_a_letter_or_a_digit(rule: Rule, text: str) -> None:
    for found in rule(text):
        assert speakable(found.spoken) or not speakable(text[found.start : found.end])


def test_no_letter_or_digit_of_any_script_is_silenced() -> None:
    lone = [chr(code) for code in range(sys.maxunicode + 1) if speakable(chr(code))]
    assert [sign for sign in lone if not speakable(spoken(sign))] == []


@given(st.text(st.sampled_from("ab Z09,.;:?!'\"’‘“”()-*~—\u2010\u0301\n\u00ad\u0663☺"), max_size=30))
def test_what_is_plain_needs_no_rule(text: str) -> None:
    if is_plain(text):
        assert not any(list(rule(text)) for rule in TYPOGRAPHY)
