"""Hear a passage as the book would say it."""

import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from narrate.config.schema import Config
from narrate.config.voices import voice_with
from narrate.model.audio import BYTES_PER_FRAME
from narrate.model.script import ChapterScript
from narrate.pipeline import work
from narrate.pipeline.build import set_stage
from narrate.pipeline.plan import Edition
from narrate.pipeline.prepare import open_store
from narrate.pipeline.speakers import summon
from narrate.pipeline.stage import Reel, Stage
from narrate.publish.target import check_target

Excerpt = tuple[Edition, ChapterScript]
"""A book, and a passage of it as a chapter of its own."""


def preview(config: Config, excerpt: Callable[[], Excerpt], rate: int | None, path: Path) -> None:
    """Speak a passage, just as the book would say it, into the WAV file `path`.

    The engines load while `excerpt` reads; `rate` (words a minute) overrules that of the voices.  Raises
    `TargetNotWritable` before anything is spoken.
    """
    check_target(path.parent)
    try:
        summon([config])
        edition, passage = excerpt()
        cast = {
            line.voice: voice_with(edition.cast[line.voice], {"--rate": ("rate", rate)})
            for line in passage.lines
        }
        _perform(set_stage(replace(edition, cast=cast), open_store(config.work)), passage, path)
    finally:
        work.leave()


def _perform(stage: Stage, passage: ChapterScript, path: Path) -> None:
    from narrate.master.chapter import track
    from narrate.publish.drafts import drafts

    measured, _ = work.measure_reel(stage, Reel(passage.lines))
    laid = track(passage, [measured], stage.output)
    pcm, _ = work.listen(stage, laid.cues, laid.gain, (0, laid.frames))
    with drafts([path]) as (draft,), draft.open("wb") as file, wave.open(file) as sound:
        sound.setnchannels(1)
        sound.setsampwidth(BYTES_PER_FRAME)
        sound.setframerate(stage.output.sample_rate)
        sound.writeframes(pcm)
