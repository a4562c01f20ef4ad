from narrate.nearest import did_you_mean, nearest


def test_a_name_is_found_however_it_is_capitalised() -> None:
    assert nearest("ELEANOR", ["arthur", "Eleanor"]) == "Eleanor"


def test_of_names_that_differ_in_capitals_alone_one_is_found() -> None:
    assert nearest("eleanor", ["ELEANOR", "Eleanor"]) in {"ELEANOR", "Eleanor"}


def test_a_part_of_a_name_is_enough_to_know_it_by_but_not_a_letter() -> None:
    assert nearest("cover", ["The cover of the book.png"]) == "The cover of the book.png"
    assert nearest("b", ["The cover of the book.png"]) is None


def test_a_name_is_asked_for_in_quotes_that_no_terminal_obeys() -> None:
    assert did_you_mean("a\x1b[2Jb.txt", ["a\x1b[3Jb.txt"]) == 'did you mean "a\\u001b[3Jb.txt"?'


def test_where_there_are_no_names_nothing_is_asked() -> None:
    assert did_you_mean("anything", []) == ""
