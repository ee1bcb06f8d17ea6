"""Every link of every page leads somewhere, and so does everything that a page loads."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree

from built_site import BuiltSite, told

_LOADED = ("link", "script", "img", "source", "meta", "form", "iframe", "input", "button", "object", "use", "image")
_ELSEWHERE = re.compile(r"(mailto|tel|data):")
_OF_CSS = re.compile(r"""url\(\s*("[^"]*"|'[^']*'|[^"')\s]+)""")


def _fault_of(built: BuiltSite, page: str, link: str) -> str | None:
    """What is wrong with a link, if anything."""
    url, fragment = built.reached(page, link)
    if url is None:
        return None
    path = f"{url}index.html" if url.endswith("/") or not url else url
    if path not in built.files:
        return f"no file /{url}"
    if fragment and fragment not in built.pages[url].ids:
        return f"no place /{url}#{fragment}"
    return None


def test_every_link_leads_to_a_page_of_the_site_and_to_a_place_on_it(built: BuiltSite) -> None:
    """Links, pictures in all sizes, forms, style sheets, share pictures: of all pages."""
    broken = told(
        (page, f"<{tag}>: {fault}")
        for page, facts in built.pages.items()
        for tag, link in sorted(set(facts.links))
        if not _ELSEWHERE.match(link) and (fault := _fault_of(built, page, link))
    )
    assert not broken, broken


def test_nothing_is_loaded_from_elsewhere(built: BuiltSite) -> None:
    """Other sites are only linked to."""
    loaded = told(
        (page, f"<{tag}> {link}")
        for page, facts in built.pages.items()
        for tag, link in facts.links
        if tag in _LOADED and not link.startswith("data:") and built.reached(page, link)[0] is None
    )
    assert not loaded, loaded


def test_style_sheets_load_only_files_of_the_site(built: BuiltSite) -> None:
    """Fonts and pictures."""
    missing = told(
        (path, link)
        for path in built.files
        if path.endswith(".css")
        for link in (quoted.strip("\"'") for quoted in _OF_CSS.findall(built.text(path)))
        if not link.startswith(("data:", "#")) and built.reached(path, link)[0] not in built.files
    )
    assert not missing, missing


def test_no_page_uses_an_id_twice(built: BuiltSite) -> None:
    """A fragment, a label or a description would lead to the wrong one."""
    twice = told(
        (page, repr(id))
        for page, facts in built.pages.items()
        if len(facts.ids) > len(set(facts.ids))
        for id, count in Counter(facts.ids).items()
        if count > 1
    )
    assert not twice, twice


def test_labels_and_descriptions_name_what_is_on_the_page(built: BuiltSite) -> None:
    """`for`, `aria-labelledby`, `aria-describedby`, `aria-controls` and their like."""
    lost = told(
        (page, f"{attribute}={id!r}")
        for page, facts in built.pages.items()
        for attribute, id in facts.references
        if id not in facts.ids
    )
    assert not lost, lost


def test_pictures_say_their_size_and_what_they_show(built: BuiltSite) -> None:
    """So that text does not jump, and who cannot see is told; a decoration has an empty text."""
    assert any(facts.images for facts in built.pages.values())
    bare = told(
        (page, str(image.get("src")))
        for page, facts in built.pages.items()
        for image in facts.images
        if "alt" not in image or not all((image.get(side) or "").isdigit() for side in ("width", "height"))
    )
    assert not bare, bare


def test_every_page_can_be_reached_from_the_home_page(built: BuiltSite) -> None:
    """By links alone; only what was taken back, and the page for lost visitors, stand apart."""
    seen, waiting = {""}, [""]
    while waiting:
        page = waiting.pop()
        for url in {built.reached(page, link)[0] for tag, link in built.pages[page].links if tag == "a"}:
            if url is not None and url in built.pages and url not in seen:
                seen.add(url)
                waiting.append(url)
    apart = {url for url, facts in built.pages.items() if "bv-tomb" in facts.classes}
    lost = told((url, "not linked") for url in sorted(built.pages.keys() - seen - apart))
    assert not lost, lost


def test_the_sitemap_names_pages_of_the_site(built: BuiltSite) -> None:
    """Each once."""
    named = [
        built.reached("", place.text or "")[0]
        for path in built.files
        if path.startswith("sitemap") and path.endswith(".xml")
        for place in ElementTree.fromstring(built.text(path)).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert len(named) == len(set(named))
    assert set(named) <= built.pages.keys() | built.files
