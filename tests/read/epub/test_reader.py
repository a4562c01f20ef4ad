from pathlib import Path

import pytest

from narrate.config.schema import ReadTable
from narrate.errors import BadInput, DamagedBook, LockedBook, OnlyPictures, UnsafeBook
from narrate.model.story import BlockKind, Book, Reason
from narrate.read.epub.reader import EpubReader
from narrate.read.reader import Reader
from narrate.testing.readers import ReaderContract, assert_tiled
from read.epub.epubs import Epub, chapter, entry, nav, xhtml

TWO = {"one.xhtml": chapter("One"), "two.xhtml": chapter("Two", "The fox slept.")}


class TestEpubReader(ReaderContract):
    words = ("One", "Once there was a fox.", "Two", "The fox slept.")

    @pytest.fixture
    def path(self, reader: Reader, tmp_path: Path) -> Path:
        return Epub(TWO).write(tmp_path / f"sample{reader.suffixes[0]}")

    def make(self) -> Reader:
        return EpubReader()


def read(epub: Epub, folder: Path, **wanted: object) -> Book:
    path = epub.write(folder / "book.epub")
    book = EpubReader().read(path, ReadTable.model_validate(wanted))
    for each in book.chapters:
        assert_tiled(each)
    return book


def titles(book: Book) -> list[str]:
    return [each.title for each in book.chapters]


def texts(book: Book) -> list[str]:
    return [block.text for each in book.chapters for block in each.blocks]


def omitted(book: Book) -> dict[str, Reason]:
    return {
        each.source.text[omission.start : omission.end]: omission.reason
        for each in book.chapters
        for omission in each.omissions
        if omission.reason not in {Reason.SPACE, Reason.MARKUP}
    }


# --- order and chapters -------------------------------------------------------------------------


def test_the_spine_is_the_reading_order(tmp_path: Path) -> None:
    pages = {"z.xhtml": chapter("One"), "a.xhtml": chapter("Two"), "in/b.xhtml": chapter("Three")}
    assert titles(read(Epub(pages), tmp_path)) == ["One", "Two", "Three"]


def test_the_navigation_divides_inside_a_file_too(tmp_path: Path) -> None:
    page = xhtml('<p id="a">I</p><p>First.</p><p><a id="b"/>II</p><p>Second.</p>')
    contents = nav(entry("book.xhtml#a", "I. The Fox") + entry("book.xhtml#b", "II. The Hen"))
    book = read(Epub({"book.xhtml": page}, nav=contents), tmp_path)
    assert titles(book) == ["I. The Fox", "II. The Hen"]
    assert texts(book) == ["I", "First.", "II", "Second."]
    assert [block.kind for block in book.chapters[0].blocks] == [BlockKind.HEADING, BlockKind.PROSE]


NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
    '<navPoint><navLabel><text>The Fox</text></navLabel><content src="one.xhtml"/>'
    '<navPoint><navLabel><text>The Den</text></navLabel><content src="one.xhtml#x"/></navPoint></navPoint>'
    '<navPoint><navLabel><text>The Hen &amp; Co</text></navLabel><content src="two.xhtml"/></navPoint>'
    "</navMap></ncx>"
)


def test_an_epub_2_has_its_chapters_from_the_ncx(tmp_path: Path) -> None:
    assert titles(read(Epub(TWO, ncx=NCX), tmp_path)) == ["The Fox", "The Hen & Co"]
    empty = nav("")
    assert titles(read(Epub(TWO, nav=empty, ncx=NCX), tmp_path)) == ["The Fox", "The Hen & Co"]
    better = nav(entry("one.xhtml", "A Fox") + entry("two.xhtml", "A Hen"))
    assert titles(read(Epub(TWO, nav=better, ncx=NCX), tmp_path)) == ["A Fox", "A Hen"]


