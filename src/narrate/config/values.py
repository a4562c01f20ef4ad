"""What a single value may be: its type, its limits, and the words that tell a listener what was wanted."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from annotated_types import Ge, Gt, Le
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from narrate.config import checks
from narrate.config.sayings import saying


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a good value is, to complete the sentence `"x" is not ...`; limits beside it are added."""

    words: str


_NAME = StringConstraints(strip_whitespace=True, min_length=1)
_LANGUAGE = StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_DATE = StringConstraints(pattern=r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")
_PART = StringConstraints(pattern=r"^([0-9]+(\.[0-9]+)?)?$")
_CONVERTED = Field(strict=False)

Text = Annotated[str, AfterValidator(checks.storable), Wanted("text in quotes")]
Name = Annotated[str, _NAME, AfterValidator(checks.storable)]
YesNo = Annotated[bool, Wanted("true or false")]

Language = Annotated[str, _LANGUAGE, Wanted('a language such as "en" or "en-GB"')]
Date = Annotated[
    str,
    _DATE,
    BeforeValidator(checks.date_as_text),
    AfterValidator(checks.in_calendar),
    Wanted('a date such as "2024", "2024-05" or "2024-05-31"'),
]
Part = Annotated[str, _PART, BeforeValidator(checks.number_as_text), Wanted('a number such as "2" or "2.5"')]

FileName = Annotated[Name, Wanted("the name of a story's file in quotes")]
Printed = Annotated[Name, Wanted("a word or phrase")]
Said = Annotated[Any, AfterValidator(saying), Wanted("a respelling in quotes")]
VoiceName = Annotated[Name, AfterValidator(checks.known_voice), Wanted("the name of a voice in quotes")]
EngineName = Annotated[
    Name, AfterValidator(checks.known_plugin("engines")), Wanted("the name of an engine in quotes")
]
FormatName = Annotated[
    Name, AfterValidator(checks.known_plugin("formats")), Wanted("the name of a format in quotes")
]
FormatNames = Annotated[
    tuple[FormatName, ...],
    _CONVERTED,
    AfterValidator(checks.some_each_once),
    Wanted('a list of formats such as ["m4b", "mp3"]'),
]

AnyPath = Annotated[Path, _CONVERTED, BeforeValidator(checks.as_path), Wanted("a path in quotes")]
"""Relative paths stay so: they start where the command is given."""
_OwnPath = Annotated[AnyPath, AfterValidator(checks.beside_config)]
OwnFile = Annotated[_OwnPath, AfterValidator(checks.existing_file)]
OwnFiles = Annotated[tuple[OwnFile, ...], _CONVERTED, Wanted('a list of files such as ["names.pls"]')]
OwnFolder = Annotated[_OwnPath, AfterValidator(checks.existing_folder)]

Milliseconds = Annotated[int, Ge(0), Le(60_000), Wanted("a whole number of milliseconds")]
Seconds = Annotated[float, Gt(0), Le(3600), Wanted("a number of seconds")]
Jobs = Annotated[int, Ge(1), Le(1_000), Wanted("a whole number of processes")]
CacheUrl = Annotated[Text, Wanted("a folder or a URL in quotes")]
Gigabytes = Annotated[float, Gt(0), Wanted("a number of gigabytes")]
Attempts = Annotated[int, Ge(1), Le(10), Wanted("a whole number")]
ChapterNumber = Annotated[int, Ge(1), Le(100_000), Wanted("the number of a chapter")]
Kilobits = Annotated[int, Ge(16), Le(320), Wanted("a whole number of kilobits a second")]
Loudness = Annotated[float, Ge(-40), Le(-9), Wanted("a loudness in LUFS")]
TruePeak = Annotated[float, Ge(-20), Le(0), Wanted("a peak in dBTP")]
RoomTone = Annotated[float, Ge(-90), Le(-50), Wanted("false or a level in dBFS")]

WordsAMinute = Annotated[int, Ge(80), Le(449), Wanted("a whole number of words a minute")]
"""eSpeak speaks no slower; from 450 on it squeezes the finished sound and tells wrong times for its words."""
Pitch = Annotated[int, Ge(0), Le(100), Wanted("a whole number")]
Volume = Annotated[float, Gt(0), Le(2), Wanted("a number")]
