"""The home page: search first, then counts, exemplars, campaigns, decisions, practices, ways to browse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers, question
from bangvang.pages.channel_addresses import ALL, WHOLE_CALENDAR, calendar_of, feeds_of
from bangvang.pages.decisions_index import latest_decisions
from bangvang.pages.deposits import deposits_of_site, versions
from bangvang.pages.english.addresses import counterpart
from bangvang.pages.honours import brief
from bangvang.pages.json_ld import web_site
from bangvang.pages.lists import browse, counts, newest
from bangvang.pages.membership import KIND
from bangvang.pages.page import Page
from bangvang.pages.papers import agency_link, decision_line, document_line
from bangvang.pages.people import PersonCard, person_card
from bangvang.pages.reading import Reading
from bangvang.pages.timeline import campaign_timeline, is_national_congress
from bangvang.records import Campaign, Decision, Document, Event, Honouree, Practice, SubjectKind
from bangvang.records.document import DocumentType
from bangvang.registry import PageForm, Phase, lists_indexed

_FEATURED = 5
_LATEST = 4


class HomeWords(NamedTuple):
    """What the office wrote for the home page in docs/index.md."""

    title: str = "Bảng Vàng"
    description: str = ""
    kicker: str = "Điển hình tiên tiến, gương người tốt việc tốt"
    heading: str = "Mỗi việc tốt, một tên người"
    lead: str = ""
    search_label: str = "Tìm tên người, đơn vị, phong trào"
    search_placeholder: str = "Tìm tên người, đơn vị, phong trào…"
    examples: tuple[str, ...] = ()
    text: str = ""


def hand_over_words(answers: Answers, words: HomeWords) -> None:
    """Give the home page its words."""
    answers.memory["home words"] = words


@question
def home_words(answers: Answers) -> HomeWords:
    """The office's words."""
    return cast("HomeWords", answers.memory.get("home words", HomeWords()))


@question
def totals(answers: Answers) -> tuple[tuple[str, int], ...]:
    """How much there is of each kind, for the strip of figures."""
    registry = answers.registry
    kinds = dict(answers.ask(counts, KIND))
    congresses = sum(is_national_congress(event) for _, event in registry.public(Event))
    plans = sum(document.type is DocumentType.PLAN for _, document in registry.public(Document))
    places = kinds.get(SubjectKind.LOCALITY.value, 0)
    figures = (
        ("cá nhân", kinds.get(SubjectKind.INDIVIDUAL.value, 0)),
        ("tập thể, địa phương" if places else "tập thể", kinds.get(SubjectKind.COLLECTIVE.value, 0) + places),
        ("hộ gia đình", kinds.get(SubjectKind.HOUSEHOLD.value, 0)),
        ("phong trào", sum(1 for _ in registry.public(Campaign))),
        ("kỳ đại hội toàn quốc", congresses),
        ("kế hoạch đã số hóa", plans),
    )
    return tuple(figure for figure in figures if figure[1])[:5]


@question
def exemplars(answers: Answers) -> tuple[str, ...]:
    """Told profiles, the latest first, for when the office picked too few."""
    told = [
        (str(record.updated or ""), id)
        for id, record in answers.registry.public(Honouree)
        if (laureate := answers.registry.laureates.get(id)) is not None
        and record.story
        and answers.appearance(laureate).page is PageForm.FULL
    ]
    return tuple(id for _, id in sorted(told, reverse=True)[: _FEATURED * 2])


@question
def running_campaigns(answers: Answers) -> tuple[str, ...]:
    """Campaigns under way, the latest begun first."""
    registry = answers.registry
    running = [
        (str(campaign.period.from_ if campaign.period else ""), id)
        for id, campaign in registry.public(Campaign)
        if registry.campaign_phase(id) is Phase.RUNNING
    ]
    return tuple(id for _, id in sorted(running, reverse=True))


@question
def latest_plans(answers: Answers) -> tuple[str, ...]:
    """Plans, the latest first."""
    plans = [
        (str(document.date or (document.period.from_ if document.period else "")), id)
        for id, document in answers.registry.public(Document)
        if document.type is DocumentType.PLAN
    ]
    return tuple(id for _, id in sorted(plans, reverse=True)[:_LATEST])


