"""The page of a campaign: head, waves, targets against results, plan and bases, relatives, those honoured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bangvang.pages.campaign_families import siblings
from bangvang.pages.campaign_ties import campaign_children, campaign_line, campaign_roll, campaign_ties
from bangvang.pages.channel_addresses import calendar_of, subject_calendar
from bangvang.pages.course import days_text
from bangvang.pages.deposits import deposit_views, deposits_of_campaign, versions
from bangvang.pages.diary import is_dated
from bangvang.pages.honours import brief
from bangvang.pages.json_ld import event
from bangvang.pages.membership import CAMPAIGN
from bangvang.pages.page import Alternate, Link, Page
from bangvang.pages.papers import PaperLine, actor_links, basis_lines, decision_line, document_line
from bangvang.pages.people import person_card
from bangvang.pages.periods import as_printed, in_figures, in_words, moment
from bangvang.pages.pictures import picture
from bangvang.pages.places import place_line
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section, address_of, notice, record_card, record_page
from bangvang.pages.stages import campaign_stage
from bangvang.pages.statistics import figures_brief
from bangvang.pages.targets import results_until, target_table
from bangvang.pages.waves import SPAN, mark_views, wave_views
from bangvang.records import Action, Agency, Award, Campaign, Document, Event, Report
from bangvang.records.campaign import Reward
from bangvang.registry import Phase

TAB = "phong-trao"
SECTION = Section("campaign", TAB, Link("Phong trào", "phong-trao/"))
_MOST_DECISIONS = 8
_MOST_BASES = 12


class RewardView(NamedTuple):
    """What is promised, to whom, by whom."""

    award: Link
    eligible: str | None
    decided_by: Link | None
    quota: str


class Relative(NamedTuple):
    """A campaign of the tree."""

    name: str
    url: str
    time: str
    current: bool


class PlanView(NamedTuple):
    """A document that acts on the campaign."""

    action: str
    line: PaperLine
    printed: str | None
    signers: str
    has_text: bool
    numbered: bool


class Gathering(NamedTuple):
    """An event or a report, in the box beside the text."""

    kind: str
    link: Link
    when: str


def campaign_page(reading: Reading, id: str) -> Page:
    """The page that the campaign's state allows."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    campaign = reading.find(Campaign, id)
    assert campaign is not None
    by = _launched_by(reading, campaign)
    kept, url = reading.ask(deposits_of_campaign, id), SECTION.url(id)
    context = {
        **_head(reading, id, campaign),
        **_body(reading, campaign),
        **_tied(reading, id, campaign),
        **_honoured(reading, id),
        "deposits": deposit_views(reading, kept, url),
    }
    return record_page(
        reading,
        SECTION,
        id,
        campaign,
        description=_description(campaign, by),
        context=context,
        data=(_thing(reading, url, campaign),),
        card=record_card(
            reading,
            SECTION,
            id,
            campaign,
            label=campaign.type.label,
            lines=(by[:1].upper() + by[1:], _time(campaign)),
        ),
        alternates=_calendar(reading, id, campaign),
        versioned=bool(versions(reading, kept, url)),
    )


def _calendar(reading: Reading, id: str, campaign: Campaign) -> tuple[Alternate, ...]:
    """The campaign's days, for whoever keeps a calendar."""
    if not reading.ask(is_dated, "campaign", id):
        return ()
    return (calendar_of(subject_calendar("campaign", id), f"Lịch của phong trào {campaign.name}"),)


def _head(reading: Reading, id: str, campaign: Campaign) -> dict[str, object]:
    period = campaign.period
    stage = reading.ask(campaign_stage, id)
    photo = campaign.photos[0] if campaign.photos else None
    return {
        "campaign": campaign,
        "stage": stage,
        "live": stage is Phase.RUNNING,
        "closed": stage is Phase.CLOSED,
        "ended": moment(period.to) if period else "",
        "time": in_words(period.from_, period.to) if period else in_words(None, None),
        "time_printed": as_printed(period),
        "issuers": actor_links(reading, campaign.issuers),
        "place": place_line(reading, campaign.place, None),
        "fields": reading.links("field", campaign.fields),
        "parent": reading.link("campaign", campaign.parent),
        "photo": photo,
        "portrait": reading.ask(picture, photo.file) if photo else None,
        "updated": campaign.updated,
    }


def _body(reading: Reading, campaign: Campaign) -> dict[str, object]:
    return {
        "waves": wave_views(campaign, reading.day),
        "span": SPAN,
        "marks": mark_views(campaign.marks),
        "targets": target_table(reading, campaign.targets, results_until(campaign)),
        "points": sum((criterion.points or 0 for criterion in campaign.criteria), start=0),
        "scored": any(criterion.points is not None for criterion in campaign.criteria),
        "rewards": [_reward(reading, reward) for reward in campaign.rewards],
        "registration": campaign.registration,
        "registration_time": _registration_time(campaign),
    }


