"""The site itself: its name, owner, home page, rules with their basis, licence."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Labelled, Part
from bangvang.records.contact import Contact
from bangvang.records.dates import PartialDate
from bangvang.records.faults import fault
from bangvang.records.ids import CampaignId, DecisionId, HonoureeId, PlaceId, PracticeId
from bangvang.records.scalars import Amount, Count, Flag, Line, Prose, Url


class RuleName(Labelled):
    """Rules whose value the law sets and changes."""

    CONSULTATION_DAYS = "consultation-working-days", "Số ngày làm việc lấy ý kiến"
    DIRECT_WORKERS = "direct-worker-share", "Tỷ lệ người lao động trực tiếp (%)"
    BULK_NAMES = "bulk-names", "Cho phép xuất tên người còn sống hàng loạt (1 là có)"


class Rule(Part):
    """A rule, its value, and when and by what text it holds."""

    rule: RuleName = Field(title="Quy tắc", description="consultation-working-days, direct-worker-share, bulk-names.")
    value: Amount = Field(title="Giá trị", description="Con số của quy tắc.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ", description="Áp dụng từ ngày.")
    to: PartialDate | None = Field(None, title="Đến", description="Áp dụng đến ngày.")
    basis: Line = Field(title="Căn cứ", description="Văn bản quy định.")


class MinimumCounts(Part):
    """The least a site must hold; fewer records look like a deletion by accident."""

    honouree: Count = Field(0, title="Hồ sơ", description="Số người, tập thể ít nhất.")
    decision: Count = Field(0, title="Quyết định", description="Số quyết định ít nhất.")
    campaign: Count = Field(0, title="Phong trào", description="Số phong trào ít nhất.")
    document: Count = Field(0, title="Văn bản", description="Số văn bản ít nhất.")
    practice: Count = Field(0, title="Mô hình", description="Số mô hình ít nhất.")


class HomePicks(Part):
    """What the home page puts first."""

    honourees: tuple[HonoureeId, ...] = Field((), title="Gương nổi bật", description="Mã hồ sơ.")
    campaigns: tuple[CampaignId, ...] = Field((), title="Phong trào nổi bật", description="Mã phong trào.")
    decisions: tuple[DecisionId, ...] = Field((), title="Quyết định nổi bật", description="Mã quyết định.")
    practices: tuple[PracticeId, ...] = Field((), title="Mô hình nổi bật", description="Mã mô hình.")


class Owner(Part):
    """The office that answers for the site."""

    name: Line = Field(title="Cơ quan chủ quản", description="Tên cơ quan.")
    responsible: Line | None = Field(
        None, title="Chịu trách nhiệm", description="Chức danh người chịu trách nhiệm, không cần tên."
    )
    licence_number: Line | None = Field(None, title="Giấy phép", description="Số giấy phép trang thông tin, nếu có.")


class Licence(Part):
    """Under what terms the data may be used again."""

    name: Line = Field(title="Tên giấy phép", description="Ví dụ: CC BY 4.0.")
    url: Url = Field(title="Địa chỉ", description="Trang nói rõ giấy phép.")
    attribution: Line = Field(title="Cách ghi nguồn", description="Câu ghi nguồn khi dùng lại.")


class Site(Part):
    """data/site.yml: the truth for the site's name and address."""

    name: Line = Field(title="Tên trang", description="Ví dụ: Bảng Vàng thi đua xã Mẫu.")
    short_name: Line | None = Field(
        None, title="Tên ngắn", description="Dùng nơi hẹp, ví dụ đầu trang trên điện thoại."
    )
    address: Url = Field(title="Địa chỉ trang", description="Địa chỉ công khai, kết thúc bằng dấu /.")
    description: Prose = Field(title="Giới thiệu", description="Một, hai câu về trang.")
    name_en: Line | None = Field(
        None, title="Tên tiếng Anh", description="Có tên này thì trang có thêm phần tiếng Anh, ở địa chỉ /en/."
    )
    description_en: Line | None = Field(
        None, title="Giới thiệu bằng tiếng Anh", description="Một, hai câu tiếng Anh cho bạn đọc nước ngoài."
    )
    owner: Owner = Field(title="Chủ quản", description="Cơ quan chịu trách nhiệm.")
    contact: Contact = Field(title="Liên hệ", description="Nơi nhận góp ý, đính chính.")
    place: PlaceId | None = Field(None, title="Địa phương", description="Địa phương của trang.")
    trial: Flag = Field(False, title="Bản dùng thử", description="true: có dải báo thử nghiệm, máy tìm kiếm bỏ qua.")
    home: HomePicks = Field(
        default_factory=HomePicks, title="Trang chủ", description="Những mục đưa lên đầu trang chủ."
    )
    rules: tuple[Rule, ...] = Field((), title="Quy tắc", description="Các quy tắc có căn cứ và thời hạn.")
    minimum_counts: MinimumCounts = Field(
        default_factory=MinimumCounts, title="Số lượng tối thiểu", description="Ít hơn thì báo lỗi, phòng xóa nhầm."
    )
    licence: Licence | None = Field(None, title="Giấy phép dữ liệu", description="Điều kiện dùng lại dữ liệu.")

    @model_validator(mode="after")
    def _address_ends_in_a_slash(self) -> Self:
        if not self.address.endswith("/"):
            raise fault("địa chỉ trang chưa kết thúc bằng dấu /", f"Viết {self.address}/")
        return self
