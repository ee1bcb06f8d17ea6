"""Every page is sound HTML that says what it is, in which language, and to whom it may be shown."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import html5lib
import pytest
from built_site import BuiltSite, told
from html5lib.html5parser import ParseError
from html_facts import read_html

from bangvang.pages.addresses import ENGLISH

LONGEST = 300
_PART = re.compile(r"(?<=/)(trang-\d+|tat-ca)/$")


def _skipped(levels: list[int]) -> str | None:
    """The first heading that stands deeper than one below the last."""
    for last, level in pairwise(levels):
        if level > last + 1:
            return f"<h{level}> after <h{last}>"
    return None


def test_every_page_is_well_formed(built: BuiltSite) -> None:
    """Each element closed in turn, no attribute twice, nothing where HTML does not let it stand."""
    faults = told((page, fault) for page, facts in built.pages.items() for fault in facts.faults)
    assert not faults, faults


def test_one_page_of_every_kind_is_what_the_standard_calls_html(built: BuiltSite) -> None:
    """Parsed step by step as the standard says, without a single parse error."""
    faults = []
    for url in built.kinds.values():
        try:
            html5lib.HTMLParser(strict=True).parse(built.html(url))
        except ParseError as error:
            faults.append((url, str(error)))
    assert not faults, told(faults)


def test_every_page_has_one_title_and_its_headings_in_order(built: BuiltSite) -> None:
    """One heading of the first level, before all others, and no level skipped on the way down."""
    faults = []
    for page, facts in built.pages.items():
        if facts.headings.count(1) != 1 or facts.headings[0] != 1:
            faults.append((page, f"headings {facts.headings[:6]}"))
        elif skipped := _skipped(facts.headings):
            faults.append((page, skipped))
    assert not faults, told(faults)


def test_every_page_has_a_name_and_a_description_for_those_who_only_see_these(built: BuiltSite) -> None:
    """Neither empty nor endless; pictures to share are described too."""
    faults = []
    for page, facts in built.pages.items():
        for what, texts in (("title", facts.titles), ("description", facts.meta("description"))):
            if len(texts) != 1 or not 0 < len(texts[0]) <= LONGEST or texts[0] != texts[0].strip():
                faults.append((page, f"{what}: {texts}"))
    assert not faults, told(faults)


def test_the_parts_of_a_long_list_have_names_of_their_own(built: BuiltSite) -> None:
    """In a browser's tabs and history they would look alike."""
    parts = [url for url in built.pages if _PART.search(url)]
    assert any(url.endswith("tat-ca/") for url in parts)
    assert any(url.endswith("trang-2/") for url in parts)
    alike = [url for url in parts if built.pages[url].titles == built.pages[_PART.sub("", url)].titles]
    assert not alike


def test_every_page_says_its_language_and_its_own_address(built: BuiltSite) -> None:
    """The address that the office gives the site, and the path."""
    faults = []
    for page, facts in built.pages.items():
        if facts.language != ("en" if page.startswith(ENGLISH) else "vi"):
            faults.append((page, f"lang={facts.language}"))
        shared = [meta["content"] for meta in facts.metas if meta.get("property") == "og:url"]
        if facts.canonical != [built.address + page] or shared != facts.canonical:
            faults.append((page, f"canonical {facts.canonical}, og:url {shared}"))
    assert not faults, told(faults)


def test_what_pages_say_to_machines_can_be_read(built: BuiltSite) -> None:
    """JSON-LD of schema.org; the last crumb is the page itself."""
    faults = []
    for page, facts in built.pages.items():
        for block in facts.json_ld:
            said = json.loads(block)
            if said.get("@context") != "https://schema.org":
                faults.append((page, "no context of schema.org"))
            for entry in said.get("@graph", [said]):
                if entry.get("@type") == "BreadcrumbList":
                    crumbs = entry["itemListElement"]
                    if [crumb["position"] for crumb in crumbs] != list(range(1, len(crumbs) + 1)):
                        faults.append((page, "crumbs are not counted"))
                    if crumbs[-1].get("item", built.address + page) != built.address + page:
                        faults.append((page, f"the last crumb is {crumbs[-1]['item']}"))
    assert not faults, told(faults)


def test_a_trial_keeps_all_of_its_pages_out_of_search_engines(built: BuiltSite) -> None:
    """By one rule on each page: what two rules mean together is anybody's guess."""
    assert built.registry.site is not None
    assert built.registry.site.trial
    faults = told(
        (page, f"robots: {facts.meta('robots')}")
        for page, facts in built.pages.items()
        if facts.meta("robots") != ["noindex"]
    )
    assert not faults, faults


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>a", "never closed: p"),
        ("<b><i>a</b></i>", "</b> while <i> is open"),
        ("<p>a</p></p>", "</p> without a beginning"),
        ('<i id="a" ID="b"></i>', "<i> has two id"),
        ("<p>a < b</p>", "no tag"),
        ("<p><div>a</div></p>", "<div> inside <p>"),
        ("<a href='a'><b><a href='b'>c</a></b></a>", "<a> inside <a>"),
        ("<ul><p>a</p></ul>", "<p> as a child of <ul>"),
        ("<div><li>a</li></div>", "<li> inside <div>"),
        ("<i/>", "not closed by its slash"),
        ("<script>a", "<script> never ends"),
    ],
)
def test_the_reader_of_pages_sees_what_is_unsound(body: str, fault: str) -> None:
    """So that the tests above can fail."""
    assert fault in " ".join(read_html(f"<!doctype html>{body}").faults)


def test_the_reader_of_pages_finds_no_fault_with_sound_ones() -> None:
    """Void and foreign elements, raw text, comments, bare attributes."""
    page = """<!DOCTYPE html><!-- <p> --><title>a < b &amp; c</title><script type="application/ld+json">{"a": "</p>"}</script>
    <style>a > b {}</style><main><h1 hidden>a > b</h1><p class='x y'>c<br>d<img src=e alt=""></p><hr/>
    <svg><title>f</title><path d="M0 0"/></svg><ul><li><p>g</p></li></ul><dl><div><dt>h</dt><dd>i</dd></div></dl></main>"""
    facts = read_html(page)
    assert facts.faults == []
    assert facts.classes == {"x", "y"}
    assert facts.titles == ["a < b & c"]
    assert facts.json_ld == ['{"a": "</p>"}']
