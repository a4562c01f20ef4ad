"""Find and read a book's configuration, and put the command line's wishes on top."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from os.path import isdir, lexists
from pathlib import Path

from pydantic import ValidationError

from narrate.config.checks import Surroundings
from narrate.config.problems import Data, Problem, numbered, problems_of
from narrate.config.schema import Config, VoicesTable
from narrate.config.toml import read_toml
from narrate.config.voices import find_voices
from narrate.errors import BadConfig

NAME = "narrate.toml"
_SAME = "speaks of the same chapter as [[chapter]] {}"


def find_config(story: Path) -> Path | None:
    """Return the `narrate.toml` in a folder of stories or beside a single one, None where there is none."""
    beside = (story if isdir(story) else story.parent) / NAME  # noqa: PTH112 - never raises, whatever the path
    return beside if lexists(beside) else None


def load_config(path: Path | None) -> Config:
    """Read a configuration on top of the defaults; None gives the defaults alone.

    The cover and the folder of voices are taken relative to the file and made absolute; the output
    folder stays relative to where the command is given.  Raises `BadConfig` with everything that is
    wrong: in the file, in the voice files, and between them.
    """
    data = read_toml(path) if path else {}
    return checked(data, path.parent if path else Path(), path, {})


def override(config: Config, wishes: Mapping[str, tuple[str, object]]) -> Config:
    """Put options of the command line on top: `{"--format": ("output.formats", ["mp3"])}`.

    An option whose value is None was not given.  Relative paths start at the working directory.
    Raises `BadConfig` with everything that is wrong, each problem under its option's name.
    """
    data = config.model_dump(exclude_unset=True)  # what nobody wrote, a story's front matter may still fill
    options = {}
    for option, (place, value) in wishes.items():
        if value is not None:
            table, key = place.split(".")
            data.setdefault(table, {})[key] = value
            options[f"[{table}] {key}"] = option
    return checked(data, Path(), None, options)


def checked(data: Data, folder: Path, file: Path | None, options: Mapping[str, str]) -> Config:
    """Check everything at once; `options` names the places that the command line filled."""
    voices, problems = find_voices(_voices_folder(data, folder))
    broken = {problem.file.stem for problem in problems if problem.file}
    try:
        config = Config.model_validate(data, context=Surroundings(folder, broken.union(voices)))
    except ValidationError as error:
        problems += problems_of(error, Config, data, file)
    problems += [Problem(file, place, said) for place, said in _repeated_chapters(data)]
    if problems:
        raise BadConfig(tuple(replace(each, place=options.get(each.place, each.place)) for each in problems))
    return config


def _voices_folder(data: Data, folder: Path) -> Path | None:
    """Read ahead where the book's voices are, to know their names while all else is checked."""
    table = data.get("voices")
    try:
        voices = VoicesTable.model_validate(
            {"folder": table.get("folder") if isinstance(table, dict) else None},
            context=Surroundings(folder, set()),
        )
    except ValidationError:
        return None
    return voices.folder


def _repeated_chapters(data: Data) -> Iterator[tuple[str, str]]:
    """Find `[[chapter]]` tables that speak of the same chapter."""
    found = data.get("chapter")
    entries = found if isinstance(found, list | tuple) else ()
    seen: dict[tuple[str, int | None], int] = {}
    for index, entry in enumerate(entries):
        match entry:
            case {"file": str(file)} if isinstance(number := entry.get("number"), int | None):
                first = seen.setdefault((file, number), index)
                if first != index:
                    yield f"[[chapter]] {numbered(entries, index)}", _SAME.format(first + 1)
