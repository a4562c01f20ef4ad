"""What goes over the wire between a studio and its booth: pickled questions and answers."""

from dataclasses import dataclass

from narrate.errors import NarrateError


@dataclass(frozen=True, slots=True)
class Question:
    """A method of the engine, and what to call it with."""

    method: str
    arguments: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the method returned; the booth's first words are an answer that holds the engine's traits."""

    value: object


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error that says in a sentence what is wrong; asking again would not help."""

    error: NarrateError


@dataclass(frozen=True, slots=True)
class Trouble:
    """Any other error that the engine raised."""

    words: str


Reply = Answer | Refusal | Trouble
