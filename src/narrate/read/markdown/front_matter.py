"""Front matter: what a Markdown file says of itself between `---` (YAML) or `+++` (TOML) at its top."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from narrate.config.checks import Surroundings
from narrate.config.problems import problems_of
from narrate.config.schema import BookTable
from narrate.errors import BadFrontMatter
from narrate.model.metadata import Metadata
from narrate.model.story import LINE_END, Source
from narrate.read.facts import date_in, part_in

_END = LINE_END.pattern
_FENCED = re.compile(
    rf"(?P<fence>---|\+\+\+)[ \t]*(?:{_END})(?P<body>.*?)(?<=[\n\r])(?:(?P=fence)|\.\.\.)[ \t]*(?:{_END}|\Z)",
    re.DOTALL,
)
_FIRST_KEY = re.compile(
    rf"(?:---|\+\+\+)[ \t]*(?:{_END})\s*(?:#[^\n\r]*[\n\r]\s*)*(?P<key>[\w.-]+)[ \t]*[:=]"
)
_NAMES = {
    "title": ("title",),
    "author": ("author", "authors", "creator", "by"),
    "translator": ("translator", "translators", "translated-by", "translated_by"),
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
    return FrontMatter(_metadata(Source(path, text), values), found.end())


def _is_key(word: str) -> bool:
    """Tell a key from the word before a colon in prose.

    >>> _is_key("title"), _is_key("Author"), _is_key("layout"), _is_key("Note")
    (True, True, True, False)
    """
    return word.lower() in _KNOWN or word.islower()


def _values(path: Path, found: re.Match[str]) -> Mapping[object, object]:
    from yaml import YAMLError

    name, load = ("TOML", _toml) if found["fence"] == "+++" else ("YAML", _yaml)
    try:
        values = load(found["body"])
    except (YAMLError, ValueError, RecursionError) as error:
        raise BadFrontMatter(path, _line(error), f"is no {name}: {_problem(error)}") from error
    if not isinstance(values, Mapping):
        raise BadFrontMatter(path, 2, "is no list of keys and values")
    return values


def _toml(body: str) -> object:
    return tomllib.loads(LINE_END.sub("\n", body))


def _yaml(body: str) -> object:
    from yaml import BaseLoader, load

    return load(body, BaseLoader)  # noqa: S506 - it makes nothing but strings, lists and mappings


def _line(error: Exception) -> int:
    """Return the line of the file that an error speaks of; the first where it speaks of none."""
    if mark := getattr(error, "problem_mark", None):
        return int(mark.line) + 2
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) + 1 if found else 1


def _problem(error: Exception) -> str:
    return getattr(error, "problem", None) or str(error).partition(" (at ")[0]


def _metadata(source: Source, values: Mapping[str, object]) -> Metadata:
    keys = {name: key for name, known in _NAMES.items() if (key := _key(values, known))}
    told = {name: bare for name, key in keys.items() if (bare := _bare(name, _text(values[key])))}
    try:
        table = BookTable.model_validate(told, context=Surroundings(source.path.parent, frozenset()))
    except ValidationError as error:
        problem = problems_of(error, BookTable, told, None)[0]
        raise _refused(source, keys[problem.place], problem.sentence) from error
    return replace(Metadata(), **{name: getattr(table, name) for name in told})


def _key(values: Mapping[str, object], known: Iterable[str]) -> str:
    """Return the first of the keys of one meaning that has something to say."""
    return next((key for key in known if _text(values.get(key))), "")


def _bare(name: str, told: str) -> str:
    """Take what counts from a value that says it in more words.

    >>> _bare("date", "2020-01-02 10:00"), _bare("part", "Book 2"), _bare("language", "en_GB.UTF-8")
    ('2020-01-02', '2', 'en-GB')
    """
    match name:
        case "date":
            return date_in(told)
        case "part":
            return part_in(told)
        case "cover" if "://" in told:
            return ""
        case "language":
            return told.partition(".")[0].replace("_", "-")
        case _:
            return told


def _refused(source: Source, key: str, sentence: str) -> BadFrontMatter:
    written = re.search(rf"(?<![^\n\r])[\"' ]*{re.escape(key)}[\"' ]*[:=]", source.text, re.IGNORECASE)
    line = source.line_of(written.start()) if written else 1
    return BadFrontMatter(source.path, line, f"has a wrong value for {key!r}: {sentence}")


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
