"""Errata: what was put right in a frozen campaign, when, why and who approved; readers see each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from bangvang.frozen.manifest import FOLDER
from bangvang.loading import Positions, Problem, Unreadable
from bangvang.loading.explanation import complaints
from bangvang.loading.text import MAX_BYTES, decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.records import Part
from bangvang.records.dates import Day
from bangvang.records.faults import fault
from bangvang.records.scalars import Line, Prose
from bangvang.registry import is_private
from bangvang.whole_file import read_plain

SUFFIX = ".errata.yml"
CHECK = "frozen-erratum"


class Erratum(Part):
    """One correction of one frozen fact or passage."""

    date: Day = Field(title="Ngày đính chính", description="Ngày sửa.")
    record: Line = Field(title="Hồ sơ", description="Loại và mã hồ sơ, như lời báo lỗi ghi: decision/qd-15.")
    field: Line = Field(title="Mục", description="Mục được sửa, như lời báo lỗi ghi: recipients.2.name.")
    reason: Prose = Field(title="Lý do", description="Vì sao sửa; không nêu việc riêng tư.")
    approver: Line = Field(title="Người duyệt", description="Họ tên, chức vụ người cho phép sửa.")
    was: Prose | None = Field(None, title="Trước là", description="Bỏ trống nếu là tên hoặc việc riêng.")
    now: Prose | None = Field(None, title="Nay là", description="Nội dung đúng; bỏ trống nếu mục bị bỏ đi.")
    seal: Line | None = Field(
        None, title="Mã của nội dung mới", description="Thay cho was và now khi không nên nhắc lại nội dung."
    )

    @model_validator(mode="after")
    def _filled_in(self) -> Self:
        if "…" in (self.reason, self.approver):
            raise fault("đính chính chưa ghi lý do hoặc người duyệt", "Thay dấu “…” ở reason và approver.")
        if self.is_private and (self.was or self.now):
            raise fault("đính chính về tên hoặc việc riêng không được nhắc lại nội dung", "Bỏ was và now, chỉ để seal.")
        return self

    @property
    def is_private(self) -> bool:
        """Whether it is about a name or a private fact of somebody honoured."""
        place = f"{self.record.partition('/')[0]}/{self.field}"
        of_person = place.startswith(("decision/recipients.", "honouree/honours."))
        return of_person and is_private(self.field.rpartition(".")[2])


class BadErrata(Exception):
    """A file of errata that cannot be used."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(problem.told() for problem in problems))
        self.problems = tuple(problems)


def errata_path(campaign: str) -> str:
    """Where the errata of a campaign stand."""
    return f"{FOLDER}/{campaign}{SUFFIX}"


def read_errata(root: Path, campaign: str) -> tuple[Erratum, ...]:
    """The errata of a campaign in the order of the file; raises BadErrata."""
    path = errata_path(campaign)
    try:
        text = decode(read_plain(root / path, MAX_BYTES))
        tree = read_tree(text)
    except FileNotFoundError:
        return ()
    except OSError as error:
        what = f"không mở được tệp ({error.strerror})"
        raise BadErrata([Problem(path, 1, 1, what, "Kiểm tra quyền đọc tệp này.", CHECK)]) from error
    except Unreadable as error:
        raise BadErrata([error.at(path)]) from None
    if tree is None:
        return ()
    if not isinstance(tree, list):
        raise BadErrata(
            [Problem(path, 1, 1, "tệp này phải là một danh sách", "Mỗi đính chính bắt đầu bằng “- ”.", CHECK)]
        )
    try:
        return TypeAdapter(tuple[Erratum, ...]).validate_python(tuple(tree))
    except ValidationError as error:
        raise BadErrata(_placed(path, Positions(text), error)) from None


def _placed(path: str, positions: Positions, error: ValidationError) -> list[Problem]:
    found = []
    for complaint in complaints(error, Erratum):
        line, column = (positions.of_key if complaint.at_key else positions.of_value)(complaint.loc)
        found.append(Problem(path, line, column, complaint.what, complaint.remedy, complaint.check))
    return found
