"""What a book is about: everybody, or those of a campaign, a year, an event, a place, or named one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bangvang.pages.answers import Answers
from bangvang.pages.membership import PLACE, listed, members, valid_honours
from bangvang.publishing.error import Failure
from bangvang.records import Campaign, Decision, Event, Place
from bangvang.registry import GivenHonour, Registry, appearance

_Test = Callable[[GivenHonour], bool]


@dataclass(frozen=True, slots=True)
class Scope:
    """What was asked for; several wishes must all be met."""

    campaign: str | None = None
    year: int | None = None
    event: str | None = None
    place: str | None = None
    ids: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return self == Scope()


@dataclass(frozen=True, slots=True)
class Selection:
    """Who and what stands in the book."""

    scope: Scope
    honours: Mapping[str, tuple[GivenHonour, ...]]
    """By laureate, those honours that the book is about."""
    campaigns: tuple[str, ...]
    decisions: tuple[str, ...]
    subtitle: str

    @property
    def rows(self) -> frozenset[tuple[str, int]]:
        """The rows of decisions that are told."""
        return frozenset(
            (honour.source.id, honour.row)
            for honours in self.honours.values()
            for honour in honours
            if honour.decision is not None
        )


def select(answers: Answers, scope: Scope) -> Selection:
    """Everybody and everything within the scope that the public may see."""
    registry = answers.registry
    _must_be_known(registry, scope)
    tests = tuple(_tests(registry, scope))
    named = _named(registry, scope)
    within = frozenset(answers.ask(members, PLACE, scope.place)) if scope.place else None
    honours: dict[str, tuple[GivenHonour, ...]] = {}
    for id in answers.ask(listed):
        if within is not None and id not in within:
            continue
        chosen = tuple(honour for honour in valid_honours(answers, id) if all(test(honour) for test in tests))
        if chosen or id in named or not tests:
            honours[id] = chosen or valid_honours(answers, id)
    if not honours:
        words = _words(registry, scope) or "cả trang"
        raise Failure(
            f"Chưa có ai được khen trong phạm vi đã chọn ({words}), nên không có gì để in. "
            "Hãy chọn phạm vi khác, hoặc xem hồ sơ, quyết định đã công bố chưa."
        )
    decisions = {honour.source.id for chosen in honours.values() for honour in chosen if honour.decision is not None}
    return Selection(
        scope,
        honours,
        _campaigns(registry, scope, honours),
        tuple(sorted(decisions, key=lambda id: (str(_decision_day(registry, id)), id))),
        _words(registry, scope),
    )


def _must_be_known(registry: Registry, scope: Scope) -> None:
    for kind, id, what in (
        ("campaign", scope.campaign, "phong trào"),
        ("event", scope.event, "sự kiện"),
        ("place", scope.place, "địa phương"),
    ):
        loaded = registry.loaded(kind, id)
        if id and (loaded is None or not appearance(loaded.record, registry.day, registry.site).listed):
            raise Failure(
                f"Không có {what} nào đang công bố mang mã “{id}”. Xem lại mã; mã là tên tệp, không có đuôi .yml."
            )
    for id in scope.ids:
        if not any(registry.exists(kind, id) for kind in ("honouree", "decision", "campaign")):
            raise Failure(f"Mã “{id}” trong danh sách chọn không thuộc hồ sơ, quyết định hay phong trào nào. Xem lại.")


def _tests(registry: Registry, scope: Scope) -> list[_Test]:
    found: list[_Test] = []
    if scope.campaign:
        line = frozenset(_below(registry, scope.campaign))
        found.append(lambda honour: honour.campaign in line)
    if scope.year:
        found.append(lambda honour: honour.date is not None and honour.date.year == scope.year)
    if scope.event:
        given = _given_at(registry, scope.event)
        found.append(lambda honour: honour.decision is not None and honour.source.id in given)
    if scope.ids:
        wanted = frozenset(scope.ids)
        found.append(lambda honour: not wanted.isdisjoint((honour.laureate, honour.source.id, honour.campaign)))
    return found


def _named(registry: Registry, scope: Scope) -> frozenset[str]:
    """Those who belong to the book whatever they were honoured for."""
    event = registry.find(Event, scope.event)
    guests = event.honoured.honourees if event and event.honoured else ()
    return frozenset(registry.merged_ids.get(id, id) for id in (*scope.ids, *guests))


def _given_at(registry: Registry, event: str) -> frozenset[str]:
    record = registry.find(Event, event)
    named = record.honoured.decisions if record and record.honoured else ()
    return frozenset([*named, *(id for id, decision in registry.all(Decision) if decision.event == event)])


def _below(registry: Registry, campaign: str) -> list[str]:
    """A campaign and those that answer to it."""
    found = [campaign]
    for id in found:
        found += [child for child in registry.campaign_children(id) if child not in found]
    return found


def _campaigns(registry: Registry, scope: Scope, honours: Mapping[str, tuple[GivenHonour, ...]]) -> tuple[str, ...]:
    """The campaigns that the book tells of, the first one first."""
    wanted = {honour.campaign for chosen in honours.values() for honour in chosen if honour.campaign}
    event = registry.find(Event, scope.event)
    wanted |= {*(event.campaigns if event else ()), *(event.launches if event else ()), *scope.ids}
    if scope.campaign:
        wanted = set(_below(registry, scope.campaign))
    public = dict(registry.public(Campaign))
    told = [id for id in public if scope.whole or id in wanted]

    def begun(id: str) -> tuple[bool, str, str]:
        period = public[id].period
        start = str(period.from_) if period and period.from_ else ""
        return (not start, start, public[id].name)

    return tuple(sorted(told, key=begun))


def _decision_day(registry: Registry, id: str) -> object:
    decision = registry.find(Decision, id)
    return decision.date if decision else None


def _words(registry: Registry, scope: Scope) -> str:
    """The scope in words, for the cover."""
    campaign = registry.find(Campaign, scope.campaign)
    event = registry.find(Event, scope.event)
    place = registry.find(Place, scope.place)
    parts = [
        _campaign_name(campaign) if campaign else "",
        event.name if event else "",
        place.name if place else "",
        f"Năm {scope.year}" if scope.year else "",
        "Tuyển chọn" if scope.ids else "",
    ]
    return ", ".join(part for part in parts if part)


def _campaign_name(campaign: Campaign) -> str:
    name = campaign.name
    return name if name.lower().startswith("phong trào") else f"Phong trào {name}"


def ids_listed(path: Path) -> tuple[str, ...]:
    """The ids in a file, one a line; what follows # is a remark."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Failure(
            f"Không đọc được tệp {path}. Xem lại tên tệp; tệp phải là chữ thường (UTF-8), mỗi dòng một mã."
        ) from None
    ids = tuple(id for line in lines if (id := line.partition("#")[0].strip()))
    if not ids:
        raise Failure(f"Tệp {path} không có mã nào. Ghi mỗi dòng một mã hồ sơ, quyết định hay phong trào.")
    return ids
