"""What the readers of marked-up books find: paragraphs in reading order, and a table of contents.

A reader of a container (EPUB, DOCX …) gives a `Flow`; `assembly` makes the source text and the book of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from narrate.model.metadata import Metadata
from narrate.model.story import BlockKind

NOTHING_TOLD: Final = Metadata()
TITLE_LEVEL: Final = 1
"""Of the heading that is a book's title."""


class Matter(StrEnum):
    """What a part of a book is; `[read]` says which of them a listener hears."""

    STORY = "story"
    """The text itself: prefaces, dedications and afterwords too."""
    TITLE_PAGE = "title page"
    """Title page, half title, imprint, copyright."""
    BACK_MATTER = "back matter"
    """Advertisements, bibliography, colophon."""
    CONTENTS = "contents"
    """Table of contents, list of pictures or tables."""
    INDEX = "index"
    PAGE_NUMBER = "page number"
    """Also running heads and feet."""
    TABLE = "table"
    CAPTION = "caption"
    CODE = "code"
    APART = "apart"
    """Outside the reading order."""
    MISSING = "missing"
    """What should stand here and does not; its words say so, and are never heard."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a paragraph that are alike."""

    text: str
    """As the author wrote them, with white space as it counts: one blank, or a line break in verse."""
    language: str = ""
    """BCP 47 tag where it is marked, else the book's."""
    matter: Matter = Matter.STORY
    """A page number or code may stand within a paragraph of the story."""
    note: str = ""
    """Name of the note that this run is the reference to (`*`, `1`), if it is one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block: a paragraph, a heading, verse, an item, a row of a table, or a scene break without runs."""

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    level: int = 0
    """Of a heading: 1 for the highest."""
    matter: Matter = Matter.STORY
    note: str = ""
    """Name of the note that it is a part of, wherever that stands in the file."""
    anchors: tuple[str, ...] = ()
    """Names by which a table of contents may point at it (in EPUB `chapter1.xhtml#part2`)."""

    @property
    def text(self) -> str:
        """Its words, without page numbers and references to notes."""
        return "".join(run.text for run in self.runs if run.matter is Matter.STORY and not run.note)

    @property
    def is_story(self) -> bool:
        """Whether it belongs to the text itself and not to what stands around it."""
        return self.matter is Matter.STORY and not self.note


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the book's own table of contents."""

    title: str
    anchor: str
    depth: int = 1
    """1 for the highest."""


@dataclass(frozen=True, slots=True)
class Flow:
    """All that a reader found in a file."""

    paragraphs: Sequence[Paragraph]
    contents: Sequence[Entry] = ()
    """In reading order; empty where the file has none: then its headings divide it."""
    metadata: Metadata = NOTHING_TOLD
