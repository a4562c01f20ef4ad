"""Find what is said aloud in a paragraph: the spans of its quoted speech."""

import re
from collections.abc import Iterator

from narrate.script.places import Span

PAUSE = ".,!?;:…—–-"
"""With one of these a quotation of speech ends; a word in quotes for its own sake has none."""

ELISION = (
    r"(?i:t(?:is|was|were|will|would|aint|ain't)|em|cause|bout|round|till?|un|im|er|ere|ad|as|ave"
    r"|n|e|twixt|gainst|neath|ow|ello|ell)\b"
)
"""What follows an apostrophe at the beginning of a word that is no quotation mark."""

OPENING = re.compile(
    rf"""
    (?<!\w)["“„«‹](?=\S) | «(?=\s) | (?<!\S)[»›](?=\S)
    | (?<!\w)['‘‚] (?!{ELISION}) (?!\d) (?=[\w…—"“])
    """,
    re.VERBOSE,
)

ANY_OPENING = re.compile("[\"“„«‹»›'‘‚]")
"""Without one of these there is no need to look closer."""

CLOSING = {
    '"': re.compile(r'(?<=\S)"(?!\w)|(?=(?<!\S)"\w)'),
    "“": re.compile(r"”|(?=(?<!\S)“)"),
    "„": re.compile(r"[“”\"]"),
    "«": re.compile("»"),
    "»": re.compile("«"),
    "‹": re.compile("›"),
    "›": re.compile("‹"),
    "‚": re.compile(r"[‘’](?!\w)"),
    "‘": re.compile(rf"(?<=[{PAUSE}”\"])’(?!\w)"),
    "'": re.compile(rf"(?<=[{PAUSE}”\"])'(?!\w)"),
}
"""How each style closes; where a new quotation opens first, the end of the old one was forgotten."""

SINGLE = "'‘"


def speech(paragraph: str) -> tuple[Span, ...]:
    """Find the spans of quoted speech, with their marks.

    Words in quotes that nobody says are left to the narrator.  A quotation that is open at the end, to
    be continued in the next paragraph, reaches to the end.

    >>> text = 'The “old” man said, “Come in.” ‘It’s late,’ said he.'
    >>> [text[start:end] for start, end in speech(text)]
    ['“Come in.”', '‘It’s late,’']
    """
    spans: list[Span] = []
    edge = _edge(paragraph)
    for start, end in _quotations(paragraph):
        if _is_said(paragraph[start:end], opens=start == edge, told=bool(spans)):
            spans.append((start, end))
    return tuple(spans)


def is_turn(paragraph: str) -> bool:
    """Tell whether a paragraph is a turn of a dialogue: it begins or ends with speech."""
    spans = speech(paragraph)
    return bool(spans) and (spans[0][0] == _edge(paragraph) or spans[-1][1] == len(paragraph.rstrip()))


def _edge(paragraph: str) -> int:
    return len(paragraph) - len(paragraph.lstrip())


def _quotations(paragraph: str) -> Iterator[Span]:
    at, edge, never = 0, _edge(paragraph), set[str]()
    if not ANY_OPENING.search(paragraph):
        return
    while opening := OPENING.search(paragraph, at):
        at, style = opening.end(), opening.group()
        closing = None if style in never else CLOSING[style].search(paragraph, at)
        if closing is None:
            never.add(style)
        if closing or style not in SINGLE or opening.start() == edge:
            at = closing.end() if closing else len(paragraph)
            yield opening.start(), opening.start() + len(paragraph[opening.start() : at].rstrip())


def _is_said(quotation: str, *, opens: bool, told: bool) -> bool:
    words = quotation.strip("\"“”„‘’‚'«»‹› \u00a0\u202f")
    begins = opens or told or not words[:1].islower()
    return bool(words) and begins and (words[-1] in PAUSE or (opens and " " in words))
