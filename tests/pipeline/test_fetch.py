from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from narrate.config.load import find_config, load_config
from narrate.errors import BadInput, CannotRead, NoSuchPath, UrlNeeds
from narrate.model.url import place
from narrate.pipeline.fetch import fetched
from narrate.pipeline.plan import plan

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def shelf() -> str:
    return f"memory://{uuid4().hex}/books"


def put(url: str, files: dict[str, str]) -> None:
    system: Any = fsspec.filesystem("memory")
    for name, text in files.items():
        system.pipe_file(f"{url}/{name}", text.encode())


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_what_lies_here_is_read_where_it_lies(tmp_path: Path) -> None:
    with fetched(tmp_path / "a.txt") as here:
        assert here == tmp_path / "a.txt"


def test_with_a_story_comes_what_its_settings_and_its_front_matter_name_and_nothing_else(shelf: str) -> None:
    settings = (
        '[[chapter]]\nfile = "b.txt"\nskip = true\n[book]\ncover = "art/a.png"\n[voices]\nfolder = "us"\n'
    )
    put(
        shelf,
        {
            "a.md": "---\ntitle: A\ncover: mine.png\n---\nOnce.",
            "narrate.toml": settings,
            **dict.fromkeys(("art/a.png", "art/b.png", "mine.png", "us/me.toml", "b.txt", "c.txt"), "x"),
        },
    )
    with fetched(place(f"{shelf}/a.md")) as here:
        assert here.name == "a.md"
        assert names(here.parent) == ["a.md", "art/a.png", "b.txt", "mine.png", "narrate.toml", "us/me.toml"]
    assert not here.parent.exists()


def test_a_folder_comes_whole_but_not_deep_and_keeps_its_name(shelf: str) -> None:
    put(
        shelf,
        {"1.txt": "One.", "2.txt": "Two.", "out/old.m4b": "x", "narrate.toml": '[voices]\nfolder = "us"'},
    )
    put(shelf, {"us/me.toml": 'engine = "tone"'})
    with fetched(Path(shelf)) as here:
        assert names(here) == ["1.txt", "2.txt", "narrate.toml", "us/me.toml"]
        (edition,) = plan(here, load_config(find_config(here)))
    assert edition.script.metadata.title == "Books"
    assert len(edition.script.chapters) == 2


def test_nothing_outside_of_the_folder_is_fetched(shelf: str) -> None:
    put(shelf, {"in/a.txt": "One.", "in/narrate.toml": '[book]\ncover = "../secret.png"', "secret.png": "x"})
    with fetched(place(f"{shelf}/in/a.txt")) as here:
        assert names(here.parent.parent) == ["in/a.txt", "in/narrate.toml"]


def test_errors_speak_of_the_url(shelf: str) -> None:
    put(shelf, {"a.txt": "\0\1\2", "narrate.toml": '[book]\ncover = "no.png"'})
    with pytest.raises(BadInput) as caught, fetched(place(f"{shelf}/a.txt")) as here:
        load_config(find_config(here))
    assert str(caught.value) == f'{shelf}/narrate.toml: [book] cover: there is no file "{shelf}/no.png"'
    with pytest.raises(BadInput, match=f"^{shelf}/a.txt: byte 0"), fetched(place(f"{shelf}/a.txt")) as here:
        plan(here, load_config(None))


def test_what_is_not_there_and_what_nobody_knows_is_told(shelf: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        pytest.raises(NoSuchPath, match=f"{shelf}/a.txt: there is no such"),
        fetched(place(f"{shelf}/a.txt")),
    ):
        pass
    with pytest.raises(CannotRead, match="gopher://a/b: cannot be read: Protocol not known"):
        fetched(place("gopher://a/b")).__enter__()
    monkeypatch.setitem(__import__("sys").modules, "fsspec.core", None)
    with pytest.raises(UrlNeeds, match=r's3://a/b needs a package .*pip install "narrate\[cluster\]"'):
        fetched(place("s3://a/b")).__enter__()


def test_lexicons_come_with_a_story_those_that_are_named_and_those_beside_it(shelf: str) -> None:
    settings = '[book]\nlexicons = ["more/names.pls"]\n'
    files = dict.fromkeys(("a.txt", "own.lexicon.toml", "more/names.pls", "more/other.pls", "b.toml"), "x")
    put(shelf, {**files, "narrate.toml": settings})
    with fetched(place(f"{shelf}/a.txt")) as here:
        assert names(here.parent) == ["a.txt", "more/names.pls", "narrate.toml", "own.lexicon.toml"]
