"""Publishing: the site is built, brought to its target whole, and then entered in the ledger and the change log.

The target comes first, the ledger last: whatever dies in between is made good by the next publication, which finds
the same differences again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from time import perf_counter

from bangvang.checking import check_again, known_findings
from bangvang.clock import today
from bangvang.exports.address import base_path
from bangvang.loading import load_project, project_cache
from bangvang.pages.changes import Publication
from bangvang.pages.channel_addresses import FOLDER as CHANNELS
from bangvang.publishing.build import SITE, build_site
from bangvang.publishing.cards import draw_cards
from bangvang.publishing.change_log import changes, finished, forgetting, read_change_log, write_change_log
from bangvang.publishing.contents import contents
from bangvang.publishing.delivery import Delivered
from bangvang.publishing.error import Failure, StagingError, writing
from bangvang.publishing.frame import renderers
from bangvang.publishing.ledger import Ledger, LedgerLine, binding, ledger_digest, updated, write_ledger
from bangvang.publishing.links import dead_ends
from bangvang.publishing.lock import Lock
from bangvang.publishing.manifest import PATH as MANIFEST
from bangvang.publishing.manifest import manifest_of, manifest_text
from bangvang.publishing.memory import Memory, forget
from bangvang.publishing.offline import OfflineParcel
from bangvang.publishing.outlook import Outlook, outlook
from bangvang.publishing.parcel import SiteParcel, built_memory, site_parcel
from bangvang.publishing.redirects import emptied_lists, redirect_paths, site_redirects
from bangvang.publishing.removals import refuse_half_removed, removed_lately
from bangvang.publishing.settings import read_settings
from bangvang.publishing.target import Target
from bangvang.publishing.vanished import known_ledger, lost_addresses
from bangvang.registry import Registry, build_registry
from bangvang.verdict import Verdict
from bangvang.vietnamese import format_number

_LOCK = Path(".cache/bangvang/publishing")
_ROUNDS = 4
_PATIENCE = 1.0
_MOST_TOLD = 40
_TAKEN_BACK = frozenset({"withdrawn", "removed"})
_SUMMARY = (
    ("added", "thêm"),
    ("changed", "cập nhật"),
    ("restored", "công bố lại"),
    ("moved", "chuyển địa chỉ"),
    ("withdrawn", "rút"),
    ("removed", "gỡ bỏ"),
)


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did."""

    target: Target
    publication: Publication
    delivered: Delivered
    verdict: Verdict
    seconds: float

    def told(self) -> str:
        """In a sentence."""
        sorts = [change.what for change in self.publication.changes]
        counts = [f"{word} {format_number(sorts.count(what))}" for what, word in _SUMMARY if what in sorts]
        touched = self.delivered.written or self.delivered.removed
        same = "không hồ sơ nào thay đổi" if touched else "nội dung như lần trước"
        done = ", ".join(counts) or same
        return f"Đã công bố {format_number(self.delivered.files)} tệp vào {self.target.name}: {done}."


def agree_to_all(expected: Outlook) -> bool:
    """For whoever has looked already."""
    return True


def publish(
    root: Path,
    target: Target,
    *,
    day: date | None = None,
    jobs: int | None = None,
    agree: Callable[[Outlook], bool] = agree_to_all,
) -> Published:
    """Check, build, verify, show what will change, and publish; raises Failure or StagingError with a finished message.

    Nothing is brought to readers unless `agree` says yes to what they will see.
    """
    started = perf_counter()
    with _alone(root, target):
        return _Publishing(root, target, day or today(os.environ), jobs).run(started, agree)


def rehearse(root: Path, target: Target, *, day: date | None = None, jobs: int | None = None) -> Outlook:
    """Everything but the publication: what it would change for readers; raises as `publish` does."""
    with _alone(root, target):
        return _Publishing(root, target, day or today(os.environ), jobs).rehearse()


