"""What a `narrate.toml` and a voice file may say: names, types, limits and every default."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from narrate.config.values import (
    AnyPath,
    Attempts,
    CacheUrl,
    ChapterNumber,
    Date,
    EngineName,
    FileName,
    FormatNames,
    Gigabytes,
    Jobs,
    Kilobits,
    Language,
    Loudness,
    Milliseconds,
    OwnFile,
    OwnFiles,
    OwnFolder,
    Part,
    Pitch,
    Printed,
    RoomTone,
    Said,
    Seconds,
    Text,
    TruePeak,
    VoiceName,
    Volume,
    WordsAMinute,
    YesNo,
)
from narrate.model.voice import Voice


class Table(BaseModel):
    """A TOML table: unknown keys are errors, types are taken at their word, values are frozen."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class BookTable(Table):
    """`[book]`: what the world should know of the book, and what is one book."""

    title: Text = ""
    author: Text = ""
    translator: Text = ""
    narrator: Text = ""
    language: Language = "en"
    """BCP 47 tag."""
    date: Date = ""
    """ISO 8601: a year, a month or a day."""
    publisher: Text = ""
    series: Text = ""
    part: Part = ""
    """Place in the series."""
    genre: Text = "Audiobook"
    description: Text = ""
    copyright: Text = ""
    isbn: Text = ""
    asin: Text = ""
    cover: OwnFile | None = None
    """A picture beside the configuration; one is drawn where not given."""
    each: Literal["folder", "file"] = "folder"
    """What makes one book of a folder: all its stories together, or each file."""
    lexicons: OwnFiles = ()
    """Files of entries, the strongest first; every `*.lexicon.toml` beside the stories comes after them."""
    announce: YesNo = True
    """Whether a chapter's title is spoken where its text does not begin with it."""


class ReadTable(Table):
    """`[read]`: what of a book is read out; what is not stands in the account with its reason."""

    notes: Literal["skip", "in place", "after paragraph", "end of chapter"] = "skip"
    """Footnotes and endnotes."""
    title_page: YesNo = False
    """Title page, imprint and what else stands in front without being the story; a preface is read."""
    back_matter: YesNo = False
    """What stands behind without being the story: advertisements, bibliography; an afterword is read."""
    contents: YesNo = False
    """Tables of contents and lists of pictures."""
    index: YesNo = False
    page_numbers: YesNo = False
    tables: YesNo = True
    captions: YesNo = True
    code: YesNo = False
    urls: YesNo = True
    """Web addresses that stand in the text; those behind a link's words are never read."""
    directions: YesNo = False
    """Whether tags of SSML in plain text and Markdown direct the reading; else they stand as they are."""


class VoicesTable(Table):
    """`[voices]`: who speaks which part, by the names of voice files."""

    narrator: VoiceName = "eleanor"
    headings: VoiceName | None = None
    """The narrator where not given."""
    dialogue: VoiceName | None = None
    """The narrator where not given."""
    folder: OwnFolder | None = None
    """Voice files of one's own, beside those in the user's configuration folder and the shipped ones."""


class ChapterTable(Table):
    """`[[chapter]]`: exceptions for one chapter."""

    file: FileName
    """The story's file name."""
    number: ChapterNumber | None = None
    """Which chapter of the file, where the file is a book of its own headings; all where not given."""
    title: Text = ""
    voice: VoiceName | None = None
    """Who narrates it; the book's narrator where not given."""
    skip: YesNo = False


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

    folder: AnyPath = Path("build")
    """Relative to where the command is given."""
    formats: FormatNames = ("m4b", "mp3")
    sample_rate: Literal[16000, 22050, 24000, 32000, 44100, 48000] = 22050
    """Frames a second of the book's one clock."""
    bitrate: Kilobits | None = None
    """Kilobits a second; each format's own where not given."""
    loudness: Loudness = -19.0
    """Integrated loudness of every chapter, LUFS."""
    true_peak: TruePeak = -1.0
    """Highest true peak, dBTP."""
    room_tone: RoomTone | Literal[False] = -72.0
    """Level of the faint noise under the silences, dBFS RMS; false for digital silence."""


class SpeechTable(Table):
    """`[speech]`: how long to wait for an engine, and how often."""

    timeout: Seconds = 60.0
    """Seconds that one line may take."""
    attempts: Attempts = 3
    """Times that a line is tried before the build gives up."""


class WorkTable(Table):
    """`[work]`: where books are made, and where what is finished is kept."""

    runner: Literal["local", "dask"] = "local"
    """Processes of this machine, or an existing Dask cluster."""
    jobs: Jobs | None = None
    """Processes; as many as there are processors where not given."""
    scheduler: Text = ""
    """The Dask cluster's address, such as "tcp://head:8786"."""
    cache: CacheUrl = ""
    """Folder or fsspec URL of the clip cache; in the user's cache folder where not given."""
    cache_limit: Gigabytes = 20.0
    """What the cache may hold; what was not used for longest goes first."""


class Config(Table):
    """A whole `narrate.toml`."""

    book: BookTable = BookTable()
    read: ReadTable = ReadTable()
    voices: VoicesTable = VoicesTable()
    chapter: Annotated[tuple[ChapterTable, ...], Field(strict=False)] = ()
    pauses: PausesTable = PausesTable()
    pronounce: dict[Printed, Said] = Field(default_factory=dict)
    """Printed word or phrase to how it is said; `config.sayings` tells what may stand there."""
    output: OutputTable = OutputTable()
    speech: SpeechTable = SpeechTable()
    work: WorkTable = WorkTable()


class VoiceFile(Table):
    """One `voices/NAME.toml`; the name of the voice is the name of the file."""

    engine: EngineName = "pyttsx3"
    engine_voice: Text = ""
    """The engine's own name for the voice; its choice by language and gender where not given."""
    rate: WordsAMinute = 170
    """Words a minute."""
    pitch: Pitch = 50
    """50 is the voice's own."""
    volume: Volume = 1.0
    """Loudness beside the other voices of the book, 1.0 for equal."""
    language: Language = "en"
    gender: Literal["female", "male", "neutral", ""] = ""
    description: Text = ""

    def voice(self, name: str) -> Voice:
        """Return the voice under its name."""
        return Voice(name=name, **self.model_dump())
