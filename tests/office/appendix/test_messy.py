"""Messy workbooks and documents come in whole: every row, every cell, in all three encodings."""

from __future__ import annotations

from collections import Counter

import pytest
from messy import CASES, Case
from typed import STYLES

from bangvang.office.appendix import Meaning, Proposal, read, understand
from bangvang.registry import Registry
from bangvang.vietnamese import fold

_CASES = [pytest.param(case, style, id=f"{case.name}-{style}") for case in CASES for style in STYLES]
_READ_AS_CODES = frozenset(
    map(Meaning.of, ("order", "sex", "born", "male", "female", "kind", "class", "times", "award", "note"))
)
"""What goes into a record as a code, a year or a flag, not in its own words."""


def proposed(case: Case, style: str, registry: Registry) -> Proposal:
    """The appendix as it is understood, with the answers of the case."""
    proposal = understand(read(case.build(style), case.file), registry)
    return proposal.with_answers(dict(case.answers))


@pytest.mark.parametrize(("case", "style"), _CASES)
def test_every_row_becomes_the_recipient_that_it_names(case: Case, style: str, registry: Registry) -> None:
    """To the letter, in printed order."""
    assert [dict(entry.fields) for entry in proposed(case, style, registry).entries] == list(case.expected)


@pytest.mark.parametrize(("case", "style"), _CASES)
def test_every_cell_is_accounted_for(case: Case, style: str, registry: Registry) -> None:
    """In the frame of the table, among what is left over, or with all its words in the recipient of its row."""
    proposal = proposed(case, style, registry)
    listed = Counter(place.where for place in (*proposal.frame, *proposal.leftovers) if ", ô " in place.where)
    assert max(listed.values(), default=1) == 1
    coded = {
        (column.key.split(".")[0], column.letter)
        for table in proposal.tables
        for column in table.columns
        if column.meaning in _READ_AS_CODES
    }
    said = {entry.key: fold(" ".join(map(str, entry.fields.values()))) for entry in proposal.entries}
    for number, sheet in enumerate(proposal.workbook.sheets, 1):
        for cell in sheet.cells():
            if f"{sheet.name}, ô {cell.name}" in listed or (str(number), cell.name.rstrip("0123456789")) in coded:
                continue
            row = max(
                int(key.split(".")[1])
                for key in said
                if key.startswith(f"{number}.") and int(key.split(".")[1]) <= cell.row
            )
            missing = set(fold(cell.text).split()) - set(said[f"{number}.{row}"].split()) - {"ong", "ba", "co"}
            assert not missing or cell.fault, (cell, said[f"{number}.{row}"])


def test_at_least_twelve_files_were_tried() -> None:
    """Of every kind that offices send."""
    assert len(CASES) >= 12
    assert {case.file.rpartition(".")[2] for case in CASES} == {"xlsx", "xlsm", "docx", "csv"}
