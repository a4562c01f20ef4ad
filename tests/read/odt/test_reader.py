from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.config.schema import ReadTable
from narrate.errors import DamagedBook, LockedBook, NoWords, OldDocument, UnsafeBook
from narrate.model.story import Block, Book, Reason
from narrate.read.odt.reader import OdtReader
from narrate.read.reader import Reader
from narrate.testing.readers import ReaderContract, assert_tiled

KIND = "application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
PREFIXES = {
    "office": f"{OASIS}:office:1.0",
    "style": f"{OASIS}:style:1.0",
    "text": f"{OASIS}:text:1.0",
    "table": f"{OASIS}:table:1.0",
    "draw": f"{OASIS}:drawing:1.0",
    "svg": f"{OASIS}:svg-compatible:1.0",
    "fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "meta": f"{OASIS}:meta:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in PREFIXES.items())


def style(name: str, inside: str = "", parent: str = "", family: str = "paragraph") -> str:
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{above}>{inside}</style:style>'


def face(attributes: str) -> str:
    return f"<style:text-properties {attributes}/>"


STYLES = "".join(
    (
        '<style:default-style style:family="paragraph">',
        face('fo:language="en" fo:country="GB" style:language-asian="ja" style:country-asian="JP"'),
        "</style:default-style>",
        style("Standard"),
        *(style(name, parent="Standard") for name in ("Heading", "Caption", "Index", "Quotations")),
        *(style(name, parent="Heading") for name in ("Heading_20_1", "Heading_20_2", "Title", "Subtitle")),
        *(style(name, parent="Index") for name in ("Contents_20_Heading", "Contents_20_1", "Index_20_1")),
        style("Author", parent="Title"),
        style("Figure", parent="Caption"),
        style("Horizontal_20_Line", parent="Standard"),
        style("My_20_Poem", parent="Standard"),
        style("Round", parent="Round"),
    )
)
AUTOMATIC = "".join(
    (
        style("P1", parent="My_20_Poem"),
        style("P2", '<style:paragraph-properties fo:border-bottom="1pt solid #000000"/>', "Standard"),
        style("P4", parent="Title"),
        style("P3", face('text:display="none"'), "Standard"),
        style("T1", face('fo:font-weight="bold"'), family="text"),
        style("T2", face('fo:language="fr" fo:country="FR"'), family="text"),
        style("T3", face('fo:language="en" fo:country="US"'), family="text"),
        style("T4", face('text:display="none"'), family="text"),
    )
)
META = (
    "<dc:title>The Salt Lamp</dc:title><meta:initial-creator>Ada Quill</meta:initial-creator>"
    "<dc:creator>Somebody else</dc:creator><dc:description>A lamp goes out.</dc:description>"
    "<meta:creation-date>2019-05-04T10:00:00</meta:creation-date>"
)


def content(body: str) -> str:
    return (
        f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )


def root(name: str, inside: str, more: str = "") -> str:
    start = f'<?xml version="1.0" encoding="UTF-8"?>\n<office:{name} {NAMESPACES} office:version="1.3"{more}>'
    return f"{start}{inside}</office:{name}>"


def odt(body: str, *, encryption: str = "", **others: str) -> bytes:
    """Write a document that LibreOffice opens: the mimetype first, unpacked, and a manifest of all parts."""
    parts = {
        "content.xml": root("document-content", content(body)),
        "styles.xml": root("document-styles", f"<office:styles>{STYLES}</office:styles>"),
        "meta.xml": root("document-meta", f"<office:meta>{META}</office:meta>"),
        **others,
    }
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml">{encryption}'
        "</manifest:file-entry>"
        for part in parts
    )
    whole = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    start = f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0" manifest:version="1.3">'
    parts["META-INF/manifest.xml"] = f"{start}{whole}{listed}</manifest:manifest>"
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        file.writestr("mimetype", KIND, ZIP_STORED)
        for part, text in parts.items():
            file.writestr(part, text)
    return held.getvalue()


def fodt(body: str) -> bytes:
    meta, styles = f"<office:meta>{META}</office:meta>", f"<office:styles>{STYLES}</office:styles>"
    return root("document", meta + styles + content(body), f' office:mimetype="{KIND}"').encode()


