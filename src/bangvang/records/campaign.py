"""A campaign: phong trào thi đua, đợt thi đua, cuộc vận động."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.actor import Actor
from bangvang.records.base import Labelled, Part
from bangvang.records.dates import PartialDate, Period
from bangvang.records.dispute import Dispute
from bangvang.records.faults import fault
from bangvang.records.ids import AwardId, CampaignId, FieldId, PlaceId
from bangvang.records.level import Level
from bangvang.records.record import Record
from bangvang.records.scalars import Amount, Count, Line, Markdown, Name, Ordinal, Prose
from bangvang.records.target import Target


class CampaignType(Labelled):
    """How a campaign is organised in time and scope."""

    REGULAR = "regular", "Phong trào thường xuyên"
    ANNUAL = "annual", "Phong trào hằng năm"
    WAVE = "wave", "Thi đua theo đợt"
    THEMATIC = "thematic", "Thi đua theo chuyên đề"
    SHORT = "short", "Thi đua ngắn ngày"
    PEAK = "peak", "Đợt thi đua cao điểm"
    SPECIAL = "special", "Phong trào thi đua đặc biệt"
    DRIVE = "drive", "Cuộc vận động"


class Mark(Part):
    """An anniversary that a campaign or a wave is dedicated to."""

    what: Line = Field(title="Sự kiện kỷ niệm", description="Ví dụ: Ngày Thương binh - Liệt sĩ.")
    years: Ordinal | None = Field(None, title="Bao nhiêu năm", description="Số năm kỷ niệm, ví dụ 72.")
    since: PartialDate | None = Field(None, title="Kể từ", description="Ngày của sự kiện gốc, ví dụ 1947-07-27.")
    printed: Line | None = Field(None, title="Như trên văn bản", description="Câu chữ in trên văn bản, nếu có chỗ sai.")


class Wave(Part):
    """One stretch of a campaign with its own goal."""

    name: Line = Field(title="Tên đợt", description="Ví dụ: Đợt I.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ", description="Ngày, tháng hoặc năm bắt đầu.")
    to: PartialDate | None = Field(None, title="Đến", description="Ngày, tháng hoặc năm kết thúc.")
    printed: Line | None = Field(
        None, title="Thời gian như trên văn bản", description="Ví dụ: Từ đầu năm đến 30/6/2019."
    )
    goal: Prose | None = Field(None, title="Mục tiêu", description="Mục tiêu của đợt.")
    marks: tuple[Mark, ...] = Field((), title="Kỷ niệm", description="Các ngày lễ, ngày kỷ niệm đợt này chào mừng.")

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.from_ and self.to and self.to.surely_before(self.from_):
            raise fault(f"đợt kết thúc ({self.to}) trước khi bắt đầu ({self.from_})", "Xem lại from và to.")
        return self


class Content(Part):
    """One line of what is competed in (nội dung thi đua)."""

    heading: Line = Field(title="Nội dung thi đua", description="Ví dụ: Thi đua phát triển kinh tế bền vững.")
    text: Markdown | None = Field(None, title="Diễn giải", description="Nói rõ nội dung này.")


class Criterion(Part):
    """One criterion and the points it can bring."""

    name: Line = Field(title="Tiêu chí", description="Tên tiêu chí chấm điểm.")
    points: Amount | None = Field(None, title="Điểm tối đa", description="Thang điểm, nếu có.")


class Reward(Part):
    """What the campaign promises, to whom, and who decides."""

    award: AwardId | None = Field(None, title="Danh hiệu, hình thức", description="Mã trong danh mục khen thưởng.")
    award_text: Line | None = Field(None, title="Danh hiệu (bằng chữ)", description="Khi danh mục chưa có.")
    eligible: Prose | None = Field(None, title="Đối tượng", description="Ai được xét.")
    decided_by: Actor | None = Field(None, title="Người quyết định", description="Mã cơ quan hoặc {name: …}.")
    quota: Line | None = Field(None, title="Số lượng, cơ cấu", description="Số lượng hoặc tỷ lệ dự kiến.")
    count: Count | None = Field(None, title="Số lượng", description="Khi văn bản ấn định một con số.")

    @model_validator(mode="after")
    def _names_an_award(self) -> Self:
        if self.award is None and self.award_text is None:
            raise fault("phần thưởng chưa có tên", "Thêm award (mã) hoặc award_text (bằng chữ).")
        return self


class Registration(Part):
    """How units sign up and pledge (đăng ký, giao ước thi đua)."""

    opens: PartialDate | None = Field(None, title="Nhận đăng ký từ", description="Ngày bắt đầu nhận đăng ký.")
    closes: PartialDate | None = Field(None, title="Nhận đăng ký đến", description="Hạn đăng ký.")
    how: Prose | None = Field(None, title="Cách đăng ký", description="Đăng ký ở đâu, gửi cho ai.")
    pledge: Prose | None = Field(None, title="Giao ước", description="Ký giao ước với ai, nội dung gì.")

    @model_validator(mode="after")
    def _closes_after_opening(self) -> Self:
        if self.opens and self.closes and self.closes.surely_before(self.opens):
            raise fault("hạn đăng ký trước ngày bắt đầu nhận đăng ký", "Xem lại opens và closes.")
        return self


class Campaign(Record):
    """One campaign, whatever its scale; spelling variants are aliases of it."""

    name: Name = Field(title="Tên phong trào", description="Tên gọi chính thức, không kèm ngoặc kép.")
    aliases: tuple[Line, ...] = Field((), title="Cách viết khác", description="Các cách viết khác của cùng phong trào.")
    type: CampaignType = Field(title="Loại", description="Thường xuyên, hằng năm, chuyên đề, cao điểm, cuộc vận động…")
    level: Level = Field(title="Cấp phát động", description="Trung ương, bộ ngành, tỉnh, huyện, xã hay đơn vị.")
    issuers: tuple[Actor, ...] = Field((), title="Phát động bởi", description="Mã cơ quan, hoặc {name: tên người}.")
    sector: Line | None = Field(None, title="Ngành, giới", description="Ví dụ: Ngành Y tế, Đoàn Thanh niên.")
    fields: tuple[FieldId, ...] = Field((), title="Lĩnh vực", description="Mã lĩnh vực.")
    place: PlaceId | None = Field(None, title="Địa bàn", description="Địa phương tổ chức.")
    parent: CampaignId | None = Field(
        None, title="Thuộc phong trào", description="Phong trào cấp trên mà phong trào này hưởng ứng."
    )
    related: tuple[CampaignId, ...] = Field((), title="Liên quan", description="Phong trào lồng ghép, gắn với.")
    period: Period | None = Field(None, title="Thời gian", description="Từ … đến …; bỏ trống đầu nào không xác định.")
    theme: Line | None = Field(None, title="Chủ đề", description="Chủ đề, khẩu hiệu của năm hoặc của phong trào.")
    participants: Prose | None = Field(None, title="Đối tượng tham gia", description="Ai tham gia phong trào.")
    contents: tuple[Content, ...] = Field((), title="Nội dung thi đua", description="Các nội dung thi đua.")
    criteria: tuple[Criterion, ...] = Field((), title="Tiêu chí", description="Tiêu chí và thang điểm.")
    rewards: tuple[Reward, ...] = Field((), title="Khen thưởng", description="Hình thức, đối tượng, số lượng.")
    registration: Registration | None = Field(
        None, title="Đăng ký, giao ước", description="Đăng ký thi đua và ký giao ước."
    )
    marks: tuple[Mark, ...] = Field((), title="Kỷ niệm", description="Các ngày kỷ niệm phong trào chào mừng.")
    waves: tuple[Wave, ...] = Field((), title="Các đợt", description="Các đợt trong phong trào.")
    targets: tuple[Target, ...] = Field((), title="Chỉ tiêu", description="Các chỉ tiêu thi đua.")
    disputes: tuple[Dispute, ...] = Field(
        (), title="Điều chưa thống nhất", description="Những điều các nguồn nói khác nhau."
    )

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        period = self.period
        if period and period.from_ and period.to and period.to.surely_before(period.from_):
            raise fault(
                f"phong trào kết thúc ({period.to}) trước khi bắt đầu ({period.from_})",
                "Xem lại from và to trong period.",
            )
        return self
