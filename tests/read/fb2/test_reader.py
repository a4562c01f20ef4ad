from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.config.schema import ReadTable
from narrate.errors import DamagedBook, EmptyStory, UnsafeBook
from narrate.model.metadata import Metadata
from narrate.model.story import Block, Book, Reason
from narrate.read.fb2.reader import Fb2Reader
from narrate.read.reader import Reader
from narrate.testing.readers import ReaderContract, assert_tiled

NAMESPACES = 'xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"'
COVER = b"\x89PNG\r\n\x1a\n"
DESCRIPTION = """
<title-info>
 <genre>prose_classic</genre>
 <author><first-name>Ada</first-name><last-name>Quill</last-name></author>
 <author><nickname>Ben</nickname></author>
 <book-title>The Salt
   Lamp</book-title>
 <annotation><p>A lamp <emphasis>goes</emphasis> out.</p><p>It is lit again.</p></annotation>
 <date value="2019-05-04">May 2019</date>
 <coverpage><image l:href="#pier.png"/></coverpage>
 <lang>en</lang>
 <translator><first-name>Tom</first-name><last-name>Turner</last-name></translator>
 <sequence name="Lamps" number="2"/>
</title-info>
<document-info><author><nickname>scanner</nickname></author><date>2021</date></document-info>
<publish-info><publisher>Pier Press</publisher><year>2020</year><isbn>978-1-4028-9462-6</isbn></publish-info>
"""
AWKWARD = """
<body>
 <title><p>Ada Quill</p><p>The Salt Lamp</p></title>
 <epigraph><p>Keep it lit.</p><text-author>A sailor</text-author></epigraph>
 <section>
  <title><p>Part One</p><p>The Coast</p></title>
  <section id="s1">
   <title><p>The Pier<a l:href="#n1" type="note">[1]</a></p></title>
   <image l:href="#pier.png"/>
   <p>Ada <strong>lit</strong> the la<emphasis>mp</emphasis>,<a l:href="#n2" type="note">*</a>
      and <style name="x" xml:lang="fr">la mer</style> rose
      <image l:href="#x.png"/><a l:href="http://example.org">high</a><code> tide</code>.</p>
   <p><code>tide = 2 * moon</code></p>
   <p>She <a l:href="http://example.org">slept</a>.</p>
   <empty-line/>
   <p>She woke.</p>
   <subtitle>* * *</subtitle>
   <poem>
    <title><p>Song</p></title>
    <stanza><v>Grey are the gulls,</v><v>green is the weed.</v></stanza>
    <stanza><v>Blue again.</v></stanza>
    <text-author>Ben</text-author>
   </poem>
   <empty-line/>
   <cite><p>Come home.</p></cite>
   <subtitle>In May</subtitle>
   <table><tr><th>Night</th><th>Oil</th></tr><tr><td>One</td><td>2 pints</td></tr></table>
  </section>
  <section>
   <title><p>The Tide</p></title>
   <annotation><p>In which it turns.</p></annotation>
   <p>It turned.</p>
  </section>
 </section>
</body>
<body name="notes">
 <title><p>Notes</p></title>
 <section id="n1"><title><p>1</p></title><p>Of wood.</p></section>
 <section id="n2"><title><p>On salt</p></title><p>Salt is cheap.</p><p>Oil is not.</p></section>
</body>
<binary id="pier.png" content-type="image/png">iVBORw0K
  Ggo=</binary>
"""


def fb2(bodies: str, description: str = DESCRIPTION, encoding: str = "utf-8") -> bytes:
    start = f'<?xml version="1.0" encoding="{encoding}"?>\n<FictionBook {NAMESPACES}>'
    return f"{start}<description>{description}</description>{bodies}</FictionBook>".encode(encoding)


def fbz(data: bytes, name: str = "story.fb2") -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        file.writestr("readme.txt", "Have fun.")
        file.writestr(name, data)
    return held.getvalue()


