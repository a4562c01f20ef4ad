"""What is spoken for words that are said as one: what a `sub`, `say-as` or `phoneme` asks for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from narrate.model.direction import Direction, Kind
from narrate.model.script import Rewrite
from narrate.script.rules import rewrite, said_as
from narrate.script.rules.endings import ENDING, with_ending
from narrate.script.rules.rule import Rule, replaced


def rewritten(
    text: str, directions: Iterable[Direction], rules: tuple[Rule, ...], language: str
) -> Iterator[Rewrite]:
    """Yield the rewrites of a text that directions ask for, by the names of their elements.

    Where a language has no answer, and where an engine takes no sounds, words are said as the rules say.

    >>> told = Direction(Kind.SAY_AS, 0, 1, "ordinal"), Direction(Kind.SUB, 2, 5, "Saint")
    >>> [(each.rule, each.spoken) for each in rewritten("3 St.", told, (), "en")]
    [('say-as', 'third'), ('sub', 'Saint')]
    """
    for each in directions:
        printed = text[each.start : each.end]
        usual = replaced(printed, rewrite(printed, rules))
        said = _said(" ".join(printed.split()), each, language) or usual
        yield _sounded(text, each, said) if each.kind is Kind.PHONEME else _worded(each, said)


def _worded(direction: Direction, said: str) -> Rewrite:
    return Rewrite(direction.start, direction.end, said, str(direction.kind))


def _sounded(text: str, direction: Direction, said: str) -> Rewrite:
    """Say sounds, and with them what hangs on the word, as in `Siobhan’s`."""
    ending = ENDING.match(text, direction.end)
    if ending is None:
        return replace(_worded(direction, said), ipa=direction.value)
    sounds = with_ending(direction.value, ending[1])
    return Rewrite(direction.start, ending.end(), said + ending[0], str(direction.kind), sounds)


def _said(printed: str, direction: Direction, language: str) -> str:
    if direction.kind is Kind.SUB:
        return direction.value
    if direction.kind is Kind.SAY_AS:
        return said_as(printed, direction.value, direction.form, language)
    return ""
