"""What pages of a frozen campaign say of it, and of what was put right since."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from closed_campaign import CAMPAIGN, registry_of, write_closed

from bangvang.frozen.archive import Freeze
from bangvang.frozen.errata import Erratum
from bangvang.frozen.facts import facts_of
from bangvang.frozen.manifest import frozen_now
from bangvang.frozen.text import visible_text
from bangvang.pages.answers import Answers
from bangvang.pages.catalogue import build_page
from bangvang.pages.frozen_note import hand_over_freezes
from bangvang.pages.page import Target
from bangvang.pages.rendering import Renderer
from bangvang.registry import Registry


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    """The commune whose campaign is over."""
    return registry_of(write_closed(tmp_path))


def erratum(record: str, field: str, **others: str) -> Erratum:
    """One correction."""
    fields = {"date": "2027-01-05", "reason": "Gõ nhầm.", "approver": "Lê Thị Mẫu"} | others
    return Erratum.model_validate({"record": record, "field": field} | fields)


def body(registry: Registry, url: str, kind: str, id: str, *freezes: Freeze) -> str:
    """A page with what is frozen."""
    answers = Answers(registry)
    hand_over_freezes(answers, freezes)
    page, _ = build_page(answers, Target(url, kind, (id,)))
    return Renderer().body(page)


def freeze(registry: Registry, *errata: Erratum, day: date = date(2026, 11, 21)) -> Freeze:
    """The campaign frozen, with errata."""
    manifest = frozen_now(CAMPAIGN, day, "Lê Thị Mẫu", "", facts_of(registry, CAMPAIGN))
    return Freeze(manifest, errata)


def test_a_page_that_is_not_frozen_says_nothing(registry: Registry) -> None:
    """A campaign that is over still says that."""
    seen = visible_text(body(registry, f"phong-trao/{CAMPAIGN}/", "campaign", CAMPAIGN))
    assert "khóa ngày" not in seen
    assert "Trang lưu trữ." in seen


def test_the_earliest_freeze_of_a_record_counts(registry: Registry) -> None:
    """A plan may belong to two campaigns."""
    both = (freeze(registry, day=date(2030, 1, 2)), freeze(registry))
    assert "khóa ngày 21/11/2026" in body(registry, "van-ban/kh-1/", "document", "kh-1", *both)


def test_a_record_shows_its_own_errata_and_the_campaign_all(registry: Registry) -> None:
    """With a link to where each was made."""
    frozen = freeze(
        registry,
        erratum("decision/qd-1", "title", was="Khen", now="Khen thưởng"),
        erratum("report/bc-1", "results", was="11 km", now="12 km"),
    )
    report = body(registry, "bao-cao/bc-1/", "report", "bc-1", frozen)
    told = "Đính chính ngày 05/01/2027: Kết quả, trước là “11 km”, nay là “12 km”. Lý do: Gõ nhầm. Người duyệt: Lê Thị Mẫu."
    assert told.casefold() in visible_text(report).casefold()
    assert "Khen thưởng”" not in visible_text(report)
    campaign = body(registry, f"phong-trao/{CAMPAIGN}/", "campaign", CAMPAIGN, frozen)
    assert 'ở <a href="\x01quyet-dinh/qd-1/">' in campaign
    assert 'ở <a href="\x01bao-cao/bc-1/">' in campaign


def test_many_errata_are_folded(registry: Registry) -> None:
    """The campaign itself comes first."""
    several = [erratum("report/bc-1", f"figures.{place}.value", now=str(place)) for place in range(3)]
    campaign = body(registry, f"phong-trao/{CAMPAIGN}/", "campaign", CAMPAIGN, freeze(registry, *several))
    assert "<summary>3 đính chính</summary>" in campaign


def test_of_whom_was_removed_only_the_number_is_told(registry: Registry) -> None:
    """On the campaign's page."""
    frozen = freeze(registry)
    without = Freeze(frozen.manifest.without(lambda fact: fact.honouree == "k7m2q9"), ())
    assert "Đã gỡ bỏ theo luật 1 mục." in body(registry, f"phong-trao/{CAMPAIGN}/", "campaign", CAMPAIGN, without)
    assert "gỡ bỏ theo luật 1" not in body(registry, "bao-cao/bc-1/", "report", "bc-1", without)


def test_what_an_erratum_says_is_text_and_no_markup(registry: Registry) -> None:
    """Whoever writes it."""
    frozen = freeze(registry, erratum("report/bc-1", "title", was="<script>x</script>", reason="<b>"))
    assert "<script>x" not in body(registry, "bao-cao/bc-1/", "report", "bc-1", frozen)
