"""What of a campaign's records is a fact, and what an office goes on tending."""

from __future__ import annotations

from pathlib import Path

from closed_campaign import CAMPAIGN, DECISION, FILES, PROFILE, REPORT, registry_of, rewrite, write_closed

from bangvang.frozen.facts import Fact, facts_of, loc_of, records_of


def facts(root: Path) -> dict[tuple[str, str], Fact]:
    """All facts by place."""
    return {(fact.of, fact.field): fact for fact in facts_of(registry_of(root), CAMPAIGN)}


def test_a_campaign_is_made_of_its_papers_decisions_and_reports(tmp_path: Path) -> None:
    """Whatever names it, each once."""
    found = records_of(registry_of(write_closed(tmp_path)), CAMPAIGN)
    assert found == [("campaign", CAMPAIGN), ("document", "kh-1"), ("decision", "qd-1"), ("report", "bc-1")]


def test_results_stand_against_targets(tmp_path: Path) -> None:
    """As the office wrote them, zeros and all."""
    found = facts(write_closed(tmp_path))
    assert found[f"campaign/{CAMPAIGN}", "targets.0.value"].value == "28.500"
    assert found[f"campaign/{CAMPAIGN}", "targets.0.results.0.value"].value == "28.700"


def test_an_honour_says_number_day_award_authority_register_and_name(tmp_path: Path) -> None:
    """What the decision says for all its rows is said of each."""
    assert facts(write_closed(tmp_path))["decision/qd-1", "recipients.0"].value == {
        "id": "k7m2q9",
        "name": "Nguyễn Văn Mẫu",
        "kind": "individual",
        "unit": "Thôn Một",
        "number": "15/QĐ-UBND",
        "date": "2025-12-20",
        "authority": "ubnd-xa-mau",
        "award": "giay-khen",
        "register_number": "15/2025",
        "reason": "Hiến đất làm đường.",
    }


def test_an_honour_of_a_profile_counts_by_its_campaign(tmp_path: Path) -> None:
    """Others of the same person do not."""
    other = "  - {award_text: Huy chương, date: 2010-09-02}\n"
    root = write_closed(tmp_path, {PROFILE: FILES[PROFILE] + other})
    assert [field for of, field in facts(root) if of == "honouree/cu-mau"] == ["honours.0"]


def test_how_a_record_is_kept_is_no_fact(tmp_path: Path) -> None:
    """Sources, photos, the day of the last change and judged warnings may go on."""
    before = facts(write_closed(tmp_path))
    rewrite(tmp_path, REPORT, "type: final", "type: final\nupdated: 2026-11-20\nsources: [{title: Báo Mẫu}]")
    assert facts(tmp_path) == before


def test_a_later_correction_leaves_what_was_printed(tmp_path: Path) -> None:
    """A decision that puts another one right is a paper of its own."""
    before = facts(write_closed(tmp_path))
    later = FILES[DECISION].partition("recipients:")[0].replace("15/", "16/").replace("campaign: xa-mau-2025\n", "")
    later += "corrects: [{decision: qd-1, recipient: k7m2q9, field: tên, now: Nguyễn Văn Mậu}]\n"
    (tmp_path / "data/decisions/2025/qd-2.yml").write_text(later, encoding="utf-8")
    assert facts(tmp_path) == before


def test_a_place_in_a_record_is_found_again_in_its_file() -> None:
    """Numbers are places of a list."""
    assert loc_of("recipients.2.name") == ("recipients", 2, "name")
    assert loc_of("") == ()
