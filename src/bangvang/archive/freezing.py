"""Freezing a campaign: what stands in the way, what its pages say, and the manifest of all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bangvang.frozen.facts import Fact, facts_of, records_of
from bangvang.frozen.manifest import FACTS, FOLDER, SEAL, SIGNATURE, Manifest, frozen_now, passage, put_manifest
from bangvang.frozen.text import passages
from bangvang.loading.suggestions import suggest_id
from bangvang.pages.answers import Answers
from bangvang.pages.catalogue import build_page
from bangvang.pages.markdown import render
from bangvang.pages.page import Target
from bangvang.pages.rendering import Renderer
from bangvang.pages.template_fault import TemplateFault
from bangvang.problem import Problem, Severity
from bangvang.publishing.change_log import last_day
from bangvang.publishing.error import Failure, writing
from bangvang.records import KINDS, Campaign, Decision, Document, PartialDate, Report
from bangvang.records import Target as Goal
from bangvang.registry import Phase, Registry, Visibility
from bangvang.signatures import public_text, sign
from bangvang.template_cache import template_cache
from bangvang.verdict import Verdict
from bangvang.vietnamese import format_number, short_date

_SETTLED = frozenset({Visibility.PUBLIC, Visibility.WITHDRAWN, Visibility.REMOVED})


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be frozen, by whom, signed with which key."""

    campaign: str
    by: str
    key: Ed25519PrivateKey | None = None


@dataclass(frozen=True, slots=True)
class Frozen:
    """What was frozen."""

    manifest: Manifest

    def told(self) -> str:
        """For the terminal."""
        manifest = self.manifest
        records = {leaf.fact.of for leaf in manifest.facts if not leaf.fact.honouree}
        honours = sum(1 for leaf in manifest.facts if leaf.fact.honouree)
        told = sum(map(len, manifest.pages.values()))
        return "\n".join(
            (
                f"Đã khóa phong trào {manifest.campaign} ngày {short_date(manifest.day)}: "
                f"{format_number(len(records))} hồ sơ, {format_number(honours)} lượt khen thưởng, "
                f"{format_number(told)} đoạn chữ trên {format_number(len(manifest.pages))} trang.",
                f"Đã ghi {FOLDER}/{manifest.campaign}{SEAL} và {FOLDER}/{manifest.campaign}{FACTS}"
                + (
                    f", chữ ký ở {manifest.campaign}{SIGNATURE}, bằng khóa {manifest.key}."
                    if manifest.key
                    else "; chưa ký (không có --key)."
                ),
                f"Hãy lưu cả {'ba' if manifest.key else 'hai'} tệp cùng dữ liệu (sao lưu hoặc Git), "
                "rồi chạy bangvang publish để trang ghi ngày khóa.",
            )
        )


def freeze(root: Path, registry: Registry, verdict: Verdict, order: Order) -> Frozen:
    """Freeze a campaign; raises Failure where that would fix what is not finished."""
    by = " ".join(order.by.split())
    key = public_text(order.key) if order.key is not None else ""
    _stop_at_obstacle(root, registry, verdict, order.campaign, by)
    facts = [*facts_of(registry, order.campaign), *_page_facts(root, registry, order.campaign)]
    manifest = frozen_now(order.campaign, registry.day, by, key, facts)
    signature = sign(order.key, manifest.seal_text().encode()) if order.key is not None else ""
    with writing(root / FOLDER):
        put_manifest(root, manifest, signature)
    return Frozen(manifest)


def _page_facts(root: Path, registry: Registry, campaign: str) -> Iterator[Fact]:
    """What the pages of a campaign and of its papers say."""
    answers = Answers(registry)
    renderer = Renderer(root / "overrides", template_cache("pages", root))
    try:
        for kind, id in records_of(registry, campaign):
            if registry.state_of(kind, id) is Visibility.PUBLIC:
                url = f"{KINDS[kind].url}/{id}/"
                page, _ = build_page(answers, Target(url, kind, (id,)))
                told = passages(page.context, renderer.body(page), lambda text: str(render(text)))
                yield from (passage(url, place, text) for place, text in enumerate(told))
    except TemplateFault as fault:
        raise Failure(str(fault)) from fault