def test_parts_give_way_to_chapters_and_chapters_keep_their_sections(tmp_path: Path) -> None:
    pages = {
        "p1.xhtml": xhtml("<h1>Part One</h1><blockquote>All is fox.</blockquote>"),
        "c1.xhtml": xhtml('<h2>Dawn</h2><p>It rose.</p><h3 id="s">Noon</h3><p>It stood.</p>'),
        "c2.xhtml": xhtml("<h2>Dusk</h2><p>It set.</p>"),
        "p2.xhtml": xhtml("<h1>Part Two</h1>"),
        "c3.xhtml": xhtml("<h2>Night</h2><p>It slept.</p>"),
    }
    contents = nav(
        entry(
            "p1.xhtml",
            "Part One",
            entry("c1.xhtml", "Dawn", entry("c1.xhtml#s", "Noon")) + entry("c2.xhtml", "Dusk"),
        )
        + entry("p2.xhtml", "Part Two", entry("c3.xhtml", "Night"))
    )
    book = read(Epub(pages, nav=contents), tmp_path)
    assert titles(book) == ["Dawn", "Dusk", "Night"]
    assert texts(book)[:4] == ["Part One", "All is fox.", "Dawn", "It rose."]
    assert [block.text for block in book.chapters[2].blocks] == ["Part Two", "Night", "It slept."]


def test_a_part_without_a_place_of_its_own_leaves_its_chapters_their_titles(tmp_path: Path) -> None:
    inside = entry("one.xhtml", "One") + entry("two.xhtml", "Two")
    book = read(Epub(TWO, nav=nav(f"<li><span>Beginnings</span><ol>{inside}</ol></li>")), tmp_path)
    assert titles(book) == ["One", "Two"]


def test_of_entries_that_lead_to_one_place_the_first_counts(tmp_path: Path) -> None:
    contents = nav(
        entry("one.xhtml", "The Fox") + entry("one.xhtml", "A Fox") + entry("two.xhtml", "The Hen")
    )
    assert titles(read(Epub(TWO, nav=contents), tmp_path)) == ["The Fox", "The Hen"]


def test_entries_to_what_is_not_heard_and_to_pictures_are_no_chapters(tmp_path: Path) -> None:
    pages = {
        "cover.xhtml": xhtml('<img src="cover.jpg" alt="Cover"/>'),
        "copyright.xhtml": xhtml("<p>Copyright © 2020 A. Writer. All rights reserved.</p>"),
        **TWO,
    }
    listed = entry("cover.xhtml", "Cover") + entry("copyright.xhtml", "Copyright")
    contents = nav(listed + entry("one.xhtml", "One") + entry("two.xhtml", "Two"))
    book = read(Epub(pages, nav=contents), tmp_path)
    assert titles(book) == ["One", "Two"]
    assert omitted(book)["Copyright © 2020 A. Writer. All rights reserved."] is Reason.TITLE_PAGE


def test_a_dedication_that_the_contents_do_not_name_is_heard(tmp_path: Path) -> None:
    pages = {"d.xhtml": xhtml("<p>To my mother.</p>"), **TWO}
    contents = nav(entry("one.xhtml", "One") + entry("two.xhtml", "Two"))
    book = read(Epub(pages, nav=contents), tmp_path)
    assert titles(book) == ["", "One", "Two"]
    assert texts(book)[0] == "To my mother."


def test_without_contents_headings_divide_and_without_headings_labels(tmp_path: Path) -> None:
    assert titles(read(Epub(TWO), tmp_path)) == ["One", "Two"]
    pages = {f"{at}.xhtml": xhtml(f"<p><b>Chapter {at}</b></p><p>It was {at}.</p>") for at in (1, 2)}
    book = read(Epub(pages), tmp_path)
    assert titles(book) == ["Chapter 1", "Chapter 2"]
    assert book.chapters[0].blocks[0].kind is BlockKind.HEADING


def test_a_contents_that_leads_nowhere_is_as_good_as_none(tmp_path: Path) -> None:
    contents = nav(entry("three.xhtml", "Three") + entry("https://example.org/", "More"))
    assert titles(read(Epub(TWO, nav=contents), tmp_path)) == ["One", "Two"]


