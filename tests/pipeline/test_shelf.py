import re
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from narrate.config.layers import Layer, wished
from narrate.config.schema import Config
from narrate.errors import BadConfig, CannotRead, NoBooks, NoSuchPath
from narrate.model.url import place
from narrate.pipeline.shelf import jobs_of, wishes_below


def found(shelf: Path) -> list[str]:
    jobs = jobs_of(wishes_below(shelf, Layer({})), ExitStack())
    return [job.path.relative_to(shelf).as_posix() for job in jobs]


def put(shelf: Path, *names: str) -> None:
    for name in names:
        (shelf / name).parent.mkdir(parents=True, exist_ok=True)
        (shelf / name).write_text("A word.")


def test_every_folder_that_holds_stories_is_a_book(tmp_path: Path) -> None:
    put(tmp_path, "10 b/1.txt", "2 a/1.txt", "2 a/deep/down/1.md", "2 a/pictures/1.jpg", "3.txt")
    assert found(tmp_path) == [".", "2 a", "2 a/deep/down", "10 b"]


def test_the_files_of_a_pile_are_books(tmp_path: Path) -> None:
    put(tmp_path, "10.txt", "2.md", "cover.jpg", "voices/notes.toml")
    assert found(tmp_path) == ["2.md", "10.txt"]


def test_the_configuration_says_what_is_a_book(tmp_path: Path) -> None:
    put(tmp_path, "1.txt", "2.txt")
    (tmp_path / "narrate.toml").write_text('[book]\neach = "folder"\n')
    assert found(tmp_path) == ["."]
    put(tmp_path, "below/1.txt", "below/2.txt")
    (tmp_path / "below/narrate.toml").write_text('[book]\neach = "file"\n')
    assert found(tmp_path) == [".", "below/1.txt", "below/2.txt"]


def test_what_is_hidden_or_linked_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a/1.txt", "a/.2.txt", ".git/1.txt", "b/.1.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    assert found(tmp_path) == ["a"]


def test_a_book_with_a_bad_configuration_is_a_job_all_the_same(tmp_path: Path) -> None:
    put(tmp_path, "a/1.txt", "b/1.txt")
    (tmp_path / "a/narrate.toml").write_text("[book]\ntitel = 'x'\n")
    bad, good = jobs_of(wishes_below(tmp_path, Layer({})), ExitStack())
    assert isinstance(bad.config, BadConfig)
    assert isinstance(good.config, Config)


def test_options_are_stronger_than_a_books_own_settings(tmp_path: Path) -> None:
    put(tmp_path, "a/1.txt", "b/1.txt")
    (tmp_path / "a/narrate.toml").write_text("[voices]\nnarrator = 'june'\n")
    options = wished({"--voice": ("voices.narrator", "arthur"), "--layout": ("batch.layout", "{title}")})
    for job in jobs_of(wishes_below(tmp_path, options), ExitStack()):
        assert isinstance(job.config, Config)
        assert job.config.voices.narrator == "arthur"


def test_a_shelf_may_be_at_a_url(tmp_path: Path) -> None:
    fsspec: Any = pytest.importorskip("fsspec")
    system, shelf = fsspec.filesystem("memory"), f"memory://{tmp_path.name}"
    for name in ("10 b/1.txt", "2 a/1.txt", "2 a/deep/1.md", "2 a/pictures/1.jpg", ".git/1.txt"):
        system.pipe_file(f"{shelf}/{name}", b"A word.")
    system.pipe_file(f"{shelf}/10 b/narrate.toml", b"[voices]\nnarrator = 'june'\n")
    with ExitStack() as doors:
        jobs = list(jobs_of(wishes_below(place(shelf), Layer({})), doors))
        assert [job.name for job in jobs] == [f"{shelf}/{name}" for name in ("2 a", "2 a/deep", "10 b")]
        assert isinstance(jobs[-1].config, Config)
        assert jobs[-1].config.voices.narrator == "june"
    with pytest.raises(NoBooks, match=re.escape(f"{shelf}/2 a/pictures")):
        wishes_below(place(f"{shelf}/2 a/pictures"), Layer({}))
    with pytest.raises(NoSuchPath, match=re.escape(f"{shelf}/nowhere")):
        wishes_below(place(f"{shelf}/nowhere"), Layer({}))


def test_a_shelf_without_books_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoBooks):
        wishes_below(tmp_path, Layer({}))
    with pytest.raises(NoSuchPath):
        wishes_below(tmp_path / "nowhere", Layer({}))
    put(tmp_path, "file.txt")
    with pytest.raises(CannotRead):
        wishes_below(tmp_path / "file.txt", Layer({}))
