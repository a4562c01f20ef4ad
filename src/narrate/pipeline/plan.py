"""The whole on one page: paths in, audiobooks out.

A plan makes no sound, so the rooms that do are entered (and imported) by the functions that need them.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from narrate import plugins
from narrate.config.schema import Config
from narrate.config.voices import cast_of, catalogue
from narrate.errors import SameTarget
from narrate.listener import Listener
from narrate.model.audio import BYTES_PER_FRAME, Clip
from narrate.model.ledger import Account
from narrate.model.recording import Encoded, Encoding, Recording
from narrate.model.script import ChapterScript, Script
from narrate.model.story import Book
from narrate.model.voice import Voice
from narrate.publish.format import Format
from narrate.read.folder import read_books
from narrate.script import estimate
from narrate.script.ledger import balance
from narrate.script.write import write_script
from narrate.speak.company import Company


@dataclass(frozen=True, slots=True)
class Edition:
    """A book ready to be spoken: every word accounted for, every voice known."""

    book: Book
    script: Script
    accounts: tuple[Account, ...]
    cast: Mapping[str, Voice]
    config: Config

    @property
    def words(self) -> int:
        """Words that will be spoken."""
        return sum(estimate.words(chapter.lines) for chapter in self.script.chapters)

    @property
    def estimate(self) -> float:
        """Seconds that the book will take to hear, roughly."""
        return sum(estimate.seconds(chapter, self.cast) for chapter in self.script.chapters)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that a build will write."""
        titles = [chapter.title for chapter in self.script.chapters]
        folder = self.config.output.folder
        return tuple(
            path
            for form in formats(self.config).values()
            for path in form.paths(self.script.metadata, titles, folder)
        )


@dataclass(frozen=True, slots=True)
class Result:
    """What a build made."""

    recording: Recording
    files: tuple[Path, ...]
    took: float
    """Seconds of wall time."""


@dataclass(frozen=True, slots=True)
class Troupe:
    """The engines of a cast, loaded and heard."""

    company: Company
    gains: Mapping[str, float]
    """Decibels that make every voice as loud as the others."""


Build = Callable[[Edition, Listener], Result]
"""Makes one book and tells the listener how it goes."""


def formats(config: Config) -> Mapping[str, Format]:
    """Make the output formats that the configuration names."""
    return {name: plugins.load("formats", name)() for name in config.output.formats}


def plan(path: Path, config: Config) -> tuple[Edition, ...]:
    """Read a file or folder and write the script of every book in it, without a sound.

    Raises `BadInput` for what cannot be read, `LedgerDoesNotBalance` where a word would be missed.
    """
    return tuple(edit(book, config) for book in read_books(path, config))


def edit(book: Book, config: Config) -> Edition:
    """Write a book's script and account for every character."""
    cast = cast_of(config, catalogue(config.voices.folder))
    longest = {name: plugins.load("engines", voice.engine).traits.longest for name, voice in cast.items()}
    script = write_script(book, config, longest)
    speakers = sorted({line.voice for chapter in script.chapters for line in chapter.lines})
    return Edition(book, script, balance(book, script), {name: cast[name] for name in speakers}, config)


def company(config: Config, rate: int | None = None) -> Company:
    """Return all who may speak in books of this configuration; `rate` (words a minute) overrules theirs."""
    cast = cast_of(config, catalogue(config.voices.folder))
    paced = {name: voice if rate is None else replace(voice, rate=rate) for name, voice in cast.items()}
    return Company(paced, config.speech)


@contextmanager
def ready(editions: Sequence[Edition]) -> Iterator[Build]:
    """Refuse early, then offer the function that builds one of these books.

    Proves that ffmpeg, covers, targets, engines and voices will do before anything is spoken.  Books
    with the same cast share its engines.
    """
    _check(editions)
    with ExitStack() as doors:
        troupes: dict[object, Troupe] = {}
        for edition in editions:
            if _billing(edition) not in troupes:
                company = doors.enter_context(Company(edition.cast, edition.config.speech))
                troupes[_billing(edition)] = _rehearsed(company, edition.cast)
        yield lambda edition, listener: build(edition, troupes[_billing(edition)], listener)


def build(edition: Edition, troupe: Troupe, listener: Listener) -> Result:
    """Speak, stitch, level, encode and publish one book; what is published was read back and found right.

    Raises `BuildFailed`, leaving earlier files of the same names as they were.
    """
    from narrate.publish.target import telling_what_was_refused

    began, folder = time.monotonic(), edition.config.output.folder
    with telling_what_was_refused(folder), TemporaryDirectory(prefix=".narrate-", dir=folder) as bench:
        listener.begins(edition.script)
        recording = _record(edition, troupe, Path(bench), listener)
        files = _publish(recording, edition.config, Path(bench), listener)
    return Result(recording, files, time.monotonic() - began)


