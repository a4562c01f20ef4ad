"""What may stand beside a printed word: a respelling, `/IPA/`, a table of both and conditions, or several."""

import re
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from narrate.config.checks import known_voice, storable
from narrate.config.wording import as_written, suggestion
from narrate.model.ipa import strange

Saying = str | Mapping[str, object]

KEYS: Final = ("say", "ipa", "language", "voice", "before", "after", "expect")
_TELLING: Final = frozenset({"say", "ipa", "expect"})
_BETWEEN_SLASHES: Final = re.compile(r"/\s*(\S.*?)\s*/", re.DOTALL)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def saying(value: object, info: ValidationInfo) -> object:
    """Check what stands beside a printed word, and take white space from the edges of text."""
    if isinstance(value, list | tuple) and value:
        return tuple(_one(each, info) for each in value)
    return _one(value, info)


def sayings(value: object) -> tuple[Saying, ...]:
    """Return what was checked as a row."""
    return value if isinstance(value, tuple) else (value,)


def as_table(one: Saying) -> dict[str, object]:
    """Write what is said as a table, whichever way it was written.

    >>> as_table("Shivawn"), as_table("/ʃɪˈvɔːn/")
    ({'say': 'Shivawn'}, {'ipa': 'ʃɪˈvɔːn'})
    """
    if not isinstance(one, str):
        return dict(one)
    sounds = _BETWEEN_SLASHES.fullmatch(one)
    return {"ipa": sounds[1]} if sounds else {"say": one}


def _one(value: object, info: ValidationInfo) -> Saying:
    if isinstance(value, str) and value.strip():
        text = value.strip()
        _checked_sounds("ipa", text) if _BETWEEN_SLASHES.fullmatch(text) else storable(text)
        return text
    if isinstance(value, Mapping) and not value.keys().isdisjoint(KEYS):
        return _table(value, info)
    raise PydanticCustomError("saying", "no saying")  # noqa: EM101 - told as whatever the schema wanted


def _table(table: Mapping[str, object], info: ValidationInfo) -> Mapping[str, object]:
    for key in table:
        if key not in KEYS:
            _refuse(f"{as_written(key)} is no key of an entry; {suggestion(str(key), KEYS)}")
    if _TELLING.isdisjoint(table):
        _refuse(f"{as_written(table)} does not tell how it is said; give it say or ipa")
    return {key: _CHECKS.get(key, _text)(key, value, info) for key, value in table.items()}


def _text(key: str, value: object, _: ValidationInfo | None = None) -> str:
    if not isinstance(value, str) or not value.strip():
        _refuse(f"{key} = {as_written(value)} is not text in quotes")
    return storable(value.strip())


def _words(key: str, value: object, _: ValidationInfo) -> tuple[str, ...]:
    """Take one word for a list of one."""
    listed = value if isinstance(value, list | tuple) else [value]
    words = [" ".join(word.split()) for word in listed if isinstance(word, str)]
    if words and all(words) and len(words) == len(listed):
        return tuple(words)
    return _refuse(f'{key} = {as_written(value)} is not a list of words such as ["will", "to"]')


def _checked_sounds(key: str, value: object, _: ValidationInfo | None = None) -> str:
    text = _text(key, value)
    sounds = str(as_table(text).get("ipa", text))
    if odd := strange(sounds):
        _refuse(f"{key} = {as_written(text)} holds {as_written(odd)}, which the IPA does not know")
    return sounds


def _language(key: str, value: object, _: ValidationInfo) -> str:
    text = _text(key, value)
    if not _LANGUAGE.fullmatch(text):
        _refuse(f'{key} = {as_written(text)} is not a language such as "en" or "en-GB"')
    return text


def _voice(key: str, value: object, info: ValidationInfo) -> str:
    return known_voice(_text(key, value), info)


def _refuse(message: str) -> NoReturn:
    raise ValueError(message)


_CHECKS: Final[Mapping[str, Any]] = {
    "ipa": _checked_sounds,
    "expect": _checked_sounds,
    "before": _words,
    "after": _words,
    "language": _language,
    "voice": _voice,
}
