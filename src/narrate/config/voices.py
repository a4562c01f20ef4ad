"""The catalogue of voices: those that ship with narrate, then the listener's own, then the book's."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from unicodedata import normalize

from platformdirs import user_config_path
from pydantic import ValidationError

import narrate
from narrate.config.problems import Problem, problems_of
from narrate.config.schema import Config, VoiceFile
from narrate.config.toml import read_toml
from narrate.errors import BadConfig
from narrate.model.voice import Voice


def shipped_folder() -> Path:
    """Return where narrate's own voices are: in the installed package, or beside a checkout's sources."""
    package = Path(narrate.__file__).parent
    inside = package / "voices"
    return inside if inside.is_dir() else package.parents[1] / "voices"


def own_folder() -> Path:
    """Return where the listener's own voices are looked for, whether it exists or not."""
    return user_config_path("narrate", appauthor=False) / "voices"


def catalogue(folder: Path | None) -> Mapping[str, Voice]:
    """Return all voices by name; a book's folder wins over the listener's own, that over the shipped ones.

    Raises `BadConfig` with everything that is wrong in any voice file.
    """
    voices, problems = find_voices(folder)
    if problems:
        raise BadConfig(tuple(problems))
    return voices


def find_voices(folder: Path | None) -> tuple[dict[str, Voice], list[Problem]]:
    """Read every voice file; return the good voices by name and the problems of the others."""
    voices: dict[str, Voice] = {}
    problems: list[Problem] = []
    for path in _files(folder):
        try:
            voice = _read_voice(path)
        except BadConfig as bad:
            problems += bad.args[0]
        else:
            voices[voice.name] = voice
    return dict(sorted(voices.items())), problems


def cast_of(config: Config, voices: Mapping[str, Voice]) -> Mapping[str, Voice]:
    """Return the voices that speak in a book, the narrator first; the configuration names only such."""
    parts = config.voices
    names = [parts.narrator, parts.headings, parts.dialogue, *(chapter.voice for chapter in config.chapter)]
    return {name: voices[name] for name in names if name}


def voice_with(voice: Voice, wishes: Mapping[str, tuple[str, object]]) -> Voice:
    """Return the voice as options of the command line want it: `{"--rate": ("rate", 200)}`.

    An option whose value is None was not given.  Raises `BadConfig` with everything that is wrong, each
    problem under its option's name.
    """
    given = {option: wish for option, wish in wishes.items() if wish[1] is not None}
    data = {**asdict(voice), **dict(given.values())}
    del data["name"]
    try:
        return VoiceFile.model_validate(data).voice(voice.name)
    except ValidationError as error:
        options = {key: option for option, (key, _) in given.items()}
        found = problems_of(error, VoiceFile, data, None)
        raise BadConfig(
            tuple(replace(each, place=options.get(each.place, each.place)) for each in found)
        ) from None


def _files(folder: Path | None) -> Iterator[Path]:
    """List voice files, later ones winning; hidden files are none."""
    for place in filter(None, (shipped_folder(), own_folder(), folder)):
        yield from (path for path in sorted(place.glob("*.toml")) if not path.name.startswith("."))


def _read_voice(path: Path) -> Voice:
    data = read_toml(path)
    name = normalize("NFC", path.stem)
    try:
        return VoiceFile.model_validate(data).voice(name)
    except ValidationError as error:
        raise BadConfig(tuple(problems_of(error, VoiceFile, data, path))) from None
