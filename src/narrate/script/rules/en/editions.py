"""Manuscripts, editions and those who made them."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.rule import DOT, MAYBE_DOT

EDITIONS: tuple[tuple[str, str], ...] = (
    (rf"\bMSS\b{MAYBE_DOT}", "manuscripts"),
    (rf"(?<=\b(?:the|his|her|its|our|one|old) )MS\b(?![- ][A-Z]){MAYBE_DOT}", "manuscript"),
    (r"(?<=\()eds?\.?(?=\))", "editor"),
    (r"\bed\.(?= by\b)", "edited"),
    (r"\bb\.(?= ?(?:in )?[12][0-9]{3}\b)", "born"),
    (r"\bd\.(?= ?(?:in )?[12][0-9]{3}\b)", "died"),
    (r"\b(?:[æÆ]t|aet)(?:at)?\.(?= ?[0-9])", "aged"),
    (r"\btrans\.(?= by\b)", "translated"),
    (rf"(?<=[0-9](?:st|nd|rd|th) )ed{DOT}", "edition"),
    (rf"\b(?:sqq|seqq){DOT}|(?<=[0-9] )ff{DOT}|(?<=[0-9])ff{DOT}", "and following"),
    (rf"(?<=\band )ff{DOT}", "following"),
)
"""Patterns, and what is said for what they find."""
PATTERNS = tuple((re.compile(pattern), said) for pattern, said in EDITIONS)


def editions(text: str) -> Iterator[Rewrite]:
    """Say what a scholar shortens.

    >>> [found.spoken for found in editions("two MSS. ed. by Ott, 2nd ed. (eds.), p. 4 ff. Roe, the MS. is")]
    ['manuscripts', 'manuscript', 'editors', 'edited', 'edition', 'and following']
    """
    for pattern, said in PATTERNS:
        for found in pattern.finditer(text):
            several = "s" * (said == "editor" and "s" in found[0])
            yield Rewrite(*found.span(), said + several, "editions")
