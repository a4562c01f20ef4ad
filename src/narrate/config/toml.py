"""Read a TOML file, or tell in one sentence what stands in the way."""

import tomllib
from pathlib import Path

from narrate.config.problems import Problem
from narrate.errors import BadConfig

_ADVICE = {
    "Invalid value": "text goes in quotes",
    "Invalid statement": "a key with blanks, accents or apostrophes goes in quotes",
    "Expected '=' after a key": "a key with blanks, accents or apostrophes goes in quotes",
    "Unescaped '\\'": "write a backslash twice, or put the text in 'single quotes'",
    "Invalid hex value": "write a backslash twice, or put the text in 'single quotes'",
    "Illegal character '\\n'": 'text over several lines goes in three quotes: """',
    "Expected newline or end of document": 'a quote inside of text is written \\"',
    "Cannot overwrite a value": "a key stands only once in its table",
    "Cannot declare": "a table stands only once; put its keys together",
}
"""The beginning of what the parser says, and what a writer of prose can do about it."""


def read_toml(path: Path) -> dict[str, object]:
    """Read a UTF-8 file, with or without byte order mark.

    Raises `BadConfig` where the file cannot be read, is not UTF-8 or not TOML.
    """
    text = _decoded(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadConfig((_syntax(path, str(error)),)) from None
    except (ValueError, RecursionError):
        raise BadConfig((Problem(path, "", "holds a number or a nesting beyond all reason"),)) from None


def _decoded(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadConfig((Problem(path, "", _unreadable(error)),)) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        said = f"byte 0x{raw[error.start]:02X} is not UTF-8; save the file as UTF-8 in your editor"
        raise BadConfig((Problem(path, f"line {line}", said),)) from None


def _unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, IsADirectoryError):
        return "is a folder; name the file inside it"
    if isinstance(error, PermissionError):
        return "cannot be read: you have no permission"
    return f"cannot be read: {error.strerror}"


def _syntax(path: Path, said: str) -> Problem:
    message, _, position = said.partition(" (at ")
    advice = [advice for start, advice in _ADVICE.items() if message.startswith(start)]
    sentence = "; ".join([message[:1].lower() + message[1:], *advice])
    return Problem(path, position.removesuffix(")"), sentence)
