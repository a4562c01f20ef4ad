from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.jobs import FIELDS, known_fields
from narrate.model.metadata import Metadata
from narrate.pipeline.layout import folders

BOOK = Metadata(title="Emma", author="J. Austen", date="1815-12-23")
CASES = {
    "": "",
    "{title}": "Emma",
    "{author}/{series}/{part} - {title}": "J. Austen/Emma",
    "{series} {part} - {title}": "Emma",
    "{author} - {series} - {title}": "J. Austen - Emma",
    "{title} ({series})": "Emma",
    "{title} ({year})": "Emma (1815)",
    "[{part}] {title}, unabridged": "Emma, unabridged",
    "{title} ({series}) unabridged": "Emma unabridged",
    "audio books/{author}": "audio books/J. Austen",
    "/../{title}/": "Untitled/Emma",
    "{{{title}}}": "{Emma}",
}


@pytest.mark.parametrize("layout", CASES)
def test_what_is_not_known_leaves_no_trace(layout: str) -> None:
    assert folders(layout, BOOK) == PurePath(CASES[layout])


@given(
    st.lists(st.sampled_from([*(f"{{{name}}}" for name in FIELDS), "/", " - ", "..", "\\", "(", ")", "C:"]))
)
def test_no_layout_and_no_book_leads_out_of_the_output_folder(parts: list[str]) -> None:
    book = Metadata(title="../..", author="/etc", series="a/b", part="1", narrator="..\\..", publisher="CON")
    path = folders(known_fields("".join(parts)), book)
    assert not path.is_absolute()
    assert ".." not in path.parts
