"""The walk through a Markdown text's tokens, from which its blocks come."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from markdown_it.token import Token

from narrate.model.story import Block, BlockKind, Omission, Piece, Reason
from narrate.read.breaks import is_scene_break
from narrate.read.headings import is_sentence
from narrate.read.markdown import html, inline
from narrate.read.markdown.numbering import Number, said_numbers
from narrate.read.pieces import as_written, dropped, tidy
from narrate.read.tiling import Draft, scene_break

_CONTAINERS = {"blockquote": BlockKind.QUOTE, "list_item": BlockKind.ITEM}
_WHOLE = {"fence": Reason.CODE, "definition": Reason.LINK, "hr": Reason.SCENE_BREAK}
"""Tokens that are left out from their first line to their last."""


class Walk:
    """One walk: it knows the containers, the heading and the row that it is in."""

    def __init__(self, text: str, *, code: bool) -> None:
        self.text = text
        self.code = code
        """Whether code is read."""
        self.containers: list[BlockKind] = []
        self.heading: Token | None = None
        self.row: list[Piece] | None = None
        """The words of the table row that the walk is in."""
        self.cell_end = 0

    def through(self, tokens: Sequence[Token]) -> Iterator[Draft | Number | Omission]:
        """Yield the blocks and numbers of all tokens, and the omissions that have a reason of their own."""
        said = said_numbers(tokens)
        for index, token in enumerate(tokens):
            if "number" in token.meta:
                yield _number(self.text, token, said=index in said)
            yield from self._step(token)

    def _step(self, token: Token) -> Iterator[Draft | Omission]:
        name, _, turn = token.type.rpartition("_")
        if name in _CONTAINERS:
            self._turn(_CONTAINERS[name], opens=turn == "open")
        elif name == "heading":
            self.heading = token if turn == "open" else None
        elif name == "tr":
            yield from self._row(opens=turn == "open")
        elif token.type == "inline":
            yield from self._inline(token)
        elif token.type == "html_block":
            yield from map(self._contained, html.words(self.text, token))
        elif token.type in _WHOLE:
            yield from self._whole(token)

    def _turn(self, kind: BlockKind, *, opens: bool) -> None:
        """Enter a container or leave it."""
        if opens:
            self.containers.append(kind)
        else:
            self.containers.pop()

    def _contained(self, part: Draft | Omission) -> Draft | Omission:
        """Make a heading inside a quotation or list a part of that."""
        if isinstance(part, Omission) or part.block.kind is BlockKind.BREAK or not self.containers:
            return part
        return Draft(part.start, Block(self.containers[-1], part.block.pieces))

    def _whole(self, token: Token) -> Iterator[Draft | Omission]:
        lines: list[tuple[int, int]] = token.meta["lines"]
        if token.type == "fence" and self.code:
            yield from self._drafts(BlockKind.VERSE, list(self._code(lines[1:-1])))
            yield from (Omission(*fence, Reason.MARKUP) for fence in (lines[0], lines[-1]))
            return
        if token.type == "hr":
            yield Draft(lines[0][0], Block(BlockKind.BREAK))
        yield Omission(lines[0][0], lines[-1][1], _WHOLE[token.type])

    def _code(self, lines: Sequence[tuple[int, int]]) -> Iterator[Piece]:
        for (start, end), (following, _) in zip_longest(lines, lines[1:], fillvalue=(0, 0)):
            yield as_written(self.text, start, end)
            if following:
                yield Piece("\n", end, following)

    def _row(self, *, opens: bool) -> Iterator[Draft | Omission]:
        if not opens and self.row:
            yield from self._drafts(BlockKind.ITEM, self.row)
        self.row = [] if opens else None

    def _inline(self, token: Token) -> Iterator[Draft | Omission]:
        verse = inline.is_verse(token) and self.heading is None
        found = list(inline.spoken(self.text, token, "\n" if verse else " "))
        yield from (part for part in found if isinstance(part, Omission))
        pieces = [part for part in found if isinstance(part, Piece)]
        if self.row is not None:
            self._cell(pieces, token.meta.get("places", ()))
        elif self.heading:
            yield from self._heading(self.heading, pieces)
        else:
            yield from self._drafts(BlockKind.VERSE if verse else BlockKind.PROSE, pieces)

    def _cell(self, pieces: Sequence[Piece], places: Sequence[int]) -> None:
        """Add a cell to its row; the pipe before it is heard as a comma."""
        assert self.row is not None  # noqa: S101 - a cell stands in a row
        if self.row and pieces:
            comma = ", " if self.row[-1].text[-1].isalnum() else " "
            self.row.append(Piece(comma, self.cell_end, places[0]))
        self.row += pieces
        self.cell_end = places[-1] + 1 if places else self.cell_end

    def _heading(self, token: Token, pieces: Sequence[Piece]) -> Iterator[Draft | Omission]:
        """Yield a heading, or the prose that a scene break directly below it made one by mistake."""
        words = "".join(piece.text for piece in pieces)
        underlined = token.markup in "=-"
        if not (underlined and is_sentence(words)):
            yield from self._drafts(BlockKind.HEADING, pieces, int(token.tag[1]))
            return
        yield from self._drafts(BlockKind.PROSE, pieces)
        start, end = token.meta["lines"][-1]
        yield Draft(start, Block(BlockKind.BREAK))
        yield Omission(start, end, Reason.SCENE_BREAK)

    def _drafts(self, kind: BlockKind, pieces: Sequence[Piece], level: int = 0) -> Iterator[Draft | Omission]:
        kept = tidy(self.text, pieces)
        yield from dropped(self.text, pieces, kept)
        if is_scene_break("".join(piece.text for piece in kept)):
            yield from scene_break(self.text, kept)
        elif kept:
            draft = Draft(kept[0].start, Block(kind, kept, level))
            yield draft if kind is BlockKind.VERSE else self._contained(draft)


def _number(text: str, token: Token, *, said: bool) -> Number | Omission:
    start, end, until = token.meta["number"]
    return Number(as_written(text, start, end), until) if said else Omission(start, end, Reason.NUMBER)
