"""The many ways in which books are laid out as plain text, and where their chapters begin."""

from pathlib import Path

import pytest

from narrate.model.story import Source
from narrate.read.plain.text import read_plain

PROSE = """\
The ferry came in at four, an hour late, and the boy who ought to have been
there to catch the rope was asleep behind the nets. Nobody woke him. His aunt
threw the rope herself, as she had thrown it for thirty years.

"You might have called," said the captain.

"I might," she said, and went in to see about the soup."""


def book(layout: str) -> str:
    """Put the same prose wherever a layout has a tilde."""
    return layout.replace("~", PROSE)


def titles(text: str) -> list[str]:
    return [chapter.title for chapter in read_plain(Source(Path("book.txt"), text)).chapters]


@pytest.mark.parametrize(
    ("layout", "found"),
    [
        pytest.param(
            "CHAPTER I.\n\n\n~\n\n\n\nCHAPTER II.\n\n\n~\n",
            ["CHAPTER I.", "CHAPTER II."],
            id="labels in capitals with a period",
        ),
        pytest.param(
            "Chapter Twenty-One\n\n~\n\nChapter Twenty-Two\n\n~\n\nChapter One Hundred and One\n\n~\n",
            ["Chapter Twenty-One", "Chapter Twenty-Two", "Chapter One Hundred and One"],
            id="spelled numbers",
        ),
        pytest.param(
            "The First Chapter\n\n~\n\nThe Second Chapter\n\n~\n\nTHE LAST CHAPTER\n\n~\n",
            ["The First Chapter", "The Second Chapter", "THE LAST CHAPTER"],
            id="ordinals before the word",
        ),
        pytest.param(
            "STAVE ONE\n\nTHE FERRY\n\n~\n\nSTAVE TWO\n\nTHE ROPE\n\n~\n",
            ["STAVE ONE: THE FERRY", "STAVE TWO: THE ROPE"],
            id="staves with titles below",
        ),
        pytest.param(
            "Letter 1\n\n_To Mrs. Reed, Hull._\n\nDear Aunt,\n\n~\n\nYour nephew,\n\nTOM REED\n\n\n"
            "Letter 2\n\nDear Tom,\n\n~\n\nA. R.\n\n\nChapter 1\n\n~\n\nChapter 2\n\n~\n",
            ["Letter 1", "Letter 2", "Chapter 1", "Chapter 2"],
            id="letters, then chapters",
        ),
        pytest.param(
            "BOOK THE FIRST: ASHORE\n\n\nCHAPTER 1\n\nThe Ferry\n\n~\n\nCHAPTER 2\n\nThe Rope\n\n~\n\n\n"
            "BOOK THE SECOND: AFLOAT\n\n\nCHAPTER 1\n\nThe Soup\n\n~\n\nCHAPTER 2\n\nThe Nets\n\n~\n",
            ["CHAPTER 1: The Ferry", "CHAPTER 2: The Rope", "CHAPTER 1: The Soup", "CHAPTER 2: The Nets"],
            id="books whose chapters count from one again",
        ),
        pytest.param(
            "PART ONE\nCHAPTER I\nThe Ferry\n\n~\n\nCHAPTER II\n"
            "The Rope\n\n~\n\nPART TWO\nCHAPTER III\nThe Soup\n\n~\n",
            ["CHAPTER I: The Ferry", "CHAPTER II: The Rope", "CHAPTER III: The Soup"],
            id="part, chapter and title without blank lines",
        ),
        pytest.param(
            "BOOK I. CHAPTER I.\n\n~\n\nBOOK I. CHAPTER II.\n\n~\n\nBOOK II. CHAPTER I.\n\n~\n",
            ["BOOK I. CHAPTER I.", "BOOK I. CHAPTER II.", "BOOK II. CHAPTER I."],
            id="book and chapter on one line",
        ),
        pytest.param(
            "PROLOGUE\n\n~\n\nI\n\n~\n\nII\n\n~\n\nIII\n\n~\n\nEPILOGUE\n\n~\n",
            ["PROLOGUE", "I", "II", "III", "EPILOGUE"],
            id="bare numerals between prologue and epilogue",
        ),
        pytest.param(
            "PART I\n\n\n1\n\n~\n\n2\n\n~\n\n\nPART II\n\n\n1\n\n~\n\n2\n\n~\n",
            ["1", "2", "1", "2"],
            id="bare figures that count from one in each part",
        ),
        pytest.param(
            "I. THE FERRY\n\n~\n\nII. THE ROPE\n\n~\n\nIII. THE SOUP\n\n~\n",
            ["I. THE FERRY", "II. THE ROPE", "III. THE SOUP"],
            id="number and title",
        ),
        pytest.param(
            "1. The Ferry\n\n~\n\n2. The Rope\n\n~\n\n4. The Soup\n\n~\n",
            ["1. The Ferry", "2. The Rope", "4. The Soup"],
            id="a number is missing",
        ),
        pytest.param(
            "THE FERRY BOOK\n\n\n\n\nTHE LATE FERRY\n\n\n~\n\n\n\n\n"
            "THE BOY WHO SLEPT\n\n\n~\n\n\n\n\nSOUP\n\n\n~\n\nTHE END\n",
            ["THE LATE FERRY", "THE BOY WHO SLEPT", "SOUP"],
            id="stories with titles in capitals",
        ),
        pytest.param(
            "CONTENTS\n\nThe Late Ferry\nThe boy who slept\nSoup\n\n\n"
            "The Late Ferry\n\n~\n\nThe boy who slept\n\n~\n\nSoup\n\n~\n",
            ["The Late Ferry", "The boy who slept", "Soup"],
            id="titles that only the contents name",
        ),
        pytest.param(
            "CONTENTS\n\n  I. The Late Ferry\n  II. The Rope\n\n\n"
            "THE LATE FERRY\n\nI\n\n~\n\nII\n\n~\n\nTHE ROPE\n\nI\n\n~\n\nII\n\n~\n",
            ["THE LATE FERRY", "THE ROPE"],
            id="stories with numbered sections",
        ),
        pytest.param(
            "CHAPTER I.\n\nIN WHICH THE FERRY IS LATE, A BOY ASLEEP,\nAND THE SOUP ALL BUT SPOILED\n\n~\n\n"
            "CHAPTER II.\n\nIN WHICH IT IS EATEN\n\n~\n",
            [
                "CHAPTER I. IN WHICH THE FERRY IS LATE, A BOY ASLEEP, AND THE SOUP ALL BUT SPOILED",
                "CHAPTER II. IN WHICH IT IS EATEN",
            ],
            id="wrapped titles in capitals",
        ),
        pytest.param(
            "ACT I\n\nSCENE I. A quay.\n\n~\n\nSCENE II. A kitchen.\n\n"
            "~\n\nACT II\n\nSCENE I. The same.\n\n~\n",
            ["SCENE I. A quay.", "SCENE II. A kitchen.", "SCENE I. The same."],
            id="a play",
        ),
        pytest.param(
            "_CHAPTER I_\n\n~\n\n_CHAPTER II_\n\n~\n",
            ["CHAPTER I", "CHAPTER II"],
            id="labels in italics",
        ),
        pytest.param(
            "CHAPTER I.--The Ferry.\n\n~\n\nCHAPTER II.--The Rope.\n\n~\n",
            ["CHAPTER I.--The Ferry.", "CHAPTER II.--The Rope."],
            id="dashes before titles with a period",
        ),
        pytest.param(
            "Chapter 1\n~\nHe slept.\nChapter 2\n~\nHe woke.\n".replace("~", " ".join(PROSE.split())),
            ["Chapter 1", "Chapter 2"],
            id="no blank line anywhere",
        ),
        pytest.param(
            "PHASE THE FIRST: QUAY\n\nI\n\n~\n\nII\n\n~\n\nPHASE THE SECOND: SEA\n\nIII\n\n~\n\nIV\n\n~\n",
            ["I", "II", "III", "IV"],
            id="phases over numerals that go on",
        ),
        pytest.param("ONE\n\n~\n\nTWO\n\n~\n\nTHREE\n\n~\n", ["ONE", "TWO", "THREE"], id="bare words"),
        pytest.param(
            "Day 1\n\n~\n\nDay 2\n\n~\n\nDay 3\n\n~\n", ["Day 1", "Day 2", "Day 3"], id="any word that counts"
        ),
        pytest.param(
            "CHAPITRE PREMIER\n\n~\n\nCHAPITRE II\n\n~\n\nCHAPITRE III\n\n~\n",
            ["CHAPITRE PREMIER", "CHAPITRE II", "CHAPITRE III"],
            id="another language",
        ),
        pytest.param(
            "FIRST PERIOD\n\n~\n\nCHAPTER I\n\n~\n\nCHAPTER II\n\n~\n\nSECOND PERIOD\n\nCHAPTER I\n\n~\n",
            ["FIRST PERIOD", "CHAPTER I", "CHAPTER II", "CHAPTER I"],
            id="periods with words of their own",
        ),
    ],
)
def test_chapters_are_found(layout: str, found: list[str]) -> None:
    assert titles(book(layout)) == found