def section(*parts: str) -> str:
    return f"<body><section>{''.join(parts)}</section></body>"


class TestFb2Reader(ReaderContract):
    sample = fb2(AWKWARD)
    words = (
        "The Salt Lamp",
        "Part One: The Coast",
        "The Pier",
        "Ada lit the lamp,",
        "The Tide",
        "It turned.",
    )

    def make(self) -> Reader:
        return Fb2Reader()


class TestZippedFb2Reader(TestFb2Reader):
    sample = fbz(fb2(AWKWARD))


def reading(data: bytes, wanted: ReadTable | None = None) -> Book:
    with TemporaryDirectory() as folder:
        path = Path(folder, "story.fb2")
        path.write_bytes(data)
        book = Fb2Reader().read(path, wanted or ReadTable())
    for chapter in book.chapters:
        assert_tiled(chapter)
    return book


def blocks(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def said(bodies: str, wanted: ReadTable | None = None) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(reading(fb2(bodies), wanted))]


def test_an_awkward_book_is_read_as_it_is_printed() -> None:
    book = reading(fb2(AWKWARD))
    assert [(block.kind.value, block.text) for block in blocks(book)] == [
        ("heading", "Ada Quill. The Salt Lamp"),
        ("quote", "Keep it lit."),
        ("quote", "A sailor"),
        ("heading", "Part One: The Coast"),
        ("heading", "The Pier"),
        ("prose", "Ada lit the lamp, and la mer rose high tide."),
        ("prose", "She slept."),
        ("break", ""),
        ("prose", "She woke."),
        ("break", ""),
        ("heading", "Song"),
        ("verse", "Grey are the gulls,\ngreen is the weed."),
        ("verse", "Blue again."),
        ("prose", "Ben"),
        ("quote", "Come home."),
        ("heading", "In May"),
        ("item", "Night, Oil"),
        ("item", "One, 2 pints"),
        ("heading", "The Tide"),
        ("prose", "In which it turns."),
        ("prose", "It turned."),
    ]
    assert [chapter.title for chapter in book.chapters] == [
        "Ada Quill. The Salt Lamp",
        "The Pier",
        "The Tide",
    ]


def test_what_is_left_out_has_its_reason() -> None:
    left_out = [
        (chapter.source.text[each.start : each.end], each.reason)
        for chapter in reading(fb2(AWKWARD)).chapters
        for each in chapter.omissions
        if each.reason not in {Reason.SPACE, Reason.MARKUP}
    ]
    assert left_out == [
        ("[1]", Reason.NOTE_REFERENCE),
        ("*", Reason.NOTE_REFERENCE),
        ("tide = 2 * moon", Reason.CODE),
        ("* * *", Reason.SCENE_BREAK),
        ("Notes", Reason.BACK_MATTER),
        ("Of wood.", Reason.NOTE),
        ("On salt", Reason.NOTE),
        ("Salt is cheap.", Reason.NOTE),
        ("Oil is not.", Reason.NOTE),
    ]


def test_notes_are_heard_after_their_paragraph() -> None:
    heard = [text for _, text in said(AWKWARD, ReadTable(notes="after paragraph"))]
    at = heard.index("The Pier")
    assert heard[at + 1] == "Of wood."
    assert heard[at + 3 : at + 6] == ["On salt", "Salt is cheap.", "Oil is not."]


def test_foreign_words_are_marked() -> None:
    pieces = [piece for block in blocks(reading(fb2(AWKWARD))) for piece in block.pieces]
    assert [(piece.text, piece.language) for piece in pieces if piece.language] == [("la mer", "fr")]


def test_the_description_is_the_metadata() -> None:
    assert reading(fb2(AWKWARD)).metadata == Metadata(
        title="The Salt Lamp",
        author="Ada Quill, Ben",
        translator="Tom Turner",
        language="en",
        date="2019-05-04",
        publisher="Pier Press",
        series="Lamps",
        part="2",
        description="A lamp goes out.\n\nIt is lit again.",
        isbn="978-1-4028-9462-6",
        picture=COVER,
    )


