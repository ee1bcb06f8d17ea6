"""An appendix to a decision (.xlsx, .xlsm, .csv, .docx): read, understood, confirmed by the clerk, then written.

`read` gives a Workbook, `understand` a Proposal, `decide` the decision file.
"""

from bangvang.office.appendix.decision import Decided, UndecidedError, decide, write
from bangvang.office.appendix.entry import Entry, Leftover
from bangvang.office.appendix.fault import AppendixError
from bangvang.office.appendix.meaning import Meaning
from bangvang.office.appendix.proposal import ColumnView, Proposal, TableView, understand
from bangvang.office.appendix.question import Option, Question, Topic
from bangvang.office.appendix.reading import read
from bangvang.office.appendix.revision import Change, Difference, Revised, Turn, revise
from bangvang.office.appendix.sheet import Cell, Sheet, Workbook

__all__ = [
    "AppendixError",
    "Cell",
    "Change",
    "ColumnView",
    "Decided",
    "Difference",
    "Entry",
    "Leftover",
    "Meaning",
    "Option",
    "Proposal",
    "Question",
    "Revised",
    "Sheet",
    "TableView",
    "Topic",
    "Turn",
    "UndecidedError",
    "Workbook",
    "decide",
    "read",
    "revise",
    "understand",
    "write",
]
