import pytest

from command import Narrate

VERBS = ("build", "preview", "plan", "voices", "doctor")


def test_help_names_every_verb(narrate: Narrate) -> None:
    done = narrate("--help")
    assert done.returncode == 0
    assert all(verb in done.stdout for verb in VERBS)


def test_no_arguments_show_the_help(narrate: Narrate) -> None:
    assert "Usage: narrate" in narrate().stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(narrate: Narrate, verb: str) -> None:
    done = narrate(verb, "--help")
    assert done.returncode == 0
    assert f"narrate {verb}" in done.stdout


def test_the_version_is_the_packages(narrate: Narrate) -> None:
    from importlib.metadata import version

    assert narrate("--version").stdout == f"narrate {version('narrate')}\n"


def test_completion_is_offered(narrate: Narrate) -> None:
    done = narrate("--show-completion", "bash")
    assert "_NARRATE_COMPLETE" in done.stdout
