"""An engine that hums and keeps a tally of what it was asked to say; a plug-in like any other."""

import os
from pathlib import Path

from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.engines.tone import ToneEngine


class TallyEngine(ToneEngine):
    """Append every text that is spoken to the file that $TALLY names, a line each."""

    def speak(self, text: str, voice: Voice) -> Clip:
        with Path(os.environ["TALLY"]).open("a", encoding="utf-8") as tally:
            tally.write(f"{text}\n")
        return super().speak(text, voice)
