"""`narrate why`: what the next build would do again, and for what reason."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from narrate.cli.options import Cache, ConfigFile, Formats, VoiceName, configured, listed, workplace

if TYPE_CHECKING:
    from narrate.pipeline.reasons import Reason
    from narrate.pipeline.why import Again, Encoded, Outlook

_LETTERS = 60
"""Letters of a line that are shown."""
_TITLES = 3
"""Titles that are shown for one reason."""


def why(  # noqa: PLR0913 - one parameter an option
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A folder of stories, or a single file.")],
    *,
    lines: Annotated[bool, typer.Option("--lines", help="Show each line under the reason.")] = False,
    formats: Formats = None,
    voice: VoiceName = None,
    config: ConfigFile = None,
    cache: Cache = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Say which lines a build would speak again, which chapters it would encode again, and why.

    Nothing is spoken, and no file is written. What is compared is this book as it would be built now
    with what it was made of when it was last built; a line with two reasons counts for both.
    """
    from narrate.cli.terminal import say, write
    from narrate.model.url import place
    from narrate.pipeline import why as asking
    from narrate.pipeline.fetch import fetched

    wishes = {
        "--format": ("output.formats", listed(formats)),
        "--voice": ("voices.narrator", voice),
        **workplace(None, cache, None),
    }
    named = place(path)
    with fetched(named) as here:
        outlooks = asking.why(here, configured(here, config, wishes), named)
    if as_json:
        write(json.dumps([_data(outlook) for outlook in outlooks], ensure_ascii=False, indent=2))
    else:
        for outlook in outlooks:
            say("\n".join(render(outlook, whole=lines)))


def render(outlook: "Outlook", *, whole: bool) -> Iterator[str]:
    """Yield what there is to say of a book, line by line; `whole` leaves nothing out."""
    from narrate.cli.terminal import count

    if not outlook.encoded:
        yield f"{outlook.title}: nothing: every line and every chapter is as it was"
        return
    spoken, encoded = (f"{len(some):,}" if some else "none" for some in (outlook.spoken, outlook.encoded))
    yield f"{outlook.title}: {spoken} of {count(outlook.lines, 'line')} would be spoken again"
    for words, lines in _by_reason(outlook.spoken):
        yield f"{len(lines):>6,}  {words}"
        yield from (f"          {_shown(line)}" for line in lines if whole)
    yield f"  {encoded} of {count(outlook.chapters, 'chapter')} would be encoded again"
    for words, chapters in _by_reason(outlook.encoded):
        yield f"{len(chapters):>6,}  {words}: {_titles(chapters, None if whole else _TITLES)}"


def _by_reason(made: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Group by the words of the reasons, the most frequent first."""
    groups: dict[str, list[Any]] = {}
    for each in made:
        for reason in each.reasons:
            groups.setdefault(reason.words, []).append(each)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def _shown(again: "Again") -> str:
    from narrate.model.words import shortened

    text = shortened(" / ".join(again.line.text.splitlines()), _LETTERS)
    return f"{again.source.name}:{again.row}  {text}"


def _titles(chapters: "Sequence[Encoded]", most: int | None) -> str:
    named = ", ".join(f"{each.number}. {' / '.join(each.title.splitlines())}" for each in chapters[:most])
    more = len(chapters[most:]) if most else 0
    return f"{named} and {more:,} more" if more else named


def _data(outlook: "Outlook") -> dict[str, Any]:
    return {
        "title": outlook.title,
        "lines": outlook.lines,
        "chapters": outlook.chapters,
        "spoken_again": [
            {
                "file": str(each.source),
                "line": each.row,
                "voice": each.line.voice,
                "text": each.line.text,
                "spoken": each.line.spoken,
                "reasons": _reasons(each.reasons),
            }
            for each in outlook.spoken
        ],
        "encoded_again": [
            {"number": each.number, "title": each.title, "reasons": _reasons(each.reasons)}
            for each in outlook.encoded
        ],
    }


def _reasons(reasons: "Iterable[Reason]") -> list[dict[str, str]]:
    return [{"kind": reason.kind, "words": reason.words} for reason in reasons]
