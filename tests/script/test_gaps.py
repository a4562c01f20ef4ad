import pytest

from narrate.script.gaps import CANDIDATE, WIDE, Gap


@pytest.mark.parametrize(
    ("text", "mark", "closers"),
    [
        ("Yes. No", ".", ""),
        ("“Yes?!” No", "?!", "”"),
        ("(Yes.) No", ".", ")"),
        ("Yes . . . . No", ". . . .", ""),
        ("« Oui ! » No", "!", " »"),
        ("„Ja!“ No", "!", "“"),
        ("Yes.[12] No", ".", "[12]"),
        ("Yes. [12] No", ".", " [12]"),
        ("_Yes._ No", ".", "_"),
        ("“Yes—” No", "—", "”"),
    ],
)
def test_an_end_mark_is_found_with_all_that_closes_after_it(text: str, mark: str, closers: str) -> None:
    (found,) = CANDIDATE.finditer(text)
    assert found.group("mark", "closers") == (mark, closers)


@pytest.mark.parametrize(
    "text", ["3.14 and a.b", "Yes.", "Yes. ", "yes—“no”", "so: “no”", "https://a.b/c?d=e f"]
)
def test_a_mark_without_white_space_and_a_word_after_it_ends_nothing(text: str) -> None:
    assert not list(CANDIDATE.finditer(text))


def test_wide_marks_need_no_white_space() -> None:
    assert [found.group("mark", "closers") for found in WIDE.finditer("行く。「はい！」彼は。")] == [
        ("。", ""),
        ("！", "」"),
    ]


def gap(before: str, mark: str = ".", closers: str = "", after: str = "") -> Gap:
    return Gap(before, mark, closers, after)


def test_a_gap_knows_the_words_on_both_sides_without_their_marks() -> None:
    place = gap('He met "Dr.', after="\"(Lowe's) man")
    assert (place.last_but_one, place.last) == ("met", "dr")
    assert gap("He met 'Mr.").last == "mr"
    assert gap("the old man.").last_but_one == "old"
    assert (place.next, place.following) == ("Lowe's", "Lowe's) man")
    assert gap(".").last == ""
    assert gap("It.").next == ""


@pytest.mark.parametrize(
    ("mark", "dots"), [(".", 0), ("...", 3), ("…", 3), (". . . .", 4), ("….", 4), ("?..", 0)]
)
def test_the_dots_of_an_ellipsis_are_counted(mark: str, dots: int) -> None:
    assert gap(f"Well{mark}", mark).dots == dots


def test_an_ellipsis_may_stand_off_from_its_word() -> None:
    assert gap("Well ...", "...").spaced
    assert not gap("Well...", "...").spaced


def test_only_quotation_marks_close_a_quotation() -> None:
    assert gap("Yes.", ".", ")”").quoted
    assert not gap("Yes.", ".", ")]").quoted
