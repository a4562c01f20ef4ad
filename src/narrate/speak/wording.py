"""The words of a line as its engine understands them: letters, and sounds where it takes such.

A stretch that has sounds of its own reaches the engine as Unicode's interlinear annotation: U+FFF9, the
words, U+FFFA, the sounds, U+FFFB.  Nothing that an author wrote can look like it.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from narrate import plugins
from narrate.model.script import Line, Rewrite
from narrate.model.voice import Voice
from narrate.speak.engine import Notation
from narrate.speak.engines.espeak_sounds import mnemonics
from narrate.speak.weights import unweighed, weighed

BEGIN, BETWEEN, END = "\ufff9", "\ufffa", "\ufffb"
SOUNDED: Final = re.compile(f"{BEGIN}([^{BETWEEN}]*){BETWEEN}([^{END}]*){END}")
_NO_MARKS: Final = str.maketrans(dict.fromkeys((BEGIN, BETWEEN, END)))
_NOTATIONS: Final[Mapping[Notation, Callable[[str, str], str]]] = {
    "respelling": lambda _ipa, _language: "",
    "ipa": lambda ipa, _language: ipa,
    "espeak": mnemonics,
}
"""How IPA is written for a voice of a language; an empty string where it cannot be."""


def worded(line: Line, voice: Voice) -> str:
    """Return what the engine of a voice is given: sounds, else respellings, else what is printed.

    Weights are marked where it heeds them.
    """
    if line.emphases and _weighs(voice.engine):
        line = weighed(line)
    elif not any(rewrite.ipa for rewrite in line.rewrites):
        return _unmarked(line.spoken)

    def put(rewrite: Rewrite) -> str:
        if rewrite.start == rewrite.end:
            return rewrite.spoken
        return sounded(rewrite.spoken, takes(rewrite.ipa, voice))

    return line.with_each(put, _unmarked)


def takes(ipa: str, voice: Voice) -> str:
    """Return sounds as the engine of a voice takes them; an empty string where it takes none."""
    return _NOTATIONS[_notation(voice.engine)](ipa, voice.language) if ipa else ""


def sounded(words: str, sounds: str) -> str:
    """Annotate words with their sounds, where there are any."""
    words = _unmarked(words)
    return f"{BEGIN}{words}{BETWEEN}{sounds}{END}" if sounds else words


def lettered(text: str) -> str:
    """Return the words alone, as one would read them.

    >>> lettered(sounded("Siobhan", "S|I|v|'O:|n") + " came.")
    'Siobhan came.'
    """
    return unweighed(SOUNDED.sub(r"\1", text))


def _unmarked(text: str) -> str:
    return text.translate(_NO_MARKS)


@cache
def _notation(engine: str) -> Notation:
    """Ask an engine's class which sounds it takes."""
    notation: Notation = plugins.load("engines", engine).traits.notation
    return notation


@cache
def _weighs(engine: str) -> bool:
    weighs: bool = plugins.load("engines", engine).traits.weighs
    return weighs
