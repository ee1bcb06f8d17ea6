"""The share cards of a project: drawn once, kept beside the office's other work, given to the site by every build.

Drawing takes longer than building, so only `bangvang cards` and `publish` draw; a build uses what is there. What no
page shows any more is removed: a card may name somebody who has left the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bangvang.checking import check
from bangvang.loading import load_project, project_cache
from bangvang.pages.answers import Answers
from bangvang.pages.card import FOLDER, Card
from bangvang.pages.catalogue import build_page
from bangvang.pages.page import Target
from bangvang.pages.pictures import hand_over
from bangvang.pages.share_picture import ASKED
from bangvang.problem import Severity
from bangvang.publishing.error import Failure
from bangvang.publishing.gallery import gallery
from bangvang.publishing.memory import Memory
from bangvang.publishing.staging import writing
from bangvang.records import KINDS
from bangvang.registry import PageForm, Registry, appearance, build_registry
from bangvang.vietnamese import format_number
from bangvang.whole_file import insist, replacing
from bangvang.workers import Deal, cores, share

ALBUM = Path(".bangvang/cards")
_KINDS = ("campaign", "decision", "practice")
_WORTH_SHARING = 40


class CardsMade(NamedTuple):
    """What drawing cards did."""

    drawn: int
    kept: int
    removed: int

    def told(self) -> str:
        """In a sentence."""
        drawn, kept, removed = map(format_number, (self.drawn, self.kept, self.removed))
        return f"Đã vẽ {drawn} thẻ chia sẻ; {kept} thẻ đã có sẵn, {removed} thẻ cũ bỏ đi."


def cards_standing(root: Path) -> dict[str, Path]:
    """The cards that are drawn: address in the site → the file."""
    album = root / ALBUM
    return {f"{FOLDER}/{path.parent.name}/{path.name}": path for path in album.glob("*/*.jpg") if path.is_file()}


def cards_asked_for(memory: Memory) -> list[str]:
    """The addresses of the cards that pages of a site would show, if they are drawn."""
    seen = {place for made in memory.pages.values() for place in made.keys}
    return [str(memory.keys[place][1]) for place in sorted(seen) if memory.keys[place][0] == ASKED]


def make_cards(root: Path, day: date, jobs: int | None = None) -> CardsMade:
    """Open a project and see to its cards."""
    return draw_cards(root, _readable(root, day), jobs)


def draw_cards(root: Path, registry: Registry, jobs: int | None = None) -> CardsMade:
    """Draw every card that is missing, and remove those that no page shows."""
    photos = gallery(registry, root)
    answers = Answers(registry)
    hand_over(answers, photos.shown)
    wanted = {card.path: card for card in _cards(answers)}
    standing = cards_standing(root)
    missing = [card for path, card in wanted.items() if path not in standing]
    stale = [file for path, file in standing.items() if path not in wanted]
    with writing(root):
        _draw(missing, root, photos.files, max(1, jobs or cores()))
        for file in stale:
            insist(partial(file.unlink, missing_ok=True))
    return CardsMade(len(missing), len(wanted) - len(missing), len(stale))


def _readable(root: Path, day: date) -> Registry:
    """All records; where some cannot be read, nobody can say which cards are missing and which no page shows."""
    project = load_project(root, cache=project_cache(root))
    registry = build_registry(project, day)
    if registry.site is None or any(problem.severity is Severity.ERROR for problem in project.problems):
        verdict = check(project, registry)
        raise Failure(f"Dữ liệu còn {verdict.errors} lỗi nên thẻ chia sẻ chưa được vẽ: sửa rồi chạy lại lệnh.", verdict)
    return registry


def _cards(answers: Answers) -> Iterator[Card]:
    """Of every page that has one."""
    for target in _targets(answers.registry):
        page, _ = build_page(answers, target)
        if page.card is not None:
            yield page.card


def _targets(registry: Registry) -> Iterator[Target]:
    """Bare recipients share the picture of their kind, so only profiles are asked."""
    for id in registry.by_kind["honouree"]:
        laureate = registry.laureates.get(id)  # one who was merged has no page of this id
        if laureate is not None and registry.appearance_of(laureate).page is PageForm.FULL:
            yield Target(f"guong/{id}/", "honouree", (id,))
    for kind in _KINDS:
        for id, loaded in registry.by_kind[kind].items():
            if appearance(loaded.record, registry.day, registry.site).page is PageForm.FULL:
                yield Target(f"{KINDS[kind].url}/{id}/", kind, (id,))


def _draw(cards: Sequence[Card], root: Path, photos: Mapping[str, Path], jobs: int) -> None:
    from bangvang.cards import draw_card  # Pillow, which a build does without

    for kind in {card.kind for card in cards}:
        (root / ALBUM / kind).mkdir(parents=True, exist_ok=True)

    def draw(some: Iterable[Card]) -> int:
        for card in some:
            with replacing(root / ALBUM / card.kind / Path(card.path).name) as stream:
                stream.write(draw_card(card, photos.get(card.portrait)))
        return 0

    if jobs < 2 or len(cards) < _WORTH_SHARING:
        draw(cards)
        return
    with Deal(cards) as deal:
        share([lambda: draw(deal)] * jobs)
