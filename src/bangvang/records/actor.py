"""Who does something: an agency of the vocabulary, or somebody named in words."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Part, Shorthand
from bangvang.records.faults import fault
from bangvang.records.ids import AgencyId
from bangvang.records.scalars import Line


class Actor(Shorthand):
    """Written as an agency's id, or as {name: …} for those outside the vocabulary."""

    stands_for_all = "agency"

    agency: AgencyId | None = Field(None, title="Cơ quan", description="Mã cơ quan trong data/vocabulary/agencies.yml.")
    name: Line | None = Field(None, title="Tên", description="Tên viết bằng chữ, khi chưa có trong danh mục cơ quan.")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.agency is None) == (self.name is None):
            raise fault(
                "phải là mã một cơ quan hoặc một tên viết bằng chữ",
                "Viết thẳng mã cơ quan, hoặc viết {name: Tên đầy đủ}.",
            )
        return self


class Signer(Part):
    """The person who signed, acting for an office."""

    name: Line = Field(title="Họ và tên", description="Họ tên người ký, như trên văn bản.")
    title: Line | None = Field(None, title="Chức vụ", description="Ví dụ: Chủ tịch.")
    title_2: Line | None = Field(
        None, title="Chức vụ thứ hai", description="Khi dưới chức vụ còn một dòng nữa, ví dụ: Phó Chủ tịch Thường trực."
    )
    capacity: Line | None = Field(
        None, title="Thẩm quyền ký", description="Dòng trên chức vụ, ví dụ: TM. Ủy ban nhân dân, KT. Chủ tịch."
    )
