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
        return self.sentence.format(*self.args)


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


# --- the script ---------------------------------------------------------------------------------


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


class DiskFull(BuildFailed):
    """Tell where writing failed and what the system said."""

    sentence = "cannot write to {}: {}; make room there and run the same command again."


class SameTarget(BadInput):
    """Name the file that two books of one run would write."""

    sentence = "two books would both be written to {}; give {!r} another title or an --output of its own."


# --- publishing ---------------------------------------------------------------------------------


class TargetNotWritable(BadInput):
    """Name a place that cannot be written to, and why."""

    sentence = "cannot write to {}: {}; choose another output folder or make this one writable."


class NotEnoughSpace(BadInput):
    """Name a folder, the megabytes that the build needs and those that are free."""

    sentence = "{} has too little space: the build needs about {:,} MB and {:,} MB are free; free some or choose another output folder."


class DiskFull(BuildFailed):
    """Name the folder whose disk ran full."""

    sentence = "the disk that holds {} is full, nothing half-written was left there; free some space and run again."


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
