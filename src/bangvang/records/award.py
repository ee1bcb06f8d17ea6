"""The catalogue of awards: titles and forms, who may give them, from when to when."""

from pydantic import Field

from bangvang.records.base import Labelled, Shorthand
from bangvang.records.dates import PartialDate
from bangvang.records.ids import AwardId
from bangvang.records.scalars import Count, Flag, Line, Ordinal, Prose
from bangvang.records.subject import SubjectKind
from bangvang.records.vocabulary import VocabularyEntry


class AwardKind(Labelled):
    """The forms that the law tells apart, and those it has dropped."""

    ORDER = "order", "Huân chương"
    MEDAL = "medal", "Huy chương"
    STATE_TITLE = "state-title", "Danh hiệu vinh dự nhà nước"
    PRIZE = "prize", "Giải thưởng"
    TITLE = "title", "Danh hiệu thi đua"
    FLAG = "flag", "Cờ thi đua"
    MERIT = "merit-certificate", "Bằng khen"
    COMMENDATION = "commendation", "Giấy khen"
    COMMEMORATIVE = "commemorative", "Kỷ niệm chương"
    BADGE = "badge", "Huy hiệu"
    OTHER = "other", "Hình thức khác"


class AwardLevel(Labelled):
    """How high an award stands, for counting."""

    STATE = "state", "Cấp Nhà nước"
    PROVINCE = "province", "Cấp bộ, ngành, tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"
    UNIT = "unit", "Cấp cơ sở"


class AuthorityClass(Labelled):
    """Who can have the power to give an award."""

    STATE_PRESIDENT = "state-president", "Chủ tịch nước"
    PRESIDENT_HO = "president-ho-chi-minh", "Chủ tịch Hồ Chí Minh"
    PRIME_MINISTER = "prime-minister", "Thủ tướng Chính phủ"
    COUNCIL_OF_MINISTERS = "council-of-ministers", "Hội đồng Bộ trưởng"
    MINISTER = "minister", "Bộ trưởng, Thủ trưởng cơ quan ngang bộ và tương đương"
    PROVINCE_CHAIR = "province-chair", "Chủ tịch Ủy ban nhân dân cấp tỉnh"
    PROVINCE_COMMITTEE = "province-committee", "Ủy ban nhân dân cấp tỉnh"
    DISTRICT_CHAIR = "district-chair", "Chủ tịch Ủy ban nhân dân cấp huyện (đến 30/6/2025)"
    COMMUNE_CHAIR = "commune-chair", "Chủ tịch Ủy ban nhân dân cấp xã"
    UNIT_HEAD = "unit-head", "Thủ trưởng cơ quan, tổ chức, đơn vị"
    ENTERPRISE_HEAD = "enterprise-head", "Giám đốc doanh nghiệp, hợp tác xã"


class Power(Shorthand):
    """Who may give the award, and since or until when."""

    stands_for_all = "authority"

    authority: AuthorityClass = Field(title="Thẩm quyền", description="Mã cấp có thẩm quyền.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ", description="Có thẩm quyền từ ngày.")
    to: PartialDate | None = Field(None, title="Đến", description="Hết thẩm quyền sau ngày.")
    basis: Line | None = Field(None, title="Căn cứ", description="Văn bản quy định.")


class Award(VocabularyEntry):
    """One title or form of award, as the law of its time had it."""

    name: Line = Field(title="Tên", description="Tên theo luật.")
    name_en: Line | None = Field(None, title="Tên tiếng Anh", description="Dùng cho trang tiếng Anh và dữ liệu mở.")
    aliases: tuple[Line, ...] = Field((), title="Cách gọi khác", description="Các cách viết trong danh sách.")
    kind: AwardKind = Field(title="Loại", description="Huân chương, bằng khen, giấy khen…")
    level: AwardLevel = Field(title="Cấp", description="Cấp khen thưởng, dùng trong thống kê.")
    family: Line | None = Field(None, title="Nhóm hạng", description="Chung cho các hạng của một huân chương.")
    class_: Ordinal | None = Field(None, alias="class", title="Hạng", description="1, 2 hoặc 3.")
    powers: tuple[Power, ...] = Field((), title="Thẩm quyền", description="Ai được quyền tặng, từ khi nào.")
    applies_to: tuple[SubjectKind, ...] = Field(min_length=1, title="Tặng cho", description="Những loại đối tượng.")
    foreign_only: Flag = Field(
        False, title="Chỉ cho người nước ngoài", description="true nếu chỉ tặng người nước ngoài."
    )
    posthumous: Flag = Field(False, title="Có truy tặng", description="true nếu được truy tặng.")
    from_: PartialDate | None = Field(None, alias="from", title="Có từ", description="Ngày bắt đầu có hiệu lực.")
    to: PartialDate | None = Field(None, title="Có đến", description="Ngày cuối cùng còn hiệu lực.")
    unverified: tuple[Line, ...] = Field(
        (), title="Chưa kiểm chứng", description="Tên những mục (from, to, posthumous…) chưa có nguồn chắc chắn."
    )
    legal_basis: Prose | None = Field(None, title="Căn cứ", description="Điều luật quy định.")
    closed: Line | None = Field(None, title="Chỉ giải quyết tồn đọng", description="Phạm vi còn được xét.")
    replaces: AwardId | None = Field(None, title="Thay cho", description="Mã danh hiệu trước đó.")
    named: Flag = Field(False, title="Có tên riêng", description="true nếu luôn kèm tên riêng, như kỷ niệm chương.")
    rank: Count = Field(title="Thứ tự trình bày", description="Số nhỏ đứng trước; quy ước của trang, không phải luật.")
