"""The text of a plan, a directive, a notice (.docx, .txt, .md, or pasted): read, and proposed as draft records.

`read_file` and `read_text` give the lines, `understand` a Recognition, `draft_document` and `draft_campaign` the data
of records that a clerk confirms.
"""

from bangvang.office.paper.draft import draft_campaign, draft_document
from bangvang.office.paper.lines import Paper, read_file, read_text
from bangvang.office.paper.recognition import Recognition, understand
from bangvang.office.paper.slips import Slip
from bangvang.office.paper.summary import summary_of

__all__ = [
    "Paper",
    "Recognition",
    "Slip",
    "draft_campaign",
    "draft_document",
    "read_file",
    "read_text",
    "summary_of",
    "understand",
]
