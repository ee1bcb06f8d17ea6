"""Identity and protection of those honoured: ids, doubles, merges, consent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bangvang.checking.finding import Finding, warning
from bangvang.loading import Loaded
from bangvang.records import Honouree, Loc, Recipient, SubjectKind, is_minted
from bangvang.registry import (
    GivenHonour,
    Laureate,
    Registry,
    Telling,
    Visibility,
    counts_as_living,
    may_show,
    photos_shown,
    visibility,
)
from bangvang.vietnamese import fold

ID = "id-shows-name"
CONSENT = "consent"
SAME = "same-as"
DOUBLE = "possible-double"
SHARED = "shared-with"


def check_people(registry: Registry) -> Iterator[Finding]:
    """Everything about who is who and what may be told of them."""
    for loaded in registry.by_kind["honouree"].values():
        if isinstance(loaded.record, Honouree):
            yield from _consent(registry, loaded, loaded.record)
            yield from _identity(registry, loaded, loaded.record)
    for laureate in registry.laureates.values():
        yield from _id(registry, laureate)
        for honour in laureate.honours:
            if honour.facts.shared_with:
                yield from _shared(honour)
    yield from _doubles(registry)


def _consent(registry: Registry, loaded: Loaded, record: Honouree) -> Iterator[Finding]:
    if record.illustrative or not counts_as_living(record, registry.day):
        return
    if visibility(record, registry.day) is Visibility.DRAFT:
        return
    day = registry.day
    for field, told, what in (("story", record.story, Telling.STORY), ("quote", record.quote, Telling.QUOTE)):
        if told and not may_show(record, what, day):
            yield _unconsented(loaded, (field,), record, what)
            if record.consent is None:
                return
    shown = photos_shown(record, day)
    for index, photo in enumerate(record.photos):
        if photo not in shown:
            yield _unconsented(loaded, ("photos", index), record, Telling.PHOTO)


def _unconsented(loaded: Loaded, loc: Loc, record: Honouree, what: Telling) -> Finding:
    if record.consent is not None:
        return Finding(
            loaded,
            loc,
            f"người còn sống chưa đồng ý cho đăng {what.label}",
            f"Thêm “{what.label}” vào consent.covers khi đã có sự đồng ý, hoặc bỏ mục này.",
            CONSENT,
        )
    if what is Telling.PHOTO:
        remedy = "Thêm consent cho ảnh hoặc cho cả hồ sơ."
        return Finding(loaded, loc, "ảnh người còn sống mà chưa có sự đồng ý", remedy, CONSENT)
    return Finding(
        loaded,
        loc,
        "người còn sống, hoặc chưa rõ đã mất, mà chưa có sự đồng ý cho đăng bài",
        "Thêm mục consent (ngày, ai đồng ý, phạm vi); nếu đã mất thì ghi living: no.",
        CONSENT,
    )


def _identity(registry: Registry, loaded: Loaded, record: Honouree) -> Iterator[Finding]:
    for index, other in enumerate(record.same_as):
        if other in record.not_same_as:
            yield Finding(
                loaded,
                ("same_as", index),
                f"“{other}” vừa ghi là cùng người, vừa ghi là khác người",
                "Xóa ở same_as hoặc ở not_same_as.",
                SAME,
            )
        elif other in registry.by_kind["honouree"] and other != loaded.id:
            yield Finding(
                loaded,
                ("same_as", index),
                f"mã “{other}” đã gộp vào đây nhưng vẫn còn tệp riêng",
                f"Chép phần cần giữ rồi xóa data/honourees/{other}.yml; địa chỉ cũ sẽ tự dẫn về đây.",
                SAME,
            )


def _id(registry: Registry, laureate: Laureate) -> Iterator[Finding]:
    """The id of a living person is part of an address that will outlive consent: it must say nothing."""
    if is_minted(laureate.id):
        return
    subject = laureate.subject
    if not counts_as_living(subject, registry.day):
        return
    name = subject.head or subject.name
    said = set(_folded(name).split()) & set(laureate.id.split("-"))
    if not said:
        return
    where, loc = _where(laureate)
    yield Finding(
        where,
        loc,
        f"mã “{laureate.id}” để lộ tên người còn sống",
        "Dùng mã sáu ký tự do máy cấp (lệnh bangvang new honouree); nếu người này đã mất thì ghi living: no.",
        ID,
    )


def _where(laureate: Laureate) -> tuple[Loaded, Loc]:
    if laureate.profile is not None:
        return laureate.profile, ()
    honour = laureate.honours[0]
    return honour.source, ("recipients", honour.row, "id")


def _shared(honour: GivenHonour) -> Iterator[Finding]:
    decision = honour.decision
    if decision is None:
        return
    rows = {row.id: row for row in decision.recipients if isinstance(row, Recipient)}
    for index, other in enumerate(honour.facts.shared_with):
        partner = rows.get(other)
        loc: Loc = ("recipients", honour.row, "shared_with", index)
        if partner is None:
            yield warning(
                honour.source,
                loc,
                f"khen chung với “{other}” nhưng mã này không có trong cùng danh sách",
                "Thêm dòng của người, tập thể đó, hoặc sửa mã.",
                SHARED,
            )
        elif honour.laureate not in partner.shared_with:
            yield warning(
                honour.source,
                loc,
                f"khen chung với “{other}” nhưng dòng của họ không ghi lại như vậy",
                f"Thêm {honour.laureate} vào shared_with ở dòng của {other}.",
                SHARED,
            )


def _doubles(registry: Registry) -> Iterator[Finding]:
    """Alike in name, place and unit under two ids: a person has to decide."""
    seen: dict[tuple[str, ...], str] = {}
    for laureate in registry.laureates.values():
        subject = laureate.subject
        key = _likeness(laureate)
        other = seen.setdefault(key, laureate.id)
        if other == laureate.id or _told_apart(registry, laureate.id, other):
            continue
        where, loc = _where(laureate)
        yield warning(
            where,
            loc,
            f"{subject.name} ({laureate.id}) giống một hồ sơ khác ({other}): cùng tên, đơn vị, địa phương",
            f"Nếu là một thì dùng chung mã, hoặc ghi same_as; nếu là hai người thì ghi not_same_as: [{other}].",
            DOUBLE,
        )


def _likeness(laureate: Laureate) -> tuple[str, ...]:
    subject = laureate.subject
    name = _folded(subject.name)
    if subject.kind is SubjectKind.INDIVIDUAL:
        name = " ".join(word for word in name.split() if word != "thi")
    place = laureate.place or fold(subject.place_text or "")
    return (subject.kind.value, name, place, _folded(laureate.unit or ""))


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    """Names are many and asked for twice, units are few."""
    return fold(text)


def _told_apart(registry: Registry, one: str, other: str) -> bool:
    for id, counterpart in ((one, other), (other, one)):
        laureate = registry.laureates.get(id)
        if laureate and laureate.record and counterpart in laureate.record.not_same_as:
            return True
    return False
