import sys
from importlib.metadata import version

from narrate.workers.fitness import introduce, misfit


def test_a_process_introduces_itself_by_all_that_shapes_its_sound() -> None:
    me = introduce()
    assert me.narrate == version("narrate")
    assert me.python == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert {"pyttsx3", "tone"} <= set(me.engines)
    assert misfit(me, introduce(), ["tone"]) == ""
    assert misfit(me, me, ["kazoo"]) == "it lacks the engine kazoo"
