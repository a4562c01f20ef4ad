"""A text as long as is wanted, made of the seed stories, no two sentences of it the same."""

import re
from pathlib import Path

from num2words import num2words

SEEDS = Path(__file__).parents[1] / "seeds"
SENTENCES_AN_HOUR = 456
CHAPTER = 150
"""Sentences: some twenty minutes."""


def sentences(hours: float) -> list[str]:
    """Return sentences of the seeds, each made unlike all others by a number in words."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    found = re.findall(r"[A-Z][^.]+\.", text)
    wanted = round(hours * SENTENCES_AN_HOUR)
    return [f"{found[place % len(found)][:-1]}, {num2words(place)}." for place in range(wanted)]


def write_book(book: Path, spoken: list[str]) -> Path:
    """Write them in chapters of paragraphs of four."""
    lines = ["# A Long Book\n"]
    for number, start in enumerate(range(0, len(spoken), CHAPTER), start=1):
        chapter = spoken[start : start + CHAPTER]
        lines.append(f"\n## Chapter {number}\n")
        lines += ["\n" + " ".join(chapter[at : at + 4]) + "\n" for at in range(0, len(chapter), 4)]
    book.write_text("".join(lines), encoding="utf-8")
    return book
