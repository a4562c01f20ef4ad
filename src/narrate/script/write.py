"""Write the script of a book: who says which words, and how long the silence after them is."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING

from narrate.errors import NothingToSay
from narrate.model.script import ChapterScript, Line, Role, Script
from narrate.model.story import Block, BlockKind, Book, Chapter
from narrate.script.casting import Cast, Part, cast, parts
from narrate.script.cutting import cut
from narrate.script.pacing import Seam, between, inside, silence
from narrate.script.places import Places
from narrate.script.quotations import speech
from narrate.script.rules import Rule, rewrite, rules
from narrate.script.sentences import split, verses
from narrate.script.speakable import speakable

if TYPE_CHECKING:
    from narrate.config.schema import Config


def write_script(book: Book, config: "Config", longest: Mapping[str, int | None]) -> Script:
    """Write all that will be said, in order.

    `longest` gives for the name of each voice how many characters its engine takes in one call.
    Chapters without a word give no chapter script; raises `NothingToSay` where that leaves none.
    """
    scribe = Scribe(config, longest, rules(config.pronounce))
    chapters = tuple(written for chapter in book.chapters if (written := scribe.chapter(chapter)).lines)
    if not any(line.end > line.start for chapter in chapters for line in chapter.lines):
        raise NothingToSay(book.metadata.title)
    return Script(book.metadata, chapters)
