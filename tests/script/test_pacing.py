import pytest

from narrate.config.schema import PausesTable
from narrate.model.story import Block, BlockKind, Piece
from narrate.script.pacing import Seam, between, inside, silence


def block(text: str, kind: BlockKind = BlockKind.PROSE) -> Block:
    return Block(kind, (Piece(text, 0, len(text)),))


PLAIN, TURN = block("It rained."), block('"Who?" asked Ann.')
HEADING, VERSE = block("The Storm", BlockKind.HEADING), block("The owl\nflew", BlockKind.VERSE)
LETTER = block('"Sir," it began.', BlockKind.QUOTE)


@pytest.mark.parametrize(
    ("first", "following", "scene", "seam"),
    [
        (PLAIN, PLAIN, False, Seam.PARAGRAPH),
        (PLAIN, TURN, False, Seam.PARAGRAPH),
        (TURN, PLAIN, False, Seam.PARAGRAPH),
        (TURN, TURN, False, Seam.DIALOGUE),
        (TURN, LETTER, False, Seam.PARAGRAPH),
        (TURN, TURN, True, Seam.SCENE),
        (PLAIN, PLAIN, True, Seam.SCENE),
        (HEADING, PLAIN, False, Seam.HEADING),
        (HEADING, HEADING, False, Seam.HEADING),
        (HEADING, PLAIN, True, Seam.SCENE),
        (PLAIN, HEADING, False, Seam.SCENE),
        (VERSE, VERSE, False, Seam.PARAGRAPH),
        (PLAIN, None, False, Seam.TAIL),
        (TURN, None, True, Seam.TAIL),
    ],
)
def test_what_ends_with_a_block(first: Block, following: Block | None, scene: bool, seam: Seam) -> None:  # noqa: FBT001 - a column of the table
    assert between(first, following, scene=scene) is seam


def test_a_stanza_pauses_at_its_lines_and_a_paragraph_at_its_sentences() -> None:
    assert inside(BlockKind.VERSE) is Seam.VERSE
    assert inside(BlockKind.PROSE) is inside(BlockKind.HEADING) is Seam.SENTENCE


def test_every_seam_has_its_own_length_in_the_configuration() -> None:
    lengths = {seam.value: number for number, seam in enumerate(Seam, 1)}
    pauses = PausesTable(**lengths)
    assert {seam.value: silence(seam, pauses) for seam in Seam} == lengths