# --- what is not the story ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (xhtml('<section epub:type="copyright-page"><p>Printed somewhere.</p></section>'), Reason.TITLE_PAGE),
        (xhtml('<section role="doc-index"><p>Printed somewhere.</p></section>'), Reason.INDEX),
        (xhtml('<section epub:type="colophon"><p>Printed somewhere.</p></section>'), Reason.BACK_MATTER),
        (xhtml("<h1>Also by A. Writer</h1><p>Printed somewhere.</p>"), Reason.BACK_MATTER),
        (xhtml("<h1>Index</h1><p>Printed somewhere.</p>"), Reason.INDEX),
        (xhtml("<h1>List of Illustrations</h1><p>Printed somewhere.</p>"), Reason.CONTENTS),
        (xhtml("<h1>Copyright</h1><p>Printed somewhere.</p>"), Reason.TITLE_PAGE),
        (xhtml("<h1>Dedication</h1><p>Printed somewhere.</p>"), None),
        (xhtml('<section epub:type="afterword"><p>Printed somewhere.</p></section>'), None),
        (xhtml("<h1>About the Author</h1><p>Printed somewhere.</p>"), None),
        (xhtml("<h1>The Copyright Thief</h1><p>Printed somewhere.</p>"), None),
    ],
)
def test_a_page_is_what_it_is_called(page: str, reason: Reason | None, tmp_path: Path) -> None:
    book = read(Epub({**TWO, "three.xhtml": page}), tmp_path)
    assert omitted(book).get("Printed somewhere.") is reason


def test_guide_and_landmarks_say_what_a_page_is(tmp_path: Path) -> None:
    pages = {"x.xhtml": xhtml("<p>Made with care.</p>"), **TWO}
    guide = '<reference type="title-page" href="x.xhtml"/><reference type="text" href="one.xhtml"/>'
    assert omitted(read(Epub(pages, guide=guide), tmp_path)) == {"Made with care.": Reason.TITLE_PAGE}
    marks = '<nav epub:type="landmarks"><ol><li><a epub:type="toc" href="x.xhtml">x</a></li></ol></nav>'
    contents = nav(entry("one.xhtml", "One") + entry("two.xhtml", "Two"), marks)
    assert omitted(read(Epub(pages, nav=contents), tmp_path)) == {"Made with care.": Reason.CONTENTS}


def test_a_title_page_is_told_by_its_saying_nothing_but_who_wrote_what(tmp_path: Path) -> None:
    pages = {"p1.xhtml": xhtml("<p>THE FOX</p><p>a novel</p><p>by A. Writer</p>"), **TWO}
    assert texts(read(Epub(pages), tmp_path))[0] == "One"
    assert texts(read(Epub(pages), tmp_path, title_page=True))[0] == "THE FOX"


@pytest.mark.parametrize(
    "above", ["<h1>The Fox</h1><p>by A. Writer</p>", "<p>A. WRITER</p><p>The Fox</p><p>1901</p>"]
)
def test_a_title_page_may_stand_above_the_first_chapter(above: str, tmp_path: Path) -> None:
    page = xhtml(f"{above}<h2>I</h2><p>Once there was a fox.</p><h2>II</h2><p>It ran.</p>")
    book = read(Epub({"all.xhtml": page}), tmp_path)
    assert titles(book) == ["I", "II"]
    assert set(omitted(book).values()) == {Reason.TITLE_PAGE}


def test_words_above_the_first_chapter_that_are_more_than_credits_are_heard(tmp_path: Path) -> None:
    page = xhtml("<h1>The Fox</h1><p>For Ann, who saw it first.</p><h2>I</h2><p>It ran.</p>")
    assert texts(read(Epub({"all.xhtml": page}), tmp_path))[1] == "For Ann, who saw it first."


def test_contents_nested_three_deep_make_chapters_of_the_deepest(tmp_path: Path) -> None:
    def point(page: str, title: str, inside: str = "") -> str:
        return (
            f'<navPoint><navLabel><text>{title}</text></navLabel><content src="{page}"/>{inside}</navPoint>'
        )

    words = f"<p>{'It ran. ' * 40}</p>"
    pages = {
        "part.xhtml": xhtml("<h1>Part One</h1>"),
        "book.xhtml": xhtml("<h2>Book I</h2>"),
        "wood.xhtml": xhtml(f"<h3>The Wood</h3>{words}"),
        "hill.xhtml": xhtml(f"<h3>The Hill</h3>{words}"),
    }
    inside = point("wood.xhtml", "The Wood") + point("hill.xhtml", "The Hill")
    points = point("part.xhtml", "Part One", point("book.xhtml", "Book I", inside))
    book = read(Epub(pages, ncx=f"<ncx><navMap>{points}</navMap></ncx>"), tmp_path)
    assert titles(book) == ["The Wood", "The Hill"]
    assert texts(book)[:3] == ["Part One", "Book I", "The Wood"]


