"""Open data, feeds and calendars of a built site: kept between builds, never wrong for it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import feedparser
import pytest

from bangvang.publishing.build import SITE, build_site
from bangvang.publishing.open_files import FOLDER
from bangvang.publishing.publish import publish
from bangvang.publishing.target import target_of

DAY = date(2026, 11, 21)
TEAM = "data/honourees/to-dan-van.yml"
FEED = f"{SITE}/kenh-tin/tat-ca.atom"


def open_files(office: Path) -> dict[str, bytes]:
    """All that was made for programs."""
    folders = (office / SITE / "du-lieu/v1", office / SITE / "kenh-tin")
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(office / SITE).as_posix(): path.read_bytes() for path in found}


def rename(office: Path) -> None:
    """Change a record as an office would."""
    text = (office / TEAM).read_text("utf-8")
    (office / TEAM).write_text(text.replace("Tổ dân vận", "Tổ vận động"), "utf-8")


def test_a_site_has_its_data_and_feeds(office: Path) -> None:
    """A record's own file, tables, an index; the page that offers them is in the site map."""
    files = open_files(office)
    assert json.loads(files["du-lieu/v1/honouree/to-dan-van.json"])["name"] == "Tổ dân vận thôn Mẫu"
    assert "kenh-tin/guong.json" in files
    assert (office / SITE / "du-lieu/index.html").is_file()
    assert b"Nguy\xe1\xbb\x85n V\xc4\x83n M" not in b"".join(
        data for path, data in files.items() if path.startswith("du-lieu")
    )


def test_a_changed_record_changes_its_files_and_no_old_copy_stays(office: Path) -> None:
    """As if all were made anew."""
    before = open_files(office)
    rename(office)
    build_site(office, day=DAY, jobs=1)
    after = open_files(office)
    assert before["du-lieu/v1/campaign.csv"] == after["du-lieu/v1/campaign.csv"]
    assert "Tổ vận động".encode() in after["du-lieu/v1/honouree.csv"]
    assert "Tổ dân vận".encode() not in b"".join(after.values())
    build_site(office, day=DAY, jobs=1, clean=True)
    assert open_files(office) == after


def test_the_page_of_the_data_tells_what_its_files_have_come_to(office: Path, tmp_path: Path) -> None:
    """Rows and sizes, after every build what a whole one would tell; days once there is a publication."""

    def page() -> str:
        return (office / SITE / "du-lieu/index.html").read_text("utf-8")

    index = json.loads(open_files(office)["du-lieu/v1/index.json"])
    rows = {one["path"]: one.get("rows") for one in index["files"]}
    people = len(open_files(office)["du-lieu/v1/honouree.jsonl"].splitlines())
    assert rows["honouree.csv"] == rows["honouree-excel.csv"] == people
    assert f'data-l="Số dòng">{people}</td>' in page()
    assert "Đổi lần cuối" not in page()
    (office / TEAM).write_text((office / TEAM).read_text("utf-8") + "story: " + "Dài thêm. " * 400, "utf-8")
    before = page()
    build_site(office, day=DAY, jobs=1)
    changed = page()
    assert changed != before
    build_site(office, day=DAY, jobs=1, clean=True)
    assert page() == changed
    publish(office, target_of(str(tmp_path / "public"), office, DAY), day=DAY, jobs=1)
    assert 'data-l="Đổi lần cuối">21/11/2026</td>' in page()


def test_a_decision_of_another_id_leads_its_honours_elsewhere(office: Path) -> None:
    """Nothing else of it has changed, but anchors are made of the id."""
    decision = office / "data/decisions/2026/qd-15.yml"
    row = "  - {id: to-dan-van, kind: collective, name: Tổ dân vận thôn Mẫu, award_text: Giấy khen}\n"
    decision.write_text(decision.read_text("utf-8") + row, "utf-8")
    build_site(office, day=DAY, jobs=1)
    decision.rename(decision.with_stem("qd-16"))
    build_site(office, day=DAY, jobs=1)
    after = open_files(office)
    assert b"qd-16-3" in after["du-lieu/v1/honours.csv"]
    build_site(office, day=DAY, jobs=1, clean=True)
    assert open_files(office) == after


