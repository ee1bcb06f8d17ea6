"""The years: who was honoured, what was decided, launched and held in each."""

from __future__ import annotations

from bangvang.pages.answers import Answers, question
from bangvang.pages.listing import listing, part_url
from bangvang.pages.lists import counts
from bangvang.pages.membership import YEAR
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import PaperLine, decision_line, document_line
from bangvang.pages.reading import Reading
from bangvang.pages.records_index import collected
from bangvang.pages.statistics import figures_brief
from bangvang.pages.vocabulary import held
from bangvang.records import Campaign, Decision, Document, Event
from bangvang.registry import appearance, lists_indexed

TAB = "guong"
YEARS = Link("Theo năm", "nam/")


@question
def of_year(answers: Answers, kind: str, year: str) -> tuple[str, ...]:
    """The public decisions, documents, campaigns or events of a year."""
    by_year = answers.memory.get(f"years {kind}")
    if by_year is None:
        by_year = answers.memory[f"years {kind}"] = _by_year(answers, kind)
    assert isinstance(by_year, dict)
    return tuple(by_year.get(year, ()))


@question
def all_years(answers: Answers) -> tuple[str, ...]:
    """Every year with a page, the latest first."""
    found = {year for year, _ in answers.ask(counts, YEAR)}
    for kind in ("decision", "document", "campaign", "event"):
        answers.ask(of_year, kind, "")
        found |= set(answers.memory[f"years {kind}"])  # type: ignore[call-overload]
    return tuple(sorted(found, reverse=True))


def year_page(reading: Reading, year: str, number: str) -> Page:
    """One year."""
    page = int(number)
    base = f"nam/{year}/"
    people = listing(reading, YEAR, year, base, page)
    decisions = _lines(reading, "decision", year)
    documents = _lines(reading, "document", year)
    title = f"Năm {year}"
    years = reading.ask(all_years)
    here = years.index(year)
    return Page(
        url=part_url(base, page),
        tab=TAB,
        title=title if page == 1 else f"{title}, trang {page}",
        description=f"Khen thưởng năm {year}: {people.total} người, tập thể, hộ gia đình; {len(decisions)} quyết định.",
        template="pages/year.html",
        context={
            "people": people,
            "first": page == 1,
            "brief": figures_brief(reading, YEAR, year) if page == 1 else None,
            "years": [(Link(other, f"nam/{other}/"), other == year) for other in years],
            "before": _neighbour(years, here + 1),
            "after": _neighbour(years, here - 1),
            "decisions": decisions,
            "documents": documents,
            "campaigns": reading.links("campaign", reading.ask(of_year, "campaign", year)),
            "events": reading.links("event", reading.ask(of_year, "event", year)),
        },
        crumbs=(YEARS,) if page == 1 else (YEARS, Link(title, base)),
        image="site",
        indexed=lists_indexed(reading.site),
        listed=page == 1,
    )


def years_page(reading: Reading) -> Page:
    """All years."""
    numbers = dict(reading.ask(counts, YEAR))
    decades = collected(
        (f"Những năm {year[:3]}0", (Link(year, f"nam/{year}/"), held(numbers.get(year))))
        for year in reading.ask(all_years)
    )
    return Page(
        url="nam/",
        tab=TAB,
        title="Theo năm",
        description="Khen thưởng, quyết định, phong trào và sự kiện theo từng năm.",
        template="pages/groups.html",
        context={
            "groups": list(decades.items()),
            "sub": "Khen thưởng, quyết định, phong trào và sự kiện theo từng năm.",
            "empty": "",
        },
        indexed=lists_indexed(reading.site),
    )


def _neighbour(years: tuple[str, ...], place: int) -> Link | None:
    """The year before or after, of those with a page."""
    return Link(years[place], f"nam/{years[place]}/") if 0 <= place < len(years) else None


def _lines(reading: Reading, kind: str, year: str) -> list[PaperLine]:
    line = decision_line if kind == "decision" else document_line
    return [found for id in reading.ask(of_year, kind, year) if (found := line(reading, id))]


def _by_year(answers: Answers, kind: str) -> dict[str, list[str]]:
    found: dict[str, list[tuple[str, str]]] = {}
    registry = answers.registry
    for id, loaded in registry.by_kind[kind].items():
        record = loaded.record
        if not appearance(record, registry.day, registry.site).listed:
            continue
        if isinstance(record, Decision | Document):
            days = [record.date]
        elif isinstance(record, Campaign):
            days = [record.period.from_ if record.period else None]
        elif isinstance(record, Event):
            days = [record.from_]
        else:
            continue
        for day in days:
            if day is not None:
                found.setdefault(str(day.year), []).append((str(day), id))
    return {year: [id for _, id in sorted(rows, reverse=True)] for year, rows in found.items()}
