"""A document other than an award decision; a plan is one of type `plan`."""

from collections.abc import Iterator
from typing import Self

from pydantic import Field, model_validator

from bangvang.records.actor import Signer
from bangvang.records.base import Labelled, Part
from bangvang.records.basis import Basis
from bangvang.records.dates import PartialDate, Period
from bangvang.records.faults import fault
from bangvang.records.ids import AgencyId, CampaignId, DocumentId, EventId
from bangvang.records.level import Level
from bangvang.records.record import Attachment, Record
from bangvang.records.scalars import Flag, Line, Prose, Verbatim
from bangvang.records.task import Cycle, Due, Task


class DocumentType(Labelled):
    """What sort of paper it is."""

    LAW = "law", "Luật"
    DECREE = "decree", "Nghị định"
    CIRCULAR = "circular", "Thông tư"
    DIRECTIVE = "directive", "Chỉ thị"
    RESOLUTION = "resolution", "Nghị quyết"
    CONCLUSION = "conclusion", "Kết luận"
    PLAN = "plan", "Kế hoạch"
    PROGRAMME = "programme", "Chương trình"
    SCHEME = "scheme", "Đề án"
    DECISION = "decision", "Quyết định"
    GUIDELINE = "guideline", "Hướng dẫn"
    NOTICE = "notice", "Thông báo"
    REPORT = "report", "Báo cáo"


class Section(Part):
    """A part of the text under its printed number; numbers are never made anew."""

    number: Line | None = Field(None, title="Số mục", description="Số in trên văn bản, cả dấu: “I.”, “1.”, “a)”.")
    heading: Line | None = Field(None, title="Tên mục", description="Dòng tiêu đề của mục.")
    text: Verbatim | None = Field(None, title="Nội dung", description="Các dòng như in, không sửa chữa.")
    sections: tuple["Section", ...] = Field((), title="Mục con", description="Các mục con, theo thứ tự in.")

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not (self.heading or self.text or self.sections):
            raise fault("mục để trống", "Thêm heading, text hoặc sections; hoặc bỏ mục này.")
        return self

    def lines(self) -> Iterator[str]:
        """Number and heading, then the text, then the sections below, as printed."""
        yield " ".join(part for part in (self.number, self.heading) if part)
        yield self.text or ""
        for section in self.sections:
            yield from section.lines()


class Action(Labelled):
    """What a document does to a campaign."""

    LAUNCH = "launch", "Phát động"
    CONTINUE = "continue", "Tiếp tục"
    REASSESS = "reassess", "Đánh giá lại"
    JOIN = "join", "Hưởng ứng, lồng ghép"


class CampaignAction(Part):
    """A campaign the document speaks of, and what it does to it."""

    id: CampaignId = Field(title="Phong trào", description="Mã phong trào trong data/campaigns/.")
    action: Action = Field(title="Việc", description="launch, continue, reassess hoặc join.")
    printed: Line | None = Field(
        None, title="Như trên văn bản", description="Tên phong trào như in, khi khác tên chính."
    )


class Trigger(Part):
    """The event that led to the document."""

    event: EventId | None = Field(None, title="Sự kiện", description="Mã sự kiện trong data/events/.")
    text: Line | None = Field(None, title="Viết bằng chữ", description="Khi sự kiện chưa có hồ sơ.")
    date: PartialDate | None = Field(None, title="Ngày", description="Ngày của sự kiện.")

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if self.event is None and self.text is None:
            raise fault("chưa nói sự kiện nào", "Thêm event (mã sự kiện) hoặc text (bằng chữ).")
        return self


class Requirement(Part):
    """A plan that lower units are told to make."""

    who: Line = Field(title="Ai phải làm", description="Các cơ quan, đơn vị được giao.")
    what: Line = Field(title="Phải ban hành gì", description="Ví dụ: Kế hoạch phát động phong trào thi đua năm 2019.")
    due: Due | None = Field(None, title="Thời hạn", description="Hạn ban hành, nếu có.")
    fulfilled_by: tuple[DocumentId, ...] = Field(
        (), title="Đã ban hành", description="Mã các kế hoạch đã ban hành theo yêu cầu này."
    )


class Reporting(Part):
    """How often, to whom and through whom results are reported."""

    every: tuple[Cycle, ...] = Field(min_length=1, title="Định kỳ", description="half-year, year…")
    to: Line = Field(title="Gửi đến", description="Nơi nhận báo cáo.")
    via: Line | None = Field(None, title="Qua", description="Cơ quan tổng hợp.")
    printed: Line | None = Field(None, title="Như trên văn bản", description="Câu chữ in trên văn bản.")


