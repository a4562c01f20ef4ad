"""What a `narrate.toml` and a voice file may say: names, types, limits and every default."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from narrate.model.voice import Voice

Milliseconds = Annotated[int, Field(ge=0, le=60_000)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Table(BaseModel):
    """A TOML table: unknown keys are errors, types are taken at their word, values are frozen."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class BookTable(Table):
    """`[book]`: what the world should know of the book, and what is one book."""

    title: str = ""
    author: str = ""
    narrator: str = ""
    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    date: Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    publisher: str = ""
    series: str = ""
    part: Annotated[str, StringConstraints(pattern=r"^(\d+(\.\d+)?)?$")] = ""
    genre: str = "Audiobook"
    description: str = ""
    copyright: str = ""
    isbn: str = ""
    asin: str = ""
    cover: Path | None = None
    each: Literal["folder", "file"] = "folder"
    """What makes one book of a folder: all its stories together, or each file."""
    announce: bool = True
    """Whether a chapter's title is spoken where its text does not begin with it."""


class VoicesTable(Table):
    """`[voices]`: who speaks which part, by the names of voice files."""

    narrator: Name = "eleanor"
    headings: Name | None = None
    """The narrator where not given."""
    dialogue: Name | None = None
    """The narrator where not given."""
    folder: Path | None = None
    """Voice files of one's own, beside those in the user's configuration folder and the shipped ones."""


class ChapterTable(Table):
    """`[[chapter]]`: exceptions for one chapter."""

    file: Name
    """The story's file name."""
    number: Annotated[int, Field(ge=1)] | None = None
    """Which chapter of the file, where the file is a book of its own headings; all of them where not given."""
    title: str = ""
    voice: Name | None = None
    skip: bool = False


class PausesTable(Table):
    """`[pauses]`: silence as a listener hears it, in milliseconds."""

    sentence: Milliseconds = 350
    paragraph: Milliseconds = 700
    dialogue: Milliseconds = 450
    """Between paragraphs that are turns of a dialogue."""
    voice: Milliseconds = 150
    """Where the voice changes inside a sentence."""
    clause: Milliseconds = 120
    """Where a very long sentence is cut for the engine."""
    verse: Milliseconds = 300
    """After a line of verse."""
    scene: Milliseconds = 1800
    """In place of a scene break."""
    heading: Milliseconds = 1200
    """After a heading."""
    head: Milliseconds = 750
    """Before a chapter's first word."""
    tail: Milliseconds = 2000
    """After a chapter's last word."""


class OutputTable(Table):
    """`[output]`: where to, in which formats, and how it sounds."""

    folder: Path = Path("build")
    formats: Annotated[tuple[Name, ...], Field(min_length=1, strict=False)] = ("m4b", "mp3")
    sample_rate: Literal[16000, 22050, 24000, 32000, 44100, 48000] = 22050
    """Frames a second of the book's one clock."""
    bitrate: Annotated[int, Field(ge=16, le=320)] | None = None
    """Kilobits a second; each format's own where not given."""
    loudness: Annotated[float, Field(ge=-40, le=-9)] = -19.0
    """Integrated loudness of every chapter, LUFS."""
    true_peak: Annotated[float, Field(ge=-20, le=0)] = -1.0
    """Highest true peak, dBTP."""
    room_tone: Annotated[float, Field(ge=-90, le=-50)] | Literal[False] = -72.0
    """Level of the faint noise under the silences, dBFS RMS; false for digital silence."""


class SpeechTable(Table):
    """`[speech]`: how long to wait for an engine, and how often."""

    timeout: Annotated[float, Field(gt=0)] = 60.0
    """Seconds that one line may take."""
    attempts: Annotated[int, Field(ge=1, le=10)] = 3


class Config(Table):
    """A whole `narrate.toml`."""

    book: BookTable = BookTable()
    voices: VoicesTable = VoicesTable()
    chapter: Annotated[tuple[ChapterTable, ...], Field(strict=False)] = ()
    pauses: PausesTable = PausesTable()
    pronounce: dict[Name, Name] = Field(default_factory=dict)
    """Printed word or phrase to respelling."""
    output: OutputTable = OutputTable()
    speech: SpeechTable = SpeechTable()


class VoiceFile(Table):
    """One `voices/NAME.toml`; the name of the voice is the name of the file."""

    engine: Name = "pyttsx3"
    engine_voice: str = ""
    rate: Annotated[int, Field(ge=60, le=450)] = 170
    pitch: Annotated[int, Field(ge=0, le=100)] = 50
    volume: Annotated[float, Field(gt=0, le=2, strict=False)] = 1.0
    language: str = "en"
    gender: Literal["female", "male", "neutral", ""] = ""
    description: str = ""

    def voice(self, name: str) -> Voice:
        """Return the voice under its name."""
        return Voice(name=name, **self.model_dump())
