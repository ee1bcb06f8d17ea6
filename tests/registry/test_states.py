"""States are decided once: what each means everywhere."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from bangvang.records import Consultation, Honouree, Standing, StandingState
from bangvang.registry import (
    APPEARANCES,
    PageForm,
    Phase,
    Registry,
    Telling,
    Visibility,
    consultation_phase,
    may_show,
    standing_on,
    visibility,
)

Build = Callable[..., Registry]
PERSON = "kind: individual\nname: Nguyễn Văn A\n"
TOLD = PERSON + "story: Một câu chuyện.\n"
TRIAL = "name: Thử\naddress: https://thu.example/\ndescription: Thử.\nowner: {name: A}\ncontact: {office: A, email: a@b.vn}\ntrial: true\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PERSON, Visibility.PUBLIC),
        (PERSON + "status: draft\n", Visibility.DRAFT),
        (PERSON + "publish_on: 2026-11-22\n", Visibility.EMBARGOED),
        (PERSON + "publish_on: 2026-11-21\n", Visibility.PUBLIC),
        (PERSON + "status: withdrawn\nwithdrawn: {date: 2026-01-01, reason: Sai}\n", Visibility.WITHDRAWN),
        ("status: removed\nremoved_on: 2026-01-01\n", Visibility.REMOVED),
    ],
)
def test_visibility_on_a_day(registry_of: Build, text: str, expected: Visibility) -> None:
    """From status, embargo and day."""
    registry = registry_of({"honourees/a.yml": text})
    loaded = registry.loaded("honouree", "a")
    assert loaded is not None
    assert visibility(loaded.record, registry.day) is expected


def test_what_is_not_public_shows_nowhere_but_as_a_tombstone() -> None:
    """Drafts and embargoes leave no trace; withdrawn and removed leave a notice at their address."""
    for state, shown in APPEARANCES.items():
        anywhere = shown.listed or shown.searched or shown.counted or shown.in_feeds or shown.in_bulk or shown.indexed
        assert anywhere == (state is Visibility.PUBLIC)
    assert APPEARANCES[Visibility.DRAFT].page is APPEARANCES[Visibility.EMBARGOED].page is PageForm.NONE
    assert APPEARANCES[Visibility.WITHDRAWN].page is PageForm.TOMBSTONE
    assert APPEARANCES[Visibility.REMOVED].page is PageForm.REMOVAL_NOTICE


@pytest.mark.parametrize(
    ("text", "page", "in_bulk"),
    [
        (TOLD, PageForm.SHORT, False),
        (TOLD + "consent: {date: 2026-01-01, by: bản thân, covers: [bài]}\n", PageForm.FULL, False),
        (TOLD + "living: no\n", PageForm.FULL, True),
        (TOLD + "died: 2001\n", PageForm.FULL, True),
        (TOLD + "born: 1900\n", PageForm.FULL, True),
        (TOLD + "born: 1930\n", PageForm.SHORT, False),
        (PERSON, PageForm.FULL, False),
        ("kind: collective\nname: Thôn\nstory: Chuyện.\n", PageForm.FULL, True),
    ],
)
def test_the_living_are_protected(registry_of: Build, text: str, page: PageForm, in_bulk: bool) -> None:
    """No story without consent, no bulk files without a legal basis; unknown counts as living."""
    registry = registry_of({"honourees/a.yml": text})
    shown = registry.appearance_of(registry.laureates["a"])
    assert (shown.page, shown.in_bulk) == (page, in_bulk)


def test_a_site_with_a_legal_basis_may_export_names(registry_of: Build) -> None:
    """The rule is dated and says on what ground."""
    site = TRIAL + "rules: [{rule: bulk-names, value: 1, from: 2026-01-01, basis: Quy chế}]\n"
    registry = registry_of({"site.yml": site, "honourees/a.yml": PERSON})
    assert registry.appearance_of(registry.laureates["a"]).in_bulk


def test_illustrative_records_count_only_on_a_trial(registry_of: Build) -> None:
    """Invented people never enter the figures of a real roll, and search engines are never asked in."""
    text = "kind: collective\nname: Thôn\nillustrative: true\n"
    real = registry_of({"honourees/a.yml": text})
    assert not real.appearance_of(real.laureates["a"]).counted
    trial = registry_of({"site.yml": TRIAL, "honourees/a.yml": text})
    shown = trial.appearance_of(trial.laureates["a"])
    assert shown.counted
    assert not shown.indexed


def test_a_bare_recipient_of_a_draft_is_nowhere(registry_of: Build) -> None:
    """Without a profile the decision's state decides."""
    text = (
        "status: draft\ndate: 2026\ntitle: Khen\nissuer: ubnd\n"
        "recipients: [{id: k7m2q9, kind: individual, name: A, award_text: Giấy khen}]\n"
    )
    registry = registry_of({"decisions/2026/q.yml": text, "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n"})
    assert registry.appearance_of(registry.laureates["k7m2q9"]).page is PageForm.NONE


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-12-31", None),
        ("2020-01-01", StandingState.CANCELLED),
        ("2021-06-01", None),
        ("2023-01-01", StandingState.STRIPPED),
    ],
)
def test_the_standing_of_an_honour_is_a_dated_list(day: str, expected: StandingState | None) -> None:
    """Cancelled, restored, stripped: the last turn that has come decides."""
    turns = [
        Standing.model_validate({"state": state, "date": date, "reason": "x"})
        for state, date in (("cancelled", "2020"), ("restored", "2021-06-01"), ("stripped", "2022"))
    ]
    assert standing_on(turns, datetime.date.fromisoformat(day)) is expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-11-15", Phase.UPCOMING), ("2026-11-30", Phase.RUNNING), ("2026-12-01", Phase.CLOSED)]
)
def test_a_consultation_closes_after_its_last_day(day: str, expected: Phase) -> None:
    """The last day still counts."""
    consultation = Consultation.model_validate(
        {
            "title": "Lấy ý kiến",
            "opens": "2026-11-16",
            "closes": "2026-11-30",
            "how": {"office": "A", "address": "B"},
            "candidates": [{"kind": "collective", "name": "Thôn", "achievement": "Tốt."}],
        }
    )
    assert consultation_phase(consultation, datetime.date.fromisoformat(day)) is expected


