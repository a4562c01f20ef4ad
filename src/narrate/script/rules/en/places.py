"""Saints, streets and mountains."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.rule import DOT
from narrate.script.rules.table import table

ADDRESS = re.compile(
    rf"(?P<number>[0-9]\w* (?:[NSEW]\.? )?)?(?P<named>\b[A-Z0-9][\w'’.-]*) (?P<short>St|Dr){DOT}(?="
    r"(?P<next> [A-Z])?)"
)
SAINT = re.compile(r"\b(?P<short>Sts?|Ste|SS|(?<![0-9] )st)(?P<dot>\.?)(?=[ -][A-Z][a-zé])")
ROADS = table(
    """
    Ave = Avenue; Rd = Road; Blvd = Boulevard; Hwy = Highway; Sq = Square; Pl = Place; Ct = Court
    Ln = Lane; Pkwy = Parkway; Bldg = Building; Mts = Mountains; Terr = Terrace
    """
)
ROAD = re.compile(
    rf"(?<=[A-Za-z0-9] )(?P<short>{'|'.join(ROADS)}){DOT}|(?<=[a-z] )(?P<bare>Ave|Blvd|Rd)(?=$|[,;])"
)
HEIGHTS = {"Mt": "Mount", "Ft": "Fort", "mt": "Mount"}
HEIGHT = re.compile(r"(?<![0-9] )\b(?P<short>Mt|Ft|mt)\.?(?= [A-Z][a-z])")
SAINTS = {"St": "Saint", "st": "Saint", "Ste": "Sainte", "Sts": "Saints", "SS": "Saints"}


def streets(text: str) -> Iterator[Rewrite]:
    """Say `St.` as a street after its name, `Dr.` as a drive only in an address.

    >>> [found.spoken for found in streets("14 Baker St., Ann St. by 3 Elm Dr.; Bury St. Mary, to Ann Dr.")]
    ['Street', 'Street', 'Drive']
    """
    for found in ADDRESS.finditer(text):
        drive = found["short"] == "Dr"
        if found["number"] or not (drive or found["next"] or found["named"] in {"The", "And", "A"}):
            yield Rewrite(found.start("short"), found.end(), "Drive" if drive else "Street", "streets")
    for found in ROAD.finditer(text):
        yield Rewrite(*found.span(), ROADS[found["short"] or found["bare"]], "streets")


def saints(text: str) -> Iterator[Rewrite]:
    """Say `St.` as a saint before a name, `Mt.` as a mount.

    >>> [found.spoken for found in saints("St. Peter's, Ste. Anne, Mt. Etna")]
    ['Saint', 'Sainte', 'Mount']
    """
    for found in SAINT.finditer(text):
        if found["dot"] or found["short"] in {"St", "st"}:
            yield Rewrite(*found.span(), SAINTS[found["short"]], "saints")
    for found in HEIGHT.finditer(text):
        yield Rewrite(*found.span(), HEIGHTS[found["short"]], "saints")
