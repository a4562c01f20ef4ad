"""Every way in which narrate can fail, each a sentence for the person at the keyboard.

An error's arguments fill the blanks of its sentence, so that it says the same after a journey
between processes.  `BadInput` is the listener's to mend (exit code 2), `BuildFailed` is ours or
the machine's (exit code 1).
"""

from typing import ClassVar


class NarrateError(Exception):
    """Say what went wrong, where, and what to do about it."""

    sentence: ClassVar[str] = "{}"

    def __str__(self) -> str:
        told = self.sentence.format(*self.args)
        return told.removesuffix(".") if told.endswith("?.") else told


class BadInput(NarrateError):
    """Refuse something that was asked for; nothing has been written."""


class BuildFailed(NarrateError):
    """Give up on a build that had begun; nothing half-written is left."""


# --- plug-ins -----------------------------------------------------------------------------------


class UnknownPlugin(BadInput):
    """Name the kind of plug-in, the name asked for and those installed."""

    sentence = "there is no {} called {!r}; installed: {}."


class BrokenPlugin(BadInput):
    """Name a plug-in that is installed but cannot be loaded."""

    sentence = "the {} {!r} is installed but cannot be loaded: {}."


# --- configuration ------------------------------------------------------------------------------


class BadConfig(BadInput):
    """List everything that is wrong with the configuration, one problem a line."""

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.args[0])


# --- ffmpeg -------------------------------------------------------------------------------------


class NoFfmpeg(BadInput):
    """Tell where ffmpeg was looked for."""

    sentence = (
        "no ffmpeg that runs was found ({}); "
        "`pip install imageio-ffmpeg` brings one, or set NARRATE_FFMPEG to the path of yours."
    )


class FfmpegFailed(BuildFailed):
    """Tell what ffmpeg was to do and what it said."""

    sentence = "ffmpeg could not {}: {}"


# --- reading ------------------------------------------------------------------------------------


class NoSuchPath(BadInput):
    """Name a path that leads nowhere, and its nearest neighbour where there is one."""

    sentence = "{}: there is no such file or folder{}"


class CannotRead(BadInput):
    """Name a file or folder that the system does not let us read, and what the system said."""

    sentence = "{}: cannot be read: {}; check that it is a file and that you may read it."


class EmptyStory(BadInput):
    """Name a file without a single printed character."""

    sentence = "{}: the file is empty; write something in it, remove it, or skip it with a [[chapter]]."


class NotText(BadInput):
    """Name a file that is no text: the byte that shows it (counted from 0) and what the file seems to be."""

    sentence = "{}: byte {}: this is {}, not text; save the story as plain text in UTF-8 and try again."


class UnknownEncoding(BadInput):
    """Name a text in none of the known encodings: byte (counted from 0), line and what is wrong there."""

    sentence = "{}: byte {} (line {}): {}; open it in the program that wrote it and save it as UTF-8."


class BadFrontMatter(BadInput):
    """Name a file, the line of its front matter that cannot be understood, and why."""

    sentence = "{}, line {}: the front matter {}; mend it or take it away."


class NoReader(BadInput):
    """Name a file that no installed reader answers for, and the endings that are read."""

    sentence = "{}: nothing here reads files that end in {!r}; these endings are read: {}."


class NoStories(BadInput):
    """Name a folder without a story, and the endings of stories."""

    sentence = "{}: the folder holds no story; a story is a file that ends in {}."


class NothingToRead(BadInput):
    """Name the path all of whose chapters the configuration skips."""

    sentence = "{}: the configuration skips every chapter; take skip = true from at least one [[chapter]]."


class NoSuchChapter(BadInput):
    """Name what a `[[chapter]]` asks for and what there is instead."""

    sentence = "[[chapter]] file = {!r}{}: {}"


class OneTitleForMany(BadInput):
    """Tell that one configured title cannot serve several books: the title and the number of books."""

    sentence = (
        '[book] title {!r} is for one book, but each = "file" makes {} of them; '
        "take it away and each is named by its own text (what they share can be their series)."
    )


