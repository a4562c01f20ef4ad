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
LEXICON = ".lexicon.toml"
"""How the names of lexicons end that are found by themselves."""
_SAME = "speaks of the same chapter as [[chapter]] {}"


def find_config(story: Path) -> Path | None:
    """Return the `narrate.toml` in a folder of stories or beside a single one, None where there is none."""
    beside = folder_of(story) / NAME
    return beside if lexists(beside) else None


def folder_of(story: Path) -> Path:
    """Return a folder of stories, or that of a single one."""
    return story if isdir(story) else story.parent  # noqa: PTH112 - never raises, whatever the path


def with_lexicons(data: Data, folder: Path) -> Data:
    """Add the lexicons that lie in a folder to those that a configuration names, which are stronger."""
    found = sorted(str(each.absolute()) for each in folder.glob(f"*{LEXICON}") if each.name[0] != ".")
    book = data.get("book", {})
    named = book.get("lexicons", []) if isinstance(book, Mapping) else None
    if not found or not isinstance(book, Mapping) or not isinstance(named, list):
        return data
    return {**data, "book": {**book, "lexicons": [*named, *found]}}


def load_config(path: Path | None, beside: Path | None = None) -> Config:
    """Read a configuration on top of the defaults; None gives the defaults alone.

    Lexicons in its folder, and in that `beside` which the stories are, are found by themselves.

    The cover and the folder of voices are taken relative to the file and made absolute; the output
    folder stays relative to where the command is given.  Raises `BadConfig` with everything that is
    wrong: in the file, in the voice files, and between them.
    """
    data: Data = read_toml(path) if path else {}
    for folder in dict.fromkeys(filter(None, [path and path.parent, beside])):
        data = with_lexicons(data, folder)
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
