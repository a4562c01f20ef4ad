"""The book's metadata: what the configuration says counts before what the texts say themselves."""

from collections.abc import Sequence
from dataclasses import asdict, fields, replace

from narrate.config.schema import BookTable
from narrate.model.metadata import Metadata


def credited(table: BookTable, told: Metadata, title: str) -> Metadata:
    """Put the configuration's `[book]` over what a text tells, and the chosen title on top."""
    names = [field.name for field in fields(Metadata)]
    written = {name: getattr(table, name) for name in names if name in table.model_fields_set}
    known = {name: value for name, value in written.items() if value}
    return replace(told, **{"genre": told.genre or table.genre, **known, "title": title})


def shared(told: Sequence[Metadata]) -> Metadata:
    """Return what several stories agree on, as far as they say it, and the authors of all."""
    values: dict[str, list[object]] = {field.name: [] for field in fields(Metadata)}
    for metadata in told:
        for name, value in asdict(metadata).items():
            if value and value not in values[name]:
                values[name].append(value)
    agreed = {name: found[0] for name, found in values.items() if len(found) == 1}
    authors = ", ".join(str(author) for author in values["author"])
    return replace(Metadata(), **{**agreed, "author": authors})  # type: ignore[arg-type]
