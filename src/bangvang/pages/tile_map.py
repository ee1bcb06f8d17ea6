"""The tile map: a number for every province, its class of colour, and the same numbers in a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from bangvang.pages.charts import TOTAL, Chart, Key, Row, TextLine, extremes
from bangvang.pages.provinces import ARCHIPELAGOS, HOANG_SA, PROVINCES, ROWS, TRUONG_SA, Archipelago, Province
from bangvang.vietnamese import format_number, text_key

ELSEWHERE = "Nơi không có trên bản đồ"
UNKNOWN = "Chưa xác định được nơi hiện nay"

# Sized for a card on a phone 390 px wide, where a unit of the drawing is a pixel and names have 12.5 px.
_WIDE, _HIGH = 52, 48
_TILE_WIDE, _TILE_HIGH = 50, 46
_SEA_X = 272
_WIDTH = 324
_CLASSES = 3


class Tile(NamedTuple):
    """A tile: name, number and class; `seat` says which province an archipelago belongs to."""

    name: str
    x: int
    y: int
    tone: str
    title: str
    lines: tuple[TextLine, ...]
    number: TextLine | None
    href: str | None
    seat: TextLine | None = None

    @property
    def middle(self) -> float:
        """Where text in the tile is centred."""
        return self.x + _TILE_WIDE / 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TileMap(Chart):
    """Viet Nam in tiles."""

    template = "charts/map.html"
    wide = True

    tiles: tuple[Tile, ...]
    sea: tuple[str, ...]
    reading: str
    unfolded: tuple[Row, ...]
    """Every province in a row of its own, as a program joins them to a map."""
    width: int = _WIDTH
    tile_width: int = _TILE_WIDE
    tile_height: int = _TILE_HIGH

    @property
    def file_rows(self) -> tuple[Row, ...]:
        return self.unfolded

    @property
    def linked(self) -> bool:
        return any(tile.href for tile in self.tiles)


def tile_map(
    id: str,
    title: str,
    columns: tuple[str, str],
    values: Mapping[str, int],
    *,
    unit: str,
    hrefs: Mapping[str, str] | None = None,
    unknown: int = 0,
    note: str = "",
) -> TileMap:
    """A map of counts by place id; ids that are no province, and `unknown`, have rows of their own in the table."""
    pages = hrefs or {}
    counts = {province.name: sum(values.get(id, 0) for id in province.ids) for province in PROVINCES}
    elsewhere = sum(values.values()) - sum(counts.values())
    total = sum(values.values()) + unknown
    bounds = class_bounds(list(counts.values()))
    counted = [(name, count, f"{format_number(count)} {unit}") for name, count in counts.items()]
    return TileMap(
        id=id,
        title=title,
        description=f"{extremes(counted, 'tỉnh, thành phố')} {_summary(total, elsewhere, unknown, unit)}",
        columns=columns,
        rows=(*_rows(counts, pages), *_other_rows(elsewhere, unknown)),
        foot=(TOTAL, format_number(total)),
        note=note,
        keys=_keys(bounds),
        height=ROWS * _HIGH,
        empty=not total,
        tiles=(
            *(_province_tile(province, counts[province.name], bounds, unit, pages) for province in PROVINCES),
            *(_archipelago_tile(zone, counts[zone.province], bounds, pages) for zone in ARCHIPELAGOS),
        ),
        sea=_sea_lines(),
        reading=_reading(bounds, unit, elsewhere + unknown),
        unfolded=(*_every_row(counts), *_other_rows(elsewhere, unknown)),
    )


def class_bounds(counts: Sequence[int]) -> tuple[int, ...]:
    """The highest count of each class above nothing: at most three classes, as even as different counts allow."""
    known = sorted(count for count in counts if count > 0)
    different = sorted(set(known))
    if len(different) <= _CLASSES:
        return tuple(different)
    fair = len(known) / _CLASSES

    def unevenness(cuts: Sequence[int]) -> float:
        edges = (0, *cuts, different[-1])
        sizes = [sum(low < count <= high for count in known) for low, high in pairwise(edges)]
        return sum((size - fair) ** 2 for size in sizes)

    return (*min(combinations(different[:-1], _CLASSES - 1), key=unevenness), different[-1])


def class_of(count: int, bounds: Sequence[int]) -> int:
    """The class of a count: 0 for nothing, then 1 and up."""
    return 0 if count <= 0 else 1 + sum(count > bound for bound in bounds)


def _keys(bounds: Sequence[int]) -> tuple[Key, ...]:
    return (
        Key("t0", "chưa có"),
        *(Key(f"t{place}", text) for place, text in enumerate(_ranges(bounds), 1)),
    )


def _ranges(bounds: Sequence[int]) -> list[str]:
    ranges = []
    for low, high in zip((1, *(bound + 1 for bound in bounds)), bounds, strict=False):
        low_text, high_text = format_number(low), format_number(high)
        ranges.append(low_text if low == high else f"{low_text}–{high_text}")
    return ranges


def _reading(bounds: Sequence[int], unit: str, missing: int) -> str:
    """How to read the map, in a few sentences; a map must not pass for the whole."""
    classes = " Các mức chia sao cho số tỉnh, thành phố ở mỗi mức gần bằng nhau." if len(bounds) > 1 else ""
    zones = ", ".join(f"số của {zone.province} gồm cả {zone.name}" for zone in ARCHIPELAGOS)
    beside = f" {format_number(missing)} {unit} không nằm trên bản đồ, ghi ở cuối bảng." if missing else ""
    return f"Số trong ô là số {unit}.{classes} {zones[0].upper()}{zones[1:]}.{beside}"


def _summary(total: int, elsewhere: int, unknown: int, unit: str) -> str:
    parts = [
        f"{format_number(count)} {text}"
        for text, count in (("ở nơi không có trên bản đồ", elsewhere), ("chưa xác định được nơi hiện nay", unknown))
        if count
    ]
    rest = f", trong đó {' và '.join(parts)}" if parts else ""
    return f"{TOTAL}: {format_number(total)} {unit}{rest}."


def _every_row(counts: Mapping[str, int]) -> list[Row]:
    """Most first, those without any at the end."""
    names = sorted(counts, key=lambda name: (-counts[name], text_key(name)))
    return [Row((name, format_number(counts[name]))) for name in names]


def _rows(counts: Mapping[str, int], pages: Mapping[str, str]) -> list[Row]:
    """Provinces with something, most first; then all others in one row, named."""
    held = [province for province in PROVINCES if counts[province.name]]
    held.sort(key=lambda province: (-counts[province.name], text_key(province.name)))
    rows = [Row((province.name, format_number(counts[province.name])), _href(province.ids, pages)) for province in held]
    others = sorted((province.name for province in PROVINCES if not counts[province.name]), key=text_key)
    if others:
        start = f"{len(others)} tỉnh, thành phố khác" if held else f"{len(others)} tỉnh, thành phố"
        rows.append(Row((f"{start}: {', '.join(others)}", "0")))
    return rows


def _other_rows(elsewhere: int, unknown: int) -> list[Row]:
    return [Row((name, format_number(count))) for name, count in ((ELSEWHERE, elsewhere), (UNKNOWN, unknown)) if count]


def _href(ids: Sequence[str], pages: Mapping[str, str]) -> str | None:
    return next((pages[id] for id in ids if id in pages), None)


def _province_tile(province: Province, count: int, bounds: Sequence[int], unit: str, pages: Mapping[str, str]) -> Tile:
    x, y = province.column * _WIDE, province.row * _HIGH
    text = format_number(count)
    return Tile(
        name=province.name,
        x=x,
        y=y,
        tone=str(class_of(count, bounds)),
        title=f"{province.name}: {text} {unit}",
        lines=_name_lines(province.label, y + (_top_line if count else _middle_line)(province.label)),
        number=TextLine(y + 41, text) if count else None,
        href=_href(province.ids, pages),
    )


def _archipelago_tile(zone: Archipelago, count: int, bounds: Sequence[int], pages: Mapping[str, str]) -> Tile:
    y = zone.row * _HIGH
    return Tile(
        name=zone.name,
        x=_SEA_X,
        y=y,
        tone=str(class_of(count, bounds)),
        title=f"{zone.name}: đặc khu thuộc {zone.province}, tính trong số của {zone.province}",
        lines=_name_lines(zone.label, y + _middle_line(zone.label)),
        number=None,
        href=_href((zone.id,), pages),
        seat=TextLine(y + _TILE_HIGH + 15, f"({zone.province})"),
    )


def _top_line(label: Sequence[str]) -> int:
    """Where a name begins that has a number below it."""
    return 13 if len(label) > 1 else 19


def _middle_line(label: Sequence[str]) -> int:
    """Where a name begins that has the tile to itself."""
    return 34 - 7 * len(label)


def _name_lines(label: Sequence[str], first: int) -> tuple[TextLine, ...]:
    return tuple(TextLine(first + 13 * place, word) for place, word in enumerate(label))


def _sea_lines() -> tuple[str, ...]:
    """The dotted lines from a province across the sea to its archipelago."""
    paths = []
    for zone in (HOANG_SA, TRUONG_SA):
        owner = next(province for province in PROVINCES if province.name == zone.province)
        x = owner.column * _WIDE + _TILE_WIDE
        y = owner.row * _HIGH + _TILE_HIGH // 2
        level = zone.row == owner.row
        middle = _SEA_X + _TILE_WIDE // 2
        paths.append(f"M{x} {y}H{_SEA_X}" if level else f"M{x} {y}H{middle - 10}q10 0 10 10V{zone.row * _HIGH}")
    return tuple(paths)
