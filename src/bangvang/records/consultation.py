"""A consultation: candidates for an award are put to public opinion for some days."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Part
from bangvang.records.basis import Basis
from bangvang.records.contact import Contact
from bangvang.records.dates import Day
from bangvang.records.faults import fault
from bangvang.records.ids import AgencyId, AwardId, CampaignId, DecisionId, Id
from bangvang.records.record import Attachment, Record
from bangvang.records.scalars import Count, Line, Prose
from bangvang.records.subject import Subject


class Candidate(Subject):
    """Who is proposed, for what."""

    id: Id | None = Field(None, title="Mã", description="Mã hồ sơ, nếu đã có trên trang.")
    award: AwardId | None = Field(
        None, title="Danh hiệu đề nghị", description="Khi khác với danh hiệu chung của đợt lấy ý kiến."
    )
    achievement: Prose = Field(title="Thành tích", description="Tóm tắt thành tích để người dân xem xét.")


class Outcome(Part):
    """What came of it."""

    text: Prose = Field(title="Kết quả", description="Tóm tắt ý kiến và cách xử lý; không nêu tên người góp ý.")
    decision: DecisionId | None = Field(None, title="Quyết định", description="Mã quyết định khen thưởng sau đó.")
    responses: Count | None = Field(None, title="Số ý kiến", description="Số ý kiến nhận được.")


class Consultation(Record):
    """Who asks, about whom, until when, and how to answer."""

    title: Line = Field(title="Tên đợt lấy ý kiến", description="Ví dụ: Lấy ý kiến về đề nghị tặng …")
    agency: AgencyId | None = Field(None, title="Cơ quan lấy ý kiến", description="Mã cơ quan.")
    campaign: CampaignId | None = Field(None, title="Phong trào", description="Phong trào xét khen, nếu có.")
    award: AwardId | None = Field(None, title="Danh hiệu đề nghị", description="Dùng chung cho mọi người được đề nghị.")
    opens: Day = Field(title="Ngày bắt đầu", description="Ngày đăng danh sách.")
    closes: Day = Field(title="Ngày kết thúc", description="Hết ngày này không nhận ý kiến nữa.")
    legal_basis: tuple[Basis, ...] = Field((), title="Căn cứ", description="Văn bản quy định việc lấy ý kiến.")
    working_days: Count | None = Field(
        None, title="Số ngày làm việc", description="Số ngày làm việc mà quy định yêu cầu."
    )
    how: Contact = Field(title="Cách góp ý", description="Cơ quan nhận ý kiến và cách gửi.")
    candidates: tuple[Candidate, ...] = Field(
        min_length=1, title="Người, tập thể được đề nghị", description="Danh sách và thành tích."
    )
    outcome: Outcome | None = Field(None, title="Kết quả", description="Ghi sau khi kết thúc.")
    files: tuple[Attachment, ...] = Field((), title="Tệp đính kèm", description="Danh sách, tờ trình.")

    @model_validator(mode="after")
    def _closes_after_opening(self) -> Self:
        if self.closes < self.opens:
            raise fault("ngày kết thúc lấy ý kiến trước ngày bắt đầu", "Xem lại opens và closes.")
        return self
