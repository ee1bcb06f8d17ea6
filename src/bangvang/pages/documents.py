"""The list of documents: plans first, then the other sorts, each by year."""

from __future__ import annotations

from dataclasses import dataclass

from bangvang.pages.answers import Answers, question
from bangvang.pages.channels import kind_feeds
from bangvang.pages.document import TAB
from bangvang.pages.page import Page
from bangvang.pages.papers import PaperLine, document_line
from bangvang.pages.reading import Reading
from bangvang.records import Document, DocumentType
from bangvang.registry import lists_indexed
from bangvang.vietnamese import slug

_ORDER = (DocumentType.PLAN, *(sort for sort in DocumentType if sort is not DocumentType.PLAN))
_NO_YEAR = "Chưa rõ năm"


@dataclass(frozen=True, slots=True)
class Shelf:
    """All documents of one sort."""

    title: str
    anchor: str
    count: int
    years: tuple[tuple[str, tuple[PaperLine, ...]], ...]


@question
def shelved(answers: Answers) -> tuple[tuple[DocumentType, str, tuple[str, ...]], ...]:
    """Public documents by sort and year, the newest first."""
    found: dict[tuple[DocumentType, str], list[tuple[str, str]]] = {}
    for id, document in answers.registry.public(Document):
        year = str(document.date.year) if document.date else ""
        found.setdefault((document.type, year), []).append((str(document.date or ""), id))
    return tuple(
        (sort, year, tuple(id for _, id in sorted(found[sort, year], reverse=True)))
        for sort in _ORDER
        for year in sorted({year for other, year in found if other is sort}, reverse=True)
    )


def documents_page(reading: Reading) -> Page:
    """Every public document, in the order in which readers look for them."""
    groups: dict[DocumentType, list[tuple[str, tuple[PaperLine, ...]]]] = {}
    for sort, year, ids in reading.ask(shelved):
        lines = tuple(line for id in ids if (line := document_line(reading, id)))
        groups.setdefault(sort, []).append((year or _NO_YEAR, lines))
    shelves = [
        Shelf(sort.label, f"loai-{slug(sort.label)}", sum(len(lines) for _, lines in years), tuple(years))
        for sort, years in groups.items()
    ]
    total = sum(shelf.count for shelf in shelves)
    return Page(
        url="van-ban/",
        tab=TAB,
        title="Kế hoạch, văn bản",
        description=f"{total} kế hoạch, chỉ thị, luật, nghị định và văn bản khác về thi đua, khen thưởng.",
        template="pages/documents.html",
        context={"shelves": shelves, "total": total},
        image="document",
        indexed=lists_indexed(reading.site),
        alternates=kind_feeds("document"),
    )
