"""What every window of the editor works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bangvang.office.desk import Desk
from bangvang.office.editor.page import Pages
from bangvang.office.errand import Errand
from bangvang.office.proofs import ProofRoom
from bangvang.office.workbooks import Given


@dataclass
class Errands:
    """The one that runs or ran last."""

    last: Errand | None = None


@dataclass(frozen=True, slots=True)
class Workplace:
    """The project on the desk, the pages' templates, and the room where proofs are made."""

    desk: Desk
    pages: Pages
    proofs: ProofRoom
    errands: Errands = field(default_factory=Errands)
    imports: dict[str, Any] = field(default_factory=dict)
    """Appendices on their way into a decision; their window knows what they are."""
    workbooks: dict[str, Given] = field(default_factory=dict)
    """Workbooks that came back and wait for a word."""
    papers: dict[str, Any] = field(default_factory=dict)
    """Texts on their way into records; their window knows what they are."""
