"""Campaigns: periods inside their parents', waves inside the campaign, anniversaries, sums, names."""

from __future__ import annotations

from collections.abc import Iterator

from bangvang.checking.finding import Finding, warning
from bangvang.loading import Loaded
from bangvang.records import Campaign, Loc, PartialDate, Target
from bangvang.records.campaign import Mark, Wave
from bangvang.registry import Registry
from bangvang.vietnamese import fold, format_number

PERIOD = "outside-parent-period"
WAVE = "outside-campaign-period"
ANNIVERSARY = "anniversary"
SUM = "sum"
NAME = "campaign-name-twice"


def check_campaigns(registry: Registry) -> Iterator[Finding]:
    """Everything that can be wrong with a campaign that reads well."""
    for loaded in registry.by_kind["campaign"].values():
        campaign = loaded.record
        if isinstance(campaign, Campaign):
            yield from _period(registry, loaded, campaign)
            yield from _waves(loaded, campaign)
            for index, target in enumerate(campaign.targets):
                yield from _sums(loaded, target, ("targets", index))
    yield from _names(registry)


def _period(registry: Registry, loaded: Loaded, campaign: Campaign) -> Iterator[Finding]:
    parent = registry.find(Campaign, campaign.parent)
    on_a_circle = loaded.id in registry.campaign_ancestors(campaign.parent or loaded.id)
    if parent is None or parent.period is None or campaign.period is None or on_a_circle:
        return
    own, above = campaign.period, parent.period
    if own.from_ and above.from_ and own.from_.surely_before(above.from_):
        yield Finding(
            loaded,
            ("period", "from"),
            f"bắt đầu ({own.from_}) trước phong trào cấp trên “{parent.name}” ({above.from_})",
            "Xem lại period.from, hoặc mục parent.",
            PERIOD,
        )
    if own.to and above.to and above.to.surely_before(own.to):
        yield Finding(
            loaded,
            ("period", "to"),
            f"kết thúc ({own.to}) sau phong trào cấp trên “{parent.name}” ({above.to})",
            "Xem lại period.to, hoặc mục parent.",
            PERIOD,
        )


def _waves(loaded: Loaded, campaign: Campaign) -> Iterator[Finding]:
    period = campaign.period
    start, end = (period.from_, period.to) if period else (None, None)
    for index, mark in enumerate(campaign.marks):
        yield from _anniversary(loaded, mark, start, end, ("marks", index))
    for number, wave in enumerate(campaign.waves):
        yield from _wave_inside(loaded, wave, start, end, ("waves", number))
        for index, mark in enumerate(wave.marks):
            yield from _anniversary(
                loaded, mark, wave.from_ or start, wave.to or end, ("waves", number, "marks", index)
            )


def _wave_inside(
    loaded: Loaded, wave: Wave, start: PartialDate | None, end: PartialDate | None, loc: Loc
) -> Iterator[Finding]:
    early = wave.from_ and start and wave.from_.surely_before(start)
    late = wave.to and end and end.surely_before(wave.to)
    if early or late:
        yield Finding(
            loaded,
            (*loc, "from" if early else "to"),
            f"{wave.name} nằm ngoài thời gian của phong trào ({start or '…'} đến {end or '…'})",
            "Xem lại thời gian của đợt, hoặc của phong trào.",
            WAVE,
        )


def _anniversary(
    loaded: Loaded, mark: Mark, start: PartialDate | None, end: PartialDate | None, loc: Loc
) -> Iterator[Finding]:
    """The years must lead from the event into the years of the wave or campaign."""
    if mark.years is None or mark.since is None or (start is None and end is None):
        return
    first = start.year if start else end.year if end else 0
    last = end.year if end else first
    year = mark.since.year + mark.years
    if not first <= year <= last:
        expected = f"{first - mark.since.year}" if first == last else f"từ {first - mark.since.year}"
        yield Finding(
            loaded,
            (*loc, "years"),
            f"{mark.what}: {mark.since.year} cộng {mark.years} năm là {year}, không phải {first}",
            f"Sửa years (đúng ra là {expected}) hoặc since; nếu văn bản in sai thì ghi chữ in vào printed.",
            ANNIVERSARY,
        )


def _sums(loaded: Loaded, target: Target, loc: Loc) -> Iterator[Finding]:
    for index, part in enumerate(target.parts):
        yield from _sums(loaded, part, (*loc, "parts", index))
    same_unit = [part for part in target.parts if part.unit == target.unit]
    values = [part.value for part in same_unit if part.value is not None]
    if not target.complete or target.value is None or not values or len(values) < len(target.parts):
        return
    total = sum(values)
    if total != target.value:
        listed = " + ".join(format_number(value) for value in values)
        yield Finding(
            loaded,
            (*loc, "value"),
            f"{target.name}: các phần cộng lại không khớp: {listed} = {format_number(total)},"
            f" nhưng tổng ghi {format_number(target.value)}",
            "Sửa con số sai; nếu “trong đó” chỉ kể một phần thì thêm complete: false.",
            SUM,
        )


def _names(registry: Registry) -> Iterator[Finding]:
    """One campaign, one record: spelling variants belong into its aliases."""
    seen: dict[tuple[str, str | None, str | None], tuple[str, str]] = {}
    for id, campaign in registry.all(Campaign):
        for name in dict.fromkeys(fold(name) for name in (campaign.name, *campaign.aliases)):
            start = str(campaign.period.from_) if campaign.period and campaign.period.from_ else None
            other = seen.setdefault((name, campaign.place, start), (id, campaign.name))
            loaded = registry.loaded("campaign", id)
            if other[0] != id and loaded is not None:
                yield warning(
                    loaded,
                    ("name",),
                    f"trùng tên với phong trào “{other[1]}” ({other[0]})",
                    "Nếu là một thì gộp vào một hồ sơ, cách viết khác ghi ở aliases.",
                    NAME,
                )
