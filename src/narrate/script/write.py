"""Write the script of a book: who says which words, and how long the silence after them is."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import TypeVar

from narrate.config.lexicon import entries_of
from narrate.config.schema import Config, PausesTable
from narrate.errors import NothingToSay
from narrate.model.script import ChapterScript, Line, Rewrite, Role, Script
from narrate.model.story import Block, BlockKind, Book, Chapter, Piece
from narrate.model.words import speakable
from narrate.script.casting import Cast, Part, cast, parts
from narrate.script.cutting import cut
from narrate.script.directing import Cues
from narrate.script.pacing import Seam, between, inside, silence
from narrate.script.places import Places, Span
from narrate.script.quotations import speech
from narrate.script.rests import rested
from narrate.script.rules import Rulebook, rewrite, rulebook
from narrate.script.sentences import split, verses
from narrate.script.wholes import rewritten

Said = TypeVar("Said")
_start, _end = attrgetter("start"), attrgetter("end")


def write_script(
    book: Book,
    config: Config,
    longest: Mapping[str, int | None],
    ordered: Mapping[str, Rulebook] | None = None,
) -> Script:
    """Write all that will be said, in order.

    For the name of each voice, `longest` tells how many characters its engine takes in one call, and
    `ordered` by which rules it speaks, those of `[pronounce]` and of the book's language where not given.
    Raises `NothingToSay` where no chapter has a word.
    """
    usual = rulebook(entries_of(config.pronounce), book.metadata.language or config.book.language)
    by_voice = defaultdict(lambda: usual, ordered or {})
    return bound(book, (write_chapter(chapter, config, longest, by_voice) for chapter in book.chapters))


def bound(book: Book, written: Iterable[ChapterScript]) -> Script:
    """Bind the scripts of a book's chapters, those without a word left out; raise `NothingToSay` for none."""
    chapters = tuple(chapter for chapter in written if chapter.lines)
    if not chapters:
        raise NothingToSay(book.metadata.title or ", ".join(_names(book)))
    return Script(book.metadata, chapters)


def _names(book: Book) -> list[str]:
    return list(dict.fromkeys(str(chapter.source.path) for chapter in book.chapters))


def write_chapter(
    chapter: Chapter,
    config: Config,
    longest: Mapping[str, int | None],
    ordered: Mapping[str, Rulebook],
) -> ChapterScript:
    """Write what will be said of a chapter, which may be nothing."""
    desk = _Desk(cast(config.voices, chapter), config.pauses, longest, ordered)
    told = tuple(desk.told(chapter))
    announced = desk.announced(chapter) if config.book.announce and told else ()
    lines, head = (*announced, *told), config.pauses.head
    script = ChapterScript(chapter.title, chapter.source.path, lines, head, chapter.start)
    return rested(script, chapter.blocks, config.pauses)


@dataclass(frozen=True, slots=True)
class _Breath:
    """A line in the making, in places of its block's text."""

    start: int
    end: int
    role: Role
    voice: str
    rewrites: tuple[Rewrite, ...]
    seam: Seam
    """What ends with it, unless the block does."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """What lies before the writer of one chapter."""

    cast: Cast
    pauses: PausesTable
    longest: Mapping[str, int | None]
    rules: Mapping[str, Rulebook]

    def announced(self, chapter: Chapter) -> tuple[Line, ...]:
        """Say a title that the text itself does not give."""
        if chapter.titled_in_text or not speakable(chapter.title):
            return ()
        title = Piece(chapter.title.strip(), chapter.start, chapter.start)
        return tuple(self._lines(Block(BlockKind.HEADING, (title,)), Seam.HEADING, 0))

    def told(self, chapter: Chapter) -> Iterator[Line]:
        """Say what stands in the text; paragraphs are counted from 1, headings are not."""
        paragraph = 0
        for block, seam in _spoken_blocks(chapter.blocks):
            heading = block.kind is BlockKind.HEADING
            paragraph += not heading
            yield from self._lines(block, seam, 0 if heading else paragraph)

    def _lines(self, block: Block, ending: Seam, paragraph: int) -> Iterator[Line]:
        text, places, cues = block.text, Places.of(block), Cues.of(block)
        breaths = list(self._breaths(text, block.kind, cues))
        for number, breath in enumerate(breaths, 1):
            seam = ending if number == len(breaths) else breath.seam
            start, end = places.source(breath.start, breath.end)
            yield Line(
                text[breath.start : breath.end],
                breath.role,
                breath.voice,
                block.kind,
                breath.rewrites,
                silence(seam, self.pauses),
                paragraph,
                start,
                end,
                _language(block, breath),
                cues.stressed(breath.start, breath.end),
            )

    def _breaths(self, text: str, kind: BlockKind, cues: Cues) -> Iterator[_Breath]:
        said = tuple(span for span in speech(text) if not cues.splits(span))
        for sentence in _sentences(text, kind, cues):
            shares = cues.divided(parts(cues.heard, sentence, said, kind, self.cast))
            for part, seam in _seamed(shares, Seam.VOICE, inside(kind)):
                yield from self._cut(text, part, seam, cues)

    def _cut(self, text: str, part: Part, ending: Seam, cues: Cues) -> Iterator[_Breath]:
        printed, heard = text[part.start : part.end], cues.heard[part.start : part.end]
        voice = part.guest or self.cast.voice(part.role)
        book = self.rules[voice]
        ordered = book.heading if part.role is Role.HEADING else book.prose
        directed = tuple(rewritten(printed, cues.within(part.start, part.end), ordered, book.language))
        found = rewrite(printed, (lambda _: directed, *ordered) if directed else ordered)
        spans = cut(printed, self.longest.get(voice), found)
        worded = [span for span in spans if speakable(heard[slice(*span)])]
        for (start, end), seam in _seamed(worded, Seam.CLAUSE, ending):
            own = found[bisect_left(found, start, key=_start) : bisect_right(found, end, key=_end)]
            moved = tuple(replace(one, start=one.start - start, end=one.end - start) for one in own)
            yield _Breath(part.start + start, part.start + end, part.role, voice, moved, seam)


def _language(block: Block, breath: _Breath) -> str:
    """Return the language that is marked for all of a breath, if one is."""
    if not any(piece.language for piece in block.pieces):
        return ""
    ends = accumulate(len(piece.text) for piece in block.pieces)
    marked = {
        piece.language
        for piece, end in zip(block.pieces, ends, strict=True)
        if end > breath.start and end - len(piece.text) < breath.end and not piece.text.isspace()
    }
    return marked.pop() if len(marked) == 1 else ""


def _spoken_blocks(blocks: Sequence[Block]) -> Iterator[tuple[Block, Seam]]:
    """Give every block that has something to say, and what ends with it."""
    spoken = [at for at, block in enumerate(blocks) if _is_spoken(block)]
    for at, after in pairwise([*spoken, len(blocks)]):
        following = blocks[after] if after < len(blocks) else None
        scene = any(block.kind is BlockKind.BREAK for block in blocks[at:after])
        yield blocks[at], between(blocks[at], following, scene=scene)


def _is_spoken(block: Block) -> bool:
    return block.kind is not BlockKind.BREAK and speakable(Cues.of(block).heard)


def _sentences(text: str, kind: BlockKind, cues: Cues) -> list[Span]:
    found = cues.together(verses(text) if kind is BlockKind.VERSE else split(text))
    return [span for span in found if speakable(cues.heard[slice(*span)])]


def _seamed(said: Sequence[Said], each: Seam, last: Seam) -> Iterator[tuple[Said, Seam]]:
    return zip(said, [each] * (len(said) - 1) + [last], strict=False)