@dataclass(frozen=True, slots=True)
class Copied:
    """What making an offline copy did."""

    target: Target
    delivered: Delivered
    verdict: Verdict

    def told(self) -> str:
        """In two sentences."""
        files = format_number(self.delivered.files)
        return f"Đã chép {files} tệp vào {self.target.name}. Không cần mạng: {self.target.start} bằng trình duyệt."


def copy_offline(root: Path, target: Target, *, day: date | None = None, jobs: int | None = None) -> Copied:
    """Check, build, and make a copy that opens without a server; it is no publication, so no ledger tells of it."""
    when = day or today(os.environ)
    with _alone(root, target):
        verdict = build_site(root, day=when, jobs=jobs).verdict
        parcel = OfflineParcel(site_parcel(root / SITE, built_memory(root, root / SITE)))
        delivered = target.deliver(parcel, when, f"Bản đọc không cần mạng ngày {when:%d/%m/%Y}")
    return Copied(target, delivered, verdict)


@contextmanager
def _alone(root: Path, target: Target) -> Iterator[None]:
    """While nobody else publishes, to a target that may be written."""
    target.refuse(root)
    with nobody_publishing(root):
        refuse_half_removed(root)
        yield


@contextmanager
def nobody_publishing(root: Path) -> Iterator[None]:
    """While no other command publishes the project, or removes somebody from it."""
    lock = Lock(root / _LOCK)
    with writing(root):
        if not lock.acquire(_PATIENCE):
            raise StagingError("Một lệnh khác đang công bố dự án này. Hãy chờ lệnh đó xong, rồi chạy lại.")
    try:
        yield
    finally:
        lock.release()


@dataclass(frozen=True, slots=True)
class _Built:
    """A built site, and what publishing it would make of the ledger."""

    verdict: Verdict
    registry: Registry
    memory: Memory
    parcel: SiteParcel
    ledger: dict[str, LedgerLine]
    publication: Publication


