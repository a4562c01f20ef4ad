"""Signs that have words, and addresses."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.en.words import number, ordinal
from narrate.script.rules.table import table

ADDRESS = re.compile(
    r"\b(?P<scheme>https?://)?(?P<name>(?:[\w.+-]+@)?(?:[\w-]+\.)+(?:com|org|net|edu|gov|int|mil"
    r"|info|biz|io|[a-z]{2})(?:/[\w./%&=?#~-]*[\w/])?)\b"
    r"(?<=\w)(?![\w@])"
)
SIGNS = table(
    "& = and; + = plus; @ = at; § = section; ° = degrees; % = percent; × = times"
    "; ± = plus or minus; ÷ = divided by"
) | {"=": "equals"}
NAMED = SIGNS | table(
    ". = dot; / = slash; - = dash; _ = underscore; ? = question mark; # = hash; ~ = tilde; www = W.W.W"
)
SIGN = re.compile(
    r"&(?!c\b|#?\w+;)|(?<=[\w)] )[+=×](?= [\w(])|(?<=\w)[+=×] ?(?=\w)|(?<=\w)@(?=\w)|(?<= )@(?= )"
    r"|(?<![\w)] )(?<!\w)[+](?=[0-9])"
    r"|§|±|(?<=[\w)] )÷(?= ?[\w(])|(?<=[0-9] )%|(?<=\w)%|(?<=[\w] )=(?=\w)|(?<=[\w] )[+](?=\w)"
)
FILE = re.compile(
    r"(?<![\w./@])[\w-]+\.(?:txt|pdf|html?|docx?|jpe?g|png|gif|exe|zip|mp3|csv|py|js|xml|json)\b(?![./]\w)"
)
AT = re.compile(r"(?<!\S)@(?P<name>[A-Za-z]\w+)")
SLASHED = {"c/o": "care of", "w/o": "without", "n/a": "not applicable", "N/A": "not applicable"}
STROKE = re.compile(r"(?<![\w/])(?:[cw]/o|n/a|N/A)(?![\w/])|(?<![\w/])w/(?= )")
SQUARED = {"²": "squared", "³": "cubed"}
POWER = re.compile(r"(?<=\b[A-Za-z0-9])[²³]|(?<=[0-9])\^(?P<power>[0-9]{1,2})\b")
SURE = re.compile(r"[@/]|^www\.|\w{3}\.(?:com|org|net|edu|gov)$")
"""Without one of these it may be two sentences with no space between them."""
ARROW = re.compile(r" ?(?:[-–=]+>|→) ?(?=\w)")
GRADE = re.compile(r"\ban? [A-DF](?P<minus>[-−])(?=[ ,;)]|\.\W*$)")
HASH = re.compile(r"#(?=[0-9])|#(?=[A-Za-z])")


def addresses(text: str) -> Iterator[Rewrite]:
    """Say the parts of an address on the net.

    >>> [found.spoken for found in addresses("me@site.org, www.site.com/news and e.g. this.")]
    ['me at site dot org', 'W.W.W dot site dot com slash news']
    """
    for found in ADDRESS.finditer(text):
        name = found["name"]
        if found["scheme"] or SURE.search(name):
            parts = re.findall(r"[^\W_]+|[\W_]", name)
            yield Rewrite(*found.span(), " ".join(NAMED.get(part, part) for part in parts), "addresses")
    for pattern in (FILE, AT):
        for found in pattern.finditer(text):
            parts = re.findall(r"[^\W\d_]+|[0-9]+|[\W_]", found[0])
            said = (number(part) if part.isdecimal() else NAMED.get(part, part) for part in parts)
            yield Rewrite(*found.span(), " ".join(said), "addresses")


def powers(text: str) -> Iterator[Rewrite]:
    """Say how often a number or a letter is multiplied by itself.

    >>> [found.spoken for found in powers("x² and 10^6, but the word²")]
    [' squared', ' to the sixth']
    """
    for found in POWER.finditer(text):
        said = SQUARED.get(found[0]) or f"to the {ordinal(int(found['power']))}"
        yield Rewrite(*found.span(), f" {said}", "signs")


def signs(text: str) -> Iterator[Rewrite]:
    """Say signs in words.

    >>> [found.spoken for found in signs("Dombey & Son, R&B, #5")]
    ['and', ' and ', 'number ']
    """
    for found in SIGN.finditer(text):
        previous = text[: found.start()][-1:]
        before = "" if previous.isspace() or previous in ("[", "(") else " "
        after = "" if text[found.end() :][:1].isspace() else " "
        yield Rewrite(*found.span(), f"{before}{SIGNS[found[0].strip()]}{after}", "signs")
    for found in STROKE.finditer(text):
        yield Rewrite(*found.span(), SLASHED.get(found[0], "with"), "signs")
    for found in ARROW.finditer(text):
        yield Rewrite(*found.span(), " to ", "signs")
    for found in GRADE.finditer(text):
        yield Rewrite(*found.span("minus"), " minus", "signs")
    for found in HASH.finditer(text):
        yield Rewrite(*found.span(), "number " if text[found.end()].isdecimal() else "hashtag ", "signs")
