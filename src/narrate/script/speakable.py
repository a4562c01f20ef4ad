"""Whether there is anything to say."""


def speakable(text: str) -> bool:
    """Tell whether a text has a letter or a digit; without one an engine would return silence.

    >>> speakable("…!"), speakable("* * *"), speakable("🙂"), speakable("7")
    (False, False, False, True)
    """
    return any(map(str.isalnum, text))
