"""Entries of the shared lists: fields of work, occupations, abbreviations."""

from pydantic import Field

from bangvang.records.base import Labelled
from bangvang.records.ids import FieldId, Id
from bangvang.records.record import Entry
from bangvang.records.scalars import Flag, Line, Prose


class VocabularyEntry(Entry):
    """One item of a file under data/vocabulary/."""

    id: Id = Field(title="Mã", description="Mã không đổi, không dùng lại cho việc khác.")
    note: Prose | None = Field(None, title="Ghi chú", description="Điều cần biết khi dùng mục này.")


class WorkField(VocabularyEntry):
    """A field of work (lĩnh vực)."""

    name: Line = Field(title="Lĩnh vực", description="Tên lĩnh vực, ví dụ: Xây dựng nông thôn mới.")
    name_en: Line | None = Field(None, title="Tên tiếng Anh", description="Dùng cho trang tiếng Anh và dữ liệu mở.")
    parent: FieldId | None = Field(None, title="Thuộc lĩnh vực", description="Mã lĩnh vực lớn hơn.")
    aliases: tuple[Line, ...] = Field((), title="Cách gọi khác", description="Các cách gọi khác để tìm kiếm.")


class OccupationClass(Labelled):
    """The groups that plans and statistics tell apart."""

    FARMER = "farmer", "Nông dân"
    WORKER = "worker", "Công nhân, người lao động"
    OFFICIAL = "official", "Cán bộ, công chức"
    PUBLIC_EMPLOYEE = "public-employee", "Viên chức"
    ARMED_FORCES = "armed-forces", "Lực lượng vũ trang"
    MILITIA = "militia", "Dân quân tự vệ, công an xã, lực lượng cơ sở"
    ENTREPRENEUR = "entrepreneur", "Doanh nhân"
    STUDENT = "student", "Học sinh, sinh viên"
    OTHER = "other", "Khác"


class Occupation(VocabularyEntry):
    """An occupation, and whether it counts as direct labour."""

    name: Line = Field(title="Thành phần", description="Ví dụ: Nông dân, Giáo viên.")
    group: OccupationClass = Field(title="Nhóm", description="Nhóm dùng trong thống kê.")
    direct_worker: Flag | None = Field(
        None,
        title="Lao động trực tiếp",
        description="true hoặc false; bỏ trống nếu tùy người, khi đó thống kê ghi là chưa rõ.",
    )
    aliases: tuple[Line, ...] = Field((), title="Cách gọi khác", description="Các cách gọi khác trong danh sách.")


class Abbreviation(VocabularyEntry):
    """A short form and what it stands for."""

    short: Line = Field(title="Viết tắt", description="Ví dụ: HTX.")
    long: Line = Field(title="Viết đủ", description="Ví dụ: Hợp tác xã.")
