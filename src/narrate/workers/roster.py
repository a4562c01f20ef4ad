"""The workers of a cluster that may take part: each is asked once, before its first task."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, wait
from functools import partial
from threading import Thread

from narrate.workers.fitness import Fitness, introduce, misfit

Ask = Callable[[str], Fitness]
"""Asks the worker at an address for its fitness; may raise anything, may take for ever."""


class Roster:
    """Keep the list of workers that are there and fit; `tell` hears a sentence for each that is not.

    A worker that does not answer keeps no one waiting but itself.
    """

    def __init__(self, ask: Ask, engines: Iterable[str], tell: Callable[[str], None]) -> None:
        self._ask = ask
        self._engines = tuple(engines)
        self._tell = tell
        self._answers: dict[str, Future[Fitness]] = {}
        self._faults: dict[str, str] = {}
        self.fit: Mapping[str, int] = {}
        """Threads of each fit worker, by its address."""

    @property
    def faults(self) -> tuple[str, ...]:
        """Why each worker that is refused is refused, one sentence each."""
        return tuple(self._faults[address] for address in sorted(self._faults) if self._faults[address])

    def muster(self, present: Mapping[str, int], patience: float = 0) -> None:
        """Ask who is new, for at most `patience` seconds, and note who is fit of all that are present.

        `present` maps addresses to threads.
        """
        for address in present.keys() - self._answers.keys():
            self._answers[address] = _beside(partial(self._ask, address))
        wait([self._answers[address] for address in present], patience)
        self.fit = {address: threads for address, threads in present.items() if self._is_fit(address)}

    def _is_fit(self, address: str) -> bool:
        if not self._answers[address].done():
            return False
        if address not in self._faults:
            self._faults[address] = self._fault(address)
        return not self._faults[address]

    def _fault(self, address: str) -> str:
        try:
            why = misfit(self._answers[address].result(), introduce(), self._engines)
        except Exception as error:  # noqa: BLE001 - what a stranger raises
            why = f"it cannot say which narrate it has: {type(error).__name__}: {error}"
        if not why:
            return ""
        told = f"the worker {address} is left out: {why}."
        self._tell(told)
        return told.removesuffix(".")


def _beside(ask: Callable[[], Fitness]) -> Future[Fitness]:
    """Call in a thread that nobody has to wait for."""
    answer: Future[Fitness] = Future()
    Thread(target=_answer, args=(ask, answer), daemon=True).start()
    return answer


def _answer(ask: Callable[[], Fitness], answer: Future[Fitness]) -> None:
    try:
        answer.set_result(ask())
    except BaseException as error:  # noqa: BLE001 - it goes to those who wait
        answer.set_exception(error)
