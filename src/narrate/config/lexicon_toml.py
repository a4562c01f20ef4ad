"""Write entries as a `*.lexicon.toml` has them."""

from collections.abc import Iterable, Sequence

from narrate.config.sayings import KEYS
from narrate.config.wording import BARE_KEY
from narrate.model.lexicon import Entry
from narrate.model.words import quoted


def toml(entries: Iterable[Entry]) -> str:
    """Write entries, a word on a line of its own.

    >>> print(toml([Entry("Ann", "Anne"), Entry("St. John", ipa="ˈsɪndʒən", voice="june")]), end="")
    Ann = "Anne"
    "St. John" = {ipa = "ˈsɪndʒən", voice = "june"}
    """
    rows: dict[str, list[Entry]] = {}
    for entry in entries:
        rows.setdefault(entry.printed, []).append(entry)
    return "".join(f"{_key(printed)} = {_row(row)}\n" for printed, row in rows.items())


def _row(row: Sequence[Entry]) -> str:
    said = [_entry(entry) for entry in dict.fromkeys(row)]
    return said[0] if len(said) == 1 else f"[{', '.join(said)}]"


def _entry(entry: Entry) -> str:
    told = {key: value for key in KEYS if (value := getattr(entry, key))}
    if told.keys() == {"say"}:
        return quoted(entry.say)
    if told.keys() == {"ipa"}:
        return quoted(f"/{entry.ipa}/")
    return "{" + ", ".join(f"{key} = {_value(value)}" for key, value in told.items()) + "}"


def _value(value: str | tuple[str, ...]) -> str:
    return quoted(value) if isinstance(value, str) else f"[{', '.join(map(quoted, value))}]"


def _key(printed: str) -> str:
    return printed if BARE_KEY.fullmatch(printed) else quoted(printed)
