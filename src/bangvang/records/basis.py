"""What a text stands on: a document of the library, or a citation in words."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field, model_validator

from bangvang.records.base import Part
from bangvang.records.faults import fault
from bangvang.records.ids import DocumentId
from bangvang.records.scalars import Line


class Basis(Part):
    """Written as a document's id, or as {text: …} where the print names no number."""

    document: DocumentId | None = Field(None, title="Văn bản", description="Mã văn bản trong data/documents/.")
    text: Line | None = Field(None, title="Viết bằng chữ", description="Căn cứ như in trên giấy, khi không có số hiệu.")
    article: Line | None = Field(None, title="Điều, khoản", description="Ví dụ: Điều 80 khoản 3.")

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: Any) -> Any:
        return {"document": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.document is None and self.text is None:
            raise fault("căn cứ để trống", "Viết mã văn bản, hoặc {text: căn cứ viết bằng chữ}.")
        return self
