"""Stock MkDocs with the Material theme: every record a Markdown page outside the navigation, no plugin, no hook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.peers.records import Records, read_records

OUTPUT = "site"
_CONFIG = {
    "site_name": "Bảng Vàng",
    "site_url": "https://hong-lac.example/",
    "theme": {"name": "material", "language": "vi", "font": False},
    "plugins": [],
    "nav": [{"Trang chủ": "index.md"}],
    "validation": {"nav": {"omitted_files": "ignore"}},
}


def write_mkdocs_project(project: Path, out: Path) -> None:
    """Write `out`, an MkDocs project of the records of `project`."""
    records = read_records(project)
    docs = out / "docs"
    docs.mkdir(parents=True)
    # JSON is YAML.
    (out / "mkdocs.yml").write_text(json.dumps(_CONFIG, ensure_ascii=False, indent=1), encoding="utf-8")
    (docs / "index.md").write_text("# Bảng Vàng\n", encoding="utf-8")
    for address, text in _pages(records):
        path = docs / f"{address}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _pages(records: Records) -> Iterator[tuple[str, str]]:
    honours: dict[str, list[tuple[str, Any]]] = {}
    for id, decision in records["decisions"].items():
        yield f"quyet-dinh/{id}", _decision(records, decision)
        for row in decision["recipients"]:
            honours.setdefault(row["id"], []).append((id, row))
    for id, given in honours.items():
        yield f"guong/{id}", _honouree(records, id, given)
    for folder, name in (("phong-trao", "campaigns"), ("van-ban", "documents"), ("mo-hinh", "practices")):
        for id, record in records[name].items():
            yield f"{folder}/{id}", f"# {record.get('name') or record['title']}\n\n{record.get('summary', '')}\n"
    for folder, name in (("danh-hieu", "awards"), ("linh-vuc", "fields"), ("dia-phuong", "places")):
        for id, entry in records[name].items():
            yield f"{folder}/{id}", f"# {entry['name']}\n"


def _honouree(records: Records, id: str, given: list[tuple[str, Any]]) -> str:
    subject = records["honourees"].get(id) or given[-1][1]
    lines = [f"# {subject['name']}", "", subject.get("summary", ""), ""]
    for label, key in (("Chức vụ", "role"), ("Đơn vị", "unit"), ("Năm sinh", "born")):
        if key in subject:
            lines.append(f"- **{label}:** {subject[key]}")
    place = subject.get("place")
    if place:
        lines.append(f"- **Địa phương:** [{records['places'][place]['name']}](../dia-phuong/{place}.md)")
    lines += ["", "## Khen thưởng", "", "| Năm | Hình thức | Quyết định | Thành tích |", "|---|---|---|---|"]
    for decision_id, row in given:
        decision = records["decisions"][decision_id]
        award = row.get("award") or decision["award"]
        lines.append(
            f"| {decision['date'][:4]} | [{records['awards'][award]['name']}](../danh-hieu/{award}.md) "
            f"| [{decision['number']}](../quyet-dinh/{decision_id}.md) | {row.get('reason', '')} |"
        )
    if "story" in subject:
        lines += ["", "## Câu chuyện", "", subject["story"]]
    lines += ["", "## Cùng quyết định này", ""]
    newest_id, newest_row = given[-1]
    rows = records["decisions"][newest_id]["recipients"]
    at = rows.index(newest_row)
    neighbours = [rows[(at + step) % len(rows)] for step in range(1, min(7, len(rows)))]
    lines += [f"- [{row['name']}]({row['id']}.md)" for row in neighbours]
    return "\n".join(lines) + "\n"


def _decision(records: Records, decision: Any) -> str:
    issuer = records["agencies"][decision["issuer"]]["name"]
    lines = [f"# {decision['title']}", "", f"Số {decision['number']}, ngày {decision['date']}, {issuer}.", ""]
    lines += ["| Số | Tên | Chức vụ | Thành tích |", "|---|---|---|---|"]
    for number, row in enumerate(decision["recipients"], start=1):
        name = f"[{row['name']}](../guong/{row['id']}.md)"
        lines.append(f"| {number} | {name} | {row.get('role', '')} | {row.get('reason', '')} |")
    return "\n".join(lines) + "\n"
