"""The list of a decision, asked row by row: who, and what for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.office.known import Named
from bangvang.office.questions import Answers, Dialogue, ask_field, refusals
from bangvang.records import Recipient, in_reading_order

ASKED = ("kind", "role", "unit", "place", "reason")
"""After the name; everything else a clerk adds in the file."""
_FIELDS = dict(in_reading_order(Recipient))


def ask_recipients(dialogue: Dialogue, free_id: Callable[[Answers], str]) -> list[Answers]:
    """Row after row in printed order, until a name stays empty; `free_id` finds an id for somebody new."""
    dialogue.write("\nDanh sách được khen: hỏi từng dòng, đúng thứ tự in. Bấm Enter ở chỗ họ tên là hết danh sách.")
    rows: list[Answers] = []
    while name := _ask_name(dialogue, len(rows) + 1):
        row = _ask_row(dialogue, name, free_id)
        if row is not None:
            dialogue.known.add("honouree", row["id"], Named((name,), str(row.get("unit", ""))))
            dialogue.write(f"Dòng {len(rows) + 1}: {name}, mã {row['id']}.")
            rows.append(row)
    return rows


def _ask_name(dialogue: Dialogue, number: int) -> str:
    dialogue.write(f"\nDòng {number}. {_FIELDS['name'].title}: {_FIELDS['name'].description}")
    while True:
        typed = dialogue.ask("name> ")
        problem = next(iter(refusals(Recipient, {"name": typed}, "name")), None) if typed else None
        if problem is None:
            return typed
        dialogue.write(f"{problem[0]}. {problem[1]}")


def _ask_row(dialogue: Dialogue, name: str, free_id: Callable[[Answers], str]) -> Answers | None:
    """The row; None where its answers do not fit together, so that it is asked again."""
    known_id = _ask_who(dialogue, name)
    row: dict[str, Any] = {"name": name}
    for key in ASKED:
        answer = ask_field(dialogue, Recipient, key, _FIELDS[key])
        if answer is not None:
            row[key] = answer
    row["id"] = known_id or free_id(row)
    refused = [*refusals(Recipient, row)]
    for what, remedy in refused:
        dialogue.write(f"Chưa được: {what}. {remedy}")
    return None if refused else {key: row[key] for key in ("id", "kind", "name", *ASKED) if key in row}


def _ask_who(dialogue: Dialogue, name: str) -> str | None:
    """Alike names are never taken for one person: the clerk says whether it is one of those known."""
    alike = dialogue.known.same_name(name)
    if not alike:
        return None
    dialogue.write("Đã có người, tập thể mang tên này:")
    numbered = {str(number): id for number, id in enumerate(alike, 1)}
    for number, id in numbered.items():
        dialogue.write(f"  {number}. {id} ({alike[id].shown()})")
    while True:
        typed = dialogue.ask("Đúng là một trong số đó thì gõ số hoặc mã; là người khác thì bấm Enter> ")
        meant = numbered.get(typed, typed)
        if not meant or meant in alike:
            return meant or None
        dialogue.write(f"“{typed}” không có trong danh sách vừa nêu.")
