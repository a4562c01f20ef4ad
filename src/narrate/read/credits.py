"""The book's metadata: what the configuration says counts before what the texts say themselves."""

from collections.abc import Sequence
from dataclasses import asdict, fields, replace

from narrate.config.schema import Config
from narrate.model.metadata import Metadata


def credited(config: Config, told: Metadata, title: str) -> Metadata:
    """Put the configuration's `[book]` over what a text tells, and the chosen title on top.

    Where neither names a narrator the narrating voice is credited; genre and language are always given.
    """
    table = config.book
    names = [field.name for field in fields(Metadata)]
    written = {name: getattr(table, name) for name in names if name in table.model_fields_set}
    known = {name: value for name, value in written.items() if value}
    unsaid = {
        "genre": told.genre or table.genre,
        "language": told.language or table.language,
        "narrator": told.narrator or voice_credit(config),
    }
    return replace(told, **{**unsaid, **known, "title": title})


def voice_credit(config: Config) -> str:
    """Return the name under which the narrating voice is credited.

    >>> from narrate.config.schema import VoicesTable
    >>> voice_credit(Config(voices=VoicesTable(narrator="old-tom")))
    'Old Tom'
    """
    return config.voices.narrator.replace("-", " ").title()


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
