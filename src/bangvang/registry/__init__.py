"""The registry: what all records together say, as of a day. States are decided here and nowhere else."""

from bangvang.registry.hierarchy import ancestors, circles, final_successors
from bangvang.registry.laureates import GivenHonour, Laureate
from bangvang.registry.registry import Registry, Succession, Use, build_registry
from bangvang.registry.states import (
    APPEARANCES,
    Appearance,
    PageForm,
    Phase,
    Visibility,
    appearance,
    campaign_phase,
    consultation_phase,
    counts_as_living,
    lists_indexed,
    may_leave_in_bulk,
    phase,
    rule_on,
    standing_on,
    visibility,
    within,
)
from bangvang.registry.statistics import Counted, Share, Tally, counted, direct_worker_share, tally

__all__ = [
    "APPEARANCES",
    "Appearance",
    "Counted",
    "GivenHonour",
    "Laureate",
    "PageForm",
    "Phase",
    "Registry",
    "Share",
    "Succession",
    "Tally",
    "Use",
    "Visibility",
    "ancestors",
    "appearance",
    "build_registry",
    "campaign_phase",
    "circles",
    "consultation_phase",
    "counted",
    "counts_as_living",
    "direct_worker_share",
    "final_successors",
    "lists_indexed",
    "may_leave_in_bulk",
    "phase",
    "rule_on",
    "standing_on",
    "tally",
    "visibility",
    "within",
]
