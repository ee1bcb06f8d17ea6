"""What an appendix is understood to say, for the clerk to confirm column by column and question by question.

    workbook = read(path, path.name)
    proposal = understand(workbook, registry)
    proposal = proposal.with_column("1.5.D", Meaning.UNIT).with_answers({"same:1.12": "k7m2q9"})

Nothing is written and nothing is lost: every cell is in an entry, in the frame of a table, or among the leftovers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bangvang.office.appendix.cells import NEVER_READ, rows_of, spots_read
from bangvang.office.appendix.entries import NO, YES, Reader, read_entry
from bangvang.office.appendix.entry import Entry, Leftover
from bangvang.office.appendix.framing import framing_of
from bangvang.office.appendix.header import one_line
from bangvang.office.appendix.layout import Column, Layout, LineUse, Table, lay_out
from bangvang.office.appendix.likeness import double_questions, same_questions
from bangvang.office.appendix.matching import matched, renamed
from bangvang.office.appendix.meaning import NAMES, Meaning
from bangvang.office.appendix.question import Option, Question, Topic
from bangvang.office.appendix.roll import Roll
from bangvang.office.appendix.sheet import Workbook, column_name
from bangvang.office.signatures import Signature
from bangvang.records import Decision
from bangvang.registry import Registry

_IDENTITY = frozenset((Topic.DOUBLE, Topic.SAME))
"""Questions whose answers change who a row is, but nothing of what it says."""
_SAMPLES = 3
_FRAME = frozenset((LineUse.HEADER, LineUse.NUMBERING, LineUse.SECTION))
_LEFT_WHY = {
    LineUse.ABOVE: "dòng phía trên bảng",
    LineUse.BELOW: "dòng phía dưới bảng",
    LineUse.BETWEEN: "đoạn văn ngoài bảng",
    LineUse.TOTAL: "dòng cộng",
    LineUse.STRAY: "dòng trong bảng mà không thấy tên",
}
_COUNT = re.compile(r"(?<![0-9/.])([0-9]{1,5})(?![0-9/.])")


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column as the clerk confirms it."""

    key: str
    """For `with_column` and files of answers: 1.5.D is column D of the table with its header in row 5 of sheet 1."""
    letter: str
    title: str
    meaning: Meaning
    is_sure: bool
    is_hidden: bool
    samples: tuple[str, ...]
    alternatives: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as the clerk confirms it."""

    key: str
    sheet: str
    header_row: int
    columns: tuple[ColumnView, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """One look at an appendix; choosing otherwise gives another."""

    workbook: Workbook
    registry: Registry = field(repr=False)
    tables: tuple[TableView, ...] = ()
    entries: tuple[Entry, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    """Every cell that goes into no record, with the reason."""
    frame: tuple[Leftover, ...] = ()
    """Every cell that only orders the table: titles, numbering, headings."""
    questions: tuple[Question, ...] = ()
    problems: tuple[str, ...] = ()
    revises: str | None = None
    """The decision whose list this is a corrected form of."""
    matches: Mapping[str, int] = field(default_factory=dict)
    """Entry → its row in that decision."""
    header: Mapping[str, str] = field(default_factory=dict)
    """What the lines around the tables say of the decision: number and date."""
    signer: Signature | None = None
    """Who signed it, as they say."""
    columns: Mapping[str, Meaning] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    layouts: tuple[Layout, ...] = field(default=(), repr=False)

    def with_column(self, key: str, meaning: Meaning) -> Proposal:
        """The same file with a column understood otherwise; raises KeyError for no column."""
        if all(column.key != key for table in self.tables for column in table.columns):
            raise KeyError(key)
        return _understood(self, {**self.columns, key: meaning}, self.answers)

    def answer(self, question: str, value: str) -> Proposal:
        """One question answered; raises KeyError for no such question, ValueError for no such answer."""
        return self.with_answers({question: value})

    def with_answers(self, given: Mapping[str, str]) -> Proposal:
        """Several questions answered at once."""
        known = {question.id: question for question in self.questions}
        for id, value in given.items():
            if not known[id].allows(value):
                raise ValueError(id)
        answers = {**self.answers, **given}
        if all(known[id].topic in _IDENTITY for id in given):
            return replace(self, answers=answers)
        return _understood(self, self.columns, answers)

    def answer_to(self, question: Question) -> str | None:
        """What holds: the clerk's word, otherwise what was proposed."""
        return self.answers.get(question.id, question.proposed)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """What must still be answered before a decision can be written."""
        return tuple(question for question in self.questions if self.answer_to(question) is None)


