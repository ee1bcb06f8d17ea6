"""How practices spread: who took them over, in which year, in which province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.charts import TOTAL, Chart, Row
from bangvang.pages.figures import province_of
from bangvang.pages.honours import spoken
from bangvang.pages.places import full_name
from bangvang.pages.reading import Reading
from bangvang.pages.tile_map import tile_map
from bangvang.pages.tree_chart import Branch, Leaf, lower_initial, tree_chart
from bangvang.records import Practice
from bangvang.vietnamese import format_number

UNIT = "nơi"
_NO_YEAR = "Chưa rõ năm"
_FEWEST_PROVINCES = 2


class Adopter(NamedTuple):
    """One who took a practice over."""

    practice: str
    unit: str
    year: str
    place: str
    province: str


@question
def adopters(answers: Answers, practice: str) -> tuple[Adopter, ...]:
    """Those who took one practice over, or all practices where none is named, whose names may be told."""
    return tuple(
        Adopter(
            id,
            adoption.unit,
            str(adoption.since.year) if adoption.since else "",
            adoption.place or "",
            province_of(answers, adoption.place or ""),
        )
        for id, record in answers.registry.public(Practice)
        if practice in ("", id)
        for adoption in record.adopted
        if not answers.registry.was_removed(adoption.honouree)
    )


def practice_tree(reading: Reading, id: str, practice: Practice) -> Chart | None:
    """The units that took one practice over, year by year."""
    found = reading.ask(adopters, id)
    if not found:
        return None
    began = ", ".join(
        part
        for part in (
            lower_initial(spoken(practice.since)) if practice.since else "",
            full_name(reading, practice.place) if practice.place else "",
        )
        if part
    )
    branches = [
        Branch(name, tuple(Leaf(adopter.unit) for adopter in found if adopter.year == year))
        for year, name in _years(found)
    ]
    rows = [
        Row((year or name, adopter.unit, full_name(reading, adopter.place) if adopter.place else "–"))
        for year, name in _years(found)
        for adopter in found
        if adopter.year == year
    ]
    return tree_chart(
        "nhan-rong",
        "Nhân rộng qua các năm",
        f"Bắt đầu: {began}" if began else "Nơi bắt đầu",
        branches,
        columns=("Năm", "Nơi làm theo", "Địa phương"),
        rows=rows,
        foot=(TOTAL, f"{format_number(len(found))} {UNIT}", ""),
        unit=UNIT,
    )


def spread_tree(reading: Reading) -> Chart | None:
    """All practices, by how many units took each over in which year."""
    found = reading.ask(adopters, "")
    if not found:
        return None
    counts = Counter((adopter.year, adopter.practice) for adopter in found)
    names = {adopter.practice: _name(reading, adopter.practice) for adopter in found}
    branches, rows = [], []
    for year, name in _years(found):
        most = sorted((-count, names[id], id) for (other, id), count in counts.items() if other == year)
        branches.append(Branch(name, tuple(Leaf(text, -count, f"mo-hinh/{id}/") for count, text, id in most)))
        rows += [Row((year or name, text, format_number(-count))) for count, text, _ in most]
    practices = len(names)
    return tree_chart(
        "nhan-rong",
        "Cách làm hay được nhân rộng qua các năm",
        f"{format_number(practices)} cách làm đã có nơi làm theo",
        branches,
        columns=("Năm", "Cách làm", "Số nơi làm theo"),
        rows=rows,
        foot=(TOTAL, "", format_number(len(found))),
        unit=UNIT,
    )


def spread_map(reading: Reading, practice: str) -> Chart | None:
    """The provinces of the units that took one practice over, or any; only where there are several."""
    found = reading.ask(adopters, practice)
    counts = Counter(adopter.province for adopter in found)
    unknown = counts.pop("", 0)
    if len(counts) < _FEWEST_PROVINCES:
        return None
    return tile_map(
        "ban-do-nhan-rong",
        "Nơi làm theo trên bản đồ ô 34 tỉnh, thành phố",
        ("Tỉnh, thành phố", "Số nơi làm theo"),
        counts,
        unit=UNIT,
        hrefs={id: f"dia-phuong/{id}/" for id in counts},
        unknown=unknown,
    )


def _years(found: Sequence[Adopter]) -> list[tuple[str, str]]:
    """The years in their order with their names, those not known last."""
    years = sorted({adopter.year for adopter in found}, key=lambda year: (not year, year))
    return [(year, f"Năm {year}" if year else _NO_YEAR) for year in years]


def _name(reading: Reading, id: str) -> str:
    practice = reading.find(Practice, id)
    return practice.name if practice else id
