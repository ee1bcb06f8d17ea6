"""The page of a report: what campaigns achieved, what fell short, what is to be done, in figures."""

from __future__ import annotations

from collections.abc import Mapping

from bangvang.pages.honours import spoken
from bangvang.pages.json_ld import creative_work
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import agency_link, document_line, file_lines
from bangvang.pages.periods import in_words
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section, address_of, measure_lines, notice, record_page
from bangvang.pages.records_index import Entry, Front, by_time, each, facts, index_page
from bangvang.records import PartialDate, Report
from bangvang.vietnamese import text_key

TAB = "phong-trao"
SECTION = Section("report", TAB, Link("Sơ kết, tổng kết", "bao-cao/"))
CRUMBS = SECTION.crumbs
_FRONT = Front(
    sub="Báo cáo sơ kết, tổng kết phong trào: làm được gì, chưa được gì, khắc phục thế nào, rút ra bài học gì.",
    icon="chart",
    empty="Chưa có báo cáo nào được công bố",
    hint="Sau mỗi kỳ sơ kết, tổng kết, báo cáo cùng số liệu sẽ được đưa lên đây.",
)


def report_page(reading: Reading, id: str) -> Page:
    """The page that the report's state allows."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    report = reading.find(Report, id)
    assert report is not None
    agency = agency_link(reading, report.agency)
    context = {
        "report": report,
        "agency": agency,
        "day": spoken(report.date),
        "period": period_text(report),
        "campaigns": reading.links("campaign", report.campaigns),
        "measures": measure_lines(report.figures),
        "parts": [part for part in _parts(report) if part[2]],
        "document": document_line(reading, report.document) if report.document else None,
        "files": file_lines(report.files),
    }
    by = f" của {agency.text}" if agency else ""
    return record_page(
        reading,
        SECTION,
        id,
        report,
        description=f"Báo cáo {report.type.label.lower()}{by}: {report.title}.",
        context=context,
        data=(_thing(reading, SECTION.url(id), report, agency),),
    )


def _parts(report: Report) -> tuple[tuple[str, str, str | None], ...]:
    """Anchor, heading and text of what a report can hold."""
    return (
        ("ket-qua", "Kết quả đạt được", report.results),
        ("han-che", "Tồn tại, hạn chế", report.shortcomings),
        ("khac-phuc", "Biện pháp khắc phục", report.remedies),
        ("bai-hoc", "Bài học kinh nghiệm", report.lessons),
    )


def _thing(reading: Reading, url: str, report: Report, agency: Link | None) -> Mapping[str, object]:
    """What the page says to machines."""
    return creative_work(
        report.title,
        type="Report",
        url=address_of(reading, url),
        published=str(report.date) if report.date else None,
        modified=report.updated,
        publisher=agency.text if agency else None,
        description=report.summary,
    )


def reports_page(reading: Reading) -> Page:
    """All reports by year, the latest first."""
    told = list(each(reading, SECTION, Report))
    told.sort(key=lambda pair: text_key(pair[1].title))
    told.sort(key=lambda pair: str(_day(pair[1]) or ""), reverse=True)
    groups = by_time((_year(report), _entry(reading, link, report)) for link, report in told)
    return index_page(reading, SECTION, _FRONT, groups)


def period_text(report: Report) -> str:
    """The stretch that the report covers, or the print's own words for it."""
    period = report.period
    if period is None:
        return ""
    if period.from_ is None and period.to is None:
        return " ".join(part for part in (period.from_printed, period.to_printed) if part)
    return in_words(period.from_, period.to)


def _entry(reading: Reading, link: Link, report: Report) -> Entry:
    agency = agency_link(reading, report.agency)
    return Entry(
        link=link,
        badge=report.type.label,
        summary=report.summary or "",
        facts=facts(("cal", period_text(report)), ("brief", agency.text if agency else None)),
        illustrative=report.illustrative,
    )


def _day(report: Report) -> PartialDate | None:
    return report.date or (report.period.to or report.period.from_ if report.period else None)


def _year(report: Report) -> str:
    day = _day(report)
    return str(day.year) if day else ""