def understand(workbook: Workbook, registry: Registry, revises: str | None = None) -> Proposal:
    """What the file seems to say; nothing is taken for sure that only looks so.

    `revises` is the id of a decision made from an earlier form of this list; raises KeyError for no such decision.
    """
    if revises is not None and registry.find(Decision, revises) is None:
        raise KeyError(revises)
    layouts = tuple(map(lay_out, workbook.sheets))
    return _understood(Proposal(workbook, registry, revises=revises, layouts=layouts), {}, {})


def _understood(before: Proposal, columns: Mapping[str, Meaning], answers: Mapping[str, str]) -> Proposal:
    work = _Work(before, columns, answers)
    for number, layout in enumerate(before.layouts, 1):
        work.take(number, layout)
    return work.finished()


class _Work:
    """Goes through the tables and gathers."""

    def __init__(self, before: Proposal, columns: Mapping[str, Meaning], answers: Mapping[str, str]) -> None:
        self.before, self.columns, self.answers = before, columns, answers
        self.roll = Roll(before.registry)
        self.reader = Reader(before.registry, self.roll, answers)
        self.asked: list[Question] = []
        self.tables: list[TableView] = []
        self.entries: list[Entry] = []
        self.leftovers: list[Leftover] = []
        self.frame: list[Leftover] = []
        self.problems: list[str] = []

    def take(self, number: int, layout: Layout) -> None:
        read: set[tuple[int, int]] = set()
        whys: dict[int, dict[int, str]] = {}
        for table in layout.tables:
            key = f"{number}.{table.header.top}"
            meanings = {column.number: self._meaning(key, column) for column in table.columns}
            self.tables.append(_view(key, table, meanings))
            wanted = self._wanted_rows(number, key, table)
            told = self._read(number, table, meanings, wanted)
            self._compare_totals(table, told)
            read |= spots_read(table, meanings, told)
            whys |= _whys(table, meanings, wanted, told)
        self._account(layout, read, whys)

    def _meaning(self, table: str, column: Column) -> Meaning:
        guess = Meaning.LEFT_OUT if column.is_hidden and column.guess is not Meaning.PRIVATE else column.guess
        return self.columns.get(f"{table}.{column_name(column.number)}", guess)

    def _wanted_rows(self, number: int, key: str, table: Table) -> frozenset[int]:
        """All but the hidden ones, unless the clerk wants those too."""
        rows = frozenset(line.row for line in table.with_use(LineUse.ROW))
        sheet = table.sheet
        hidden = rows if sheet.hidden else rows & sheet.hidden_rows
        if not hidden:
            return rows
        what = f"Trang “{sheet.name}”" if sheet.hidden else f"Trong trang “{sheet.name}”, {len(hidden)} dòng"
        some = ", ".join(map(str, sorted(hidden)[:10]))
        text = f"{what} đang ẩn (dòng {some}{', …' if len(hidden) > 10 else ''}). Có đưa vào danh sách không?"
        options = (Option(YES, "Có, đưa vào"), Option(NO, "Không, bỏ qua"))
        proposed = NO if sheet.hidden else None
        question = Question(f"hidden:{key}", Topic.HIDDEN, text, options, proposed)
        self.asked.append(question)
        return rows if self.answers.get(question.id, proposed) == YES else rows - hidden

    def _read(
        self, number: int, table: Table, meanings: Mapping[int, Meaning], wanted: frozenset[int]
    ) -> frozenset[int]:
        """Make entries; the result is the rows that became one."""
        told: set[int] = set()
        if not NAMES & set(meanings.values()):
            self.problems.append(f"Bảng ở trang “{table.sheet.name}” không có cột họ tên nào: hãy chỉ rõ cột ấy.")
            return frozenset()
        hints = (table.sheet.name, *table.hints)
        for row in rows_of(table, meanings):
            if row.row not in wanted:
                continue
            if not any(row.texts(meaning) for meaning in NAMES):
                self.problems.append(f"{table.sheet.name}, dòng {row.row}: ô họ tên không có chữ đọc được.")
                continue
            where = f"{table.sheet.name}, dòng {row.row}"
            self.entries.append(read_entry(row, f"{number}.{row.row}", where, hints, self.reader))
            told.add(row.row)
        return frozenset(told)

    def _compare_totals(self, table: Table, wanted: frozenset[int]) -> None:
        """A total that the rows do not come to is told, nothing more."""
        since_section = so_far = 0
        for line in table.body:
            if line.use is LineUse.SECTION:
                since_section = 0
            elif line.use is LineUse.ROW and line.row in wanted:
                since_section, so_far = since_section + 1, so_far + 1
            elif line.use is LineUse.TOTAL:
                texts = " ".join(one_line(cell.text) for cell in table.sheet.lines[line.row].values())
                counted = [int(number) for number in _COUNT.findall(texts)]
                if counted and not {since_section, so_far} & set(counted):
                    self.problems.append(
                        f"{table.sheet.name}, dòng {line.row} ghi “{texts[:80]}”, nhưng bảng có {so_far} dòng."
                    )

    def _account(self, layout: Layout, read: set[tuple[int, int]], whys: Mapping[int, Mapping[int, str]]) -> None:
        sheet = layout.sheet
        for row, line in sheet.lines.items():
            use = layout.uses[row]
            for column, cell in line.items():
                if (row, column) in read:
                    continue
                place = Leftover(f"{sheet.name}, ô {cell.name}", cell.text, "")
                if use in _FRAME:
                    self.frame.append(place)
                else:
                    why = _LEFT_WHY.get(use) or whys.get(row, {}).get(column, "ô ngoài các cột của bảng")
                    self.leftovers.append(replace(place, why=why))

    def finished(self) -> Proposal:
        if not self.tables:
            self.problems.append(
                "Không thấy bảng nào có hàng tiêu đề ghi họ tên hoặc tên tập thể: hãy xem lại có chọn đúng tệp không."
            )
        former = self.before.registry.find(Decision, self.before.revises)
        rows = former.recipients if former else ()
        matches = matched(self.entries, rows)
        unmatched = [entry for entry in self.entries if entry.key not in matches]
        same = same_questions(unmatched, self.roll, renamed(self.entries, rows, matches))
        doubles = [one for one in double_questions(self.entries) if not set(one.rows) <= set(matches)]
        identity = [*doubles, *same]
        framing = framing_of(self.before.layouts)
        asked = [*self.asked, *self.reader.questions.values(), *identity]
        order = list(Topic)
        return replace(
            self.before,
            tables=tuple(self.tables),
            entries=tuple(self.entries),
            leftovers=(*self.leftovers, *self.reader.leftovers),
            frame=tuple(self.frame),
            questions=tuple(sorted(asked, key=lambda question: order.index(question.topic))),
            problems=tuple(self.problems),
            matches=matches,
            header=framing.header,
            signer=framing.signer,
            columns=self.columns,
            answers=self.answers,
        )