def p(*parts: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{"".join(parts)}</text:p>'


def h(text: str, level: int = 1) -> str:
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{text}</text:h>'


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{escape(text)}</text:span>'


def index(kind: str, style: str, *lines: str) -> str:
    template = f"<text:{kind}-source><text:index-title-template>Never read</text:index-title-template>"
    body = "".join(p(line, style=style) for line in lines)
    return (
        f'<text:{kind} text:name="{kind}">{template}</text:{kind}-source>'
        f"<text:index-body>{body}</text:index-body></text:{kind}>"
    )


def table(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row) for row in rows)
    head, *rest = (f"<table:table-row>{line}</table:table-row>" for line in lines)
    return (
        f'<table:table table:name="T"><table:table-header-rows>{head}</table:table-header-rows>'
        f"{''.join(rest)}</table:table>"
    )


def item(inside: str) -> str:
    return f"<text:list-item>{inside}</text:list-item>"


def note(kind: str, mark: str, words: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def frame(*paragraphs: str) -> str:
    return (
        '<draw:frame draw:name="F"><draw:text-box>'
        f"{''.join(paragraphs)}</draw:text-box><svg:title>A wall</svg:title></draw:frame>"
    )


LINE = "<text:line-break/>"
AWKWARD = "".join(
    (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>',
        p("She never came."),
        "</text:deletion></text:changed-region></text:tracked-changes>",
        p("The Salt Lamp", style="Title"),
        p("A Story of the Coast", style="Subtitle"),
        index("table-of-content", "Contents_20_1", "The Pier 3", "The Tide 9"),
        f"<text:list>{item(h('The Pier'))}</text:list>",
        p("Ada", span(" lit", "T1"), "<text:tab/>the", '<text:s text:c="3"/>', "la", span("mp", "T1"), "."),
        p("It burned", note("footnote", "1", "Salt is cheap."), " well", note("endnote", "i", "Oil is not.")),
        p(),
        p("* * *"),
        f"<text:list>{item(p('Oil'))}{item(p('Wick'))}</text:list>",
        p(style="P2"),
        p("Grey are the gulls,", style="P1"),
        p(f"green{LINE}is the weed.", style="P1"),
        p("Keep it lit.", style="Quotations"),
        table(("Night", "Oil"), ("One", "2 pints")),
        p(style="Horizontal_20_Line"),
        p(frame(p('Fig. <text:sequence text:name="Figure">1</text:sequence>: the pier', style="Figure"))),
        h("The Tide"),
        h("In May", 2),
        p("Hidden from the first word.", style="P3"),
        '<text:section text:name="S" text:display="none">' + p("Hidden too.") + "</text:section>",
        p(
            'She <text:change text:change-id="c1"/>always ',
            span("secretly ", "T4"),
            '<text:a xlink:href="#x">came</text:a><text:soft-page-break/>',
            f" home<office:annotation><dc:creator>Ben</dc:creator>{p('Is that so?')}</office:annotation>, ",
            "<text:page-number>17</text:page-number>",
            "<text:ruby><text:ruby-base>海</text:ruby-base><text:ruby-text>うみ</text:ruby-text></text:ruby>.",
        ),
        p("Then\n  ", span("la mer", "T2"), span(" rose,", "T3"), " twenty-one feet."),
        p(frame(p("A note on the wall.")), "She read."),
        index("alphabetical-index", "Index_20_1", "Ada, 3"),
        p("The end."),
    )
)
HEARD = [
    ("heading", "The Salt Lamp"),
    ("heading", "A Story of the Coast"),
    ("heading", "The Pier"),
    ("prose", "Ada lit the lamp."),
    ("prose", "It burned well"),
    ("break", ""),
    ("item", "Oil"),
    ("item", "Wick"),
    ("break", ""),
    ("verse", "Grey are the gulls,"),
    ("verse", "green\nis the weed."),
    ("quote", "Keep it lit."),
    ("item", "Night, Oil"),
    ("item", "One, 2 pints"),
    ("break", ""),
    ("prose", "Fig. 1: the pier"),
    ("heading", "The Tide"),
    ("heading", "In May"),
    ("prose", "She always came home, 海."),
    ("prose", "Then la mer rose, twenty-one feet."),
    ("prose", "She read."),
    ("prose", "A note on the wall."),
    ("prose", "The end."),
]


class TestOdtReader(ReaderContract):
    sample = odt(AWKWARD)
    words = (
        "The Salt Lamp",
        "Ada lit the lamp.",
        "Keep it lit.",
        "The Tide",
        "A note on the wall.",
        "The end.",
    )

    def make(self) -> Reader:
        return OdtReader()


class TestFlatOdtReader(TestOdtReader):
    sample = fodt(AWKWARD)


def reading(data: bytes, wanted: ReadTable | None = None) -> Book:
    with TemporaryDirectory() as folder:
        path = Path(folder, "story.odt")
        path.write_bytes(data)
        book = OdtReader().read(path, wanted or ReadTable())
    for chapter in book.chapters:
        assert_tiled(chapter)
    return book


def blocks(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def said(*body: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(reading(odt("".join(body))))]


@pytest.mark.parametrize("made", [odt, fodt])
def test_an_awkward_document_is_read_as_it_is_printed(made: type) -> None:
    book = reading(made(AWKWARD))
    assert [(block.kind.value, block.text) for block in blocks(book)] == HEARD
    assert [chapter.title for chapter in book.chapters] == ["The Salt Lamp", "The Pier", "The Tide"]


def test_what_is_left_out_has_its_reason() -> None:
    left_out = [
        (chapter.source.text[each.start : each.end], each.reason)
        for chapter in reading(odt(AWKWARD)).chapters
        for each in chapter.omissions
        if each.reason not in {Reason.SPACE, Reason.MARKUP}
    ]
    assert left_out == [
        ("The Pier 3", Reason.CONTENTS),
        ("The Tide 9", Reason.CONTENTS),
        ("1", Reason.NOTE_REFERENCE),
        ("i", Reason.NOTE_REFERENCE),
        ("Salt is cheap.", Reason.NOTE),
        ("Oil is not.", Reason.NOTE),
        ("* * *", Reason.SCENE_BREAK),
        ("17", Reason.PAGE_NUMBER),
        ("Ada, 3", Reason.INDEX),
    ]


def test_notes_are_heard_in_place() -> None:
    heard = [block.text for block in blocks(reading(odt(AWKWARD), ReadTable(notes="in place")))]
    at = heard.index("It burned")
    assert heard[at : at + 4] == ["It burned", "Salt is cheap.", "well", "Oil is not."]


def test_foreign_words_are_marked_and_other_spellings_of_the_same_language_are_not() -> None:
    pieces = [piece for block in blocks(reading(odt(AWKWARD))) for piece in block.pieces]
    assert [(piece.text, piece.language) for piece in pieces if piece.language] == [
        ("海", "ja-JP"),
        ("la mer", "fr-FR"),
    ]


def test_who_began_a_document_wrote_it() -> None:
    told = reading(odt(AWKWARD)).metadata
    assert (told.title, told.author, told.date) == ("The Salt Lamp", "Ada Quill", "2019-05-04")
    assert (told.description, told.language) == ("A lamp goes out.", "en-GB")


def test_a_field_is_read_as_it_stands_on_the_page() -> None:
    fields = "<text:title>The Salt Lamp</text:title>, <text:date>May</text:date>"
    hidden = '<text:hidden-text text:is-hidden="true">never</text:hidden-text>'
    assert said(p(fields, hidden)) == [("prose", "The Salt Lamp, May")]
    assert said(p("Ada."), p('<text:hidden-paragraph text:is-hidden="true"/>never')) == [("prose", "Ada.")]


def test_a_style_based_on_itself_is_no_endless_loop() -> None:
    assert said(p("Ada came.", style="Round")) == [("prose", "Ada came.")]


def test_a_style_that_is_nowhere_explained_counts_by_its_name() -> None:
    assert said(p("Grey gulls.", style="Poem_20_2"), p("Ada came.", style="Nowhere")) == [
        ("verse", "Grey gulls."),
        ("prose", "Ada came."),
    ]


def test_who_wrote_it_stands_below_the_title() -> None:
    body = p("The Salt Lamp", style="P4"), p("by Ada Quill", style="Author"), h("The Pier"), h("The Tide")
    assert [block.level for block in blocks(reading(odt("".join(body))))] == [1, 12, 2, 2]


@pytest.mark.parametrize("level", ["", "0", "salt", "-1", "99"])
def test_a_heading_of_no_known_level_is_one_of_the_highest(level: str) -> None:
    (block,) = blocks(reading(odt(f'<text:h text:outline-level="{level}">The Pier</text:h>')))
    assert (block.text, block.level) == ("The Pier", 2)


def test_a_table_of_one_cell_is_a_frame() -> None:
    assert said(table(("Ada came.",))) == [("prose", "Ada came.")]


LISTS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"'
    ' text:display-levels="2"/><text:list-level-style-bullet text:level="3" text:bullet-char="•"/>'
    "</text:list-style>"
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1"'
    ' style:num-format="I" style:num-prefix="Chapter "/></text:outline-style>'
)


def counted(body: str, more: str = "") -> list[tuple[str, str]]:
    styles = root("document-styles", f"<office:styles>{STYLES}{LISTS}{more}</office:styles>")
    book = reading(odt(body, **{"styles.xml": styles}))
    return [(block.kind.value, block.text) for block in blocks(book)]


def test_automatic_numbers_are_read_as_they_are_printed() -> None:
    deep = f"<text:list>{item(p('Salt'))}<text:list-item>{p('Tin')}<text:list>{item(p('Top'))}</text:list>"
    first = f"<text:list-item>{p('Oil')}{p('or fat')}{deep}</text:list-item></text:list></text:list-item>"
    again = f'<text:list text:style-name="L1">{item(p("Rope"))}</text:list>'
    on = f'<text:list text:style-name="L1" text:continue-numbering="true">{item(p("Hook"))}</text:list>'
    body = f'<text:list text:style-name="L1">{first}{item(p("Wick"))}</text:list>{again}{on}'
    assert [text for _, text in counted(body)] == [
        *("1. Oil", "or fat", "1.a) Salt", "1.b) Tin", "Top", "2. Wick", "1. Rope", "2. Hook"),
    ]


def test_numbers_of_headings_are_part_of_them() -> None:
    assert counted(h("<text:number>Chapter I</text:number>The Pier") + p("Ada came.") + h("The Tide")) == [
        ("heading", "Chapter I: The Pier"),
        ("prose", "Ada came."),
        ("heading", "Chapter II: The Tide"),
    ]


def test_titles_that_begin_pages_are_headings_where_there_are_no_others() -> None:
    paged = style("Paged", '<style:paragraph-properties fo:break-before="page"/>')
    assert counted(p("Ada came.") + p("The Tide", style="Paged") + p("It rose."), paged) == [
        ("prose", "Ada came."),
        ("heading", "The Tide"),
        ("prose", "It rose."),
    ]


def test_two_line_breaks_part_paragraphs() -> None:
    assert said(p(f"Ada{LINE}came.{LINE}{LINE}Ada went.")) == [("prose", "Ada came."), ("prose", "Ada went.")]


ENCRYPTED = '<manifest:encryption-data manifest:checksum="x"/>'
SHEET = root("document-content", "<office:body><office:spreadsheet/></office:body>")


@pytest.mark.parametrize(
    ("broken", "error", "what"),
    [
        (odt(p("Ada came."), encryption=ENCRYPTED), LockedBook, "it has a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), OldDocument, "old Word document"),
        (odt(p("Ada came."))[:-40], DamagedBook, "no whole zip file"),
        (odt("<text:p>"), DamagedBook, r"content\.xml: this is no well-formed XML"),
        (odt("", **{"content.xml": SHEET}), DamagedBook, "no text document in it"),
        (odt(p()), NoWords, "no words to be heard"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', UnsafeBook, "XML entities of its own"),
    ],
    ids=[
        "under_a_password.odt",
        "old_word.odt",
        "cut_short.odt",
        "unclosed_paragraph.odt",
        "spreadsheet.odt",
        "blank.odt",
        "entities.fodt",
    ],
)
def test_a_broken_document_is_refused_in_a_sentence(
    tmp_path: Path, broken: bytes, error: type[Exception], what: str
) -> None:
    path = tmp_path / "broken.odt"
    path.write_bytes(broken)
    with pytest.raises(error, match=rf"broken\.odt.*{what}"):
        OdtReader().read(path, ReadTable())


LETTERS = st.text("abc déß 東 *#\n\t", min_size=1, max_size=8)
RUNS = st.tuples(LETTERS, st.sampled_from(["T1", "T2", "T3", "Nowhere"]))
PARAGRAPHS = st.tuples(
    st.lists(RUNS, max_size=4),
    st.sampled_from(["P1", "P2", "Title", "Quotations", "Contents_20_1", "Nowhere"]),
)


@settings(deadline=None)
@given(st.lists(PARAGRAPHS, max_size=6))
def test_no_letter_is_lost(paragraphs: list[tuple[list[tuple[str, str]], str]]) -> None:
    body = "".join(p(*(span(*run) for run in runs), style=style) for runs, style in paragraphs)
    book = reading(odt(p("Begun.") + body))
    written = "Begun." + "".join(text for runs, _ in paragraphs for text, _ in runs)
    assert [*filter(str.isalnum, book.chapters[0].source.text)] == [*filter(str.isalnum, written)]
