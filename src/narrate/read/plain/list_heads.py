"""The words that stand above a list of contents or of pictures."""

import re

_HEAD = re.compile(
    r"(?:(?:the )?(?:table|list|index) of (?:the )?)?(?:contents|chapters|tales|stories)"
    r"(?: of \w+ \w+)?[.:]?",
    re.IGNORECASE,
)
_PICTURES = re.compile(
    r"(?:(?:list of )?(?:the )?(?:full[- ]page )?illustrations"
    r"|list of (?:plates|maps|pictures|figures))[.:]?",
    re.IGNORECASE,
)


def heads_contents(line: str) -> bool:
    """Tell the head of a list of chapters.

    >>> [heads_contents(line) for line in ("CONTENTS.", "Table of Contents", "The contents were gone.")]
    [True, True, False]
    """
    return _HEAD.fullmatch(line) is not None


def heads_pictures(line: str) -> bool:
    """Tell the head of a list of pictures.

    >>> [heads_pictures(line) for line in ("ILLUSTRATIONS", "List of Maps", "Pictures at an Exhibition")]
    [True, True, False]
    """
    return _PICTURES.fullmatch(line) is not None


def is_head(line: str) -> bool:
    """Tell the head of either list."""
    return heads_contents(line) or heads_pictures(line)
