"""How to reach an office. Only offices: private numbers have no place on a public site."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Part
from bangvang.records.faults import fault
from bangvang.records.scalars import Email, Line, Phone, Url


class Contact(Part):
    """An office and its public addresses."""

    office: Line = Field(title="Cơ quan", description="Tên bộ phận, cơ quan giải đáp.")
    address: Line | None = Field(None, title="Địa chỉ", description="Địa chỉ trụ sở.")
    phone: Phone | None = Field(None, title="Điện thoại", description="Số của cơ quan.")
    email: Email | None = Field(None, title="Thư điện tử", description="Hộp thư của cơ quan.")
    url: Url | None = Field(None, title="Trang mạng", description="Địa chỉ trang của cơ quan.")

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not (self.address or self.phone or self.email or self.url):
            raise fault("chưa có cách liên hệ nào", "Thêm address, phone, email hoặc url của cơ quan.")
        return self
