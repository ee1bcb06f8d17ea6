"""All checks of a project, in one go: problems with file, line and column, waived warnings left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from time import perf_counter

from bangvang.checking.awards import check_awards
from bangvang.checking.campaigns import check_campaigns
from bangvang.checking.clusters import check_clusters
from bangvang.checking.consultations import check_consultations
from bangvang.checking.decisions import check_decisions
from bangvang.checking.documents import check_documents
from bangvang.checking.finding import Finding
from bangvang.checking.frozen import archive_problems, check_frozen
from bangvang.checking.hierarchies import check_hierarchies
from bangvang.checking.media import check_media
from bangvang.checking.memory import Memory
from bangvang.checking.people import check_people
from bangvang.checking.privacy import check_privacy
from bangvang.checking.references import check_references
from bangvang.checking.waivers import unused_waivers, waived
from bangvang.checking.whole_site import check_site_exists, check_whole_site
from bangvang.loading import Positions, Problem, Project, read_positions
from bangvang.registry import Registry
from bangvang.verdict import Verdict


def check(project: Project, registry: Registry) -> Verdict:
    """Everything wrong with the project, in the order of files and lines."""
    started = perf_counter()
    return verdict(project, findings(project, registry, Memory()), started)


def verdict(project: Project, kept: Iterable[Finding], started: float) -> Verdict:
    """What is wrong with the records, and with their files."""
    problems = chain(
        project.problems, check_site_exists(project), archive_problems(project.root), placed(project.root, kept)
    )
    unique = {(p.path, p.line, p.column, p.what): p for p in problems}
    ordered = tuple(sorted(unique.values(), key=lambda problem: problem.order))
    files = len({loaded.path for loaded in project.loaded} | {problem.path for problem in project.problems})
    return Verdict(ordered, files, len(project.loaded), perf_counter() - started)


def findings(project: Project, registry: Registry, memory: Memory) -> list[Finding]:
    """What is wrong with the records that could be read, waived warnings left out, not yet placed in lines."""
    found = unwaived(
        registry,
        chain(
            of_facts(project, registry, memory), check_privacy(registry, memory), check_frozen(registry, project.root)
        ),
    )
    memory.turn()
    return found


def unwaived(registry: Registry, found: Iterable[Finding]) -> list[Finding]:
    """Findings without the warnings that were judged and accepted; acceptances that nothing needs are findings too."""
    used: set[tuple[str, str, str]] = set()
    kept = [finding for finding in found if not waived(finding, used)]
    kept.extend(unused_waivers(registry, used))
    return kept


def of_facts(project: Project, registry: Registry, memory: Memory) -> Iterator[Finding]:
    """Whatever does not hang on the wording of what records tell."""
    yield from check_whole_site(registry, project)
    yield from check_references(registry, project, memory)
    yield from check_hierarchies(registry)
    yield from check_campaigns(registry)
    yield from check_awards(registry, memory)
    yield from check_decisions(registry)
    yield from check_people(registry)
    yield from check_documents(registry)
    yield from check_clusters(registry)
    yield from check_consultations(registry)
    yield from check_media(registry, project.root)


def placed(root: Path, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Findings with the line and column of what they are about."""
    known: dict[str, Positions | None] = {}
    for finding in findings:
        path = finding.where.path
        if path not in known:
            known[path] = read_positions(root, path)
        positions = known[path]
        loc = finding.loc
        if finding.where.loc and loc[:1] != finding.where.loc:
            loc = (*finding.where.loc, *loc)
        line, column = positions.of_value(loc) if positions else (1, 1)
        yield Problem(path, line, column, finding.what, finding.remedy, finding.check, finding.severity)
