from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.config.schema import ReadTable
from narrate.errors import DamagedBook, LockedBook, OldDocument, UnsafeBook
from narrate.model.story import Block, Book, Reason
from narrate.read.docx.reader import DocxReader
from narrate.read.reader import Reader
from narrate.testing.readers import ReaderContract, assert_tiled

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
METADATA = f"{PACKAGE}/relationships/metadata"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = " ".join(
    (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        f'xmlns:r="{OFFICE}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    )
)
PARTS = {
    "styles": ("word/styles.xml", "styles"),
    "footnotes": ("word/footnotes.xml", "footnotes"),
    "comments": ("word/comments.xml", "comments"),
    "numbering": ("word/numbering.xml", "numbering"),
    "header": ("word/header1.xml", "hdr"),
}
"""Where a part is, and what its root is called."""


def style(key: str, name: str, inside: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{inside}</w:style>'


BRITISH = '<w:lang w:val="en-GB" w:eastAsia="ja-JP"/>'
STYLES = "".join(
    (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{BRITISH}</w:rPr></w:rPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        style("Titel", "Title"),
        style("Untertitel", "Subtitle"),
        style("berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        style("berschrift2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("Kapitel", "My Chapters", '<w:basedOn w:val="berschrift1"/>'),
        style("Rund", "In a circle", '<w:basedOn w:val="Rund"/>'),
        style("Autor", "Author", '<w:basedOn w:val="Titel"/>'),
        style("Level", "Outlined", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("Tafel", "TOC Heading", '<w:basedOn w:val="berschrift1"/>'),
        style("Verz1", "toc 1"),
        style("Bild", "caption"),
        style("Reg", "index 1"),
        style("Zitat", "Intense Quote"),
        style("Gedicht", "Poem"),
        style("Aufz", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
        style("Geheim", "Secret", "<w:rPr><w:vanish/></w:rPr>", "character"),
    )
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>The Salt Lamp</dc:title>'
    "<dc:creator>Ada Quill; Ben Reed</dc:creator><dc:description>A lamp goes out.</dc:description>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2019-05-04T10:00:00Z</dcterms:created></cp:coreProperties>'
)


def docx(body: str, *, core: str = CORE, main: str = "word/document.xml", **parts: str) -> bytes:
    """Write a document that Word opens, with all parts that it insists upon."""
    inner = {"styles": STYLES, **parts}
    folder, _, file = main.rpartition("/")
    types = [(f"/{main}", f"{MAIN}.document.main+xml"), ("/docProps/core.xml", f"{CORE_TYPE}+xml")]
    types += [(f"/{PARTS[kind][0]}", f"{MAIN}.{kind}+xml") for kind in inner]
    outside = [("officeDocument", OFFICE, main), ("core-properties", METADATA, "docProps/core.xml")]
    written = {
        "[Content_Types].xml": content_types(types),
        "_rels/.rels": relations(outside),
        "docProps/core.xml": core,
        main: f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{file}.rels": relations([(kind, OFFICE, f"/{PARTS[kind][0]}") for kind in inner]),
    }
    for kind, inside in inner.items():
        part, root = PARTS[kind]
        written[part] = f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
    return zipped(written)


def content_types(parts: list[tuple[str, str]]) -> str:
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in parts)
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relations(found: list[tuple[str, str, str]]) -> str:
    lines = (
        f'<Relationship Id="r-{kind}" Type="{base}/{kind}" Target="{target}"/>'
        for kind, base, target in found
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def zipped(parts: dict[str, str]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')
    return held.getvalue()


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inside}</w:p>"


def field(instruction: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")]
    return (
        f'{marks[0]}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f"{marks[1]}{r(result)}{marks[2]}"
    )


def table(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def gallery(name: str, inside: str) -> str:
    part = f'<w:docPartObj><w:docPartGallery w:val="{name}"/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{part}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def reading(data: bytes, wanted: ReadTable | None = None) -> Book:
    with TemporaryDirectory() as folder:
        path = Path(folder, "story.docx")
        path.write_bytes(data)
        book = DocxReader().read(path, wanted or ReadTable())
    for chapter in book.chapters:
        assert_tiled(chapter)
    return book


def blocks(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def said(*body: str, wanted: ReadTable | None = None, **parts: str) -> list[tuple[str, str]]:
    book = reading(docx("".join(body), **parts), wanted)
    return [(block.kind.value, block.text) for block in blocks(book)]


def omitted(book: Book) -> list[tuple[str, Reason]]:
    return [
        (chapter.source.text[each.start : each.end], each.reason)
        for chapter in book.chapters
        for each in chapter.omissions
        if each.reason not in {Reason.SPACE, Reason.MARKUP}
    ]


BOX = "<w:txbxContent><w:p><w:r><w:t>A note on the wall.</w:t></w:r></w:p></w:txbxContent>"
NOTES = (
    '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{r(" Salt is cheap.")}</w:p></w:footnote>'
)
DRAWING = (
    '<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Box" descr="A wall"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)
SHAPE = (
    f'<w:pict><v:shape id="s1" style="width:90pt;height:90pt"><v:textbox>{BOX}</v:textbox></v:shape></w:pict>'
)
COMMENTS = f'<w:comment w:id="1" w:author="Ben">{p("Is that so?")}</w:comment>'
HEADER = p("The Salt Lamp, page 1")
AWKWARD = "".join(
    (
        gallery("Cover Pages", p("Printed in Hull")),
        p("The Salt Lamp", style="Titel"),
        p("A Story of the Coast", style="Untertitel"),
        p("by Ada Quill", style="Autor"),
        p("Inside", style="Tafel"),
        "<w:p>" + field(r'TOC \o "1-3"', "The Pier 3") + "</w:p>",
        p("The Tide 9", style="Verz1"),
        p("The Pier", style="Kapitel"),
        p("Ada", r(" lit", "<w:b/>"), "<w:r><w:tab/></w:r>", "the ", r("la"), r("mp"), "."),
        p("It burned", '<w:r><w:footnoteReference w:id="2"/></w:r>', " well-", r("kept")),
        p(),
        p("* * *", more='<w:jc w:val="center"/>'),
        p("Oil", more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'),
        p("Wick", style="Aufz"),
        p(more='<w:pBdr><w:bottom w:val="single"/></w:pBdr>'),
        p("Grey are the gulls,", style="Gedicht"),
        p("green is the weed.", style="Gedicht"),
        p(),
        p("Blue", "<w:r><w:br/></w:r>", "again.", style="Gedicht"),
        p("Keep it lit.", style="Zitat"),
        table(("Night", "Oil"), ("One", "2 pints")),
        p("Fig. 1: the pier", style="Bild"),
        p("The Tide", style="Level"),
        p("The Tide", style="berschrift1"),
        p(
            "She ",
            f'<w:del w:id="1">{r("never ").replace("w:t", "w:delText")}</w:del>',
            f'<w:ins w:id="2">{r("always ")}</w:ins>',
            f'<w:moveFrom w:id="3">{r("moved away")}</w:moveFrom>',
            r("secret", "<w:vanish/>"),
            r("secret too", '<w:rStyle w:val="Geheim"/>'),
            r("came", '<w:vanish w:val="0"/>'),
            f'<w:hyperlink w:anchor="x">{r(" home")}</w:hyperlink>',
            f'<w:smartTag w:element="place">{r(" to Hull")}</w:smartTag>',
            '<w:r><w:softHyphen/></w:r><w:commentRangeStart w:id="1"/>',
            r(", "),
            field("PAGE", "17"),
            field("REF tide", "by tide"),
            f'<w:fldSimple w:instr=" DATE ">{r(" in May")}</w:fldSimple>',
            '<w:r><w:commentReference w:id="1"/></w:r>',
            r("."),
        ),
        p(
            r("Then "),
            r("la mer", '<w:lang w:val="fr-FR"/>'),
            r(" rose, ", '<w:lang w:val="en-US"/>'),
            r("海", '<w:rFonts w:hint="eastAsia"/>'),
            "<w:r><w:t>twenty</w:t><w:noBreakHyphen/><w:t>one</w:t></w:r>",
            r(" feet."),
        ),
        p(
            "<w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps">{DRAWING}</mc:Choice><mc:Fallback>{SHAPE}</mc:Fallback>'
            "</mc:AlternateContent></w:r>",
            r("She read."),
        ),
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F09A"/></w:r></w:p>',
        p("Ada, 3", style="Reg"),
        p("The end."),
        '<w:sectPr><w:headerReference w:type="default" r:id="r-header"/></w:sectPr>',
    )
)
HEARD = [
    ("heading", "The Salt Lamp"),
    ("heading", "A Story of the Coast"),
    ("heading", "by Ada Quill"),
    ("heading", "The Pier"),
    ("prose", "Ada lit the lamp."),
    ("prose", "It burned well-kept"),
    ("break", ""),
    ("item", "Oil"),
    ("item", "Wick"),
    ("break", ""),
    ("verse", "Grey are the gulls,\ngreen is the weed."),
    ("verse", "Blue\nagain."),
    ("quote", "Keep it lit."),
    ("item", "Night, Oil"),
    ("item", "One, 2 pints"),
    ("prose", "Fig. 1: the pier"),
    ("heading", "The Tide"),
    ("heading", "The Tide"),
    ("prose", "She always came home to Hull, by tide in May."),
    ("prose", "Then la mer rose, 海twenty-one feet."),
    ("prose", "She read."),
    ("prose", "A note on the wall."),
    ("break", ""),
    ("prose", "The end."),
]


class TestDocxReader(ReaderContract):
    sample = docx(AWKWARD, footnotes=NOTES, comments=COMMENTS, header=HEADER)
    words = (
        "The Salt Lamp",
        "Ada lit the lamp.",
        "Keep it lit.",
        "The Tide",
        "A note on the wall.",
        "The end.",
    )

    def make(self) -> Reader:
        return DocxReader()


def test_an_awkward_document_is_read_as_it_is_printed() -> None:
    book = reading(docx(AWKWARD, footnotes=NOTES, comments=COMMENTS, header=HEADER))
    assert [(block.kind.value, block.text) for block in blocks(book)] == HEARD
    assert [chapter.title for chapter in book.chapters] == ["The Salt Lamp", "The Pier", "The Tide"]


def test_what_is_left_out_has_its_reason() -> None:
    assert omitted(reading(docx(AWKWARD, footnotes=NOTES))) == [
        ("Printed in Hull", Reason.TITLE_PAGE),
        ("Inside", Reason.CONTENTS),
        ("The Pier 3", Reason.CONTENTS),
        ("The Tide 9", Reason.CONTENTS),
        ("1", Reason.NOTE_REFERENCE),
        ("* * *", Reason.SCENE_BREAK),
        ("17", Reason.PAGE_NUMBER),
        ("❖", Reason.SCENE_BREAK),
        ("Ada, 3", Reason.INDEX),
        ("Salt is cheap.", Reason.NOTE),
    ]


def test_what_is_wanted_is_heard_where_it_belongs() -> None:
    wanted = ReadTable(notes="after paragraph", contents=True, tables=False)
    heard = said(AWKWARD, footnotes=NOTES, wanted=wanted)
    assert heard[heard.index(("prose", "It burned well-kept")) + 1] == ("prose", "Salt is cheap.")
    assert ("prose", "The Pier 3") in heard
    assert ("item", "Night, Oil") not in heard


def test_foreign_words_are_marked_and_other_spellings_of_the_same_language_are_not() -> None:
    (block,) = (block for block in blocks(reading(docx(AWKWARD))) if "la mer" in block.text)
    assert [(piece.text, piece.language) for piece in block.pieces if piece.language] == [
        ("la mer", "fr-FR"),
        ("海", "ja-JP"),
    ]


def test_core_properties_are_the_metadata() -> None:
    told = reading(docx(AWKWARD)).metadata
    assert (told.title, told.author, told.date) == ("The Salt Lamp", "Ada Quill, Ben Reed", "2019-05-04")
    assert (told.description, told.language) == ("A lamp goes out.", "en-GB")


def test_the_language_of_most_words_is_the_documents() -> None:
    russian = '<w:lang w:val="ru-RU"/>'
    book = reading(docx(p("Hi!") + p(r("Лампа погасла, и стало темно.", russian))))
    assert book.metadata.language == "ru-RU"
    assert [block.pieces[0].language for block in blocks(book)] == ["en-GB", ""]


def test_a_document_without_styles_is_divided_by_headings_that_say_so() -> None:
    body = p("Chapter 1") + p("Ada came.") + p("Chapter 2") + p("Ada went.")
    assert [kind for kind, _ in said(body, styles="")] == ["heading", "prose", "heading", "prose"]
    assert said(body + p("The Tide", style="berschrift1"))[0] == ("prose", "Chapter 1")


def test_a_style_that_is_nowhere_explained_counts_by_its_name() -> None:
    assert said(p("The Pier", style="Heading1"), p("Ada came.", style="Nowhere"), styles="") == [
        ("heading", "The Pier"),
        ("prose", "Ada came."),
    ]


def test_the_main_part_may_have_any_name() -> None:
    book = reading(docx(p("Ada came."), main="word/document2.xml"))
    assert [block.text for block in blocks(book)] == ["Ada came."]


def test_a_style_based_on_itself_is_no_endless_loop() -> None:
    assert said(p("Ada came.", style="Rund")) == [("prose", "Ada came.")]


def test_a_field_that_never_ends_does_not_swallow_the_book() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert said(p(begun, "Ada came."), p("Ada went.")) == [("prose", "Ada came."), ("prose", "Ada went.")]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    joined = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert said(p("Ada ", more=joined), p("came.")) == [("prose", "Ada came.")]
    assert said(p("Ada came.", more=joined)) == [("prose", "Ada came.")]


def test_a_placeholder_that_nobody_filled_in_is_not_read() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert said(p("Dear ", control.format(r("Click here to enter text")), "Ada.")) == [("prose", "Dear Ada.")]


def test_a_note_may_have_a_mark_of_its_own() -> None:
    marked = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>†</w:t></w:r>'
    book = reading(docx(p("It burned", marked, "."), footnotes=NOTES))
    assert omitted(book) == [("†", Reason.NOTE_REFERENCE), ("Salt is cheap.", Reason.NOTE)]


def test_a_table_of_one_cell_is_a_frame() -> None:
    assert said(table(("Ada came.",))) == [("prose", "Ada came.")]


def test_line_breaks_in_prose_are_blanks_and_two_of_them_part_paragraphs() -> None:
    end = "<w:r><w:br/></w:r>"
    assert said(p("Ada", end, "came.", end, end, "Ada went.")) == [
        ("prose", "Ada came."),
        ("prose", "Ada went."),
    ]
    assert said(p("Chapter 1", end, "The Pier", style="Kapitel")) == [("heading", "Chapter 1: The Pier")]


def test_readings_above_characters_are_not_read_twice() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('かい')}</w:rt><w:rubyBase>{r('海')}</w:rubyBase></w:ruby></w:r>"
    assert said(p(ruby, "。")) == [("prose", "海。")]


def level(at: int, form: str, text: str, style: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    told = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{styled}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{told}</w:lvl>'


def counted(number: int, at: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'


LISTS = (
    f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%1%2)")}'
    f"{level(2, 'bullet', '•')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="8">{level(0, "upperRoman", "Chapter %1", "Gezählt")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
)
COUNTED = STYLES + style("Gezählt", "heading 1", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')


def test_automatic_numbers_are_read_as_they_are_printed() -> None:
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0)]
    items = [p("Oil", more=counted(*place)) for place in places]
    assert [text for _, text in said(*items, numbering=LISTS)] == [
        *("1. Oil", "1a) Oil", "1b) Oil", "Oil", "2. Oil", "2a) Oil", "5. Oil", "6. Oil"),
    ]


def test_numbers_of_headings_are_part_of_them() -> None:
    body = (
        p("The Pier", style="Gezählt"),
        p("Ada came."),
        p("The Tide", style="Gezählt"),
        p(more=counted(1)),
    )
    assert said(*body, numbering=LISTS, styles=COUNTED) == [
        ("heading", "Chapter I: The Pier"),
        ("prose", "Ada came."),
        ("heading", "Chapter II: The Tide"),
    ]


NEW_PAGE = '<w:r><w:br w:type="page"/></w:r>'


@pytest.mark.parametrize(
    "tide",
    [
        p(NEW_PAGE) + p("The Tide"),
        p(NEW_PAGE, "The Tide"),
        p("The Tide", more="<w:pageBreakBefore/>"),
        p(more='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>') + p("The Tide"),
    ],
)
def test_titles_that_begin_pages_are_headings_where_there_are_no_others(tide: str) -> None:
    assert said(p("Ada came."), tide, p("It rose.")) == [
        ("prose", "Ada came."),
        ("heading", "The Tide"),
        ("prose", "It rose."),
    ]
    assert said(p("The Pier", style="berschrift1"), tide)[1] == ("prose", "The Tide")


def test_a_page_that_begins_with_prose_says_that_pages_are_no_chapters() -> None:
    body = p("Ada came.", NEW_PAGE, "The Tide") + p(NEW_PAGE, "It rose and it fell.")
    assert [kind for kind, _ in said(body)] == ["prose"] * 3


@pytest.mark.parametrize("code", ["", "salt", "D800", "FFFFFFFFFF", "-1"])
def test_a_sign_that_is_none_is_passed_over(code: str) -> None:
    assert said(p("Ada", f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>', ".")) == [("prose", "Ada.")]


def test_a_text_box_in_a_group_of_shapes_is_read_once() -> None:
    group = (
        "<w:r><w:drawing><wps:wgp><mc:AlternateContent>{}</mc:AlternateContent></wps:wgp></w:drawing></w:r>"
    )
    both = f"<mc:Choice><wps:txbx>{BOX}</wps:txbx></mc:Choice><mc:Fallback>{SHAPE}</mc:Fallback>"
    assert said(p("She read.", group.format(both))) == [
        ("prose", "She read."),
        ("prose", "A note on the wall."),
    ]


def test_words_of_formulas_are_kept() -> None:
    assert said(p("Let ", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", " be salt.")) == [
        ("prose", "Let x be salt.")
    ]


@pytest.mark.parametrize(
    ("broken", "error", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), OldDocument, "old Word document"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            LockedBook,
            "it has a password",
        ),
        (docx(p("Ada came."))[:-40], DamagedBook, "no whole zip file"),
        (zipped({"mimetype": "<x/>"}), DamagedBook, "no Word document in it"),
        (docx("<w:p>"), DamagedBook, r"word/document\.xml: this is no well-formed XML"),
        (zipped({"word/document.xml": "<workbook/>"}), DamagedBook, "but a workbook"),
        (
            zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            UnsafeBook,
            "XML entities of its own",
        ),
    ],
    ids=[
        "old_word.docx",
        "under_a_password.docx",
        "cut_short.docx",
        "no_document.docx",
        "unclosed_paragraph.docx",
        "spreadsheet.docx",
        "entities.docx",
    ],
)
def test_a_broken_document_is_refused_in_a_sentence(
    tmp_path: Path, broken: bytes, error: type[Exception], what: str
) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(broken)
    with pytest.raises(error, match=rf"broken\.docx.*{what}"):
        DocxReader().read(path, ReadTable())


LETTERS = st.text("abc déß 東 *#\n\t", min_size=1, max_size=8)
RUNS = st.tuples(LETTERS, st.sampled_from(["", "<w:b/>", '<w:lang w:val="fr-FR"/>']))
PARAGRAPHS = st.tuples(
    st.lists(RUNS, max_size=4), st.sampled_from(["", "Gedicht", "Kapitel", "Zitat", "Verz1", "Nowhere"])
)


@settings(deadline=None)
@given(st.lists(PARAGRAPHS, max_size=6))
def test_no_letter_is_lost(paragraphs: list[tuple[list[tuple[str, str]], str]]) -> None:
    body = "".join(p(*(r(*run) for run in runs), style=style) for runs, style in paragraphs)
    book = reading(docx(p("Begun.") + body))
    written = "Begun." + "".join(text for runs, _ in paragraphs for text, _ in runs)
    assert [*filter(str.isalnum, book.chapters[0].source.text)] == [*filter(str.isalnum, written)]
