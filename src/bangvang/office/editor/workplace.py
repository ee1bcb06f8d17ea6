"""What every window of the editor works with."""

from __future__ import annotations

from dataclasses import dataclass, field

from bangvang.office.desk import Desk
from bangvang.office.editor.arrivals import Arrivals, Importing, Taking
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
    imports: Arrivals[Importing] = field(default_factory=Arrivals)
    workbooks: Arrivals[Given] = field(default_factory=Arrivals)
    papers: Arrivals[Taking] = field(default_factory=Arrivals)