def _view(key: str, table: Table, meanings: Mapping[int, Meaning]) -> TableView:
    rows = table.with_use(LineUse.ROW)
    columns = []
    for column in table.columns:
        letter = column_name(column.number)
        cells = (table.sheet.value_at(line.row, column.number) for line in rows[: 4 * _SAMPLES])
        samples = tuple(dict.fromkeys(one_line(cell.text) for cell in cells if cell))[:_SAMPLES]
        meaning = meanings[column.number]
        others = tuple(other for other in Meaning if other is not meaning)
        is_sure = column.is_sure or meaning is not column.guess
        columns.append(
            ColumnView(f"{key}.{letter}", letter, column.title, meaning, is_sure, column.is_hidden, samples, others)
        )
    return TableView(key, table.sheet.name, table.header.bottom, tuple(columns), len(rows))


def _whys(
    table: Table, meanings: Mapping[int, Meaning], wanted: frozenset[int], told: frozenset[int]
) -> dict[int, dict[int, str]]:
    """Row → column → why a cell there goes into no record; a line that goes on shares the fate of its row."""
    reasons = _reasons(table, meanings)
    whys = {}
    why_not: str | None = None
    for line in table.body:
        if line.use is LineUse.ROW:
            why_not = "dòng đang ẩn, không đưa vào" if line.row not in wanted else None
            if why_not is None and line.row not in told:
                why_not = "dòng không có họ tên đọc được"
        whys[line.row] = dict.fromkeys(table.sheet.lines[line.row], why_not) if why_not else reasons
    return whys


def _reasons(table: Table, meanings: Mapping[int, Meaning]) -> dict[int, str]:
    """Column → why its cells go into no record."""
    why = {
        Meaning.PRIVATE: "cột “{}”: thông tin riêng tư",
        Meaning.LEFT_OUT: "cột “{}”: không đưa vào hồ sơ",
        Meaning.UNKNOWN: "cột “{}”: chưa rõ nghĩa",
    }
    return {
        column.number: why[meanings[column.number]].format(column.title)
        if meanings[column.number] in NEVER_READ
        else "ô bị che dưới ô gộp"
        for column in table.columns
    }
