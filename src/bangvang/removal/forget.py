"""Forgetting somebody: told first, then noted, then done; whoever comes after a kill does the rest.

Every step can be repeated. The note goes last, when also everything has been told that the names are needed for.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from bangvang.frozen.archive import read_archive
from bangvang.frozen.removal import forget_in_archive
from bangvang.loading import Problem, Project, Severity, load_project, suggest_id
from bangvang.office.history import History
from bangvang.office.known import known_in
from bangvang.office.shelf import tree_in
from bangvang.office.writing import Busy, alone, clear_leftovers
from bangvang.publishing.build import SITE, build_site
from bangvang.publishing.change_log import last_day
from bangvang.publishing.error import Failure, StagingError, writing
from bangvang.publishing.publish import nobody_publishing
from bangvang.publishing.staging import recover
from bangvang.records import KINDS, Deposit, Removed
from bangvang.registry import Registry, build_registry
from bangvang.removal.addresses import forget_addresses, new_ids, redirects_without, telling_names
from bangvang.removal.clearing import Cleared, clear, clear_caches
from bangvang.removal.copies import Copy, find_copies
from bangvang.removal.git_history import Commits, commits_with
from bangvang.removal.mentions import Mention, attachments, mentions
from bangvang.removal.person import Namesake, Person, bearers, find_person, namesakes
from bangvang.removal.rewriting import BASES, Reason, Removal, rewritten
from bangvang.removal.signs import Signs, readable
from bangvang.removal.unfinished import Unfinished, begin, end, unfinished
from bangvang.vietnamese import Names, short_date
from bangvang.whole_file import insist, read_whole, replacing_durably


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done."""

    work: Unfinished
    files: tuple[str, ...]
    """That will be rewritten, or go."""
    namesakes: tuple[Namesake, ...]
    mentions: tuple[Mention, ...]
    """Better put right beforehand: a later correction leaves the name in the history of edits."""
    goes_on: bool
    """Whether an earlier command was broken off."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody who is removed already, with nothing left to do."""

    id: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done, and what is left to people."""

    work: Unfinished
    cleared: Cleared
    frozen: tuple[str, ...]
    """Manifests and errata of frozen campaigns that told of them, and were rewritten."""
    rebuilt: bool
    why_not: str
    """Why the site could not be built anew; then there is none."""
    mentions: tuple[Mention, ...]
    copies: tuple[Copy, ...]
    deposits: tuple[Deposit, ...]
    """All that were given into keeping: what lies there is not the project's to look through."""
    commits: Commits | None


def plan_removal(root: Path, typed: str, day: date, reason: Reason, also: Sequence[str] = ()) -> Plan | Gone:
    """What removing somebody means; raises Failure.

    `also` are names that the records do not tell, or no longer.
    """
    left = unfinished(root)
    project = load_project(root)
    if left is not None:
        if typed not in left.person.ids and typed not in left.becomes.values():
            raise Failure(
                f"Việc gỡ {left.person.id} còn dở dang. "
                f"Hãy chạy bangvang forget {left.person.id} trước, rồi gỡ {typed}."
            )
        left = replace(left, person=_also_called(left.person, also))
        return _planned(project, build_registry(project, day), left, goes_on=True)
    _refuse_past(root, day)
    registry = build_registry(project, day)
    person = find_person(registry, typed)
    if person is None:
        raise Failure(_unknown(project, registry, typed))
    person = _also_called(person, (*_former_names(root, person.ids), *also))
    _refuse_unreadable(project, person)
    becomes = new_ids(person.ids, known_in(project).mint)
    kept = registry.loaded("honouree", person.id)
    stays = Removal(day, BASES[reason])
    if kept is not None and isinstance(kept.record, Removed):
        becomes |= {person.id: person.id}
        if not person.names and not rewritten(project, becomes, stays):
            return Gone(person.id, kept.record.removed_on)
    work = Unfinished(person, becomes, stays, tuple(attachments(project, person.ids)))
    return _planned(project, registry, work, goes_on=False)


def carry_out(
    root: Path,
    plan: Plan,
    *,
    jobs: int | None = None,
    look_into: Sequence[Path] = (),
) -> Forgotten:
    """Remove somebody everywhere in the project; raises Failure or StagingError with a finished message."""
    work, person = plan.work, plan.work.person
    names = Names(person.names)
    signs = Signs(person.ids, names)
    with _alone(root), writing(root):
        begin(root, work)
        clear_leftovers(root)
        project = load_project(root)
        _write(root, _new_contents(project, work))
        forget_addresses(root, work.becomes, telling_names(person.names, work.becomes))
        frozen = dict.fromkeys(path for id in person.ids for path in forget_in_archive(root, id, person.names))
        cleared = clear(root, signs, person.photos, [one.id for one in plan.namesakes])
        clear_caches(root)
        rebuilt, why_not = _rebuild(root, work.stays.day, jobs)
        after = load_project(root)
        left = tuple(mentions(after, names, person.ids))
        deposits = tuple(one for _, one in build_registry(after, work.stays.day).all(Deposit))
        copies = tuple(find_copies(root, person.ids, signs, look_into))
        commits = commits_with(root, person)
        end(root)
    return Forgotten(work, cleared, tuple(frozen), rebuilt, why_not, left, copies, deposits, commits)


