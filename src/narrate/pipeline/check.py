"""Refuse early: all that can be known to fail is found before a word is spoken."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from narrate.errors import SameTarget
from narrate.pipeline.plan import Edition

if TYPE_CHECKING:
    from pathlib import Path


def check(editions: Sequence[Edition]) -> None:
    """Prove that ffmpeg is there, and that covers and targets will do; create the output folders."""
    from narrate import ffmpeg
    from narrate.pipeline.deliver import check_folder
    from narrate.publish.cover import check_cover

    ffmpeg.executable()
    _check_targets(editions)
    for edition in editions:
        if edition.script.metadata.cover:
            check_cover(edition.script.metadata.cover)
        check_folder(edition.config.output.folder, _bytes_published(edition))


def _check_targets(editions: Sequence[Edition]) -> None:
    """Refuse two books that would write the same file."""
    seen: dict[Path, Edition] = {}
    for edition in editions:
        for form in edition.forms.values():
            for path in edition.paths(form):
                other = seen.setdefault(path, edition)
                if other is not edition:
                    raise SameTarget(path, edition.script.metadata.title)


def _bytes_published(edition: Edition) -> int:
    """Estimate what a build writes into its output folder: every format, its packets and its draft."""
    bits = sum(2 * edition.encoding(form).bitrate for form in edition.forms.values())
    return int(edition.estimate * bits / 8)
