"""One thing that can be found: what it is called, what its row shows, what else leads to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter

Facts = Mapping[str, tuple[str, ...]]
"""Facet → the codes under which it counts."""


BETWEEN = " . "
"""Stands between pieces of a text that are no sentence together: no two words are neighbours across it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the site as search knows it; everything in it is public."""

    url: str
    kind: str
    title: str
    line: str = ""
    """One short line below the title: “Bằng khen của Thủ tướng Chính phủ, 2024”."""
    place: str = ""
    text: str = ""
    """One sentence that the row shows."""
    names: tuple[str, ...] = ()
    """Other names: former ones, aliases, a document's number."""
    meta: str = ""
    """What is known of it in fixed words: awards, places, campaigns, fields, years."""
    body: str = ""
    """What is told of it; found, but ranked last."""
    facts: Facts = field(default_factory=dict)
    near: str = ""
    """The place of today where it belongs: what lies near is often looked for together."""
    year: int | None = None
    weight: int = 0
    """How much it matters among equals; the highest comes first."""
    illustrative: bool = False
    photo: str = ""
    proofs: tuple[str, ...] = ()
    """Keys under which somebody who has a number and a name finds it at once."""


values_of = attrgetter(*[one.name for one in fields(Entry)])
"""All that an entry says, as plain data from which `Entry(*values)` makes it again."""
