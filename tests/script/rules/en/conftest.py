from collections.abc import Callable

import pytest

from narrate.model.script import Line, Role
from narrate.script.rules import rewrite, rules

Say = Callable[[str], str]


@pytest.fixture
def say() -> Say:
    """Read a line of an American book."""
    ordered = rules((), "en")
    return lambda text: Line(text, Role.NARRATOR, "nell", rewrites=rewrite(text, ordered)).spoken
