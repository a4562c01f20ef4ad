"""Books that are broken, locked or made to harm, each kept under an honest name."""

from pathlib import Path

import pytest

from command import Narrate

BOOKS = Path(__file__).parents[1] / "data" / "read" / "books"
REFUSED = {
    "billion_laughs.epub": "OEBPS/one.xhtml: this part declares XML entities of its own",
    "bomb_of_many_parts.epub": "it would unpack to far more than a book is",
    "cut_short.docx": "this is no whole zip file",
    "cut_short.epub": "this is no whole zip file",
    "drm.epub": "its pages are encrypted (DRM)",
    "entities.fb2": "this part declares XML entities of its own",
    "external_entity.epub": "OEBPS/one.xhtml: this part declares XML entities of its own",
    "header_only.pdf": "the PDF document is damaged",
    "no_reading_order.epub": "the package has no reading order",
    "not_a_zip.docx": "this is no whole zip file",
    "not_a_zip.epub": "this is no whole zip file",
    "only_pictures.epub": "only pictures of pages; run text recognition (OCR)",
    "password.odt": "the book is locked: it has a password",
    "password.pdf": "protected by a password",
    "path_traversal.epub": "its part '../../.bashrc' points outside of it",
    "scan.pdf": "2 of its 2 pages are pictures without text; run text recognition (OCR)",
    "unclosed_paragraph.fb2": "line 3, column 17",
    "without_words.html": "the file has no words to be heard",
    "zip_bomb.epub": "its part 'OEBPS/big.xhtml' would unpack to 67,108,864 bytes",
}


def test_every_book_that_is_kept_is_tried() -> None:
    assert {path.name for path in BOOKS.iterdir()} == {*REFUSED, "missing_spine_item.epub"}


@pytest.mark.parametrize("name", REFUSED)
def test_a_book_that_cannot_be_read_is_refused_in_one_sentence(name: str, narrate: Narrate) -> None:
    done = narrate("plan", BOOKS / name)
    assert (done.returncode, done.stdout) == (2, "")
    (told,) = done.stderr.splitlines()
    assert told.startswith(f"narrate: {BOOKS / name}")
    assert REFUSED[name] in told


def test_a_book_that_lacks_a_page_is_read_without_it(narrate: Narrate) -> None:
    done = narrate("plan", BOOKS / "missing_spine_item.epub")
    assert done.returncode == 0, done.stderr
    assert "Once there was a fox." in done.stdout
    assert "left out: missing part" in done.stdout
