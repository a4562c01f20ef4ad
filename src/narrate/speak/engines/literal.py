"""Text that an engine takes at its word."""

import re

UNSPEAKABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Control characters (among them those that steer an engine), line ends, and halves of characters."""


def literal(text: str) -> str:
    r"""Put a blank for every character that is no text, so that places in the text stay the same.

    >>> literal("one\x01two\nthree \ud83d")
    'one two three  '
    """
    return UNSPEAKABLE.sub(" ", text)


def without_markup(text: str) -> str:
    """Take the power from what system voices read as commands: Windows' XML and macOS's brackets.

    >>> without_markup("[[rate 400]] <silence msec='9'/> 3 < 4")
    "[ [rate 400] ]  silence msec='9'/  3   4"
    """
    return literal(text).replace("<", " ").replace(">", " ").replace("[[", "[ [").replace("]]", "] ]")
