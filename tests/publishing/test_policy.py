"""The policy of the site is made from its frame, and whatever it would stop is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangvang.exports.csp import policy, script_hash, style_surprises, surprises
from bangvang.publishing.frame import Frame, write_shells
from bangvang.publishing.policy import KNOWN, inspect_frame
from bangvang.publishing.shell import BODY, HEAD, TITLE, Shell, ShellKey

GOOD = (
    f'<!doctype html><html><head><title>{TITLE}</title>{HEAD}<script src="../site.js"></script></head>'
    f"<body>{BODY}</body></html>"
)
DATA = '<script type="application/ld+json">{"@type": "Person"}</script>'


def frame_of(root: Path, shell: str = GOOD, **files: str) -> Frame:
    """A finished frame with one shell at two depths, and files of the site by path with __ for a slash."""
    folder = root / "frame"
    for name, text in {"gioi-thieu__index.html": "<p>Chữ</p>", **files}.items():
        path = folder / "site" / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_shells(folder, {ShellKey("guong", depth): Shell.cut(shell) for depth in (1, 2)})
    return Frame(folder)


def told(root: Path, frame: Frame) -> list[str]:
    """Place and wording of every surprise."""
    return [f"{one.path}:{one.line}:{one.column}: {one.what}" for one in inspect_frame(root, frame).problems]


def test_a_frame_without_inline_scripts_allows_none(tmp_path: Path) -> None:
    """Data blocks are no scripts."""
    inspection = inspect_frame(tmp_path, frame_of(tmp_path, GOOD.replace(HEAD, DATA + HEAD)))
    assert inspection.problems == ()
    assert inspection.policy == policy(())
    assert "script-src 'self';" in inspection.policy


def test_a_known_script_is_named_by_its_hash(tmp_path: Path) -> None:
    """Only where it stands: the policy allows no more than the site needs."""
    known = frozenset({script_hash("start()"), script_hash("never()")})
    inspection = inspect_frame(tmp_path, frame_of(tmp_path, GOOD.replace(HEAD, "<script>start()</script>")), known)
    assert inspection.problems == ()
    assert script_hash("start()") in inspection.policy
    assert script_hash("never()") not in inspection.policy


def test_a_surprise_of_all_shells_is_said_once_where_the_office_put_it(tmp_path: Path) -> None:
    """In the template of overrides/ that holds it."""
    (tmp_path / "overrides/partials").mkdir(parents=True)
    (tmp_path / "overrides/partials/footer.html").write_text("<p>\n</p>\n <script>theo_doi()</script>\n", "utf-8")
    frame = frame_of(tmp_path, GOOD.replace("</body>", "<script>theo_doi()</script></body>"))
    (said,) = told(tmp_path, frame)
    assert said.startswith("overrides/partials/footer.html:3:")
    assert "khung chung của mọi trang: đoạn mã “theo_doi()”" in said


def test_a_surprise_of_a_hand_written_page_is_placed_in_its_words(tmp_path: Path) -> None:
    """In docs/, where the office wrote it."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/gioi-thieu.md").write_text("Chữ\n\n![](https://noi-khac.example/a.png)\n", "utf-8")
    frame = frame_of(tmp_path, **{"gioi-thieu__index.html": '<p><img src="https://noi-khac.example/a.png"></p>'})
    (said,) = told(tmp_path, frame)
    assert said.startswith("docs/gioi-thieu.md:3:5: trang /gioi-thieu/: thẻ <img> gọi ")


def test_a_surprise_that_a_setting_brought_is_placed_in_the_settings(tmp_path: Path) -> None:
    """Material adds what mkdocs.yml asks for."""
    frame = frame_of(tmp_path, GOOD.replace("</body>", '<img src="https://do-dem.example/x.gif"></body>'))
    (said,) = told(tmp_path, frame)
    assert said.startswith("mkdocs.yml:1:1: ")


def test_a_style_sheet_that_loads_from_elsewhere_is_a_surprise(tmp_path: Path) -> None:
    """A font of a third party, perhaps."""
    frame = frame_of(tmp_path, **{"assets__a.css": "a{src:url(//phong-chu.example/a.woff2)}"})
    (said,) = told(tmp_path, frame)
    assert "tệp assets/a.css" in said


def test_a_clean_result_is_kept_with_the_frame(tmp_path: Path) -> None:
    """The next build need not look again, and gets the same policy."""
    frame = frame_of(tmp_path)
    first = inspect_frame(tmp_path, frame)
    (frame.site / "gioi-thieu/index.html").write_text("<script>muon()</script>", "utf-8")
    assert inspect_frame(tmp_path, frame) == first


def test_a_surprise_is_said_every_time(tmp_path: Path) -> None:
    """Only a clean result is kept."""
    frame = frame_of(tmp_path, GOOD.replace(HEAD, "<style>a{}</style>"))
    assert told(tmp_path, frame) == told(tmp_path, frame) != []


@pytest.mark.parametrize("text", ["", "{", '{"policy": 1}', "[]"])
def test_a_damaged_result_is_no_result(tmp_path: Path, text: str) -> None:
    """The frame is looked through again."""
    frame = frame_of(tmp_path)
    first = inspect_frame(tmp_path, frame)
    (frame.folder / "policy.json").write_text(text, "utf-8")
    assert inspect_frame(tmp_path, frame) == first


def test_a_built_site_holds_nothing_that_its_policy_stops(built_office: Path) -> None:
    """Every page of the small project, with Material as it is."""
    pages = sorted((built_office / "site").rglob("*.html"))
    styles = sorted((built_office / "site").rglob("*.css"))
    assert len(pages) > 20
    assert styles
    assert [(page, one) for page in pages for one in surprises(page.read_text("utf-8"), KNOWN)] == []
    assert [(style, one) for style in styles for one in style_surprises(style.read_text("utf-8"))] == []
