"""Signs that have words, and addresses."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite

ADDRESS = re.compile(
    r"\b(?P<scheme>https?://)?(?P<name>(?:[\w.+-]+@)?(?:[\w-]+\.)+(?:com|org|net|edu|gov|int|mil|info|biz|io|[a-z]{2})(?:/[\w./%&=?#~-]*[\w/])?)\b(?P<last>/)?"
    r"(?<=\w)(?![\w@])"
)
SIGNS = {"&": "and", "+": "plus", "=": "equals", "@": "at", "§": "section", "°": "degrees", "%": "percent", "×": "times"}
NAMED = {"@": "at", ".": "dot", "/": "slash", "-": "dash", "_": "underscore", "www": "W.W.W", "?": "question mark", "=": "equals", "&": "and", "#": "hash", "%": "percent", "~": "tilde", "+": "plus"}
SIGN = re.compile(r"&(?!c\b|#?\w+;)|(?<=[\w)] )[+=×](?= [\w(])|(?<=\w)[+=×] ?(?=\w)|(?<=\w)@(?=\w)|(?<= )@(?= )|§|(?<=[0-9] )%|(?<=\w)%|(?<=[\w] )=(?=\w)|(?<=[\w] )[+](?=\w)")
HASH = re.compile(r"#(?=[0-9])|#(?=[A-Za-z])")


def addresses(text: str) -> Iterator[Rewrite]:
    """Say the parts of an address on the net.

    >>> [found.spoken for found in addresses("me@site.org, www.site.com/news and e.g. this.")]
    ['me at site dot org', 'W.W.W dot site dot com slash news']
    """
    for found in ADDRESS.finditer(text):
        name = found["name"]
        if "@" in name or "/" in name or found["scheme"] or name.startswith("www.") or re.search(r"\w{3}\.(?:com|org|net|edu|gov)$", name):
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
