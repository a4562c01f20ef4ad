from hypothesis import given
from hypothesis import strategies as st

from narrate.read.pdf.columns import columns, gutter
from narrate.read.pdf.strips import Strip


def strip(left: float, base: float, width: float = 200, text: str = "nobody saw the lamp go out") -> Strip:
    return Strip(text, left, left + width, base, 10, bold=False, head=30)


STRIPS = st.lists(
    st.builds(strip, st.floats(0, 400), st.floats(0, 600), st.floats(5, 400)), max_size=40, unique=True
)


@given(STRIPS, st.lists(st.floats(0, 400), max_size=2))
def test_every_strip_is_in_one_column(strips: list[Strip], known: list[float]) -> None:
    found = [each for column in columns(strips, known) for each in column]
    assert len(found) == len(strips)
    assert set(found) == set(strips)


def test_a_heading_over_two_columns_is_read_after_what_stands_above_it() -> None:
    above = [strip(x, base) for x in (0, 220) for base in range(0, 140, 14)]
    heading = strip(100, 150, text="The Keepers")
    below = [strip(x, base) for x in (0, 220) for base in range(170, 310, 14)]
    order = [each for column in columns([*below, heading, *above]) for each in column]
    assert order == [*above, heading, *below]


def test_numbers_beside_titles_are_no_column() -> None:
    titles = [strip(0, base) for base in range(0, 280, 14)]
    numbers = [strip(390, base, 10, "12") for base in range(0, 280, 14)]
    assert len(columns([*titles, *numbers])) == 1


def test_a_column_of_few_lines_is_known_by_the_gutter_of_other_pages() -> None:
    long = [strip(0, base) for base in range(0, 280, 14)]
    short = [strip(220, 0), strip(220, 14)]
    assert gutter([*long, *short]) is None
    assert columns([*long, *short], [210]) == [tuple(long), tuple(short)]
