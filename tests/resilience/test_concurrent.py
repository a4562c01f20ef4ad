"""Builds at the same time, of the same book, into the same folder, with the same cache."""

import pytest

from resilience.site import Site


@pytest.mark.parametrize("formats", [("m4b,mp3,mp3-chapters",) * 2, ("m4b,mp3-chapters", "mp3")])
def test_two_builds_of_a_book_at_once(site: Site, undisturbed: Site, formats: tuple[str, str]) -> None:
    runs = [site.start(formats=each) for each in formats]
    for run in runs:
        assert run.ended() == 0, run.told()
    assert site.books() == undisturbed.books()
    assert set(site.spoken().values()) <= {1, 2}
    assert "stands as it was" in site.build()


def test_one_of_two_builds_is_killed_and_the_other_does_not_mind(site: Site, undisturbed: Site) -> None:
    one, other = site.start(), site.start()
    one.until(lambda: site.entries("sound"))
    assert one.kill()
    one.ended()
    assert other.ended() == 0, other.told()
    assert site.books() == undisturbed.books()
