from pathlib import Path

import pytest

from narrate.config.schema import ReadTable
from narrate.errors import BadFrontMatter
from narrate.model.metadata import Metadata
from narrate.read.markdown.front_matter import front_matter
from narrate.read.markdown.reader import MarkdownReader

DATA = Path(__file__).parents[2] / "data" / "read"
PATH = Path("books/story.md")


def told(text: str, path: Path = PATH) -> Metadata:
    return front_matter(path, text).metadata


def test_yaml_says_all_that_a_shelf_wants_to_know(tmp_path: Path) -> None:
    (tmp_path / "front.png").touch()
    text = """\
---
title: 1984
author:
  - Jane Doe
  - name: Tom Roe
narrator: Eleanor
lang: en_GB
date: 2020-01-02 10:00:00 +0100
publisher: The Press
series: Keys
part: Book 2
genre: [Fantasy, Humour]
description: >
  A key
  is lost.
rights: © 2020
isbn: 978-3-16-148410-0
cover: front.png
layout: post
---
Once."""
    assert told(text, tmp_path / "story.md") == Metadata(
        title="1984",
        author="Jane Doe, Tom Roe",
        narrator="Eleanor",
        language="en-GB",
        date="2020-01-02",
        publisher="The Press",
        series="Keys",
        part="2",
        genre="Fantasy, Humour",
        description="A key is lost.",
        copyright="© 2020",
        isbn="978-3-16-148410-0",
        cover=tmp_path / "front.png",
    )


def test_toml_says_the_same() -> None:
    text = '+++\ntitle = "Gold"\nauthors = ["Jane Doe", "Tom Roe"]\ndate = 2020-01-02\n'
    text += 'part = 2\ntranslator = "Di Turner"\n+++\nOnce.'
    assert told(text) == Metadata(
        title="Gold", author="Jane Doe, Tom Roe", translator="Di Turner", date="2020-01-02", part="2"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_ends_after_its_closing_line(end: str) -> None:
    text = end.join(["---", "title: Gold", "---", "Once."])
    assert text[front_matter(PATH, text).end :] == "Once."


def test_toml_may_end_its_lines_like_an_old_mac() -> None:
    assert told('+++\rtitle = "Gold"\rpart = 2\r+++\rOnce.') == Metadata(title="Gold", part="2")


def test_a_cover_on_the_web_is_none_of_ours() -> None:
    assert told("---\ncover: https://example.org/a.png\n---\n").cover is None


@pytest.mark.parametrize(
    ("date", "kept"), [("May 2024", "2024"), ("soon", ""), ("2024-05-31 9:00", "2024-05-31")]
)
def test_of_a_date_in_words_its_year_is_kept(date: str, kept: str) -> None:
    assert told(f"---\ndate: {date}\n---\n").date == kept


def test_norwegian_is_not_false() -> None:
    assert told("---\nlang: no\n---\n").language == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Once upon a time.",
        "---\n\nHe went.\n\n---\n",
        "---\nNote: he went.\n---\nShe stayed.",
        "---\nHe said: no.\n---\n",
        "---\n",
        " ---\ntitle: x\n---\n",
        "--- \nmaybe: this\nis prose.",
    ],
)
def test_prose_is_not_taken_for_front_matter(text: str) -> None:
    assert front_matter(PATH, text).end == 0


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("broken_yaml.md", "line 4: the front matter is no YAML: expected ',' or ']'"),
        ("broken_toml.md", "line 2: the front matter is no TOML: Invalid value"),
        ("unclosed_front_matter.md", "line 1: the front matter is never closed by another ---"),
        (
            "unknown_language.md",
            "line 2: the front matter has a wrong value for 'language': \"The Queen's",
        ),
        (
            "thirteenth_month.md",
            "line 3: the front matter has a wrong value for 'published': \"2024-13-45\"",
        ),
        ("number_of_too_many_digits.md", "line 1: the front matter is no TOML: Exceeds the limit"),
        ("missing_cover.md", "line 4: the front matter has a wrong value for 'cover': there is no file"),
        ("zero_in_title.md", "line 2: the front matter has a wrong value for 'title'"),
    ],
)
def test_broken_front_matter_is_refused_with_file_line_and_reason(name: str, says: str) -> None:
    with pytest.raises(BadFrontMatter) as caught:
        MarkdownReader().read(DATA / name, ReadTable())
    assert f"{DATA / name}, line" in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize("body", ["- a\n- b", "title: [" + "[" * 2000, "title: &a [*a]", "title: \x01"])
def test_what_is_no_table_of_keys_never_gets_through(body: str) -> None:
    try:
        found = front_matter(PATH, f"---\n{body}\n---\n")
    except BadFrontMatter as error:
        assert "story.md, line" in str(error)  # noqa: PT017 - either outcome is right, each has its promise
    else:
        assert found.metadata.title == ""
