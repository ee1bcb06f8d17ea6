"""An administrative procedure of emulation and commendation."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.actor import Actor
from bangvang.records.base import Part
from bangvang.records.basis import Basis
from bangvang.records.faults import fault
from bangvang.records.ids import AwardId
from bangvang.records.level import Level
from bangvang.records.record import Record
from bangvang.records.scalars import Count, FileName, Line, Name, Prose, Url


class Step(Part):
    """What the applicant or the office does next."""

    what: Prose = Field(title="Việc", description="Nội dung của bước.")
    who: Line | None = Field(None, title="Ai làm", description="Người hoặc bộ phận thực hiện.")
    days: Count | None = Field(None, title="Số ngày làm việc", description="Thời hạn của bước.")


class Paper(Part):
    """A paper of the dossier."""

    name: Line = Field(title="Giấy tờ", description="Tên giấy tờ phải nộp.")
    copies: Count | None = Field(None, title="Số bản", description="Số bản chính.")
    note: Line | None = Field(None, title="Ghi chú", description="Yêu cầu riêng của giấy tờ này.")


class Form(Part):
    """A form to fill in: a file of this site or a page elsewhere."""

    title: Line = Field(title="Tên mẫu", description="Ví dụ: Tờ trình đề nghị khen thưởng.")
    file: FileName | None = Field(None, title="Tệp", description="Tên tệp trong data/files/.")
    url: Url | None = Field(None, title="Địa chỉ", description="Khi mẫu nằm ở trang khác.")

    @model_validator(mode="after")
    def _can_be_had(self) -> Self:
        if (self.file is None) == (self.url is None):
            raise fault("mẫu phải có đúng một nơi lấy", "Thêm file (tệp trong data/files/) hoặc url, không cả hai.")
        return self


class Procedure(Record):
    """What to hand in, where, how long it takes and on what basis."""

    name: Name = Field(title="Tên thủ tục", description="Tên như đã công bố.")
    code: Line | None = Field(None, title="Mã thủ tục", description="Mã trên Cổng dịch vụ công, nếu có.")
    level: Level | None = Field(None, title="Cấp thực hiện", description="Cấp tỉnh, cấp xã…")
    for_awards: tuple[AwardId, ...] = Field((), title="Cho danh hiệu", description="Mã danh hiệu, hình thức liên quan.")
    steps: tuple[Step, ...] = Field(min_length=1, title="Trình tự", description="Các bước, theo thứ tự.")
    papers: tuple[Paper, ...] = Field((), title="Hồ sơ", description="Giấy tờ phải nộp.")
    days: Count | None = Field(None, title="Thời hạn giải quyết", description="Số ngày làm việc.")
    fee: Line | None = Field(None, title="Phí, lệ phí", description="Ví dụ: Không thu.")
    authority: Actor | None = Field(None, title="Cơ quan giải quyết", description="Mã cơ quan, hoặc {name: …}.")
    bases: tuple[Basis, ...] = Field((), title="Căn cứ", description="Mã văn bản, hoặc {text: …}.")
    forms: tuple[Form, ...] = Field((), title="Mẫu", description="Mẫu đơn, tờ khai.")
