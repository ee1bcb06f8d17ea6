"""A cluster or block (cụm, khối thi đua): units that compete with and rank one another."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Labelled, Part
from bangvang.records.campaign import Criterion
from bangvang.records.dates import PartialDate
from bangvang.records.faults import fault
from bangvang.records.ids import AgencyId, AwardId
from bangvang.records.level import Level
from bangvang.records.record import Record
from bangvang.records.scalars import Amount, Name, Ordinal, Prose, Year


class ClusterType(Labelled):
    """Cụm groups by place, khối by branch."""

    AREA = "cum", "Cụm thi đua"
    BRANCH = "khoi", "Khối thi đua"


class Member(Part):
    """A unit and the time it belongs to the cluster."""

    agency: AgencyId = Field(title="Đơn vị", description="Mã cơ quan trong danh mục.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ", description="Tham gia từ.")
    to: PartialDate | None = Field(None, title="Đến", description="Tham gia đến.")


class Score(Part):
    """Where one unit came out in a year."""

    agency: AgencyId = Field(title="Đơn vị", description="Mã cơ quan trong danh mục.")
    points: Amount | None = Field(None, title="Điểm", description="Tổng điểm, ví dụ 96,5.")
    rank: Ordinal | None = Field(None, title="Hạng", description="Thứ hạng trong năm.")
    award: AwardId | None = Field(None, title="Khen thưởng", description="Danh hiệu được đề nghị hoặc được tặng.")


class ClusterYear(Part):
    """A year of the cluster: who led, what was pledged, how it was scored."""

    year: Year = Field(title="Năm", description="Năm thi đua.")
    lead: AgencyId | None = Field(None, title="Cụm trưởng", description="Mã đơn vị làm cụm trưởng, khối trưởng.")
    deputy: AgencyId | None = Field(None, title="Cụm phó", description="Mã đơn vị làm cụm phó, khối phó.")
    pledge: Prose | None = Field(None, title="Giao ước", description="Nội dung giao ước thi đua.")
    criteria: tuple[Criterion, ...] = Field((), title="Tiêu chí", description="Tiêu chí và thang điểm của năm.")
    scores: tuple[Score, ...] = Field((), title="Kết quả", description="Điểm và thứ hạng từng đơn vị.")

    @model_validator(mode="after")
    def _each_unit_once(self) -> Self:
        agencies = [score.agency for score in self.scores]
        if len(set(agencies)) < len(agencies):
            raise fault(f"năm {self.year} có đơn vị được chấm điểm hai lần", "Mỗi đơn vị chỉ có một dòng kết quả.")
        return self


class Cluster(Record):
    """The units and, year by year, their ranking."""

    name: Name = Field(title="Tên", description="Ví dụ: Cụm thi đua số 1.")
    type: ClusterType = Field(title="Loại", description="cum (theo địa bàn) hoặc khoi (theo ngành).")
    level: Level | None = Field(None, title="Cấp", description="Cấp tổ chức cụm, khối.")
    agency: AgencyId | None = Field(None, title="Cơ quan quản lý", description="Cơ quan chia cụm, khối.")
    members: tuple[Member, ...] = Field((), title="Thành viên", description="Các đơn vị thành viên.")
    years: tuple[ClusterYear, ...] = Field((), title="Các năm", description="Kết quả từng năm.")

    @model_validator(mode="after")
    def _each_year_once(self) -> Self:
        years = [year.year for year in self.years]
        if len(set(years)) < len(years):
            raise fault("một năm được ghi hai lần", "Gộp các mục cùng năm trong years.")
        return self
