"""What a text stands on: a document of the library, or a citation in words."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Shorthand
from bangvang.records.faults import fault
from bangvang.records.ids import DocumentId
from bangvang.records.scalars import Line


class Basis(Shorthand):
    """Written as a document's id, or as {text: …} where the print names no number."""

    stands_for_all = "document"

    document: DocumentId | None = Field(None, title="Văn bản", description="Mã văn bản trong data/documents/.")
    text: Line | None = Field(None, title="Viết bằng chữ", description="Căn cứ như in trên giấy, khi không có số hiệu.")
    article: Line | None = Field(None, title="Điều, khoản", description="Ví dụ: Điều 80 khoản 3.")

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.document is None and self.text is None:
            raise fault("căn cứ để trống", "Viết mã văn bản, hoặc {text: căn cứ viết bằng chữ}.")
        return self
