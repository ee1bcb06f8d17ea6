"""Deposits as readers meet them: what was kept, since when, where; and the versions of one page among them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.page import Link, Version
from bangvang.pages.reading import Reading
from bangvang.records import Campaign, Deposit
from bangvang.vietnamese import short_date


class DepositView(NamedTuple):
    """One deposit."""

    id: str
    title: str
    day: str
    scope: str
    campaign: Link | None
    keeper: str | None
    address: str | None
    page: str | None
    """Where the same page is read as it was."""
    digest: str | None
    note: str | None
    illustrative: bool


@question
def deposits(answers: Answers) -> tuple[str, ...]:
    """All deposits made so far, the earliest first."""
    return _in_order(answers, lambda deposit: True)


@question
def deposits_of_campaign(answers: Answers, id: str) -> tuple[str, ...]:
    """Those that hold a campaign: its own, those of its years, and those of the whole site made since it began."""
    campaign = answers.registry.find(Campaign, id)
    period = campaign.period if campaign else None
    start, end = (period.from_, period.to) if period else (None, None)

    def holds(deposit: Deposit) -> bool:
        if deposit.campaign is not None:
            return deposit.campaign == id
        if deposit.year is not None:
            begun = start.year if start else deposit.year
            ended = end.year if end else max(begun, answers.day.year)
            return period is not None and begun <= deposit.year <= ended
        return start is None or start.first <= deposit.date

    return _in_order(answers, holds)


@question
def deposits_of_site(answers: Answers) -> tuple[str, ...]:
    """Those of the whole site."""
    return _in_order(answers, lambda deposit: deposit.campaign is None and deposit.year is None)


def deposit_views(reading: Reading, ids: tuple[str, ...], url: str) -> tuple[DepositView, ...]:
    """Deposits for the page at an address."""
    return tuple(_view(reading, id, deposit, url) for id in ids if (deposit := reading.find(Deposit, id)))


def versions(reading: Reading, ids: tuple[str, ...], url: str) -> tuple[Version, ...]:
    """The versions of a page that can be read one by one."""
    found = [deposit for id in ids if (deposit := reading.find(Deposit, id))]
    return tuple(Version(f"{deposit.pages}{url}", deposit.date) for deposit in found if deposit.pages)


def versioned_pages(answers: Answers) -> dict[str, tuple[Version, ...]]:
    """Every page that has versions, by address, with them."""
    if not answers.ask(deposits):
        return {}
    reading = Reading(answers)
    pages = {"": answers.ask(deposits_of_site)}
    for id, _ in answers.registry.public(Campaign):
        pages[f"phong-trao/{id}/"] = answers.ask(deposits_of_campaign, id)
    return {url: found for url, ids in pages.items() if (found := versions(reading, ids, url))}


def _in_order(answers: Answers, wanted: Callable[[Deposit], bool]) -> tuple[str, ...]:
    found = [
        (deposit.date, id)
        for id, deposit in answers.registry.all(Deposit)
        if deposit.date <= answers.day and wanted(deposit)
    ]
    return tuple(id for _, id in sorted(found))


def _view(reading: Reading, id: str, deposit: Deposit, url: str) -> DepositView:
    day, campaign = deposit.date, reading.link("campaign", deposit.campaign)
    scope = "Cả trang"
    if deposit.campaign is not None:
        scope = "Một phong trào"
    elif deposit.year is not None:
        scope = f"Năm {deposit.year}"
    return DepositView(
        id=id,
        title=deposit.title,
        day=short_date(day),
        scope=scope,
        campaign=campaign,
        keeper=deposit.keeper,
        address=deposit.address,
        page=f"{deposit.pages}{url}" if deposit.pages else None,
        digest=deposit.digest,
        note=deposit.note,
        illustrative=deposit.illustrative,
    )
