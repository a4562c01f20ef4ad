from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the MSS. of Ott", "the manuscripts of Ott"),
        ("an old MS. in Rye", "an old manuscript in Rye"),
        ("Ott (ed.) and Lee (eds.)", "Ott (editor) and Lee (editors)"),
        ("ed. by Ott, 2nd ed., p. 4 ff. and", "edited by Ott, second edition, page four and following and"),
        ("(b. 1812, d. 1870)", "(born eighteen twelve, died eighteen seventy)"),
        ("op. cit., p. 3", "op cit, page three"),
        ("Ott et al. say", "Ott et al say"),
        ("to ad lib. in vain", "to ad lib in vain"),
        ("in two vols., 8vo", "in two volumes, octavo"),
    ],
)
def test_what_scholars_shorten(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the MS-DOS disk", "the M.S-DOS disk"),
        ("Tupelo, MS 38801", "Tupelo, M.S thirty-eight thousand eight hundred one"),
    ],
)
def test_what_is_no_manuscript(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("b. in 1620, d. in 1680, æt. 60", "born in sixteen twenty, died in sixteen eighty, aged sixty"),
    ],
)
def test_lives_of_authors(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