def preview(edition: Edition, passage: ChapterScript, company: Company, path: Path) -> None:
    """Speak a few lines, just as the book would say them, into the WAV file `path`."""
    from narrate.master.encode import encode
    from narrate.publish.drafts import drafts

    excerpt = replace(edition, script=replace(edition.script, chapters=(passage,)))
    speakers = {line.voice: edition.cast[line.voice] for line in passage.lines}
    with TemporaryDirectory(prefix="narrate-") as bench, drafts([path]) as (draft,):
        recording = _record(excerpt, _rehearsed(company, speakers), Path(bench), Listener())
        encode(recording.tracks, Encoding("wav", 0), edition.config.output, draft)


def _rehearsed(company: Company, cast: Mapping[str, Voice]) -> Troupe:
    """Hear every voice say the same, so that all can be made equally loud."""
    from narrate.master.loudness import CALIBRATION, voice_gain

    company.check()
    gains = {name: voice_gain(company.speak(CALIBRATION, name), voice) for name, voice in cast.items()}
    return Troupe(company, gains)


def _record(edition: Edition, troupe: Troupe, bench: Path, listener: Listener) -> Recording:
    """Speak every chapter, levelled and on the book's one clock."""
    from narrate.master.chapter import record

    script, output = edition.script, edition.config.output
    tracks = []
    for number, chapter in enumerate(script.chapters, start=1):
        clips = _speak(chapter, troupe.company, listener)
        tracks.append(record(chapter, clips, troupe.gains, output, bench / f"{number}.pcm"))
        listener.mastered(tracks[-1])
    return Recording(script.metadata, output.sample_rate, tuple(tracks))


def _speak(chapter: ChapterScript, company: Company, listener: Listener) -> Iterator[Clip]:
    for line in chapter.lines:
        yield company.speak(line.spoken, line.voice)
        listener.spoke(line)


def _publish(recording: Recording, config: Config, bench: Path, listener: Listener) -> tuple[Path, ...]:
    """Encode the recording for every format and write its files."""
    from narrate.publish.cover import prepare_cover

    cover = prepare_cover(recording.metadata, bench)
    titles = [track.title for track in recording.tracks]
    files: list[Path] = []
    for name, form in formats(config).items():
        listener.encodes(name, recording.frames)
        parts = _encode(form, recording, config, bench, listener)
        paths = form.paths(recording.metadata, titles, config.output.folder)
        form.publish(parts, recording.metadata, cover, paths)
        files += paths
        for path in paths:
            listener.published(path)
    return tuple(files)


def _encode(
    form: Format, recording: Recording, config: Config, bench: Path, listener: Listener
) -> tuple[Encoded, ...]:
    from narrate.master.encode import encode

    encoding = _encoding(form, config)
    wholes = [recording.tracks] if form.unit == "book" else [(track,) for track in recording.tracks]
    return tuple(
        encode(tracks, encoding, config.output, bench / f"{number}.{encoding.codec}", listener.encoded)
        for number, tracks in enumerate(wholes, start=1)
    )


def _encoding(form: Format, config: Config) -> Encoding:
    kilobits = config.output.bitrate
    return form.encoding(None if kilobits is None else 1000 * kilobits)


def _check(editions: Sequence[Edition]) -> None:
    from narrate import ffmpeg
    from narrate.publish.cover import check_cover
    from narrate.publish.target import check_target

    ffmpeg.executable()
    _check_targets(editions)
    for edition in editions:
        if edition.script.metadata.cover:
            check_cover(edition.script.metadata.cover)
        check_target(edition.config.output.folder, _bytes_needed(edition))


def _billing(edition: Edition) -> object:
    """Return what two books must have in common to share their engines."""
    return tuple(edition.cast.values()), edition.config.speech


def _check_targets(editions: Sequence[Edition]) -> None:
    """Refuse two books that would write the same file."""
    seen: dict[Path, Edition] = {}
    for edition in editions:
        for path in edition.paths:
            other = seen.setdefault(path, edition)
            if other is not edition:
                raise SameTarget(path, edition.script.metadata.title)


def _bytes_needed(edition: Edition) -> int:
    """Estimate a build's disk space: the raw sound, and for every format the sound and its draft."""
    raw = edition.config.output.sample_rate * BYTES_PER_FRAME
    encodings = [_encoding(form, edition.config) for form in formats(edition.config).values()]
    return int(edition.estimate * (raw + 2 * sum(encoding.bitrate for encoding in encodings) / 8))