def test_an_embargoed_profile_does_not_hide_a_public_decision(registry_of: Build) -> None:
    """Until its day the decision alone speaks."""
    decision = (
        "date: 2026\ntitle: Khen\nissuer: ubnd\nrecipients: [{id: thon, kind: collective, name: A, award_text: Cờ}]\n"
    )
    registry = registry_of(
        {
            "decisions/2026/q.yml": decision,
            "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
            "honourees/thon.yml": "kind: collective\nname: A\nstory: Chuyện.\npublish_on: 2027-01-01\n",
        }
    )
    laureate = registry.laureates["thon"]
    assert registry.appearance_of(laureate).listed
    assert registry.shown_profile(laureate) is None


@pytest.mark.parametrize(
    ("covers", "shown"),
    [("bài viết", {Telling.STORY}), ("ảnh chân dung, Lời trích", {Telling.PHOTO, Telling.QUOTE}), ("tên", set())],
)
def test_of_the_living_only_what_the_consent_names_is_shown(covers: str, shown: set[Telling]) -> None:
    """However it is written; of the dead everything."""
    person = {"kind": "individual", "name": "An", "living": "yes"}
    record = Honouree.model_validate(person | {"consent": {"date": "2026-01-01", "by": "bản thân", "covers": [covers]}})
    assert {what for what in Telling if may_show(record, what, datetime.date(2026, 11, 21))} == shown
    dead = Honouree.model_validate(person | {"living": "no"})
    assert all(may_show(dead, what, datetime.date(2026, 11, 21)) for what in Telling)
