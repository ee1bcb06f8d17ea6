"""Honours against the catalogue: validity, power, kind of honouree, posthumous, place of the time."""

from __future__ import annotations

from collections.abc import Iterator

from bangvang.checking.finding import Finding, warning
from bangvang.checking.memory import Memory
from bangvang.loading import Loaded, Severity
from bangvang.records import (
    Agency,
    Award,
    Campaign,
    Living,
    Loc,
    PartialDate,
    Place,
)
from bangvang.registry import GivenHonour, Registry, within

VALIDITY = "award-validity"
POWER = "award-power"
KIND = "award-kind"
POSTHUMOUS = "posthumous"
PLACE = "place-validity"
CAMPAIGN = "honour-campaign"


def check_awards(registry: Registry, memory: Memory) -> Iterator[Finding]:
    """Every honour of the roll against the award it names."""
    by_source: dict[int, list[GivenHonour]] = {}
    for honour in registry.honours:
        by_source.setdefault(id(honour.source), []).append(honour)
    for honours in by_source.values():
        named = _named(registry, honours)
        told = tuple((honour.row, honour.facts) for honour in honours)

        def look(source: Loaded, honours: list[GivenHonour] = honours) -> Iterator[Finding]:
            for honour in honours:
                yield from _of(registry, honour)

        yield from memory.recall("awards", honours[0].source, look, (*told, *named))


def _named(registry: Registry, honours: list[GivenHonour]) -> Iterator[Loaded | None]:
    """The records of other files that the honours of one source are judged by."""
    ids = {
        "agency": [honour.authority for honour in honours],
        "award": [honour.award for honour in honours],
        "campaign": [honour.campaign for honour in honours],
        "place": [honour.subject.place for honour in honours],
    }
    for kind, named in ids.items():
        for id in dict.fromkeys(named):
            yield registry.loaded(kind, id)


def _of(registry: Registry, honour: GivenHonour) -> Iterator[Finding]:
    award = registry.find(Award, honour.award)
    if award is not None:
        yield from _validity(honour, award)
        yield from _power(registry, honour, award)
        yield from _fits(honour, award)
    yield from _life(honour)
    yield from _place(registry, honour)
    yield from _campaign(registry, honour)


def place_in_file(honour: GivenHonour, field: str) -> Loc:
    """Where the field stands: in the row, or for all rows at the top of the decision."""
    if honour.decision is None:
        return ("honours", honour.row, field)
    given = getattr(honour.facts, "class_" if field == "class" else field, None)
    return ("recipients", honour.row, field) if given else (field,)


def _validity(honour: GivenHonour, award: Award) -> Iterator[Finding]:
    day = honour.date
    if day is None:
        return
    early = award.from_ is not None and day.surely_before(award.from_)
    late = award.to is not None and award.to.surely_before(day)
    if not early and not late:
        return
    bound = f"chỉ có từ {award.from_}" if early else f"chỉ có đến {award.to}"
    doubtful = ("from" if early else "to") in award.unverified
    yield Finding(
        honour.source,
        place_in_file(honour, "award"),
        f"“{award.name}” {bound}, nhưng được tặng ngày {day}",
        "Xem lại danh hiệu và ngày; danh hiệu cũ có mã riêng trong data/vocabulary/awards.yml."
        + (" Mốc này trong danh mục chưa có nguồn chắc chắn." if doubtful else ""),
        VALIDITY,
        Severity.WARNING if doubtful else Severity.ERROR,
    )


def _power(registry: Registry, honour: GivenHonour, award: Award) -> Iterator[Finding]:
    agency = registry.find(Agency, honour.authority)
    if agency is None or agency.authority_class is None or not award.powers or honour.date is None:
        return
    own = agency.authority_class
    spans = [power for power in award.powers if power.authority is own]
    if any(_may_hold(honour.date, power.from_, power.to) for power in spans):
        return
    if spans:
        what = f"ngày {honour.date}, {own.label} không có thẩm quyền tặng “{award.name}”"
    else:
        what = f"{own.label} không có thẩm quyền tặng “{award.name}”"
    able = ", ".join(dict.fromkeys(power.authority.label for power in award.powers))
    field: Loc = ("issuer",) if honour.decision is not None else ("honours", honour.row, "authority")
    yield Finding(
        honour.source,
        field if honour.decision is None or not honour.facts.award else place_in_file(honour, "award"),
        what,
        f"Thẩm quyền thuộc về: {able}. Xem lại danh hiệu, cơ quan ban hành và ngày.",
        POWER,
    )