def test_a_cover_that_is_drawn_has_no_words(tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg"><title>Cover</title><text>The Fox</text></svg>'
    book = read(Epub({"cover.xhtml": xhtml(picture), "one.xhtml": chapter("One")}), tmp_path)
    assert texts(book) == ["One", "Once there was a fox."]


def test_a_page_of_links_is_a_table_of_contents(tmp_path: Path) -> None:
    links = "".join(f'<p><a href="one.xhtml#{at}">The Story of {at}</a></p>' for at in range(5))
    book = read(Epub({"p1.xhtml": xhtml(links), **TWO}), tmp_path)
    assert omitted(book)["The Story of 0"] is Reason.CONTENTS
    assert (
        texts(read(Epub({"p1.xhtml": xhtml(links), **TWO}), tmp_path, contents=True))[0] == "The Story of 0"
    )


def test_a_navigation_document_in_the_spine_is_the_contents(tmp_path: Path) -> None:
    contents = nav(entry("one.xhtml", "One") + entry("two.xhtml", "Two"))
    epub = Epub({"nav.xhtml": contents, **TWO}, items="")
    epub.items = '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    book = read(epub, tmp_path)
    assert titles(book) == ["One", "Two"]
    assert omitted(book)["Contents"] is Reason.CONTENTS


# --- notes --------------------------------------------------------------------------------------

NOTED = xhtml('<h1>One</h1><p>A fox<sup><a href="notes.xhtml#n1">1</a></sup> ran.</p><p>It was red.</p>')
NOTES = xhtml('<h1>Notes</h1><ol><li id="n1"><p>A vixen.<a href="one.xhtml">↩</a></p></li></ol>')


def test_notes_at_the_end_are_heard_where_they_are_wanted(tmp_path: Path) -> None:
    epub = Epub({"one.xhtml": NOTED, "two.xhtml": chapter("Two"), "notes.xhtml": NOTES})
    book = read(epub, tmp_path)
    assert "A vixen." not in " ".join(texts(book))
    assert omitted(book) == {
        "1": Reason.NOTE_REFERENCE,
        "Notes": Reason.BACK_MATTER,
        "A vixen.↩": Reason.NOTE,
    }
    assert texts(read(epub, tmp_path, notes="after paragraph"))[1:4] == [
        "A fox ran.",
        "A vixen.",
        "It was red.",
    ]


def test_pages_outside_the_reading_order_are_notes_or_left_out_for_that_reason(tmp_path: Path) -> None:
    pages = {
        "one.xhtml": NOTED,
        "notes.xhtml": NOTES,
        "map.xhtml": xhtml("<p>A map.</p>"),
        "two.xhtml": chapter("Two"),
        "quiz.xhtml": xhtml("<p>A quiz.</p>"),
    }
    book = read(Epub(pages, outside=("notes.xhtml", "map.xhtml"), unlisted=("quiz.xhtml",)), tmp_path)
    told = omitted(book)
    assert (told["A map."], told["A quiz."], told["A vixen.↩"]) == (Reason.APART, Reason.APART, Reason.NOTE)


# --- what it says of itself ---------------------------------------------------------------------

EPUB_3 = """
<dc:identifier id="i">urn:isbn:978-3-16-148410-0</dc:identifier>
<dc:title id="s">A Tale of Tails</dc:title><meta refines="#s" property="title-type">subtitle</meta>
<dc:title id="t">The Fox</dc:title><meta refines="#t" property="title-type">main</meta>
<dc:creator id="a">Ann Writer</dc:creator><meta refines="#a" property="role" scheme="marc:relators">aut</meta>
<dc:creator id="b">Ben Writer</dc:creator><meta refines="#b" property="role">aut</meta>
<dc:creator id="c">Cy Drawer</dc:creator><meta refines="#c" property="role">ill</meta>
<dc:contributor id="d">Di Turner</dc:contributor><meta refines="#d" property="role">trl</meta>
<dc:language>en_gb</dc:language><dc:date>2019-05-01T00:00:00Z</dc:date>
<dc:publisher>Fox &amp; Co</dc:publisher>
<dc:description>&lt;p&gt;A &lt;b&gt;fox&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;And more.&lt;/p&gt;</dc:description>
<dc:rights>© 2019 Ann Writer</dc:rights>
<meta property="belongs-to-collection" id="k">Beasts</meta>
<meta refines="#k" property="collection-type">series</meta>
<meta refines="#k" property="group-position">2</meta>
"""
EPUB_2 = """
<dc:identifier opf:scheme="ISBN">9783161484100</dc:identifier><dc:title>The Fox</dc:title>
<dc:creator opf:role="aut" opf:file-as="Writer, Ann">Ann Writer</dc:creator>
<dc:creator opf:role="trl">Tom Translator</dc:creator><dc:language>de</dc:language>
<dc:date opf:event="modification">2022</dc:date><dc:date opf:event="publication">2019-05</dc:date>
<meta name="calibre:series" content="Beasts"/><meta name="calibre:series_index" content="2.50"/>
"""


def test_the_package_of_an_epub_3_tells_of_the_book(tmp_path: Path) -> None:
    told = read(Epub(TWO, facts=EPUB_3), tmp_path).metadata
    assert told.title == "The Fox: A Tale of Tails"
    assert (told.author, told.translator) == ("Ann Writer, Ben Writer", "Di Turner")
    assert (told.language, told.date, told.publisher) == ("en-GB", "2019-05-01", "Fox & Co")
    assert (told.series, told.part, told.isbn) == ("Beasts", "2", "9783161484100")
    assert (told.description, told.copyright) == ("A fox. And more.", "© 2019 Ann Writer")


def test_the_package_of_an_epub_2_tells_of_the_book(tmp_path: Path) -> None:
    told = read(Epub(TWO, facts=EPUB_2), tmp_path).metadata
    assert (told.title, told.author, told.language) == ("The Fox", "Ann Writer", "de")
    assert told.translator == "Tom Translator"
    assert (told.date, told.series, told.part, told.isbn) == ("2019-05", "Beasts", "2.5", "9783161484100")


# --- the cover ----------------------------------------------------------------------------------

PICTURE = b"\x89PNG\r\n\x1a\nany"
ITEM = '<item id="art" href="art.png" media-type="image/png"/>'


@pytest.mark.parametrize(
    "epub",
    [
        Epub(TWO, items=ITEM.replace("/>", ' properties="cover-image"/>')),
        Epub(TWO, items=ITEM, facts='<meta name="cover" content="art"/>'),
        Epub(
            {
                "c.xhtml": xhtml(
                    '<svg><image xmlns:x="http://www.w3.org/1999/xlink" x:href="art.png"/></svg>'
                ),
                **TWO,
            },
            guide='<reference type="cover" href="c.xhtml"/>',
        ),
    ],
    ids=["epub-3", "epub-2", "guide"],
)
def test_the_cover_is_taken_from_wherever_the_book_has_it(epub: Epub, tmp_path: Path) -> None:
    epub.parts = {"OEBPS/art.png": PICTURE}
    assert read(epub, tmp_path).metadata.picture == PICTURE
    epub.parts = {}
    assert read(epub, tmp_path).metadata.picture == b""


# --- what is broken, and survived ---------------------------------------------------------------


def test_a_page_that_is_missing_is_told(tmp_path: Path) -> None:
    book = read(Epub({"one.xhtml": chapter("One"), "gone.xhtml": "", "two.xhtml": chapter("Two")}), tmp_path)
    assert titles(book) == ["One", "Two"]
    assert omitted(book) == {"OEBPS/gone.xhtml is missing from the book": Reason.MISSING}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<?xml version='1.0' encoding='iso-8859-1'?>" + chapter("One", "café"), "café"),
        ("<?xml version='1.0' encoding='iso-8859-1'?>" + chapter("One", "café & <br>more"), "café & more"),
        (chapter("One", "a&nbsp;fox&hellip; &unknown; A & B"), "a\xa0fox… &unknown; A & B"),
        (chapter("One", "Tag <b>soup</p><p>is <i>read</b>").replace("</body>", ""), "is read"),
        ("\ufeff" + chapter("One", "With a BOM."), "With a BOM."),
    ],
    ids=["latin-1", "latin-1-soup", "undeclared-entities", "tag-soup", "bom"],
)
def test_an_untidy_page_is_read(page: str, words: str, tmp_path: Path) -> None:
    data = page.encode("latin-1" if "iso-8859-1" in page else "utf-8")
    assert words in texts(read(Epub({"one.xhtml": data, "two.xhtml": chapter("Two")}), tmp_path))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("META-INF/container.xml", b""),
        (
            "META-INF/container.xml",
            b"<container><rootfiles><rootfile full-path='nowhere.opf'/></rootfiles></container>",
        ),
        ("META-INF/container.xml", b"<container>"),
        ("OEBPS/toc.ncx", b"<ncx>"),
        ("OEBPS/toc.ncx", b""),
        ("mimetype", b"application/zip"),
        ("mimetype", b""),
    ],
)
def test_what_only_points_the_way_may_be_broken(name: str, data: bytes, tmp_path: Path) -> None:
    assert titles(read(Epub(TWO, ncx="<ncx/>", parts={name: data}), tmp_path)) == ["One", "Two"]


