"""A story without a title is called by how it opens: its first name, else its first words."""

import re
from collections.abc import Iterator
from itertools import takewhile

from narrate.read.headings import SMALL

_MOST_WORDS = 6
_MOST_SIGNS = 40
_SPACELESS = 12
"""Characters of a script that writes no blanks."""

_WORD = re.compile(r"\S+")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]*\.?")  # noqa: RUF001 - apostrophe
_POSSESSIVE = re.compile(r"[’']s?$")  # noqa: RUF001 - apostrophe
_CLAUSE = re.compile(r"[,;:.!?…—–。、！？][\"'”’»)]*$|[\"”»]$|^[-–—]+$")  # noqa: RUF001 - punctuation of many scripts
_EDGES = " \t\"'“”‘’«»„‚‹›()[]*_-–—…·•"  # noqa: RUF001 - marks around words
_TITLES = frozenset(
    "mr mrs ms miss dr sir lady lord captain professor uncle aunt king queen prince princess saint st".split()
)
_OPENERS = SMALL | frozenset(
    """
    about above across after again all almost along already also although always among another any anyone
    anything are around as away back be because before behind being below beneath beside between beyond both
    but can come could dear did do does don't down during each early eight either even eventually ever every
    everyone everything far few finally first five for four from get give go good had has have he her here high
    his hours how however i i'd i'll i'm i've if in inside instead is it it's its just last late later less let
    like little long look many may maybe me more most much must my near nearly neither never new next nine no
    nobody none nor not nothing now of off often oh old on once one only onto or our out outside over past
    perhaps please right seven several shall she should since six so some someone something sometimes soon
    still such suddenly take ten that that's the their then there there's these they this those though three
    through thus to today together tomorrow tonight too toward towards two under unless until up upon us very
    was we well were what whatever when whenever where wherever whether which while who whoever whose why will
    winter with within without would yes yesterday yet you your spring summer autumn january february march
    april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday morning night chapter part
    """.split()
)


def opening(text: str) -> str:
    """Return the name that a text begins with, else its first words and an ellipsis; empty where it has none.

    >>> opening("Viktoria Alimbekova was a woman with a reputation.")
    'Viktoria Alimbekova'
    >>> opening("It was a bright cold day in April."), opening("Once upon a time, in a wood, lived a bear.")
    ('It was a bright cold day…', 'Once upon a time…')
    >>> opening("“Is he here?” asked Mr. Brown.")
    'Is he here?'
    """
    words = [found[0] for found in _WORD.finditer(text[:2000])]
    words = words[next((at for at, word in enumerate(words) if word.strip(_EDGES)), len(words)) :]
    return _name(words, text) or _first_words(words)


def _name(words: list[str], text: str) -> str:
    run = list(_run(words))
    while run and run[-1].casefold() in {"and", "&"}:
        run.pop()
    names = [_POSSESSIVE.sub("", run[-1])] if run else []
    said = [*run[:-1], *names]
    if not said or said[0].casefold().rstrip(".") in _OPENERS or len(said) > _MOST_WORDS:
        return ""
    return " ".join(said) if _is_name(said, text) else ""


def _run(words: list[str]) -> Iterator[str]:
    """Yield the capitalised words at the start, up to a mark that ends the name."""
    for word in words:
        bare = word.strip("\"“”‘«»,;:!?…()*_—")  # noqa: RUF001 - marks around names
        titled = bare.casefold().rstrip(".") in _TITLES or re.fullmatch(r"[A-Z]\.", bare)
        if bare not in {"and", "&"} and (not _NAME.fullmatch(bare) or (bare.isupper() and len(bare) > 2)):  # noqa: PLR2004 - initials
            return
        yield bare if titled else bare.rstrip(".")
        if _CLAUSE.search(word) and not titled or _POSSESSIVE.search(bare):
            return


def _is_name(words: list[str], text: str) -> bool:
    """Tell a name from a sentence's first word: it has a second one, or comes again with its capital inside a sentence."""
    first = re.escape(words[0])
    if re.search(rf"\b{first.lower()}\b", text) and words[0].lower() != words[0]:
        return False
    return len(words) > 1 or re.search(rf"[a-z,;] {first}\b", text) is not None


def _first_words(words: list[str]) -> str:
    clause = list(_clause(words))
    taken = " ".join(clause)
    whole = taken.rstrip(_EDGES + ",;:.")
    if not whole:
        return ""
    if len(clause) == 1 and len(whole) > _MOST_SIGNS:
        return whole[:_SPACELESS] + "…"
    ended = re.search(r"[.!?。！？][\"'”’»)]*$", taken) or len(clause) == len(words)  # noqa: RUF001
    return whole.lstrip(_EDGES) + ("" if ended else "…")


def _clause(words: list[str]) -> list[str]:
    """Return the words up to the first clause's end, at most six, without a dangling small one."""
    taken: list[str] = []
    for word in words[:_MOST_WORDS]:
        taken.append(word)
        if _CLAUSE.search(word) and not word.casefold().strip("“\".") in _TITLES:
            return taken
    while len(taken) > 1 and len(taken) < len(words) and taken[-1].casefold() in SMALL:
        taken.pop()
    return taken
