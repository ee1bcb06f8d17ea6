"""What can be followed: of all, of a kind, a field, a place, a campaign; addresses that were published stay."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import feedparser
import icalendar
import pytest

sys.path.append(str(Path(__file__).parent / "open_data"))

from small_open_data import AGENCY, DAY, ROOT, SITE

from bangvang.exports.feeds import MOST, Entry
from bangvang.exports.subscriptions import subscriptions
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.pages.changes import Change, Publication, hand_over_changes
from bangvang.registry import build_registry

Follow = Callable[..., dict[str, bytes]]
PLACES = (
    "- {id: tinh-thu, name: Tỉnh Thử, type: province}\n- {id: xa-thu, name: Xã Thử, type: commune, parent: tinh-thu}\n"
)
FIELDS = "- {id: nong-nghiep, name: Nông nghiệp}\n"
TEAM = "kind: collective\nname: Tổ Một\nplace: xa-thu\nfields: [nong-nghiep]\nupdated: 2026-09-01\nillustrative: true\n"
CAMPAIGN = (
    "name: Thi đua <2026>\ntype: annual\nlevel: commune\nplace: xa-thu\nperiod: {from: 2026, to: 2026}\n"
    "waves: [{name: Đợt I, from: 2026-01-01, to: 2026-06-30}]\nupdated: 2026-08-01\nillustrative: true\n"
)
SMALL = {
    "vocabulary/places.yml": PLACES,
    "vocabulary/fields.yml": FIELDS,
    "honourees/to-mot.yml": TEAM,
    "campaigns/thi-dua.yml": CAMPAIGN,
}


@pytest.fixture
def follow(tmp_path: Path) -> Follow:
    """All that can be followed of records given as path below data/ → text."""

    def build(
        files: Mapping[str, str],
        *,
        log: Sequence[Publication] = (),
        posts: Sequence[Entry] = (),
        owed: Collection[str] = (),
    ) -> dict[str, bytes]:
        for path, text in {"site.yml": SITE, **AGENCY, **files}.items():
            (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "data" / path).write_text(text, encoding="utf-8")
        project = load_project(tmp_path)
        assert project.problems == []
        answers = Answers(build_registry(project, DAY))
        hand_over_changes(answers, log)
        return dict(subscriptions(answers, posts, owed))

    return build


def titles(data: bytes) -> list[str]:
    """Of a feed's entries."""
    parsed = feedparser.parse(data)
    assert not parsed.bozo
    return [entry.title for entry in parsed.entries]


def test_every_feed_and_calendar_of_the_shipped_records_is_valid() -> None:
    """As other people's libraries read them; Atom and JSON Feed tell the same."""
    answers = Answers(build_registry(load_project(ROOT), DAY))
    files = dict(subscriptions(answers, (), ()))
    kinds = {path.rpartition(".")[2] for path in files}
    assert kinds == {"atom", "json", "ics"}
    for path, data in files.items():
        if path.endswith(".atom"):
            parsed = feedparser.parse(data)
            assert not parsed.bozo, path
            told = json.loads(files[path.replace(".atom", ".json")])
            assert [entry.id for entry in parsed.entries] == [item["id"] for item in told["items"]]
            assert len(parsed.entries) <= MOST
        elif path.endswith(".ics"):
            found = icalendar.Calendar.from_ical(data).walk("VEVENT")
            assert len({event["UID"] for event in found}) == len(found) > 0, path
            assert all(not event.errors for event in found)


def test_a_record_is_told_of_everywhere_it_belongs(follow: Follow) -> None:
    """Its kind, its field, its place and the place above; the newest first."""
    files = follow(SMALL)
    assert titles(files["kenh-tin/tat-ca.atom"]) == ["Tổ Một", "Thi đua <2026>"]
    assert titles(files["kenh-tin/guong.atom"]) == ["Tổ Một"]
    assert titles(files["kenh-tin/linh-vuc/nong-nghiep.atom"]) == ["Tổ Một"]
    for place in ("xa-thu", "tinh-thu"):
        assert titles(files[f"kenh-tin/dia-phuong/{place}.atom"]) == ["Tổ Một", "Thi đua <2026>"]
    assert titles(files["kenh-tin/su-kien.atom"]) == []


