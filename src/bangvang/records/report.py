"""A report: interim or final review of campaigns."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Labelled
from bangvang.records.dates import PartialDate, Period
from bangvang.records.faults import fault
from bangvang.records.ids import AgencyId, CampaignId, DocumentId
from bangvang.records.practice import Measure
from bangvang.records.record import Attachment, Record
from bangvang.records.scalars import Line, Markdown


class ReportType(Labelled):
    """Half way, or at the end."""

    INTERIM = "interim", "Sơ kết"
    FINAL = "final", "Tổng kết"


class Report(Record):
    """What was achieved, what fell short, what is to be done."""

    title: Line = Field(title="Tên báo cáo", description="Ví dụ: Sơ kết phong trào thi đua 6 tháng đầu năm 2026.")
    type: ReportType = Field(title="Loại", description="interim (sơ kết) hoặc final (tổng kết).")
    date: PartialDate | None = Field(None, title="Ngày báo cáo", description="Ngày ký hoặc công bố.")
    period: Period | None = Field(None, title="Kỳ báo cáo", description="Từ … đến …")
    campaigns: tuple[CampaignId, ...] = Field(
        min_length=1, title="Phong trào", description="Những phong trào được báo cáo."
    )
    agency: AgencyId = Field(title="Cơ quan báo cáo", description="Mã cơ quan.")
    document: DocumentId | None = Field(None, title="Văn bản", description="Mã văn bản gốc, nếu có.")
    results: Markdown | None = Field(None, title="Kết quả", description="Kết quả đạt được.")
    shortcomings: Markdown | None = Field(None, title="Tồn tại, hạn chế", description="Những gì chưa làm được.")
    remedies: Markdown | None = Field(None, title="Biện pháp khắc phục", description="Sẽ khắc phục thế nào.")
    lessons: Markdown | None = Field(None, title="Bài học", description="Bài học kinh nghiệm.")
    figures: tuple[Measure, ...] = Field((), title="Số liệu", description="Các con số chính.")
    files: tuple[Attachment, ...] = Field((), title="Tệp đính kèm", description="Bản chụp, phụ lục.")

    @model_validator(mode="after")
    def _reports_something(self) -> Self:
        if not (self.results or self.figures or self.document):
            raise fault("báo cáo chưa có nội dung", "Thêm results, figures, hoặc document (mã văn bản gốc).")
        return self
