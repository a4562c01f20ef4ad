from narrate.model.story import Block, BlockKind, Piece
from narrate.script.places import Places

# This is how a reader hands over "Tom &amp;" and "Huck" on two lines, the second one indented.
BLOCK = Block(
    BlockKind.PROSE,
    (Piece("Tom ", 0, 4), Piece("&", 4, 9), Piece("", 9, 9), Piece(" ", 9, 12), Piece("Huck", 12, 16)),
)


def test_characters_as_printed_lead_to_themselves() -> None:
    assert Places.of(BLOCK).source(0, 3) == (0, 3)
    assert Places.of(BLOCK).source(7, 9) == (13, 15)


def test_a_character_that_stands_for_several_leads_to_all_of_them() -> None:
    assert Places.of(BLOCK).source(4, 5) == (4, 9)
    assert Places.of(BLOCK).source(0, 10) == (0, 16)


def test_of_several_that_stand_for_one_sign_the_first_has_it() -> None:
    ligature = Block(BlockKind.PROSE, (Piece("a", 0, 1), Piece("fj", 1, 8), Piece("ord", 8, 11)))
    assert Places.of(ligature).source(0, 2) == (0, 8)
    assert Places.of(ligature).source(2, 6) == (8, 11)


def test_words_that_stand_in_no_source_keep_their_place() -> None:
    title = Block(BlockKind.HEADING, (Piece("The Storm", 7, 7),))
    assert Places.of(title).source(0, 9) == (7, 7)