def _also_called(person: Person, names: Sequence[str]) -> Person:
    return replace(person, names=tuple(dict.fromkeys((*person.names, *names))))


def _planned(project: Project, registry: Registry, work: Unfinished, *, goes_on: bool) -> Plan:
    names = Names(work.person.names)
    files = _new_contents(project, work)
    others = tuple(namesakes(registry, work.person))
    left = tuple(mentions(project, names, work.person.ids))
    return Plan(work, tuple(sorted(files)), others, left, goes_on)


def _new_contents(project: Project, work: Unfinished) -> dict[str, bytes | None]:
    telling = telling_names(work.person.names, work.becomes)
    return rewritten(project, work.becomes, work.stays) | redirects_without(project, work.becomes, telling)


def _unknown(project: Project, registry: Registry, typed: str) -> str:
    if typed in project.broken.get("honouree", ()):
        return f"Hồ sơ mang mã “{typed}” còn lỗi. Hãy chạy bangvang check, sửa hồ sơ ấy, rồi chạy lại lệnh."
    people = bearers(registry, typed)
    if people:
        listed = "; ".join(one.told() for one in people)
        return f"Lệnh này cần mã, không nhận tên. Mang tên “{typed}” có: {listed}."
    # Codes of six letters resemble each other by chance only.
    guess = suggest_id(typed, {id for id in registry.laureates if "-" in id})
    meant = f" Có phải ý bạn là {guess}?" if guess else ""
    return f"Không ai trên bảng vàng mang mã “{typed}”.{meant} Mã đứng cuối địa chỉ trang của người ấy: /guong/<mã>/."


def _refuse_past(root: Path, day: date) -> None:
    """A removal that seems older than what was published would be told in the wrong order, for ever."""
    last = last_day(root)
    if last is not None and day < last:
        told = short_date(day), short_date(last)
        raise Failure(
            f"Hôm nay là {told[0]} theo đồng hồ máy, nhưng trang đã công bố ngày {told[1]}. "
            "Hãy chỉnh lại ngày giờ của máy, rồi chạy lại lệnh."
        )


def _refuse_unreadable(project: Project, person: Person) -> None:
    """A file that cannot be read may tell of somebody, and cannot be rewritten."""
    signs = Signs(person.ids, Names(person.names))
    errors = {problem.path: problem for problem in project.problems if problem.severity is Severity.ERROR}
    found: list[Problem] = []
    for path, problem in errors.items():
        if _may_tell(project.root / path, signs):
            found.append(problem)
    found += read_archive(project.root).problems
    if found:
        lines = "\n".join(problem.told() for problem in found)
        raise Failure(f"Chưa gỡ gì cả: có tệp nhắc đến người này mà còn lỗi. Hãy sửa rồi chạy lại lệnh.\n{lines}")


def _may_tell(file: Path, signs: Signs) -> bool:
    """Whether a file tells of somebody, or cannot even be opened; what is no file tells nothing."""
    try:
        return file.is_file() and signs.are_in(readable(read_whole(file)))
    except OSError:
        return True


def _former_names(root: Path, ids: Sequence[str]) -> Iterator[str]:
    """What the person was called before corrections, as the office's history still knows."""
    history = History(root)
    kind = KINDS["honouree"]
    for change in history.changes():
        if change.doing.kind != kind.name or change.doing.id not in ids:
            continue
        try:
            tree = tree_in(kind, change.doing.id, history.before(change) or b"")
        except OSError:
            continue
        yield from (text for key in ("name", "head") if isinstance(text := tree.get(key), str) and text.strip())


def _write(root: Path, contents: Mapping[str, bytes | None]) -> None:
    """New files first, then those that change, then those that go: who is killed in between has lost nobody's place."""
    ordered = sorted(contents.items(), key=lambda one: (one[1] is None, (root / one[0]).exists()))
    for path, data in ordered:
        if data is None:
            insist(partial((root / path).unlink, missing_ok=True))
            continue
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with replacing_durably(root / path) as stream:
            stream.write(data)


def _rebuild(root: Path, day: date, jobs: int | None) -> tuple[bool, str]:
    """The site as it is without them; where it cannot be built there is none rather than the old one."""
    site = root / SITE
    recover(site)
    if not site.is_dir():
        return False, ""
    try:
        build_site(root, day=day, jobs=jobs, clean=True)
    except (Failure, StagingError) as error:
        shutil.rmtree(site)
        return False, str(error)
    return True, ""


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """While nobody publishes, and no editor writes."""
    try:
        with nobody_publishing(root), alone(root):
            yield
    except Busy:
        raise StagingError("Một cửa sổ sửa đang ghi vào dự án này. Hãy chờ một lát, rồi chạy lại lệnh.") from None
