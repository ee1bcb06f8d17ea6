"""A decision to award, with its recipients in printed order."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from bangvang.records.actor import Signer
from bangvang.records.base import Part
from bangvang.records.basis import Basis
from bangvang.records.dates import PartialDate
from bangvang.records.honour import Ground, HonourFacts
from bangvang.records.ids import AgencyId, AwardId, CampaignId, DecisionId, DocumentId, EventId, Id
from bangvang.records.record import Attachment, Record
from bangvang.records.scalars import Flag, Line, Ordinal
from bangvang.records.subject import Subject


class Recipient(Subject, HonourFacts):
    """One row of the list: who, and what the decision gives."""

    id: Id = Field(title="Mã", description="Mã của người, tập thể này; người còn sống dùng mã sáu ký tự do máy cấp.")


class RemovedRow(Part):
    """The place of a recipient who is not told; the rows after it keep their numbers."""

    removed: Flag = Field(title="Đã gỡ bỏ", description="Luôn là true.")
    withheld: Flag = Field(
        False,
        title="Lược tên ở bản lưu công khai",
        description="Do lệnh archive deposit ghi vào bản công khai; không điền tay.",
    )


def _row_form(value: Any) -> str:
    if isinstance(value, RemovedRow) or (isinstance(value, dict) and "removed" in value):
        return "<removed>"
    return "<recipient>"


Row = Annotated[
    Annotated[Recipient, Tag("<recipient>")] | Annotated[RemovedRow, Tag("<removed>")], Discriminator(_row_form)
]


class Proposal(Part):
    """Who asked for the awards, and in which paper."""

    agency: AgencyId = Field(title="Cơ quan đề nghị", description="Mã cơ quan trình khen thưởng.")
    document: DocumentId | None = Field(None, title="Tờ trình", description="Mã tờ trình trong data/documents/.")


class Correction(Part):
    """What this decision puts right in an earlier one."""

    decision: DecisionId = Field(title="Quyết định được đính chính", description="Mã quyết định cũ.")
    recipient: Id | None = Field(None, title="Người được đính chính", description="Mã trong danh sách cũ.")
    field: Line = Field(title="Mục", description="Mục được sửa, ví dụ: tên, đơn vị.")
    was: Line | None = Field(None, title="Trước là", description="Bỏ trống nếu là tên hoặc việc riêng.")
    now: Line | None = Field(None, title="Nay là", description="Nội dung đúng.")


class Decision(Record):
    """Quyết định khen thưởng."""

    number: Line | None = Field(None, title="Số, ký hiệu", description="Ví dụ: 15/QĐ-UBND. Bỏ trống nếu chưa rõ.")
    number_reading: Line | None = Field(
        None, title="Số đọc là", description="Số đúng, khi số in trên văn bản có chỗ sai."
    )
    date: PartialDate = Field(title="Ngày ban hành", description="Ngày ký quyết định.")
    title: Line = Field(title="Trích yếu", description="Nội dung “Về việc …” của quyết định.")
    issuer: AgencyId = Field(title="Cơ quan ban hành", description="Mã trong data/vocabulary/agencies.yml.")
    signer: Signer | None = Field(None, title="Người ký", description="Họ tên, chức vụ người ký.")
    proposed_by: tuple[Proposal, ...] = Field((), title="Cơ quan đề nghị", description="Ai trình, theo tờ trình nào.")
    bases: tuple[Basis, ...] = Field((), title="Căn cứ", description="Các văn bản nêu ở phần căn cứ.")
    award: AwardId | None = Field(
        None, title="Danh hiệu, hình thức", description="Dùng cho mọi dòng không ghi riêng danh hiệu khác."
    )
    class_: Ordinal | None = Field(None, alias="class", title="Hạng", description="1, 2 hoặc 3, dùng cho mọi dòng.")
    basis: Ground | None = Field(None, title="Loại khen thưởng", description="Thường xuyên, chuyên đề, đột xuất…")
    campaign: CampaignId | None = Field(None, title="Phong trào", description="Mã phong trào, dùng cho mọi dòng.")
    event: EventId | None = Field(None, title="Sự kiện", description="Nơi trao thưởng, mã trong data/events/.")
    files: tuple[Attachment, ...] = Field((), title="Tệp đính kèm", description="Bản chụp, phụ lục.")
    replaces: tuple[DecisionId, ...] = Field((), title="Thay thế", description="Mã quyết định bị thay thế.")
    corrects: tuple[Correction, ...] = Field((), title="Đính chính", description="Những chỗ sửa của quyết định cũ.")
    recipients: tuple[Row, ...] = Field(
        (), title="Danh sách", description="Mỗi dòng một người, một tập thể; đúng thứ tự in."
    )
