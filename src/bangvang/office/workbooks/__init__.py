"""Records of one kind as an Excel workbook, and back: exactly the cells that somebody changed.

`export_workbook` gives the file, `read_workbook` reads one that came back, `consider` says what it would change and
`take_back` saves it, all or nothing.
"""

from bangvang.office.workbooks.changes import Removal, SpotProblem
from bangvang.office.workbooks.export import export_workbook, file_name
from bangvang.office.workbooks.reading import Given, is_workbook, read_workbook
from bangvang.office.workbooks.returning import Kept, NotKept, Return, Told, consider, take_back

__all__ = [
    "Given",
    "Kept",
    "NotKept",
    "Removal",
    "Return",
    "SpotProblem",
    "Told",
    "consider",
    "export_workbook",
    "file_name",
    "is_workbook",
    "read_workbook",
    "take_back",
]