# --- the script ---------------------------------------------------------------------------------


class NothingToSay(BadInput):
    """Name a book in which there is not one word."""

    sentence = "there is nothing to say in {!r}: no chapter has a letter or a digit; add text or skip less."


class LedgerDoesNotBalance(BuildFailed):
    """Tell which words are not spoken exactly once: file, line, what is wrong, the words."""

    sentence = "{}, line {}: {!r} {}; nothing was built, for a listener would miss or mishear these words."


# --- speaking -----------------------------------------------------------------------------------


class EngineUnavailable(BadInput):
    """Name an engine that cannot work here, why, and how to get what it lacks."""

    sentence = "the speech engine {!r} cannot work here: {}."


class VoiceUnavailable(BadInput):
    """Name an engine, the voice it does not have and what to do instead."""

    sentence = "the speech engine {!r} has no voice {!r}; {}."


class LineNotSpoken(BuildFailed):
    """Name the sentence that no attempt could speak, the voice, its engine, the attempts and the reason."""

    sentence = "could not speak “{}” with the voice {!r} of the engine {!r}, tried {}: {}."


# --- publishing ---------------------------------------------------------------------------------


class SameTarget(BadInput):
    """Name the file that two books of one run would write."""

    sentence = "two books would both be written to {}; give {!r} another title or an --output of its own."


class TargetNotWritable(BadInput):
    """Name a place that cannot be written to, and why."""

    sentence = "cannot write to {}: {}; choose another output folder or make this one writable."


class NotEnoughSpace(BadInput):
    """Name a folder, the megabytes that the build needs and those that are free."""

    sentence = (
        "{} has too little space: the build needs about {:,} MB and {:,} MB are free; "
        "free some or choose another output folder."
    )


class FileRefused(BuildFailed):
    """Name a file or folder that the system refused in mid-build, and what it said."""

    sentence = "the build stopped at {}: {}; nothing half-written was left, put that right and run again."


class DiskFull(BuildFailed):
    """Name the folder whose disk ran full."""

    sentence = (
        "the disk that holds {} is full, nothing half-written was left there; free some space and run again."
    )


class NotAsRecorded(BuildFailed):
    """Name a finished file that does not hold what it should, and every difference."""

    sentence = "{} is not what was recorded, so it was thrown away: {}."


class CoverMissing(BadInput):
    """Name a cover that does not exist and the file that may be meant."""

    sentence = "the cover {} does not exist{}; correct [book] cover, or leave it out and one is drawn."


class CoverUnreadable(BadInput):
    """Name a cover that is no picture, and what is wrong with it."""

    sentence = "the cover {} cannot be read as a picture ({}); save it as JPEG or PNG."


class CoverTooSmall(BadInput):
    """Name a cover, its width and height, and the least that shops and players take."""

    sentence = "the cover {} is only {} x {} pixels; its shorter side must have at least {}."


# --- previewing ---------------------------------------------------------------------------------


class NothingToPreview(BadInput):
    """Tell that a text holds no word."""

    sentence = "there is nothing to say in {!r}; give some words, or a file and --paragraph."


class NoSuchStory(BadInput):
    """Tell that what looks like a path leads nowhere."""

    sentence = "there is no file or folder {}; to hear words, write them with blanks between, in quotes."


class NotAWav(BadInput):
    """Name a file that a preview cannot be written to."""

    sentence = "{}: a preview is a WAV file; give --output a name that ends in .wav."


class ChapterNotThere(BadInput):
    """Tell how many chapters there are."""

    sentence = "{!r} has no chapter {}; it has {}, which `narrate plan` shows."


class ParagraphNotThere(BadInput):
    """Tell how many paragraphs there are."""

    sentence = "the chapter {!r} has no paragraph {}; it has {}, which `narrate plan` shows."
