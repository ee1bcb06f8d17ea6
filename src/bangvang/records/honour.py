"""An honour: one award given to one honouree, and what became of it."""

from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Labelled, Part
from bangvang.records.dates import PartialDate
from bangvang.records.dispute import Dispute
from bangvang.records.faults import fault
from bangvang.records.ids import AgencyId, AwardId, CampaignId, FieldId, HonoureeId, RulingId
from bangvang.records.record import Source
from bangvang.records.scalars import Flag, Line, Ordinal, Prose


class Ground(Labelled):
    """On what footing an award is given."""

    REGULAR = "regular", "Thường xuyên (tổng kết năm)"
    MERIT = "merit", "Theo công trạng và thành tích"
    THEMATIC = "thematic", "Theo đợt, chuyên đề"
    SUDDEN = "sudden", "Đột xuất"
    SERVICE = "service", "Quá trình cống hiến"
    TENURE = "tenure", "Theo niên hạn"
    EXTERNAL = "external", "Đối ngoại"


class StandingState(Labelled):
    """What can happen to an honour after it was given."""

    CANCELLED = "cancelled", "Hủy bỏ quyết định"
    STRIPPED = "stripped", "Tước"
    RESTORED = "restored", "Khôi phục"


class Standing(Part):
    """One dated turn in an honour's fate; the last one that has come decides."""

    state: StandingState = Field(
        title="Thay đổi", description="cancelled (hủy), stripped (tước), restored (khôi phục)."
    )
    date: PartialDate = Field(title="Ngày", description="Ngày quyết định thay đổi có hiệu lực.")
    decision: RulingId | None = Field(
        None, title="Quyết định", description="Mã quyết định hoặc văn bản hủy, tước, khôi phục."
    )
    reason: Line = Field(title="Lý do", description="Lý do công khai, không nêu việc riêng tư.")


class HonourFacts(Part):
    """What a row of a decision and an honour in a profile can both say of the award."""

    award: AwardId | None = Field(
        None, title="Danh hiệu, hình thức", description="Mã trong data/vocabulary/awards.yml."
    )
    award_text: Line | None = Field(
        None, title="Danh hiệu (bằng chữ)", description="Khi danh mục chưa có, hoặc tên riêng của kỷ niệm chương."
    )
    class_: Ordinal | None = Field(
        None, alias="class", title="Hạng", description="1, 2 hoặc 3, khi danh mục không tách theo hạng."
    )
    times: Ordinal | None = Field(None, title="Lần thứ", description="Khi được tặng cùng danh hiệu nhiều lần.")
    register_number: Line | None = Field(None, title="Số vào sổ", description="Số vào sổ khen thưởng in trên bằng.")
    basis: Ground | None = Field(None, title="Loại khen thưởng", description="Thường xuyên, chuyên đề, đột xuất…")
    campaign: CampaignId | None = Field(None, title="Phong trào", description="Mã phong trào trong data/campaigns/.")
    reason: Prose | None = Field(None, title="Thành tích", description="Thành tích được khen, như trong quyết định.")
    posthumous: Flag = Field(False, title="Truy tặng", description="true nếu tặng sau khi mất.")
    shared_with: tuple[HonoureeId, ...] = Field(
        (), title="Khen chung với", description="Mã những người, tập thể cùng nhận một phần thưởng này."
    )
    dispute: Dispute | None = Field(None, title="Điều chưa thống nhất", description="Khi các nguồn nói khác nhau.")
    standing: tuple[Standing, ...] = Field(
        (), title="Hủy, tước, khôi phục", description="Để trống nếu phần thưởng vẫn có giá trị."
    )

    @model_validator(mode="after")
    def _standing_in_order(self) -> Self:
        turns = self.standing
        for earlier, later in pairwise(turns):
            if later.date.surely_before(earlier.date):
                raise fault("các lần hủy, tước, khôi phục chưa xếp theo ngày", "Xếp ngày sớm lên trước.")
        states = [turn.state for turn in turns]
        taken = False
        for state in states:
            if (state is StandingState.RESTORED) != taken:
                raise fault(
                    "thứ tự hủy, tước, khôi phục không hợp lý",
                    "Chỉ khôi phục sau khi đã hủy hoặc tước, và không hủy hai lần liền.",
                )
            taken = state is not StandingState.RESTORED
        return self


class Honour(HonourFacts):
    """An honour that no decision file of this site holds."""

    date: PartialDate | None = Field(None, title="Ngày", description="Ngày quyết định; có thể chỉ là năm.")
    number: Line | None = Field(None, title="Số quyết định", description="Ví dụ: 1234/QĐ-CTN.")
    authority: AgencyId | None = Field(None, title="Cấp tặng", description="Mã cơ quan, người có thẩm quyền.")
    authority_text: Line | None = Field(None, title="Cấp tặng (bằng chữ)", description="Khi danh mục cơ quan chưa có.")
    fields: tuple[FieldId, ...] = Field((), title="Lĩnh vực", description="Lĩnh vực của thành tích này.")
    sources: tuple[Source, ...] = Field((), title="Nguồn", description="Nguồn của riêng phần thưởng này.")

    @model_validator(mode="after")
    def _names_an_award(self) -> Self:
        if self.award is None and self.award_text is None:
            raise fault(
                "chưa ghi danh hiệu hoặc hình thức khen thưởng",
                "Thêm award (mã trong danh mục) hoặc award_text (viết bằng chữ).",
            )
        return self
