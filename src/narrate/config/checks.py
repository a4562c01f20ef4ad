"""What types alone cannot tell of a value: each check returns it, or says in one sentence why not."""

import os
import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unicodedata import normalize

from pydantic import ValidationInfo

from narrate.config.wording import as_written, suggestion
from narrate.model.url import Url, place
from narrate.model.words import quoted
from narrate.nearest import did_you_mean
from narrate.plugins import Kind, installed

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What values are checked against; handed to pydantic as the context of a validation."""

    folder: Path
    """Where relative paths start."""
    voices: AbstractSet[str]
    """The names in the catalogue."""


def storable(text: str) -> str:
    """Refuse what no tag and no file name can hold: NUL, and bytes of the command line that are no text."""
    if "\0" in text or _SURROGATE.search(text):
        message = f"{as_written(text)} holds a character that cannot be stored"
        raise ValueError(message)
    return text


def known_voice(name: str, info: ValidationInfo) -> str:
    """Refuse a voice that is not in the catalogue."""
    composed = normalize("NFC", name)
    return _one_of("voice", composed, info.context.voices) if info.context else composed


def known_plugin(kind: Kind) -> Callable[[str], str]:
    """Make the check that refuses plug-ins of this kind that are not installed."""
    return lambda name: _one_of(kind.removesuffix("s"), name, installed(kind))


def _one_of(thing: str, name: str, names: Iterable[str]) -> str:
    known = sorted(names)
    if name not in known:
        message = f"there is no {thing} {as_written(name)}; {suggestion(name, known)}"
        raise ValueError(message)
    return name


def number_as_text(value: object) -> object:
    """Take `part = 2` for `part = "2"`."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def date_as_text(value: object) -> object:
    """Take TOML's own dates and a bare year for the same in quotes."""
    return value.isoformat()[:10] if isinstance(value, date) else number_as_text(value)


def in_calendar(text: str) -> str:
    """Refuse a thirteenth month and a thirtieth of February."""
    try:
        date.fromisoformat(text + "2000-01-01"[len(text) :])
    except ValueError:
        message = f"{as_written(text)} is not in the calendar"
        raise ValueError(message) from None
    return text


def as_path(value: object) -> object:
    """Make a path of text, `~` opened; a URL stays one."""
    if not isinstance(value, str):
        return place(value) if isinstance(value, Path) else value
    if not value.strip() or "\0" in value:
        message = f"{as_written(value)} is not a path"
        raise ValueError(message)
    return place(os.path.expanduser(value))  # noqa: PTH111 - leaves "~nobody" as it is instead of raising


def beside_config(path: Path, info: ValidationInfo) -> Path:
    """Start a relative path at the configuration's own folder; a URL starts nowhere."""
    if isinstance(path, Url):
        return path
    return Path(os.path.abspath(info.context.folder / path)) if info.context else path  # noqa: PTH100 - keeps links


def existing_file(path: Path) -> Path:
    """Refuse a file that is not there."""
    return _existing("file", path, found=os.path.isfile(path))  # noqa: PTH113 - never raises, whatever the path


def existing_folder(path: Path) -> Path:
    """Refuse a folder that is not there."""
    return _existing("folder", path, found=os.path.isdir(path))  # noqa: PTH112 - never raises, whatever the path


def _existing(kind: str, path: Path, *, found: bool) -> Path:
    if not found:
        message = f"there is no {kind} {quoted(str(path))}{_hint(path)}"
        raise ValueError(message)
    return path


def _hint(path: Path) -> str:
    if not str(path).isprintable():
        return "; write each backslash twice, or put the path in 'single quotes'"
    asked = did_you_mean(path.name, _others_in(path.parent, path.name))
    return f"; {asked}" if asked else ""


def _others_in(folder: Path, name: str) -> set[str]:
    try:
        return set(os.listdir(folder)) - {name}  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return set()


def some_each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse an empty list, and drop repetitions."""
    if not names:
        message = "the list is empty"
        raise ValueError(message)
    return tuple(dict.fromkeys(names))