@pytest.mark.parametrize("damage", [b"", b"hong", b"\x00" * 40])
def test_damage_to_what_is_kept_costs_time_alone(office: Path, damage: bytes) -> None:
    """The files are right."""
    before = open_files(office)
    for kept in (office / FOLDER).iterdir():
        kept.write_bytes(damage)
    rename(office)
    build_site(office, day=DAY, jobs=1)
    assert "Tổ vận động".encode() in open_files(office)["du-lieu/v1/honouree.csv"]
    rename(office)
    (office / TEAM).write_text((office / TEAM).read_text("utf-8").replace("Tổ vận động", "Tổ dân vận"), "utf-8")
    build_site(office, day=DAY, jobs=1)
    assert open_files(office) == before


def test_hand_written_news_stands_in_the_feeds(office: Path) -> None:
    """By the day it bears."""
    (office / "docs/tin-tuc/posts").mkdir(parents=True)
    (office / "docs/tin-tuc/index.md").write_text("---\ntitle: Tin tức\n---\n", "utf-8")
    post = "---\ndate: 2026-11-20\ntitle: Mở trang\ndescription: Đã mở.\nslug: mo-trang\n---\n\nĐã mở trang.\n"
    (office / "docs/tin-tuc/posts/mo-trang.md").write_text(post, "utf-8")
    build_site(office, day=DAY, jobs=1)
    told = {entry.title: entry for entry in feedparser.parse((office / FEED).read_bytes()).entries}
    assert told["Mở trang"].updated == "2026-11-20T00:00:00+07:00"
    assert told["Mở trang"].link == "https://bangvang.example/tin-tuc/mo-trang/"
    assert told["Mở trang"].summary == "Đã mở."


def test_a_publication_leaves_a_file_of_its_changes_and_dates_the_feeds(office: Path, tmp_path: Path) -> None:
    """In the very site that it publishes."""
    out = tmp_path / "out"
    publish(office, target_of(str(out), office, DAY), day=DAY, jobs=1)
    told = json.loads((out / "du-lieu/v1/thay-doi/2026-11-21.json").read_bytes())
    assert {"what": "added", "kind": "honouree", "id": "to-dan-van"} in told["changes"]
    assert "k7m2q9" not in json.dumps(told)
    entries = feedparser.parse((out / "kenh-tin/guong.atom").read_bytes()).entries
    assert [entry.published[:10] for entry in entries] == ["2026-11-21"]


def test_a_published_feed_goes_on_answering_when_its_place_has_nobody_left(office: Path, tmp_path: Path) -> None:
    """No address that somebody follows is lost, and no build is refused for it."""
    places = "- {id: xa-mau, name: Xã Mẫu, type: commune}\n"
    (office / "data/vocabulary/places.yml").write_text(places, "utf-8")
    text = (office / TEAM).read_text("utf-8")
    (office / TEAM).write_text(text + "place: xa-mau\n", "utf-8")
    out = tmp_path / "out"
    publish(office, target_of(str(out), office, DAY), day=DAY, jobs=1)
    feed = out / "kenh-tin/dia-phuong/xa-mau.atom"
    assert feedparser.parse(feed.read_bytes()).entries
    (office / TEAM).write_text(text, "utf-8")
    publish(office, target_of(str(out), office, DAY), day=DAY, jobs=1)
    assert feedparser.parse(feed.read_bytes()).entries == []


def test_what_the_office_wrote_under_such_a_name_stands_after_every_build(office: Path) -> None:
    """A file in docs/ comes first, in the next build as in the first."""
    own = office / "docs/du-lieu/v1/index.json"
    own.parent.mkdir(parents=True)
    own.write_text('{"van-phong": true}\n', "utf-8")
    for _ in range(2):
        build_site(office, day=DAY, jobs=1)
        assert open_files(office)["du-lieu/v1/index.json"] == own.read_bytes()
