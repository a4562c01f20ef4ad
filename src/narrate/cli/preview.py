"""`narrate preview`: hear a paragraph as the book would say it."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from narrate.cli.options import ConfigFile, VoiceName, configured
from narrate.errors import ChapterNotThere, NoSuchStory, NothingToPreview, ParagraphNotThere

if TYPE_CHECKING:
    from narrate.config.schema import Config
    from narrate.model.script import ChapterScript
    from narrate.pipeline import Edition


def preview(  # noqa: PLR0913 - one parameter an option
    what: Annotated[
        str, typer.Argument(metavar="TEXT|PATH", help="Some words, or a file or folder of stories.")
    ],
    *,
    chapter: Annotated[int, typer.Option("--chapter", min=1, help="Which chapter of the book.")] = 1,
    paragraph: Annotated[
        int, typer.Option("--paragraph", "-p", min=1, help="Which paragraph of the chapter.")
    ] = 1,
    voice: VoiceName = None,
    rate: Annotated[int | None, typer.Option("--rate", min=60, max=450, help="Words a minute.")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write this WAV file instead of playing."),
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Hear a single paragraph just as the book would say it: same voice, words, pauses and level.

    `narrate plan PATH` shows the numbers of chapters and paragraphs.
    """
    from narrate import pipeline

    story = _story(what)
    settings = configured(story, config, voice=("voices.narrator", voice))
    if story:
        edition = pipeline.plan(story, settings)[0]
        _perform(_at(edition, rate), _passage(edition, chapter, paragraph), output)
    else:
        hear(what, settings, output, rate)


def hear(text: str, config: "Config", output: Path | None, rate: int | None = None) -> None:
    """Read out a text that stands in no file."""
    from narrate import pipeline

    if not any(character.isalnum() for character in text):
        raise NothingToPreview(text)
    with TemporaryDirectory(prefix="narrate-") as folder:
        story = Path(folder, "preview.txt")
        story.write_bytes(text.encode("utf-8", "replace"))
        edition = pipeline.plan(story, config)[0]
    lines = tuple(
        line for chapter in edition.script.chapters for line in chapter.lines if line.start < line.end
    )
    _perform(_at(edition, rate), replace(edition.script.chapters[0], head=0, lines=lines), output)


def _story(what: str) -> Path | None:
    """Tell a path from a text: what exists is a path, and so is what could only be meant as one."""
    path = Path(what)
    try:
        if what.strip() and path.exists():
            return path
    except (OSError, ValueError):  # too long for a name, or a NUL inside: words
        return None
    if " " not in what.strip() and (path.suffix.lower() in {".txt", ".md", ".markdown"} or "/" in what):
        raise NoSuchStory(what)
    return None


def _at(edition: "Edition", rate: int | None) -> "Edition":
    """Return the edition with every voice at another rate."""
    if rate is None:
        return edition
    return replace(edition, cast={name: replace(voice, rate=rate) for name, voice in edition.cast.items()})


def _passage(edition: "Edition", chapter: int, paragraph: int) -> "ChapterScript":
    """Pick a paragraph, both counted from 1."""
    chapters = edition.script.chapters
    if chapter > len(chapters):
        raise ChapterNotThere(edition.script.metadata.title, chapter, len(chapters))
    script = chapters[chapter - 1]
    lines = tuple(line for line in script.lines if line.paragraph == paragraph)
    if not lines:
        raise ParagraphNotThere(script.title, paragraph, max(line.paragraph for line in script.lines))
    return replace(script, head=0, lines=lines)


def _perform(edition: "Edition", passage: "ChapterScript", output: Path | None) -> None:
    """Play a passage where there is a player, else leave a WAV file and say where."""
    from narrate import pipeline
    from narrate.cli.terminal import say
    from narrate.speak.player import play

    if output:
        output.parent.mkdir(parents=True, exist_ok=True)
        pipeline.preview(edition, passage, output)
        say(str(output))
        return
    path = edition.config.output.folder / "preview.wav"
    path.parent.mkdir(parents=True, exist_ok=True)
    pipeline.preview(edition, passage, path)
    if not play(path):
        say(f"No player here; the preview is in {path}")
