"""Saints, streets and mountains."""

import re
from collections.abc import Iterator

from narrate.model.script import Rewrite
from narrate.script.rules.rule import DOT, END
from narrate.script.rules.table import listed, table

ADDRESS = re.compile(
    rf"(?P<number>[0-9]\w* (?:[NSEW]\.? )?)?(?P<named>\b[A-Z0-9][\w'’.-]*) (?P<short>St|Dr){DOT}(?!-[A-Z])(?="
    r"(?P<next> [A-Z])?)"
)
SAINT = re.compile(r"\b(?P<short>Sts?|Ste|SS|(?<![0-9] )st)(?P<dot>\.?)(?=[ -][A-Z][a-zé])")
ROADS = table(
    """
    Ave = Avenue; Rd = Road; Blvd = Boulevard; Hwy = Highway; Sq = Square; Pl = Place; Ct = Court
    Ln = Lane; Pkwy = Parkway; Bldg = Building; Mts = Mountains; Terr = Terrace
    Cres = Crescent; Gdns = Gardens; Fwy = Freeway; Expy = Expressway; Tpke = Turnpike; Hts = Heights
    Jct = Junction; Stn = Station
    """
)
ROAD = re.compile(
    rf"(?<=[A-Za-z0-9.] )(?P<short>{'|'.join(ROADS)}){DOT}|(?<=[a-z] )(?P<bare>Ave|Blvd|Rd)(?=$|[,;])"
)
HEIGHTS = {"Mt": "Mount", "Ft": "Fort", "mt": "Mount", "Pt.": "Point"}
HEIGHT = re.compile(r"(?<![0-9] )\b(?P<short>Mt|Ft|mt|Pt\.(?= ))\.?(?= [A-Z][a-z])")
COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West"}
STREET = rf"(?:St|Street|{'|'.join(ROADS)})\b"
SIDE = re.compile(
    rf"(?<![\w.])(?P<side>[NSEW])\. (?=[0-9]+(?:st|nd|rd|th) {STREET})"
    rf"|(?<=[0-9] )(?P<way>[NSEW])\.? (?=[A-Z][a-z]+(?: [A-Z][a-z]+)? {STREET})"
)
COUNTIES = table(
    """
    Ala = Alabama; Ariz = Arizona; Ark = Arkansas; Cal | Calif = California; Colo = Colorado
    Conn = Connecticut; Del = Delaware; Fla = Florida; Ga = Georgia; Ill = Illinois; Ind = Indiana
    Kan | Kans = Kansas; Ky = Kentucky; La = Louisiana; Me = Maine; Md = Maryland; Mass = Massachusetts
    Mich = Michigan; Minn = Minnesota; Miss = Mississippi; Mo = Missouri; Mont = Montana
    Neb | Nebr = Nebraska; Nev = Nevada; Okla = Oklahoma; Ore | Oreg = Oregon
    Pa | Penn | Penna = Pennsylvania; Tenn = Tennessee
    N. Dak = North Dakota; S. Dak = South Dakota; N. Car = North Carolina; S. Car = South Carolina
    N. Mex = New Mexico; W. Va | W.Va = West Virginia
    Tex = Texas; Vt = Vermont; Va = Virginia; Wash = Washington; Wis | Wisc = Wisconsin; Wyo = Wyoming
    Beds = Bedfordshire; Berks = Berkshire; Bucks = Buckinghamshire; Cambs = Cambridgeshire
    Glos = Gloucestershire; Hants = Hampshire; Herts = Hertfordshire; Lancs = Lancashire
    Leics = Leicestershire; Lincs = Lincolnshire; Mddx = Middlesex; Northants = Northamptonshire
    Notts = Nottinghamshire; Oxon = Oxfordshire; Salop = Shropshire; Staffs = Staffordshire
    Wilts = Wiltshire; Worcs = Worcestershire; Yorks = Yorkshire; Ont = Ontario; Que = Quebec
    """
)
COUNTY = re.compile(
    rf"(?:(?<=[a-z], )|(?<=\([DRI]-))"
    rf"(?P<short>(?!Miss\.(?!,)|Me\.(?!,))(?:{'|'.join(map(re.escape, COUNTIES))}))"
    rf"(?:\.(?=[,;)]| [a-z(])|(?=\.{END}))"
    r"|(?<= )(?P<english>Bucks|Cambs|Glos|Hants|Herts|Lancs|Leics|Lincs|Northants|Notts|Staffs|Wilts|Worcs"
    rf"|Yorks)(?:\.(?!{END})|(?=\.{END}))"
)
"""A state after a town; an English county anywhere, for it is no other word."""
POINTS = table(
    "N = north; S = south; E = east; W = west; NE = northeast; NW = northwest; SE = southeast; SW = southwest"
)
POINT = re.compile(
    r"\b(?:miles|mi\.|kilomet(?:re|er)s|km\.?|m\.|yards|yds\.|the|just|due|[0-9]+km) "
    r"(?P<point>[NS]\.?[EW]|[NSEW])\b\.?(?= of [A-Z])"
)
SAINTS = {"St": "Saint", "st": "Saint", "Ste": "Sainte", "Sts": "Saints", "SS": "Saints"}

IRISH = listed(
    """
    Antrim Armagh Carlow Cavan Clare Cork Derry Donegal Down Dublin Durham Fermanagh Galway Kerry Kildare
    Kilkenny Leitrim Limerick Londonderry Longford Louth Mayo Meath Monaghan Offaly Roscommon Sligo
    Tipperary Tyrone Waterford Westmeath Wexford Wicklow
    """
)
"""What is called a county before its name, of Durham too."""
BEFORE_NAME = re.compile(rf"\b[Cc]o\.(?= (?:{'|'.join(IRISH)})\b)|\bco\.(?= [A-Z][a-z]{{2}})")


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


def counties(text: str) -> Iterator[Rewrite]:
    """Say American states, English counties and the side of a street in full.

    >>> [found.spoken for found in counties("in Macon, Ga., near Alton, Hants.; at 9 N. Ash Ave. No, Miss.")]
    ['Georgia', 'Hampshire', 'North ']
    """
    for found in COUNTY.finditer(text):
        yield Rewrite(*found.span(), COUNTIES[found["short"] or found["english"]], "counties")
    for found in BEFORE_NAME.finditer(text):
        yield Rewrite(*found.span(), "County", "counties")
    for found in POINT.finditer(text):
        yield Rewrite(found.start("point"), found.end(), POINTS[found["point"].replace(".", "")], "counties")
    for found in SIDE.finditer(text):
        yield Rewrite(*found.span(), COMPASS[found["side"] or found["way"]] + " ", "counties")


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
