"""Prove that the entries of a lexicon are said as they should be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from narrate.config.lexicon import lexicon
from narrate.config.schema import Config
from narrate.config.voices import cast_of, catalogue
from narrate.model.ipa import alike
from narrate.model.lexicon import Entry
from narrate.model.script import Line, Rewrite, Role
from narrate.model.voice import Voice
from narrate.pipeline import work
from narrate.speak.engines.espeak_sounds import lacking
from narrate.speak.wording import takes, worded


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of an entry."""

    entry: Entry
    voice: str
    """Who was asked; empty where no voice of the book says it so."""
    printed: str
    """What the engine says for the printed word alone, in the IPA."""
    says: str
    """What it says with the entry."""
    warnings: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it is said as expected, if anything is."""
        return not (self.entry.expect and self.says) or alike(self.entry.expect, self.says)


def prove(config: Config, words: Sequence[str] = ()) -> list[Proof]:
    """Have the book's voices tell how they say each entry, or those of some printed words.

    An entry is asked of the first voice that it is for, the narrator before others.  Raises what reading the
    lexicon raises, and `EngineUnavailable`.
    """
    cast = list(cast_of(config, catalogue(config.voices.folder)).values())
    wanted = {word.casefold() for word in words}
    entries = [each for each in lexicon(config) if not wanted or each.printed.casefold() in wanted]
    pairs = [(entry, next(filter(entry.is_for, cast), None)) for entry in entries]
    try:
        return _proven(config, pairs)
    finally:
        work.leave()


def _proven(config: Config, pairs: Iterable[tuple[Entry, Voice | None]]) -> list[Proof]:
    proofs: dict[int, Proof] = {}
    asked: dict[Voice, list[tuple[int, Entry]]] = {}
    for at, (entry, voice) in enumerate(pairs):
        if voice:
            asked.setdefault(voice, []).append((at, entry))
        else:
            proofs[at] = Proof(entry, "", "", "", ("no voice of this book says it so",))
    for voice, some in asked.items():
        texts = [text for _, entry in some for text in (entry.printed, worded(_line(entry, voice), voice))]
        said = work.company(config.speech).transcribe(tuple(texts), voice)
        for (at, entry), printed, says in zip(some, said[::2], said[1::2], strict=True):
            proofs[at] = Proof(entry, voice.name, printed, says, tuple(_warnings(entry, voice)))
    return [proofs[at] for at in sorted(proofs)]


def _line(entry: Entry, voice: Voice) -> Line:
    """Say an entry by itself."""
    said = Rewrite(0, len(entry.printed), entry.say or entry.printed, "", entry.ipa)
    told = (said,) if entry.say or entry.ipa else ()
    return Line(entry.printed, Role.NARRATOR, voice.name, rewrites=told)


def _warnings(entry: Entry, voice: Voice) -> Iterable[str]:
    if odd := lacking(entry.ipa, voice.language):
        yield f"{voice.name} has no {', '.join(odd)} and says the nearest"
    if entry.ipa and not takes(entry.ipa, voice):
        instead = f"says {entry.say!r}" if entry.say else "says it as printed; give it say, too"
        yield f"{voice.name} takes letters only and {instead}"
