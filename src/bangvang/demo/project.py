"""A whole project of invented records, written at once or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bangvang.demo.campaigns import CAMPAIGNS, campaign_record
from bangvang.demo.clusters import clusters
from bangvang.demo.consultations import consultations
from bangvang.demo.decisions import ROWS_PER_DECISION, PlannedDecision, decision_record, plan_decisions
from bangvang.demo.documents import documents
from bangvang.demo.events import events
from bangvang.demo.figures import Figure, cast
from bangvang.demo.geography import places
from bangvang.demo.honourees import profile, row, second_awards
from bangvang.demo.offices import agencies
from bangvang.demo.practices import practices
from bangvang.demo.reports import reports
from bangvang.demo.site import site_record
from bangvang.demo.vocabulary import abbreviations, awards, occupations, work_fields
from bangvang.starter import starter_files
from bangvang.yaml_writer import Fields, to_yaml

_UNFINISHED = ".dang-ghi"
_PRINTED_ORDER = {"collective": 0, "household": 1, "individual": 2}


class DemoError(Exception):
    """Why no demonstration was written: what is wrong, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} → {self.remedy}"


@dataclass(frozen=True)
class DemoSummary:
    """What was written."""

    folder: Path
    honourees: int
    profiles: int
    decisions: int
    files: int
    size: int
    """In bytes."""


def write_demo(count: int, folder: Path) -> DemoSummary:
    """Write a project of `count` invented honourees into an empty or new folder: same count, same bytes."""
    if count < 1:
        raise DemoError(f"số gương {count} không dùng được", "Ghi một số nguyên từ 1 trở lên, ví dụ 1000.")
    _must_be_free(folder)
    unfinished = folder / _UNFINISHED
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        summary = _write(count, folder, unfinished)
        for path, data in starter_files():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        unfinished.rename(folder / "data")
    except OSError as error:
        raise DemoError(
            f"không ghi được vào {folder} ({error.strerror or error})", "Kiểm tra quyền ghi và chỗ trống trên đĩa."
        ) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return summary


def _must_be_free(folder: Path) -> None:
    """Nothing may stand there but what an interrupted run left."""
    if folder.exists() and not folder.is_dir():
        raise DemoError(f"{folder} là một tệp, không phải thư mục", "Chọn một tên thư mục khác.")
    if folder.is_dir() and any(entry.name != _UNFINISHED for entry in folder.iterdir()):
        raise DemoError(
            f"thư mục {folder} đã có tệp bên trong", "Chọn một thư mục trống, hoặc một tên thư mục chưa có."
        )


def demo_files(count: int) -> Iterator[tuple[str, str]]:
    """Every file of the demonstration: its path below data/, and its text."""
    decisions = plan_decisions(-(-count // ROWS_PER_DECISION))
    figures = cast(count, decisions)
    yield "site.yml", to_yaml(site_record(figures, decisions))
    for name, entries in _vocabulary().items():
        yield f"vocabulary/{name}.yml", to_yaml(entries)
    for folder, records in _small_kinds(count, figures, decisions).items():
        for id, record in records.items():
            yield f"{folder}/{id}.yml", to_yaml(record)
    again = second_awards(figures, decisions, ROWS_PER_DECISION)
    for decision in decisions:
        first = decision.index * ROWS_PER_DECISION
        own = figures[first : first + ROWS_PER_DECISION]
        rows = _rows(decision, own, again.get(decision.index, ()))
        yield f"decisions/{decision.day.year}/{decision.id}.yml", to_yaml(decision_record(decision, rows))
        for figure in own:
            if figure.has_profile:
                yield f"honourees/{figure.id}.yml", to_yaml(profile(figure, decision))


def _vocabulary() -> Mapping[str, Sequence[Fields]]:
    return {
        "abbreviations": abbreviations(),
        "agencies": agencies(),
        "awards": awards(),
        "fields": work_fields(),
        "occupations": occupations(),
        "places": places(),
    }


def _small_kinds(
    count: int, figures: Sequence[Figure], decisions: Sequence[PlannedDecision]
) -> Mapping[str, Mapping[str, Fields]]:
    return {
        "campaigns": {campaign.id: campaign_record(campaign) for campaign in CAMPAIGNS},
        "clusters": clusters(),
        "consultations": consultations(figures),
        "documents": documents(),
        "events": events(figures, decisions),
        "practices": practices(count, figures),
        "reports": reports(),
    }


def _rows(decision: PlannedDecision, own: Sequence[Figure], again: Sequence[Figure]) -> list[Fields]:
    """Collectives, households, individuals, as decisions print them."""
    lines = [(figure, row(figure, decision)) for figure in own]
    lines += [(figure, row(figure, decision, again=True)) for figure in again]
    lines.sort(key=lambda line: _PRINTED_ORDER[line[0].kind])
    return [fields for _, fields in lines]


def _write(count: int, folder: Path, unfinished: Path) -> DemoSummary:
    unfinished.mkdir(parents=True)
    made = {""}
    files = profiles = decisions = size = 0
    for path, text in demo_files(count):
        below, _, _ = path.rpartition("/")
        if below not in made:
            (unfinished / below).mkdir(parents=True, exist_ok=True)
            made.add(below)
        data = text.encode()
        (unfinished / path).write_bytes(data)
        files += 1
        size += len(data)
        profiles += below == "honourees"
        decisions += below.startswith("decisions/")
    return DemoSummary(folder, count, profiles, decisions, files, size)
