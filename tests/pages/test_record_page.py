"""What holds for the pages of practices, clusters, events, reports, consultations and procedures alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.catalogue import RECORDS, SINGLE, targets
from bangvang.pages.page import Builder
from bangvang.pages.pictures import Shown, Source, hand_over
from bangvang.records import KINDS

Build = Callable[..., Any]
TEXTS = {
    "practice": "name: Tên thử\nkind: model\n",
    "cluster": "name: Tên thử\ntype: cum\n",
    "event": "name: Tên thử\ntype: congress\n",
    "report": "title: Tên thử\ntype: interim\ncampaigns: [c]\nagency: a\nresults: Được.\n",
    "consultation": (
        "title: Tên thử\nopens: 2026-11-16\ncloses: 2026-11-30\nhow: {office: Phòng, address: Trụ sở}\n"
        "candidates: [{kind: collective, name: Tổ Một, achievement: Việc tốt.}]\n"
    ),
    "procedure": "name: Tên thử\nsteps: [{what: Nộp hồ sơ.}]\n",
}
STATES = {
    "draft": "status: draft\n",
    "embargoed": "publish_on: 2026-12-01\n",
    "withdrawn": "status: withdrawn\nwithdrawn: {date: 2026-10-02, reason: Nhầm số liệu}\n",
}
TABS = {"practice": "mo-hinh", "procedure": ""}


def path(kind: str, id: str = "thu") -> str:
    """Where a record of the kind stands below data/."""
    return f"{KINDS[kind].path}{id}.yml"


def front(kind: str) -> Builder:
    """The builder of the kind's list."""
    return SINGLE[f"{KINDS[kind].url}/"]


@pytest.mark.parametrize("kind", TEXTS)
def test_a_page_stands_in_its_part_of_the_site_with_a_way_back(project_of: Build, kind: str) -> None:
    """Address, tab, title, share picture and the crumb that leads to the list of its kind."""
    page = project_of({path(kind): TEXTS[kind]}).page(RECORDS[kind], "thu")
    assert page.url == f"{KINDS[kind].url}/thu/"
    assert page.tab == TABS.get(kind, "phong-trao")
    assert (page.title, page.image) == ("Tên thử", kind)
    assert [crumb.url for crumb in page.crumbs] == [f"{KINDS[kind].url}/"]


@pytest.mark.parametrize("kind", TEXTS)
def test_every_page_can_be_shared_printed_and_corrected(project_of: Build, kind: str) -> None:
    """The buttons and the way to report a mistake are on each, with the day of the last change."""
    project = project_of({path(kind): TEXTS[kind] + "updated: 2026-11-02\n"})
    body = project.body(project.page(RECORDS[kind], "thu"))
    assert 'data-act="share"' in body
    assert 'data-act="print"' in body
    assert "dinh-chinh/" in body
    assert "Cập nhật 02/11/2026" in body


@pytest.mark.parametrize("kind", TEXTS)
def test_ids_are_unique_and_there_is_one_main_heading(project_of: Build, kind: str) -> None:
    """Links to parts of the page and the outline stay sound."""
    project = project_of({path(kind): TEXTS[kind]})
    for builder, arguments in ((RECORDS[kind], ("thu",)), (front(kind), ())):
        body = project.body(project.page(builder, *arguments))
        ids = project.seen(builder, *arguments).ids
        assert len(ids) == len(set(ids))
        assert body.count("<h1") == 1


@pytest.mark.parametrize("kind", TEXTS)
def test_a_withdrawn_record_leaves_the_reason_and_nothing_else(project_of: Build, kind: str) -> None:
    """The address stays, with when and why; search engines are asked out and the list forgets it."""
    project = project_of({path(kind): TEXTS[kind] + STATES["withdrawn"]})
    page = project.page(RECORDS[kind], "thu")
    text = project.seen(RECORDS[kind], "thu").text
    assert page.template == "pages/tombstone.html"
    assert not page.indexed
    assert "Nhầm số liệu" in text
    assert "02/10/2026" in text
    assert "Tên thử" not in project.seen(front(kind)).text


