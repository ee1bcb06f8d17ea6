"""How far a campaign has come, as a badge may honestly say it."""

from __future__ import annotations

from enum import Enum

from bangvang.pages.answers import Answers, question
from bangvang.pages.periods import UNKNOWN
from bangvang.records import Campaign
from bangvang.registry import Phase, campaign_phase

_LONG_OPEN = 10
"""After so many years without a known end, nobody can say that a campaign still runs."""


class Stage(Enum):
    """The registry's phase, and one more: begun, with an end that no source tells."""

    RUNNING = "Đang diễn ra"
    UPCOMING = "Sắp diễn ra"
    CLOSED = "Đã kết thúc"
    OPEN = "Chưa rõ ngày kết thúc"
    UNKNOWN = UNKNOWN


_STAGES = {Phase.UPCOMING: Stage.UPCOMING, Phase.CLOSED: Stage.CLOSED, Phase.UNKNOWN: Stage.UNKNOWN}


@question
def campaign_stage(answers: Answers, id: str) -> Stage:
    """Where the campaign is on the day; one without an end is not claimed to outlive decades or its own place."""
    campaign = answers.registry.find(Campaign, id)
    phase = campaign_phase(campaign, answers.day) if campaign else Phase.UNKNOWN
    if campaign is None or phase is not Phase.RUNNING:
        return _STAGES[phase]
    period = campaign.period
    if period is None or period.to is not None or period.from_ is None:
        return Stage.RUNNING
    long_ago = answers.day.year - period.from_.year > _LONG_OPEN
    place_is_gone = bool(campaign.place and answers.registry.place_now(campaign.place))
    return Stage.OPEN if long_ago or place_is_gone else Stage.RUNNING
