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


class BadLexicon(BadInput):
    """Name a lexicon of PLS that cannot be used, and why."""

    sentence = "{}: cannot be used as a PLS lexicon: {}; mend it, or take it out of [book] lexicons."


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


class UrlNeeds(BadInput):
    """Name a URL, and what cannot be imported to reach it."""

    sentence = '{} needs a package that is not installed ({}); `pip install "narrate[cluster]"` brings it.'


class EmptyStory(BadInput):
    """Name a file without a single printed character."""

    sentence = "{}: the file is empty; write something in it, remove it, or skip it with a [[chapter]]."


class NoWords(BadInput):
    """Name a file in which nothing is left to be heard."""

    sentence = (
        "{}: the file has no words to be heard: only markup, pictures or what [read] leaves out;"
        " put words in it, set [read] otherwise, or skip it with a [[chapter]]."
    )


class NotText(BadInput):
    """Name a file that is no text: the byte that shows it (counted from 0) and what the file seems to be."""

    sentence = "{}: byte {}: this is {}, not text; save the story as plain text in UTF-8 and try again."


class UnknownEncoding(BadInput):
    """Name a text in none of the known encodings: byte (counted from 0), line and what is wrong there."""

    sentence = "{}: byte {} (line {}): {}; open it in the program that wrote it and save it as UTF-8."


class BadFrontMatter(BadInput):
    """Name a file, the line of its front matter that cannot be understood, and why."""

    sentence = "{}, line {}: the front matter {}; mend it or take it away."


class BadDirection(BadInput):
    """Name a file, the line of a direction that cannot be followed, its tag, and what is wrong with it."""

    sentence = "{}, line {}: {} {}."


class DamagedBook(BadInput):
    """Name a book, or a book and its part, that does not hold together, and why."""

    sentence = "{}: {}; get the file anew, or open it in the program that made it and save it again."


class UnsafeBook(BadInput):
    """Name a book, or a book and its part, that is made to harm who opens it, and what gives it away."""

    sentence = "{}: {}, as files do that are made to harm; it was not read, get the book from elsewhere."


class LockedBook(BadInput):
    """Name a book that its seller or owner has locked, and how."""

    sentence = "{}: the book is locked: {}; get it without a lock, for a locked one cannot be read."


class OldDocument(BadInput):
    """Name a document in the format of before 2007, whatever its ending."""

    sentence = "{}: this is an old Word document (.doc); open it in the program that wrote it, save as .docx."


class OnlyPictures(BadInput):
    """Name a book whose pages have no words of a story."""

    sentence = "{}: the book has no text, only pictures of pages; run text recognition (OCR) over it first."


class NotPdf(BadInput):
    """Name a file that ends in .pdf and is none."""

    sentence = "{}: this is no PDF document; give it the ending of what it is, or save it as PDF."


class BrokenPdf(BadInput):
    """Name a PDF document that is damaged, and what is wrong with it."""

    sentence = "{}: the PDF document is damaged: {}; get another copy, or print it to a new PDF in a viewer."


class LockedPdf(BadInput):
    """Name a PDF document that opens with a password only."""

    sentence = "{}: the PDF document is protected by a password; save a copy without one and read that."


class ScannedPdf(BadInput):
    """Name a PDF document of pictures, and which of its pages are some."""

    sentence = (
        "{}: {} without text; "
        "run text recognition (OCR) over it first, as OCRmyPDF does, and read the result."
    )


class UnmappedPdf(BadInput):
    """Name a PDF document whose fonts do not say which letters they draw: how many of how many characters."""

    sentence = (
        "{}: of {} of its {} characters nobody can tell which letters they are, for its fonts do not say so; "
        "make the PDF anew from its original, or run text recognition (OCR) over it."
    )


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


# --- mastering ----------------------------------------------------------------------------------


class TakeChanged(BuildFailed):
    """Name a sentence whose clip was lost in mid-build and sounds otherwise the second time."""

    sentence = "the clip of “{}” was lost and has another length now that it was spoken again; run again."


