import io
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image
from pypdf import PdfReader as Source
from pypdf import PdfWriter
from pypdf.generic import NameObject, NullObject

from narrate.config.schema import ReadTable
from narrate.errors import BadInput, BrokenPdf, LockedPdf, NotPdf, NoWords, ScannedPdf, UnmappedPdf
from narrate.read.pdf.document import load
from narrate.read.pdf.reader import PdfReader
from read.pdf.typeset import PROSE, pdf


def picture() -> bytes:
    page = io.BytesIO()
    Image.new("L", (200, 300), 200).save(page, "PDF")
    return page.getvalue()


def bound(path: Path, *parts: Path | bytes) -> Path:
    writer = PdfWriter()
    for part in parts:
        writer.append(io.BytesIO(part) if isinstance(part, bytes) else part)
    writer.write(path)
    return path


def text(path: Path) -> str:
    book = PdfReader().read(path, ReadTable())
    return " ".join(block.text for chapter in book.chapters for block in chapter.blocks)


def refused(path: Path, error: type[BadInput], says: str) -> None:
    with pytest.raises(error, match=says) as told:
        PdfReader().read(path, ReadTable())
    assert str(path) in str(told.value)


def test_a_scan_is_sent_to_text_recognition(tmp_path: Path) -> None:
    scan = bound(tmp_path / "scan.pdf", picture(), picture(), pdf(tmp_path, PROSE))
    refused(scan, ScannedPdf, r"2 of its 3 pages .* OCR")


def test_a_single_picture_is_a_scan_too(tmp_path: Path) -> None:
    refused(bound(tmp_path / "scan.pdf", picture()), ScannedPdf, "its only page is a picture without text")


def test_a_few_pictures_are_no_scan(tmp_path: Path) -> None:
    story = pdf(tmp_path, f"{PROSE}\n#pagebreak()\n#pagebreak()\n{PROSE}")
    assert text(bound(tmp_path / "plates.pdf", picture(), story, picture())) == f"{PROSE} {PROSE}"


def test_a_document_under_a_password_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=pdf(tmp_path, PROSE))
    writer.encrypt("secret")
    writer.write(tmp_path / "locked.pdf")
    refused(tmp_path / "locked.pdf", LockedPdf, "password")


def test_a_document_that_only_forbids_copying_is_read(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=pdf(tmp_path, PROSE))
    writer.encrypt("", "owner")
    writer.write(tmp_path / "restricted.pdf")
    assert text(tmp_path / "restricted.pdf") == PROSE


def test_damaged_documents_are_refused_or_read_as_far_as_they_go(tmp_path: Path) -> None:
    whole = pdf(tmp_path, PROSE).read_bytes()
    (tmp_path / "header_only.pdf").write_bytes(whole[:40])
    refused(tmp_path / "header_only.pdf", BrokenPdf, "damaged")
    (tmp_path / "lost_table.pdf").write_bytes(whole[: whole.rindex(b"startxref")])
    assert text(tmp_path / "lost_table.pdf") == PROSE


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "story.pdf").write_text("Once upon a time.")
    refused(tmp_path / "story.pdf", NotPdf, "no PDF")


def test_a_document_of_empty_pages_is_empty(tmp_path: Path) -> None:
    refused(pdf(tmp_path, "#pagebreak()"), NoWords, "no words")


def test_a_missing_page_is_survived(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=pdf(tmp_path, f"One.\n#pagebreak()\nTwo.\n#pagebreak()\n{PROSE}"))
    lost = writer.pages[1].indirect_reference
    assert lost is not None
    writer._replace_object(lost, NullObject())  # noqa: SLF001 - what no honest writer does
    writer.write(tmp_path / "missing_page.pdf")
    assert text(tmp_path / "missing_page.pdf") == f"One. {PROSE}"


def test_fonts_that_do_not_say_their_letters_are_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=pdf(tmp_path, PROSE))
    for page in writer.pages:
        fonts = page.get(NameObject("/Resources"), {})["/Font"]
        for font in fonts.values():
            font.get_object().pop(NameObject("/ToUnicode"), None)
    writer.write(tmp_path / "no_letters.pdf")
    refused(tmp_path / "no_letters.pdf", UnmappedPdf, "which letters")


def test_a_page_that_is_turned_by_its_entry_is_read(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=pdf(tmp_path, PROSE))
    writer.pages[0].rotate(90)
    writer.write(tmp_path / "turned.pdf")
    assert text(tmp_path / "turned.pdf") == PROSE


def test_threads_may_read_at_the_same_time(tmp_path: Path) -> None:
    story = pdf(tmp_path, "\n#pagebreak()\n".join([PROSE] * 6))
    pages = len(Source(story).pages)
    found: list[int] = []
    threads = [Thread(target=lambda: found.append(len(load(story).pages))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [pages] * 4
