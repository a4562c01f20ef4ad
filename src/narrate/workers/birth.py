"""How worker processes start: beside threads, with one import for all, deaf to Ctrl-C from the beginning."""

import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from types import ModuleType

__all__ = ["way_to_start"]

LONGEST_FOLDER = 70
"""Bytes of a temporary folder's name that leave room for what is appended to it."""


@contextmanager
def _without_main() -> Iterator[None]:
    """Keep a starting worker from running our main module again: it holds no task, and may have no guard."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


if sys.platform in {"win32", "darwin"}:  # macOS can copy a server too, but its own libraries do not bear it
    from multiprocessing.context import SpawnContext, SpawnProcess

    class Worker(SpawnProcess):
        """A process of its own."""

        def start(self) -> None:
            """Start it without our main module."""
            with _without_main():
                super().start()

    class SpawningContext(SpawnContext):
        """Start every worker from nothing."""

        Process = Worker

    def way_to_start(rooms: Sequence[str]) -> BaseContext:
        """Return the context in which worker processes are started; each imports what it needs by itself."""
        del rooms
        return SpawningContext()

else:
    from multiprocessing import forkserver, resource_tracker
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    class Worker(ForkServerProcess):
        """A copy of the fork server, which has imported what tasks need."""

        def start(self) -> None:
            """Start it without our main module."""
            with _without_main():
                super().start()

    class ServedContext(ForkServerContext):
        """Have every worker copied from a fork server."""

        Process = Worker

    def way_to_start(rooms: Sequence[str]) -> BaseContext:
        """Return the context in which worker processes are started.

        Its fork server runs, and imports the modules that tasks will need.
        """
        context = ServedContext()
        context.set_forkserver_preload(["narrate.workers.frugal", "narrate.workers.station", *rooms])
        _start_server()
        return context

    def _start_server() -> None:
        """Start the fork server with Ctrl-C blocked, which its children inherit."""
        with _safe_path(), _short_temporary_folder():
            resource_tracker.ensure_running()
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                forkserver.ensure_running()
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)

    @contextmanager
    def _short_temporary_folder() -> Iterator[None]:
        """Let the server's socket lie where its name is short enough: there is room for a hundred bytes."""
        before = tempfile.tempdir
        if len(os.fsencode(tempfile.gettempdir())) > LONGEST_FOLDER and os.access("/tmp", os.W_OK):  # noqa: S108
            tempfile.tempdir = "/tmp"  # noqa: S108 - the server makes a folder of its own there
        try:
            yield
        finally:
            tempfile.tempdir = before

    @contextmanager
    def _safe_path() -> Iterator[None]:
        """Keep what lies in the current folder from passing for a module of Python's."""
        before = os.environ.get("PYTHONSAFEPATH")
        os.environ["PYTHONSAFEPATH"] = "1"
        try:
            yield
        finally:
            del os.environ["PYTHONSAFEPATH"]
            if before is not None:
                os.environ["PYTHONSAFEPATH"] = before
