"""What every kind of record has in common: status, embargo, sources, photos, judged warnings."""

from typing import Self

from pydantic import Field, model_validator
from pydantic.fields import FieldInfo

from bangvang.records.base import Labelled, Part
from bangvang.records.dates import Day
from bangvang.records.faults import fault
from bangvang.records.scalars import FileName, Flag, Line, Prose, Url


class Status(Labelled):
    """Where a record stands between the office's desk and the public."""

    DRAFT = "draft", "Bản nháp"
    PUBLISHED = "published", "Đã công bố"
    WITHDRAWN = "withdrawn", "Đã rút"
    REMOVED = "removed", "Đã gỡ bỏ"


class Source(Part):
    """Where a fact comes from."""

    title: Line = Field(title="Tên nguồn", description="Tên bài, văn bản hoặc trang mạng.")
    url: Url | None = Field(None, title="Địa chỉ", description="Địa chỉ trang mạng, bắt đầu bằng https://.")
    seen: Day | None = Field(None, title="Ngày xem", description="Ngày đã mở nguồn này để đối chiếu.")


class Consent(Part):
    """The agreement of a living person, or of the family, to be shown."""

    date: Day = Field(title="Ngày đồng ý", description="Ngày ký hoặc ngày nhận được sự đồng ý.")
    by: Line = Field(
        title="Người đồng ý", description="Vai trò của người đồng ý, ví dụ: bản thân, vợ, con trai trưởng."
    )
    relation: Line | None = Field(
        None, title="Quan hệ", description="Quan hệ với người được nêu gương, nếu người khác đồng ý thay."
    )
    covers: tuple[Line, ...] = Field(
        min_length=1, title="Phạm vi", description="Những gì được công bố, ví dụ: bài viết, ảnh, lời trích."
    )


class Photo(Part):
    """A picture in data/photos/."""

    file: FileName = Field(
        title="Tệp ảnh", description="Tên tệp trong thư mục data/photos/, đuôi .jpg, .png hoặc .webp."
    )
    alt: Line = Field(title="Mô tả ảnh", description="Một câu tả ảnh cho người không nhìn thấy.")
    credit: Line | None = Field(None, title="Tác giả", description="Người chụp hoặc nơi cung cấp ảnh.")
    consent: Consent | None = Field(
        None, title="Đồng ý cho đăng ảnh", description="Cần có khi ảnh chụp rõ người còn sống."
    )


class Attachment(Part):
    """A file for readers to download, in data/files/."""

    file: FileName = Field(title="Tệp", description="Tên tệp trong thư mục data/files/.")
    title: Line = Field(title="Tên hiển thị", description="Ví dụ: Bản chụp có dấu, Phụ lục danh sách.")


class Waiver(Part):
    """A warning that a person has judged and accepted."""

    check: Line = Field(title="Mã kiểm tra", description="Mã ghi trong ngoặc vuông ở cuối cảnh báo.")
    reason: Line = Field(title="Lý do chấp nhận", description="Vì sao cảnh báo này không phải là lỗi.")
    by: Line = Field(title="Người xác nhận", description="Chức danh của người đã xem xét.")


class Withdrawal(Part):
    """Why and when a published record was taken back; readers see both."""

    date: Day = Field(title="Ngày rút", description="Ngày rút khỏi trang công khai.")
    reason: Line = Field(title="Lý do", description="Một câu cho người đọc biết vì sao rút.")


class Entry(Part):
    """What a record and an entry of a vocabulary share."""

    summary_en: Line | None = Field(
        None, title="Tóm tắt tiếng Anh", description="Một câu tiếng Anh cho bạn đọc nước ngoài."
    )
    sources: tuple[Source, ...] = Field((), title="Nguồn", description="Tài liệu, trang mạng đã dựa vào.")
    waivers: tuple[Waiver, ...] = Field(
        (), title="Cảnh báo đã chấp nhận", description="Các cảnh báo đã được xem xét và chấp nhận."
    )
    illustrative: Flag = Field(False, title="Minh họa", description="true nếu là nhân vật, sự việc hư cấu để minh họa.")


class Record(Entry):
    """One file of data/: its id is the file's name, never a field."""

    status: Status = Field(
        Status.PUBLISHED, title="Tình trạng", description="draft khi còn soạn, published khi công bố."
    )
    publish_on: Day | None = Field(
        None, title="Ngày công bố", description="Trước ngày này hồ sơ chưa xuất hiện ở đâu cả."
    )
    withdrawn: Withdrawal | None = Field(
        None, title="Rút hồ sơ", description="Ngày và lý do, bắt buộc khi tình trạng là withdrawn."
    )
    updated: Day | None = Field(None, title="Cập nhật ngày", description="Ngày sửa nội dung gần nhất.")
    summary: Prose | None = Field(
        None, title="Tóm tắt", description="Hai, ba câu cho người đọc lướt; cũng là lời giới thiệu khi chia sẻ."
    )
    photos: tuple[Photo, ...] = Field((), title="Ảnh", description="Ảnh kèm theo hồ sơ.")

    @model_validator(mode="after")
    def _withdrawn_says_why(self) -> Self:
        if self.status is Status.WITHDRAWN and self.withdrawn is None:
            raise fault(
                "hồ sơ đã rút mà chưa ghi ngày và lý do", "Thêm mục withdrawn với date (ngày rút) và reason (lý do)."
            )
        if self.withdrawn is not None and self.status is not Status.WITHDRAWN:
            raise fault(
                "có mục withdrawn nhưng tình trạng không phải là withdrawn",
                "Sửa status thành withdrawn, hoặc bỏ mục withdrawn.",
            )
        return self


TOLD = frozenset({"summary", "story", "quote"})
"""Fields that a record's own page, card and entry tell: all else asks at most whether they are there."""


class Removed(Part):
    """All that stays of a record removed by right: that there was one, and when it went."""

    status: Status = Field(title="Tình trạng", description="Luôn là removed.")
    removed_on: Day | None = Field(None, title="Ngày gỡ bỏ", description="Ngày gỡ bỏ theo yêu cầu.")
    basis: Line | None = Field(None, title="Căn cứ gỡ bỏ", description="Căn cứ pháp lý, không nêu tên người.")


def in_reading_order(model: type[Part]) -> list[tuple[str, FieldInfo]]:
    """A model's fields by the names that files use: its own first, then what all records have."""
    fields = [(field.alias or name, field) for name, field in model.model_fields.items()]
    own = [entry for entry in fields if entry[0] not in Record.model_fields]
    return own + [entry for entry in fields if entry[0] in Record.model_fields]
