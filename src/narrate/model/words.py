"""What every room knows of words: whether there are any, and how to show them where room is short."""


def speakable(text: str) -> bool:
    """Tell whether a text has a letter or a digit; without one an engine would return silence.

    >>> speakable("…!"), speakable("* * *"), speakable("🙂"), speakable("7")
    (False, False, False, True)
    """
    return any(map(str.isalnum, text))


def shortened(text: str, longest: int) -> str:
    """Show no more than so many characters of a text, an ellipsis where something is missing.

    >>> shortened("The Lost Key", 12), shortened("The Lost Key", 9)
    ('The Lost Key', 'The Lost…')
    """
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