def test_names_may_be_percent_encoded_and_differ_in_capitals(tmp_path: Path) -> None:
    epub = Epub({"Chapter%20One.xhtml": "", "TWO.xhtml": ""})
    epub.parts = {"OEBPS/Chapter One.xhtml": chapter("One"), "OEBPS/two.xhtml": chapter("Two")}
    assert titles(read(epub, tmp_path)) == ["One", "Two"]


def test_a_link_that_climbs_out_of_the_book_leads_nowhere(tmp_path: Path) -> None:
    book = read(Epub({**TWO, "../../../../etc/hostname": ""}), tmp_path)
    assert omitted(book) == {"etc/hostname is missing from the book": Reason.MISSING}


def test_obfuscated_fonts_are_no_lock(tmp_path: Path) -> None:
    parts = {"META-INF/encryption.xml": encryption("http://www.idpf.org/2008/embedding", "OEBPS/font.otf")}
    assert titles(read(Epub(TWO, parts=parts), tmp_path)) == ["One", "Two"]


# --- what is refused ----------------------------------------------------------------------------


def encryption(algorithm: str, name: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
        ' xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
        f'<enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/>'
        f'<enc:CipherData><enc:CipherReference URI="{name}"/></enc:CipherData>'
        "</enc:EncryptedData></encryption>"
    )


