"""Who speaks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """A named way of speaking: an engine, one of its voices, and how it is set."""

    name: str
    engine: str
    rate: int
    """Words a minute."""
    pitch: int
    """0 to 100, where 50 is the voice's own; engines that cannot change it leave it."""
    volume: float
    """Loudness beside the other voices of the book, 1.0 for equal; applied after levelling."""
    language: str
    """BCP 47 tag."""
    gender: str = ""
    """female, male, neutral or unknown (empty)."""
    engine_voice: str = ""
    """The engine's own name for the voice; empty for the engine's choice by language and gender."""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice that has been heard, and is ready for a book."""

    voice: Voice
    version: str
    """What its engine says of all that shapes the sound."""
    gain: float
    """Decibels that make it as loud as the others, and then as loud as its file wants it."""
