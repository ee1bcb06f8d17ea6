"""How far a campaign has come, as pages ask it."""

from __future__ import annotations

from bangvang.pages.answers import Answers, question
from bangvang.registry import Phase


@question
def campaign_stage(answers: Answers, id: str) -> Phase:
    """Where the campaign is on the day."""
    return answers.registry.campaign_phase(id)
