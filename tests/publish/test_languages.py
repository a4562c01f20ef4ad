import pytest

from narrate.publish.languages import _THREE_LETTERS, iso_639_2


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "eng"),
        ("EN-us", "eng"),
        ("zh-Hant-TW", "zho"),
        ("fr", "fra"),
        ("gsw", "gsw"),
        ("xx", "und"),
        ("", "und"),
    ],
)
def test_a_tag_gives_the_three_letters_of_its_language(tag: str, code: str) -> None:
    assert iso_639_2(tag) == code


def test_every_two_letter_code_has_a_three_letter_one_of_its_own() -> None:
    assert len(_THREE_LETTERS) == len(set(_THREE_LETTERS.values())) > 180