def test_an_i_that_somebody_says_does_not_count() -> None:
    assert titles(book("I\n\n~\n\nII\n\n~\n\nI.\n\n~\n\nIII\n\n~\n")) == ["I", "II", "III"]


def test_days_of_a_diary_are_no_chapters() -> None:
    assert titles(book("~\n\nJune 1\n\n~\n\nJune 2\n\n~\n\nJune 3\n\n~\n")) == [""]


@pytest.mark.parametrize(
    "inside",
    [
        "THE FERRY IS LATE AGAIN!",
        "My dear Aunt,",
        "Hull, 3 May 1871.",
        "Monday.",
        "TOM REED.",
        "Yours ever,\n\nTOM",
        "    Row, boys, row,\n    The sea is low,\n    The wind is in the west.",
        "NO LANDING\nWITHOUT A TICKET",
        "THE END",
        "FINIS",
        "END OF PART ONE",
        "“Chapter Two,” she read.",
        "I",
        "17",
        "One.\n\nTwo.\n\nThree.",
        "Act III of the farce had hardly begun, she thought.",
    ],
)
def test_a_line_that_stands_alone_is_no_chapter(inside: str) -> None:
    layout = f"CHAPTER I\n\n~\n\n{inside}\n\n~\n\nCHAPTER II\n\n~\n\n{inside}\n\n~\n"
    assert titles(book(layout)) == ["CHAPTER I", "CHAPTER II"]


