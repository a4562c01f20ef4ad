"""Engines that fail in every way an engine has been seen to fail; a plug-in like any other."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from narrate.errors import EngineUnavailable, VoiceUnavailable
from narrate.model.audio import Clip
from narrate.model.voice import Voice
from narrate.speak.engine import EngineVoice
from narrate.speak.engines.tone import ToneEngine

LIBC = ctypes.CDLL(None)
LOCKED = ctypes.PyDLL(None)
"""Calls made through it keep Python's lock."""
AGES = 600


def note_pid() -> None:
    """Leave the number of this process where the test asked for it."""
    with Path(os.environ["FAULTY_PIDS"]).open("a") as file:
        file.write(f"{os.getpid()}\n")


def note_hanging() -> None:
    Path(os.environ["FAULTY_PIDS"]).with_name("hanging").touch()


class Noted(ToneEngine):
    def __init__(self) -> None:
        note_pid()


class Hanging(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        if "hang" in text:
            note_hanging()
            time.sleep(AGES)
        return super().speak(text, voice)


class HangingInC(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        note_hanging()
        LIBC.sleep(AGES)
        return super().speak(text, voice)


class HangingWithTheLock(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        note_hanging()
        LOCKED.sleep(AGES)
        return super().speak(text, voice)


class NeverLoading(Noted):
    def __init__(self) -> None:
        super().__init__()
        time.sleep(AGES)


class SlowToLoad(Noted):
    def __init__(self) -> None:
        super().__init__()
        time.sleep(2.5)

    def speak(self, text: str, voice: Voice) -> Clip:
        time.sleep(2.5)
        return super().speak(text, voice)


class Crashing(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        sys.stdout.write(f"about to touch {text} {voice.name}\n")
        ctypes.string_at(0)
        raise AssertionError

    def check(self) -> None:
        os.kill(os.getpid(), signal.SIGABRT)


class Exiting(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        sys.stderr.write(f"leaving because of {text} {voice.name}\n")
        os._exit(3)


class Raising(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        message = f"cannot say {text} as {voice.name}"
        raise ValueError(message)


class Chatty(Noted):
    """Talks by every door there is, and listens at the one where questions come in."""

    def speak(self, text: str, voice: Voice) -> Clip:
        sys.stdout.write(f"python says {text}\n")
        sys.stderr.write(f"python complains {text}\n")
        os.write(1, b"descriptor 1 says so too\n")
        LIBC.puts(b"so does C")
        LIBC.fflush(None)
        subprocess.run(["/bin/sh", "-c", "echo a child says so; echo and complains >&2"], check=True)
        assert sys.stdin.read() == ""
        assert os.read(0, 10) == b""
        return super().speak(text, voice)


class Empty(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        return Clip(b"", super().speak(text, voice).rate)


class Silent(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        clip = super().speak(text, voice)
        return Clip(bytes(len(clip.pcm)), clip.rate)


class Lying(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        return f"{voice.name} said {text}"  # type: ignore[return-value] # that is its fault


class Moody(Noted):
    """Fails in its first booth, speaks in its second."""

    def speak(self, text: str, voice: Voice) -> Clip:
        if len(Path(os.environ["FAULTY_PIDS"]).read_text().split()) == 1:
            os._exit(1)
        return super().speak(text, voice)


class Refusing(Noted):
    def check(self) -> None:
        engine = "refusing"
        raise EngineUnavailable(engine, "its model is missing; run `refusing --download`")


class Voiceless(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        engine = "voiceless"
        raise VoiceUnavailable(engine, voice.engine_voice, f"nobody is there to say {text}")


class Secret(Exception):
    """An error that cannot be unpickled: it wants two arguments and passes one on."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


class Unreadable(Noted):
    def speak(self, text: str, voice: Voice) -> Clip:
        engine = "unreadable"
        raise EngineUnavailable(engine, Secret(text, voice.name))


class Unsendable(Noted):
    def voices(self) -> tuple[EngineVoice, ...]:
        return (lambda: None,)  # type: ignore[return-value] # that is its fault


class LeavingAChild(Noted):
    """Starts a program of its own, as engines do that wrap one, and hangs."""

    def speak(self, text: str, voice: Voice) -> Clip:
        with subprocess.Popen(["/bin/sleep", str(AGES)]) as child:
            with Path(os.environ["FAULTY_PIDS"]).open("a") as file:
                file.write(f"{child.pid}\n")
            note_hanging()
            child.wait()
        return super().speak(text, voice)