def test_a_book_may_say_nothing_of_itself() -> None:
    book = reading(fb2(section("<p>Ada came.</p>"), ""))
    assert book.metadata == Metadata()


@pytest.mark.parametrize("binary", ['<binary id="pier.png">no base64!</binary>', ""])
def test_a_cover_that_is_none_is_no_harm(binary: str) -> None:
    assert reading(fb2(section("<p>Ada came.</p>") + binary)).metadata.picture == b""


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_the_encoding_is_the_one_that_is_declared(encoding: str) -> None:
    book = reading(fb2(section("<p>Лампа погасла.</p>"), encoding=encoding))
    assert [block.text for block in blocks(book)] == ["Лампа погасла."]


def test_words_in_elements_that_the_format_does_not_know_are_kept() -> None:
    assert said(section("<div><p>Ada <u>came</u>.</p></div>")) == [("prose", "Ada came.")]


def test_a_link_to_a_note_is_a_reference_whatever_its_type() -> None:
    notes = '<body name="notes"><section id="n1"><p>Salt.</p></section></body>'
    assert said(section('<p>Lit<a l:href="#n1">1</a>.</p>') + notes) == [("prose", "Lit.")]
    assert said(section('<p>Lit <a l:href="#s1">twice</a>.</p>') + notes) == [("prose", "Lit twice.")]


@pytest.mark.parametrize(
    ("broken", "error", "what"),
    [
        (b" \n", EmptyStory, "the file is empty"),
        (fb2("<body>\n<p>Ada</section></body>", ""), DamagedBook, "line 3"),
        (
            fb2(section("<p>\u041b</p>"), encoding="windows-1251").replace(b"windows-1251", b"utf-8"),
            DamagedBook,
            "",
        ),
        (b"<html><body><p>Ada came.</p></body></html>", DamagedBook, "no FictionBook in it, but a html"),
        (fbz(b"", "story.txt"), DamagedBook, r"no part ends in \.fb2"),
        (fbz(fb2(AWKWARD))[:-30], DamagedBook, "no whole zip file"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', UnsafeBook, "XML entities of its own"),
    ],
    ids=[
        "blank.fb2",
        "unclosed_paragraph.fb2",
        "wrong_encoding.fb2",
        "web_page.fb2",
        "no_book.fbz",
        "cut_short.fbz",
        "entities.fb2",
    ],
)
def test_a_broken_book_is_refused_in_a_sentence(
    tmp_path: Path, broken: bytes, error: type[Exception], what: str
) -> None:
    path = tmp_path / "broken.fb2"
    path.write_bytes(broken)
    with pytest.raises(error, match=rf"broken\.fb2.*{what}"):
        Fb2Reader().read(path, ReadTable())


LETTERS = st.text("abc déß 東 *#\n\t", min_size=1, max_size=8)
RUNS = st.tuples(LETTERS, st.sampled_from(["strong", "emphasis", "code", "a", "unknown"]))
PARAGRAPHS = st.tuples(st.lists(RUNS, max_size=4), st.sampled_from(["p", "subtitle", "v", "text-author"]))


@settings(deadline=None)
@given(st.lists(PARAGRAPHS, max_size=6))
def test_no_letter_is_lost(paragraphs: list[tuple[list[tuple[str, str]], str]]) -> None:
    lines = (
        f"<{line}>{''.join(f'<{tag}>{escape(text)}</{tag}>' for text, tag in runs)}</{line}>"
        for runs, line in paragraphs
    )
    book = reading(fb2(section("<p>Begun.</p>", *lines)))
    written = "Begun." + "".join(text for runs, _ in paragraphs for text, _ in runs)
    assert [*filter(str.isalnum, book.chapters[0].source.text)] == [*filter(str.isalnum, written)]
