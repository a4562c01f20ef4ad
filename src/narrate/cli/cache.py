"""`narrate cache`: what is kept from one build to the next, and how to keep less of it."""

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from narrate.errors import BadSize

if TYPE_CHECKING:
    from narrate.store.store import Store
    from narrate.store.upkeep import Checked, Holding, Pruned

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmgt]?)b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}


def cache(
    *,
    prune: Annotated[
        str | None,
        typer.Option(
            "--prune",
            metavar="SIZE",
            help="Remove what was not used for longest where more is kept than this: 5GB, 500MB, 0.",
        ),
    ] = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="Read everything and remove what is damaged.")
    ] = False,
    place: Annotated[
        str | None,
        typer.Option(
            "--cache", metavar="FOLDER|URL", help="The cache to look at, such as s3://bucket/folder."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Show what is kept from one build to the next, and keep less of it.

    Spoken sentences and finished sound are kept, so that a build that was changed or stopped only makes
    what is new. All of it can be made again: nothing is lost but time when it is removed.
    """
    from narrate.store import upkeep
    from narrate.store.store import Store, default_url

    limit = None if prune is None else bytes_of(prune)
    store = Store(place or default_url())
    checked = upkeep.check(store) if verify else None
    pruned = None if limit is None else upkeep.prune(store, limit)
    (_write if as_json else _show)(store, upkeep.survey(store), checked, pruned)


def bytes_of(wish: str) -> int:
    """Read a size: 5GB, 2.5 GB, 500MB, 10 kB, or 0.  Raises `BadSize`.

    A bare number but 0 is none: who writes 5 means gigabytes, and would lose everything.

    >>> bytes_of("2.5 GB"), bytes_of("500mb"), bytes_of("0")
    (2500000000, 500000000, 0)
    """
    found = _SIZE.fullmatch(wish.strip())
    bare = wish.strip()[-1:].isdigit()
    if not found or (bare and float(found[1])):
        raise BadSize(wish)
    return round(float(found[1]) * _UNITS[found[2].lower()])


def _show(
    store: "Store", holdings: "list[Holding]", checked: "Checked | None", pruned: "Pruned | None"
) -> None:
    from narrate.cli.terminal import say

    if checked:
        say(_verdict(checked), style="yellow" if checked.damaged else None)
    if pruned:
        say(_removal(pruned))
    say(f"cache: {store.url}")
    _show_holdings(holdings)


def _verdict(checked: "Checked") -> str:
    read = f"{_entries(checked.sound + checked.damaged)} read"
    if not checked.damaged:
        return f"{read}, all sound"
    return f"{read}, {checked.damaged:,} damaged and removed; the next build makes them again"


def _removal(pruned: "Pruned") -> str:
    from narrate.cli.terminal import size

    if not pruned.entries:
        return "nothing to remove: no more is kept than that"
    return f"removed {_entries(pruned.entries)}, {size(pruned.bytes)}"


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _show_holdings(holdings: "list[Holding]") -> None:
    from narrate.cli.terminal import say, show_table, size

    if not holdings:
        say("nothing is kept there")
        return
    total = ["total", f"{sum(each.entries for each in holdings):,}", size(sum(h.bytes for h in holdings))]
    rows = [*(_row(each) for each in holdings), [*total, "", ""]]
    show_table(["kind", "entries", "size", "oldest use", "newest use"], rows)


def _row(each: "Holding") -> list[str]:
    from narrate.cli.terminal import size

    return [each.kind, f"{each.entries:,}", size(each.bytes), _moment(each.oldest), _moment(each.newest)]


def _moment(seconds: float) -> str:
    from datetime import UTC, datetime

    return f"{datetime.fromtimestamp(seconds, UTC).astimezone():%Y-%m-%d %H:%M}"


def _write(
    store: "Store", holdings: "list[Holding]", checked: "Checked | None", pruned: "Pruned | None"
) -> None:
    import json
    from dataclasses import asdict

    from narrate.cli.terminal import write

    told: dict[str, Any] = {
        "url": store.url,
        "kinds": [asdict(each) for each in holdings],
        "entries": sum(each.entries for each in holdings),
        "bytes": sum(each.bytes for each in holdings),
    }
    told |= {"checked": asdict(checked)} if checked else {}
    told |= {"removed": asdict(pruned)} if pruned else {}
    write(json.dumps(told, indent=2, ensure_ascii=False))
