"""Agencies: who issues, leads, reports and awards."""

from pydantic import Field

from bangvang.records.award import AuthorityClass
from bangvang.records.base import Part
from bangvang.records.dates import PartialDate
from bangvang.records.ids import AgencyId, PlaceId
from bangvang.records.level import Level
from bangvang.records.scalars import Line
from bangvang.records.vocabulary import VocabularyEntry


class AgencySuccession(Part):
    """Who took an agency's place."""

    id: AgencyId = Field(title="Cơ quan kế tục", description="Mã cơ quan mới.")
    date: PartialDate | None = Field(None, title="Từ ngày", description="Ngày tiếp nhận.")
    basis: Line | None = Field(None, title="Căn cứ", description="Văn bản quy định.")


class Agency(VocabularyEntry):
    """An office of the State, the Party, the Front, or a unit that takes part in emulation."""

    name: Line = Field(title="Tên", description="Tên đầy đủ.")
    short: Line | None = Field(None, title="Tên ngắn", description="Ví dụ: UBND xã Mẫu.")
    level: Level | None = Field(None, title="Cấp", description="Trung ương, tỉnh, huyện, xã, đơn vị.")
    place: PlaceId | None = Field(None, title="Địa phương", description="Mã địa phương.")
    parent: AgencyId | None = Field(None, title="Trực thuộc", description="Mã cơ quan cấp trên.")
    authority_class: AuthorityClass | None = Field(
        None, title="Thẩm quyền khen thưởng", description="Cấp thẩm quyền của người đứng đầu cơ quan này."
    )
    standing_agency_of: AgencyId | None = Field(
        None, title="Thường trực của", description="Mã Hội đồng Thi đua - Khen thưởng mà cơ quan này thường trực."
    )
    from_: PartialDate | None = Field(None, alias="from", title="Có từ", description="Ngày thành lập.")
    to: PartialDate | None = Field(None, title="Có đến", description="Ngày kết thúc.")
    became: tuple[AgencySuccession, ...] = Field((), title="Nay là", description="Cơ quan kế tục.")
