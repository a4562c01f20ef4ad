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


# --- mastering ----------------------------------------------------------------------------------


# --- publishing ---------------------------------------------------------------------------------
