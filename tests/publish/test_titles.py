from narrate.model.recording import Mark
from narrate.publish.titles import title_of, titled


def test_titles_are_left_alone_but_for_what_no_file_can_hold() -> None:
    marks = [Mark(title, 0, 1) for title in (" Dawn ", "", "\0", "\n", "a\0b", "\udcff")]
    assert [mark.title for mark in titled(marks)] == [" Dawn ", "2", "3", "4", "ab", "\ufffd"]


def test_a_title_longer_than_a_file_can_tell_ends_with_a_whole_letter() -> None:
    assert title_of(Mark("x" + "ß" * 40_000, 0, 1), 1) == "x" + "ß" * 29_999
