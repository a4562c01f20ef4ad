"""What is spoken for a text, for whoever scores it: `normalise.py:spoken`."""

from narrate.model.script import Line, Role
from narrate.script.rules import rewrite, rules
from narrate.script.sentences import split

RULES = rules({}, "en")


def spoken(text: str) -> str:
    """Read a paragraph as the script does, sentence by sentence."""
    printed = (text[start:end] for start, end in split(text))
    return " ".join(Line(one, Role.NARRATOR, "", rewrites=rewrite(one, RULES)).spoken for one in printed)
