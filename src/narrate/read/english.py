"""The words with which English headings say what they are, and what may stand between them and a title."""

import re

from narrate.read import abroad
from narrate.read.numerals import NUMBER, ORDINAL

_KINDS = (
    "part|book|volume|vol\\.?|act|phase|epoch|period|division|epilogue",
    "chapter|chap\\.?|ch\\.|stave|canto|letter|story|tale|episode|lesson|adventure|narrative|fable|night",
    "section|scene",
)
_TITLE = r"(?![\w’'])(?P<gap>[.:)\]]*(?: ?[-–—]+)?[ \t]*)(?P<rest>\S.*)?"
AFTER = re.compile(_TITLE)
"""The marks behind a label and the title behind them."""
PARTS, CHAPTERS, SECTIONS = (
    re.compile(
        rf"(?:(?P<kind>{words}) +(?:no\. ?)?(?P<number>{NUMBER})"
        rf"|(?:the )?(?P<first>{ORDINAL}) +(?P<of>{words})){_TITLE}",
        re.IGNORECASE,
    )
    for words in _KINDS
)
NAMED = re.compile(
    r"(?:(?:the )?(?:prologue|prelude|proem|epilogue|finale|preface|foreword|introduction|introductory"
    r"|afterword|interlude|postscript|dedication|conclusion)|acknowledge?ments|appendix(?: [A-Z\d]{1,4})?"
    r"|(?:(?:the|an) )?(?:author|editor|translator|publisher)[’']s (?:note|preface|introduction|foreword)"
    r"|preface to the (?:present|\w+) edition|introductory chapter|a note from the author|about the author"
    rf"|{abroad.NAMED})"
    r"(?:\.|(?:[:.]| [-–—]|[–—]) ?(?P<rest>\S.*))?",
    re.IGNORECASE,
)
"""Chapters with a name in place of a number."""
OPENING = re.compile(
    rf"(?:the |an? )?(?:{'|'.join(_KINDS)}|{ORDINAL} "
    r"|pro|pre|epi|fin|fore|intro|after|inter|post|ded|conc|ack|app|auth|edit|trans|publ|note|about"
    rf"|{abroad.NAMED})",
    re.IGNORECASE,
)
"""How all of them begin, to pass over other lines quickly."""
