"""Run by a test in a namespace of its own: `python -m resilience.small_disk cache|shelf FOLDER`.

A disk runs full in mid-build; the book that is made when there is room again is put into FOLDER/saved.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from resilience.site import Run, Site

TIGHT, AMPLE = "400k", "100m"


def main() -> None:
    """Fill the disk of the cache, or of the shelf, and make room again."""
    which, site = sys.argv[1], Site(Path(sys.argv[2]))
    run = {"cache": fill_cache, "shelf": fill_shelf}[which](site)
    assert run.ended() == 1, run.told()
    sys.stdout.writelines(f"{line}\n" for line in run.told().splitlines() if line.startswith("narrate: "))
    hidden = [*site.cache.rglob(".*"), *site.shelf.rglob(".*")]
    assert not hidden, hidden
    (site.shelf / "filler").unlink(missing_ok=True)
    mount("-o", f"remount,size={AMPLE}", site.root / which)
    site.build()
    shutil.copytree(site.shelf, site.root / "saved")


def fill_cache(site: Site) -> Run:
    """Build with a cache that is too small."""
    small_disk(site.cache, TIGHT)
    return site.start()


def fill_shelf(site: Site) -> Run:
    """Let something else take the room that was there when the build began."""
    small_disk(site.shelf, AMPLE)
    run = site.start()
    run.until(lambda: site.entries("sound"))
    with (site.shelf / "filler").open("wb", buffering=0) as filler:
        try:
            while filler.write(bytes(1 << 20)):
                pass
        except OSError:
            return run
    raise AssertionError


def small_disk(folder: Path, size: str) -> None:
    """Mount a disk in memory."""
    folder.mkdir()
    mount("-t", "tmpfs", "-o", f"size={size}", "none", folder)


def mount(*arguments: object) -> None:
    """Run mount(8)."""
    subprocess.run(["/bin/mount", *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
