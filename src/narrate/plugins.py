"""Find readers, engines and formats by name: built-ins come in by the same door as strangers."""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Literal

from narrate.errors import BrokenPlugin, UnknownPlugin

Kind = Literal["readers", "engines", "formats"]


@cache
def installed(kind: Kind) -> Mapping[str, EntryPoint]:
    """Map the name of every installed plug-in of this kind to its entry point, in order of name."""
    found = entry_points(group=f"narrate.{kind}")
    return {point.name: point for point in sorted(found, key=lambda point: point.name)}


def load(kind: Kind, name: str) -> Any:  # noqa: ANN401 - each room knows its own contract
    """Import the class behind a plug-in's name.

    Raises `UnknownPlugin` where none is installed under it, `BrokenPlugin` where its import fails.
    """
    point = installed(kind).get(name)
    if point is None:
        raise UnknownPlugin(kind.removesuffix("s"), name, ", ".join(installed(kind)) or "none")
    try:
        return point.load()
    except Exception as error:
        raise BrokenPlugin(kind.removesuffix("s"), name, error) from error
