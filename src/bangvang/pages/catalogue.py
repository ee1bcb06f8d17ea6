"""Every page that the site is to have on the day, and who builds each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bangvang.pages.answers import Answers
from bangvang.pages.decision import decision_page
from bangvang.pages.honouree import honouree_page
from bangvang.pages.page import Builder, Page, Target
from bangvang.pages.reading import Reading
from bangvang.records import KINDS
from bangvang.registry import PageForm, appearance

BUILDERS: Mapping[str, Builder] = {
    "honouree": honouree_page,
    "decision": decision_page,
}


SHELLS = (
    ("", 0),
    ("", 1),
    ("", 2),
    *(("guong", depth) for depth in (1, 2, 3, 4)),
    *(("phong-trao", depth) for depth in (1, 2, 3, 4)),
    *((tab, depth) for tab in ("quyet-dinh", "mo-hinh", "van-ban", "thong-ke", "luu-tru") for depth in (1, 2, 3)),
)
"""Parts of the site and depths that pages stand at: each pair is one shell."""


def targets(answers: Answers) -> Iterator[Target]:
    """All pages, in an order that keeps neighbours together."""
    registry = answers.registry
    for laureate in registry.laureates.values():
        if answers.appearance(laureate).page is not PageForm.NONE:
            yield Target(f"guong/{laureate.id}/", "honouree", (laureate.id,))
    for name in ("decision",):
        for id, loaded in registry.by_kind[name].items():
            if appearance(loaded.record, answers.day, answers.site).page is not PageForm.NONE:
                yield Target(f"{KINDS[name].url}/{id}/", name, (id,))


def build_page(answers: Answers, target: Target) -> tuple[Page, Reading]:
    """One page, and what it looked at."""
    reading = Reading(answers)
    return BUILDERS[target.builder](reading, *target.arguments), reading
