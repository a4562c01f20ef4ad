from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config.schema import Config
from narrate.model.story import Reason, Source
from narrate.pipeline.plan import edit, plan
from narrate.read.addresses import without_addresses
from narrate.read.plain.text import read_plain

ADDRESS = "https://www.example.org/a_b?c=d#e"
CONFIG = Config.model_validate({"book": {"announce": False}, "read": {"urls": False, "directions": True}})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"She wrote to {ADDRESS}, twice. She waited.\n\n{ADDRESS}\n\nNobody came."),
        ("a.md", f"She *wrote* to <{ADDRESS}>, twice. She waited.\n\n[{ADDRESS}]({ADDRESS})\n\nNobody came."),
        (
            "a.html",
            f"<p>She <b>wrote</b> to <a>{ADDRESS}</a>, twice. She waited.<p>{ADDRESS}<p>Nobody came.",
        ),
    ],
)
def test_addresses_are_left_out_where_they_are_not_wanted(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text)
    (edition,) = plan(path, CONFIG)
    assert [line.text for line in edition.script.chapters[0].lines] == [
        "She wrote to, twice.",
        "She waited.",
        "Nobody came.",
    ]
    source = edition.book.chapters[0].source.text
    links = [entry for entry in edition.accounts[0].entries if entry.detail == Reason.LINK]
    assert sum(source[entry.start : entry.end].count("example.org") for entry in links) == source.count(
        "example.org"
    )
    (heard,) = plan(path, Config())
    assert "example dot org" in " ".join(line.spoken for line in heard.script.chapters[0].lines)


def test_directions_stay_with_their_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('See www.a.org now <sub alias="Saint">St.</sub> Ives www.b.org <break time="9s"/> came.')
    (edition,) = plan(path, CONFIG)
    first, second = edition.script.chapters[0].lines
    assert (first.spoken, first.silence, second.spoken) == ("See now Saint Ives", 9_000, "came.")


@given(st.lists(st.sampled_from(["one", "two.", "“Three,”", "\n\n", ADDRESS, f"({ADDRESS})", "www.a.de."])))
def test_no_word_is_lost_with_an_address(words: list[str]) -> None:
    text = " ".join(["It", *words, "ended."])
    book = without_addresses(read_plain(Source(Path("a.txt"), text)))
    edition = edit(book, CONFIG)
    said = "".join(line.text for chapter in edition.script.chapters for line in chapter.lines)
    kept = text.replace(ADDRESS, "").replace("www.a.de", "")
    assert [sign for sign in said if sign.isalnum()] == [sign for sign in kept if sign.isalnum()]
