"""Nothing may be its own ancestor, successor or double."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bangvang.checking.finding import Finding
from bangvang.records import Agency, Campaign, Document, Honouree, Part, Place, WorkField
from bangvang.records.kinds import kind_name
from bangvang.registry import Registry, circles

CHECK = "circle"

_TREES: tuple[tuple[type[Part], str, Callable[[Part], Iterable[str]]], ...] = (
    (Campaign, "parent", lambda record: _one(getattr(record, "parent", None))),
    (WorkField, "parent", lambda record: _one(getattr(record, "parent", None))),
    (Agency, "parent", lambda record: _one(getattr(record, "parent", None))),
    (Agency, "became", lambda record: [turn.id for turn in getattr(record, "became", ())]),
    (Place, "parent", lambda record: _one(getattr(record, "parent", None))),
    (Place, "became", lambda record: [turn.id for turn in getattr(record, "became", ())]),
    (Document, "implements", lambda record: getattr(record, "implements", ())),
    (Honouree, "same_as", lambda record: getattr(record, "same_as", ())),
)


def check_hierarchies(registry: Registry) -> Iterator[Finding]:
    """Each circle once, at the first record of it."""
    for model, field, up in _TREES:
        records = dict(registry.all(model))
        kind = kind_name(model)

        def parents(
            id: str, records: dict[str, Part] = records, up: Callable[[Part], Iterable[str]] = up
        ) -> Iterable[str]:
            return up(records[id]) if id in records else ()

        for circle in circles(records, parents):
            loaded = registry.loaded(kind, circle[0])
            if loaded is not None:
                chain = " → ".join([*circle, circle[0]])
                yield Finding(
                    loaded,
                    (*loaded.loc, field),
                    f"vòng lặp: {chain}",
                    f"Sửa mục {field} ở một trong các hồ sơ này.",
                    CHECK,
                )


def _one(parent: str | None) -> tuple[str, ...]:
    return (parent,) if parent else ()
