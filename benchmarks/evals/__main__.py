"""Score the words of a book against texts with known answers: sentences, chapters, what is said.

    python benchmarks/evals [FOLDER]

The scorers and their texts lie in `../shared/evals` beside the project, or in FOLDER; without them only one
figure is printed: what it takes to read, plan and normalise a novel of a megabyte.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
SCORERS = (
    ("segment", f"{HERE / 'segment.py'}:segment", ()),
    ("normalise", f"{HERE / 'normalise.py'}:spoken", ()),
    ("chapters", f"{HERE / 'chapters.py'}:chapters", ()),
)
HOURS = 20.7
"""Of the seed stories, again and again: a megabyte."""


def score(folder: Path) -> None:
    """Run every scorer, which prints its own table."""
    for name, adapter, options in SCORERS:
        print(f"\n{name}", flush=True)
        subprocess.run([sys.executable, folder / f"{name}.py", adapter, *options], check=True)


def weigh() -> None:
    """Print the seconds and the memory that the plan of a long novel takes, the start of Python included."""
    sys.path.insert(0, str(HERE.parent))
    from long_text import sentences, write_book

    with tempfile.TemporaryDirectory() as name:
        book = write_book(Path(name) / "novel.md", sentences(HOURS))
        size, began = book.stat().st_size, time.perf_counter()
        subprocess.run([sys.executable, "-m", "narrate", "plan", book], check=True, stdout=subprocess.DEVNULL)
        took = time.perf_counter() - began
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"a novel of {size / 1e6:.2f} MB, read, planned and normalised: {took:.1f} s, {megabytes:.0f} MB")


def main() -> None:
    """Read the command line."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "shared/evals"
    weigh()
    if folder.is_dir():
        score(folder)
    else:
        print(f"there are no scorers in {folder}; nothing is scored")


if __name__ == "__main__":
    main()
