"""How long the silence after a line is."""

from enum import StrEnum

from narrate.config.schema import PausesTable
from narrate.model.story import Block, BlockKind
from narrate.script.quotations import is_turn


class Seam(StrEnum):
    """What comes to an end where a line ends; each is named for its entry in `[pauses]`."""

    CLAUSE = "clause"
    VOICE = "voice"
    VERSE = "verse"
    SENTENCE = "sentence"
    DIALOGUE = "dialogue"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    SCENE = "scene"
    TAIL = "tail"


def silence(seam: Seam, pauses: PausesTable) -> int:
    """Return the milliseconds of silence that a seam asks for."""
    return int(getattr(pauses, seam.value))


def inside(kind: BlockKind) -> Seam:
    """Tell what ends with a sentence that is not the last of its block, or with a line of verse."""
    return Seam.VERSE if kind is BlockKind.VERSE else Seam.SENTENCE


def between(block: Block, following: Block | None, *, scene: bool) -> Seam:
    """Tell what ends with a block; `following` is the next one that is spoken, `scene` a break between them.

    A heading inside a chapter opens a new scene; a scene break stands in place of any other silence.
    """
    if following is None:
        return Seam.TAIL
    if scene:
        return Seam.SCENE
    if block.kind is BlockKind.HEADING:
        return Seam.HEADING
    if following.kind is BlockKind.HEADING:
        return Seam.SCENE
    if _is_prose(block) and _is_prose(following) and is_turn(block.text) and is_turn(following.text):
        return Seam.DIALOGUE
    return Seam.PARAGRAPH


def _is_prose(block: Block) -> bool:
    return block.kind is BlockKind.PROSE
