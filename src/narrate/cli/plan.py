"""`narrate plan`: show what will be said before a sound is made."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from narrate.cli.options import (
    ConfigFile,
    VoiceName,
    configured,
    tell_of_a_foreign_narrator,
    tell_what_is_passed_over,
)

if TYPE_CHECKING:
    from narrate.model.script import ChapterScript, Line
    from narrate.pipeline.plan import Plan


def plan(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A folder of stories, or a single file.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
    voice: VoiceName = None,
    config: ConfigFile = None,
) -> None:
    """Show the script, line by line: who says what, and how long the silence after it is.

    Numbers at the left count paragraphs, as `narrate preview PATH --paragraph N` does; silences
    are in milliseconds. At the end stands the account of every character of the text.
    """
    from narrate.cli.terminal import write
    from narrate.model.url import place
    from narrate.pipeline import plan as planning
    from narrate.pipeline.fetch import fetched

    named, wishes = place(path), {"--voice": ("voices.narrator", voice)}
    with fetched(named) as here:
        editions = planning.plan(here, configured(here, config, wishes), named)
        tell_what_is_passed_over(here, named)
    for edition in editions:
        tell_of_a_foreign_narrator(edition)
    if as_json:
        write(json.dumps([_data(edition) for edition in editions], ensure_ascii=False, indent=2, default=str))
    else:
        for edition in editions:
            write("\n".join(render(edition)))


def render(edition: "Plan") -> Iterator[str]:
    """Yield the plan as lines of text."""
    from narrate.cli.terminal import clock, count
    from narrate.script.estimate import words

    metadata, chapters = edition.script.metadata, edition.script.chapters
    yield f"{metadata.title}, {_credits(edition)}"
    sums = count(len(chapters), "chapter"), count(edition.words, "word"), f"about {clock(edition.estimate)}"
    yield ", ".join(sums)
    for number, chapter in enumerate(chapters, start=1):
        yield ""
        length = count(words(chapter.lines), "word")
        yield f"{number}. {_flat(chapter.title)}  ({chapter.source.name}, {length})"
        yield f"{'':>15}  [{chapter.head}]"
        yield from _lines(chapter)
    yield ""
    yield from _account(edition)


def _credits(edition: "Plan") -> str:
    metadata = edition.script.metadata
    author = f"by {metadata.author}, " if metadata.author else ""
    translator = f"translated by {metadata.translator}, " if metadata.translator else ""
    return f"{author}{translator}read by {metadata.narrator}"


def _lines(chapter: "ChapterScript") -> Iterator[str]:
    last = None
    for line in chapter.lines:
        number = str(line.paragraph) if line.paragraph and line.paragraph != last else ""
        last = line.paragraph
        yield f"{number:>4} {line.voice:<10}  {_flat(line.text)}  [{line.silence}]"
        if line.rewrites:
            yield f"{'':>15}  = {_flat(line.said)}"
        for each in line.emphases:
            yield f"{'':>15}  ! {_flat(line.text[each.start : each.end])} ({each.level})"


def _flat(text: str) -> str:
    return " / ".join(text.splitlines())


def _account(edition: "Plan") -> Iterator[str]:
    """Yield the ledger's sums: every character of the sources, once."""
    sums: Counter[str] = Counter()
    for account in edition.accounts:
        for entry in account.entries:
            name = f"{entry.fate}: {entry.detail}" if entry.fate == "left out" else str(entry.fate)
            sums[name] += entry.end - entry.start
    yield f"{sum(sums.values()):,} characters in the text"
    for name, characters in sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{characters:>8,} {name}"


def _data(edition: "Plan") -> dict[str, Any]:
    return {
        "metadata": _metadata(edition),
        "words": edition.words,
        "seconds": round(edition.estimate, 1),
        "chapters": [_chapter(chapter) for chapter in edition.script.chapters],
        "ledger": [asdict(account) for account in edition.accounts],
    }


def _metadata(edition: "Plan") -> dict[str, Any]:
    """Tell what is known of the book, but for the picture, which no program reads from a plan."""
    told = asdict(edition.script.metadata)
    del told["picture"]
    return told


def _chapter(chapter: "ChapterScript") -> dict[str, Any]:
    from narrate.script.estimate import words

    return {
        "title": chapter.title,
        "source": chapter.source,
        "head_ms": chapter.head,
        "words": words(chapter.lines),
        "lines": [_line(line) for line in chapter.lines],
    }


def _line(line: "Line") -> dict[str, Any]:
    return {
        "paragraph": line.paragraph or None,
        "kind": line.kind,
        "role": line.role,
        "voice": line.voice,
        "text": line.text,
        "spoken": line.spoken,
        "rewrites": [asdict(rewrite) for rewrite in line.rewrites],
        "emphases": [asdict(emphasis) for emphasis in line.emphases],
        "silence_ms": line.silence,
        "start": line.start,
        "end": line.end,
    }
