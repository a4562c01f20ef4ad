from narrate.model.recording import Mark
from narrate.publish.titles import titled


def test_titles_are_left_alone_but_for_what_no_file_can_hold() -> None:
    marks = [Mark(title, 0, 1) for title in (" Dawn ", "", "\0", "\n", "a\0b", "\udcff")]
    assert [mark.title for mark in titled(marks)] == [" Dawn ", "2", "3", "4", "ab", "\ufffd"]
