"""What belongs together, asked from both ends."""

from __future__ import annotations

from collections.abc import Callable

from bangvang.records import Action, Campaign, Place
from bangvang.registry import Phase, Registry, Visibility

Build = Callable[..., Registry]

CAMPAIGNS = {
    "campaigns/lon.yml": "name: Cả nước chung sức\naliases: [“Chung sức” cả nước]\ntype: regular\nlevel: national\nperiod: {from: 2016, to: 2020}\n",
    "campaigns/nho.yml": "name: Xã chung sức\ntype: annual\nlevel: commune\nparent: lon\nperiod: {from: 2027-01-01}\n",
    "campaigns/be.yml": "name: Thôn chung sức\ntype: short\nlevel: unit\nparent: nho\nperiod: {from: 2026-11, to: 2026-12}\n",
    "documents/kh-1.yml": "type: plan\ntitle: Kế hoạch\ncampaigns: [{id: lon, action: continue}, {id: nho, action: launch}]\n",
    "documents/kh-2.yml": "type: plan\ntitle: Kế hoạch con\nimplements: [kh-1]\nbases: [kh-1]\n",
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "reports/bc.yml": "title: Sơ kết\ntype: interim\ncampaigns: [nho]\nagency: ubnd\nresults: Tốt.\n",
    "events/hn.yml": "name: Hội nghị\ntype: review\ncampaigns: [nho]\nlaunches: [be]\n",
    "decisions/2026/qd.yml": (
        "date: 2026-05-01\ntitle: Khen\nissuer: ubnd\nrecipients:\n"
        "  - {id: k7m2q9, kind: individual, name: A, award_text: Giấy khen, campaign: nho}\n"
    ),
}


def test_a_campaign_knows_its_family_and_its_papers(registry_of: Build) -> None:
    """Children, ancestors, documents with what they did, decisions, honours, reports, events."""
    registry = registry_of(CAMPAIGNS)
    assert registry.campaign_children("lon") == ["nho"]
    assert registry.campaign_ancestors("be") == ["nho", "lon"]
    assert registry.documents_of_campaign("nho") == [("kh-1", Action.LAUNCH)]
    assert registry.decisions_of_campaign("nho") == ["qd"]
    assert [honour.laureate for honour in registry.honours_of_campaign("nho")] == ["k7m2q9"]
    assert registry.reports_of_campaign("nho") == ["bc"]
    assert registry.events_of_campaign("be") == ["hn"]


def test_the_state_of_a_record_is_asked_by_its_kind_and_id(registry_of: Build) -> None:
    """Of none there is none."""
    registry = registry_of({"campaigns/a.yml": f"status: draft\n{CAMPAIGNS['campaigns/lon.yml']}", **CAMPAIGNS})
    states = [registry.state_of("campaign", id) for id in ("a", "lon", "khong-co", None)]
    assert states == [Visibility.DRAFT, Visibility.PUBLIC, None, None]


def test_phases_follow_the_day(registry_of: Build) -> None:
    """Closed, upcoming, running: nothing is stored."""
    registry = registry_of(CAMPAIGNS)
    assert [registry.campaign_phase(id) for id in ("lon", "nho", "be")] == [Phase.CLOSED, Phase.UPCOMING, Phase.RUNNING]


PLACES = """\
- {id: huyen, name: Huyện Cũ, type: district, to: 2025-06-30}
- id: xa-a
  name: Xã A
  type: commune
  parent: huyen
  to: 2025-06-30
  became: [{id: xa-moi, how: whole, date: 2025-07-01}]
- id: xa-b
  name: Xã B
  type: commune
  parent: huyen
  to: 2025-06-30
  became:
    - {id: xa-moi, how: part, date: 2025-07-01}
    - {id: phuong-moi, how: part, date: 2025-07-01}
- id: xa-moi
  name: Xã A
  type: commune
  from: 2025-07-01
  to: 2026-04-29
  became: [{id: phuong-nay, how: whole, date: 2026-04-30}]
- {id: phuong-moi, name: Phường Mới, type: ward, from: 2025-07-01}
- {id: phuong-nay, name: Phường A, type: ward, from: 2026-04-30}
"""


def test_a_place_knows_before_and_after(registry_of: Build) -> None:
    """Successors are followed to the places of today; namesakes stay apart."""
    registry = registry_of({"vocabulary/places.yml": PLACES})
    assert registry.place_now("xa-b") == ["phuong-moi", "phuong-nay"]
    assert registry.place_now("phuong-nay") == []
    assert [(turn.id, turn.whole) for turn in registry.place_predecessors("xa-moi")] == [
        ("xa-a", True),
        ("xa-b", False),
    ]
    assert registry.place_ancestors("xa-a") == ["huyen"]
    assert {place.name for _, place in registry.all(Place) if place.name == "Xã A"} == {"Xã A"}


def test_a_practice_and_its_people_find_each_other(registry_of: Build) -> None:
    """Named from either side."""
    registry = registry_of(
        {
            "practices/lua.yml": "name: Lúa sạch\nkind: model\nhonourees: [thon-thu]\nadopted: [{unit: Thôn Hai}, {unit: Thôn Ba}]\n",
            "practices/rau.yml": "name: Rau sạch\nkind: model\n",
            "honourees/thon-thu.yml": "kind: collective\nname: Thôn Thử\npractices: [rau]\n",
        }
    )
    assert registry.practices_of("thon-thu") == ["rau", "lua"]
    assert registry.adopters("lua") == ["Thôn Hai", "Thôn Ba"]


def test_uses_are_found_by_kind_and_field(registry_of: Build) -> None:
    """The general question: who refers to this?"""
    registry = registry_of(CAMPAIGNS)
    assert registry.used_by("campaign", "lon", "campaign", "parent") == ["nho"]
    assert registry.used_by("campaign", "lon", "document") == ["kh-1"]
    assert registry.used_by("campaign", "be", "document") == []
    assert {use.by.kind for use in registry.uses[("agency", "ubnd")]} == {"report", "decision"}


def test_public_records_leave_out_drafts_and_embargoes(registry_of: Build) -> None:
    """`all` knows everything, `public` what lists may show on the day."""
    files = {
        "campaigns/a.yml": "name: A\ntype: annual\nlevel: commune\nstatus: draft\n",
        "campaigns/b.yml": "name: B\ntype: annual\nlevel: commune\npublish_on: 2026-11-22\n",
        "campaigns/c.yml": "name: C\ntype: annual\nlevel: commune\npublish_on: 2026-11-21\n",
    }
    registry = registry_of(files)
    assert [id for id, _ in registry.all(Campaign)] == ["a", "b", "c"]
    assert [id for id, _ in registry.public(Campaign)] == ["c"]
