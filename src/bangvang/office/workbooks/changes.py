"""What a workbook that came back changes: cell by cell against what it would say if it were written now."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bangvang.office.appendix.sheet import CellFault
from bangvang.office.edits import Data
from bangvang.office.shelf import state_of
from bangvang.office.workbooks.cells import CellError, cell_of, data_of, may_be_a_year, text_of
from bangvang.office.workbooks.plan import Column, Key
from bangvang.office.workbooks.reading import Given, GivenRow
from bangvang.office.workbooks.rebuilding import Added, Found, Rebuilt, Values, built, rebuilt
from bangvang.office.workbooks.rows import below, digest_of, rows_of, texts_of, unfolded
from bangvang.office.workbooks.stock import Stock
from bangvang.records import Subject, is_id
from bangvang.vietnamese import fold

_KEY = re.compile(r"\d{1,6}(?:\.\d{1,6})*")
_FIRST_IN = re.compile(r"(?:(\d{1,6}(?:\.\d{1,6})*)\.)?\+")
_NEW = "moi"


class Names(Protocol):
    """Who is who: what the desk knows."""

    def named(self, kinds: tuple[str, ...], id: str) -> str:
        """What a record is called."""

    def meant(self, kinds: tuple[str, ...], text: str) -> list[tuple[str, str]]:
        """Whom somebody who typed a name may mean."""

    def free_id(self, kind: str, tree: Mapping[str, Data]) -> str:
        """An id for somebody or something new; a different one every time."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell or a row."""

    sheet: str
    cell: str
    title: str = ""

    def __str__(self) -> str:
        where = f"trang “{self.sheet}”, ô {self.cell}" if self.title else f"trang “{self.sheet}”, hàng {self.cell}"
        return f"{where} ({self.title})" if self.title else where


@dataclass(frozen=True, slots=True)
class SpotProblem:
    """What is wrong there."""

    spot: Spot | None
    what: str
    remedy: str

    def told(self) -> str:
        """In one line."""
        where = str(self.spot) if self.spot else "Cả tệp"
        return f"{where[:1].upper()}{where[1:]}: {self.what} → {self.remedy}"


@dataclass(frozen=True, slots=True)
class Removal:
    """A row, or a record, that the workbook no longer has."""

    id: str
    sheet: int = 0
    key: Key = ()


@dataclass(slots=True)
class Work:
    """What happens to one record."""

    id: str
    before: dict[str, Data] | None
    """None for a new one."""
    found: list[Found] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    removals: list[Removal] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        """Whether cells or new rows say something new."""
        return self.before is None or bool(self.added) or any(one.changed for one in self.found)