def test_the_days_are_those_of_the_publications(follow: Follow) -> None:
    """What was added first stays published on that day; what changed later comes to the top."""
    first, later = datetime.date(2026, 10, 1), datetime.date(2026, 11, 1)
    log = (
        Publication(
            first, (Change("added", "honouree", "/guong/to-mot/"), Change("added", "campaign", "/phong-trao/thi-dua/"))
        ),
        Publication(later, (Change("changed", "campaign", "/phong-trao/thi-dua/"),)),
    )
    files = follow(SMALL, log=log)
    for path in ("tat-ca", "dia-phuong/xa-thu"):
        entries = feedparser.parse(files[f"kenh-tin/{path}.atom"]).entries
        assert [(one.title, one.published[:10], one.updated[:10]) for one in entries] == [
            ("Thi đua <2026>", "2026-10-01", "2026-11-01"),
            ("Tổ Một", "2026-10-01", "2026-10-01"),
        ]


def test_before_the_first_publication_records_bear_their_own_days(follow: Follow) -> None:
    """Never that of the build: somebody is as new as the last honour, what is to come as the newest that has come."""
    decision = (
        "number: 15/QĐ-UBND\ndate: 2026-09-02\ntitle: Khen thưởng\nissuer: ubnd-xa-thu\nillustrative: true\n"
        "recipients:\n  - {id: to-hai, kind: collective, name: Tổ Hai, place: xa-thu, award_text: Giấy khen}\n"
    )
    undated = TEAM.replace("updated: 2026-09-01\n", "")
    seen = "sources: [{title: Báo Thử, url: 'https://bao.example/', seen: 2026-07-03}]\n"
    files = SMALL | {
        "decisions/2026/qd-15.yml": decision,
        "honourees/to-hai.yml": undated.replace("Tổ Một", "Tổ Hai"),
        "honourees/to-ba.yml": undated.replace("Tổ Một", "Tổ Ba") + seen,
        "honourees/to-bon.yml": undated.replace("Tổ Một", "Tổ Bốn"),
        "campaigns/sap-toi.yml": CAMPAIGN.replace("updated: 2026-08-01\n", "").replace("2026", "2027"),
    }
    entries = feedparser.parse(follow(files)["kenh-tin/tat-ca.atom"]).entries
    assert [(one.title, one.published[:10]) for one in entries] == [
        ("Thi đua <2027>", "2026-09-02"),
        ("Khen thưởng", "2026-09-02"),
        ("Tổ Hai", "2026-09-02"),
        ("Tổ Một", "2026-09-01"),
        ("Thi đua <2026>", "2026-08-01"),
        ("Tổ Ba", "2026-07-03"),
        ("Tổ Bốn", "1970-01-01"),
    ]


def test_an_event_without_a_summary_says_when_it_is(follow: Follow) -> None:
    """Readers of feeds see no more than that."""
    event = "name: Hội nghị thử\ntype: conference\nfrom: 2026-12-20\nillustrative: true\n"
    (one,) = feedparser.parse(follow({"events/hoi-nghi.yml": event})["kenh-tin/su-kien.atom"]).entries
    assert one.summary == "Sự kiện diễn ra ngày 20/12/2026."


def test_the_news_stands_among_the_others_and_by_itself(follow: Follow) -> None:
    """By its day."""
    post = Entry(
        "tin-tuc/mo-trang/", "Mở trang", "Đã mở.", "tin tức", datetime.date(2026, 8, 15), datetime.date(2026, 8, 15)
    )
    files = follow(SMALL, posts=[post])
    assert titles(files["kenh-tin/tat-ca.atom"]) == ["Tổ Một", "Mở trang", "Thi đua <2026>"]
    assert titles(files["kenh-tin/tin-tuc.atom"]) == ["Mở trang"]


@pytest.mark.parametrize(
    "state",
    [
        "status: draft\n",
        "publish_on: 2027-01-01\n",
        "status: withdrawn\nwithdrawn: {date: 2026-10-01, reason: Sai tên.}\n",
    ],
)
def test_what_the_public_may_not_see_is_not_told_of(follow: Follow, state: str) -> None:
    """Neither in a feed nor in a calendar."""
    hidden = {"honourees/to-mot.yml": TEAM + state, "campaigns/thi-dua.yml": CAMPAIGN + state}
    whole = b"".join(follow(SMALL | hidden).values()).decode()
    assert "Tổ Một" not in whole
    assert "Thi đua" not in whole


