"""Decisions: folder and year, the same honour twice, direct workers, corrections."""

from __future__ import annotations

from collections.abc import Iterator

from bangvang.checking.finding import Finding, warning
from bangvang.loading import Loaded
from bangvang.records import Decision, Loc, Recipient, RuleName
from bangvang.registry import GivenHonour, Registry, direct_worker_share, is_private, rule_on
from bangvang.vietnamese import fold

YEAR = "decision-year"
TWICE = "honour-twice"
SAME_ACHIEVEMENT = "achievement-twice"
DIRECT = "direct-worker-share"
CORRECTION = "correction"
EMPTY = "decision-empty"
AWARDLESS = "award-missing"

_FEWEST_FOR_A_SHARE = 10


def check_decisions(registry: Registry) -> Iterator[Finding]:
    """Everything that can be wrong with a decision that reads well."""
    by_decision: dict[str, list[GivenHonour]] = {}
    for honour in registry.honours:
        if honour.decision is not None:
            by_decision.setdefault(honour.source.id, []).append(honour)
    for loaded in registry.by_kind["decision"].values():
        decision = loaded.record
        if isinstance(decision, Decision):
            yield from _form(loaded, decision)
            yield from _awards(loaded, decision)
            yield from _direct_workers(registry, loaded, by_decision.get(loaded.id, []))
            yield from _corrections(registry, loaded, decision)
    yield from _twice(registry)


def _form(loaded: Loaded, decision: Decision) -> Iterator[Finding]:
    folder = loaded.path.split("/")[-2]
    if folder != str(decision.date.year):
        yield Finding(
            loaded,
            ("date",),
            f"quyết định năm {decision.date.year} nằm trong thư mục {folder}",
            f"Chuyển tệp sang data/decisions/{decision.date.year}/, hoặc sửa date.",
            YEAR,
        )
    if not decision.recipients and not decision.corrects:
        yield warning(loaded, ("title",), "quyết định chưa có danh sách người được khen", "Thêm mục recipients.", EMPTY)


def _awards(loaded: Loaded, decision: Decision) -> Iterator[Finding]:
    if decision.award is not None:
        return
    rows = [(index, row) for index, row in enumerate(decision.recipients) if isinstance(row, Recipient)]
    without = [(index, row) for index, row in rows if row.award is None and row.award_text is None]
    if without and len(without) == len(rows):
        remedy = "Thêm award ở đầu quyết định, dùng cho mọi dòng."
        yield Finding(loaded, ("recipients",), "chưa ghi danh hiệu hoặc hình thức khen thưởng", remedy, AWARDLESS)
        return
    for index, row in without:
        what = f"{row.name}: chưa ghi danh hiệu hoặc hình thức khen thưởng"
        remedy = "Thêm award ở dòng này, hoặc ở đầu quyết định cho mọi dòng."
        yield Finding(loaded, ("recipients", index), what, remedy, AWARDLESS)


def _direct_workers(registry: Registry, loaded: Loaded, honours: list[GivenHonour]) -> Iterator[Finding]:
    required = rule_on(registry.site, RuleName.DIRECT_WORKERS, registry.day)
    if required is None:
        return
    share = direct_worker_share(registry, honours)
    percent = share.percent
    if percent is None or share.denominator < _FEWEST_FOR_A_SHARE or percent > required:
        return
    unknown = f"; {share.unknown} người chưa rõ có trực tiếp lao động hay không" if share.unknown else ""
    counted = f"{share.numerator}/{share.denominator} cá nhân ({100 * share.numerator // share.denominator}%)"
    yield warning(
        loaded,
        ("recipients",),
        f"người lao động trực tiếp: {counted}, chưa trên {required}%{unknown}",
        "Xem lại mục occupation của từng dòng; nếu đúng thì ghi waivers với lý do.",
        DIRECT,
    )


def _twice(registry: Registry) -> Iterator[Finding]:
    for laureate in registry.laureates.values():
        if len(laureate.honours) < 2:
            continue
        same_day: dict[tuple[str, str, str], GivenHonour] = {}
        same_reason: dict[str, GivenHonour] = {}
        for honour in laureate.honours:
            yield from _same_day(honour, same_day)
            yield from _same_achievement(honour, same_reason)


def _same_day(honour: GivenHonour, seen: dict[tuple[str, str, str], GivenHonour]) -> Iterator[Finding]:
    if honour.award is None or honour.date is None or honour.date.day is None:
        return
    key = (honour.award, str(honour.date), str(honour.facts.times))
    other = seen.setdefault(key, honour)
    if other is honour:
        return
    if other.source is honour.source:
        what = (
            f"{honour.subject.name} được ghi cùng một danh hiệu hai lần (dòng {other.row + 1} và dòng {honour.row + 1})"
        )
        remedy = "Xóa một dòng; nếu là hai người khác nhau thì dùng hai mã khác nhau."
    else:
        what = f"{honour.subject.name}: cùng danh hiệu, cùng ngày {honour.date} đã có ở {other.source.path}"
        remedy = "Giữ một nơi: quyết định có danh sách thì không ghi lại ở honours của hồ sơ."
    yield Finding(honour.source, _row(honour), what, remedy, TWICE)


def _same_achievement(honour: GivenHonour, seen: dict[str, GivenHonour]) -> Iterator[Finding]:
    """One achievement, one honour: the law's principle."""
    if not honour.facts.reason or len(honour.facts.reason) < 30:
        return
    other = seen.setdefault(fold(honour.facts.reason), honour)
    if other is honour or other.award == honour.award:
        return
    yield warning(
        honour.source,
        (*_row(honour), "reason"),
        f"{honour.subject.name}: một thành tích được khen hai lần (xem {other.source.path})",
        "Xem lại thành tích; nếu đúng là hai việc thì viết rõ từng việc.",
        SAME_ACHIEVEMENT,
    )


def _row(honour: GivenHonour) -> Loc:
    return ("recipients" if honour.decision is not None else "honours", honour.row)


def _corrections(registry: Registry, loaded: Loaded, decision: Decision) -> Iterator[Finding]:
    for index, correction in enumerate(decision.corrects):
        old = registry.find(Decision, correction.decision)
        ids = {row.id for row in old.recipients if isinstance(row, Recipient)} if old else set()
        if old and correction.recipient and correction.recipient not in ids:
            yield Finding(
                loaded,
                ("corrects", index, "recipient"),
                f"danh sách của “{correction.decision}” không có mã “{correction.recipient}”",
                "Sửa lại mã người được đính chính.",
                CORRECTION,
            )
        if correction.was is not None and is_private(correction.field):
            yield Finding(
                loaded,
                ("corrects", index, "was"),
                "đính chính tên hoặc việc riêng thì không nhắc lại nội dung cũ",
                "Xóa dòng was; trang chỉ ghi mục được sửa và ngày sửa.",
                CORRECTION,
            )