@question
def some_practices(answers: Answers) -> tuple[str, ...]:
    """Practices, the latest first."""
    found = [(str(practice.updated or ""), id) for id, practice in answers.registry.public(Practice)]
    return tuple(id for _, id in sorted(found, reverse=True)[:6])


def home_page(reading: Reading) -> Page:
    """The home page."""
    words = reading.ask(home_words)
    site = reading.site
    featured = _featured(reading)
    context = {
        "words": words,
        "totals": reading.ask(totals),
        "lead": featured[0] if featured else None,
        "featured": featured[1:],
        "people": sum(count for _, count in reading.ask(counts, KIND)),
        "campaigns": _campaigns(reading),
        "timeline": campaign_timeline(reading),
        "decisions": [line for id in _picked(reading) if (line := decision_line(reading, id))][:_LATEST],
        "plans": [line for id in reading.ask(latest_plans) if (line := document_line(reading, id))],
        "practices": _practices(reading),
        **browse(reading, most=14),
    }
    return Page(
        url="",
        tab="",
        title=words.title,
        description=words.description or (site.description if site else ""),
        template="pages/home.html",
        context=context,
        image="site",
        indexed=lists_indexed(site),
        data=(web_site(site.address, site.name, description=site.description),) if site else (),
        alternates=(*feeds_of(ALL, "Mọi tin mới"), calendar_of(WHOLE_CALENDAR, "Lịch thi đua")),
        versioned=bool(versions(reading, reading.ask(deposits_of_site), "")),
        pair=counterpart(site, ""),
    )


def _featured(reading: Reading) -> list[PersonCard]:
    picks = reading.site.home.honourees if reading.site else ()
    ids = dict.fromkeys([*picks, *reading.ask(exemplars), *reading.ask(newest)])
    shown: dict[str, None] = {}
    for id in ids:
        laureate = reading.laureate(id)
        if laureate is not None and reading.appearance(laureate).listed:
            shown[laureate.id] = None
        if len(shown) == _FEATURED:
            break
    return [person_card(reading, id) for id in shown]


def _campaigns(reading: Reading) -> Sequence[Mapping[str, object]]:
    picks = reading.site.home.campaigns if reading.site else ()
    running = reading.ask(running_campaigns)
    cards = []
    for id in dict.fromkeys([*(pick for pick in picks if pick in running), *running]):
        campaign = reading.find(Campaign, id)
        link = reading.link("campaign", id)
        if campaign is None or link is None:
            continue
        issuer = agency_link(reading, campaign.issuers[0].agency) if campaign.issuers else None
        begun = campaign.period.from_ if campaign.period else None
        cards.append({
            "link": link,
            "summary": campaign.summary or campaign.theme or "",
            "since": f"Từ {brief(begun)}" if begun else "",
            "issuer": issuer.text if issuer else "",
            "illustrative": campaign.illustrative,
        })  # fmt: skip
    return cards[:4]


def _practices(reading: Reading) -> Sequence[Mapping[str, object]]:
    picks = reading.site.home.practices if reading.site else ()
    cards = []
    for id in dict.fromkeys([*picks, *reading.ask(some_practices)]):
        practice = reading.find(Practice, id)
        link = reading.link("practice", id)
        if practice is None or link is None:
            continue
        fields = reading.links("field", practice.fields)
        people = [person for other in practice.honourees[:2] if (person := reading.person(other))]
        cards.append({
            "link": link,
            "kind": practice.kind.label,
            "field": fields[0].text if fields else practice.kind.label,
            "summary": practice.summary or "",
            "people": ", ".join(person.text for person in people),
            "illustrative": practice.illustrative,
        })  # fmt: skip
    return cards[:6]


def _picked(reading: Reading) -> list[str]:
    picks = reading.site.home.decisions if reading.site else ()
    return list(
        dict.fromkeys([*(pick for pick in picks if reading.find(Decision, pick)), *reading.ask(latest_decisions)])
    )