@pytest.mark.parametrize("kind", TEXTS)
def test_a_removed_record_leaves_only_that_there_was_one(project_of: Build, kind: str) -> None:
    """Nothing of what it said can be read."""
    project = project_of({path(kind): "status: removed\nremoved_on: 2026-10-02\n"})
    page = project.page(RECORDS[kind], "thu")
    assert page.title == "Mục đã được gỡ bỏ"
    assert not page.indexed


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("state", ["draft", "embargoed"])
def test_what_is_not_public_yet_has_neither_page_nor_mention(project_of: Build, kind: str, state: str) -> None:
    """No target for it, and the list is as if it did not exist."""
    project = project_of({path(kind): TEXTS[kind] + STATES[state]})
    urls = {target.url for target in targets(project.answers)}
    assert f"{KINDS[kind].url}/thu/" not in urls
    assert f"{KINDS[kind].url}/" in urls
    assert "Tên thử" not in project.seen(front(kind)).text


@pytest.mark.parametrize("kind", TEXTS)
def test_an_invented_record_says_so_and_is_not_indexed(project_of: Build, kind: str) -> None:
    """The badge stands on its page and in the list."""
    project = project_of({path(kind): TEXTS[kind] + "illustrative: true\n"})
    page = project.page(RECORDS[kind], "thu")
    assert not page.indexed
    assert "Minh họa, không có thật" in project.seen(RECORDS[kind], "thu").text
    assert "Minh họa, không có thật" in project.seen(front(kind)).text


@pytest.mark.parametrize("kind", TEXTS)
def test_an_empty_kind_has_a_friendly_front_page(project_of: Build, kind: str) -> None:
    """It says that there is nothing yet and leads on; search engines need not see it."""
    project = project_of({})
    page = project.page(front(kind))
    seen = project.seen(front(kind))
    assert "Chưa có" in seen.text
    assert "Về trang chủ" in seen.links
    assert not page.indexed


@pytest.mark.parametrize("kind", TEXTS)
def test_text_that_looks_like_markup_stays_text(project_of: Build, kind: str) -> None:
    """Whatever a record holds, it cannot write into the page."""
    text = TEXTS[kind].replace("Tên thử", '<b>"Tên" & bv0body0bv</b>') + "summary: <script>alert(1)</script>\n"
    project = project_of({path(kind): text})
    for builder, arguments in ((RECORDS[kind], ("thu",)), (front(kind), ())):
        body = project.body(project.page(builder, *arguments))
        assert "&lt;b&gt;" in body
        assert '<b>"' not in body
        assert "<script" not in body


@pytest.mark.parametrize("kind", TEXTS)
def test_sources_are_named_with_the_day_they_were_seen(project_of: Build, kind: str) -> None:
    """Readers can go and look."""
    source = "sources: [{title: Báo Thử, url: 'https://bao.example/1', seen: 2026-11-20}]\n"
    seen = project_of({path(kind): TEXTS[kind] + source}).seen(RECORDS[kind], "thu")
    assert seen.links["Báo Thử"] == "https://bao.example/1"
    assert "xem ngày 20/11/2026" in seen.text


@pytest.mark.parametrize("kind", TEXTS)
def test_photos_that_are_ready_are_shown_with_what_is_said_of_them(project_of: Build, kind: str) -> None:
    """With their size, so that nothing jumps; a photo that could not be made ready leaves no gap."""
    photos = "photos: [{file: mot.jpg, alt: Hội trường, credit: Ban tổ chức}, {file: hong.jpg, alt: Ảnh hỏng}]\n"
    project = project_of({path(kind): TEXTS[kind] + photos})
    hand_over(project.answers, {"mot.jpg": Shown((Source("anh/mot.webp", "anh/mot.jpg", 800, 600),))})
    body = project.body(project.page(RECORDS[kind], "thu"))
    assert 'alt="Hội trường" width="800" height="600"' in body
    assert "Ảnh: Ban tổ chức" in body
    assert "Ảnh hỏng" not in body
