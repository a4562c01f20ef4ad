"""Time what a change costs, beside the cold build of the same book, in one run.

    python benchmarks/rebuild.py [--hours 10] [--formats m4b]

A book of twenty-minute chapters, made of the seed stories, is built cold; then again without a change,
with one sentence changed in its middle, with a paragraph inserted at its front, and with one more chapter.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from long_text import sentences, write_book

TOLD = re.compile(r"([\d,]+) of ([\d,]+) lines? spoken anew")


def build(folder: Path, formats: str) -> tuple[float, str]:
    """Build the book and return the wall seconds of the command, and the lines that it spoke."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "narrate", "build", folder / "book.md", "--format", formats]
    places = ["--output", folder / "out", "--cache", folder / "cache"]
    told = subprocess.run([*command, *places], check=True, capture_output=True, text=True).stdout
    took = time.perf_counter() - began
    return took, " of ".join(TOLD.findall(told)[0])


def one_sentence(text: str) -> str:
    """Change a sentence in the middle of the book."""
    middle = text.index(". ", len(text) // 2)
    return f"{text[:middle]}, or so they say{text[middle:]}"


def at_the_front(text: str) -> str:
    """Insert a paragraph before all others."""
    return text.replace(
        "\n\n## Chapter 1\n", "\n\n## Chapter 1\n\nThis was not there before. Now it is.\n", 1
    )


def one_chapter(text: str) -> str:
    """Add a chapter, as a serial does."""
    last = text[text.rindex("\n## Chapter ") :]
    return text + re.sub(r"\.(?=\s)", ", once more.", last)


CHANGES: dict[str, Callable[[str], str]] = {
    "nothing changed": lambda text: text,
    "one sentence changed": one_sentence,
    "a paragraph at the front": at_the_front,
    "one chapter more": one_chapter,
}


def report(hours: float, formats: str) -> None:
    """Print every change and its cost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = write_book(folder / "book.md", sentences(hours))
        print(f"a book of about {hours:g} h, {book.stat().st_size / 1000:.0f} kB of text, {formats}")
        print(f"{'':26}{'seconds':>9}{'% of cold':>11}  lines spoken")
        cold, spoken = build(folder, formats)
        print(f"{'cold':26}{cold:9.2f}{100:11.1f}  {spoken}")
        for label, change in CHANGES.items():
            book.write_text(change(book.read_text(encoding="utf-8")), encoding="utf-8")
            took, spoken = build(folder, formats)
            print(f"{label:26}{took:9.2f}{100 * took / cold:11.1f}  {spoken}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hours", type=float, default=10.0)
    parser.add_argument("--formats", default="m4b")
    asked = parser.parse_args()
    report(asked.hours, asked.formats)


if __name__ == "__main__":
    main()
