"""Every page that the site is to have on the day, and who builds each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bangvang.pages.answers import Answers
from bangvang.pages.archive import archive_page
from bangvang.pages.campaign import campaign_page
from bangvang.pages.campaign_families import families_page
from bangvang.pages.campaigns import campaigns_page
from bangvang.pages.changes import changes_page, changes_year_page, publication_years
from bangvang.pages.cluster import cluster_page, clusters_page
from bangvang.pages.congresses import congresses_page
from bangvang.pages.consultation import consultation_page, consultations_page
from bangvang.pages.decision import decision_page
from bangvang.pages.decisions_index import decision_year_page, decision_years, decisions_page
from bangvang.pages.document import document_page
from bangvang.pages.documents import documents_page
from bangvang.pages.english.catalogue import ENGLISH_BUILDERS, english_targets
from bangvang.pages.event import event_page, events_page
from bangvang.pages.former_places import former_places_page
from bangvang.pages.holders import held_url, holders_page
from bangvang.pages.home import home_page
from bangvang.pages.honouree import honouree_page
from bangvang.pages.listing import list_targets
from bangvang.pages.lists import KIND_URLS, campaign_people_page, counts, kind_page, letter_page, roll_page, whole_page
from bangvang.pages.membership import AGENCY, AWARD, CAMPAIGN, FIELD, HELD, KIND, LETTER, PLACE, YEAR
from bangvang.pages.open_data import open_data_page
from bangvang.pages.page import Builder, Page, Target
from bangvang.pages.places_index import places_page
from bangvang.pages.practice import practice_page, practices_page
from bangvang.pages.procedure import procedure_page, procedures_page
from bangvang.pages.reading import Reading
from bangvang.pages.report import report_page, reports_page
from bangvang.pages.search import search_page
from bangvang.pages.statistics import figures_page, figures_targets, statistics_page
from bangvang.pages.verify import verify_page
from bangvang.pages.vocabulary import (
    agencies_page,
    agency_page,
    award_page,
    awards_page,
    field_page,
    fields_page,
    place_page,
)
from bangvang.pages.years import all_years, year_page, years_page
from bangvang.records import KINDS, Removed
from bangvang.registry import Laureate, PageForm, appearance

SINGLE: Mapping[str, Builder] = {
    "": home_page,
    "bao-cao/": reports_page,
    "co-quan/": agencies_page,
    "cum-thi-dua/": clusters_page,
    "danh-hieu/": awards_page,
    "dia-phuong/": places_page,
    "du-lieu/": open_data_page,
    "guong/": roll_page,
    "lay-y-kien/": consultations_page,
    "linh-vuc/": fields_page,
    "luu-tru/": archive_page,
    "luu-tru/cay-phong-trao/": families_page,
    "luu-tru/dai-hoi/": congresses_page,
    "luu-tru/dia-danh/": former_places_page,
    "mo-hinh/": practices_page,
    "nam/": years_page,
    "nhat-ky/": changes_page,
    "phong-trao/": campaigns_page,
    "quyet-dinh/": decisions_page,
    "su-kien/": events_page,
    "thong-ke/": statistics_page,
    "thu-tuc/": procedures_page,
    "tim-kiem/": search_page,
    "tra-cuu/": verify_page,
    "van-ban/": documents_page,
}
"""Pages of which there is one, by address."""

RECORDS: Mapping[str, Builder] = {
    "cluster": cluster_page,
    "consultation": consultation_page,
    "campaign": campaign_page,
    "decision": decision_page,
    "document": document_page,
    "event": event_page,
    "practice": practice_page,
    "procedure": procedure_page,
    "report": report_page,
}
"""Pages of records, by kind; honourees are more than their records."""

LISTS: Mapping[str, Builder] = {
    "agency": agency_page,
    "award": award_page,
    "campaign-people": campaign_people_page,
    "field": field_page,
    "held": holders_page,
    "kind": kind_page,
    "letter": letter_page,
    "place": place_page,
    "whole": whole_page,
    "year": year_page,
}
"""Lists of people, in several pages where they are long."""

BUILDERS: Mapping[str, Builder] = {
    **{f"/{url}": builder for url, builder in SINGLE.items()},
    **RECORDS,
    **LISTS,
    **ENGLISH_BUILDERS,
    "honouree": honouree_page,
    "decision-year": decision_year_page,
    "figures": figures_page,
    "changes-year": changes_year_page,
}


def targets(answers: Answers) -> Iterator[Target]:
    """All pages."""
    yield from other_targets(answers)
    yield from people_targets(answers)


def other_targets(answers: Answers) -> Iterator[Target]:
    """All pages but those of the people; to know them, everybody must have been put on the lists."""
    for year in answers.ask(publication_years):
        yield Target(f"nhat-ky/{year}/", "changes-year", (year,))
    yield from _lists(answers)
    yield from figures_targets(answers)
    for kind in RECORDS:
        for id, loaded in answers.registry.by_kind[kind].items():
            if appearance(loaded.record, answers.day, answers.site).page is not PageForm.NONE:
                yield Target(f"{KINDS[kind].url}/{id}/", kind, (id,))
    for url in SINGLE:
        yield Target(url, f"/{url}")
    for year, _ in answers.ask(decision_years):
        yield Target(f"quyet-dinh/nam/{year}/", "decision-year", (year,))
    yield from english_targets(answers)


def people_targets(answers: Answers) -> Iterator[Target]:
    """The pages of the people; those of one decision stand together, for they show each other."""
    shown = [one for one in answers.registry.laureates.values() if answers.appearance(one).page is not PageForm.NONE]
    for laureate in sorted(shown, key=_last_source):
        yield Target(f"guong/{laureate.id}/", "honouree", (laureate.id,))
    for id, loaded in answers.registry.by_kind["honouree"].items():
        if isinstance(loaded.record, Removed):
            yield Target(f"guong/{id}/", "honouree", (id,))


def build_page(answers: Answers, target: Target) -> tuple[Page, Reading]:
    """One page, and what it looked at."""
    reading = Reading(answers)
    return BUILDERS[target.builder](reading, *target.arguments), reading


def _last_source(laureate: Laureate) -> str:
    return laureate.honours[-1].source.path if laureate.honours else ""


def _lists(answers: Answers) -> Iterator[Target]:
    def held(dimension: str) -> list[str]:
        return [key for key, _ in answers.ask(counts, dimension)]

    yield from list_targets(answers, LETTER, "letter", {key: f"guong/chu/{key}/" for key in held(LETTER)})
    kinds = {kind.value: url for kind, url in KIND_URLS.items() if kind.value in held(KIND)}
    yield from list_targets(answers, KIND, "kind", kinds)
    yield from list_targets(answers, YEAR, "year", {year: f"nam/{year}/" for year in answers.ask(all_years)})
    people = {key: f"phong-trao/{key}/guong/" for key in held(CAMPAIGN)}
    yield from list_targets(answers, CAMPAIGN, "campaign-people", people)
    yield from list_targets(answers, HELD, "held", {key: held_url(key) for key in held(HELD)})
    for dimension in (FIELD, PLACE, AWARD, AGENCY):
        bases = {id: f"{KINDS[dimension].url}/{id}/" for id in answers.registry.by_kind[dimension]}
        yield from list_targets(answers, dimension, dimension, bases)
