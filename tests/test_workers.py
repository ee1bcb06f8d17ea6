"""Workers: what they give, what they raise, and what is said when one dies."""

from __future__ import annotations

import gc
import os
import signal
import weakref
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang import workers
from bangvang.workers import Deal, Partner, Task, WorkerDied, cores, no_garbage_collection, share, slices

MAIN = os.getpid()


@pytest.fixture(params=[True, False], ids=["forking", "alone"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that forks, and on one that cannot."""
    monkeypatch.setattr(workers, "CAN_FORK", request.param)


@pytest.mark.usefixtures("either_way")
def test_a_task_gives_its_value_as_often_as_it_is_asked() -> None:
    """The work is done once."""
    task = Task(lambda: ["một", 2])
    assert task.result() is task.result()
    assert task.result() == ["một", 2]


@pytest.mark.usefixtures("either_way")
def test_a_task_raises_what_its_function_raised() -> None:
    """With a note of where."""

    def fail() -> None:
        raise ValueError("hỏng")

    with pytest.raises(ValueError, match="hỏng") as raised:
        Task(fail).result()
    assert "in fail" in "".join(raised.value.__notes__)


@pytest.mark.parametrize(
    "die", [lambda: os._exit(0), lambda: os._exit(9), lambda: os.kill(os.getpid(), signal.SIGKILL)]
)
def test_a_worker_that_dies_is_told_in_the_office_s_words(die: Callable[[], None]) -> None:
    """And what to do about it."""
    with pytest.raises(WorkerDied, match=r"Một tiến trình phụ dừng đột ngột.*--jobs 1"):
        Task(die).result()


def test_a_worker_that_dies_while_it_answers_is_no_riddle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an answer is none."""

    def half(outcome: object) -> bytes:
        os.write(writer, b"\x80\x05half")
        os._exit(1)

    pipe = os.pipe

    def remembered() -> tuple[int, int]:
        nonlocal writer
        reader, writer = pipe()
        return reader, writer

    writer = -1
    monkeypatch.setattr(os, "pipe", remembered)
    monkeypatch.setattr(workers, "_pickled", half)
    with pytest.raises(WorkerDied):
        Task(lambda: 1).result()


def test_what_cannot_travel_between_processes_is_an_error_not_a_silence() -> None:
    """A function, for example."""
    with pytest.raises(RuntimeError, match="lambda"):
        Task(lambda: lambda: None).result()


@pytest.mark.usefixtures("either_way")
def test_shared_work_comes_back_in_order() -> None:
    """Whoever is done first."""
    assert share([lambda number=number: number * number for number in range(4)]) == [0, 1, 4, 9]  # type: ignore[misc]


def test_the_first_share_is_done_here() -> None:
    """One process fewer."""
    assert share([os.getpid, os.getpid])[0] == MAIN


def test_an_error_in_any_share_is_raised_when_all_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker is left behind."""

    children: list[int] = []
    fork = os.fork

    def counted() -> int:
        children.append(fork())
        return children[-1]

    def fail() -> int:
        raise KeyError

    monkeypatch.setattr(os, "fork", counted)
    with pytest.raises(KeyError):
        share([os.getpid, fail, os.getpid])
    assert len(children) == 2
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


def test_a_machine_that_cannot_fork_has_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is then done here."""
    assert cores() >= 1
    monkeypatch.setattr(workers, "CAN_FORK", False)
    assert cores() == 1


@given(st.integers(0, 50), st.integers(1, 5))
def test_slices_deal_out_everything_once_and_in_order(length: int, parts: int) -> None:
    """Every worker has one, if only an empty one, and none has much more than another."""
    dealt = slices(length, parts)
    assert len(dealt) == parts
    assert [place for one in dealt for place in one] == list(range(length))
    assert max(map(len, dealt)) - min(map(len, dealt)) <= 1


@pytest.fixture
def collecting() -> Iterator[None]:
    """Garbage collection as outside of tests."""
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("collecting")
def test_what_an_earlier_while_left_behind_is_cleared_away() -> None:
    """A process that builds again and again does not grow."""

    class Ring:
        """Garbage that only a collection finds."""

        def __init__(self) -> None:
            self.me = self

    with no_garbage_collection():
        left = weakref.ref(Ring())
    assert left() is not None
    with no_garbage_collection():
        assert left() is None


@given(st.lists(st.integers(), max_size=1000))
def test_a_deal_hands_out_everything_in_order_when_one_asks_alone(items: list[int]) -> None:
    """However many there are."""
    with Deal(items) as deal:
        assert list(deal) == items


def test_a_deal_hands_out_everything_once_between_processes() -> None:
    """Whoever asks next gets the next run."""
    with Deal(range(10_000)) as deal:
        shares = share([lambda: list(deal)] * 3)
    assert sorted(number for dealt in shares for number in dealt) == list(range(10_000))


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("question", ["ngắn", "dài" * 200_000])
def test_a_partner_answers_what_it_is_asked(question: str) -> None:
    """However long that is, and though other children are at work."""

    def shout() -> Generator[str | None, str, None]:
        asked = yield None
        yield f"{asked}!"

    with Partner(shout) as partner:
        other = Task(lambda: 1)
        partner.ask(question)
        assert partner.result() == f"{question}!"
        assert other.result() == 1


@pytest.mark.usefixtures("either_way")
def test_a_partner_whom_nobody_asks_goes_home() -> None:
    """Even if it could not get ready; it has no answer."""

    def fail() -> Generator[int | None, int, None]:
        raise ValueError("hỏng")
        yield None

    with Partner(fail) as partner, pytest.raises(ValueError, match="nothing was asked"):
        partner.result()


@pytest.mark.usefixtures("either_way")
def test_what_keeps_a_partner_from_answering_is_raised() -> None:
    """When the answer is wanted, not before."""

    def divide() -> Generator[int | None, int, None]:
        asked = yield None
        yield 1 // asked

    with Partner(divide) as partner:
        partner.ask(0)
        with pytest.raises(ZeroDivisionError):
            partner.result()


def test_a_partner_that_died_is_noticed() -> None:
    """Though there was something to tell it."""

    def die() -> Generator[int | None, str, None]:
        if os.getpid() != MAIN:
            os.kill(os.getpid(), signal.SIGKILL)
        yield None

    with Partner(die) as partner:
        partner.ask("dài" * 200_000)
        with pytest.raises(WorkerDied):
            partner.result()


@pytest.mark.usefixtures("either_way")
def test_a_partner_does_the_rest_when_it_has_answered(tmp_path: Path) -> None:
    """And is waited for, as long as that takes."""

    def answer_and_write() -> Generator[str | None, str, None]:
        asked = yield None
        yield asked
        (tmp_path / "sau").write_text(asked)

    with Partner(answer_and_write) as partner:
        partner.ask("xong")
        assert partner.result() == "xong"
    assert (tmp_path / "sau").read_text() == "xong"


@pytest.mark.usefixtures("either_way")
def test_a_partner_whom_nobody_asks_does_nothing_after(tmp_path: Path) -> None:
    """What it got ready is let go."""

    def write() -> Generator[None, str, None]:
        yield None
        (tmp_path / "sau").write_text("")

    with Partner(write):
        pass
    assert not (tmp_path / "sau").exists()
