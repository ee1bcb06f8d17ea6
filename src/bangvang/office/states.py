"""The states of records that windows showed: a later save can then tell what others changed meanwhile."""

from __future__ import annotations

from collections import OrderedDict

from bangvang.office.differences import NameOf, differences
from bangvang.office.edits import Data
from bangvang.office.outcomes import Conflict
from bangvang.office.shelf import state_of
from bangvang.records import Part

_MOST = 500


class States:
    """The latest of them by their names."""

    def __init__(self) -> None:
        self._trees: OrderedDict[str, Data] = OrderedDict()

    def __contains__(self, state: str) -> bool:
        return state in self._trees

    def __getitem__(self, state: str) -> Data:
        return self._trees[state]

    def remember(self, tree: Data) -> str:
        """The name of a state that a window shows."""
        state = state_of(tree)
        self._trees[state] = tree
        self._trees.move_to_end(state)
        while len(self._trees) > _MOST:
            self._trees.popitem(last=False)
        return state

    def conflict(self, model: type[Part], current: Data, mine: Data, seen: str, name_of: NameOf) -> Conflict:
        """What they changed since the state that was seen, and what I want; `mine` is None to delete."""
        base = self._trees.get(seen)
        known = isinstance(base, dict)
        theirs = differences(model, base, current, name_of) if known else ()
        wanted = differences(model, base if known else current, mine, name_of) if mine is not None else ()
        return Conflict(self.remember(current), theirs, wanted)
