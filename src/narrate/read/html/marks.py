"""What an element of HTML says of itself: its tag, classes, types and roles, whatever the dialect."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS: Final = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search"
    " section summary table tbody td tfoot th thead tr ul"
)
BLOCKS: Final = frozenset(_BLOCKS.split())
_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|header|footer)",
    re.IGNORECASE,
)
"""Also in the dialect in which Word saves pages."""
_RAISED: Final = re.compile(r"vertical-align\s*:\s*(?:super|sub|text-top)", re.IGNORECASE)


class Mark(NamedTuple):
    """An element, in its own words."""

    tag: str
    """In lower case, without a namespace."""
    attributes: Mapping[str, str]
    """By their names without a namespace."""
    classes: frozenset[str]
    """In lower case."""
    types: frozenset[str]
    """Of `epub:type` and of `role`, there without `doc-`: what the element is in a book."""

    @property
    def is_block(self) -> bool:
        """Whether it begins a line of its own."""
        return self.tag in BLOCKS

    @property
    def is_hidden(self) -> bool:
        """Whether no reader of the page sees it."""
        given = self.attributes
        return (
            given.get("hidden", "until-found") != "until-found"
            or given.get("aria-hidden") == "true"
            or (self.tag == "dialog" and "open" not in given)
            or "msodel" in self.classes
            or _HIDING.search(given.get("style", "")) is not None
        )

    @property
    def is_raised(self) -> bool:
        """Whether it stands above or below the line, as references to notes do."""
        return (
            self.tag in {"sup", "sub"}
            or bool(self.classes & {"sup", "super", "superscript"})
            or _RAISED.search(self.attributes.get("style", "")) is not None
        )

    @property
    def language(self) -> str:
        """The language of its words, as it says it."""
        return self.attributes.get("lang", "")

    @property
    def identifiers(self) -> tuple[str, ...]:
        """The names by which links lead to it."""
        names = [self.attributes.get("id", "")]
        names += [self.attributes.get("name", "")] if self.tag == "a" else []
        return tuple(dict.fromkeys(filter(None, names)))


def mark_of(element: "_Element") -> Mark:
    """Read what an element says of itself.

    >>> from lxml.etree import fromstring
    >>> mark_of(fromstring('<A role="doc-noteref" CLASS="x"/>'))[2:]
    (frozenset({'x'}), frozenset({'noteref'}))
    """
    given = {local(name): value for name, value in element.attrib.items()}
    roles = (role.removeprefix("doc-") for role in given.get("role", "").lower().split())
    return Mark(
        local(element.tag),
        given,
        frozenset(given.get("class", "").lower().split()),
        frozenset([*given.get("type", "").lower().split(), *roles]),
    )


def local(name: str) -> str:
    """Return a name in lower case, without its namespace or prefix.

    >>> local("{http://www.idpf.org/2007/ops}type"), local("epub:type"), local("P")
    ('type', 'type', 'p')
    """
    return name.rpartition("}")[2].rpartition(":")[2].lower()


def words_of(element: "_Element") -> str:
    """Return all words inside an element, white space collapsed and blocks kept apart.

    >>> from lxml.etree import fromstring
    >>> words_of(fromstring("<div><p>O<b>ne</b></p><p>two<br/>three</p></div>"))
    'One two three'
    """
    return " ".join("".join(_words(element)).split())


def _words(element: "_Element") -> Iterator[str]:
    from lxml import etree

    for event, each in etree.iterwalk(element, events=("start", "end")):
        if local(each.tag) in BLOCKS or local(each.tag) == "br":
            yield " "
        if event == "start":
            yield each.text or ""
        elif each is not element:
            yield each.tail or ""


def above(element: "_Element") -> Iterator["_Element"]:
    """Yield an element and all that it stands in, from within."""
    yield element
    yield from element.iterancestors()