def _stop_at_obstacle(root: Path, registry: Registry, verdict: Verdict, campaign: str, by: str) -> None:
    if registry.loaded("campaign", campaign) is None:
        near = suggest_id(campaign, registry.by_kind["campaign"])
        raise Failure(f"Không có phong trào nào mang mã {campaign}." + (f" Có phải ý bạn là {near}?" if near else ""))
    if not by:
        raise Failure("Chưa ghi ai khóa. Thêm --by với họ tên, chức vụ.")
    if (root / FOLDER / f"{campaign}{SEAL}").exists():
        raise Failure(
            f"Phong trào {campaign} đã khóa rồi, không khóa lần nữa. Muốn sửa thì ghi đính chính vào "
            f"{FOLDER}/{campaign}.errata.yml."
        )
    _stop_at_clock(root, registry, campaign)
    _stop_at_unfinished(registry, campaign)
    _stop_at_problems(registry, verdict, campaign)


def _stop_at_unfinished(registry: Registry, campaign: str) -> None:
    """Only what is over, and all of it public, can be closed."""
    phase = registry.campaign_phase(campaign)
    if phase is not Phase.CLOSED:
        raise Failure(
            f"Phong trào {campaign}: {phase.label[:1].lower()}{phase.label[1:]}, chưa khóa được. "
            "Chỉ khóa phong trào đã kết thúc; nếu đã kết thúc thật thì ghi ngày kết thúc (period: to) vào hồ sơ."
        )
    own = registry.state_of("campaign", campaign)
    if own in (Visibility.WITHDRAWN, Visibility.REMOVED):
        raise Failure(f"Phong trào {campaign} không còn công bố ({own.label.lower()}), nên không có gì để khóa.")
    waiting = [
        f"{KINDS[kind].label} {id} ({state.label.lower()})"
        for kind, id in records_of(registry, campaign)
        if (state := registry.state_of(kind, id)) is not None and state not in _SETTLED
    ]
    if waiting:
        raise Failure(
            f"Còn hồ sơ của phong trào chưa công bố: {', '.join(waiting)}. Công bố hoặc bỏ đi trước khi khóa."
        )


def _stop_at_problems(registry: Registry, verdict: Verdict, campaign: str) -> None:
    """Errors anywhere, warnings in what is to be closed: afterwards they could not be put right."""
    begun = f"{FOLDER}/{campaign}{SEAL}"  # missed where a freeze was broken off, which this one makes good
    errors = [one for one in verdict.problems if one.severity is Severity.ERROR and one.path != begun]
    if errors:
        raise Failure(f"Dữ liệu còn {len(errors)} lỗi: chạy bangvang check và sửa trước khi khóa.", verdict)
    records = records_of(registry, campaign)
    paths = {loaded.path for kind, id in records if (loaded := registry.loaded(kind, id))}
    paths |= {honour.source.path for honour in registry.honours_of_campaign(campaign)}
    left = [problem for problem in verdict.problems if problem.path in paths]
    if left:
        raise Failure(
            f"Hồ sơ của phong trào còn {len(left)} cảnh báo. Sửa, hoặc ghi waivers cho cảnh báo đã xem xét, rồi khóa.",
            _only(verdict, left),
        )


def _only(verdict: Verdict, left: list[Problem]) -> Verdict:
    return Verdict(tuple(left), verdict.files, verdict.records, verdict.seconds)


def _stop_at_clock(root: Path, registry: Registry, campaign: str) -> None:
    """A day before what is already known is no day to close on."""
    newest = max([*_days_of(registry, campaign), last_day(root) or registry.day])
    if registry.day < newest:
        raise Failure(
            f"Hôm nay theo máy là {short_date(registry.day)}, trước cả ngày {short_date(newest)} đã ghi trong dữ liệu "
            "hoặc nhật ký công bố. Sửa đồng hồ của máy (hoặc --as-of), rồi chạy lại."
        )


def _days_of(registry: Registry, campaign: str) -> Iterator[date]:
    """The days on which something of the campaign is known to have been done."""
    for kind, id in records_of(registry, campaign):
        loaded = registry.loaded(kind, id)
        record = loaded.record if loaded is not None else None
        if isinstance(record, Decision | Document | Report) and record.date is not None:
            yield record.date.first
        if isinstance(record, Campaign):
            yield from (result.as_of.first for goal in _all_goals(record.targets) for result in goal.results)
    for honour in registry.honours_of_campaign(campaign):
        if isinstance(honour.date, PartialDate):
            yield honour.date.first


def _all_goals(goals: tuple[Goal, ...]) -> Iterator[Goal]:
    for goal in goals:
        yield goal
        yield from _all_goals(goal.parts)
