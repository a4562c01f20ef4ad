"""A story without a title is called by how it opens: its first name, else its first words."""

import re
from collections.abc import Iterator

from narrate.model.words import speakable
from narrate.read.lettering import SMALL

_MOST_WORDS = 6
_MOST_SIGNS = 40
_SPACELESS = 12
"""Characters of a script that writes no blanks."""

_WORD = re.compile(r"\S+")
_NAME = re.compile(r"[^\W\d_][\w’'-]*\.?")
_POSSESSIVE = re.compile(r"[’']s?$")
_CLAUSE = re.compile(r"[,;:.!?…—–。、！？][\"'”’»)]*$|[\"”»]$|^[-–—]+$")
_EDGES = " \t\"'“”‘’«»„‚‹›()[]*_-–—…·•"
_TITLES = re.compile(
    r"mr|mrs|ms|miss|dr|sir|lady|lord|captain|professor|uncle|aunt|king"
    r"|queen|prince|princess|saint|st",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"about|above|across|after|again|all|almost|along|already|also|although"
    r"|always|among|another|any|anyone|anything|are|around|as|away|back|be"
    r"|because|before|behind|being|below|beneath|beside|between|beyond|both|but"
    r"|can|come|could|dear|did|do|does|don't|down|during|each|early|eight"
    r"|either|even|eventually|ever|every|everyone|everything|far|few|finally|first"
    r"|five|for|four|from|get|give|go|good|had|has|have|he|her|here|high"
    r"|his|hours|how|however|i|i'd|i'll|i'm|i've|if|in|inside|instead|is"
    r"|it|it's|its|just|last|late|later|less|let|like|little|long|look|many"
    r"|may|maybe|me|more|most|much|must|my|near|nearly|neither|never|new|next"
    r"|nine|no|nobody|none|nor|not|nothing|now|of|off|often|oh|old|on"
    r"|once|one|only|onto|or|our|out|outside|over|past|perhaps|please|right"
    r"|seven|several|shall|she|should|since|six|so|some|someone|something"
    r"|sometimes|soon|still|such|suddenly|take|ten|that|that's|the|their|then"
    r"|there|there's|these|they|this|those|though|three|through|thus|to|today"
    r"|together|tomorrow|tonight|too|toward|towards|two|under|unless|until|up"
    r"|upon|us|very|was|we|well|were|what|whatever|when|whenever|where|wherever"
    r"|whether|which|while|who|whoever|whose|why|will|winter|with|within"
    r"|without|would|yes|yesterday|yet|you|your|spring|summer|autumn|january"
    r"|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning"
    r"|night|chapter|part",
    re.IGNORECASE,
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
    if not said or len(said) > _MOST_WORDS or _is_opener(said[0]):
        return ""
    return " ".join(said) if _is_name(said, text) else ""


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and _NAME.fullmatch(word) is not None


def _is_opener(word: str) -> bool:
    return bool(_OPENERS.fullmatch(word) or SMALL.fullmatch(word))


def _run(words: list[str]) -> Iterator[str]:
    """Yield the capitalised words at the start, up to a mark that ends the name."""
    for word in words:
        bare = word.strip('"“”‘«»,;:!?…()*_—')
        titled = _TITLES.fullmatch(bare.rstrip(".")) or re.fullmatch(r"[A-Z]\.", bare)
        if bare not in {"and", "&"} and (not _is_capitalised(bare) or (bare.isupper() and len(bare) > 2)):  # noqa: PLR2004 - initials
            return
        yield bare if titled else bare.rstrip(".")
        if (_CLAUSE.search(word) and not titled) or _POSSESSIVE.search(bare):
            return


def _is_name(words: list[str], text: str) -> bool:
    """Tell a name from a sentence's first word: it has a second one, or comes again inside a sentence."""
    first = re.escape(words[0])
    if re.search(rf"\b{first.lower()}\b", text) and words[0].lower() != words[0]:
        return False
    return len(words) > 1 or re.search(rf"[a-z,;] {first}\b", text) is not None


def _first_words(words: list[str]) -> str:
    clause = list(_clause(words))
    taken = " ".join(clause)
    whole = taken.rstrip(_EDGES + ",;:.")
    if not speakable(whole):
        return ""
    if len(clause) == 1 and len(whole) > _MOST_SIGNS:
        return whole[:_SPACELESS] + "…"
    ended = re.search(r"[.!?。！？][\"'”’»)]*$", taken) or len(clause) == len(words)
    return whole.lstrip(_EDGES) + ("" if ended else "…")


def _clause(words: list[str]) -> list[str]:
    """Return the words up to the first clause's end, at most six, without a dangling small one."""
    taken: list[str] = []
    for word in words[:_MOST_WORDS]:
        taken.append(word)
        if _CLAUSE.search(word) and not _TITLES.fullmatch(word.strip('“".')):
            return taken
    while len(taken) > 1 and len(taken) < len(words) and SMALL.fullmatch(taken[-1]):
        taken.pop()
    return taken
