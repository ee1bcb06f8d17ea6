"""Frozen campaigns: what must not differ from the day they were closed, and what to do where it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from bangvang.checking.finding import Finding, warning
from bangvang.frozen.archive import Freeze, read_archive
from bangvang.frozen.drift import GONE, Compared, Drift, compare
from bangvang.frozen.errata import CHECK as STRAY
from bangvang.frozen.errata import Erratum, errata_path
from bangvang.frozen.facts import loc_of
from bangvang.frozen.wording import erratum_line, excerpts, field_title
from bangvang.loading import Loaded, Problem
from bangvang.records import KINDS
from bangvang.registry import Registry
from bangvang.sealed import keep, kept
from bangvang.vietnamese import short_date

DRIFT = "frozen-drift"
LEFT = "frozen-removed"
FILE = Path(".cache/bangvang/frozen-facts")


def check_frozen(registry: Registry, root: Path) -> Iterator[Finding]:
    """Whatever differs from the manifest of a frozen campaign and is no erratum."""
    for freeze, compared in _compared(registry, root):
        for drift in compared.drifts:
            kind, _, id = drift.of.partition("/")
            where = registry.loaded(kind, id) or registry.loaded("site", "site")
            if where is not None:
                what, remedy = told(freeze, drift, registry)
                yield Finding(where, loc_of(drift.field), what, remedy, DRIFT)
        where = registry.loaded("campaign", freeze.manifest.campaign) or registry.loaded("site", "site")
        if where is None:
            continue
        yield from (_stray(where, freeze, erratum) for erratum in compared.strays)
        if compared.left:
            yield warning(
                where,
                (),
                f"hồ sơ đã khóa còn nhắc đến {len(compared.left)} mục đã gỡ bỏ theo luật: {', '.join(compared.left)}",
                "Chạy bangvang forget với từng mã để gỡ nốt khỏi data/archive/.",
                LEFT,
            )


def _stray(where: Loaded, freeze: Freeze, erratum: Erratum) -> Finding:
    campaign = freeze.manifest.campaign
    what = f"{errata_path(campaign)} có đính chính cho {erratum.record}, không có trong hồ sơ đã khóa lẫn trong dữ liệu"
    remedy = "Sửa record của đính chính ấy theo đúng lời báo lỗi trước đó, hoặc bỏ đính chính đi."
    return Finding(where, (), what, remedy, STRAY)


def _compared(registry: Registry, root: Path) -> list[tuple[Freeze, Compared]]:
    """Of each frozen campaign; nothing where all is known to be as it was when nothing differed."""
    freezes = read_archive(root).freezes
    if not freezes:
        return []
    world = _world(registry, freezes)
    if world and kept(root / FILE) == world:
        return []
    found = [(freeze, compare(freeze.manifest, freeze.errata, registry)) for freeze in freezes]
    if world and not any(compared.drifts or compared.left or compared.strays for _, compared in found):
        keep(root / FILE, world)
    return found


def _world(registry: Registry, freezes: Sequence[Freeze]) -> str:
    """By which it is known that no compared fact has changed; empty where a record is not known by its content."""
    digest = blake2b(str(registry.day).encode(), digest_size=16)
    for freeze in freezes:
        digest.update(f"\n{freeze.mark}".encode())
        for of in dict.fromkeys(leaf.fact.of for leaf in freeze.manifest.facts):
            kind, _, id = of.partition("/")
            loaded = registry.loaded(kind, id)
            digest.update(f"\n{of} {loaded.content if loaded else ''}".encode())
    for kind, records in registry.by_kind.items():
        for id, loaded in records.items():
            if not loaded.facts:
                return ""
            digest.update(f"\n{kind} {id} {loaded.facts}".encode())
    return digest.hexdigest()


def archive_problems(root: Path) -> tuple[Problem, ...]:
    """What is wrong with the files of frozen campaigns themselves."""
    return read_archive(root).problems


def told(freeze: Freeze, drift: Drift, registry: Registry) -> tuple[str, str]:
    """What differs, and what to do."""
    campaign = freeze.manifest.campaign
    day = short_date(freeze.day)
    what = f"khác với hồ sơ phong trào {campaign} khóa ngày {day}: {_difference(drift)}"
    line = erratum_line(drift, registry.day)
    remedy = f"Trả lại như lúc khóa; nếu là đính chính được duyệt, thêm vào {errata_path(campaign)} dòng: {line}"
    return what, remedy


def _difference(drift: Drift) -> str:
    kind = drift.of.partition("/")[0]
    if drift.field == GONE:
        return f"{KINDS[kind].label} {drift.of.partition('/')[2]} không còn công bố ({drift.now or 'mất tệp'})"
    if drift.field == "campaigns" and drift.was is None:
        return "báo cáo này chưa có lúc khóa"
    title = field_title(kind, drift.field)
    if drift.private:
        return f"{title} ({drift.field}) không còn như lúc khóa"
    was, now = excerpts(drift.was, drift.now)
    if drift.was is None:
        return f"{title} ({drift.field}) lúc khóa chưa có, nay là “{now}”"
    if drift.now is None:
        return f"{title} ({drift.field}) lúc khóa là “{was}”, nay không còn"
    return f"{title} ({drift.field}) lúc khóa là “{was}”, nay là “{now}”"
