"""Who is honoured: what a profile and a row of a decision can both say of a person, collective or household."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Labelled, Part
from bangvang.records.dates import PartialDate
from bangvang.records.faults import fault
from bangvang.records.ids import AgencyId, FieldId, OccupationId, PlaceId
from bangvang.records.scalars import Flag, Line, Name


class SubjectKind(Labelled):
    """The four kinds of honouree that the law knows."""

    INDIVIDUAL = "individual", "Cá nhân"
    COLLECTIVE = "collective", "Tập thể"
    HOUSEHOLD = "household", "Hộ gia đình"
    LOCALITY = "locality", "Địa phương"


class Sex(Labelled):
    """As the appendix gives it; unknown stays unknown."""

    FEMALE = "female", "Nữ"
    MALE = "male", "Nam"


class Living(Labelled):
    """Whether the person lives: it decides what may be shown."""

    YES = "yes", "Còn sống"
    NO = "no", "Đã mất"
    UNKNOWN = "unknown", "Chưa rõ"


class CollectiveType(Labelled):
    """What sort of body a collective is."""

    AGENCY = "agency", "Cơ quan nhà nước, Đảng"
    ASSOCIATION = "association", "Mặt trận, đoàn thể, hội"
    ENTERPRISE = "enterprise", "Doanh nghiệp"
    COOPERATIVE = "cooperative", "Hợp tác xã, tổ hợp tác"
    SCHOOL = "school", "Trường học"
    HEALTH = "health", "Cơ sở y tế"
    ARMED_FORCES = "armed-forces", "Lực lượng vũ trang, dân quân tự vệ"
    COMMUNITY = "community", "Thôn, tổ dân phố, cộng đồng"
    PUBLIC_SERVICE = "public-service", "Đơn vị sự nghiệp khác"
    TEAM = "team", "Tổ, đội, nhóm"
    OTHER = "other", "Tập thể khác"


class Subject(Part):
    """The facts about an honouree that fit in a list."""

    kind: SubjectKind = Field(title="Loại", description="Cá nhân, tập thể, hộ gia đình hay địa phương.")
    name: Name = Field(title="Họ tên hoặc tên gọi", description="Như trong quyết định, không kèm Ông, Bà.")
    sort_name: Line | None = Field(
        None, title="Tên để xếp thứ tự", description="Khi tên không xếp theo chữ cuối: người nước ngoài, H'Hen Niê."
    )
    role: Line | None = Field(None, title="Chức vụ", description="Chức vụ, nghề nghiệp khi được khen.")
    unit: Line | None = Field(None, title="Đơn vị", description="Nơi công tác, sinh hoạt; như in trong quyết định.")
    place: PlaceId | None = Field(
        None, title="Địa phương", description="Mã địa phương như khi được khen, trong data/vocabulary/places.yml."
    )
    place_text: Line | None = Field(
        None, title="Địa phương (bằng chữ)", description="Khi địa phương chưa có trong danh mục, hoặc cần ghi rõ hơn."
    )
    occupation: OccupationId | None = Field(
        None, title="Thành phần", description="Mã trong data/vocabulary/occupations.yml, ví dụ nông dân, công nhân."
    )
    sex: Sex | None = Field(None, title="Giới tính", description="female (nữ) hoặc male (nam); bỏ trống nếu không rõ.")
    foreign: Flag = Field(False, title="Người nước ngoài", description="true nếu là người hoặc tổ chức nước ngoài.")
    collective_type: CollectiveType | None = Field(None, title="Loại tập thể", description="Chỉ dùng cho tập thể.")
    small: Flag | None = Field(
        None, title="Tập thể nhỏ", description="true nếu là tập thể nhỏ (tổ, đội, phòng, ban), được ưu tiên khen."
    )
    head: Line | None = Field(None, title="Chủ hộ", description="Chỉ dùng cho hộ gia đình.")
    members: tuple[Line, ...] = Field((), title="Thành viên", description="Thành viên hộ gia đình được nêu tên.")
    agency: AgencyId | None = Field(
        None, title="Là cơ quan", description="Khi tập thể chính là một cơ quan trong danh mục."
    )
    fields: tuple[FieldId, ...] = Field(
        (), title="Lĩnh vực", description="Mã lĩnh vực trong data/vocabulary/fields.yml."
    )
    born: PartialDate | None = Field(None, title="Năm sinh, ngày thành lập", description="Ngày, tháng hoặc chỉ năm.")
    died: PartialDate | None = Field(None, title="Ngày mất, ngày giải thể", description="Ngày, tháng hoặc chỉ năm.")
    living: Living = Field(
        Living.UNKNOWN, title="Còn sống", description="yes, no hoặc unknown; unknown được xử sự như còn sống."
    )

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if self.kind is not SubjectKind.COLLECTIVE and self.collective_type is not None:
            raise fault("collective_type chỉ dùng cho tập thể", "Bỏ mục này, hoặc sửa kind thành collective.")
        if self.kind is not SubjectKind.HOUSEHOLD and (self.head is not None or self.members):
            raise fault("head và members chỉ dùng cho hộ gia đình", "Bỏ các mục này, hoặc sửa kind thành household.")
        if self.born and self.died and self.died.surely_before(self.born):
            raise fault(f"mất ({self.died}) trước khi sinh ({self.born})", "Xem lại born và died.")
        return self
