"""What a worker elsewhere says of itself, and whether it can take part."""

import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version

from narrate import plugins


@dataclass(frozen=True, slots=True)
class Fitness:
    """What the sound of a worker depends on."""

    narrate: str
    """Its version."""
    python: str
    """Major and minor version."""
    engines: tuple[str, ...]
    """Those installed."""


def introduce() -> Fitness:
    """Return the fitness of the process that this runs in."""
    python = ".".join(platform.python_version_tuple()[:2])
    return Fitness(version("narrate"), python, tuple(plugins.installed("engines")))


def misfit(theirs: Fitness, ours: Fitness, engines: Iterable[str]) -> str:
    """Say why a worker cannot take part, or nothing where it can.

    >>> ours = Fitness("1.2", "3.13", ("tone",))
    >>> misfit(ours, ours, ["tone"])
    ''
    >>> misfit(Fitness("1.1", "3.12", ()), ours, ["tone"])
    'it has narrate 1.1, not 1.2; it has Python 3.12, not 3.13; it lacks the engine tone'
    """
    faults = [
        f"it has {what} {have}, not {need}"
        for what, have, need in (
            ("narrate", theirs.narrate, ours.narrate),
            ("Python", theirs.python, ours.python),
        )
        if have != need
    ]
    missing = [name for name in engines if name not in theirs.engines]
    return "; ".join(faults + [f"it lacks the engine {name}" for name in missing])
