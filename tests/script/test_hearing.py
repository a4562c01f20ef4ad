from pathlib import Path

import pytest

from narrate.errors import LedgerDoesNotBalance
from narrate.model.ledger import Entry, Fate
from narrate.model.script import Line, Rewrite, Role
from narrate.model.story import Piece, Reason, Source
from narrate.script.hearing import heard


def source(text: str) -> Source:
    return Source(Path("tale.txt"), text)


def line(text: str, start: int, end: int, *rewrites: Rewrite) -> Line:
    return Line(text, Role.NARRATOR, "nell", rewrites=rewrites, start=start, end=end)


def test_a_respelling_over_a_joined_line_and_an_entity_is_one_entry() -> None:
    text = "New\n York &amp; co"
    pieces = [
        Piece("New", 0, 3),
        Piece(" ", 3, 5),
        Piece("York ", 5, 10),
        Piece("&", 10, 15),
        Piece(" co", 15, 18),
    ]
    said = line("New York & co", 0, 18, Rewrite(0, 10, "Noo Yawk and", "pronounce"))
    assert list(heard(source(text), pieces, [said])) == [
        Entry(0, 15, Fate.SPOKEN_AS, "Noo Yawk and"),
        Entry(15, 18, Fate.SPOKEN),
    ]


def test_marks_among_the_words_of_a_respelling_are_not_counted_twice() -> None:
    text = "**New** York"
    pieces = [Piece("New", 2, 5), Piece(" York", 7, 12)]
    said = line("New York", 2, 12, Rewrite(0, 8, "Noo Yawk", "pronounce"))
    assert list(heard(source(text), pieces, [said])) == [
        Entry(2, 5, Fate.SPOKEN_AS, "Noo Yawk"),
        Entry(7, 12, Fate.SPOKEN_AS),
    ]


def test_a_sign_that_is_passed_over_is_left_out() -> None:
    said = line("so\u00adnata", 0, 7, Rewrite(2, 3, "", "unseen"))
    assert list(heard(source("so\u00adnata"), [Piece("so\u00adnata", 0, 7)], [said])) == [
        Entry(0, 2, Fate.SPOKEN),
        Entry(2, 3, Fate.LEFT_OUT, Reason.UNSPEAKABLE),
        Entry(3, 7, Fate.SPOKEN),
    ]


def test_a_line_may_end_inside_what_stands_for_a_line_end() -> None:
    text = "Chapter Two\nThe Long Way"
    pieces = [Piece("Chapter Two", 0, 11), Piece(": ", 11, 12), Piece("The Long Way", 12, 24)]
    said = [line("Chapter Two:", 0, 12), line("The Long Way", 12, 24)]
    assert [entry for entry in heard(source(text), pieces, said) if entry.end > entry.start] == [
        Entry(0, 11, Fate.SPOKEN),
        Entry(11, 12, Fate.SPOKEN_AS, ":"),
        Entry(12, 24, Fate.SPOKEN),
    ]


def test_what_stands_for_one_sign_may_be_divided_between_lines_but_not_lost() -> None:
    text = "af&fjlig;or"
    pieces = [Piece("af", 0, 2), Piece("fj", 2, 9), Piece("or", 9, 11)]
    said = [line("aff", 0, 9), line("jor", 9, 11)]
    assert "".join(text[e.start : e.end] for e in heard(source(text), pieces, said)) == text
    with pytest.raises(LedgerDoesNotBalance, match="'j' is not spoken"):
        list(heard(source(text), pieces, said[:1]))


def test_marks_between_lines_are_left_out_as_unspeakable() -> None:
    said = [line("Yes.", 0, 4), line("No.", 7, 10)]
    fates = [
        (entry.fate, entry.detail)
        for entry in heard(source("Yes. — No."), [Piece("Yes. — No.", 0, 10)], said)
    ]
    assert fates == [(Fate.SPOKEN, ""), (Fate.LEFT_OUT, Reason.UNSPEAKABLE), (Fate.SPOKEN, "")]


@pytest.mark.parametrize("printed", ["&amp;amp;", "two"])
def test_a_piece_may_stand_for_other_letters_only_where_it_is_an_entity(printed: str) -> None:
    with pytest.raises(LedgerDoesNotBalance, match="is read as 'x'"):
        list(heard(source(printed), [Piece("x", 0, len(printed))], []))
