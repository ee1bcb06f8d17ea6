"""The page of a procedure: what to hand in, where, who does what in how many days, on what basis."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.page import Link, Page
from bangvang.pages.papers import actor_links, basis_links, file_lines
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section, notice, record_page
from bangvang.pages.records_index import Entry, Front, each, facts, grouped, index_page
from bangvang.records import Level, Procedure
from bangvang.vietnamese import text_key

TAB = ""
SECTION = Section("procedure", TAB, Link("Thủ tục khen thưởng", "thu-tuc/"))
CRUMBS = SECTION.crumbs
_FRONT = Front(
    sub="Muốn đề nghị khen thưởng thì làm gì, nộp giấy tờ nào, ở đâu, bao lâu có kết quả.",
    icon="doc",
    empty="Chưa có thủ tục nào được công bố",
    hint="Trình tự, giấy tờ, thời hạn và biểu mẫu của các thủ tục khen thưởng sẽ được đưa lên đây.",
)


class OutsideForm(NamedTuple):
    """A form that stands on a page elsewhere."""

    title: str
    url: str


def procedure_page(reading: Reading, id: str) -> Page:
    """The page that the procedure's state allows."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    procedure = reading.find(Procedure, id)
    assert procedure is not None
    authority = actor_links(reading, (procedure.authority,) if procedure.authority else ())
    context = {
        "procedure": procedure,
        "authority": authority[0] if authority else None,
        "awards": reading.links("award", procedure.for_awards),
        "bases": basis_links(reading, procedure.bases),
        "forms": file_lines(procedure.forms),
        "outside_forms": [OutsideForm(form.title, form.url) for form in procedure.forms if form.url],
        "copies": any(paper.copies for paper in procedure.papers),
        "notes": any(paper.note for paper in procedure.papers),
    }
    return record_page(reading, SECTION, id, procedure, description=_description(procedure), context=context)


def procedures_page(reading: Reading) -> Page:
    """All procedures by level."""
    levels = list(Level)
    told = sorted(
        each(reading, SECTION, Procedure),
        key=lambda pair: (
            levels.index(pair[1].level) if pair[1].level else len(levels),
            text_key(pair[1].name),
        ),
    )
    groups = grouped((_level(procedure), _entry(reading, link, procedure)) for link, procedure in told)
    return index_page(reading, SECTION, _FRONT, groups)


def _entry(reading: Reading, link: Link, procedure: Procedure) -> Entry:
    authority = actor_links(reading, (procedure.authority,) if procedure.authority else ())
    return Entry(
        link=link,
        badge=_level(procedure),
        summary=procedure.summary or "",
        facts=facts(
            ("clock", f"{procedure.days} ngày làm việc" if procedure.days else None),
            ("doc", f"{len(procedure.papers)} loại giấy tờ" if procedure.papers else None),
            ("brief", authority[0].text if authority else None),
        ),
        illustrative=procedure.illustrative,
    )


def _level(procedure: Procedure) -> str:
    return procedure.level.label if procedure.level else "Thủ tục khác"


def _description(procedure: Procedure) -> str:
    within = f", giải quyết trong {procedure.days} ngày làm việc" if procedure.days else ""
    return f"Thủ tục {procedure.name}: {len(procedure.steps)} bước, {len(procedure.papers)} loại giấy tờ{within}."
