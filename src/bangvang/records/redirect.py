"""Old addresses that lead to new ones (data/redirects.yml)."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic.json_schema import WithJsonSchema

from bangvang.records.base import Part
from bangvang.records.dates import Day
from bangvang.records.faults import fault
from bangvang.records.scalars import Line


def _site_path(value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip()
        if not value.startswith("/") or value.startswith("//") or any(mark in value for mark in " ?\\"):
            raise fault(f"“{value}” không phải là đường dẫn trong trang", "Viết từ dấu / đầu, ví dụ /phong-trao/cu/.")
    return value


SitePath = Annotated[str, BeforeValidator(_site_path), WithJsonSchema({"type": "string", "pattern": "^/"})]


class Redirect(Part):
    """One old address and where it leads."""

    from_: SitePath = Field(alias="from", title="Địa chỉ cũ", description="Ví dụ: /phong-trao/ten-cu/.")
    to: SitePath = Field(title="Địa chỉ mới", description="Ví dụ: /phong-trao/ten-moi/.")
    since: Day | None = Field(None, title="Từ ngày", description="Ngày đổi địa chỉ.")
    reason: Line | None = Field(None, title="Lý do", description="Vì sao đổi.")
