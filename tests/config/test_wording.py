from narrate.config.wording import LONGEST_VALUE, as_written, either, suggestion


def test_where_nothing_is_near_all_names_are_listed() -> None:
    assert suggestion("zzz", ["a", "b"]) == 'there are "a", "b"'
    assert suggestion("zzz", []) == "there are none"


def test_a_number_of_thousands_of_digits_is_shortened() -> None:
    assert as_written(16**5000).startswith("0x1000")
    assert len(as_written(16**5000)) == LONGEST_VALUE


def test_a_value_is_not_followed_into_its_depths() -> None:
    deep: dict[str, object] = {}
    for _ in range(5_000):
        deep = {"a": deep}
    assert as_written(deep) == "{a = {…}}"


def test_choices_are_joined_as_one_says_them() -> None:
    assert either(["one"]) == "one"
    assert either(["one", "two"]) == "one or two"
