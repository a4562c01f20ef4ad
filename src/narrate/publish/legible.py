"""Text as every container can hold it."""

import re

_NUL_OR_LONE_SURROGATE = re.compile("[\0\ud800-\udfff]")


def legible(text: str) -> str:
    r"""Return the text without NUL and lone surrogates, which end a string early or cannot be encoded.

    >>> legible("Caf\udce9\0")
    'Caf\ufffd'
    """
    return _NUL_OR_LONE_SURROGATE.sub(lambda found: "" if found[0] == "\0" else "\ufffd", text)
