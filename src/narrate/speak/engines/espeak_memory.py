"""What eSpeak NG keeps in mind from line to line, and how to make it forget.

Its synthesiser counts on through its whole life: the place in the table of the pitch flutter, the cycles
since the last peak, the side of the wave.  Nothing in its interface sets these back, so that the same line
never sounds quite the same again.  They are static variables; a library that was not stripped says in its
symbol table (`.symtab` of an ELF file) where they are.  And the random numbers of breathy voices are seeded
by the clock unless one asks for another seed.
"""

import ctypes
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Final

COUNTERS: Final = ("Flutter_ix", "cycle_count", "wave_flag")
"""Integers that are 0 before the first line."""
LANDMARK: Final = "espeak_Synth"
SEED: Final = 1
PROVEN: Final = frozenset({"", "annie", "belinda", "f1", "linda", "m1", "m6", "m7", "michel"})
"""Variants, those of the shipped voices, of which nothing else was ever found to stay in mind."""
FASTEST_PROVEN: Final = 200
"""Words a minute; at a faster pace one line in a thousand differed."""


def leaves_nothing(file: str, rate: int) -> bool:
    """Tell whether a voice, the counters set back, was measured to leave no trace and to hear none.

    >>> leaves_nothing("gmw/en-US+f1", 160), leaves_nothing("gmw/en-US+f1", 300)
    (True, False)
    >>> leaves_nothing("gmw/en-US+f2", 160), leaves_nothing("roa/fr", 160)
    (False, False)
    """
    base, _, variant = file.partition("+")
    return base.startswith("gmw/en") and variant.lower() in PROVEN and rate <= FASTEST_PROVEN


def seed(dll: ctypes.CDLL) -> None:
    """Begin the random numbers anew: eSpeak's own since 1.52, those of C before."""
    begin = getattr(dll, "espeak_ng_SetRandSeed", None) or ctypes.CDLL(None).srand
    begin(SEED)


def forgetter(dll: ctypes.CDLL) -> Callable[[], None] | None:
    """Return what sets the counters back, or None where the library does not tell their places."""
    known = ctypes.cast(getattr(dll, LANDMARK), ctypes.c_void_p).value or 0
    places = _places(_file_at(known))
    if not places:
        return None
    shift = known - places[LANDMARK]
    counters = [ctypes.c_int.from_address(shift + places[name]) for name in COUNTERS]

    def forget() -> None:
        for counter in counters:
            counter.value = 0

    return forget


def _file_at(address: int) -> Path:
    """Return the file that is loaded at an address of this process."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        span, *_, name = line.split(maxsplit=5)
        first, end = (int(edge, 16) for edge in span.split("-"))
        if first <= address < end:
            return Path(name)
    return Path()


def _places(library: Path) -> Mapping[str, int]:
    """Return where landmark and counters are in a library; nothing where it is stripped or not ELF."""
    from elftools.common.exceptions import ELFError

    try:
        with library.open("rb") as file:
            found = list(_symbols(file))
    except (OSError, ELFError):
        return {}
    return dict(found) if len(found) == len(COUNTERS) + 1 else {}


def _symbols(file: IO[bytes]) -> Iterator[tuple[str, int]]:
    """Yield name and place of each; the compiler adds a number to a static variable of a function."""
    from elftools.elf.elffile import ELFFile
    from elftools.elf.sections import SymbolTableSection

    table = ELFFile(file).get_section_by_name(".symtab")
    for symbol in table.iter_symbols() if isinstance(table, SymbolTableSection) else ():
        name = symbol.name.partition(".")[0]
        if name in (LANDMARK, *COUNTERS):
            yield name, symbol["st_value"]
