"""What browsers are told of builds."""

from __future__ import annotations

import json
import threading

from bangvang.preview.state import State


def test_who_has_seen_nothing_is_told_at_once() -> None:
    """Which build, and that nothing is wrong."""
    assert json.loads(State().wait("", 60)) == {"version": 0, "error": ""}


def test_who_has_seen_the_state_waits_for_the_next() -> None:
    """The build ends in another thread."""
    state = State()
    seen = state.wait("", 0)
    threading.Timer(0.05, state.succeed).start()
    assert json.loads(state.wait(seen, 60)) == {"version": 1, "error": ""}


def test_who_waits_in_vain_is_told_the_same() -> None:
    """So that the line stays open."""
    state = State()
    seen = state.wait("", 0)
    assert state.wait(seen, 0.01) == seen


def test_a_failed_build_keeps_the_version_and_says_why() -> None:
    """A good one takes the message away."""
    state = State()
    state.begin()
    assert state.building
    state.fail("data/x.yml:1:1: lỗi")
    assert not state.building
    assert json.loads(state.wait("", 0)) == {"version": 0, "error": "data/x.yml:1:1: lỗi"}
    state.succeed()
    assert json.loads(state.wait("", 0)) == {"version": 1, "error": ""}
