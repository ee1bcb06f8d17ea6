"""`bangvang new`: ask, propose an id, write one file, never over another."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from pathlib import Path

from bangvang.loading.suggestions import suggest_name
from bangvang.office.known import Named, known_of
from bangvang.office.naming import honouree_id, proposed_id
from bangvang.office.questions import Answers, Dialogue, Stopped, ask_fields
from bangvang.office.recipients import ask_recipients
from bangvang.office.template import entry_text, record_text
from bangvang.records import KINDS, Kind, Site, is_id, is_reserved
from bangvang.records.decision import Decision
from bangvang.whole_file import replacing_durably

WRITTEN, NOT_WRITTEN, UNKNOWN_KIND = 0, 1, 2


def ask_for_record(kind_name: str, root: Path, *, read: Callable[[str], str], write: Callable[[str], object]) -> int:
    """The whole conversation; the result is an exit code."""
    kind = _kind(kind_name)
    if kind is None:
        write(
            f"Không có loại hồ sơ “{kind_name}”. Các loại: "
            + ", ".join(f"{k.name} ({k.label})" for k in KINDS.values())
        )
        return UNKNOWN_KIND
    if _is_made_once(kind) and (root / f"data/{kind.path}").exists():
        write(f"Đã có data/{kind.path}; không ghi đè. Hãy mở tệp ấy mà sửa.")
        return NOT_WRITTEN
    dialogue = Dialogue(read, write, known_of(root))
    try:
        write(f"Tạo {kind.label} mới. Dừng giữa chừng bằng Ctrl-C: chưa có gì được ghi.")
        answers = ask_fields(dialogue, kind.model)
        if kind.model is Decision:
            answers |= _asked_list(dialogue)
        path = _write(kind, root, answers, dialogue)
    except Stopped:
        write("Chưa ghi gì cả.")
        return NOT_WRITTEN
    except FileExistsError as error:
        write(f"Đã có {error.filename or 'tệp này'}; không ghi đè. Chưa ghi gì cả.")
        return NOT_WRITTEN
    write(f"Đã ghi {path}. Mở tệp để điền thêm, rồi chạy bangvang check.")
    if kind.is_folder:
        write("Hồ sơ đang là bản nháp. Khi sẵn sàng công bố, sửa dòng status: draft thành status: published.")
    return WRITTEN


def _kind(typed: str) -> Kind | None:
    found = suggest_name(typed, {kind.name: kind.label for kind in KINDS.values()})
    return KINDS.get(typed) or (KINDS.get(found) if found else None)


def _is_made_once(kind: Kind) -> bool:
    """A site has one record of its own."""
    return not kind.is_list and not kind.is_folder


def _asked_list(dialogue: Dialogue) -> Answers:
    rows = ask_recipients(dialogue, lambda row: honouree_id(row, dialogue.known.of(("honouree",)), dialogue.known.mint))
    return {"recipients": rows} if rows else {}


def _write(kind: Kind, root: Path, answers: Answers, dialogue: Dialogue) -> str:
    taken = dialogue.known.of((kind.name,))
    if kind.is_list:
        return _append(kind, root, answers, taken)
    path = f"data/{kind.path}"
    if kind.is_folder:
        id = _confirmed_id(proposed_id(kind, answers, taken, dialogue.known.mint), taken, dialogue)
        folder = f"{str(answers['date'])[:4]}/" if kind.by_year else ""
        path = f"{path}{folder}{id}.yml"
        answers = {"status": "draft"} | answers
    if kind.model is Site:
        answers = {"trial": True} | answers
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "x", encoding="utf-8", newline="\n") as stream:
        stream.write(record_text(kind.model, answers))
    return path


def _append(kind: Kind, root: Path, answers: Answers, taken: Container[str]) -> str:
    """Add an entry at the end of a list, the file replaced as a whole."""
    path = f"data/{kind.path}"
    if answers.get("id") in taken:
        raise FileExistsError(17, "", f"mã “{answers['id']}” trong {path}")
    target = root / path
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    target.parent.mkdir(parents=True, exist_ok=True)
    text = before + ("\n" if before and not before.endswith("\n") else "") + entry_text(answers)
    with replacing_durably(target) as stream:
        stream.write(text.encode())
    return path


def _confirmed_id(proposed: str, taken: Mapping[str, Named], dialogue: Dialogue) -> str:
    while True:
        typed = dialogue.ask(f"\nMã hồ sơ [{proposed}]> ") or proposed
        if is_reserved(typed):
            dialogue.write(f"Mã {typed} trùng tên mà Windows giữ riêng cho thiết bị, hãy chọn mã khác.")
        elif not is_id(typed):
            dialogue.write("Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.")
        elif typed in taken:
            dialogue.write(f"Mã {typed} đã dùng cho “{taken[typed].shown()}”.")
        else:
            return typed