def _may_hold(day: PartialDate, start: PartialDate | None, end: PartialDate | None) -> bool:
    return within(day.first, start, end) or within(day.last, start, end)


def _fits(honour: GivenHonour, award: Award) -> Iterator[Finding]:
    subject = honour.subject
    if subject.kind not in award.applies_to:
        allowed = ", ".join(kind.label.lower() for kind in award.applies_to)
        yield Finding(
            honour.source,
            place_in_file(honour, "award"),
            f"“{award.name}” không tặng cho {subject.kind.label.lower()} ({subject.name})",
            f"Danh hiệu này dành cho: {allowed}. Xem lại danh hiệu hoặc mục kind.",
            KIND,
            Severity.WARNING if "applies_to" in award.unverified else Severity.ERROR,
        )
    if award.foreign_only and not subject.foreign:
        yield Finding(
            honour.source,
            place_in_file(honour, "award"),
            f"“{award.name}” chỉ tặng người nước ngoài",
            "Thêm foreign: true, hoặc xem lại danh hiệu.",
            KIND,
        )
    if honour.facts.posthumous and not award.posthumous and "posthumous" not in award.unverified:
        yield warning(
            honour.source,
            place_in_file(honour, "posthumous"),
            f"“{award.name}” theo danh mục không có hình thức truy tặng",
            "Xem lại mục posthumous.",
            POSTHUMOUS,
        )


def _life(honour: GivenHonour) -> Iterator[Finding]:
    subject = honour.subject
    if honour.facts.posthumous and subject.living is Living.YES:
        yield Finding(
            honour.source,
            place_in_file(honour, "posthumous"),
            f"{subject.name}: ghi truy tặng nhưng living là yes",
            "Sửa posthumous hoặc living.",
            POSTHUMOUS,
        )
    if honour.facts.posthumous and subject.died and honour.date and honour.date.surely_before(subject.died):
        yield Finding(
            honour.source,
            place_in_file(honour, "posthumous"),
            f"{subject.name}: ghi truy tặng nhưng được tặng ({honour.date}) trước khi mất ({subject.died})",
            "Xem lại posthumous, died và ngày tặng.",
            POSTHUMOUS,
        )


def _place(registry: Registry, honour: GivenHonour) -> Iterator[Finding]:
    """Rows only: a profile may name the place of today."""
    if honour.decision is None or honour.date is None:
        return
    place = registry.find(Place, honour.subject.place)
    if place is None or _may_hold(honour.date, place.from_, place.to):
        return
    bounds = f"{place.from_ or '…'} đến {place.to or 'nay'}"
    yield warning(
        honour.source,
        ("recipients", honour.row, "place"),
        f"“{place.name}” ({honour.subject.place}) chỉ có trong thời gian {bounds}, không có ngày {honour.date}",
        "Chọn mã của địa phương đúng thời điểm đó; địa phương cũ và mới cùng tên có mã khác nhau.",
        PLACE,
    )


def _campaign(registry: Registry, honour: GivenHonour) -> Iterator[Finding]:
    """An honour cannot crown a campaign that had not begun."""
    campaign = registry.find(Campaign, honour.campaign)
    if campaign is None or campaign.period is None or campaign.period.from_ is None or honour.date is None:
        return
    if honour.date.surely_before(campaign.period.from_):
        yield Finding(
            honour.source,
            place_in_file(honour, "campaign"),
            f"được tặng ({honour.date}) trước khi phong trào “{campaign.name}” bắt đầu ({campaign.period.from_})",
            "Xem lại phong trào hoặc ngày.",
            CAMPAIGN,
        )
