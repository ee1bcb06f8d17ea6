"""What is wrong with a record, said at the fields of its form and in the words of its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import ValidationError

from bangvang.checking import Finding
from bangvang.loading.explanation import complaints, model_at
from bangvang.office.edits import Data
from bangvang.office.fields import Field, Shape, fields_of
from bangvang.office.wording import in_words
from bangvang.problem import Severity
from bangvang.records import Loc, Part, Removed

_HOW_TO_TYPE = {
    Shape.DATE: "Gõ ngày/tháng/năm, ví dụ 19/5/2024; chỉ biết tháng thì gõ 5/2024, chỉ biết năm thì gõ 2024.",
    Shape.DAY: "Gõ đủ ngày/tháng/năm, ví dụ 19/5/2024.",
    Shape.CHOICE: "Chọn một mục trong danh sách.",
    Shape.FLAG: "Chọn có hoặc không.",
}


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One mistake at one field; an empty path is the record as a whole."""

    loc: Loc
    what: str
    remedy: str
    check: str
    severity: Severity = Severity.ERROR

    @property
    def name(self) -> str:
        """The path as forms name their fields: recipients.3.name."""
        return ".".join(map(str, self.loc))


def beside(problem: FieldProblem, title: str) -> FieldProblem:
    """The problem where its field's title stands already: it need not be said twice."""
    return replace(problem, what=problem.what.removeprefix(f"{title}: "))


def faults_of(model: type[Part], tree: Data) -> tuple[FieldProblem, ...]:
    """Everything that the model refuses in the data of one record."""
    form = Removed if isinstance(tree, dict) and tree.get("status") == "removed" else model
    try:
        form.model_validate(tree)
    except ValidationError as error:
        return tuple(_at_fields(error, form))
    return ()


def found_at(finding: Finding, model: type[Part]) -> FieldProblem:
    """A finding of the checks, placed inside its record."""
    above = finding.where.loc
    loc = finding.loc[len(above) :] if above and finding.loc[: len(above)] == above else finding.loc
    return FieldProblem(
        loc,
        in_words(finding.what, model, loc),
        in_words(finding.remedy, model, loc),
        finding.check,
        finding.severity,
    )


def field_at(model: type[Part], loc: Loc) -> Field | None:
    """The field that a path ends in or passes last."""
    for depth in range(len(loc), 0, -1):
        if isinstance(loc[depth - 1], str):
            inside = model_at(model, loc[: depth - 1])
            return next((field for field in fields_of(inside) if field.key == loc[depth - 1]), None) if inside else None
    return None


def _at_fields(error: ValidationError, model: type[Part]) -> Iterator[FieldProblem]:
    for complaint in complaints(error, model):
        loc = complaint.field
        field = field_at(model, loc)
        if complaint.check == "missing-field" and field is not None:
            yield FieldProblem(loc, f"chưa điền “{field.title}”", field.help or "Điền mục này.", complaint.check)
            continue
        remedy = complaint.remedy
        own = field is not None and loc and field.key == loc[-1]
        if own and field is not None and complaint.check == "field-value":
            remedy = _HOW_TO_TYPE.get(field.shape, remedy)
        yield FieldProblem(loc, in_words(complaint.what, model, loc), in_words(remedy, model, loc), complaint.check)
