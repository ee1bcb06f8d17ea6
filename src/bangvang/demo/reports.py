"""Reports on the yearly campaigns; their figures are the results that the targets name."""

from __future__ import annotations

from bangvang.demo.documents import Records, plan_id
from bangvang.demo.offices import STANDING_OFFICE
from bangvang.demo.targets import REPORTED_YEARS, as_of, report_id, yearly_figures
from bangvang.vietnamese import format_number
from bangvang.yaml_writer import Fields

_RESULTS = (
    "Phong trào thi đua được triển khai rộng khắp, nhiều mô hình mới xuất hiện từ cơ sở.\n\n"
    "Công tác khen thưởng hướng về người lao động trực tiếp, tập thể nhỏ và địa bàn khó khăn.\n"
)
_SHORTCOMINGS = "Một số đơn vị đăng ký thi đua còn chậm; việc nhân rộng điển hình chưa đều."
_REMEDIES = "Giao rõ người theo dõi từng cụm, kiểm tra mỗi quý một lần và công khai kết quả."
_LESSONS = "Nơi nào người đứng đầu sâu sát, nội dung thi đua cụ thể thì nơi đó phong trào thực chất."


def reports() -> Records:
    """A report for each of the last years."""
    return {report_id(year): _report(year) for year in REPORTED_YEARS}


def _report(year: int) -> Fields:
    day = as_of(year)
    final = day.month == 12
    stretch = f"năm {year}" if final else f"sáu tháng đầu năm {year}"
    return {
        "title": f"{'Tổng kết' if final else 'Sơ kết'} phong trào thi đua yêu nước {stretch}",
        "type": "final" if final else "interim",
        "date": day,
        "period": {"from": f"{year}-01-01", "to": day},
        "campaigns": [f"thi-dua-yeu-nuoc-{year}"],
        "agency": STANDING_OFFICE.id,
        "document": plan_id(year),
        "results": _RESULTS,
        "shortcomings": _SHORTCOMINGS,
        "remedies": _REMEDIES,
        "lessons": _LESSONS,
        "figures": [
            {"what": figure.name, "value": format_number(figure.reached), "unit": figure.unit, "as_of": day}
            for figure in yearly_figures(year)
        ],
        "illustrative": True,
    }