@dataclass(frozen=True, slots=True)
class _Publishing:
    root: Path
    target: Target
    day: date
    jobs: int | None

    def run(self, started: float, agree: Callable[[Outlook], bool]) -> Published:
        known = known_ledger(self.root)
        before = binding(known, trial=read_settings(self.root).trial)
        log = read_change_log(self.root)
        told = finished(log, ledger_digest(known)) if before or not known else ()
        try:
            draw_cards(self.root, self._sound(), self.jobs)
            built = self._build_with_log(before, ledger_digest(known), told)
            self._verify(known, built)
            expected = _expected(before, built)
            if not agree(expected):
                raise Failure("Chưa công bố gì cả; trang đang đăng vẫn như cũ.")
            message = f"Công bố ngày {self.day:%d/%m/%Y}: {expected.in_brief()}"
            delivered = self.target.deliver(self._with_hashes(built.parcel), self.day, message)
        except BaseException:
            self._take_back(log)
            forget(self.root)  # whatever was wrong with the site, the next build looks at none of it
            raise
        self._enter(built.ledger)
        return Published(self.target, built.publication, delivered, built.verdict, perf_counter() - started)

    def _sound(self) -> Registry:
        """All records, if nothing keeps them from being published: drawing takes longer than finding out."""
        project = load_project(self.root, cache=project_cache(self.root))
        registry = build_registry(project, self.day)
        verdict = check_again(project, registry, known_findings(project, registry))
        if verdict.errors:
            raise Failure(f"Dữ liệu còn {verdict.errors} lỗi nên chưa công bố gì cả.", verdict)
        return registry

    def _with_hashes(self, parcel: SiteParcel) -> SiteParcel:
        text = manifest_text(manifest_of(parcel.digests, self.day, renderers()))
        return replace(parcel, beside={MANIFEST: text.encode()})

    def rehearse(self) -> Outlook:
        known = known_ledger(self.root)
        before = binding(known, trial=read_settings(self.root).trial)
        built = self._build(before, ledger_digest(known), self.day)
        self._verify(known, built)
        return _expected(before, built)

    def _verify(self, known: Ledger, built: _Built) -> None:
        """What no build looks at: what the target has already, and whether every link leads somewhere."""
        self._refuse_losses(known, built)
        dead = dead_ends(built.parcel, base_path(read_settings(self.root).address))
        if dead:
            raise Failure(
                f"{len(dead)} liên kết không dẫn tới đâu nên chưa công bố.\n"
                + "\n".join(end.told() for end in dead[:_MOST_TOLD])
            )

    def _build_with_log(self, before: Ledger, base: str, told: tuple[Publication, ...]) -> _Built:
        """Build until the page of changes tells just what this publication changes: twice, as a rule."""
        written: tuple[Publication, ...] = told
        publishing: date | None = self.day
        write_change_log(self.root, written)
        for _ in range(_ROUNDS):
            built = self._build(before, base, publishing)
            wanted = (*told, built.publication) if built.publication.changes else told
            wanted = forgetting(wanted, built.ledger)
            if wanted == written:
                return built
            write_change_log(self.root, wanted)
            written, publishing = wanted, None  # from now on the log tells of what is new
        raise Failure("Dữ liệu đang được sửa trong lúc công bố. Hãy lưu mọi tệp, rồi chạy lại lệnh.")

    def _build(self, before: Ledger, base: str, publishing: date | None) -> _Built:
        verdict = build_site(self.root, day=self.day, jobs=self.jobs, publishing=publishing).verdict
        memory = built_memory(self.root, self.root / SITE)
        registry = build_registry(load_project(self.root, cache=project_cache(self.root)), self.day)
        moves = [lead.move for lead in site_redirects(registry, memory.pages)]
        leading = redirect_paths([*moves, *emptied_lists(before, memory.pages, moves)])
        found = contents(registry, memory.pages, memory.files, leading, self.root / SITE)
        trial = registry.site is not None and registry.site.trial
        after = updated(before, {address: one.digest for address, one in found.items()}, self.day, trial=trial)
        publication = Publication(self.day, changes(before, after, found), base)
        taken_back = any(change.what in _TAKEN_BACK for change in publication.changes)
        forgets = taken_back or removed_lately(registry, self.day)
        parcel = site_parcel(self.root / SITE, memory, () if trial else found, forgets=forgets)
        return _Built(verdict, registry, memory, parcel, after, publication)

    def _refuse_losses(self, known: Ledger, built: _Built) -> None:
        """What an interrupted publication brought to the target counts as published, though the ledger missed it.

        Feeds and calendars follow the records that they tell of. After a removal by right an address that told a name
        is owed to nobody, and no list may tell which it was.
        """
        if removed_lately(built.registry, self.day):
            return
        owed = (address for address in self.target.owed() if not address.startswith(f"/{CHANNELS}"))
        missed = {address: LedgerLine(self.day) for address in owed if address not in known}
        if lost := lost_addresses(missed, built.registry, built.memory.pages, built.memory.files):
            raise Failure(
                f"{len(lost)} địa chỉ đang có ở {self.target.name} sẽ biến mất nên chưa công bố.\n"
                + "\n".join(lost)
                + "\nMuốn bắt đầu lại từ đầu thì công bố vào một thư mục trống."
            )

    def _take_back(self, told: Sequence[Publication]) -> None:
        """Nothing was published: the log tells of nothing. If even that fails, the next publication sees to it."""
        with suppress(StagingError, OSError):
            write_change_log(self.root, told)

    def _enter(self, ledger: Ledger) -> None:
        try:
            write_ledger(self.root, ledger)
        except StagingError as error:
            raise StagingError(
                f"Trang mới đã nằm ở {self.target.name}, nhưng chưa ghi được sổ địa chỉ. {error} "
                "Lần công bố sau sẽ ghi bù."
            ) from error


def _expected(before: Ledger, built: _Built) -> Outlook:
    return outlook(before, built.publication.changes, built.verdict.problems)
