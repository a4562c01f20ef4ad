"""What the name of a paragraph style says of a paragraph; Word and LibreOffice name the built-in ones alike.

A style of one's own counts for what it is based on, unless its own name says more.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from narrate.model.story import BlockKind
from narrate.read.flow import TITLE_LEVEL, Matter
from narrate.read.office.galley import HEADING_LEVEL

SUBTITLE_LEVEL: Final = HEADING_LEVEL + 10
"""Below all headings, so that a subtitle divides nothing."""


class Role(NamedTuple):
    """What a paragraph is by its style."""

    kind: BlockKind = BlockKind.PROSE
    level: int = 0
    matter: Matter = Matter.STORY


PLAIN: Final = Role()
_ROLES: Final = tuple(
    (re.compile(words), role)
    for words, role in (
        (
            r"(toc|contents|toa|user index|table index|illustration index) heading",
            Role(matter=Matter.CONTENTS),
        ),
        (r"(toc|contents|user index|table index|illustration index)( ?\d+)?", Role(matter=Matter.CONTENTS)),
        (r"table of (figures|authorities)", Role(matter=Matter.CONTENTS)),
        (r"index( heading| separator| ?\d+)?", Role(matter=Matter.INDEX)),
        (r"bibliography.*", Role(matter=Matter.BACK_MATTER)),
        (r"title|book title", Role(BlockKind.HEADING, TITLE_LEVEL)),
        (r"subtitle", Role(BlockKind.HEADING, SUBTITLE_LEVEL)),
        (r"heading|chapter( title| heading| head| name)?", Role(BlockKind.HEADING, HEADING_LEVEL)),
        (r".*\b(verse|poem|poetry|stanza|lyrics?)\b.*", Role(BlockKind.VERSE)),
        (r".*\b(quotes?|quotations?|epigraph|block text)\b.*", Role(BlockKind.QUOTE)),
        (r".*\bcaption", Role(matter=Matter.CAPTION)),
        (
            r"preformatted text|html preformatted|macro text|(source |program )?(code|listing)",
            Role(matter=Matter.CODE),
        ),
        (r"(list|numbering)( bullet| number| continue)?( \d+)?( start| end| cont\.)?", Role(BlockKind.ITEM)),
        (r"horizontal line|(scene|section) break|ornament", Role(BlockKind.BREAK)),
    )
)
_LEVELLED: Final = re.compile(r"heading ?(\d+)")


def heading(level: int) -> Role:
    """Return the role of a heading; `level` is the document's own, 1 for the highest below the title."""
    return Role(BlockKind.HEADING, HEADING_LEVEL + level - 1)


def role_of(style: str) -> Role | None:
    """Tell what a style is for by its name, if its name tells.

    >>> role_of("heading 2")
    Role(kind=<BlockKind.HEADING: 'heading'>, level=3, matter=<Matter.STORY: 'story'>)
    >>> [role_of(name).kind.value for name in ("Intense Quote", "Poem 2", "List Bullet 3")]
    ['quote', 'verse', 'item']
    >>> role_of("Body Text"), role_of("List Paragraph")
    (None, None)
    """
    plain = " ".join(style.casefold().split())
    if found := _LEVELLED.fullmatch(plain):
        return heading(int(found[1]))
    return next((role for words, role in _ROLES if words.fullmatch(plain)), None)


def first_role(roles: Iterable[Role | None]) -> Role:
    """Tell what a style is for by its own role, else by the nearest of those that it is based on.

    What is based on the title (author, date) stands below it.

    >>> first_role([None, role_of("Title")]).level > HEADING_LEVEL
    True
    """
    for inherited, role in enumerate(roles):
        if role:
            return role._replace(level=SUBTITLE_LEVEL) if inherited and role.level == TITLE_LEVEL else role
    return PLAIN
