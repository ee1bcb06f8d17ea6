"""All decisions, by year."""

from __future__ import annotations

from bangvang.pages.answers import Answers, question
from bangvang.pages.channels import kind_feeds
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import decision_line
from bangvang.pages.reading import Reading
from bangvang.pages.years import of_year
from bangvang.records import Decision
from bangvang.registry import lists_indexed

TAB = "quyet-dinh"
CRUMBS = (Link("Quyết định", "quyet-dinh/"),)
_LATEST = 20


@question
def latest_decisions(answers: Answers) -> tuple[str, ...]:
    """The decisions last made."""
    found = [(str(decision.date or ""), id) for id, decision in answers.registry.public(Decision)]
    return tuple(id for _, id in sorted(found, reverse=True)[:_LATEST])


@question
def decision_years(answers: Answers) -> tuple[tuple[str, int], ...]:
    """The years with decisions, and how many each has."""
    found: dict[str, int] = {}
    for _, decision in answers.registry.public(Decision):
        if decision.date is not None:
            found[str(decision.date.year)] = found.get(str(decision.date.year), 0) + 1
    return tuple(sorted(found.items(), reverse=True))


def decisions_page(reading: Reading) -> Page:
    """The latest decisions, and the way to those of each year."""
    ids = reading.ask(latest_decisions)
    return _page(reading, "quyet-dinh/", "Quyết định khen thưởng", ids, None)


def decision_year_page(reading: Reading, year: str) -> Page:
    """A year's decisions."""
    ids = reading.ask(of_year, "decision", year)
    return _page(reading, f"quyet-dinh/nam/{year}/", f"Quyết định khen thưởng năm {year}", ids, year)


def _page(reading: Reading, url: str, title: str, ids: tuple[str, ...], year: str | None) -> Page:
    years = reading.ask(decision_years)
    return Page(
        url=url,
        tab=TAB,
        title=title,
        description=f"{title}: số, ngày, cơ quan ban hành và danh sách người, tập thể được khen thưởng.",
        template="pages/decisions.html",
        context={
            "lines": [line for id in ids if (line := decision_line(reading, id))],
            "years": [(Link(other, f"quyet-dinh/nam/{other}/"), count, other == year) for other, count in years],
            "total": sum(count for _, count in years),
            "year": year,
        },
        crumbs=CRUMBS if year else (),
        image="decision",
        indexed=lists_indexed(reading.site),
        alternates=kind_feeds("decision"),
    )
