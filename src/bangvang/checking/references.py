"""Every id that is referred to must exist."""

from __future__ import annotations

from collections.abc import Iterator

from bangvang.checking.finding import Finding
from bangvang.checking.memory import Memory
from bangvang.loading import Loaded, Project, suggest_entry, suggest_id
from bangvang.records import KINDS, Loc, Reference, references
from bangvang.registry import Registry

CHECK = "dangling-reference"
_MOST_SUGGESTIONS = 50


def check_references(registry: Registry, project: Project, memory: Memory) -> Iterator[Finding]:
    """Ids that lead nowhere; those whose file has its own error are not reported twice."""
    known: set[tuple[tuple[str, ...], str]] = set()
    guesses: dict[tuple[tuple[str, ...], str], str | None] = {}
    for records in registry.by_kind.values():
        for loaded in records.values():
            for loc, kinds, id in memory.recall("references", loaded, _of):
                target = (kinds, id)
                if target in known:
                    continue
                if _is_known(registry, project, kinds, id):
                    known.add(target)
                    continue
                if target not in guesses:
                    guesses[target] = _guess(registry, kinds, id) if len(guesses) < _MOST_SUGGESTIONS else None
                yield _dangling(loaded, loc, kinds, id, guesses[target])


def _of(loaded: Loaded) -> Iterator[Reference]:
    return references(loaded.record)


def _dangling(loaded: Loaded, loc: Loc, kinds: tuple[str, ...], id: str, guess: str | None) -> Finding:
    labels = " hoặc ".join(KINDS[kind].label for kind in kinds)
    places = " hoặc ".join(f"data/{KINDS[kind].path}" for kind in kinds)
    remedy = f"Có phải ý bạn là “{guess}”? " if guess else ""
    return Finding(
        loaded,
        loc,
        f"không có {labels} nào mang mã “{id}”",
        f"{remedy}Sửa lại mã, hoặc thêm vào {places}.",
        CHECK,
    )


def _is_known(registry: Registry, project: Project, kinds: tuple[str, ...], id: str) -> bool:
    return any(
        registry.exists(kind, id) or kind in project.unread_lists or id in project.broken.get(kind, ())
        for kind in kinds
    ) or ("honouree" in kinds and bool(project.broken.get("decision")))


def _guess(registry: Registry, kinds: tuple[str, ...], id: str) -> str | None:
    candidates = [known for kind in kinds for known in registry.by_kind[kind]]
    if "honouree" not in kinds:
        return suggest_entry(id, candidates)
    return suggest_id(id, [known for known in (*candidates, *registry.laureates) if "-" in known])