class Addressee(Part):
    """One line of “Nơi nhận”."""

    name: Line = Field(title="Nơi nhận", description="Như in trên văn bản.")
    agency: AgencyId | None = Field(None, title="Cơ quan", description="Mã cơ quan, nếu có trong danh mục.")
    for_report: Flag = Field(False, title="Để báo cáo", description="true nếu in “(b/c)”.")


class Reading(Part):
    """A slip of the print, kept in the text, with how it is to be read."""

    printed: Line = Field(title="In là", description="Đúng như in; phải có trong nội dung văn bản.")
    reading: Line | None = Field(None, title="Đọc là", description="Cách đọc đúng, nếu chắc chắn.")
    note: Line | None = Field(None, title="Ghi chú", description="Vì sao đọc như vậy.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.reading is None and self.note is None:
            raise fault("chưa nói đọc thế nào", "Thêm reading (cách đọc đúng) hoặc note (ghi chú).")
        return self


class Document(Record):
    """A law, directive, plan… with its text as printed and its meaning beside it."""

    type: DocumentType = Field(title="Loại văn bản", description="Luật, nghị định, chỉ thị, kế hoạch…")
    number: Line | None = Field(None, title="Số, ký hiệu", description="Như in; bỏ trống nếu văn bản để trống số.")
    number_reading: Line | None = Field(None, title="Số đọc là", description="Số đúng, khi số in có chỗ sai.")
    title: Line = Field(title="Trích yếu", description="Nội dung chính của văn bản.")
    issuer: AgencyId | None = Field(None, title="Cơ quan ban hành", description="Mã trong danh mục cơ quan.")
    level: Level | None = Field(None, title="Cấp", description="Cấp của cơ quan ban hành.")
    issued_at: Line | None = Field(None, title="Nơi ban hành", description="Địa danh ghi trước ngày tháng.")
    date: PartialDate | None = Field(None, title="Ngày ban hành", description="Ngày, tháng hoặc chỉ năm; có thể vắng.")
    signers: tuple[Signer, ...] = Field((), title="Người ký", description="Họ tên, chức vụ, thẩm quyền.")
    bases: tuple[Basis, ...] = Field((), title="Căn cứ", description="Mã văn bản, hoặc {text: …}.")
    implements: tuple[DocumentId, ...] = Field(
        (), title="Thực hiện", description="Văn bản cấp trên mà văn bản này thực hiện."
    )
    requires: tuple[Requirement, ...] = Field(
        (), title="Yêu cầu cấp dưới", description="Những kế hoạch mà văn bản này giao cấp dưới ban hành."
    )
    triggered_by: tuple[Trigger, ...] = Field(
        (), title="Xuất phát từ", description="Hội nghị, phiên họp dẫn đến văn bản."
    )
    period: Period | None = Field(None, title="Thời gian thực hiện", description="Từ … đến …")
    campaigns: tuple[CampaignAction, ...] = Field(
        (), title="Phong trào", description="Phong trào được phát động, tiếp tục, hưởng ứng."
    )
    mentions: tuple[DocumentId, ...] = Field((), title="Nhắc đến", description="Văn bản khác được nhắc trong nội dung.")
    tasks: tuple[Task, ...] = Field((), title="Nhiệm vụ", description="Việc, ai chủ trì, ai phối hợp, khi nào.")
    reporting: Reporting | None = Field(None, title="Chế độ báo cáo", description="Định kỳ, gửi ai, qua ai.")
    recipients: tuple[Addressee, ...] = Field((), title="Nơi nhận", description="Từng dòng của phần Nơi nhận.")
    file_code: Line | None = Field(None, title="Lưu", description="Ký hiệu lưu, ví dụ: VT, NV.")
    readings: tuple[Reading, ...] = Field((), title="Chỗ in sai", description="Chỗ in sai và cách đọc.")
    files: tuple[Attachment, ...] = Field((), title="Tệp đính kèm", description="Bản chụp, phụ lục.")
    text_status: Prose | None = Field(None, title="Về bản chép này", description="Chép từ bản nào, thiếu chỗ nào.")
    opening: Verbatim | None = Field(
        None, title="Phần đầu", description="Các dòng trước mục I: địa danh, ngày, tên loại, trích yếu, căn cứ."
    )
    sections: tuple[Section, ...] = Field((), title="Nội dung", description="Các mục với số in trên văn bản.")
    closing: Verbatim | None = Field(
        None, title="Phần cuối", description="Các dòng sau mục cuối: câu kết, nơi nhận, chữ ký."
    )

    def full_text(self) -> str:
        """The whole text in printed order."""
        parts = [self.opening, *(part for section in self.sections for part in section.lines()), self.closing]
        return "\n".join(part for part in parts if part)
