import pickle
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from narrate.config.jobs import read_jobs
from narrate.config.layers import wished
from narrate.config.load import override
from narrate.config.schema import Config
from narrate.model.url import Url, place

NAME = st.text(st.characters(categories=("L", "N"), include_characters=" -."), min_size=1).filter(
    lambda name: name not in {".", ".."}
)


@given(st.sampled_from(["s3", "gs", "memory", "abfs"]), st.lists(NAME, min_size=1))
def test_a_url_survives_pathlib_and_a_journey(scheme: str, names: list[str]) -> None:
    text = f"{scheme}://{'/'.join(names)}"
    url = place(Path(text))
    assert str(url) == f"{url}" == text
    assert str(url.absolute()) == text
    again = pickle.loads(pickle.dumps(url))  # noqa: S301 - made in this line
    assert (again, str(again), hash(again)) == (url, text, hash(url))
    assert str((url / "a b" / "c.mp3").parent) == f"{text}/a b"
    assert (url / "a b" / "c.mp3").relative_to(url).as_posix() == "a b/c.mp3"


def test_a_path_is_no_url() -> None:
    for path in ("a/b", "/a:/b", "C:/books", r"C:\books", "a:b", "~/x", "ab: c/d"):
        assert not isinstance(place(path), Url)
        assert str(place(path)) == str(Path(path))


def test_an_output_folder_may_be_a_url() -> None:
    config = override(Config(), {"--output": ("output.folder", Path("s3://bucket/out"))})
    assert str(config.output.folder) == "s3://bucket/out"
    again = override(config, {"--title": ("book.title", "A")})
    assert str(again.output.folder) == "s3://bucket/out"


def test_the_output_folder_of_a_batch_may_be_a_url(tmp_path: Path) -> None:
    jobs = tmp_path / "jobs.toml"
    jobs.write_text('[batch]\noutput = "s3://bucket/out"\n[[book]]\npath = "a.txt"\n')
    assert str(read_jobs(jobs, wished({})).batch.output) == "s3://bucket/out"
