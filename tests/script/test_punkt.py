import subprocess
import sys

import pytest

from narrate.script.punkt import ends_sentence


@pytest.mark.parametrize("title", ["Dr.", "Capt.", "Prof.", "St.", "e.g.", "U.S."])
def test_a_name_after_an_abbreviation_goes_on_with_the_sentence(title: str) -> None:
    assert not ends_sentence(title, "Wilkins")


@pytest.mark.parametrize("word", ["etc.", "Co.", "Jr.", "U.S.", "a.m."])
def test_a_word_that_is_no_name_starts_a_sentence_even_after_an_abbreviation(word: str) -> None:
    assert ends_sentence(word, "The")
    assert ends_sentence(word, "Nobody")


def test_an_ordinary_word_ends_its_sentence() -> None:
    assert ends_sentence("rained.", "Wilkins")
    assert ends_sentence("1999.", "Wilkins")


ALONE = """
import sys
from narrate.script.punkt import ends_sentence
assert not ends_sentence("Dr.", "Lowe")
assert "numpy" not in sys.modules
import nltk, nltk.tokenize.punkt
assert nltk.tokenize.punkt.PunktSentenceTokenizer is nltk.PunktSentenceTokenizer
assert nltk.wordpunct_tokenize("It is.") == ["It", "is", "."]
"""


def test_punkt_comes_without_the_rest_of_nltk_and_leaves_it_whole_for_others() -> None:
    subprocess.run([sys.executable, "-c", ALONE], check=True, timeout=60)
