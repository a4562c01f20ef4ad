"""One engine, kept in a booth of its own and given another chance when it fails."""

from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

from narrate.errors import EngineUnavailable, LineNotSpoken
from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.model.words import shortened
from narrate.speak.engine import EngineVoice, Traits
from narrate.speak.intercom import BoothFailed, Intercom
from narrate.speak.take import flaw
from narrate.speak.wording import lettered

if TYPE_CHECKING:
    from narrate.config.schema import SpeechTable

QUOTED = 240
"""Characters of a sentence that an error message quotes."""


class Studio:
    """Speak lines with one engine; it begins to load at once and stays until the end.

    `speech` says how long to wait and how often to try, the schema's defaults where not given.  Use it in a
    `with` statement, from one thread.
    """

    def __init__(self, engine: str, speech: "SpeechTable | None" = None) -> None:
        self.engine = engine
        self._speech = speech or _defaults()
        self._booth: Intercom | None = None

    def __enter__(self) -> Self:
        """Let the engine load while others get ready."""
        with suppress(BoothFailed):  # the first question will try again, and say why
            self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the booth; a later question would open another."""
        if self._booth:
            self._booth.close()
        self._booth = None

    def speak(self, text: str, voice: Voice) -> Clip:
        """Say the text in the voice, in a fresh booth after every failure.

        Raises `LineNotSpoken` when the attempts are used up, and what the engine refuses with
        (`VoiceUnavailable`, `EngineUnavailable`) at once.
        """
        why = ""
        for _ in range(self._speech.attempts):
            try:
                take = self._ask("speak", text, voice)
            except BoothFailed as failure:
                why = str(failure)
                continue
            why = flaw(take, text)
            if not why:
                return cast("Clip", take)
            self.close()
        raise LineNotSpoken(
            shortened(lettered(text), QUOTED), voice.name, self.engine, _times(self._speech.attempts), why
        )

    def transcribe(self, texts: tuple[str, ...], voice: Voice) -> tuple[str, ...]:
        """Return what would be said, in the IPA; of an engine that cannot tell, nothing for each.

        Raises `EngineUnavailable` and `VoiceUnavailable`.
        """
        if not self.traits.transcribes:
            return ("",) * len(texts)
        return cast("tuple[str, ...]", self._learn("transcribe", texts, voice))

    def check(self) -> None:
        """Prove that the engine can work here, or raise `EngineUnavailable`."""
        self._learn("check")

    def version(self) -> str:
        """Return the name and version of all that shapes the engine's sound."""
        return str(self._learn("version"))

    def voices(self) -> tuple[EngineVoice, ...]:
        """List the engine's own voices."""
        return cast("tuple[EngineVoice, ...]", self._learn("voices"))

    @property
    def traits(self) -> Traits:
        """What may be expected of the engine."""
        try:
            return self._open().traits
        except BoothFailed as failure:
            raise EngineUnavailable(self.engine, str(failure)) from failure

    def _learn(self, method: str, *arguments: object) -> object:
        try:
            return self._ask(method, *arguments)
        except BoothFailed as failure:
            raise EngineUnavailable(self.engine, str(failure)) from failure

    def _ask(self, method: str, *arguments: object) -> object:
        return self._open().ask(method, *arguments)

    def _open(self) -> Intercom:
        if not self._booth or self._booth.closed:
            self._booth = Intercom(self.engine, self._speech.timeout)
        return self._booth


def _defaults() -> "SpeechTable":
    from narrate.config.schema import SpeechTable

    return SpeechTable()


def _times(attempts: int) -> str:
    return "once" if attempts == 1 else f"{attempts} times"
