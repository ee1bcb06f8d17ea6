"""A practice worth copying: initiative, experience, model, way of working."""

from pydantic import Field

from bangvang.records.base import Labelled, Part
from bangvang.records.contact import Contact
from bangvang.records.dates import PartialDate
from bangvang.records.ids import AgencyId, CampaignId, FieldId, HonoureeId, PlaceId
from bangvang.records.record import Record
from bangvang.records.scalars import Amount, Line, Markdown, Name


class PracticeKind(Labelled):
    """The words plans use for it."""

    INITIATIVE = "initiative", "Sáng kiến"
    EXPERIENCE = "experience", "Kinh nghiệm"
    MODEL = "model", "Mô hình"
    METHOD = "method", "Cách làm hay"


class Measure(Part):
    """One measured effect."""

    what: Line = Field(title="Kết quả gì", description="Ví dụ: Số hộ tham gia.")
    value: Amount = Field(title="Bao nhiêu", description="Con số kiểu Việt Nam, ví dụ 1.200 hoặc 12,5.")
    unit: Line | None = Field(None, title="Đơn vị tính", description="Ví dụ: hộ, triệu đồng, %.")
    as_of: PartialDate | None = Field(None, title="Tính đến", description="Ngày, tháng hoặc năm của số liệu.")


class Adoption(Part):
    """Somebody who took the practice over."""

    unit: Line = Field(title="Đơn vị áp dụng", description="Tên đơn vị, thôn, xã đã làm theo.")
    agency: AgencyId | None = Field(None, title="Cơ quan", description="Mã cơ quan, nếu có trong danh mục.")
    honouree: HonoureeId | None = Field(None, title="Hồ sơ", description="Mã hồ sơ tập thể đã áp dụng, nếu có.")
    place: PlaceId | None = Field(None, title="Địa phương", description="Mã địa phương.")
    since: PartialDate | None = Field(None, title="Từ", description="Áp dụng từ khi nào.")
    result: Line | None = Field(None, title="Kết quả", description="Kết quả ở nơi áp dụng.")
    source: Line | None = Field(None, title="Nguồn", description="Căn cứ của thông tin này.")


class Practice(Record):
    """What was wrong, what was done, what it brought, and how to do it elsewhere."""

    name: Name = Field(title="Tên", description="Tên mô hình, sáng kiến, cách làm.")
    kind: PracticeKind = Field(title="Loại", description="Sáng kiến, kinh nghiệm, mô hình hay cách làm hay.")
    fields: tuple[FieldId, ...] = Field((), title="Lĩnh vực", description="Mã lĩnh vực.")
    place: PlaceId | None = Field(None, title="Nơi bắt đầu", description="Mã địa phương.")
    honourees: tuple[HonoureeId, ...] = Field((), title="Của ai", description="Mã người, tập thể đã làm ra.")
    campaign: CampaignId | None = Field(None, title="Phong trào", description="Phong trào mà mô hình nảy sinh.")
    since: PartialDate | None = Field(None, title="Từ", description="Bắt đầu từ khi nào.")
    problem: Markdown | None = Field(None, title="Vấn đề", description="Trước đây vướng điều gì.")
    way: Markdown | None = Field(None, title="Cách làm", description="Đã làm thế nào.")
    steps: tuple[Line, ...] = Field((), title="Các bước", description="Từng bước để nơi khác làm theo.")
    results: tuple[Measure, ...] = Field((), title="Kết quả", description="Các con số đo được.")
    conditions: Markdown | None = Field(None, title="Phù hợp với", description="Điều kiện để áp dụng được.")
    contact: Contact | None = Field(None, title="Liên hệ", description="Cơ quan giải đáp; không ghi số riêng.")
    adopted: tuple[Adoption, ...] = Field((), title="Nơi áp dụng", description="Những nơi đã làm theo.")
