"""What a desk hands out: a record in a window, and what came of a save."""

from __future__ import annotations

from dataclasses import dataclass

from bangvang.office.differences import Difference
from bangvang.office.drafts import Draft
from bangvang.office.edits import Data
from bangvang.office.faults import FieldProblem
from bangvang.office.forms import Values
from bangvang.office.history import Change


@dataclass(frozen=True, slots=True)
class Opened:
    """A record in a window."""

    kind: str
    id: str
    """Empty for one that is not in data/ yet."""
    title: str
    path: str
    seen: str
    """The state that the window shows; a save gives it back."""
    tree: Data
    values: Values
    problems: tuple[FieldProblem, ...]
    draft: str = ""
    """The name of the draft it comes from, or that waits beside it."""
    unreadable: str = ""
    """Why the file cannot be shown as a form, if it cannot."""


@dataclass(frozen=True, slots=True)
class Located:
    """A problem and the record it is in; `id` is empty for a file that holds no record."""

    kind: str
    id: str
    title: str
    path: str
    line: int
    problem: FieldProblem


@dataclass(frozen=True, slots=True)
class Saved:
    """The file says it now."""

    kind: str
    id: str
    seen: str
    """The new state, for the next save from the same window."""
    change: Change | None
    """None where nothing had changed."""
    warnings: tuple[FieldProblem, ...] = ()
    kept: bool = True
    """False where the file had to be written anew and its comments are lost; the history still has them."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else has saved the record meanwhile; nothing was written."""

    seen: str
    """The state it is in now."""
    theirs: tuple[Difference, ...]
    """What they changed; empty where it is no longer known what this window showed."""
    mine: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Faulty:
    """It cannot stand in data/ like this; it is kept as a draft."""

    problems: tuple[FieldProblem, ...]
    elsewhere: tuple[Located, ...]
    """Errors that it would make in other records."""
    draft: Draft | None
    """None only where not even a draft could be written."""

    @property
    def faults(self) -> tuple[FieldProblem, ...]:
        """All of them, wherever they are."""
        return (*self.problems, *(one.problem for one in self.elsewhere))

    @property
    def reasons(self) -> tuple[str, ...]:
        """What is wrong, without what to do about it."""
        return tuple(fault.what for fault in self.faults)


@dataclass(frozen=True, slots=True)
class Gone:
    """The record is no longer there, or is not one that a form can edit; what was typed is kept as a draft."""

    what: str
    remedy: str
    draft: Draft | None

    @property
    def reasons(self) -> tuple[str, ...]:
        """The one."""
        return (self.what,)


@dataclass(frozen=True, slots=True)
class Failed:
    """The disk did not take it; the old file stands."""

    what: str
    remedy: str
    draft: Draft | None

    @property
    def reasons(self) -> tuple[str, ...]:
        """The one."""
        return (self.what,)


Outcome = Saved | Conflict | Faulty | Gone | Failed
