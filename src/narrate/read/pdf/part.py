"""A part of a document in reading order: a passage, where it stands and what it is."""

from dataclasses import dataclass, replace

from narrate.model.story import BlockKind
from narrate.read.flow import Matter
from narrate.read.pdf.passages import Passage


@dataclass(frozen=True, slots=True)
class Part:
    """A passage and what has been found out about it."""

    page: int
    """Counted from 0."""
    passage: Passage
    kind: BlockKind = BlockKind.PROSE
    matter: Matter = Matter.STORY
    note: str = ""
    """Name of the note that it is a part of."""

    @property
    def text(self) -> str:
        """All its words."""
        return self.passage.text

    @property
    def is_story(self) -> bool:
        """Whether it belongs to the text itself and not to what stands around it."""
        return self.matter is Matter.STORY and not self.note

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.kind is BlockKind.HEADING

    def named(self, matter: Matter) -> "Part":
        """Say what it is instead of the story; what is something else already stays that."""
        return replace(self, matter=matter) if self.is_story else self


def key(text: str) -> str:
    """Return what two ways to print the same words have in common.

    >>> key("The Sea, Part II") == key("THE SEA: part ii")
    True
    """
    return "".join(filter(str.isalnum, text.casefold()))