class SoundLost(BuildFailed):
    """Name finished sound that is no longer in the store."""

    sentence = "finished sound ({}) was taken out of the cache in mid-build; run again."


class ScriptLost(BuildFailed):
    """Name the script of a chapter that is no longer in the store."""

    sentence = "a chapter's script ({}) was taken out of the cache in mid-build; run again."


# --- workers ------------------------------------------------------------------------------------


class WorkerDied(BuildFailed):
    """Name the task that ended the process it ran in, every time that it was tried."""

    sentence = (
        "the task {!r} ended its worker process every time it was tried, as happens when memory runs out; "
        "let fewer jobs run at a time and run again."
    )


class NoDask(BadInput):
    """Tell that work on a cluster needs an extra, and why it cannot be imported."""

    sentence = "work on a cluster needs Dask ({}); `pip install 'narrate[cluster]'` brings it."


class NoScheduler(BadInput):
    """Name the address at which no Dask scheduler answers, and what was found instead."""

    sentence = "no Dask scheduler answers at {!r} ({}); check the address, and that `dask scheduler` runs."


class NoFitWorkers(BadInput):
    """Name a Dask scheduler none of whose workers can take part, and why."""

    sentence = "the Dask scheduler at {} has no worker that can take part: {}."


class ClusterLost(BuildFailed):
    """Name the Dask scheduler that was lost in mid-work, and how."""

    sentence = "the Dask cluster at {} was lost: {}; run again when it is back."


class NotShared(BadInput):
    """Name a folder that the driver has and a worker has not, and the worker's machine."""

    sentence = (
        "{} is not the same folder on {}, where a worker of the cluster runs; "
        "give an output folder that all machines share, or a URL such as s3://bucket/books."
    )


class CacheNotShared(NotShared):
    """Name a cache that a worker does not see, and the worker's machine."""

    sentence = (
        "the cache {} is not the same on {}, where a worker of the cluster runs; "
        "give a folder that all machines share, or a URL such as s3://bucket/cache, with --cache."
    )


# --- the cache ----------------------------------------------------------------------------------


class CacheUnusable(BadInput):
    """Name a cache that cannot be opened, reached or written to, and why."""

    sentence = (
        "the cache {} cannot be used: {}; put that right, or choose another with --cache or NARRATE_CACHE."
    )


class CacheNeeds(BadInput):
    """Name a cache at a URL, and what cannot be imported to reach it."""

    sentence = (
        'the cache {} needs a package that is not installed ({}); `pip install "narrate[cluster]"` brings it.'
    )


class BadSize(BadInput):
    """Name what is no size of a cache."""

    sentence = (
        "{!r} is no size; give a number and its unit, such as 5GB, 2.5 GB or 500MB, "
        "or 0 to remove everything."
    )


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


class CacheFull(DiskFull):
    """Name the cache whose disk ran full."""

    sentence = (
        "the disk that holds the cache {} is full, nothing half-written was left there; "
        "free some space (`narrate cache --prune 1GB` removes what was not used for longest) and run again."
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


# --- batches ------------------------------------------------------------------------------------


class NotAList(BadInput):
    """Name a story that was given where a list of books or a folder is wanted."""

    sentence = (
        "{} is a story, not a list of books: `narrate build` makes it; batch takes a folder or a JOBS.toml."
    )


class NoBooks(BadInput):
    """Name a folder that holds no story at any depth, and the endings of stories."""

    sentence = "{}: there is no story in this folder or below it; a story is a file that ends in {}."


class TargetShared(BadInput):
    """Name the file that several books of a batch would write, and those books."""

    sentence = (
        "{} would be written by several books ({}); none of them was begun; "
        "give them other titles, or a layout that tells them apart."
    )


class Unforeseen(BuildFailed):
    """Name an error that narrate does not know."""

    sentence = "narrate itself failed with this book: {}: {}; please report it."


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
