"""`narrate lexicon`: find the names that are said wrongly, put them right, and prove that they stay so."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from narrate.cli.options import ConfigFile, VoiceName, configured
from narrate.errors import NoSuchPath

if TYPE_CHECKING:
    from narrate.config.schema import Config
    from narrate.pipeline.proof import Proof
    from narrate.pipeline.suggest import Suggestion

lexicon = typer.Typer(
    no_args_is_help=True,
    help="Find names that are said wrongly, put them right, hear them, and prove that they stay so.",
)

MOST: Final = 40
Book = Annotated[Path, typer.Argument(metavar="PATH", help="A folder of stories, or a single file.")]
Here = Annotated[Path, typer.Argument(metavar="PATH", help="A folder of stories, or a single file.")]


@lexicon.command()
def suggest(
    path: Book,
    *,
    most: Annotated[int, typer.Option("--most", "-n", metavar="N", min=1, help="Words to list.")] = MOST,
    homographs: Annotated[
        bool,
        typer.Option("--homographs", help="List words such as `lead` that were left to the engine."),
    ] = False,
    voice: VoiceName = None,
    config: ConfigFile = None,
) -> None:
    """List names and rare words, how often they come and how they are said, ready for a lexicon.

    Each line is an entry as `[pronounce]` and `*.lexicon.toml` have them, and says what the engine says:
    paste those that are wrong, and change the sounds or put a respelling in their place.
    """
    from narrate.cli.terminal import write
    from narrate.pipeline import suggest as suggesting

    settings = configured(path, config, {"--voice": ("voices.narrator", voice)})
    if homographs:
        rows: Iterable[str] = (
            f"{row.times:>5,}  {row.word:<12}{_flat(row.line)}"
            for row in suggesting.open_questions(path, settings)
        )
    else:
        rows = map(_suggested, suggesting.suggestions(path, settings, most))
    write("\n".join(rows))


@lexicon.command()
def say(
    words: Annotated[list[str], typer.Argument(metavar="WORD", help="As they are printed.")],
    *,
    book: Annotated[
        Path,
        typer.Option(
            "--book", "-b", metavar="PATH", help="The stories whose lexicon it is; those here by default."
        ),
    ] = Path(),
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="Write WAV files instead of playing."),
    ] = None,
    voice: VoiceName = None,
    config: ConfigFile = None,
) -> None:
    """Hear words as the engine alone would say them, then as the lexicon has them."""
    from narrate.cli.preview import hear
    from narrate.publish.names import file_name

    settings = _settings(book, config, voice)
    for word in words:
        for title, each in ((f"{word}, printed", _without_lexicon(settings)), (word, settings)):
            name = file_name(title)
            hear(word, each, name, output=output / f"{name}.wav" if output else None)


@lexicon.command("test")
def prove(path: Here = Path(), *, voice: VoiceName = None, config: ConfigFile = None) -> None:
    """Compare what the engine says with what entries expect; exit with 1 where one of them differs.

    An entry that has `expect = "IPA"` is compared; of all others it is told how they are said.
    """
    from narrate.cli.terminal import count, tell
    from narrate.cli.terminal import say as show
    from narrate.pipeline import proof as proving

    proofs = proving.prove(_settings(path, config, voice))
    for proof in proofs:
        show("\n".join(_proven(proof)), style=None if proof.holds else "red")
    wrong = sum(not proof.holds for proof in proofs)
    if proofs:
        tell(f"{count(len(proofs), 'word')}, {wrong or 'none'} said otherwise than expected")
    else:
        tell("nothing to test: no [pronounce], no *.lexicon.toml beside the stories, no [book] lexicons")
    if wrong:
        raise typer.Exit(1)


@lexicon.command()
def export(
    path: Here = Path(),
    *,
    as_pls: Annotated[
        bool, typer.Option("--pls", help="In the W3C's Pronunciation Lexicon Specification 1.0, not in TOML.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write this file instead of showing it."),
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Put all entries of a book into one lexicon, for other books and other programs."""
    from narrate.cli.terminal import write
    from narrate.config.lexicon import lexicon as entries_of
    from narrate.config.lexicon_toml import toml

    settings = _settings(path, config)
    text = _as_pls(settings) if as_pls else toml(entries_of(settings))
    if output:
        _put(output, text)
    else:
        write(text.rstrip("\n"))


def _settings(book: Path, config: Path | None, voice: str | None = None) -> "Config":
    """Read the settings of a book, which need not be read for that; raises `NoSuchPath`."""
    if not book.exists():
        raise NoSuchPath(book, "")
    return configured(book, config, {"--voice": ("voices.narrator", voice)})


def _suggested(suggestion: "Suggestion") -> str:
    from narrate.config.lexicon_toml import toml
    from narrate.model.lexicon import Entry

    find = suggestion.find
    entry = toml([Entry(find.word, ipa=suggestion.says) if suggestion.says else Entry(find.word, find.word)])
    spelt = f"; letter by letter /{suggestion.spelt}/" if suggestion.spelt else ""
    return f"{entry.rstrip():<44}  # {find.times:,} x{spelt}"


def _proven(proof: "Proof") -> Iterator[str]:
    mark = "ok     " if proof.holds else "OTHER  "
    said = f"/{proof.says}/, alone /{proof.printed}/" if proof.says else "not told by this engine"
    expected = "" if proof.holds else f"; expected /{proof.entry.expect}/"
    yield f"{mark}{proof.entry.printed:<20}{said}{expected}"
    yield from (f"       {'':<20}{warning}" for warning in proof.warnings)


def _without_lexicon(settings: "Config") -> "Config":
    book = settings.book.model_copy(update={"lexicons": ()})
    return settings.model_copy(update={"book": book, "pronounce": {}})


def _as_pls(settings: "Config") -> str:
    """Write PLS, and tell which entries it has no words for."""
    from narrate.cli.terminal import tell
    from narrate.config.lexicon import lexicon as entries_of
    from narrate.config.pls import fits, pls

    entries, language = entries_of(settings), settings.book.language
    if left := dict.fromkeys(entry.printed for entry in entries if not fits(entry, language)):
        tell(f"left out, for PLS knows no conditions: {', '.join(left)}")
    return pls(entries, language).decode()


def _put(path: Path, text: str) -> None:
    from narrate.errors import TargetNotWritable

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise TargetNotWritable(path, error.strerror or error) from error


def _flat(text: str) -> str:
    return " / ".join(text.splitlines())
