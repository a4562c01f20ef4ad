"""What an EPUB's package tells of the book: Dublin Core, its refinements, and calibre's own."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from narrate.model.metadata import Metadata
from narrate.read.facts import date_in, part_in
from narrate.read.html.head import language_tag
from narrate.read.html.marks import local, words_of
from narrate.read.html.page import parse_html

if TYPE_CHECKING:
    from lxml.etree import _Element

    from narrate.read.epub.package import Package

_ISBN: Final = re.compile(r"(?:urn:)?(?:isbn)?[:\s]*((?:97[89])?\d{9}[\dx])", re.IGNORECASE)
_ASIN: Final = re.compile(r"(?:urn:)?(?:asin|mobi-asin|amazon)?[:\s]*(B[\dA-Z]{9})", re.IGNORECASE)


class _Fact(NamedTuple):
    name: str
    value: str
    refined: dict[str, str]
    """What the package says of the fact: its attributes, and what refines it."""

    @property
    def role(self) -> str:
        """What a person did for the book, as MARC relators have it (id.loc.gov/vocabulary/relators)."""
        return self.refined.get("role", "").strip().lower()


def credits_of(package: "Package") -> Metadata:
    """Read the metadata of a package; what it does not say is empty."""
    facts = list(_facts(package.root))
    series, part = _series(facts)
    return Metadata(
        title=_title(facts),
        author=_author(facts),
        translator=_named(fact for fact in facts if _is_translator(fact)),
        language=language_tag(_first(facts, "language")),
        date=_date(facts),
        publisher=_first(facts, "publisher"),
        series=series,
        part=part,
        description=_without_marks(_first(facts, "description")),
        copyright=_first(facts, "rights"),
        isbn=_identifier(facts, _ISBN, "isbn"),
        asin=_identifier(facts, _ASIN, "asin"),
    )


def _facts(root: "_Element") -> Iterator[_Fact]:
    """Yield the facts in their order; those of a `meta` by its name or property."""
    refined: dict[str, dict[str, str]] = {}
    metas = [
        {local(key): value for key, value in each.attrib.items()} | {"": words_of(each)}
        for each in root.iter("{*}meta")
    ]
    for meta in metas:
        about = refined.setdefault(meta.get("refines", "").lstrip("#"), {})
        about.setdefault(meta.get("property", ""), meta[""])
    for each in root.iter("{http://purl.org/dc/elements/1.1/}*"):
        given = {local(key): value for key, value in each.attrib.items()}
        if value := words_of(each):
            yield _Fact(local(each.tag), value, given | refined.get(given.get("id", " "), {}))
    for meta in metas:
        name = meta.get("name") or ("" if "refines" in meta else meta.get("property", ""))
        if value := (meta.get("content") or meta[""]).strip():
            yield _Fact(name, value, refined.get(meta.get("id", " "), {}))


def _first(facts: list[_Fact], name: str) -> str:
    return next((fact.value for fact in facts if fact.name == name), "")


def _title(facts: list[_Fact]) -> str:
    """Return the main title, and the subtitle behind a colon."""
    titles = [fact for fact in facts if fact.name == "title"]
    kinds = {fact.refined.get("title-type", "main"): fact.value for fact in reversed(titles)}
    main, below = kinds.get("main") or _first(titles, "title"), kinds.get("subtitle", "")
    return main if not below or below in main else f"{main}: {below}"


def _author(facts: list[_Fact]) -> str:
    """Return who wrote it: the creators whose role that is, else those without a role."""
    makers = [fact for fact in facts if fact.name == "creator" and not _is_translator(fact)]
    chosen = ([fact for fact in makers if fact.role == role] for role in ("aut", ""))
    return _named(next(filter(None, chosen), makers))


def _is_translator(fact: _Fact) -> bool:
    return fact.name in {"creator", "contributor"} and fact.role == "trl"


def _named(facts: Iterable[_Fact]) -> str:
    return ", ".join(dict.fromkeys(fact.value for fact in facts))


def _date(facts: list[_Fact]) -> str:
    """Return when it was published, as far as it is said."""
    dates = [fact for fact in facts if fact.name == "date" and fact.refined.get("event") != "modification"]
    dates.sort(key=lambda fact: "publication" not in fact.refined.get("event", ""))
    return next(filter(None, (date_in(fact.value) for fact in dates)), "")


def _series(facts: list[_Fact]) -> tuple[str, str]:
    """Return the series and the place in it (EPUB 3.3, D.3.5, or calibre's)."""
    for fact in facts:
        if fact.name == "belongs-to-collection" and fact.refined.get("collection-type", "series") == "series":
            return fact.value, part_in(fact.refined.get("group-position", ""))
    name = _first(facts, "calibre:series")
    return name, part_in(_first(facts, "calibre:series_index")) if name else ""


def _identifier(facts: list[_Fact], pattern: re.Pattern[str], scheme: str) -> str:
    """Return an identifier that has the shape of one of a scheme, and says so or begins as one."""
    for fact in facts:
        bare = fact.value.replace("-", "").replace(" ", "")
        named = scheme in f"{fact.refined.get('scheme', '')} {fact.value[:12]}".lower() or bare.startswith(
            "97"
        )
        if fact.name in {"identifier", "source"} and named and (found := pattern.fullmatch(bare)):
            return found[1].upper()
    return ""


def _without_marks(description: str) -> str:
    """Take the tags from a description, which shops write in HTML."""
    return words_of(parse_html(description.encode(), "")) if "<" in description else description
