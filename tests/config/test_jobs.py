import re
from contextlib import ExitStack
from pathlib import Path

import pytest

from narrate.config.jobs import BatchTable, BookEntry, JobsFile, batch_of, read_jobs
from narrate.config.layers import Layer, layer_of, layered, wished
from narrate.config.schema import Config, WorkTable
from narrate.config.spots import Model
from narrate.config.wording import as_written
from narrate.errors import BadConfig
from narrate.pipeline.shelf import jobs_of

REFERENCE = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")
NONE = Layer({})


def write(folder: Path, text: str) -> Path:
    path = folder / "JOBS.toml"
    path.write_text(text)
    return path


def problems(path: Path, options: Layer = NONE) -> list[str]:
    with pytest.raises(BadConfig) as caught:
        read_jobs(path, options)
    return [str(problem).removeprefix(f"{path}: ") for problem in caught.value.args[0]]


def test_paths_begin_at_the_file(tmp_path: Path) -> None:
    path = write(
        tmp_path, '[batch]\noutput = "out"\n[[book]]\npath = "a"\npriority = 2\n[[book]]\npath = "/b"\n'
    )
    jobs = read_jobs(path, NONE)
    assert jobs.batch.output == tmp_path / "out"
    assert [(wish.path, wish.priority) for wish in jobs.wishes] == [(tmp_path / "a", 2), (Path("/b"), 0)]


def test_all_that_is_wrong_is_told_at_once_and_where(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        [batch]
        retires = 3
        layout = "{autor}"
        [defaults.voices]
        narator = "june"
        [defaults.work]
        jobs = 2
        [[book]]
        priority = 1
        [[book]]
        path = "b"
        [book.settings.pauses]
        sentence = -1
        [pauses]
        """,
    )
    told = problems(path)
    assert sorted(told) == [
        "[[book]] 1 path: is missing; give it a path in quotes",
        "[[book]] 2 [settings.pauses] sentence: -1 is not a whole number of milliseconds from 0 to 60000",
        '[batch] layout: a layout has no field "autor"; did you mean "author"?',
        '[batch] retires: unknown key; did you mean "retries"?',
        '[defaults.voices] narator: unknown key; did you mean "narrator"?',
        "[defaults.work]: is for all books of a batch together; write its keys under [batch]",
        "[pauses]: unknown table here; it belongs under [defaults]",
    ]


@pytest.mark.parametrize(
    "shape", ["defaults = 3", "book = 3", "batch = 3", "[book]\npath = 'a'", "book = [1]"]
)
def test_any_other_shape_is_refused_in_words(tmp_path: Path, shape: str) -> None:
    assert problems(write(tmp_path, f"{shape}\n"))


def test_what_options_say_goes_by_the_names_of_options(tmp_path: Path) -> None:
    path = write(tmp_path, '[batch]\nretries = 1\n[[book]]\npath = "a"\n')
    assert read_jobs(path, wished({"--retries": ("batch.retries", 4)})).batch.retries == 4
    told = problems(path, wished({"--retries": ("batch.retries", -4)}))
    assert told == ["--retries: -4 is not a whole number of times from 0 to 100"]
    assert batch_of(wished({"--jobs": ("batch.jobs", 3), "--books": ("batch.books", None)})).jobs == 3


def test_each_setting_comes_from_the_strongest_that_gives_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/narrate.toml").write_text("[pauses]\nsentence = 2\nparagraph = 2\nverse = 2\n")
    path = write(
        tmp_path,
        '[defaults.pauses]\nsentence = 1\nhead = 1\n[[book]]\npath = "a"\n'
        "[book.settings.pauses]\nparagraph = 3\nverse = 3\n",
    )
    (job,) = jobs_of(read_jobs(path, wished({"--x": ("pauses.verse", 4)})).wishes, ExitStack())
    assert isinstance(job.config, Config)
    pauses = job.config.pauses
    assert (pauses.head, pauses.sentence, pauses.paragraph, pauses.verse) == (1, 2, 3, 4)


def test_what_is_wrong_between_layers_is_named_where_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/narrate.toml").write_text("[voices]\nnarrator = 'elenor'\n")
    path = write(
        tmp_path,
        '[defaults.voices]\nheadings = "jun"\n[[book]]\npath = "a"\nsettings.voices.dialogue = "arther"\n',
    )
    (job,) = jobs_of(read_jobs(path, NONE).wishes, ExitStack())
    told = str(job.config).splitlines()
    assert [line.split(": there")[0] for line in told] == [
        f"{tmp_path}/a/narrate.toml: [voices] narrator",
        f"{path}: [defaults.voices] headings",
        f"{path}: [[book]] 1 [settings.voices] dialogue",
    ]


def test_covers_and_voices_are_looked_for_beside_the_file_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "book/voices").mkdir(parents=True)
    (tmp_path / "book/voices/mine.toml").write_text("")
    (tmp_path / "book/narrate.toml").write_text('[voices]\nfolder = "voices"\n')
    (tmp_path / "cover.jpg").touch()
    path = write(
        tmp_path,
        '[defaults.book]\ncover = "cover.jpg"\n[[book]]\npath = "book"\nsettings.voices.narrator = "mine"\n',
    )
    (wish,) = read_jobs(path, NONE).wishes
    config = layered((*wish.weaker, layer_of(tmp_path / "book/narrate.toml"), *wish.stronger))
    assert config.book.cover == tmp_path / "cover.jpg"
    assert config.voices.folder == tmp_path / "book/voices"


def keys(model: Model) -> dict[str, str]:
    return {
        name: "required"
        if field.is_required()
        else "none"
        if field.default is None
        else f"`{as_written(field.default)}`"
        for name, field in model.model_fields.items()
        if name not in WorkTable.model_fields and name != "settings"
    }


@pytest.mark.parametrize(("heading", "model"), [("`[batch]`", BatchTable), ("`[[book]]`", BookEntry)])
def test_the_reference_tells_every_key_and_its_default(heading: str, model: Model) -> None:
    section = REFERENCE.split(f"\n### {heading}\n")[1].split("\n### ")[0].split("\n## ")[0]
    assert dict(re.findall(r"^\| `(\w+)` \| (\S.*?) \|", section, re.MULTILINE)) == keys(model)


def test_the_reference_tells_every_table() -> None:
    assert set(re.findall(r"^### `\[+(\w+)", REFERENCE, re.MULTILINE)) == set(JobsFile.model_fields)
