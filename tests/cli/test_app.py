import re
import subprocess
from pathlib import Path

import pytest

from command import COMMAND, Narrate

VERBS = ("build", "plan", "preview", "voices", "lexicon", "why", "batch", "cache", "doctor")


def test_help_names_every_verb_in_the_order_of_the_work(narrate: Narrate) -> None:
    done = narrate("--help")
    assert done.returncode == 0
    assert re.findall(r"^│ ([a-z]+) ", done.stdout, re.MULTILINE) == list(VERBS)


def test_no_arguments_show_the_help(narrate: Narrate) -> None:
    assert "Usage: narrate" in narrate().stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(narrate: Narrate, verb: str) -> None:
    done = narrate(verb, "--help")
    assert done.returncode == 0
    assert f"narrate {verb}" in done.stdout


def test_usage_says_once_that_there_may_be_several(narrate: Narrate) -> None:
    assert "narrate build [OPTIONS] {PATH}..." in narrate("build", "--help").stdout
    assert "narrate voices [OPTIONS] [NAME]..." in narrate("voices", "--help").stdout


def test_the_version_is_the_packages(narrate: Narrate) -> None:
    from importlib.metadata import version

    assert narrate("--version").stdout == f"narrate {version('narrate')}\n"


def test_completion_is_offered(narrate: Narrate) -> None:
    done = narrate("--show-completion", "bash")
    assert "_NARRATE_COMPLETE" in done.stdout


def test_a_misspelt_verb_is_not_taken_for_a_path(narrate: Narrate) -> None:
    done = narrate("paln", "stories")
    assert done.returncode == 2
    assert "plan" in done.stderr


def test_characters_that_the_terminal_lacks_stop_nothing(narrate: Narrate, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("雪国 is a word.", encoding="utf-8")
    done = narrate("plan", "a.txt", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0, done.stderr
    assert "?? is a word." in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_takes_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One word. " * 2000)
    shell = f'"{COMMAND}" plan a.txt > /dev/full'
    done = subprocess.run(["/bin/sh", "-c", shell], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "narrate: cannot write what there is to say: No space left on device\n"
