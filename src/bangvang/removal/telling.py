"""A removal in words for the clerk: what will happen, what has happened, what is left to do by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bangvang.records import Deposit
from bangvang.removal.copies import Copy, Sort
from bangvang.removal.forget import Forgotten, Gone, Plan
from bangvang.vietnamese import format_number, short_date

_OF_SORT = {
    Sort.DEPOSIT: "Bản nộp lưu còn giữ mục này (không sửa được vì đã ký, đã nộp; báo cho nơi giữ bản nộp):",
    Sort.PUBLISHED: "Nơi đã đăng còn hiện mục này (công bố lại vào đây):",
    Sort.FILE: "Tệp khác còn nhắc mục này (xóa, hoặc xuất lại sau khi gỡ):",
    Sort.SEALED: "Tệp máy không đọc được, có thể còn nhắc (tự mở ra xem):",
}


def plan_told(plan: Plan) -> str:
    """Before anything is done."""
    return "\n".join(_plan(plan))


def gone_told(gone: Gone) -> str:
    """Where there is nothing to do."""
    since = f" từ ngày {short_date(gone.since)}" if gone.since else ""
    return f"Mục {gone.id} đã được gỡ{since}, không còn gì để gỡ."


def forgotten_told(done: Forgotten) -> str:
    """Afterwards."""
    return "\n".join(_forgotten(done))


def _plan(plan: Plan) -> Iterator[str]:
    person = plan.work.person
    called = f" ({', '.join(person.names)})" if person.names else ""
    if plan.goes_on:
        yield f"Lần gỡ {person.id} trước đây bị dừng giữa chừng; lệnh này làm nốt phần còn lại."
    else:
        yield f"Sẽ gỡ hẳn mục {person.id}{called}. Không hoàn tác được."
    if len(person.ids) > 1:
        yield f"Gỡ cả các mã đã gộp vào mục này: {', '.join(person.ids[1:])}."
    for old, new in plan.work.becomes.items():
        if old != new:
            yield f"Mã {old} có thể nói lên tên nên được thay bằng {new}; địa chỉ /guong/{old}/ không dẫn tới đâu nữa."
    yield from _listed("Tệp dữ liệu được viết lại:", plan.files)
    yield from _listed("Ảnh bị xóa:", (f"data/photos/{file}" for file in person.photos))
    yield (
        "Xóa cả lịch sử sửa và bản nháp có nhắc, mọi bộ nhớ đệm, mọi thẻ chia sẻ, các tệp .zip trong cong-bo/ có nhắc; "
        "site/ được dựng lại."
    )
    yield from _listed(
        "Những chỗ này cũng nhắc tên; máy không biết nói về ai nên để nguyên. Nên sửa xong rồi mới gỡ:",
        (mention.told() for mention in plan.mentions),
    )
    if plan.namesakes:
        yield f"Người khác cùng tên, không động tới: {'; '.join(one.told() for one in plan.namesakes)}."


def _forgotten(done: Forgotten) -> Iterator[str]:
    cleared = done.cleared
    counts = {
        "lần sửa trong lịch sử": cleared.changes,
        "bản nháp": cleared.drafts,
        "ảnh": len(cleared.photos),
        "tệp .zip trong cong-bo/": len(cleared.zips),
    }
    gone = [f"{format_number(count)} {what}" for what, count in counts.items() if count]
    yield f"Đã gỡ mục {', '.join(dict.fromkeys(done.work.becomes.values()))}. Mã này không bao giờ được cấp lại."
    if gone:
        yield f"Đã xóa {', '.join(gone)}."
    yield from _listed("Hồ sơ lưu trữ được viết lại:", done.frozen)
    if done.rebuilt:
        yield "Đã dựng lại site/."
    if done.why_not:
        yield f"Chưa dựng lại được trang nên site/ đã bị xóa. Lý do: {done.why_not}"
    yield from _listed(
        "Những chỗ này còn nhắc tên; máy không biết nói về ai nên để nguyên. Hãy đọc và sửa trước khi công bố:",
        (mention.told() for mention in done.mentions),
    )
    if done.mentions:
        yield _again(done)
    yield from _left(done)
    if done.commits is not None:
        yield done.commits.told()
    yield (
        "Việc tiếp theo: chạy bangvang publish vào mọi nơi đã đăng. Bản đã chép đi nơi khác (USB, thư điện tử, bản in, "
        "bản sao lưu, lịch sử của nhánh Git dùng để đăng, máy tìm kiếm) thì lệnh này không với tới được."
    )


def _again(done: Forgotten) -> str:
    named = " ".join(f'--name "{name}"' for name in done.work.person.names)
    again = f"bangvang forget {done.work.becomes[done.work.person.id]} {named}"
    return f"Sửa xong thì chạy {again} để dọn nốt lịch sử sửa và bộ nhớ đệm."


def _left(done: Forgotten) -> Iterator[str]:
    """Files that no command here changes."""
    yield from _listed(
        "Tệp đính kèm của danh sách có mục này, có thể in tên (thay bằng bản đã che tên):", done.work.attached
    )
    yield from _listed(
        "Ảnh hồ sơ khác cũng dùng nên chưa xóa (tự mở ra xem):",
        (f"data/photos/{file}" for file in done.work.person.shared_photos),
    )
    for sort, title in _OF_SORT.items():
        yield from _listed(title, _paths(done.copies, sort))
    yield from _listed(
        "Bản lưu đã giao trước nay có thể còn giữ mục này (xem lại, nếu có thì giao bản mới và đề nghị hủy bản cũ):",
        map(_deposit, done.deposits),
    )


def _deposit(deposit: Deposit) -> str:
    day = short_date(deposit.date)
    return ", ".join(filter(None, (f"{deposit.title} ({day})", deposit.keeper, deposit.address)))


def _paths(copies: Iterable[Copy], sort: Sort) -> Iterator[str]:
    return (one.path for one in copies if one.sort is sort)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield title
        yield from (f"  {line}" for line in found)
