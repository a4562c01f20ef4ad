"""Small books that hum, made and made again."""

from dataclasses import dataclass
from pathlib import Path

from narrate.config.schema import Config, OutputTable, VoicesTable, WorkTable
from narrate.listener import Listener
from narrate.pipeline.build import Result, ready, workshop
from narrate.pipeline.check import check
from narrate.pipeline.plan import Edition, plan


def made(edition: Edition, listener: Listener | None = None) -> Result:
    """Build a book in a workshop of its own."""
    check([edition])
    with workshop(edition.config.work, [], print) as place:
        return ready([edition], place)(edition, listener or Listener())


@dataclass(frozen=True, slots=True)
class Maker:
    """Write a story, plan it, build it; all in one folder."""

    folder: Path
    formats: tuple[str, ...] = ("m4b",)

    def config(self, **output: object) -> Config:
        """Hum in this process, into `build`."""
        table = {"folder": self.folder / "build", "formats": self.formats, **output}
        return Config(
            voices=VoicesTable(narrator="rehearsal"),
            output=OutputTable.model_validate(table),
            work=WorkTable(jobs=1, cache=str(self.folder / "cache")),
        )

    def edition(self, text: str, config: Config | None = None) -> Edition:
        """Plan a story of this text."""
        path = self.folder / "story.md"
        path.write_text(text, encoding="utf-8")
        (edition,) = plan(path, config or self.config())
        return edition

    def built(self, text: str, config: Config | None = None, listener: Listener | None = None) -> Result:
        """Build a story of this text."""
        return made(self.edition(text, config), listener)

    def kept(self, kind: str) -> set[Path]:
        """Return what the cache keeps of a kind."""
        return {path for path in (self.folder / "cache" / kind).rglob("*") if path.is_file()}


def novel(chapters: int, sentences: int) -> str:
    """Write chapters of sentences, no two the same, some of them long."""
    return "# A Novel\n" + "".join(
        f"\n## Chapter {chapter}\n\n"
        + " ".join(f"In chapter {chapter} this is sentence {n}, and the rain fell." for n in range(sentences))
        + "\n"
        for chapter in range(1, chapters + 1)
    )
