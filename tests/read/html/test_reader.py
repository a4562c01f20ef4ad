from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from narrate.config.schema import Config, ReadTable
from narrate.errors import NotText, NoWords
from narrate.model.story import BlockKind, Book, Chapter, Reason
from narrate.read.assembly import assemble
from narrate.read.html.article import flow
from narrate.read.html.page import Page, parse_html
from narrate.read.html.reader import HtmlReader
from narrate.read.reader import Reader
from narrate.script.ledger import balance
from narrate.script.write import write_script
from narrate.testing.readers import ReaderContract, assert_tiled
from read.html.awkward import AWKWARD

STORY = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>The Fox</title>
<meta name="author" content="A. Writer"><script>var a = "<p>no</p>";</script></head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<main><h1>The Fox</h1>
<h2>One</h2><p>O<span class="caps">NCE</span> there&nbsp;was
   a f<b>o</b>x.<p>It was <em>red</em><sup><a href="#fn1" id="r1">1</a></sup>.
<hr><blockquote><p>Dear fox,</p></blockquote>
<h2>Two</h2><ul><li>one<li>two</ul>
<p id="fn1"><a href="#r1">1</a> More of a brown.</p></main>
<footer>Menu</footer></body></html>"""


LONG_LINE = "The fox had lived in the wood for as long as anybody in the village knew."


class TestHtmlReader(ReaderContract):
    sample = STORY.encode()
    words = ("The Fox", "One", "ONCE there\xa0was a fox.", "It was red.", "Dear fox,", "Two", "one", "two")

    def make(self) -> Reader:
        return HtmlReader()


def read(body: str, **wanted: object) -> Book:
    page = Page("", parse_html(f"<body>{body}</body>".encode(), "page.html"))
    book = assemble(Path("page.html"), flow(page), ReadTable.model_validate(wanted))
    for chapter in book.chapters:
        assert_tiled(chapter)
    return book


def blocks(body: str, **wanted: object) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for chapter in read(body, **wanted).chapters for block in chapter.blocks]


def texts(body: str, **wanted: object) -> list[str]:
    return [text for _, text in blocks(body, **wanted)]


def omitted(chapter: Chapter) -> list[tuple[str, Reason]]:
    return [
        (chapter.source.text[each.start : each.end], each.reason)
        for each in chapter.omissions
        if each.reason not in {Reason.SPACE, Reason.MARKUP}
    ]


def test_an_awkward_page_is_read_as_it_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(AWKWARD, encoding="utf-8")
    book = HtmlReader().read(path, ReadTable())
    assert (book.metadata.title, book.metadata.author, book.metadata.language) == (
        "The Salt Lamp",
        "Ada Quill",
        "en-GB",
    )
    assert [[block.text for block in chapter.blocks] for chapter in book.chapters] == [
        ["The Salt Lamp", "by Ada Quill"],
        [
            "I: The Lamp",
            "Ada lit the lamp. “Mon Dieu,” said the keep\xader,\xa0“it burns!” He ran.",
            "Then",
            "it went out.",
            "",
            "Dear Ada,",
            "Keep it lit.",
            "O lamp,\nO lamp so high,",
            "The lamp.",
            "Oil",
            "Night, Pints",
            "First, 2",
        ],
        ["II: The Tide", "The tide turned at 4.30 p.m.—or later.", "The pier.", "The boat.", "The end."],
    ]
    spoken = [piece for chapter in book.chapters for block in chapter.blocks for piece in block.pieces]
    assert [piece.text for piece in spoken if piece.language == "fr"] == ["Mon Dieu"]
    left_out = [(" ".join(text.split()), reason) for each in book.chapters for text, reason in omitted(each)]
    assert left_out == [
        ("Coast Library", Reason.APART),
        ("Home", Reason.APART),
        ("Shelf", Reason.APART),
        ("We use cookies.", Reason.APART),
        ("Contents", Reason.CONTENTS),
        ("The Lamp", Reason.CONTENTS),
        ("The Tide", Reason.CONTENTS),
        ("1", Reason.NOTE_REFERENCE),
        ("[Pg 7]", Reason.PAGE_NUMBER),
        ("lamp.light()", Reason.CODE),
        ("Notes", Reason.BACK_MATTER),
        ("With a match. ↩", Reason.NOTE),
        ("Also on this shelf", Reason.APART),
        ("The Brass Bell", Reason.APART),
        ("© Coast Library", Reason.APART),
    ]


def test_title_author_and_language_are_those_of_the_head(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(STORY)
    told = HtmlReader().read(path, ReadTable()).metadata
    assert (told.title, told.author, told.language) == ("The Fox", "A. Writer", "en-GB")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>O<span>NCE</span> up<i>on</i></p>", ["ONCE upon"]),
        ("<p>one</p>two<p>three</p>", ["one", "two", "three"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p> one \n two<b> three</b> <i> four</i></p>", ["one two three four"]),
        ("<p>soft\u00adhyphen</p>", ["soft\u00adhyphen"]),
        ("<p>one<!-- no -->two</p>", ["onetwo"]),
        ("<p>one<br>two</p>", ["one two"]),
        ("<p>one<br><br>two</p>", ["one", "two"]),
        ("<p>one<br>&nbsp;<br>two</p>", ["one", "two"]),
        (
            "<p>She rose.<br>&nbsp; &nbsp;“Why?”<br>&nbsp; &nbsp;He sat.</p>",
            ["She rose.", "“Why?”", "He sat."],
        ),
        (f"<div>{LONG_LINE}<br>{LONG_LINE}</div>", [LONG_LINE, LONG_LINE]),
        (f"<div>{LONG_LINE[:-1]}<br>and {LONG_LINE}</div>", [f"{LONG_LINE[:-1]} and {LONG_LINE}"]),
        ("<p>one<p>two<b>bold<p>three", ["one", "twobold", "three"]),
        ("<p>O<small>NCE</small> <span>u</span><span>p</span></p>", ["ONCE up"]),
        ("<p><img alt=T src=t.png>he fox</p><p><b><img alt=A></b> fox</p>", ["The fox", "fox"]),
        (
            "<p>see <math alttext='x squared'><msup><mi>x</mi><mn>2</mn></msup></math>.</p>",
            ["see x squared."],
        ),
        ("<p>see <math alttext='x^{2}'><msup><mi>x</mi><mn>2</mn></msup></math>.</p>", ["see x2."]),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", ["漢"]),
        (
            "<p>seen<span hidden>no</span></p><p style='display: none'>no</p><p aria-hidden=true>no</p>",
            ["seen"],
        ),
        ("<p>some<span class=pagenum>[12]</span>thing</p>", ["something"]),
        ("<p>word</p><noscript>no</noscript><style>p {}</style><template>no</template>", ["word"]),
        ("<dl><dt>fox</dt><dd>red</dd></dl>", ["fox", "red"]),
    ],
)
def test_words_neither_run_together_nor_fall_apart(body: str, words: list[str]) -> None:
    assert texts(body) == words


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("<h1>Chapter 1<br>The Fox</h1>", [(BlockKind.HEADING, "Chapter 1: The Fox")]),
        ("<h1>The Red<br>Fox</h1>", [(BlockKind.HEADING, "The Red Fox")]),
        (
            "<hgroup><h2>I</h2><p epub:type=title>The Fox</p></hgroup>",
            [(BlockKind.HEADING, "I"), (BlockKind.HEADING, "The Fox")],
        ),
        ("<h1><img src=1.png alt='Chapter One'></h1>", [(BlockKind.HEADING, "Chapter One")]),
        ("<h1><img src=1.png alt=image1></h1><p>a</p>", [(BlockKind.PROSE, "a")]),
        ("<h1><img src=1.png alt=Vines> Fox</h1>", [(BlockKind.HEADING, "Fox")]),
        ("<h2>C<small>HAPTER</small> I.</h2><h2>The Fox</h2>", [(BlockKind.HEADING, "CHAPTER I. The Fox")]),
        (
            "<h2>I</h2><p>a</p><h2>II</h2><h2>III</h2>",
            [
                (BlockKind.HEADING, "I"),
                (BlockKind.PROSE, "a"),
                (BlockKind.HEADING, "II"),
                (BlockKind.HEADING, "III"),
            ],
        ),
        ("<p class=chapter-title>Fox</p><p>a</p>", [(BlockKind.HEADING, "Fox"), (BlockKind.PROSE, "a")]),
        ("<p>Chapter 1</p><p>a</p>", [(BlockKind.HEADING, "Chapter 1"), (BlockKind.PROSE, "a")]),
        ("<p role=heading aria-level=3>Fox</p>", [(BlockKind.HEADING, "Fox")]),
        ("<blockquote>a <p>b</blockquote>", [(BlockKind.QUOTE, "a"), (BlockKind.QUOTE, "b")]),
        (
            "<p>a</p><p>* * *</p><p>b</p>",
            [(BlockKind.PROSE, "a"), (BlockKind.BREAK, ""), (BlockKind.PROSE, "b")],
        ),
        ("<p>a</p><hr><p>b</p>", [(BlockKind.PROSE, "a"), (BlockKind.BREAK, ""), (BlockKind.PROSE, "b")]),
        ("<div class=poem><p>a</p><p>b</p></div>", [(BlockKind.VERSE, "a\nb")]),
        (
            "<div class=poem><div class=stanza><p>a</p><p>b</p></div><p>c<br>d</p></div>",
            [(BlockKind.VERSE, "a\nb"), (BlockKind.VERSE, "c\nd")],
        ),
        (
            "<div class=poetry><div class=stanza><p class=verse>a</p><p class=verse>b</p></div></div>",
            [(BlockKind.VERSE, "a\nb")],
        ),
        ("<p>O fox,<br>so red,<br>so sly</p>", [(BlockKind.VERSE, "O fox,\nso red,\nso sly")]),
        ("<pre>O fox,\n  so red</pre>", [(BlockKind.VERSE, "O fox,\nso red")]),
        (f"<pre>{'wrapped words ' * 5}\n{'more of them ' * 5}\nend</pre>", None),
        ("<ul><li>a<li>b<ol><li>c</ol></ul>", [(BlockKind.ITEM, each) for each in "abc"]),
        (
            "<table><tr><th>a<th>b.<th>c<tr><td>1<td><p>2</p><td>3</table>",
            [(BlockKind.ITEM, "a, b. c"), (BlockKind.ITEM, "1, 2, 3")],
        ),
        (
            "<table><tr><td><h2>a</h2><p>b</p><td>c</table>",
            [(BlockKind.HEADING, "a"), (BlockKind.PROSE, "b"), (BlockKind.PROSE, "c")],
        ),
        ("<p>Type <code>ls</code>.</p>", [(BlockKind.PROSE, "Type ls.")]),
    ],
)
def test_a_block_is_what_its_element_says(body: str, kinds: list[tuple[BlockKind, str]] | None) -> None:
    if kinds is None:
        assert [kind for kind, _ in blocks(body)] == [BlockKind.PROSE]
    else:
        assert blocks(body) == kinds


@pytest.mark.parametrize(
    ("body", "switch", "reason"),
    [
        ("<pre><code>x = 1</code></pre>", "code", Reason.CODE),
        ("<figure><img src=a.png><figcaption>x = 1</figcaption></figure>", "captions", Reason.CAPTION),
        ("<table><tr><td>x = 1<td>y</table>", "tables", Reason.TABLE),
        ("<span role=doc-pagebreak>x = 1</span>", "page_numbers", Reason.PAGE_NUMBER),
        ("<nav>x = 1</nav>", "contents", Reason.CONTENTS),
    ],
)
def test_what_is_heard_can_be_chosen(body: str, switch: str, reason: Reason) -> None:
    (chapter,) = read(f"<p>a</p>{body}", **{switch: False}).chapters
    assert reason in [why for _, why in omitted(chapter)]
    assert len(chapter.blocks) == 1
    assert any("x = 1" in text for text in texts(f"<p>a</p>{body}", **{switch: True}))


def test_contents_in_the_midst_of_a_page_are_told_by_their_links() -> None:
    rows = "".join(f"<tr><td>{at}.<td><a href=#c{at}>The {at}th Fox</a>" for at in range(4, 9))
    body = f"<p>Begun.</p><h2>Contents</h2><table>{rows}</table><h2 id=c4>The 4th Fox</h2><p>It ran.</p>"
    assert texts(body) == ["Begun.", "The 4th Fox", "It ran."]
    assert texts(body, contents=True)[1:3] == ["Contents", "4. The 4th Fox"]
    assert texts(
        "<p>See <a href=#a>a</a>, <a href=#a>b</a>, <a href=#a>c</a> or <a href=#a>d</a> of them.</p>"
    )


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        ("<a role=doc-noteref href=#n>see</a>", "<aside id=n role=doc-footnote>A vixen.</aside>"),
        ("<a id=r href=#n>[1]</a>", "<div class=footnote><p><a id=n href=#r>[1]</a>A vixen.</p></div>"),
        ("<sup id=r><a href=#n>*</a></sup>", "<ol><li id=n>A vixen.<a href=#r>↩</a></ol>"),
        ("<a href=#ftn1>1</a>", "<p><a name=ftn1>A vixen.</a></p>"),
        ("<a href=#n style='vertical-align: super'>1</a>", "<p id=n hidden>A vixen.</p>"),
        ("<a class=footnote-reference href=#n>1</a>", "<aside class=footnote id=n>A vixen.</aside>"),
        ("<sup id=r>1</sup>", "<p class=footnote><a href=#r>1</a> A vixen.</p>"),
        ("<sup>[1]</sup>", "<div class=footnote><p><sup>1</sup> A vixen.</p></div>"),
    ],
)
def test_notes_are_found_and_left_out_or_read(reference: str, note: str) -> None:
    body = f"<p>A fox{reference} ran.</p><p>It was red.</p>{note}"
    assert texts(body) == ["A fox ran.", "It was red."]
    assert texts(body, notes="after paragraph") == ["A fox ran.", "A vixen.", "It was red."]
    told = omitted(read(body).chapters[0])
    assert [why for _, why in told] == [Reason.NOTE_REFERENCE, Reason.NOTE]


@pytest.mark.parametrize("tag", ["span", "aside"])
def test_a_note_in_the_midst_of_a_paragraph_does_not_break_it(tag: str) -> None:
    note = f"<{tag} id=n role=doc-footnote>A vixen.</{tag}>"
    body = f"<p>A fox<a role=doc-noteref href=#n>1</a>{note} ran.</p><p>It was red.</p>"
    assert texts(body) == ["A fox ran.", "It was red."]
    assert texts(body, notes="after paragraph") == ["A fox ran.", "A vixen.", "It was red."]
    assert texts(body, notes="in place") == ["A fox", "A vixen.", "ran.", "It was red."]


def test_a_number_set_high_is_a_word_where_no_note_begins_with_it() -> None:
    body = "<p>A fox<sup>2</sup> ran.</p><p class=footnote><sup>1</sup> A vixen.</p>"
    assert texts(body) == ["A fox2 ran."]


def test_what_surrounds_a_page_on_the_web_is_not_heard() -> None:
    site = "<header><h1>My Site</h1><nav><a href=/>Home</a></nav></header>"
    around = "<aside>More to read</aside><div role=dialog>We use cookies</div><footer>Contact</footer>"
    story = "<div><h2>The Fox</h2><p>It ran.</p><blockquote>So<footer>Ann</footer></blockquote></div>"
    assert texts(f"{site}{story}{around}") == ["The Fox", "It ran.", "So", "Ann"]
    assert texts("<header><h1>The Fox</h1><p>by Ann</p></header><p>It ran.</p>") == [
        "The Fox",
        "by Ann",
        "It ran.",
    ]


def test_the_sign_that_gives_a_heading_its_address_is_not_heard() -> None:
    (chapter,) = read("<h2 id=fox>The Fox<a href=#fox>¶</a></h2><p>It ran.</p>").chapters
    assert chapter.title == "The Fox"
    assert [block.text for block in chapter.blocks] == ["The Fox", "It ran."]
    assert omitted(chapter) == [("¶", Reason.APART)]


@pytest.mark.parametrize(
    "bar",
    [
        "<table><tr><th colspan=2>Chapter 2</th></tr><tr><td><a href=1.html>Prev</a> <td>Foxes</tr></table>",
        "<ul><li><a href=1.html><b>Prev</b>The Wood</a></li><li>Foxes</li></ul>",
        "<p><a href=1.html>Back</a> | <a rel=next href=3.html>On</a></p>",
    ],
)
def test_links_to_the_pages_before_and_after_are_not_heard(bar: str) -> None:
    turns = "<link rel=prev href=1.html>"
    story = "<div><h2>The Fox</h2><p>It ran to <a href=1.html>the wood</a>, and hid.</p></div>"
    body = f"{turns}<div>{bar}</div>{story}<div>{bar}</div>"
    assert texts(body) == ["The Fox", "It ran to the wood, and hid."]
    (chapter,) = read(body).chapters
    assert {why for _, why in omitted(chapter)} == {Reason.CONTENTS}


WORD = """
<div class=WordSection1><p class=MsoTitle>The Fox<o:p></o:p></p><p class=MsoToc1>Chapter 1 3</p>
<p class=MsoNormal><b>Chapter 1</b><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>It<span style='mso-spacerun:yes'>  </span>ran<a style='mso-footnote-id:ftn1' href="#_ftn1"
name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a><span
class=msoDel><del> off</del></span>.
<span style='mso-hide:all'>secret</span></p>
<p class=MsoCaption>Figure 1</p></div>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>
<a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> A vixen.</p></div></div>
<div style='mso-element:comment-list'><p class=MsoCommentText>What?</p></div>
"""


def test_a_page_that_word_has_saved_is_read_as_it_is_printed() -> None:
    assert blocks(WORD, captions=False) == [
        (BlockKind.HEADING, "The Fox"),
        (BlockKind.HEADING, "Chapter 1"),
        (BlockKind.PROSE, "It ran."),
    ]
    (chapter,) = read(WORD, captions=False).chapters
    assert omitted(chapter) == [
        ("Chapter 1 3", Reason.CONTENTS),
        ("[1]", Reason.NOTE_REFERENCE),
        ("Figure 1", Reason.CAPTION),
        ("[1] A vixen.", Reason.NOTE),
    ]


def test_a_page_without_words_is_not_called_empty() -> None:
    with pytest.raises(NoWords, match=r"page\.html: the file has no words to be heard"):
        read("<img src=a.png><nav>Home</nav>")


@pytest.mark.parametrize(
    "body",
    [
        "<p>See <a href=#c>page 12</a>.</p><p id=c>There.</p>",
        "<p id=c>There.</p><p>See <sup><a href=#c>1</a></sup>.</p>",
        "<p id=c>See <sup><a href=#c>1</a></sup>.</p>",
        "<p>H<sub>2</sub>O</p>",
        "<p>See <sup><a href=#c>1</a></sup>.</p><h2 id=c>There.</h2>",
    ],
)
def test_other_links_and_numbers_set_high_are_words(body: str) -> None:
    (chapter,) = read(body).chapters
    assert omitted(chapter) == []


def test_words_in_another_language_are_marked() -> None:
    page = parse_html(b"<html lang=en><p>He said <i lang=fr>oui</i>, <i lang=en-GB>yes</i>.</p>", "a.html")
    book = assemble(Path("a.html"), flow(Page("", page)), ReadTable())
    (block,) = book.chapters[0].blocks
    assert [(piece.text, piece.language) for piece in block.pieces] == [
        ("He said ", ""),
        ("oui", "fr"),
        (", yes.", ""),
    ]


@pytest.mark.parametrize(
    "data",
    [
        "<p>café — “so”</p>".encode(),
        "<p>café — “so”</p>".encode("utf-8-sig"),
        "<p>café — “so”</p>".encode("utf-16"),
        "<p>café — “so”</p>".encode("cp1252"),
        "<meta charset=windows-1252><p>café — “so”</p>".encode("cp1252"),
        "<meta charset='iso-8859-1'><p>café — “so”</p>".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>café — “so”".encode(
            "cp1252"
        ),
        "<?xml version='1.0' encoding='utf-8'?><p>café — “so”</p>".encode(),
        "<meta charset=utf-8><p>café — “so”</p>".encode("cp1252"),
        "<meta charset=nonsense><p>café — “so”</p>".encode(),
    ],
)
def test_the_encoding_is_found(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(data)
    assert HtmlReader().read(path, ReadTable()).chapters[0].blocks[0].text == "café — “so”"


def test_cyrillic_is_read_as_declared(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes("<meta charset=koi8-r><p>Лиса</p>".encode("koi8-r"))
    assert HtmlReader().read(path, ReadTable()).chapters[0].blocks[0].text == "Лиса"


def test_a_picture_called_html_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture.html"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with pytest.raises(NotText, match=r"picture\.html"):
        HtmlReader().read(path, ReadTable())


NAMES = "div p span b i em h1 h2 h3 blockquote ul li table tr td th section sup a pre code"
TAGS = NAMES.split()
WORDS = st.text("abcé \n\t\xa0", max_size=6)


def element(tag: str, text: str, children: list[tuple[etree._Element, str]]) -> etree._Element:
    made = etree.Element(tag)
    made.text = text
    for child, tail in children:
        made.append(child)
        child.tail = tail
    return made


TREES = st.recursive(
    st.builds(element, st.sampled_from([*TAGS, "br", "hr"]), WORDS, st.just([])),
    lambda inner: st.builds(
        element, st.sampled_from(TAGS), WORDS, st.lists(st.tuples(inner, WORDS), max_size=4)
    ),
    max_leaves=12,
)


@given(TREES)
def test_no_tree_of_elements_loses_a_letter_or_moves_one(tree: etree._Element) -> None:
    body = element("body", "Begun.", [(tree, "ended.")])
    page = element("html", "", [(body, "")])
    book = assemble(Path("a.html"), flow(Page("", page)), ReadTable(code=True))
    heard = "".join(block.text for chapter in book.chapters for block in chapter.blocks)
    letters = "".join(filter(str.isalnum, "".join(body.itertext())))
    assert "".join(filter(str.isalnum, heard)) == letters
    for chapter in book.chapters:
        assert_tiled(chapter)
    assert balance(book, write_script(book, Config(), {Config().voices.narrator: None}))


SOUP = st.sampled_from([*"<>/&;ab \n\"'=!-", "<p>", "</p>", "<b>", "<br/>", "<td>", "&nbsp;", "<!--", "-->"])


@given(st.lists(SOUP, max_size=40).map("".join))
def test_whatever_is_written_is_read(soup: str) -> None:
    page = Page("", parse_html(f"<p>Begun.</p>{soup}".encode(), "a.html"))
    book = assemble(Path("a.html"), flow(page), ReadTable())
    assert balance(book, write_script(book, Config(), {Config().voices.narrator: None}))
