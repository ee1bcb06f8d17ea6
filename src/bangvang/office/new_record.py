"""`bangvang new`: ask, propose an id, write one file, never over another."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from bangvang.clock import today
from bangvang.loading import load_project, project_cache
from bangvang.loading.suggestions import suggest_name
from bangvang.office.minting import mint_id, remembered_text
from bangvang.office.questions import Answers, Dialogue, Stopped, ask_fields
from bangvang.office.template import entry_text, record_text
from bangvang.records import KINDS, Kind, Recipient, Subject, is_id
from bangvang.records.decision import Decision
from bangvang.records.honouree import Honouree
from bangvang.registry import counts_as_living
from bangvang.vietnamese import slug

WRITTEN, NOT_WRITTEN, UNKNOWN_KIND = 0, 1, 2
_MAX_SLUG = 60


def ask_for_record(kind_name: str, root: Path, *, read: Callable[[str], str], write: Callable[[str], object]) -> int:
    """The whole conversation; the result is an exit code."""
    kind = _kind(kind_name)
    if kind is None:
        write(
            f"Không có loại hồ sơ “{kind_name}”. Các loại: "
            + ", ".join(f"{k.name} ({k.label})" for k in KINDS.values())
        )
        return UNKNOWN_KIND
    known = _known(root)
    dialogue = Dialogue(read, write, lambda name: known.get(name, {}))
    try:
        write(f"Tạo {kind.label} mới. Dừng giữa chừng bằng Ctrl-C: chưa có gì được ghi.")
        answers = ask_fields(dialogue, kind.model)
        path = _write(kind, root, answers, known, dialogue)
    except Stopped:
        write("Chưa ghi gì cả.")
        return NOT_WRITTEN
    except FileExistsError as error:
        write(f"Đã có {error.filename or 'tệp này'}; không ghi đè. Chưa ghi gì cả.")
        return NOT_WRITTEN
    write(f"Đã ghi {path}. Mở tệp để điền thêm, rồi chạy bangvang check.")
    return WRITTEN


def _kind(typed: str) -> Kind | None:
    found = suggest_name(typed, {kind.name: kind.label for kind in KINDS.values()})
    return KINDS.get(typed) or (KINDS.get(found) if found else None)


def _known(root: Path) -> dict[str, dict[str, str]]:
    """Kind → id → name, also of records that could not be read and of people who stand in lists only."""
    project = load_project(root, cache=project_cache(root))
    known: dict[str, dict[str, str]] = {}
    for loaded in project.loaded:
        record = loaded.record
        name = getattr(record, "name", None) or getattr(record, "title", None) or loaded.id
        known.setdefault(loaded.kind, {})[loaded.id] = str(name)
        for row in record.recipients if isinstance(record, Decision) else ():
            if isinstance(row, Recipient):
                known.setdefault("honouree", {}).setdefault(row.id, row.name)
    for kind, ids in project.broken.items():
        for id in ids:
            known.setdefault(kind, {}).setdefault(id, id)
    return known


def _write(kind: Kind, root: Path, answers: Answers, known: Mapping[str, Mapping[str, str]], dialogue: Dialogue) -> str:
    if kind.is_list:
        return _append(kind, root, answers, known)
    path = f"data/{kind.path}"
    if kind.is_folder:
        taken = known.get(kind.name, {})
        id = _confirmed_id(_proposed_id(kind, root, answers, taken), taken, dialogue)
        folder = f"{str(answers['date'])[:4]}/" if kind.by_year else ""
        path = f"{path}{folder}{id}.yml"
        answers = {"status": "draft"} | answers
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "x", encoding="utf-8", newline="\n") as stream:
        stream.write(record_text(kind.model, answers))
    return path


def _append(kind: Kind, root: Path, answers: Answers, known: Mapping[str, Mapping[str, str]]) -> str:
    """Add an entry at the end of a list, the file replaced as a whole."""
    path = f"data/{kind.path}"
    if answers.get("id") in known.get(kind.name, {}):
        raise FileExistsError(17, "", f"mã “{answers['id']}” trong {path}")
    target = root / path
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".new")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(before + ("\n" if before and not before.endswith("\n") else "") + entry_text(answers))
    os.replace(name, target)
    return path


def _proposed_id(kind: Kind, root: Path, answers: Answers, taken: Mapping[str, str]) -> str:
    if kind.model is Honouree and _is_living(answers):
        remembered = remembered_text(root)
        return mint_id(lambda id: id in taken or id in remembered)
    base = slug(_said(kind, answers))[:_MAX_SLUG].strip("-") or kind.name
    number = 1
    id = base
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    return id


def _said(kind: Kind, answers: Answers) -> str:
    """What an id that may speak is made from."""
    number = str(answers.get("number") or "")
    year = str(answers.get("date") or "")[:4]
    if kind.name == "decision":
        return f"qd {number.split('/')[0]} {answers['issuer']} {year}"
    if kind.name == "document" and number:
        return f"{number} {year}" if year not in number else number
    return str(answers.get("name") or answers.get("title") or kind.name)


def _is_living(answers: Answers) -> bool:
    subject = Subject.model_validate({key: answers[key] for key in ("kind", "name", "living") if key in answers})
    return counts_as_living(subject, today(os.environ))


def _confirmed_id(proposed: str, taken: Mapping[str, str], dialogue: Dialogue) -> str:
    while True:
        typed = dialogue.ask(f"\nMã hồ sơ [{proposed}]> ") or proposed
        if not is_id(typed):
            dialogue.write("Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.")
        elif typed in taken:
            dialogue.write(f"Mã {typed} đã dùng cho “{taken[typed]}”.")
        else:
            return typed
