"""Work shared between processes: the machine's cores where it can fork, otherwise one after another."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import pairwise
from typing import Any, Generic, Self, TypeVar, cast

T = TypeVar("T")
Q = TypeVar("Q")
CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
"""macOS has fork, but its own libraries do not bear it."""


_LENGTH = 8
"""Bytes of a number that says how long something is."""
_RUNS = 200
"""So many that the last ones end together, so few that a number is one byte."""


class WorkerDied(Exception):
    """A child ended without a word; the message is finished."""

    def __str__(self) -> str:
        return (
            "Một tiến trình phụ dừng đột ngột, có thể vì máy hết bộ nhớ. "
            "Hãy đóng bớt chương trình khác rồi chạy lại, hoặc chạy lại với --jobs 1."
        )


class Task(Generic[T]):
    """A function at work in a child; `result` waits for it and gives its value or raises its error."""

    def __init__(self, function: Callable[[], T], rest: Callable[[], None] | None = None) -> None:
        """The child does the rest when it has given the value; `end` waits for that."""
        self._outcome: tuple[bool, Any] | None = None
        self._has_rest = rest is not None
        if not CAN_FORK:
            self._child = 0
            self._outcome = _tried(function)
            if rest is not None:
                rest()
            return
        reader, writer = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._child = os.fork()
        if self._child == 0:
            _work(function, rest, reader, writer)
        os.close(writer)
        self._reader = reader

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Whatever goes wrong meanwhile: nobody leaves before the child has."""
        with suppress(Exception):
            self.result()
        self.end()

    def result(self) -> T:
        """The function's value."""
        if self._outcome is None:
            with os.fdopen(self._reader, "rb") as stream:
                data = stream.read()
            self._outcome = _unpickled(data)
            if not self._has_rest:
                self.end()
        good, value = self._outcome
        if not good:
            raise value
        return cast("T", value)

    def end(self) -> None:
        """Wait until the child has gone."""
        if self._child:
            os.waitpid(self._child, 0)
            self._child = 0


class Partner(Generic[Q, T]):
    """A child that gets ready while others work, and then waits for the one thing it is asked.

    What it does is a generator: ready at its first `yield`, it is sent the question, yields the answer, and does the
    rest when that is on its way.
    """

    def __init__(self, work: Callable[[], Generator[T | None, Q, None]]) -> None:
        self._begin = work
        self._work: Generator[T | None, Q, None] | None = None
        self._has_answered = False
        self._question: tuple[Q] | None = None
        self._questions, self._writer = os.pipe()
        self._task = Task(self._answer, self._finish) if CAN_FORK else None
        os.close(self._questions)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Whoever was not asked goes home; whoever was is waited for."""
        if self._task is not None:
            with self._task, suppress(BrokenPipeError):  # it may have died, which harms nobody by now
                if self._question is None:
                    self._send(b"")
        os.close(self._writer)

    def ask(self, question: Q) -> None:
        """To be done once."""
        self._question = (question,)
        if self._task is not None:
            with suppress(BrokenPipeError):  # the result will tell
                self._send(pickle.dumps(question, protocol=5))

    def result(self) -> T:
        """The answer, once it is there."""
        if self._question is None:
            raise ValueError("nothing was asked")
        if self._task is not None:
            return cast("T", self._task.result())
        answer = self._told(*self._question)
        self._finish()
        return answer

    def _send(self, data: bytes) -> None:
        """The length goes first: other children may hold the pipe open."""
        with os.fdopen(self._writer, "wb", buffering=0, closefd=False) as stream:
            for part in (len(data).to_bytes(_LENGTH, "big"), data):
                while part:
                    part = part[stream.write(part) :]

    def _answer(self) -> T | None:
        """In the child, which must not keep its own pipe open."""
        os.close(self._writer)
        self._get_ready()
        with os.fdopen(self._questions, "rb", closefd=False) as stream:
            length = int.from_bytes(stream.read(_LENGTH), "big")
            return self._told(pickle.loads(stream.read(length))) if length else None

    def _get_ready(self) -> Generator[T | None, Q, None]:
        if self._work is None:
            self._work = self._begin()
            next(self._work)
        return self._work

    def _told(self, question: Q) -> T:
        answer = self._get_ready().send(question)
        self._has_answered = True
        return cast("T", answer)

    def _finish(self) -> None:
        """Whatever comes after the answer."""
        if self._work is not None and self._has_answered:
            next(self._work, None)


def share(work: Sequence[Callable[[], T]]) -> list[T]:
    """The values of all functions; the first is called here, each of the others in a process of its own."""
    tasks = [Task(function) for function in work[1:]]
    outcomes = [_tried(work[0]), *(_tried(task.result) for task in tasks)]
    for good, value in outcomes:
        if not good:
            raise value
    return [value for _, value in outcomes]


class Deal(Generic[T]):
    """A sequence in runs of neighbours; whichever process asks next gets the next run, until none is left."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items = items
        self._runs = slices(len(items), max(1, min(_RUNS, len(items))))
        # A pipe gives each of its bytes to one reader only, whatever processes read from it.
        self._numbers, writer = os.pipe()
        os.write(writer, bytes(range(len(self._runs))))
        os.close(writer)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._numbers)

    def __iter__(self) -> Iterator[T]:
        while number := os.read(self._numbers, 1):
            run = self._runs[number[0]]
            yield from self._items[run.start : run.stop]


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """For a while in which much is made that stays: looking for garbage in it, now or later, only costs time."""
    if not gc.isenabled():
        yield
        return
    if gc.get_freeze_count():  # what stayed until now, such as the project of an earlier build, may be garbage by now
        gc.unfreeze()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def cores() -> int:
    """How many processes are worth it."""
    if not CAN_FORK:
        return 1
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _tried(function: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, function()
    except Exception as error:
        error.add_note(traceback.format_exc())  # a traceback does not cross to another process by itself
        return False, error


def _work(function: Callable[[], Any], rest: Callable[[], None] | None, reader: int, writer: int) -> None:
    status = 1
    try:
        os.close(reader)
        gc.disable()
        outcome = _tried(function)
        with os.fdopen(writer, "wb") as stream:
            data = _pickled(outcome)
            stream.write(len(data).to_bytes(_LENGTH, "big"))
            stream.write(data)
        if rest is not None and outcome[0]:
            rest()
        status = 0
    finally:
        os._exit(status)


def _pickled(outcome: tuple[bool, Any]) -> bytes:
    try:
        return pickle.dumps(outcome, protocol=5)
    except Exception:
        return pickle.dumps((False, RuntimeError(repr(outcome[1]))), protocol=5)


def _unpickled(data: bytes) -> tuple[bool, Any]:
    """What a child told; half an answer is none."""
    if len(data) < _LENGTH or len(data) - _LENGTH != int.from_bytes(data[:_LENGTH], "big"):
        return False, WorkerDied()
    good, value = pickle.loads(memoryview(data)[_LENGTH:])
    return good, value


def slices(length: int, parts: int) -> list[range]:
    """Equal runs of neighbours."""
    bounds = [length * part // parts for part in range(parts + 1)]
    return [range(start, end) for start, end in pairwise(bounds)]