def test_feeds_show_of_the_living_what_their_pages_show(follow: Follow) -> None:
    """The name; a summary goes with the story, which needs consent."""
    person = (
        "kind: individual\nname: Nguyễn Văn Thử\nrole: Trưởng thôn\nsummary: Chuyện riêng.\nstory: Chuyện dài.\n"
        "illustrative: true\n"
    )
    (one,) = feedparser.parse(follow({"honourees/k7m2q9.yml": person})["kenh-tin/guong.atom"]).entries
    assert one.title == "Nguyễn Văn Thử"
    assert "Chuyện riêng" not in one.summary
    assert "Trưởng thôn" in one.summary


def test_a_campaign_and_its_places_have_calendars(follow: Follow) -> None:
    """With its waves."""
    files = follow(SMALL)
    for path in ("phong-trao/thi-dua", "dia-phuong/xa-thu", "dia-phuong/tinh-thu", "tat-ca"):
        found = icalendar.Calendar.from_ical(files[f"kenh-tin/lich/{path}.ics"]).walk("VEVENT")
        assert len(found) == 2, path


def test_an_address_that_was_published_goes_on_answering(follow: Follow) -> None:
    """Though nobody stands in the place any more, or the place itself is gone."""
    owed = ["kenh-tin/dia-phuong/xa-cu.atom", "kenh-tin/dia-phuong/xa-cu.json", "kenh-tin/lich/phong-trao/cu.ics"]
    files = follow(SMALL, owed=[*owed, "kenh-tin/tat-ca.atom", "rss.xml"])
    assert titles(files[owed[0]]) == []
    assert json.loads(files[owed[1]])["items"] == []
    assert icalendar.Calendar.from_ical(files[owed[2]]).walk("VEVENT") == []
    assert titles(files["kenh-tin/tat-ca.atom"])
    assert "rss.xml" not in files


def test_a_feed_tells_the_newest_fifty(follow: Follow) -> None:
    """However many there are."""
    teams = {
        f"honourees/to-{number}.yml": TEAM.replace("Tổ Một", f"Tổ {number}").replace(
            "09-01", f"09-{number % 28 + 1:02}"
        )
        for number in range(60)
    }
    assert len(titles(follow(SMALL | teams)["kenh-tin/tat-ca.atom"])) == MOST


def test_the_log_has_a_feed_of_its_own(follow: Follow) -> None:
    """One entry for each publication, the newest first, each with an address that stays."""
    log = (
        Publication(datetime.date(2026, 9, 1), (Change("added", "honouree", "/guong/to-mot/"),)),
        Publication(datetime.date(2026, 10, 2), (Change("changed", "honouree", "/guong/to-mot/"),)),
        Publication(datetime.date(2026, 10, 3), (Change("added", "list", "/nam/2026/"),)),
    )
    files = follow(SMALL, log=log)
    parsed = feedparser.parse(files["kenh-tin/nhat-ky.atom"])
    assert [(entry.title, entry.summary, entry.link.rpartition("/nhat-ky/")[2]) for entry in parsed.entries] == [
        ("Cập nhật 02/10/2026", "Cập nhật 1 gương: Tổ Một.", "2026/#lan-2"),
        ("Cập nhật 01/9/2026", "Công bố lần đầu: 1 gương.", "2026/#lan-1"),
    ]
    assert len(json.loads(files["kenh-tin/nhat-ky.json"])["items"]) == 2


def test_whoever_was_removed_is_in_no_entry_of_the_log(follow: Follow) -> None:
    """Though the log still has the address."""
    log = (
        Publication(datetime.date(2026, 9, 1), (Change("added", "decision", "/quyet-dinh/q/"),)),
        Publication(datetime.date(2026, 10, 2), (Change("removed", "honouree", "/guong/to-mot/"),)),
    )
    files = follow({**SMALL, "honourees/to-mot.yml": "status: removed\nbasis: Theo yêu cầu\n"}, log=log)
    assert "Gỡ bỏ 1 gương" in files["kenh-tin/nhat-ky.atom"].decode()
    assert "Tổ Một" not in files["kenh-tin/nhat-ky.atom"].decode()
