"""The copy of the site that a deposit holds: the one that is published, or one built from an excerpt."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bangvang.archive.excerpt import rules_of, withheld_people, write_excerpt
from bangvang.archive.form import Form
from bangvang.archive.reach import Reach, reached
from bangvang.loading import load_project
from bangvang.problem import Severity
from bangvang.publishing.build import SITE, build_site
from bangvang.publishing.error import Failure, StagingError, writing
from bangvang.publishing.lock import Lock
from bangvang.publishing.memory import file_digest
from bangvang.publishing.parcel import SiteParcel, built_memory, site_parcel
from bangvang.registry import Registry, build_registry

Tell = Callable[[str], None]
"""Where the office is told what is being done."""
_ROOM = Path(".cache/bangvang/deposit")
_WORK = "work"
_ABOUT_NAMES = (
    "Bản này dựng lại từ dữ liệu đã lược tên người còn sống: số thứ tự trong danh sách giữ nguyên, các con số tổng hợp "
    "chỉ tính phần được nêu, các tệp đính kèm không kèm theo vì không soát được tên ở trong."
)
_ABOUT_REACH = "Bản này chỉ gồm hồ sơ trong phạm vi và những gì chúng nhắc tới, nên con số khác với trang đầy đủ."


@dataclass(frozen=True, slots=True)
class SiteCopy:
    """A site, and the project and records that it shows."""

    root: Path
    registry: Registry
    parcel: SiteParcel
    withheld: int
    notes: tuple[str, ...]


@contextmanager
def workroom(root: Path) -> Iterator[Path]:
    """A folder for what is needed only meanwhile; what a killed command left in it goes first."""
    room = root / _ROOM
    lock = Lock(room)
    with writing(root):
        if not lock.acquire(1.0):
            raise StagingError("Một lệnh khác đang làm gói lưu trữ của dự án này. Hãy chờ lệnh đó xong, rồi chạy lại.")
    try:
        shutil.rmtree(room / _WORK, ignore_errors=True)
        (room / _WORK).mkdir(parents=True)
        yield room / _WORK
    finally:
        shutil.rmtree(room / _WORK, ignore_errors=True)
        lock.release()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of whom and for whom a copy is made."""

    reach: Reach
    form: Form
    site: Path | None
    """A site that is built already."""
    day: date
    jobs: int | None


def copy_of(root: Path, registry: Registry, wanted: Wanted, room: Path, tell: Tell) -> SiteCopy:
    """The site as it is published where it may go as it is; otherwise one built anew of what may."""
    chosen = None if wanted.reach.whole else reached(registry, wanted.reach)
    rules = rules_of(registry) if wanted.form is Form.PUBLIC else None
    if chosen is None and (rules is None or not rules.withholds):
        return SiteCopy(root, registry, _published(root, wanted, tell), 0, ())
    if wanted.site is not None:
        raise Failure(
            "--site chỉ dùng được khi đóng gói toàn bộ và không phải lược tên ai: ở đây trang phải được dựng lại "
            "cho riêng gói lưu trữ. Hãy bỏ --site, hoặc thêm --full với ALL."
        )
    tell("Đang dựng trang cho riêng gói lưu trữ…")
    project = room / "project"
    with writing(room):
        write_excerpt(root, registry, chosen, rules, project)
    try:
        build_site(project, day=wanted.day, jobs=wanted.jobs)
    except Failure as failure:
        raise _of_excerpt(failure, project) from failure
    parcel = site_parcel(project / SITE, built_memory(project, project / SITE))
    withheld = withheld_people(rules.answers, chosen) if rules is not None else 0
    about_names = (_ABOUT_NAMES,) if rules is not None and rules.withholds else ()
    about_reach = (_ABOUT_REACH,) if chosen is not None else ()
    excerpt = build_registry(load_project(project), wanted.day)
    return SiteCopy(project, excerpt, parcel, withheld, (*about_names, *about_reach))


def _published(root: Path, wanted: Wanted, tell: Tell) -> SiteParcel:
    if wanted.site is not None:
        return _standing(wanted.site)
    tell("Đang dựng trang…")
    build_site(root, day=wanted.day, jobs=wanted.jobs)
    return site_parcel(root / SITE, built_memory(root, root / SITE))


def _standing(site: Path) -> SiteParcel:
    """A site in a folder, whoever built it."""
    if not (site / "index.html").is_file():
        raise Failure(f"{site} không phải là một trang đã dựng: không có index.html. Xem lại --site.")
    paths = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and not path.is_symlink()
    )
    return SiteParcel(site, {path: file_digest((site / path).read_bytes()) for path in paths})


def _of_excerpt(failure: Failure, project: Path) -> Failure:
    """Why the excerpt cannot be built: no file that the office could open stands in it."""
    verdict = failure.verdict
    errors = [problem for problem in verdict.problems if problem.severity is Severity.ERROR] if verdict else []
    told = [f"{problem.path}: {problem.what}" for problem in errors[:5]] or [str(failure)]
    return Failure(
        "Không dựng được trang cho gói lưu trữ: phần dữ liệu được lấy ra không đứng riêng được.\n"
        + "\n".join(told).replace(str(project), "")
        + "\nHãy thử đóng gói toàn bộ (ALL), hoặc báo cho người phụ trách kỹ thuật."
    )
