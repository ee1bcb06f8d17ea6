"""Entries of decisions, documents, campaigns and all other records that have a page of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bangvang.pages.campaigns import campaign_card
from bangvang.pages.honours import brief
from bangvang.pages.page import Link
from bangvang.pages.paper_names import decision_name, document_name
from bangvang.pages.periods import in_figures
from bangvang.pages.reading import Reading
from bangvang.pages.stages import campaign_stage
from bangvang.records import (
    Campaign,
    Cluster,
    Consultation,
    Decision,
    Document,
    Event,
    PartialDate,
    Period,
    Practice,
    Procedure,
    Recipient,
    Record,
    Report,
)
from bangvang.records.actor import Actor
from bangvang.records.document import Section
from bangvang.registry import Phase, appearance
from bangvang.search.entry import Entry, Facts
from bangvang.search.people import award_words, campaign_words, field_words, place_words
from bangvang.search.places import nearest, place_facts
from bangvang.search.proofs import proof_keys
from bangvang.search.words import agency_words, joined_words, row_text

_MOST_YEARS = 30
_CAMPAIGN_WEIGHT, _PAPER_WEIGHT, _DECISION_WEIGHT = 2_000, 1_500, 1_200


def campaign_entry(reading: Reading, id: str) -> Entry | None:
    """A campaign by its name and aliases, with what it asks and promises."""
    campaign = reading.find(Campaign, id)
    card = campaign_card(reading, id)
    if campaign is None or card is None or not _searched(reading, campaign):
        return None
    time = " ".join(filter(None, (card.begun, card.until)))
    entry = Entry(
        url=f"phong-trao/{id}/",
        kind="campaign",
        title=campaign.name,
        line=_line(campaign.type.label, time),
        place=card.place.text if card.place else "",
        text=row_text(campaign.summary or campaign.theme),
        names=campaign.aliases,
        meta=joined_words(
            campaign.theme, campaign.sector, campaign.level.label, card.issuers, time,
            *(field_words(reading, field) for field in campaign.fields),
            *_places(reading, campaign.place),
        ),
        body=joined_words(
            campaign.summary, campaign.participants,
            *(part for content in campaign.contents for part in (content.heading, content.text)),
            *(criterion.name for criterion in campaign.criteria),
            *(part for wave in campaign.waves for part in (wave.name, wave.goal)),
            *(award_words(reading, reward.award) if reward.award else reward.award_text for reward in campaign.rewards),
            *(target.name for target in campaign.targets),
        ),
        weight=_CAMPAIGN_WEIGHT,
        illustrative=campaign.illustrative,
    )  # fmt: skip
    return _placed(reading, entry, campaign.place, {
        "campaign": (id,), "field": campaign.fields, "year": _years(campaign.period),
    }, (id,))  # fmt: skip


def decision_entry(reading: Reading, id: str) -> Entry | None:
    """A decision by number and title, with the names of those whom search may find."""
    decision = reading.find(Decision, id)
    if decision is None or not _searched(reading, decision):
        return None
    rows = [row for row in decision.recipients if isinstance(row, Recipient) and _may_be_named(reading, row.id)]
    awards = dict.fromkeys(award for award in (decision.award, *(row.award for row in rows)) if award)
    campaigns = dict.fromkeys(one for one in (decision.campaign, *(row.campaign for row in rows)) if one)
    entry = Entry(
        url=f"quyet-dinh/{id}/",
        kind="decision",
        title=decision.title,
        line=_line("Quyết định", f"số {decision.number}" if decision.number else "", brief(decision.date)),
        text=row_text(decision.summary),
        names=_numbers(decision.number, decision.number_reading),
        meta=joined_words(
            _cited(decision_name(decision), decision.date), agency_words(reading, decision.issuer),
            str(decision.date.year), _signed(decision),
            *(award_words(reading, award) for award in awards),
            *(campaign_words(reading, campaign) for campaign in campaigns),
        ),
        body=joined_words(decision.summary, *(row.name for row in rows)),
        year=decision.date.year,
        weight=_DECISION_WEIGHT,
        illustrative=decision.illustrative,
        proofs=proof_keys([""], [decision.number]),
    )  # fmt: skip
    return _placed(reading, entry, None, {
        "award": tuple(awards), "campaign": tuple(campaigns), "year": (str(decision.date.year),),
    }, campaigns)  # fmt: skip


def document_entry(reading: Reading, id: str) -> Entry | None:
    """A document by number and title, with its whole text."""
    document = reading.find(Document, id)
    if document is None or not _searched(reading, document):
        return None
    campaigns = tuple(action.id for action in document.campaigns)
    entry = Entry(
        url=f"van-ban/{id}/",
        kind="document",
        title=document.title,
        line=_line(document_name(document), brief(document.date)),
        text=row_text(document.summary),
        names=_numbers(document.number, document.number_reading),
        meta=joined_words(
            _cited(document_name(document), document.date), agency_words(reading, document.issuer),
            _year(document.date),
            *(signer.name for signer in document.signers),
            *(campaign_words(reading, campaign) for campaign in campaigns),
        ),
        body=joined_words(
            document.summary, *(task.what for task in document.tasks), *_printed(document.sections)
        ),
        year=document.date.year if document.date else None,
        weight=_PAPER_WEIGHT,
        illustrative=document.illustrative,
    )  # fmt: skip
    return _placed(reading, entry, None, {"campaign": campaigns, "year": _dated(document.date)}, campaigns)


def practice_entry(reading: Reading, id: str) -> Entry | None:
    """A practice: what was wrong, what was done, what it brought."""
    practice = reading.find(Practice, id)
    if practice is None or not _searched(reading, practice):
        return None
    people = [person.text for one in practice.honourees if (person := _named(reading, one))]
    entry = Entry(
        url=f"mo-hinh/{id}/",
        kind="practice",
        title=practice.name,
        line=_line(practice.kind.label, _year(practice.since)),
        text=row_text(practice.summary or practice.problem),
        meta=joined_words(
            practice.kind.label, _year(practice.since), *people,
            *(field_words(reading, field) for field in practice.fields),
            *_places(reading, practice.place),
            campaign_words(reading, practice.campaign) if practice.campaign else None,
        ),
        body=joined_words(
            practice.summary, practice.problem, practice.way, *practice.steps, practice.conditions,
            *(result.what for result in practice.results),
            *(part for one in practice.adopted for part in (one.unit, one.result)),
        ),
        year=practice.since.year if practice.since else None,
        weight=_PAPER_WEIGHT,
        illustrative=practice.illustrative,
    )  # fmt: skip
    campaigns = (practice.campaign,) if practice.campaign else ()
    return _placed(reading, entry, practice.place, {
        "field": practice.fields, "campaign": campaigns, "year": _dated(practice.since),
    }, campaigns)  # fmt: skip


def cluster_entry(reading: Reading, id: str) -> Entry | None:
    """A cluster by its members and their years."""
    cluster = reading.find(Cluster, id)
    if cluster is None or not _searched(reading, cluster):
        return None
    years = tuple(str(year.year) for year in cluster.years)
    entry = Entry(
        url=f"cum-thi-dua/{id}/",
        kind="cluster",
        title=cluster.name,
        line=_line(cluster.type.label, f"{len(cluster.members)} đơn vị"),
        text=row_text(cluster.summary),
        meta=joined_words(
            agency_words(reading, cluster.agency),
            *(agency_words(reading, member.agency) for member in cluster.members),
            *years,
        ),
        body=joined_words(cluster.summary, *(year.pledge for year in cluster.years)),
        year=max((year.year for year in cluster.years), default=None),
        weight=_PAPER_WEIGHT,
        illustrative=cluster.illustrative,
    )
    return _placed(reading, entry, None, {"year": years})


def event_entry(reading: Reading, id: str) -> Entry | None:
    """An event: when, where, who spoke on what."""
    event = reading.find(Event, id)
    if event is None or not _searched(reading, event):
        return None
    day = event.from_ or event.to
    campaigns = (*event.campaigns, *event.launches)
    speakers = [person.text for one in event.speakers if one.honouree and (person := _named(reading, one.honouree))]
    entry = Entry(
        url=f"su-kien/{id}/",
        kind="event",
        title=event.name,
        line=_line(event.type.label, brief(day)),
        place=event.venue or "",
        text=row_text(event.summary),
        names=(event.series,) if event.series else (),
        meta=joined_words(
            event.type.label, _year(day), event.venue, event.holiday, *_actors(reading, event.organiser), *speakers,
            *(campaign_words(reading, campaign) for campaign in campaigns),
            *_places(reading, event.place),
        ),
        body=joined_words(
            event.summary, event.honoured_text, *(speaker.topic for speaker in event.speakers),
            *(item.what for item in event.programme),
        ),
        year=day.year if day else None,
        weight=_PAPER_WEIGHT,
        illustrative=event.illustrative,
    )  # fmt: skip
    return _placed(reading, entry, event.place, {"campaign": campaigns, "year": _dated(day)}, campaigns)


def report_entry(reading: Reading, id: str) -> Entry | None:
    """A report on campaigns."""
    report = reading.find(Report, id)
    if report is None or not _searched(reading, report):
        return None
    period = report.period
    entry = Entry(
        url=f"bao-cao/{id}/",
        kind="report",
        title=report.title,
        line=_line(report.type.label, brief(report.date) or (in_figures(period.from_, period.to) if period else "")),
        text=row_text(report.summary),
        meta=joined_words(
            report.type.label, agency_words(reading, report.agency), _year(report.date),
            *(campaign_words(reading, campaign) for campaign in report.campaigns),
        ),
        body=joined_words(report.summary, report.results, report.shortcomings, report.remedies, report.lessons),
        year=report.date.year if report.date else None,
        weight=_PAPER_WEIGHT,
        illustrative=report.illustrative,
    )  # fmt: skip
    facts = {"campaign": report.campaigns, "year": _dated(report.date)}
    return _placed(reading, entry, None, facts, report.campaigns)


def consultation_entry(reading: Reading, id: str) -> Entry | None:
    """A consultation by its title; its candidates are no laureates yet and are not found by name."""
    consultation = reading.find(Consultation, id)
    if consultation is None or not _searched(reading, consultation):
        return None
    closes = consultation.closes
    entry = Entry(
        url=f"lay-y-kien/{id}/",
        kind="consultation",
        title=consultation.title,
        line=_line("Lấy ý kiến", f"đến hết {closes.day:02}/{closes.month}/{closes.year}"),
        text=row_text(consultation.summary),
        meta=joined_words(
            "Lấy ý kiến nhân dân", agency_words(reading, consultation.agency), str(closes.year),
            award_words(reading, consultation.award) if consultation.award else None,
            campaign_words(reading, consultation.campaign) if consultation.campaign else None,
        ),
        body=joined_words(consultation.summary),
        year=closes.year,
        weight=_PAPER_WEIGHT,
        illustrative=consultation.illustrative,
    )  # fmt: skip
    campaigns = (consultation.campaign,) if consultation.campaign else ()
    awards = (consultation.award,) if consultation.award else ()
    return _placed(reading, entry, None, {
        "award": awards, "campaign": campaigns, "year": (str(closes.year),),
    }, campaigns)  # fmt: skip


def procedure_entry(reading: Reading, id: str) -> Entry | None:
    """A procedure by its name and code, with its steps and papers."""
    procedure = reading.find(Procedure, id)
    if procedure is None or not _searched(reading, procedure):
        return None
    authority = (procedure.authority,) if procedure.authority else ()
    entry = Entry(
        url=f"thu-tuc/{id}/",
        kind="procedure",
        title=procedure.name,
        line=_line("Thủ tục hành chính", f"{procedure.days} ngày làm việc" if procedure.days else ""),
        text=row_text(procedure.summary),
        names=(procedure.code,) if procedure.code else (),
        meta=joined_words(
            "Thủ tục hành chính", *_actors(reading, authority),
            *(award_words(reading, award) for award in procedure.for_awards),
        ),
        body=joined_words(
            procedure.summary, *(step.what for step in procedure.steps), *(paper.name for paper in procedure.papers)
        ),
        weight=_PAPER_WEIGHT,
        illustrative=procedure.illustrative,
    )  # fmt: skip
    return _placed(reading, entry, None, {"award": procedure.for_awards})


def _searched(reading: Reading, record: Record) -> bool:
    return appearance(record, reading.day, reading.site).searched


def _may_be_named(reading: Reading, id: str) -> bool:
    laureate = reading.laureate(id)
    return laureate is not None and reading.appearance(laureate).searched


def _named(reading: Reading, id: str) -> Link | None:
    return reading.person(id) if _may_be_named(reading, id) else None


def _placed(reading: Reading, entry: Entry, place: str | None, facts: Facts, campaigns: Iterable[str] = ()) -> Entry:
    found = {
        "kind": (entry.kind,),
        "state": ("archive" if _over(reading, campaigns) else "current",),
        "place": place_facts(reading, (place,)),
        **facts,
    }
    told = {facet: tuple(codes) for facet, codes in found.items() if codes}
    return replace(entry, facts=told, near=nearest(reading, place))


def _over(reading: Reading, campaigns: Iterable[str]) -> bool:
    """Whether all campaigns that something belongs to are closed; what belongs to none is not over."""
    stages = [reading.ask(campaign_stage, id) for id in campaigns]
    return bool(stages) and all(stage is Phase.CLOSED for stage in stages)


def _line(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _year(date: PartialDate | None) -> str:
    return str(date.year) if date else ""


def _dated(date: PartialDate | None) -> tuple[str, ...]:
    return (str(date.year),) if date else ()


def _years(period: Period | None) -> tuple[str, ...]:
    start, end = (period.from_, period.to) if period else (None, None)
    first, last = start or end, end or start
    if first is None or last is None or last.year - first.year > _MOST_YEARS:
        return _dated(first)
    return tuple(str(year) for year in range(first.year, last.year + 1))


def _cited(name: str, date: PartialDate | None) -> str:
    """As other papers name it: “Quyết định số 15/QĐ-UBND ngày 02/3/2024”; so it is typed by whoever copies one."""
    return f"{name} ngày {brief(date)}" if date and date.day else name


def _numbers(*numbers: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number for number in numbers if number))


def _signed(decision: Decision) -> str | None:
    return decision.signer.name if decision.signer else None


def _places(reading: Reading, place: str | None) -> tuple[str, ...]:
    return (place_words(reading, place),) if place else ()


def _actors(reading: Reading, actors: Iterable[Actor]) -> list[str | None]:
    return [actor.name or agency_words(reading, actor.agency) for actor in actors]


def _printed(sections: Iterable[Section]) -> Iterable[str]:
    for section in sections:
        yield from section.lines()


PAPERS = {
    "campaign": campaign_entry,
    "cluster": cluster_entry,
    "consultation": consultation_entry,
    "decision": decision_entry,
    "document": document_entry,
    "event": event_entry,
    "practice": practice_entry,
    "procedure": procedure_entry,
    "report": report_entry,
}
"""Kind → what makes its entries."""
