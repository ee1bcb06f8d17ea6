"""The build: check, make what changed, put it in place whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, TypeAlias

from bangvang.assets import asset_names, share_images
from bangvang.checking import check, check_again, known_findings, placed
from bangvang.clock import today
from bangvang.exports.timemaps import timemaps
from bangvang.frozen.archive import Freeze, read_archive
from bangvang.loading import Project, load_project, project_cache
from bangvang.pages.answers import Answers, Key, is_view
from bangvang.pages.catalogue import targets
from bangvang.pages.changes import Publication, hand_over_changes
from bangvang.pages.deposits import versioned_pages
from bangvang.pages.frozen_note import hand_over_freezes
from bangvang.pages.home import hand_over_words
from bangvang.pages.open_data import hand_over_open_files
from bangvang.pages.page import Target
from bangvang.pages.pictures import hand_over
from bangvang.pages.reading import look_at
from bangvang.pages.rendering import Renderer
from bangvang.pages.share_picture import hand_over_cards
from bangvang.pages.template_fault import TemplateFault
from bangvang.problem import Problem, Severity
from bangvang.publishing.accessories import accessories
from bangvang.publishing.cards import cards_asked_for, cards_standing
from bangvang.publishing.change_log import read_change_log
from bangvang.publishing.error import Failure
from bangvang.publishing.finding import Catalogue, differences, make_index, put_changed, words_digest
from bangvang.publishing.frame import ENGINE, ComingFrame, Frame, FrameFault, begin_frame, renderers
from bangvang.publishing.gallery import Gallery, gallery
from bangvang.publishing.home_words import read_home_words
from bangvang.publishing.indexes import keep_indexes, take_up_indexes
from bangvang.publishing.kept_index import Change, Changed, forget_index, take_up_index
from bangvang.publishing.memory import Memory, file_digest, forget, look_of, recall, remember
from bangvang.publishing.open_files import OPEN_INDEX, OpenFiles, Settled, forget_open_files, told_in
from bangvang.publishing.rendering import Press, is_of_files, pieces_seen, print_pages, print_site
from bangvang.publishing.settings import Settings, read_settings
from bangvang.publishing.signposts import put_snippets, signposts
from bangvang.publishing.staging import Stage, recover, writing
from bangvang.publishing.vanished import vanished_problems
from bangvang.registry import Registry, build_registry
from bangvang.remembered import files_below
from bangvang.search import FOLDER as INDEX
from bangvang.template_cache import template_cache
from bangvang.verdict import Verdict
from bangvang.vietnamese import format_number
from bangvang.whole_file import read_whole
from bangvang.workers import Partner, Task, WorkerDied, cores, no_garbage_collection

SITE = "site"
_PAGE = "index.html"
_Indexer: TypeAlias = Partner[Change, Changed | None]
_FOREIGN = ("CNAME",)
"""Files at the top of a site folder that others put there; so are all that begin with a dot."""


class Built(NamedTuple):
    """What a build did."""

    pages: int
    made: int
    removed: int
    seconds: float
    verdict: Verdict

    def told(self) -> str:
        """For the terminal."""
        seconds = f"{self.seconds:.1f}".replace(".", ",")
        pages, made = format_number(self.pages), format_number(self.made)
        lines = [f"Đã dựng xong trong {seconds} giây: {pages} trang, {made} trang vừa làm, {self.removed} tệp bỏ đi."]
        if self.verdict.warnings:
            lines.append(f"Còn {self.verdict.warnings} cảnh báo: chạy bangvang check để xem.")
        return "\n".join(lines)


def build_site(
    root: Path,
    *,
    day: date | None = None,
    site: Path | None = None,
    frame: ComingFrame | None = None,
    jobs: int | None = None,
    clean: bool = False,
    publishing: date | None = None,
) -> Built:
    """Build the site of a project; raises Failure or StagingError with a finished message.

    The frame may have been begun before, by `begin_frame`; `publishing` is the day of the publication it is built for.
    """
    when, where = day or today(os.environ), site or root / SITE
    return _Build(root, when, where, frame, max(1, jobs or cores()), clean, publishing).run()


class _Given(NamedTuple):
    """What pages are made from."""

    answers: Answers
    photos: Gallery
    log: tuple[Publication, ...]
    cards: Mapping[str, Path]
    freezes: tuple[Freeze, ...]


@dataclass
class _Build:
    root: Path
    day: date
    site: Path
    given_frame: ComingFrame | None
    jobs: int
    clean: bool
    publishing: date | None

    def run(self) -> Built:
        started = perf_counter()
        recover(self.site)
        frame = self.given_frame or begin_frame(self.root, clean=self.clean)
        try:
            if self.clean:
                forget_index(self.root)
                forget_open_files(self.root)
            with writing(self.root), no_garbage_collection(), _Indexer(partial(take_up_index, self.root)) as indexer:
                outcome, verdict = self._read_and_make(frame, indexer)
        except (TemplateFault, FrameFault, WorkerDied) as error:
            raise Failure(str(error)) from error
        finally:
            frame.abandon()
        return Built(*outcome, perf_counter() - started, verdict)

    def _read_and_make(self, frame: ComingFrame, indexer: _Indexer) -> tuple[tuple[int, int, int], Verdict]:
        project = load_project(self.root, cache=project_cache(self.root), jobs=self.jobs)
        registry = build_registry(project, self.day)
        _stop_at_unreadable(project, registry)
        known = known_findings(project, registry)
        if known is None:
            registry.read_all()
        checking = Task(lambda: check_again(project, registry, known))
        try:
            return self._make(registry, frame, indexer, checking), checking.result()
        except Exception:
            _stop_at_errors(checking.result())
            raise

    @cached_property
    def settings(self) -> Settings:
        return read_settings(self.root)

    @cached_property
    def engine(self) -> str:
        """Its own code and templates."""
        return _engine()

    # -- the pages

    def _make(
        self, registry: Registry, coming: ComingFrame, indexer: _Indexer, checking: Task[Verdict]
    ) -> tuple[int, int, int]:
        given = self._given(registry)
        frame = coming.result()
        recipe = self._recipe(registry, frame)
        with Stage(self.site) as stage:
            old = self._recall(recipe)
            press = self._press(given.answers, frame, stage, old)
            world = given.answers.world()
            indexes = take_up_indexes(self.root, given.answers, f"{recipe} {world}")
            beside = OpenFiles(self.root, given.answers, given.log, frame, self.engine, world)
            catalogue = Catalogue(given.answers, frame)
            if old is None:
                wanted, new, opened = self._all(recipe, press, catalogue, beside)
            else:
                wanted, new, opened = self._changed(old, press, catalogue, indexer, beside)
            new.files |= opened.digests
            _tell_of_files(press, wanted, new, old, opened)
            _stop_at_collisions(wanted, new.beside(), frame)
            new.files |= new.beside()
            others = accessories(self.root, self.settings, registry, frame, given.photos, new.pages)
            _put_accessories(new, old, stage, others)
            versions = timemaps(self.settings.address, versioned_pages(given.answers))
            _put_accessories(new, old, stage, versions)
            _put_cards(new, old, stage, given.cards)
            _stop_at_errors(checking.result())
            posts = signposts(self.root, self.settings.address, registry, frame, new.pages, new.files)
            _stop_at_faults(posts.problems, "Trang chưa được dựng lại.")
            _put_accessories(new, old, stage, posts.site.items())
            _stop_at_vanished(self.root, registry, new)
            self._stop_at_frozen(registry, given.freezes, new, stage)
            removed = self._removed(old, new)
            if removed or any(stage.folder.iterdir()):
                forget(self.root)
                stage.commit(removed)
            new.site = look_of(self.site)
            remember(self.root, new)
            keep_indexes(self.root, given.answers, f"{recipe} {world}", indexes)
        put_snippets(self.root, posts.beside)
        return len(new.pages), new.made, len(removed)

    def _given(self, registry: Registry) -> _Given:
        """The records as pages ask for them, with all that they are given beside."""
        answers = Answers(registry)
        photos = gallery(registry, self.root)
        # What only opening a photo tells: the checker looks no further than its first bytes.
        _stop_at_faults(placed(self.root, photos.problems), "Có ảnh không dùng được nên trang chưa được dựng lại.")
        freezes = read_archive(self.root).freezes
        given = _Given(answers, photos, read_change_log(self.root), cards_standing(self.root), freezes)
        hand_over(answers, photos.shown)
        hand_over_words(answers, read_home_words(self.root))
        hand_over_changes(answers, given.log, self.publishing)
        hand_over_cards(answers, given.cards)
        hand_over_freezes(answers, given.freezes)
        return given

    def _press(self, answers: Answers, frame: Frame, stage: Stage, old: Memory | None) -> Press:
        return Press(
            answers,
            Renderer(self.root / "overrides", template_cache("pages", self.root)),
            frame.shells,
            share_images(),
            self.settings.address,
            stage.folder,
            self.site,
            old.standing() if old is not None else {},
        )

    def _all(
        self, recipe: str, press: Press, catalogue: Catalogue, beside: OpenFiles
    ) -> tuple[list[Target], Memory, Settled]:
        """Make every page, with the search index and the files for programs beside them."""
        press.answers.registry.read_all()
        new = Memory(recipe=recipe, world=beside.world)
        with (
            Task(lambda: make_index(catalogue, self.root, press.put)) as indexing,
            Task(lambda: beside.put(press.put, {})) as opening,
        ):
            wanted, batches = print_site(press, self.jobs)
            press.forget()
            for batch in batches:
                new.add(batch)
            batch, index, new.words = indexing.result()
            opened = opening.result()
        new.add(batch)
        new.files, new.index = dict(index.files), index.kept
        return wanted, new, opened

    def _changed(
        self, old: Memory, press: Press, catalogue: Catalogue, indexer: _Indexer, beside: OpenFiles
    ) -> tuple[list[Target], Memory, Settled]:
        """Make the pages that read something which has changed, and change the search index where it tells of it.

        The index is changed elsewhere, and takes the longest: it begins first and is asked for last.
        """
        answers, world = press.answers, beside.world
        changed = old.changed(partial(_digest_now, answers), world)
        found = differences(catalogue, old, changed)
        words = words_digest(found.words)
        other = bool(found.come or found.gone or words != old.words)
        if other:
            indexer.ask(Change(found.come, found.gone, found.words, old.index))
        wanted = old.targets() if world == old.world else list(targets(answers))
        stale, new = _begin(old, changed, answers, wanted)
        new.world = world
        for batch in print_pages(press, [one for one in stale if not is_of_files(one)], self.jobs):
            new.add(batch)
        new.entries = dict(found.standing)
        new.add(found.batch)
        new.files = {path: digest for path, digest in old.files.items() if path.startswith(INDEX)}
        new.index, new.words = old.index, words
        opened = beside.put(press.put, press.standing)
        if other:
            done = indexer.result()
            if done is not None:
                index = put_changed(done, old, press.put)
            else:
                batch, index, new.words = make_index(catalogue, self.root, press.put)
                new.add(batch)
            new.files, new.index = dict(index.files), index.kept
        return wanted, new, opened

    def _recall(self, recipe: str) -> Memory | None:
        """The memory of the last build, if the site is still what that build made of the same ingredients."""
        old = None if self.clean else recall(self.root)
        return old if old is not None and old.recipe == recipe and old.site == look_of(self.site) else None

    def _stop_at_frozen(self, registry: Registry, freezes: Sequence[Freeze], new: Memory, stage: Stage) -> None:
        """A page that was not made anew stands in the site."""
        if not freezes:
            return
        from bangvang.publishing.frozen_text import frozen_text_problems

        def html_of(url: str) -> str:
            made = stage.folder / url / _PAGE
            return (made if made.is_file() else self.site / url / _PAGE).read_text(encoding="utf-8")

        problems = frozen_text_problems(self.root, freezes, new.pages, registry, html_of)
        _stop_at_faults(problems, "Trang của phong trào đã khóa không còn như lúc khóa nên trang chưa được dựng lại.")

    def _recipe(self, registry: Registry, frame: Frame) -> str:
        site = registry.loaded("site", "site")
        parts = [frame.shells_digest, renderers(), str(sorted(asset_names().items())), str(self.day), self.engine]
        parts.append(site.content if site else "")
        parts.append(_overrides(self.root))
        return blake2b("|".join(parts).encode(), digest_size=10).hexdigest()

    def _removed(self, old: Memory | None, new: Memory) -> list[str]:
        """What stands in the site and belongs to it no more."""
        wanted = {f"{url}index.html" for url in new.pages} | set(new.files)
        if old is not None:
            return sorted(({f"{url}index.html" for url in old.pages} | set(old.files)) - wanted)
        return sorted(path for path in _standing(self.site) if path not in wanted)


def _stop_at_unreadable(project: Project, registry: Registry) -> None:
    """Records that could not be read would only make the pages fail in worse words."""
    if any(problem.severity is Severity.ERROR for problem in project.problems) or registry.site is None:
        _stop_at_errors(check(project, registry))


def _stop_at_errors(verdict: Verdict) -> None:
    if verdict.errors:
        raise Failure(f"Dữ liệu còn {verdict.errors} lỗi nên trang chưa được dựng lại.", verdict)


def _stop_at_collisions(wanted: Iterable[Target], beside: Collection[str], frame: Frame) -> None:
    """Capitals do not count: many servers and disks see no difference."""
    seen: dict[str, Target] = {}
    for target in wanted:
        other = seen.setdefault(target.url.lower(), target)
        if other is not target:
            raise Failure(
                f"Hai trang cùng đòi địa chỉ /{target.url}: "
                f"{' '.join(other.arguments)} và {' '.join(target.arguments)} → "
                "Đổi mã (tên tệp) của một trong hai."
            )
    for path in frame.files():
        taken = seen.get(path.lower().removesuffix(_PAGE)) if path.lower().endswith(_PAGE) else None
        if taken is not None:
            raise Failure(
                f"Trang viết tay docs/{path[: -len(_PAGE)].rstrip('/')}.md đòi địa chỉ /{taken.url}, "
                "nơi đã có trang do dữ liệu làm ra → Đổi tên tệp trong docs/."
            )
        if path in beside:
            raise Failure(f"Tệp docs/{path} đòi địa chỉ của một biểu đồ do dữ liệu làm ra → Đổi tên tệp trong docs/.")


def _stop_at_faults(problems: Iterable[Problem], why: str) -> None:
    lines = [problem.told() for problem in problems]
    if lines:
        raise Failure("\n".join((why, *lines)))


def _stop_at_vanished(root: Path, registry: Registry, new: Memory) -> None:
    problems = vanished_problems(root, registry, new.pages, new.files)
    if problems:
        raise Failure(
            f"{len(problems)} địa chỉ đã công bố sẽ biến mất nên trang chưa được dựng lại.\n" + "\n".join(problems)
        )


def _begin(old: Memory, changed: set[int], answers: Answers, wanted: list[Target]) -> tuple[list[Target], Memory]:
    """The pages to make, and what of the last build still holds."""
    stale = _stale(old, changed, wanted)
    kept = {target.url for target in wanted} - {target.url for target in stale}
    new = Memory(
        recipe=old.recipe,
        keys=old.keys,
        digests=[
            answers.digest(key) if place in changed and not is_view(key) else digest
            for place, (key, digest) in enumerate(zip(old.keys, old.digests, strict=True))
        ],
        views=old.views,
        pages={url: made for url, made in old.pages.items() if url in kept},
    )
    new.add(pieces_seen(answers))
    return stale, new


def _tell_of_files(press: Press, wanted: Sequence[Target], new: Memory, old: Memory | None, opened: Settled) -> None:
    """Make the page that tells of the files for programs, unless it stands and their index is what it was."""
    same = old is not None and old.files.get(OPEN_INDEX) == opened.digests.get(OPEN_INDEX)
    waiting = [one for one in wanted if is_of_files(one) and not (same and one.url in new.pages)]
    hand_over_open_files(press.answers, told_in(opened.listing))
    for batch in print_pages(press, waiting, 1) if waiting else ():
        new.add(batch)


def _digest_now(answers: Answers, key: Key) -> str:
    if is_view(key):
        look_at(answers, key)
    return answers.digest(key)


def _stale(old: Memory, changed: set[int], wanted: list[Target]) -> list[Target]:
    """The pages that are new, or that saw something which has changed."""
    stale = []
    for target in wanted:
        made = old.pages.get(target.url)
        if made is None or not changed.isdisjoint(made.keys):
            stale.append(target)
    return stale


def _put_accessories(new: Memory, old: Memory | None, stage: Stage, files: Iterable[tuple[str, bytes]]) -> None:
    """Where two have one path, the first stands: what the office wrote in docs/."""
    for path, data in files:
        if path in new.files:
            continue
        digest = file_digest(data)
        new.files[path] = digest
        if old is None or old.files.get(path) != digest:
            stage.write(path, data)


def _put_cards(new: Memory, old: Memory | None, stage: Stage, cards: Mapping[str, Path]) -> None:
    """Only those that a page shows; one that the site has is not even read, for its address tells its content."""
    for path in cards_asked_for(new) if cards else ():
        if path not in cards:
            continue
        if old is not None and path in old.files:
            new.files[path] = old.files[path]
        else:
            _put_accessories(new, old, stage, [(path, cards[path].read_bytes())])


def _standing(site: Path) -> Iterable[str]:
    """Every file of a site folder but those that others put at its top."""
    for folder, folders, names in os.walk(site):
        below = Path(folder).relative_to(site).as_posix()
        if below == ".":
            folders[:] = [name for name in folders if not name.startswith(".") or name == ".well-known"]
            names = [name for name in names if (name not in _FOREIGN and name[0] != ".") or name == ".htaccess"]
        for name in names:
            yield name if below == "." else f"{below}/{name}"


def _engine() -> str:
    """The engine's own code and templates."""
    return _content(ENGINE, (".py", ".html"))


def _overrides(root: Path) -> str:
    return _content(root / "overrides")


def _content(folder: Path, suffixes: tuple[str, ...] = ("",)) -> str:
    """Of the files below a folder whose names end so, by name and content."""
    digest = blake2b(digest_size=10)
    for name, entry in files_below(folder):
        if name.endswith(suffixes) and entry.is_file():
            digest.update(name.encode(errors="surrogateescape"))
            digest.update(read_whole(entry.path))
    return digest.hexdigest()
