from dataclasses import replace
from threading import Event

from narrate.workers.fitness import Fitness, introduce
from narrate.workers.roster import Roster

OLD = replace(introduce(), narrate="0.0.1")


class Ward:
    """Workers by their addresses, and how often each was asked."""

    def __init__(self, **workers: Fitness) -> None:
        self.workers = workers
        self.asked: list[str] = []
        self.told: list[str] = []

    def ask(self, address: str) -> Fitness:
        self.asked.append(address)
        return self.workers[address]


def test_the_fit_are_listed_with_their_threads_and_nobody_is_asked_twice() -> None:
    ward = Ward(a=introduce(), b=introduce())
    roster = Roster(ward.ask, ["tone"], ward.told.append)
    roster.muster({"a": 1, "b": 4}, 10)
    assert roster.fit == {"a": 1, "b": 4}
    roster.muster({"b": 4}, 10)
    assert roster.fit == {"b": 4}
    assert sorted(ward.asked) == ["a", "b"]
    assert ward.told == []


def test_each_that_is_refused_is_told_once_with_the_reason() -> None:
    ward = Ward(a=introduce(), old=OLD)
    roster = Roster(ward.ask, ["tone"], ward.told.append)
    for _ in range(2):
        roster.muster({"a": 1, "old": 1, "strange": 1}, 10)
    assert roster.fit == {"a": 1}
    assert ward.told == [
        f"the worker old is left out: it has narrate 0.0.1, not {introduce().narrate}.",
        "the worker strange is left out: it cannot say which narrate it has: KeyError: 'strange'.",
    ]
    assert [f"{fault}." for fault in roster.faults] == ward.told


def test_one_that_does_not_answer_keeps_no_other_waiting_and_may_answer_later() -> None:
    thawed = Event()

    def ask(address: str) -> Fitness:
        if address == "frozen":
            thawed.wait()
        return introduce()

    roster = Roster(ask, [], print)
    roster.muster({"a": 1}, 10)
    roster.muster({"a": 1, "frozen": 1})
    assert roster.fit == {"a": 1}
    thawed.set()
    roster.muster({"a": 1, "frozen": 1}, 10)
    assert roster.fit == {"a": 1, "frozen": 1}
