"""A voice for tests; `dataclasses.replace` gives it what a test wants."""

from typing import Final

from narrate.config.schema import VoiceFile

TRIAL: Final = VoiceFile().voice("trial")
"""What a voice file makes that says nothing."""
