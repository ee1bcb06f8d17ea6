"""An event: congress, conference, ceremony, launch, review."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.actor import Actor
from bangvang.records.base import Labelled, Part
from bangvang.records.dates import PartialDate
from bangvang.records.dispute import Dispute
from bangvang.records.faults import fault
from bangvang.records.ids import CampaignId, DecisionId, DocumentId, HonoureeId, PlaceId
from bangvang.records.record import Record
from bangvang.records.scalars import Count, Line, Name, Ordinal, Prose, Url


class EventType(Labelled):
    """What sort of gathering it is."""

    CONGRESS = "congress", "Đại hội"
    CONFERENCE = "conference", "Hội nghị"
    CEREMONY = "ceremony", "Lễ tôn vinh, trao thưởng"
    LAUNCH = "launch", "Lễ phát động"
    REVIEW = "review", "Hội nghị sơ kết, tổng kết"


class MediaType(Labelled):
    """What a link leads to."""

    VIDEO = "video", "Phim"
    AUDIO = "audio", "Phát thanh"
    PHOTOS = "photos", "Ảnh"
    ARTICLE = "article", "Bài báo"


class Speaker(Part):
    """An exemplar who speaks, and on what."""

    honouree: HonoureeId | None = Field(None, title="Nhân vật", description="Mã hồ sơ điển hình.")
    name: Line | None = Field(None, title="Người nói", description="Tên hoặc chức danh, khi không có hồ sơ.")
    topic: Line = Field(title="Nội dung", description="Chuyên đề báo cáo.")

    @model_validator(mode="after")
    def _names_someone(self) -> Self:
        if self.honouree is None and self.name is None:
            raise fault("chưa nói ai báo cáo", "Thêm honouree (mã hồ sơ) hoặc name.")
        return self


class Honoured(Part):
    """Who is honoured there."""

    decisions: tuple[DecisionId, ...] = Field((), title="Quyết định", description="Các quyết định được công bố, trao.")
    honourees: tuple[HonoureeId, ...] = Field((), title="Nhân vật", description="Mã hồ sơ được tôn vinh.")


class ProgrammeItem(Part):
    """A point of the programme."""

    time: Line | None = Field(None, title="Giờ", description="Ví dụ: 8 giờ 00.")
    what: Line = Field(title="Nội dung", description="Nội dung của phần này.")


class Media(Part):
    """A film, broadcast or article about the event."""

    type: MediaType = Field(title="Loại", description="video, audio, photos hoặc article.")
    title: Line = Field(title="Tên", description="Tên hiển thị.")
    url: Url = Field(title="Địa chỉ", description="Địa chỉ trang mạng.")


class Event(Record):
    """When, where, who, what was launched and who was honoured."""

    name: Name = Field(title="Tên sự kiện", description="Tên đầy đủ.")
    type: EventType = Field(title="Loại", description="Đại hội, hội nghị, lễ tôn vinh, lễ phát động, tổng kết.")
    series: Line | None = Field(
        None, title="Chuỗi sự kiện", description="Tên chung của các kỳ, ví dụ: Đại hội Thi đua yêu nước toàn quốc."
    )
    ordinal: Ordinal | None = Field(None, title="Lần thứ", description="Viết số thường, ví dụ 6 cho lần thứ VI.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ", description="Ngày bắt đầu.")
    to: PartialDate | None = Field(None, title="Đến", description="Ngày kết thúc.")
    place: PlaceId | None = Field(None, title="Địa phương", description="Mã địa phương.")
    venue: Line | None = Field(None, title="Địa điểm", description="Hội trường, trụ sở, hoặc nơi diễn ra.")
    organiser: tuple[Actor, ...] = Field((), title="Tổ chức", description="Mã cơ quan, hoặc {name: …}.")
    campaigns: tuple[CampaignId, ...] = Field((), title="Phong trào", description="Phong trào được tổng kết, tôn vinh.")
    launches: tuple[CampaignId, ...] = Field((), title="Phát động", description="Phong trào được phát động tại đây.")
    holiday: Line | None = Field(None, title="Nhân dịp", description="Ngày lễ, ngày truyền thống.")
    delegates: Count | None = Field(None, title="Số đại biểu", description="Con số, ví dụ 2.300.")
    delegates_printed: Line | None = Field(None, title="Số đại biểu (bằng chữ)", description="Ví dụ: trên 450.")
    speakers: tuple[Speaker, ...] = Field((), title="Báo cáo điển hình", description="Ai báo cáo, về điều gì.")
    honoured: Honoured | None = Field(None, title="Được tôn vinh", description="Quyết định và nhân vật được tôn vinh.")
    honoured_text: Prose | None = Field(
        None, title="Được tôn vinh (bằng chữ)", description="Ví dụ: 45 tập thể, 111 cá nhân."
    )
    programme: tuple[ProgrammeItem, ...] = Field((), title="Chương trình", description="Các phần của chương trình.")
    documents: tuple[DocumentId, ...] = Field((), title="Văn bản", description="Kế hoạch, thông báo liên quan.")
    media: tuple[Media, ...] = Field((), title="Truyền thông", description="Phim, phát thanh, bài báo.")
    disputes: tuple[Dispute, ...] = Field(
        (), title="Điều chưa thống nhất", description="Những điều các nguồn nói khác nhau."
    )

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.from_ and self.to and self.to.surely_before(self.from_):
            raise fault(f"kết thúc ({self.to}) trước khi bắt đầu ({self.from_})", "Xem lại from và to.")
        return self
