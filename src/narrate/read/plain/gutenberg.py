"""Project Gutenberg's own words around a book: where they stand, and what they tell of it."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from narrate.model.metadata import Metadata
from narrate.model.story import Omission, Reason

_SOURCE = re.compile(r"\bproject gutenberg|\bdistributed proofreaders canada|\bfaded ?page\b", re.IGNORECASE)
_MARKER = re.compile(
    r"(?<![^\n\r])[ \t]*(?:\*{3} ?(?P<which>START|END) OF (?:THE|THIS) PROJECT GUTENBERG\b[^*]{0,400}\*{3}"
    r"|\*END[* ]*THE SMALL PRINT![^\n\r]*)[ \t]*(?=[\n\r]|\Z)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?<![^\n\r])[ \t]*End of (?:the |this )?Project Gutenberg\b(?:[^\n\r]*(?:\r\n|[\n\r]|\Z)){1,3}\s*\Z",
    re.IGNORECASE,
)
_CLOSING_LINE = re.compile(
    r"(?<![^\n\r])[ \t]*End of (?:the |this )?Project Gutenberg\b[^\n\r]*", re.IGNORECASE
)
_GROUP = re.compile(r"\s*(?P<words>\S(?:[^\n\r]|(?:\r\n|[\n\r])(?![ \t]*(?:[\n\r]|\Z)))*)")
_FIELD = re.compile(
    r"(?<![^\n\r])[ \t]*(?P<name>[A-Z][a-zA-Z]+(?: [a-zA-Z]+){0,4}) ?(?:\[[^]\n\r]*\])?: *"
    r"(?P<told>\S[^\n\r]*(?:(?:\r\n|[\n\r])[ \t]+\S[^\n\r]*)*)"
)
_SMALL_PRINT = re.compile(
    r"\bgutenberg\b|\be-?books?\b|\be-?texts?\b|\bcopyright (?:laws?|status)\b|\bdistributed proofreaders\b",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\[?(?:(?:this |the )?(?:project gutenberg )?e-?(?:text|book)\b[^.]{0,80}"
    r"\b(?:prepared|produced|transcribed|created|scanned|typed)\b"
    r"|(?:produced|prepared|scanned|transcribed|typed|digitized|proofed|proofread)"
    r"(?:(?:,| and) \w+)* (?:by|from)\b|credits:|html (?:version|file) by)",
    re.IGNORECASE,
)
_PROOFREADERS = re.compile(r"\bproofread(?:ing|ers)\b|\bpgdp\b|\bgutenberg\b", re.IGNORECASE)
_FIRST_LINE = re.compile(
    r"Project Gutenberg(?:['’]s)? (?:of Australia )?(?:e-?(?:book|text) (?:of )?)?"
    r"(?P<title>\S[^\n\r]*?),? by (?P<author>\S[^\n\r]*)",
    re.IGNORECASE,
)
_SIGN = 1000
"""Characters at its beginning in which a header has named its source."""
_LONGEST_CREDITS = 1000
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "finnish": "fi",
    "swedish": "sv",
    "danish": "da",
    "norwegian": "no",
    "polish": "pl",
    "russian": "ru",
    "hungarian": "hu",
    "czech": "cs",
    "greek": "el",
    "latin": "la",
    "esperanto": "eo",
    "catalan": "ca",
    "welsh": "cy",
    "irish": "ga",
    "tagalog": "tl",
    "chinese": "zh",
    "japanese": "ja",
}


def licence(text: str) -> tuple[Omission, ...]:
    """Find the source's header and footer, and the credits of those who typed the book up.

    What stands between the end of one book and the start of the next, in a volume of several, is the
    source's too.
    """
    return tuple(_licence(text))


def _licence(text: str) -> Iterator[Omission]:
    signed = _SOURCE.search(text, 0, _SIGN) is not None
    since: int | None = 0 if signed else None
    for marker in _MARKER.finditer(text):
        if (marker["which"] or "").upper() == "END":
            since = _closing(text, marker.start()) if since is None else since
            continue
        yield Omission(marker.start() if since is None else since, marker.end(), Reason.LICENCE)
        yield from _credits(text, marker.end())
        since = None
    if since == 0:
        yield from _unmarked(text)
    elif since is not None:
        yield Omission(since, len(text), Reason.LICENCE)
    elif not _MARKER.search(text):
        yield from _stripped(text)


def _closing(text: str, marker: int) -> int:
    """Return where the end is first announced: in the words above its marker, or there."""
    above = _CLOSING.search(text, max(0, marker - 500), marker)
    return above.start() if above else marker


def _unmarked(text: str) -> Iterator[Omission]:
    """Yield the header, credits and footer of a text whose source left no markers."""
    opening = list(takewhile(_is_small_print, _GROUP.finditer(text)))
    if opening:
        yield Omission(opening[0].start("words"), opening[-1].end(), Reason.LICENCE)
        yield from _credits(text, opening[-1].end())
        ends = [found for found in _CLOSING_LINE.finditer(text) if found.start() > opening[-1].end()]
        yield from (Omission(end.start(), len(text), Reason.LICENCE) for end in ends[-1:])


def _stripped(text: str) -> Iterator[Omission]:
    """Yield the credits and the closing line of a text whose header somebody has cut off."""
    opening = _GROUP.match(text)
    if opening and _PROOFREADERS.search(opening["words"]):
        yield from _credits(text, 0)
    if closing := _CLOSING.search(text, max(0, len(text) - _SIGN)):
        yield Omission(closing.start(), len(text), Reason.LICENCE)


def _is_small_print(group: re.Match[str]) -> bool:
    words = group["words"]
    return bool(_SMALL_PRINT.search(words)) or _FIELD.match(words) is not None


def _credits(text: str, after: int) -> Iterator[Omission]:
    while (group := _GROUP.match(text, after)) and len(group["words"]) <= _LONGEST_CREDITS:
        if not _CREDITS.match(group["words"]):
            return
        yield Omission(group.start("words"), group.end(), Reason.TRANSCRIBER)
        after = group.end()


def told(text: str, omissions: Sequence[Omission]) -> Metadata:
    """Return what the header says of the book: title, author, translator and language."""
    if not omissions or omissions[0].reason is not Reason.LICENCE or not _SOURCE.search(text, 0, _SIGN):
        return Metadata()
    header = text[omissions[0].start : omissions[0].end]
    fields = {name.lower(): " ".join(value.split()) for name, value in _FIELD.findall(header)}
    first = _FIRST_LINE.search(header)
    said = {name: value.strip(" .*") for name, value in first.groupdict().items()} if first else {}
    language = fields.get("language", "").lower()
    return Metadata(
        title=fields.get("title", said.get("title", "")),
        author=fields.get("author", said.get("author", "")),
        translator=fields.get("translator", ""),
        language=_LANGUAGES.get(language, ""),
    )
