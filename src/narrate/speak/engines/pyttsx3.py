"""Whatever speaks on this machine by way of pyttsx3: eSpeak NG on Linux, the system's voices elsewhere."""

import os
import sys
from typing import Final

from narrate.speak.engine import Engine


def _speaker() -> type[Engine]:
    """Choose eSpeak NG where it is asked for by NARRATE_ESPEAK, and where there is nothing else."""
    if os.environ.get("NARRATE_ESPEAK") or sys.platform not in {"darwin", "win32"}:
        from narrate.speak.engines.espeak import Espeak

        return Espeak
    from narrate.speak.engines.system import SystemVoices

    return SystemVoices


Pyttsx3Engine: Final = _speaker()
