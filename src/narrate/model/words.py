"""What every room knows of words: whether there are any, and how to show them where room is short."""

import json

_APOSTROPHE = "\u02bc"
"""A letter for Unicode, a mark for everyone who reads it."""


def speakable(text: str) -> bool:
    """Tell whether a text has a letter or a digit; without one an engine would return silence.

    >>> speakable("…!"), speakable("* * *"), speakable("🙂"), speakable("7")
    (False, False, False, True)
    """
    return any(map(str.isalnum, text.replace(_APOSTROPHE, "")))


def shortened(text: str, longest: int) -> str:
    """Show no more than so many characters of a text, an ellipsis where something is missing.

    >>> shortened("The Lost Key", 12), shortened("The Lost Key", 9)
    ('The Lost Key', 'The Lost…')
    """
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def quoted(text: str) -> str:
    r"""Write text in quotes as TOML does, whole and on one line, with nothing in it that a terminal obeys.

    >>> print(quoted('C:\\new "books"'))
    "C:\\new \"books\""
    """
    return '"' + "".join(char if _is_plain(char) else _escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    r"""Write what JSON would write as two halves, or not at all, as TOML does.

    >>> print(_escaped("\n"), _escaped("\x7f"), _escaped("\U000e0001"))
    \n \u007f \U000e0001
    """
    if char < "\x7f":
        return json.dumps(char)[1:-1]
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"


def _is_plain(char: str) -> bool:
    return char.isprintable() and char not in {'"', "\\"}
