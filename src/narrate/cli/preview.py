"""`narrate preview`: hear a paragraph as the book would say it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from narrate.cli.options import ConfigFile, VoiceName, configured
from narrate.errors import ChapterNotThere, NoSuchStory, NotAWav, NothingToPreview, ParagraphNotThere
from narrate.model.url import Url, place
from narrate.model.words import speakable

if TYPE_CHECKING:
    from narrate.config.schema import Config
    from narrate.pipeline.preview import Excerpt


def preview(  # noqa: PLR0913 - one parameter an option
    what: Annotated[
        str, typer.Argument(metavar="TEXT|PATH", help="Some words, or a file or folder of stories.")
    ],
    *,
    chapter: Annotated[
        int, typer.Option("--chapter", metavar="N", min=1, help="Which chapter of the book.")
    ] = 1,
    paragraph: Annotated[
        int, typer.Option("--paragraph", "-p", metavar="N", min=1, help="Which paragraph of the chapter.")
    ] = 1,
    voice: VoiceName = None,
    rate: Annotated[
        int | None, typer.Option("--rate", metavar="N", help="Words a minute, 80 to 449.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write this WAV file instead of playing."),
    ] = None,
    settings: ConfigFile = None,
) -> None:
    """Hear a single paragraph just as the book would say it: same voice, words, pauses and level.

    `narrate plan PATH` shows the numbers of chapters and paragraphs.
    """
    from narrate.pipeline.fetch import fetched

    story, wishes = _story(what), {"--voice": ("voices.narrator", voice)}
    if not story:
        hear(what, configured(Path(), settings, wishes), "preview", rate, output)
        return
    with fetched(story) as here:
        config = configured(here, settings, wishes)
        _perform(config, lambda: _paragraph(here, config, chapter, paragraph), "preview", rate, output)


def hear(text: str, config: "Config", name: str, rate: int | None = None, output: Path | None = None) -> None:
    """Read out words that stand in no file."""
    if not speakable(text):
        raise NothingToPreview(text)
    _perform(config, lambda: _words(text, config), name, rate, output)


def _story(what: str) -> Path | None:
    """Tell a path from a text: what exists is a path, and so is what could only be meant as one."""
    from narrate.read.story import parted, readers

    path = place(what)
    try:
        if what.strip() and (isinstance(path, Url) or path.exists()):
            return path
    except (OSError, ValueError):  # too long for a name, or a NUL inside: words
        return None
    if " " not in what.strip() and ("/" in what or parted(path.name)[1] in readers()):
        raise NoSuchStory(what)
    return None


def _paragraph(story: Path, config: "Config", chapter: int, paragraph: int) -> "Excerpt":
    """Pick a paragraph of a story, both counted from 1."""
    from narrate.pipeline.plan import plan

    edition = plan(story, config)[0]
    chapters = edition.script.chapters
    if chapter > len(chapters):
        raise ChapterNotThere(edition.script.metadata.title, chapter, len(chapters))
    script = chapters[chapter - 1]
    lines = tuple(line for line in script.lines if line.paragraph == paragraph)
    if not lines:
        raise ParagraphNotThere(script.title, paragraph, max(line.paragraph for line in script.lines))
    return edition, replace(script, head=0, lines=lines)


def _words(text: str, config: "Config") -> "Excerpt":
    """Plan words as a story of their own, and leave out what is only announced."""
    from narrate.model.story import Source
    from narrate.pipeline.plan import edit
    from narrate.read.plain.text import read_plain

    edition = edit(read_plain(Source(Path("preview"), text)), config)
    lines = tuple(
        line for chapter in edition.script.chapters for line in chapter.lines if line.start < line.end
    )
    return edition, replace(edition.script.chapters[0], head=0, lines=lines)


def _perform(
    config: "Config", excerpt: Callable[[], "Excerpt"], name: str, rate: int | None, output: Path | None
) -> None:
    """Play a passage where there is a player, else leave a WAV file and say where."""
    from narrate.pipeline.preview import preview
    from narrate.speak.player import play

    path = output or config.output.folder / f"{name}.wav"
    if path.suffix.lower() != ".wav":
        raise NotAWav(path)
    preview(config, excerpt, rate, path)
    told = str(path) if output else "" if play(path) else f"No player here; what it sounds like is in {path}"
    if told:
        from narrate.cli.terminal import say  # the sound comes first

        say(told)