@dataclass(slots=True)
class Comparison:
    """All of it."""

    given: Given
    works: list[Work] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    """Ids of records that were changed both in the workbook and elsewhere."""
    problems: list[SpotProblem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def removals(self) -> list[Removal]:
        """What would go if that were confirmed."""
        return [removal for work in self.works for removal in work.removals]

    def result(self, work: Work, removals: Collection[Removal]) -> Rebuilt | None:
        """What the record says then; None where it goes."""
        gone = [one for one in work.removals if one in removals]
        if any(not one.key for one in gone):
            return None
        if work.before is None:
            main = next(one for one in work.added if self.given.plan.sheets[one.row.sheet].is_of_records)
            own = work.id if "id" in self.given.plan.kind.model.model_fields else ""
            return built(self.given.plan, main, [one for one in work.added if one is not main], own)
        keys = [(one.sheet, one.key) for one in gone]
        return rebuilt(self.given.plan, work.before, work.found, work.added, keys)

    def spot(self, row: GivenRow, title: str = "") -> Spot:
        """Where a row, or a column of it, stands."""
        sheet = self.given.sheets[row.sheet]
        letter = sheet.places.get(title)
        return Spot(sheet.plan.name, f"{letter}{row.number}" if letter else str(row.number), title if letter else "")


def compare(given: Given, stock: Stock, names: Names) -> Comparison:
    """Every record that the workbook tells of."""
    comparison = Comparison(given, notices=list(given.notices))
    reader = _Reader(comparison, names)
    for id, rows in given.rows.items():
        if id in given.mark.records:
            _compare_known(reader, id, rows, stock)
        elif id in stock:
            reader.wrong(rows[0], f"mã “{id}” đã dùng cho một hồ sơ khác", "Để trống ô mã: máy cấp mã mới.")
        else:
            _compare_new(reader, id, rows)
    missing = [id for id in given.mark.records if id not in given.rows and id in stock]
    if 0 in given.sheets:
        comparison.works += [Work(id, stock[id], removals=[Removal(id)]) for id in missing]
    return comparison


def _compare_known(reader: _Reader, id: str, rows: tuple[GivenRow, ...], stock: Stock) -> None:
    """A record of the export: its changed cells, unless somebody else changed it meanwhile."""
    comparison = reader.comparison
    given = comparison.given
    then = given.mark.records[id]
    untouched = _digest(reader, rows) == then.cells if id not in stock or state_of(stock[id]) != then.state else False
    if id not in stock:
        if untouched:
            comparison.notices.append(f"Hồ sơ {id} đã bị xóa sau khi xuất tệp này: bỏ qua.")
        else:
            comparison.conflicts.append(id)
        return
    if untouched:
        return
    before = len(comparison.problems)
    work = Work(id, stock[id])
    _find(reader, work, rows)
    if state_of(stock[id]) != then.state and (work.is_changed or work.removals or len(comparison.problems) > before):
        comparison.conflicts.append(id)
        del comparison.problems[before:]
    elif work.is_changed or work.removals:
        comparison.works.append(work)


def _find(reader: _Reader, work: Work, rows: tuple[GivenRow, ...]) -> None:
    """The rows of a record that was there: changed, new, gone."""
    plan, given = reader.comparison.given.plan, reader.comparison.given
    assert work.before is not None
    own = list(rows_of(plan, work.before, reader.names.named))
    texts = {(row.sheet, row.key): texts_of(plan, row) for row in own}
    met: set[tuple[int, Key]] = set()
    above: tuple[int, Key] | None = None
    for row in rows:
        place = reader.place(row, above, is_new=False)
        if place is None:
            continue
        if isinstance(place, _New):
            if row.texts:
                work.added.append(Added(row, place.parent, place.after, reader.said(row)))
            continue
        spot = (row.sheet, place)
        if spot not in texts:
            reader.wrong(row, f"hồ sơ {work.id} không có dòng {row.key}", "Dòng mới thì để trống ô “Dòng”.")
        elif spot in met:
            what = f"dòng {row.key} của hồ sơ {work.id}" if row.key else f"hồ sơ {work.id}"
            reader.wrong(
                row, f"{what} đã có ở một hàng phía trên", "Dòng mới thì xóa trắng ô “Mã hồ sơ” hoặc ô “Dòng”."
            )
        elif row.texts or not any(map(str.strip, texts[spot].values())):
            met.add(spot)
            work.found.append(Found(row, place, reader.changed(row, texts[spot], _item_at(reader, work, spot))))
        above = spot
    gone = {spot for spot in texts if spot not in met and spot[0] in given.sheets}
    work.removals += [
        Removal(work.id, *spot) for spot in texts if spot in gone and not _goes_with_another(reader, spot, gone)
    ]


def _goes_with_another(reader: _Reader, spot: tuple[int, Key], gone: Collection[tuple[int, Key]]) -> bool:
    """Whether the row that it is a part of is gone too."""
    index, key = spot
    if not key:
        return False
    sheet = reader.comparison.given.plan.sheets[index]
    above = index if sheet.inner and len(key) > sheet.depth else sheet.above
    return (above, key[:-1]) in gone or _goes_with_another(reader, (above, key[:-1]), gone)


def _item_at(reader: _Reader, work: Work, spot: tuple[int, Key]) -> Data:
    item: Data = work.before
    for step in reader.comparison.given.plan.loc(*spot):
        item = item[step]
    return unfolded(reader.comparison.given.plan.sheets[spot[0]].model, item)


def _compare_new(reader: _Reader, id: str, rows: tuple[GivenRow, ...]) -> None:
    """A record that is not there yet."""
    comparison = reader.comparison
    kind = comparison.given.plan.kind
    labelled = id.startswith("#") or fold(id).split()[:1] == [_NEW]
    if not labelled and not (kind.is_list and is_id(id)):
        reader.wrong(rows[0], f"không có hồ sơ nào mang mã “{id}”", "Hồ sơ mới thì để trống ô mã, hoặc ghi “mới 1”.")
        return
    main = [row for row in rows if row.sheet == 0]
    if len(main) != 1:
        what = "chưa có dòng ở trang đầu" if not main else "có nhiều dòng ở trang đầu"
        reader.wrong(rows[0], f"hồ sơ mới “{id}” {what}", "Mỗi hồ sơ mới cần đúng một dòng ở trang đầu.")
        return
    work = Work("" if labelled else id, None)
    for row in rows:
        place = reader.place(row, None, is_new=True)
        if isinstance(place, _New) and row.texts:
            work.added.append(Added(row, place.parent, None, reader.said(row)))
    begun = next((one for one in work.added if one.row.sheet == 0), None)
    if begun is not None:
        if not work.id:
            said = {column.path[0]: data for column, data in begun.said if len(column.path) == 1}
            work.id = reader.names.free_id(kind.name, said)
        comparison.works.append(work)


def _digest(reader: _Reader, rows: tuple[GivenRow, ...]) -> str:
    """As `digest_of` told the cells when they were written, had nobody touched them."""
    return digest_of((row.sheet, _key(row.key) or (), row.texts) for row in rows)


def _key(text: str) -> Key | None:
    plain = text.replace(",", ".")
    return tuple(map(int, plain.split("."))) if _KEY.fullmatch(plain) else None


@dataclass(frozen=True, slots=True)
class _New:
    parent: Key
    after: int | None


@dataclass(slots=True)
class _Reader:
    """Reads rows, noting what is wrong with them."""

    comparison: Comparison
    names: Names

    def wrong(self, row: GivenRow, what: str, remedy: str, title: str = "") -> None:
        """Note it at its cell."""
        self.comparison.problems.append(SpotProblem(self.comparison.spot(row, title), what, remedy))

    def place(self, row: GivenRow, above: tuple[int, Key] | None, *, is_new: bool) -> Key | _New | None:
        """Which row of the record it is, or where a new one belongs; None where it does not say."""
        sheet = self.comparison.given.plan.sheets[row.sheet]
        if sheet.is_of_records:
            return _New((), None) if is_new else ()
        first = _FIRST_IN.fullmatch(row.key.replace(",", "."))
        if first is not None:
            return _New(_key(first[1]) or () if first[1] else (), None)
        key = _key(row.key)
        if key is not None and not is_new:
            return key
        if row.key:
            what = f"“{row.key}” không phải là số dòng" if key is None else "hồ sơ mới chưa có số dòng"
            self.wrong(row, what, "Dòng mới thì để trống ô “Dòng”.")
            return None
        if above is not None and above[0] == row.sheet:
            return _New(above[1][:-1], above[1][-1])
        if sheet.depth == 1:
            return _New((), None)
        self.wrong(
            row, "chưa rõ dòng mới này thuộc dòng nào", "Ghi số của dòng chứa nó rồi “.+” vào ô “Dòng”, ví dụ 2.+."
        )
        return None

    def changed(self, row: GivenRow, texts: Mapping[str, str], item: Data) -> Values:
        """The cells that say something else than they would if the workbook were written now."""
        return tuple(self._changed(row, texts, item))

    def _changed(self, row: GivenRow, texts: Mapping[str, str], item: Data) -> Iterator[tuple[Column, Data]]:
        sheet = self.comparison.given.sheets[row.sheet]
        for column in sheet.plan.columns:
            title = column.title
            now, then = row.texts.get(title, ""), texts[title]
            if title not in sheet.places or now == then or not (now.strip() or then.strip()):
                continue
            if column.is_identity:
                self.wrong(row, f"mã đã đổi từ “{then}” thành “{now}”", "Giữ nguyên mã của dòng có sẵn.", title)
                continue
            old = below(item, column.path)
            data = self._data(row, column, now, old)
            if data is not _WRONG and text_of(cell_of(column.field, data, self.names.named)) != then:
                yield column, data

    def said(self, row: GivenRow) -> Values:
        """All that a new row says, with an id where rows need one."""
        model = self.comparison.given.plan.sheets[row.sheet].model
        columns = self.comparison.given.plan.sheets[row.sheet].columns
        said = [(one, self._data(row, one, row.texts[one.title], None)) for one in columns if one.title in row.texts]
        values = [(column, data) for column, data in said if data is not _WRONG]
        identity = next((column for column in columns if column.is_identity), None)
        if identity is not None and identity.title not in row.texts and issubclass(model, Subject):
            known = {column.path[0]: data for column, data in values}
            values.insert(0, (identity, self.names.free_id("honouree", known)))
        return tuple(values)

    def _data(self, row: GivenRow, column: Column, text: str, old: Data) -> Data:
        fault = row.failed.get(column.title)
        if fault is not None:
            what = "công thức chưa có kết quả" if fault is CellFault.NO_RESULT else f"công thức báo lỗi {text}"
            self.wrong(row, what, "Mở tệp bằng Excel, sửa công thức hoặc gõ hẳn giá trị, rồi lưu lại.", column.title)
            return _WRONG
        try:
            data = data_of(column.field, text, old, self.names.meant)
        except CellError as error:
            self.wrong(row, error.what, error.remedy, column.title)
            return _WRONG
        if may_be_a_year(column.field, data):
            spot = self.comparison.spot(row, column.title)
            self.comparison.notices.append(
                f"Xem lại {spot}: ngày {text}. Nếu định ghi một năm, ví dụ 2024, hãy gõ dấu ' ở trước: '2024."
            )
        return data


_WRONG = object()
"""Stands for data that a cell failed to say."""
