"""The whole on one page: paths in, audiobooks out.

A plan makes no sound, so the rooms that do are entered (and imported) by the functions that need them.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
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
from narrate.model.metadata import Metadata
from narrate.model.recording import Encoded, Encoding, Recording
from narrate.model.script import ChapterScript, Script
from narrate.model.story import Book
from narrate.model.voice import Voice
from narrate.publish.publisher import Format
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


def formats(config: Config) -> Mapping[str, Format]:
    """Make the output formats that the configuration names."""
    return {name: plugins.load("formats", name)() for name in config.output.formats}


def plan(path: Path, config: Config) -> tuple[Edition, ...]:
    """Read a file or folder and write the script of every book in it, without a sound.

    Raises `BadInput` for what cannot be read and where the text ledger does not balance.
    """
    return tuple(edit(book, config) for book in read_books(path, config))


def edit(book: Book, config: Config) -> Edition:
    """Write a book's script and account for every character."""
    cast = cast_of(config, catalogue(config.voices.folder))
    longest = {name: plugins.load("engines", voice.engine).traits.longest for name, voice in cast.items()}
    credited = replace(book, metadata=_credited(book, config))
    script = write_script(credited, config, longest)
    return Edition(credited, script, balance(credited, script), cast, config)


def check(editions: Sequence[Edition]) -> None:
    """Refuse early: prove that ffmpeg, covers, engines and targets will do before anything is spoken."""
    from narrate import ffmpeg
    from narrate.publish.cover import check_cover
    from narrate.publish.target import check_target

    ffmpeg.executable()
    _check_targets(editions)
    for edition in editions:
        if edition.script.metadata.cover:
            check_cover(edition.script.metadata.cover)
        check_target(edition.config.output.folder, _bytes_needed(edition))
    for edition in {tuple(edition.cast.values()): edition for edition in editions}.values():
        with Company(edition.cast, edition.config.speech) as company:
            company.check()


def build(edition: Edition, listener: Listener) -> Result:
    """Speak, stitch, level, encode and publish one book; what is published was read back and found right.

    Raises `BuildFailed`, leaving earlier files of the same names as they were.
    """
    from narrate.publish.target import plain_words

    began, folder = time.monotonic(), edition.config.output.folder
    with plain_words(folder), TemporaryDirectory(prefix=".narrate-", dir=folder) as bench:
        recording = _record(edition, Path(bench), listener)
        files = _publish(recording, edition.config, Path(bench), listener)
    return Result(recording, files, time.monotonic() - began)


def preview(edition: Edition, passage: ChapterScript, path: Path) -> None:
    """Speak a few lines, just as the book would say them, into the WAV file `path`."""
    from narrate.master.encode import encode

    excerpt = replace(edition, script=replace(edition.script, chapters=(passage,)))
    with TemporaryDirectory(prefix="narrate-") as bench:
        recording = _record(excerpt, Path(bench), Listener())
        encode(recording.tracks, Encoding("wav", 0), edition.config.output, path)


def _record(edition: Edition, bench: Path, listener: Listener) -> Recording:
    """Speak every chapter, levelled and on the book's one clock."""
    script, output = edition.script, edition.config.output
    with Company(edition.cast, edition.config.speech) as company:
        from narrate.master.chapter import record  # the engines load meanwhile

        listener.begins(script)
        gains = _matched(edition, company)
        tracks = []
        for number, chapter in enumerate(script.chapters, start=1):
            clips = _speak(chapter, company, listener)
            tracks.append(record(chapter, clips, gains, output, bench / f"{number}.pcm"))
            listener.mastered(tracks[-1])
    return Recording(script.metadata, output.sample_rate, tuple(tracks))


def _matched(edition: Edition, company: Company) -> Mapping[str, float]:
    """Hear every voice that speaks say the same, and return the decibels that make them equal."""
    from narrate.master.loudness import CALIBRATION, voice_gain

    speakers = sorted({line.voice for chapter in edition.script.chapters for line in chapter.lines})
    return {name: voice_gain(company.speak(CALIBRATION, name), edition.cast[name]) for name in speakers}


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

    encoding = form.encoding(config.output.bitrate)
    wholes = [recording.tracks] if form.unit == "book" else [(track,) for track in recording.tracks]
    return tuple(
        encode(tracks, encoding, config.output, bench / f"{number}.{encoding.codec}", listener.encoded)
        for number, tracks in enumerate(wholes, start=1)
    )


def _credited(book: Book, config: Config) -> Metadata:
    """Credit the narrating voice where the author names no narrator."""
    metadata = book.metadata
    return replace(metadata, narrator=metadata.narrator or config.voices.narrator.replace("-", " ").title())


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
    encodings = [form.encoding(edition.config.output.bitrate) for form in formats(edition.config).values()]
    return int(edition.estimate * (raw + 2 * sum(encoding.bitrate for encoding in encodings) / 8))
