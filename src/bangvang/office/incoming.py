"""What `bangvang import` is handed, and who takes it in: an exported workbook, the text of a plan, or an appendix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bangvang.loading import Project
from bangvang.office.appendix.conversation import Console, ask_for_appendix, show_template, take_answers
from bangvang.office.known import known_in
from bangvang.office.paper.command import is_paper, take_paper
from bangvang.office.workbooks import is_workbook
from bangvang.office.workbooks.conversation import asked, changes_only, take_workbook
from bangvang.registry import Registry

Read = Callable[[str], str]
Write = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for beside the file."""

    answers: Path | None
    """Of an appendix, given in a file."""
    template: bool
    """Only a file of answers to fill in."""
    revises: str | None
    """The decision whose list an appendix corrects."""
    unasked: bool
    """A workbook is saved without a question."""

    @property
    def are_of_an_appendix(self) -> bool:
        """Whether nothing but an appendix can be meant."""
        return bool(self.answers or self.template or self.revises)


def take_file(
    file: Path, root: Path, wishes: Wishes, opened: Callable[[], tuple[Project, Registry]], read: Read, write: Write
) -> int:
    """Take it in; the result is an exit code. An appendix is held against the project, which only then is opened."""
    data = file.read_bytes() if file.is_file() else b""
    if is_workbook(data):
        return take_workbook(file, root, write, changes_only if wishes.unasked else asked(read))
    if data and not wishes.are_of_an_appendix and is_paper(data, file.name):
        return take_paper(file, root, read=_patient(read), write=write)
    project, registry = opened()
    console = Console(root, registry, known_in(project), read=read, write=write)
    if wishes.template:
        return show_template(file, console, wishes.revises)
    if wishes.answers is not None:
        return take_answers(file, wishes.answers, console, wishes.revises)
    return ask_for_appendix(file, console, wishes.revises)


def _patient(read: Read) -> Read:
    """What is typed; nothing where nobody sits."""

    def answer(question: str) -> str:
        try:
            return read(question)
        except EOFError:
            return ""

    return answer
