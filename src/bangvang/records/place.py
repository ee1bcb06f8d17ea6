"""Places with validity: the commune of 2019 and its namesake of 2025 are two entries."""

from pydantic import Field

from bangvang.records.base import Labelled, Part
from bangvang.records.dates import PartialDate
from bangvang.records.ids import PlaceId
from bangvang.records.scalars import Line
from bangvang.records.vocabulary import VocabularyEntry


class PlaceType(Labelled):
    """What sort of unit a place is; the code starts the id where the office mints it by rule."""

    COUNTRY = "country", "Quốc gia"
    PROVINCE = "province", "Tỉnh"
    CITY = "city", "Thành phố trực thuộc Trung ương"
    DISTRICT = "district", "Huyện"
    TOWN = "town", "Thị xã"
    PROVINCIAL_CITY = "provincial-city", "Thành phố thuộc tỉnh"
    URBAN_DISTRICT = "urban-district", "Quận"
    COMMUNE = "commune", "Xã"
    WARD = "ward", "Phường"
    TOWNSHIP = "township", "Thị trấn"
    SPECIAL_ZONE = "special-zone", "Đặc khu"
    VILLAGE = "village", "Thôn, bản, xóm, ấp, tổ dân phố"
    REGION = "region", "Vùng"


class AreaClass(Labelled):
    """Classes of area that get special attention in awards."""

    REMOTE = "remote", "Vùng sâu, vùng xa"
    BORDER = "border", "Vùng biên giới"
    ISLAND = "island", "Hải đảo"
    MINORITY = "ethnic-minority", "Vùng đồng bào dân tộc thiểu số"
    DIFFICULT = "specially-difficult", "Vùng đặc biệt khó khăn"


class AreaClassPeriod(Part):
    """A class of area and the time it applied."""

    class_: AreaClass = Field(alias="class", title="Diện", description="remote, border, island, ethnic-minority…")
    from_: PartialDate | None = Field(None, alias="from", title="Từ", description="Từ khi nào.")
    to: PartialDate | None = Field(None, title="Đến", description="Đến khi nào.")


class Extent(Labelled):
    """How much of a place went into its successor."""

    WHOLE = "whole", "Toàn bộ"
    PART = "part", "Một phần"


class Succession(Part):
    """What a place became, how and by which text."""

    id: PlaceId = Field(title="Thành", description="Mã địa phương mới.")
    how: Extent = Field(title="Phạm vi", description="whole (toàn bộ) hoặc part (một phần).")
    date: PartialDate = Field(title="Từ ngày", description="Ngày đầu tiên của địa phương mới.")
    basis: Line | None = Field(None, title="Căn cứ", description="Nghị quyết sắp xếp.")


class Place(VocabularyEntry):
    """An administrative unit as it was during its validity."""

    name: Line = Field(title="Tên", description="Tên đầy đủ, có loại đơn vị: Xã Lam Vỹ.")
    type: PlaceType = Field(title="Loại", description="province, city, district, commune, ward…")
    parent: PlaceId | None = Field(None, title="Thuộc", description="Mã địa phương cấp trên.")
    from_: PartialDate | None = Field(None, alias="from", title="Có từ", description="Ngày đầu tiên.")
    to: PartialDate | None = Field(None, title="Có đến", description="Ngày cuối cùng.")
    gso_code: Line | None = Field(None, title="Mã số", description="Mã của cơ quan thống kê; mã có thể được dùng lại.")
    area_classes: tuple[AreaClassPeriod, ...] = Field((), title="Diện địa bàn", description="Vùng sâu, biên giới…")
    became: tuple[Succession, ...] = Field((), title="Nay là", description="Các địa phương kế tục.")
