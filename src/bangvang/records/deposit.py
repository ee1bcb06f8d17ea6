"""A deposit: a version of the site, of a year or of a campaign that was given into keeping (data/deposits.yml)."""

import re
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import WithJsonSchema

from bangvang.records.dates import Day
from bangvang.records.faults import fault
from bangvang.records.ids import CampaignId
from bangvang.records.scalars import Line, Url, Year
from bangvang.records.vocabulary import VocabularyEntry

_DIGEST = re.compile(r"[0-9a-f]{64}|[0-9a-f]{128}")


def _digest(value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip().lower()
        if not _DIGEST.fullmatch(value):
            raise fault(
                f"“{value}” không phải là mã băm",
                "Chép đủ mã SHA-512 (128 ký tự) hoặc SHA-256 (64 ký tự) mà lệnh tạo bản lưu đã in ra.",
            )
    return value


Digest = Annotated[str, BeforeValidator(_digest), WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]+$"})]


class Deposit(VocabularyEntry):
    """What was kept, since when, where it lies, and how to know that it is whole."""

    title: Line = Field(title="Tên bản lưu", description="Ví dụ: Bản lưu phong trào thi đua năm 2026.")
    date: Day = Field(title="Ngày lưu", description="Ngày tạo bản lưu.")
    campaign: CampaignId | None = Field(
        None, title="Của phong trào", description="Mã phong trào; bỏ trống nếu lưu cả trang hoặc cả một năm."
    )
    year: Year | None = Field(None, title="Của năm", description="Năm được lưu; bỏ trống nếu lưu cả trang.")
    address: Url | None = Field(None, title="Nơi lấy", description="Địa chỉ tải gói lưu hoặc trang của nơi giữ.")
    pages: Url | None = Field(
        None,
        title="Nơi đọc",
        description="Địa chỉ gốc nơi mở được từng trang của bản lưu, kết thúc bằng dấu /; nếu có.",
    )
    keeper: Line | None = Field(None, title="Nơi giữ", description="Ví dụ: Trung tâm Lưu trữ lịch sử tỉnh.")
    digest: Digest | None = Field(None, title="Mã băm", description="SHA-512 hoặc SHA-256 của gói, để đối chiếu.")

    @model_validator(mode="after")
    def _is_of_one_scope(self) -> Self:
        if self.campaign is not None and self.year is not None:
            raise fault("bản lưu ghi cả phong trào lẫn năm", "Chỉ để một trong hai: campaign hoặc year.")
        return self

    @model_validator(mode="after")
    def _pages_end_in_a_slash(self) -> Self:
        if self.pages is not None and not self.pages.endswith("/"):
            raise fault("địa chỉ nơi đọc chưa kết thúc bằng dấu /", f"Viết {self.pages}/")
        return self