@pytest.mark.parametrize(
    "listed",
    [
        "CONTENTS\n\nCHAPTER I. The Ferry\nCHAPTER II. The Rope\nCHAPTER III. The Soup",
        (
            "Contents\n\n  I. The Ferry . . . . . . 1\n"
            "  II. The Rope  . . . . . 12\n  III. The Soup . . . . . 30"
        ),
        (
            "TABLE OF CONTENTS\n\nCHAPTER                PAGE\n\n"
            "I. The Ferry     1\n\nII. The Rope     12\n\nIII. The Soup     30"
        ),
        (
            "CONTENTS\n\nCHAPTER I\n  The Ferry--A boy asleep--The\n"
            "  captain speaks\n\nCHAPTER II\n  The rope--A thought\n\nCHAPTER III\n  Soup"
        ),
        "CHAPTER I\n\nCHAPTER II\n\nCHAPTER III",
        "Contents\n========\n\n1 The Ferry\n2 The Rope\n3 The Soup",
    ],
)
def test_a_list_of_contents_makes_no_chapter(listed: str) -> None:
    layout = (
        "\n\n\nCHAPTER I\n\nThe Ferry\n\n~\n\nCHAPTER II\n\nThe Rope\n\n~\n\nCHAPTER III\n\nThe Soup\n\n~"
    )
    assert titles(f"{listed}{book(layout)}") == [
        "CHAPTER I: The Ferry",
        "CHAPTER II: The Rope",
        "CHAPTER III: The Soup",
    ]


@pytest.mark.parametrize(
    "layout",
    [
        pytest.param("~\n\nI. Reed\n\n~\n\nV. Roper\n\n~\n", id="initials"),
        pytest.param(
            "~\n\nI. Take the rope\n\nII. Throw the rope\n\nIII. Pull\n\n~\n", id="a list of orders"
        ),
        pytest.param("~\n\nHull, May 3, 1871.\n\n~\n\n\n\nHull, May 4, 1871.\n\n~\n", id="letters"),
        pytest.param("~\n\n[1]\n\n~\n\n[2]\n\n~\n", id="references"),
        pytest.param("~\n\nNo. I shall not.\n\n~\n\nNo, II is his.\n\n~\n", id="no"),
    ],
)
def test_lines_that_only_look_like_headings_make_no_chapter(layout: str) -> None:
    assert titles(book(layout)) == [""]


def test_a_prologue_with_words_of_its_own_keeps_its_sections() -> None:
    text = "PROLOGUE\n\n~\n\nI\n\n~\n\nII\n\n~\n\nCHAPTER I\n\n~\n\nCHAPTER II\n\n~\n"
    assert titles(book(text)) == ["PROLOGUE", "CHAPTER I", "CHAPTER II"]
