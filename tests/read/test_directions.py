"""Directions are taken out of a text without a trace, and found again beside their words."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate.config.schema import Config, ReadTable, VoicesTable
from narrate.errors import BadDirection, BadFrontMatter, EmptyStory, NothingToSay
from narrate.model.direction import Direction, Kind
from narrate.model.story import Block, Book, Reason
from narrate.read.markdown.reader import MarkdownReader
from narrate.read.plain.reader import PlainReader
from narrate.read.reader import Reader
from narrate.script.ledger import balance
from narrate.script.write import write_script
from narrate.testing.readers import assert_tiled

WANTED = ReadTable(directions=True)
READERS: dict[str, Reader] = {".txt": PlainReader(), ".md": MarkdownReader()}
Read = Callable[..., Book]

every_reader = pytest.mark.parametrize("ending", READERS)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    folder = tmp_path_factory.mktemp("texts")

    def from_file(text: str, ending: str, wanted: ReadTable = WANTED) -> Book:
        path = folder / f"story{ending}"
        path.write_bytes(text.encode())
        return READERS[ending].read(path, wanted)

    return from_file


def blocks(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def told(book: Book) -> list[tuple[str, str, str]]:
    return [
        (each.kind.value, block.text[each.start : each.end], each.value)
        for block in blocks(book)
        for each in block.directions
    ]


def assert_whole(book: Book) -> None:
    for chapter in book.chapters:
        assert_tiled(chapter)


def left_out(book: Book) -> list[str]:
    return [
        chapter.source.text[each.start : each.end]
        for chapter in book.chapters
        for each in chapter.omissions
        if each.reason is Reason.DIRECTION
    ]


@every_reader
@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("He <break time='1s'/> slept.", [("break", "", "medium")]),
        ('A <emphasis level="strong">red</emphasis> door.', [("emphasis", "red", "strong")]),
        ("A <emphasis>red</emphasis> door.", [("emphasis", "red", "moderate")]),
        ('So <phoneme alphabet="ipa" ph="liːm">Lime</phoneme> said.', [("phoneme", "Lime", "liːm")]),
        ('On <say-as interpret-as="ordinal">3</say-as>.', [("say-as", "3", "ordinal")]),
        ('The <sub alias="this &amp; that">TT</sub> is.', [("sub", "TT", "this & that")]),
        ("<voice name='nell'>Come.</voice> He came.", [("voice", "Come.", "nell")]),
        ("<VOICE\n  name='nell'>Come.</VOICE> He came.", [("voice", "Come.", "nell")]),
        (
            "<voice name='nell'>A <emphasis>red</emphasis> door.</voice>",
            [("voice", "A red door.", "nell"), ("emphasis", "red", "moderate")],
        ),
        ("A <emphasis> red </emphasis> door.", [("emphasis", "red", "moderate")]),
    ],
)
def test_every_element_finds_its_words(
    read: Read, ending: str, text: str, directions: list[tuple[str, str, str]]
) -> None:
    book = read(text, ending)
    assert_whole(book)
    assert told(book) == directions
    assert left_out(book) == [
        text[start:end] for start, end in (found.span() for found in re.finditer("<[^>]+>", text))
    ]
    assert blocks(book)[0].text.split() == re.sub("<[^>]+>", "", text).split()


@every_reader
def test_a_break_alone_belongs_to_the_block_before_it(read: Read, ending: str) -> None:
    book = read('One came.\n\n<break time="2s"/>\n\nTwo came.\n', ending)
    one, two = blocks(book)
    assert one.directions == (Direction(Kind.BREAK, 9, 9, "medium", milliseconds=2000),)
    assert (one.text, two.text, two.directions) == ("One came.", "Two came.", ())


@every_reader
def test_a_line_of_tags_parts_no_paragraph(read: Read, ending: str) -> None:
    (block,) = blocks(read("One came\n<break/>\nand two went.\n", ending))
    assert block.text == "One came and two went."
    assert [each.start for each in block.directions] == [9]


@every_reader
def test_a_break_at_the_head_of_a_chapter_stays_in_it(read: Read, ending: str) -> None:
    book = read("Chapter 1\n=========\n\nA.\n\n<break/>\n\nChapter 2\n=========\n\nB.\n", ending)
    assert [bool(chapter.blocks[0].directions) for chapter in book.chapters] == [False, True]
    assert_whole(book)


@every_reader
def test_a_voice_may_hold_paragraphs(read: Read, ending: str) -> None:
    book = read("One.\n\n<voice name='nell'>\n\nTwo.\n\nThree.\n\n</voice>\n\nFour.\n", ending)
    assert told(book) == [("voice", "Two.", "nell"), ("voice", "Three.", "nell")]
    assert len(blocks(book)) == 4


@every_reader
@pytest.mark.parametrize("text", ["5 < 6 and <3", "a<b, b>c", "He <sighs deeply> so.", "<b>So</b>, he."])
def test_other_signs_and_tags_are_read_as_they_were(read: Read, ending: str, text: str) -> None:
    assert read(text, ending) == read(text, ending, ReadTable())


@every_reader
def test_what_is_not_asked_for_is_not_spoken_either(read: Read, ending: str) -> None:
    book = read("A <emphasis>red</emphasis> door. <voice name='x'>Red!", ending, ReadTable())
    assert not told(book)
    assert [block.text for block in blocks(book)] == ["A red door. Red!"]


def test_what_is_no_whole_tag_is_text_where_directions_are_off(read: Read) -> None:
    text = "A <p> door. <break time=1s> <sub"
    assert [block.text for block in blocks(read(text, ".txt", ReadTable()))] == [text]


def test_in_markdown_a_direction_stands_beside_marks(read: Read) -> None:
    book = read("*A <emphasis level='strong'>very* red\ndoor</emphasis>.\n\n- an <break/> item\n", ".md")
    assert told(book) == [("emphasis", "very red door", "strong"), ("break", "", "medium")]
    assert [block.text for block in blocks(book)] == ["A very red door.", "an item"]


def test_in_markdown_code_and_comments_hold_no_directions(read: Read) -> None:
    text = "---\ntitle: <break/>\n---\n\nUse `<break/>` or \\<sub> now. <!-- <voice> -->\n\n"
    book = read(f"{text}```\n<emphasis>\n```\n", ".md")
    assert not told(book)
    assert blocks(book)[0].text == "Use <break/> or <sub> now."


@every_reader
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("So.\n\nA <break time='3 sec'/> b", "line 3: <break time='3 sec'/> has a time that is none"),
        ("<break time='90s'/> b", "is too long; a break lasts 60 seconds at most"),
        (
            "<break strength='strnog'/> b",
            'the strength "strnog", which narrate does not know; did you mean "st',
        ),
        ("<break tiem='1s'/> b", 'an attribute "tiem" that narrate does not know; did you mean "time"?'),
        ("</break> b", "closes what has no inside"),
        ("<break time=1s> b", "is no whole tag; write it as in"),
        ("<break time='1s' b", "is no whole tag"),
        (
            "<emphasis level='loud'>b</emphasis>",
            'the level "loud", which narrate does not know; write one of',
        ),
        ("<emphasis>b", "is never closed; write </emphasis> where it ends"),
        ("b</emphasis>", "closes what was never opened"),
        ("<emphasis>a <voice name='x'>b</emphasis></voice>", "stands where <voice> of line 1 is open"),
        ("<emphasis> </emphasis> b", "holds no words"),
        ("<emphasis/> b", "holds no words"),
        ("<emphasis>One.\n\nTwo.</emphasis>", "reaches beyond its paragraph; write </emphasis> before"),
        ("<phoneme ph='kUz'>b</phoneme>", 'has "U" among its sounds, which the IPA has not'),
        ("<phoneme alphabet='x-sampa' ph='k'>b</phoneme>", 'the alphabet "x-sampa"'),
        ("<phoneme>b</phoneme>", 'does not tell the sounds in the IPA; write ph="…"'),
        ("<sub>2</sub> b", 'does not tell the words to say; write alias="…"'),
        ("<sub alias='x'>a <break/> b</sub>", "stands inside <sub>, which holds words only"),
        ("<say-as interpret-as='cardnal'>2</say-as>", 'the interpret-as "cardnal", which narrate does'),
        ("<say-as interpret-as='cardinal'>two</say-as>", 'holds "two", which is not such'),
        ("<say-as interpret-as='date' format='mdy'>3/4</say-as>", 'holds "3/4", which is not such'),
        ("<say-as>2</say-as>", 'does not tell how to say it; write interpret-as="…"'),
        ("<voice>b</voice>", "names no voice"),
        ("<voice languages='English!'>b</voice>", 'has "English!", which is no language'),
        (
            "<voice gender='femal'>b</voice>",
            'the gender "femal", which narrate does not know; did you mean "fem',
        ),
        ("<speak>b</speak>", "<speak> is not done by narrate: a text is no SSML document"),
        (
            "<prosody rate='slow'>b</prosody>",
            "is not done by narrate: rate, pitch and volume belong to voices",
        ),
        *(
            (f"b <{name}>c", "is not done by narrate")
            for name in ("p", "s", "audio", "mark", "lang", "desc", "w")
        ),
    ],
)
def test_what_cannot_be_followed_is_refused(read: Read, ending: str, text: str, sentence: str) -> None:
    with pytest.raises(BadDirection) as caught:
        read(text, ending)
    assert sentence in str(caught.value)
    assert f"story{ending}, line " in str(caught.value)


TAGS = (
    "<break/>",
    "<break time='1s'/>",
    "<voice name='nell'>",
    "<voice\nname='tom'>",
    "<sub alias='so'>",
    "</>",
)
WILD = (
    *(
        "# ",
        "> ",
        "- ",
        "1. ",
        "***",
        "```",
        "`",
        "**",
        "_",
        "[",
        "](http://a.b)",
        "<b>",
        "<!--",
        "-->",
        "<div>",
    ),
    *(
        "&amp;",
        "&",
        "\\",
        "#",
        "===",
        "---\n",
        "…",
        "“Hi,”",
        "word",
        "Tom said.",
        "Chapter 1",
        "I",
        "|",
        "-|-",
    ),
    *("CONTENTS", "[Illustration: x]", "[Pg 3]", "- 6 -", " ", " ", "\n", "\n", "\n\n", "\r\n", "\t", "    "),
)


def closed(parts: list[str]) -> str:
    """Join parts so that every tag is closed, in order: where `</>` stands, or at the end."""
    done, names = list[str](), list[str]()
    for part in [*parts, *["</>"] * len(parts)]:
        if part != "</>":
            done.append(part)
            names += [part[1:].split()[0]] if part.startswith(("<voice", "<sub")) else []
        elif names:
            done.append(f"</{names.pop()}>")
    return "".join(done)


texts = st.lists(st.sampled_from((*WILD, *TAGS, *TAGS)), max_size=25).map(closed)


@every_reader
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_no_word_is_lost_and_no_tag_is_spoken(read: Read, ending: str, text: str) -> None:
    try:
        book = read(text, ending)
        assert_whole(book)
        script = write_script(book, Config(voices=VoicesTable(narrator="nell", dialogue="tom")), {})
    except (BadDirection, BadFrontMatter, EmptyStory, NothingToSay):
        return
    (account,) = balance(book, script)
    tags = [
        found for chapter in book.chapters for found in chapter.omissions if found.reason is Reason.DIRECTION
    ]
    fates = {at: each.detail for each in account.entries for at in range(each.start, each.end)}
    assert all(fates[at] == Reason.DIRECTION for tag in tags for at in range(tag.start, tag.end))


OPEN = ("<emphasis level='reduced'>", "<voice name='tom'>")
WORDS = st.sampled_from(
    ("Ann", "went", "on.", "“Well,”", "said", "Mr. Roe;", "but", "no!", "\n\n", "sea—salt")
)


@st.composite
def directed(draw: st.DrawFn) -> str:
    """Write words with directions between them, each closed before its paragraph ends."""
    parts, open_tags = list[str](), list[str]()
    for word in draw(st.lists(WORDS, min_size=1, max_size=20)):
        if word == "\n\n" or draw(st.booleans()):
            parts += reversed(open_tags)
            open_tags = []
        if word != "\n\n" and draw(st.booleans()):
            opens = draw(st.sampled_from(OPEN))
            parts.append(opens)
            open_tags.append(f"</{opens[1:].split()[0]}>")
        parts += [word, " "] if word != "\n\n" else [word]
        parts += ["<break time='1s'/>"] * draw(st.integers(0, 1))
    return "".join([*parts, *reversed(open_tags)])


@every_reader
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=directed())
def test_the_words_are_those_of_the_text_without_its_tags(read: Read, ending: str, text: str) -> None:
    config = Config(voices=VoicesTable(narrator="nell"))
    try:
        plain = write_script(read(re.sub("<[^<>]+>", "", text), ending, ReadTable()), config, {})
    except (EmptyStory, NothingToSay):
        return
    book = read(text, ending)
    script = write_script(book, config, {})
    balance(book, script)
    spoken = [line.spoken for chapter in script.chapters for line in chapter.lines]
    usual = [line.spoken for chapter in plain.chapters for line in chapter.lines]
    assert " ".join(spoken).split() == " ".join(usual).split()