LAUGHS = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + chapter("One", "&b;")
OUTSIDE = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + chapter("One", "&a;")
PICTURES = {f"{at}.xhtml": xhtml(f'<img src="{at}.jpg" alt="page {at}"/>') for at in range(3)}
LOCK = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/one.xhtml")


@pytest.mark.parametrize(
    ("epub", "error", "says"),
    [
        (Epub({"one.xhtml": LAUGHS}), UnsafeBook, r"book\.epub, OEBPS/one\.xhtml: .*entities"),
        (Epub({"one.xhtml": OUTSIDE}), UnsafeBook, r"book\.epub, OEBPS/one\.xhtml: .*entities"),
        (Epub(TWO, parts={"OEBPS/big.xhtml": bytes(64 << 20)}), UnsafeBook, "big.xhtml.*67,108,864 bytes"),
        (Epub(TWO, parts={"../x": "x"}), UnsafeBook, "points outside"),
        (Epub(TWO, parts={"META-INF/encryption.xml": LOCK}), LockedBook, "DRM"),
        (Epub(PICTURES), OnlyPictures, "only pictures"),
        (Epub(TWO, parts={"OEBPS/book.opf": ""}), DamagedBook, "no package"),
        (Epub(TWO, parts={"OEBPS/book.opf": "<package>"}), DamagedBook, r"OEBPS/book\.opf: .*XML"),
        (Epub({}), DamagedBook, "no reading order"),
        (Epub({"one.xhtml": bytes(range(256))}), BadInput, r"book\.epub, OEBPS/one\.xhtml: "),
    ],
    ids=[
        "laughs",
        "entity",
        "bomb",
        "slip",
        "drm",
        "pictures",
        "no-package",
        "broken",
        "no-spine",
        "rubbish",
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    epub: Epub, error: type[BadInput], says: str, tmp_path: Path
) -> None:
    with pytest.raises(error, match=says):
        read(epub, tmp_path)
