"""A profile: the person, collective, household or locality that a page is about."""

from pydantic import Field

from bangvang.records.base import Labelled, Part
from bangvang.records.dates import PartialDate
from bangvang.records.dispute import Dispute
from bangvang.records.honour import Honour
from bangvang.records.ids import EventId, HonoureeId, PracticeId
from bangvang.records.record import Consent, Record
from bangvang.records.scalars import Line, Markdown, Prose
from bangvang.records.subject import Subject


class ExampleLabel(Labelled):
    """What kind of example the honouree sets."""

    EXEMPLAR = "dien-hinh-tien-tien", "Điển hình tiên tiến"
    GOOD_DEED = "nguoi-tot-viec-tot", "Người tốt, việc tốt"
    NEW_FACTOR = "nhan-to-moi", "Nhân tố mới"


class OtherName(Part):
    """Another name or spelling of the same honouree."""

    name: Line = Field(title="Tên khác", description="Tên cũ, bí danh, cách viết khác.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ", description="Từ khi nào mang tên này.")
    to: PartialDate | None = Field(None, title="Đến", description="Đến khi nào mang tên này.")
    source: Line | None = Field(None, title="Nguồn", description="Căn cứ của tên này.")


class SharedExperience(Part):
    """A time when the exemplar told others how it was done."""

    event: EventId | None = Field(None, title="Sự kiện", description="Mã sự kiện trong data/events/.")
    topic: Line = Field(title="Nội dung chia sẻ", description="Chuyên đề đã báo cáo.")


class Honouree(Record, Subject):
    """Everything a page about an honouree says beyond the rows of decisions."""

    names: tuple[OtherName, ...] = Field((), title="Tên khác", description="Tên cũ, cách viết khác, kèm thời gian.")
    same_as: tuple[HonoureeId, ...] = Field(
        (), title="Cùng là một", description="Mã hồ sơ khác đã xác minh là cùng người; mã đó sẽ dẫn về đây."
    )
    not_same_as: tuple[HonoureeId, ...] = Field(
        (), title="Không phải là", description="Mã người trùng tên đã xác minh là người khác."
    )
    labels: tuple[ExampleLabel, ...] = Field(
        (), title="Nhãn", description="Điển hình tiên tiến, người tốt việc tốt, nhân tố mới."
    )
    story: Markdown | None = Field(None, title="Bài viết", description="Câu chuyện của nhân vật.")
    quote: Prose | None = Field(None, title="Lời trích", description="Một câu nói của nhân vật.")
    followed_since: PartialDate | None = Field(
        None, title="Theo dõi, bồi dưỡng từ", description="Từ khi nào được theo dõi như một điển hình."
    )
    shared_experience: tuple[SharedExperience, ...] = Field(
        (), title="Chia sẻ kinh nghiệm", description="Những lần báo cáo, chia sẻ kinh nghiệm."
    )
    honours: tuple[Honour, ...] = Field(
        (), title="Khen thưởng khác", description="Những phần thưởng không nằm trong quyết định nào của trang này."
    )
    practices: tuple[PracticeId, ...] = Field((), title="Mô hình, sáng kiến", description="Mã trong data/practices/.")
    disputes: tuple[Dispute, ...] = Field(
        (), title="Điều chưa thống nhất", description="Những điều các nguồn nói khác nhau."
    )
    consent: Consent | None = Field(
        None, title="Sự đồng ý", description="Bắt buộc khi đăng bài viết hoặc ảnh của người còn sống."
    )
