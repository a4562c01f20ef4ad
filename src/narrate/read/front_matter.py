"""Front matter: what a Markdown file says of itself between `---` (YAML) or `+++` (TOML) at its top."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from narrate.errors import BadFrontMatter
from narrate.model.metadata import Metadata

_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?P<body>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_FIRST_KEY = re.compile(r"(?:---|\+\+\+)[ \t]*(?:\r\n?|\n)\s*(?:#[^\n]*\n\s*)*(?P<key>[\w.-]+)[ \t]*[:=]")
_NAMES = {
    "title": ("title",),
    "author": ("author", "authors", "creator", "by"),
    "narrator": ("narrator", "narrators", "reader"),
    "language": ("language", "lang", "locale"),
    "date": ("date", "published", "year"),
    "publisher": ("publisher",),
    "series": ("series",),
    "part": ("part", "series-part", "series_part", "series_index", "volume"),
    "genre": ("genre", "genres", "subject"),
    "description": ("description", "summary", "abstract", "blurb"),
    "copyright": ("copyright", "rights"),
    "isbn": ("isbn",),
    "asin": ("asin",),
    "cover": ("cover", "cover-image", "cover_image"),
}
_KNOWN = frozenset(key for keys in _NAMES.values() for key in keys)
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?!\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says, and where it ends."""

    metadata: Metadata = field(default_factory=Metadata)
    end: int = 0
    """First character after it; 0 where a text has none."""


def front_matter(path: Path, text: str) -> FrontMatter:
    """Read the front matter of a text, if it has any; raise `BadFrontMatter` where it is broken."""
    first = _FIRST_KEY.match(text)
    if first is None or not _is_key(first["key"]):
        return FrontMatter()
    if (found := _FENCED.match(text)) is None:
        if first["key"].lower() in _KNOWN:
            raise BadFrontMatter(path, 1, f"is never closed by another {text[:3]}")
        return FrontMatter()
    values = {str(key).lower(): value for key, value in _values(path, found).items()}
    return FrontMatter(_metadata(path, values), found.end())


def _is_key(word: str) -> bool:
    """Tell a key from the word before a colon in prose.

    >>> _is_key("title"), _is_key("Author"), _is_key("layout"), _is_key("Note")
    (True, True, True, False)
    """
    return word.lower() in _KNOWN or word.islower()


def _values(path: Path, found: re.Match[str]) -> Mapping[object, object]:
    values: object
    try:
        values = _toml(found["body"]) if found["fence"] == "+++" else _yaml(found["body"])
    except tomllib.TOMLDecodeError as error:
        raise BadFrontMatter(path, _toml_line(str(error)), f"is no TOML: {error}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise BadFrontMatter(path, _yaml_line(error), f"is no YAML: {_yaml_problem(error)}") from error
    if not isinstance(values, Mapping):
        raise BadFrontMatter(path, 2, "is no list of keys and values")
    return values


def _toml(body: str) -> object:
    return tomllib.loads(body.replace("\r\n", "\n"))


def _yaml(body: str) -> object:
    return yaml.load(body, yaml.BaseLoader)  # noqa: S506 - it makes nothing but strings, lists and mappings


def _toml_line(message: str) -> int:
    found = re.search(r"line (\d+)", message)
    return int(found[1]) + 1 if found else 1


def _yaml_line(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 2 if mark else 1


def _yaml_problem(error: Exception) -> str:
    return getattr(error, "problem", None) or "it cannot be taken apart"


def _metadata(path: Path, values: Mapping[str, object]) -> Metadata:
    told = {name: _first(values, keys) for name, keys in _NAMES.items()}
    return Metadata(
        title=told["title"],
        author=told["author"],
        narrator=told["narrator"],
        language=_language(path, told["language"]),
        date=_found(_DATE, told["date"]),
        publisher=told["publisher"],
        series=told["series"],
        part=_found(_NUMBER, told["part"]),
        genre=told["genre"],
        description=told["description"],
        copyright=told["copyright"],
        isbn=told["isbn"],
        asin=told["asin"],
        cover=_cover(path, told["cover"]),
    )


def _first(values: Mapping[str, object], keys: Iterable[str]) -> str:
    return next((text for key in keys if (text := _text(values.get(key)))), "")


def _text(value: object) -> str:
    """Put a value into words: a list joined by commas, of a mapping its name or text.

    >>> _text(["Jane Doe", {"name": "Tom Roe"}]), _text(None), _text(1984)
    ('Jane Doe, Tom Roe', '', '1984')
    """
    match value:
        case None:
            return ""
        case list():
            return ", ".join(filter(None, map(_text, value)))
        case dict():
            return next((text for key in ("name", "text", "title") if (text := _text(value.get(key)))), "")
        case date():
            return value.isoformat()
        case _:
            return " ".join(str(value).split())


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""


def _language(path: Path, told: str) -> str:
    tag = told.replace("_", "-").partition(".")[0]
    if tag and not _TAG.fullmatch(tag):
        raise BadFrontMatter(
            path, 1, f"names the language {told!r}, which is no language tag such as en or en-GB"
        )
    return tag or Metadata().language


def _cover(path: Path, told: str) -> Path | None:
    return path.parent / told if told and "://" not in told else None
