import pytest

from narrate.publish.palette import PALETTES, Palette, contrast, palette_for


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.ground)
def test_every_ink_reads_well_on_its_ground(palette: Palette) -> None:
    assert contrast(palette.ground, palette.ink) >= 7
    assert contrast(palette.ground, palette.accent) >= 4.5


def test_a_title_keeps_its_colours_and_titles_share_all_of_them() -> None:
    assert palette_for("Emma") == palette_for("Emma")
    assert {palette_for(f"Book {n}") for n in range(200)} == set(PALETTES)


def test_a_title_that_cannot_be_encoded_has_colours_too() -> None:
    assert palette_for("caf\udce9") in PALETTES


def test_contrast_is_the_same_both_ways() -> None:
    assert contrast("#777777", "#ffffff") == contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)
