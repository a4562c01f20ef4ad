"""Signs that have words, and addresses."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.table import table

ADDRESS = re.compile(
    r"\b(?P<scheme>https?://)?(?P<name>(?:[\w.+-]+@)?(?:[\w-]+\.)+(?:com|org|net|edu|gov|int|mil"
    r"|info|biz|io|[a-z]{2})(?:/[\w./%&=?#~-]*[\w/])?)\b"
    r"(?<=\w)(?![\w@])"
)
SIGNS = table("& = and; + = plus; @ = at; § = section; ° = degrees; % = percent; × = times") | {"=": "equals"}
NAMED = SIGNS | table(
    ". = dot; / = slash; - = dash; _ = underscore; ? = question mark; # = hash; ~ = tilde; www = W.W.W"
)
SIGN = re.compile(
    r"&(?!c\b|#?\w+;)|(?<=[\w)] )[+=×](?= [\w(])|(?<=\w)[+=×] ?(?=\w)|(?<=\w)@(?=\w)|(?<= )@(?= )"
    r"|§|(?<=[0-9] )%|(?<=\w)%|(?<=[\w] )=(?=\w)|(?<=[\w] )[+](?=\w)"
)
SURE = re.compile(r"[@/]|^www\.|\w{3}\.(?:com|org|net|edu|gov)$")
"""Without one of these it may be two sentences with no space between them."""
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


def signs(text: str) -> Iterator[Rewrite]:
    """Say signs in words.

    >>> [found.spoken for found in signs("Dombey & Son, R&B, #5")]
    ['and', ' and ', 'number ']
    """
    for found in SIGN.finditer(text):
        before = "" if text[: found.start()][-1:].isspace() else " "
        after = "" if text[found.end() :][:1].isspace() else " "
        yield Rewrite(*found.span(), f"{before}{SIGNS[found[0].strip()]}{after}", "signs")
    for found in HASH.finditer(text):
        yield Rewrite(*found.span(), "number " if text[found.end()].isdecimal() else "hashtag ", "signs")
