import subprocess
import sys
from pathlib import Path

import pytest

from narrate.plugins import installed

ROOMS = {name for name, point in installed("readers").items() if point.value.startswith("narrate.read.")}
PLANNED = """
import sys
from narrate.__main__ import main
try:
    main()
finally:
    print(*sys.modules)
"""


def modules_of_a_plan(story: Path) -> set[str]:
    """Return what has been imported when a story is planned, in a process of its own."""
    command = [sys.executable, "-c", PLANNED, "plan", str(story)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("name", "text", "room", "libraries"),
    [
        ("fog.txt", "Fog came in.", "plain", set()),
        ("fog.md", "# Fog\n\nIt came in.", "markdown", {"markdown_it"}),
    ],
)
def test_only_the_room_of_the_story_that_is_read_comes_in(
    tmp_path: Path, name: str, text: str, room: str, libraries: set[str]
) -> None:
    story = tmp_path / name
    story.write_text(text, encoding="utf-8")
    imported = modules_of_a_plan(story)
    in_rooms = {name for name in imported if name.startswith("narrate.read.") and name.count(".") > 2}
    elsewhere = {name for name in in_rooms if not name.startswith(f"narrate.read.{room}.")}
    assert elsewhere == {f"narrate.read.{other}.reader" for other in ROOMS - {room}}
    assert imported & {"lxml", "markdown_it", "pypdfium2", "yaml"} == libraries