def _tied(reading: Reading, id: str, campaign: Campaign) -> dict[str, object]:
    ties = reading.ask(campaign_ties, id)
    plans = [plan for other, action in ties.documents if (plan := _plan(reading, id, other, action))]
    launched = [other for other, action in ties.documents if action is Action.LAUNCH]
    decisions = [line for other in ties.decisions[:_MOST_DECISIONS] if (line := decision_line(reading, other))]
    related = dict.fromkeys([*campaign.related, *ties.akin])
    return {
        "launches": [plan for plan in plans if plan.action == Action.LAUNCH.label],
        "plans": [plan for plan in plans if plan.action != Action.LAUNCH.label],
        "bases": _bases(reading, launched),
        "slips": sum(len(document.readings) for other in launched if (document := reading.find(Document, other))),
        "decisions": decisions,
        "more_decisions": max(0, len(ties.decisions) - _MOST_DECISIONS),
        "reports": [found for other in ties.reports if (found := _report(reading, other))],
        "events": [found for other in ties.events if (found := _event(reading, other))],
        "practices": reading.links("practice", ties.practices),
        "line": _line(reading, id),
        "siblings": siblings(reading, id),
        "children": [child for other in reading.ask(campaign_children, id) if (child := _relative(reading, other))],
        "related": [relative for other in related if (relative := _relative(reading, other))],
    }


def _honoured(reading: Reading, id: str) -> dict[str, object]:
    roll = reading.ask(campaign_roll, id)
    whole = Link(f"Xem cả {roll.total} tên", f"phong-trao/{id}/guong/")
    return {
        "cards": [person_card(reading, laureate) for laureate in roll.first],
        "honoured": roll.total,
        "all_honoured": whole if roll.total else None,
        "brief": figures_brief(reading, CAMPAIGN, id),
    }


def _reward(reading: Reading, reward: Reward) -> RewardView:
    award = reading.find(Award, reward.award)
    name = reward.award_text or (award.name if award else "")
    quota = reward.quota or ""
    if reward.count:
        quota = f"{reward.count} suất; {quota}" if quota else f"{reward.count} suất"
    decided = actor_links(reading, (reward.decided_by,)) if reward.decided_by else ()
    return RewardView(
        award=Link(name, f"danh-hieu/{reward.award}/") if award else Link(name),
        eligible=reward.eligible,
        decided_by=decided[0] if decided else None,
        quota=quota,
    )


def _registration_time(campaign: Campaign) -> str:
    registration = campaign.registration
    if registration is None or (registration.opens is None and registration.closes is None):
        return ""
    return in_words(registration.opens, registration.closes)


def _plan(reading: Reading, campaign: str, id: str, action: Action) -> PlanView | None:
    line = document_line(reading, id)
    document = reading.find(Document, id)
    if line is None or document is None:
        return None
    acted = next(entry for entry in document.campaigns if entry.id == campaign and entry.action is action)
    return PlanView(
        action=action.label,
        line=line,
        printed=acted.printed,
        signers=", ".join(signer.name for signer in document.signers),
        has_text=bool(document.sections or document.opening),
        numbered=document.number is not None,
    )


def _bases(reading: Reading, launched: list[str]) -> list[PaperLine]:
    """What the launching documents stand on, each once."""
    documents = [document for id in launched if (document := reading.find(Document, id))]
    found: dict[str, PaperLine] = {}
    for document in documents:
        for line in basis_lines(reading, document.bases):
            found.setdefault(line.url or line.title, line)
    return list(found.values())[:_MOST_BASES]


def _report(reading: Reading, id: str) -> Gathering | None:
    report = reading.find(Report, id)
    link = reading.link("report", id)
    if report is None or link is None:
        return None
    period = report.period
    when = in_words(period.from_, period.to) if period else ""
    day = f"báo cáo ngày {brief(report.date)}" if report.date else ""
    return Gathering(report.type.label, link, ", ".join(part for part in (when, day) if part))


def _event(reading: Reading, id: str) -> Gathering | None:
    held = reading.find(Event, id)
    link = reading.link("event", id)
    if held is None or link is None:
        return None
    return Gathering(held.type.label, link, days_text(held.from_, held.to))


def _line(reading: Reading, id: str) -> list[Relative]:
    """From the highest campaign that may be seen down to this one."""
    above = [found for other in reading.ask(campaign_line, id) if (found := _relative(reading, other))]
    own = _relative(reading, id)
    return [*above, Relative(own.name, own.url, own.time, True)] if own else above


def _relative(reading: Reading, id: str) -> Relative | None:
    link = reading.link("campaign", id)
    campaign = reading.find(Campaign, id)
    if link is None or link.url is None or campaign is None:
        return None
    period = campaign.period
    return Relative(link.text, link.url, in_figures(period.from_, period.to) if period else "", False)


def _thing(reading: Reading, url: str, campaign: Campaign) -> Mapping[str, object]:
    """What the page says to machines."""
    period = campaign.period
    place = place_line(reading, campaign.place, None)
    parent = reading.link("campaign", campaign.parent)
    above = address_of(reading, parent.url) if parent and parent.url else None
    return event(
        campaign.name,
        url=address_of(reading, url),
        start=str(period.from_) if period and period.from_ else None,
        end=str(period.to) if period and period.to else None,
        place=place.text if place else None,
        organizers=[link.text for link in actor_links(reading, campaign.issuers)],
        part_of=(parent.text, above) if parent and above else None,
        description=campaign.summary,
    )


def _launched_by(reading: Reading, campaign: Campaign) -> str:
    agencies = [reading.find(Agency, actor.agency) for actor in campaign.issuers]
    names = [agency.name for agency in agencies if agency] + [actor.name for actor in campaign.issuers if actor.name]
    return f"do {', '.join(names)} phát động" if names else ""


def _time(campaign: Campaign) -> str:
    return in_figures(campaign.period.from_, campaign.period.to) if campaign.period else ""


def _description(campaign: Campaign, by: str) -> str:
    return f"{campaign.name}: {', '.join(part for part in (campaign.type.label, by, _time(campaign)) if part)}."
