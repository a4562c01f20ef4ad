import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from narrate.config.schema import Config, VoiceFile
from narrate.config.spots import Model, is_repeated, table_of
from narrate.config.voices import catalogue
from narrate.config.wording import as_written

REFERENCE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")


def tables() -> Iterator[tuple[str, Model]]:
    yield "Voice files", VoiceFile
    for name, field in Config.model_fields.items():
        table = table_of(field)
        if table:
            yield (f"`[[{name}]]`" if is_repeated(field) else f"`[{name}]`"), table


def default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    if field.default is None:
        return "none"
    value = field.default
    return f"`{as_written(str(value) if isinstance(value, Path) else value)}`"


@pytest.mark.parametrize(("heading", "model"), list(tables()))
def test_the_reference_tells_every_key_and_its_default(heading: str, model: Model) -> None:
    section = REFERENCE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    told = dict(
        re.findall(r"^\| `(\w+)` \| (\S.*?) \|", section.split("\nVoices that ship")[0], re.MULTILINE)
    )
    assert told == {name: default(field) for name, field in model.model_fields.items()}


def test_the_reference_tells_every_table() -> None:
    told = re.findall(r"^## `\[+(\w+)\]+`$", REFERENCE, re.MULTILINE)
    assert told == list(Config.model_fields)


def test_the_reference_tells_every_voice_that_ships() -> None:
    for voice in catalogue(None).values():
        assert f"| `{voice.name}` | {voice.description} |" in REFERENCE
