"""Judging a project after every save exactly as a check of the whole would, in a fraction of its time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bangvang.checking import Finding, Memory, findings
from bangvang.checking.whole_site import check_site_exists
from bangvang.loading import Problem, Project, Severity
from bangvang.office.edits import Data
from bangvang.office.faults import FieldProblem, faults_of, found_at
from bangvang.office.finder import title_in, title_of
from bangvang.office.outcomes import Located
from bangvang.records import KINDS
from bangvang.registry import Registry, build_registry


@dataclass(frozen=True, slots=True)
class Judgement:
    """A project as of a day, and everything that is wrong with it."""

    project: Project
    registry: Registry
    found: tuple[Finding, ...]

    def own(self, kind: str, id: str) -> tuple[FieldProblem, ...]:
        """What is wrong with one record, errors first."""
        model = KINDS[kind].model
        own = [found_at(finding, model) for finding in self.found if _about(finding) == (kind, id)]
        own = list({(problem.loc, problem.what): problem for problem in own}.values())
        return tuple(sorted(own, key=lambda problem: problem.severity is not Severity.ERROR))

    def errors_elsewhere(self, before: Judgement, kind: str, id: str) -> tuple[Located, ...]:
        """Errors in other records, and of the project, that were not there before."""
        known = {_told(finding) for finding in before.found}
        new = [
            located(finding)
            for finding in self.found
            if finding.severity is Severity.ERROR and _about(finding) != (kind, id) and _told(finding) not in known
        ]
        told = {(problem.path, problem.what) for problem in _unread(before.project)}
        new += [_of_file(problem) for problem in _unread(self.project) if (problem.path, problem.what) not in told]
        return tuple(new)

    def everything(self) -> tuple[Located, ...]:
        """Every problem, those of files that cannot be read first."""
        ordered = sorted(self.found, key=lambda one: (one.severity is not Severity.ERROR, one.where.path))
        told = [*map(_of_file, _unread(self.project)), *map(located, ordered)]
        return tuple({(one.path, one.line, one.problem.loc, one.problem.what): one for one in told}.values())


class Judge:
    """Remembers what single records gave, so that only what changed is looked at again."""

    def __init__(self) -> None:
        self._memory = Memory()

    def judge(self, project: Project, registry: Registry) -> Judgement:
        """All checks."""
        return Judgement(project, registry, tuple(findings(project, registry, self._memory)))


def as_of(project: Project, day: datetime.date) -> Registry:
    """The records of a project together."""
    return build_registry(project, day)


def at_fields(located: Located, tree: Data) -> tuple[Located, ...]:
    """Of a file that the model refuses: what its form says, in place of what its lines say."""
    if not isinstance(tree, dict):
        return (located,)
    title = title_in(located.kind, located.id, tree)
    problems = faults_of(KINDS[located.kind].model, tree)
    return tuple(replace(located, title=title, line=0, problem=one) for one in problems) or (located,)


def located(finding: Finding) -> Located:
    """A finding and its record."""
    where = finding.where
    title = title_of(where.kind, where.id, where.record)
    return Located(where.kind, where.id, title, where.path, 0, found_at(finding, KINDS[where.kind].model))


def _about(finding: Finding) -> tuple[str, str]:
    return finding.where.kind, finding.where.id


def _told(finding: Finding) -> tuple[str, str, str, str]:
    return (finding.where.kind, finding.where.id, finding.check, finding.what)


def _unread(project: Project) -> Iterator[Problem]:
    yield from project.problems
    yield from check_site_exists(project)


def _of_file(problem: Problem) -> Located:
    told = FieldProblem((), problem.what, problem.remedy, problem.check, problem.severity)
    kind, id = named_by(problem.path)
    return Located(kind, id, title_of(kind, id, None) if kind else problem.path, problem.path, problem.line, told)


def named_by(path: str) -> tuple[str, str]:
    """The kind and id that the path of a file in a folder of records stands for."""
    below = path.removeprefix("data/")
    for kind in KINDS.values():
        if kind.is_folder and below.startswith(kind.path) and below.endswith(".yml"):
            return kind.name, below.rpartition("/")[2].removesuffix(".yml")
        if below == kind.path:
            return kind.name, "site" if kind.name == "site" else ""
    return "", ""
