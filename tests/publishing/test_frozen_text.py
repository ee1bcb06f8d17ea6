"""A build stops where a frozen page no longer says what it said, and for nothing else."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from closed_campaign import CAMPAIGN, DAY, DECISION, ERRATA, FILES, PLAN, REPORT, freeze_closed, rewrite, write_closed

from bangvang.publishing import frozen_text
from bangvang.publishing.build import build_site
from bangvang.publishing.error import Failure
from bangvang.publishing.frame import FOLDER, frame_key

CHECKOUT = Path(__file__).parent.parent.parent
AGENCIES = "data/vocabulary/agencies.yml"
PAGE = f"site/phong-trao/{CAMPAIGN}/index.html"
LISTED = r'"- **Đường thôn:** 12 km đường bê tông.\n- **Hộ nghèo:** còn 118 hộ."'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen commune, built once."""
    root = write_closed(tmp_path_factory.mktemp("closed") / "xa-mau")
    shutil.copy(CHECKOUT / "mkdocs.yml", root)
    shutil.copytree(CHECKOUT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "overrides").mkdir()
    freeze_closed(root)
    build_site(root, day=DAY, jobs=1)
    return root


@pytest.fixture
def frozen(built: Path, tmp_path: Path) -> Path:
    """A copy of it for one test, with its frame."""
    root = tmp_path / "xa-mau"
    shutil.copytree(built, root)
    (frame,) = (root / FOLDER).iterdir()
    frame.rename(root / FOLDER / frame_key(root))
    return root


def build(root: Path, day: date = DAY) -> str:
    """Build; what it tells of failing, nothing where it does not."""
    try:
        build_site(root, day=day, jobs=1)
    except Failure as failure:
        problems = failure.verdict.problems if failure.verdict else ()
        return "\n".join([str(failure), *[problem.told() for problem in problems]])
    return ""


def page(root: Path, path: str = PAGE) -> str:
    """A page of the site."""
    return (root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("url", [f"phong-trao/{CAMPAIGN}", "van-ban/kh-1", "quyet-dinh/qd-1", "bao-cao/bc-1"])
def test_pages_of_a_frozen_campaign_say_since_when(frozen: Path, url: str) -> None:
    """Its plan, its decision and its report too."""
    assert "Hồ sơ lưu trữ, khóa ngày 21/11/2026." in page(frozen, f"site/{url}/index.html")


def test_what_was_frozen_long_ago_still_holds(frozen: Path) -> None:
    """A newer engine may show it otherwise, but what it reads and says is the same. The files are as 2026 wrote them."""
    for path in (CHECKOUT / "tests/data/frozen").iterdir():
        shutil.copy(path, frozen / "data/archive")
    assert build(frozen) == ""
    assert "khóa ngày 21/11/2026" in page(frozen)


def test_nothing_changed_on_another_day(frozen: Path) -> None:
    """Time alone breaks nothing."""
    assert build(frozen, date(2046, 11, 21)) == ""


def test_a_changed_fact_stops_the_build(frozen: Path) -> None:
    """With the difference, the file, and the erratum that would settle it; the old site stays."""
    before = page(frozen)
    rewrite(frozen, PLAN, "Khơi dậy", "Phát huy")
    told = build(frozen)
    assert f"{PLAN}:10:" in told
    assert "lúc khóa là “Khơi dậy" in told
    assert f"{ERRATA} dòng: - {{date: 2026-11-21, record: document/kh-1, field: sections.0.text" in told
    assert page(frozen) == before


def test_a_changed_word_of_a_vocabulary_stops_the_build(frozen: Path) -> None:
    """The records are as they were, but readers would read something else."""
    before = page(frozen)
    rewrite(frozen, AGENCIES, "name: Ủy ban nhân dân xã Mẫu", "name: Uỷ ban nhân dân phường Mẫu")
    told = build(frozen)
    assert (
        f"trang /phong-trao/{CAMPAIGN}/ thuộc hồ sơ khóa ngày 21/11/2026 không còn đoạn “Ủy ban nhân dân xã Mẫu”"
        in told
    )
    assert "nay gần nhất là “Uỷ ban nhân dân phường Mẫu”" in told
    assert page(frozen) == before


def test_a_template_that_drops_what_was_said_stops_the_build(frozen: Path) -> None:
    """It is no matter of looks."""
    (frozen / "overrides/pages").mkdir()
    template = (CHECKOUT / "src/bangvang/templates/pages/campaign.html").read_text(encoding="utf-8")
    assert "campaign.theme" in template
    (frozen / "overrides/pages/campaign.html").write_text(
        template.replace("“{{ campaign.theme }}”", ""), encoding="utf-8"
    )
    assert "không còn đoạn “Đoàn kết, sáng tạo”" in build(frozen)


def test_a_new_theme_breaks_nothing(frozen: Path) -> None:
    """Another order, other words around, other classes."""
    (frozen / "overrides/pages").mkdir()
    template = (CHECKOUT / "src/bangvang/templates/pages/campaign.html").read_text(encoding="utf-8")
    head, body = template.split("<article>", 1)
    changed = (
        body.replace("Phát động", "Cơ quan chủ trì")
        .replace("Nội dung thi đua", "Thi đua những gì")
        .replace("bv-", "moi-")
    )
    (frozen / "overrides/pages/campaign.html").write_text(
        f"{head}<article><p>Giao diện mới</p>{changed}", encoding="utf-8"
    )
    assert build(frozen) == ""
    assert "Giao diện mới" in page(frozen)
    assert "Cơ quan chủ trì" in page(frozen)


def test_a_renamed_commune_breaks_nothing(frozen: Path) -> None:
    """The old one ends, a new one begins; the page adds what it is now."""
    (frozen / "data/vocabulary/places.yml").write_text(
        "- {id: xa-mau, name: Xã Mẫu, type: commune, from: 2025-07-01, to: 2026-10-31, became: [{id: xa-mau-moi, how: whole, date: 2026-11-01}]}\n"
        "- {id: xa-mau-moi, name: Xã Mẫu Mới, type: commune, from: 2026-11-01}\n",
        encoding="utf-8",
    )
    assert build(frozen) == ""
    assert "Xã Mẫu Mới" in page(frozen) or "xã Mẫu Mới" in page(frozen)


def test_a_new_honour_of_the_same_people_breaks_nothing(frozen: Path) -> None:
    """Nor does a new campaign beside the old."""
    decision = (
        FILES[DECISION]
        .replace("15/QĐ", "19/QĐ")
        .replace("xa-mau-2025", "xa-mau-2026")
        .replace("2025-12-20", "2026-10-10")
        .replace("15/2025", "19/2026")
    )
    decision = (
        decision.replace("Hiến đất", "Hiến thêm đất")
        .replace("Dạy chữ", "Dạy thêm chữ")
        .replace("ba cây số", "bốn cây số")
    )
    campaign = FILES[f"data/campaigns/{CAMPAIGN}.yml"].partition("targets:")[0].replace("2025", "2026")
    for path, text in {"data/decisions/2026/qd-9.yml": decision, "data/campaigns/xa-mau-2026.yml": campaign}.items():
        (frozen / path).parent.mkdir(exist_ok=True)
        (frozen / path).write_text(text, encoding="utf-8")
    assert build(frozen) == ""


def test_a_revoked_honour_breaks_nothing_and_shows(frozen: Path) -> None:
    """So does a row removed by law."""
    rewrite(
        frozen,
        DECISION,
        "reason: Hiến đất làm đường.",
        "reason: Hiến đất làm đường., standing: [{state: stripped, date: 2026-11-01, reason: Gian dối}]",
    )
    rewrite(
        frozen,
        DECISION,
        "{id: h4t8wz, kind: individual, name: Trần Thị Mẫu, unit: Thôn Hai, reason: Dạy chữ buổi tối.}",
        "{removed: true}",
    )
    assert build(frozen) == ""
    shown = page(frozen, "site/quyet-dinh/qd-1/index.html")
    assert "Gian dối" in shown
    assert "Đã gỡ bỏ" in shown
    assert "Trần Thị Mẫu" not in shown


def test_an_erratum_lets_the_build_pass_and_is_shown(frozen: Path) -> None:
    """On the record's page and on the campaign's, with the wording of before; one erratum does for all passages."""
    rewrite(frozen, DECISION, "date: 2025-12-20", "date: 2025-12-21")
    (frozen / ERRATA).write_text(
        "- {date: 2026-11-21, record: decision/qd-1, field: date, was: 2025-12-20, now: 2025-12-21, reason: Đọc nhầm, approver: Lê Thị Mẫu}\n",
        encoding="utf-8",
    )
    assert build(frozen) == ""
    for shown in (page(frozen), page(frozen, "site/quyet-dinh/qd-1/index.html")):
        assert "Đính chính ngày 21/11/2026" in shown
        assert "trước là “20/12/2025”, nay là “21/12/2025”. Lý do: Đọc nhầm." in shown
        assert "Người duyệt: Lê Thị Mẫu." in shown


def test_an_erratum_to_a_text_with_marks_does_for_what_the_page_makes_of_it(frozen: Path) -> None:
    """Readers see a list where the record has dashes and stars; nobody has to approve the same correction twice."""
    for path in (frozen / "data/archive").iterdir():
        path.unlink()
    rewrite(frozen, REPORT, "results: Toàn xã làm được 12 km đường bê tông.", f"results: {LISTED}")
    freeze_closed(frozen)
    corrected = LISTED.replace("12 km", "15 km")
    rewrite(frozen, REPORT, LISTED, corrected)
    (frozen / ERRATA).write_text(
        f"- {{date: 2026-11-21, record: report/bc-1, field: results, was: {LISTED}, now: {corrected}, "
        "reason: Cộng sót, approver: Lê Thị Mẫu}\n",
        encoding="utf-8",
    )
    assert build(frozen) == ""
    shown = page(frozen, "site/bao-cao/bc-1/index.html")
    assert "trước là “- Đường thôn: 12 km đường bê tông." in shown
    assert "**" not in shown


def test_an_erratum_to_a_name_tells_field_and_day_only(frozen: Path) -> None:
    """The old name stands nowhere in the site."""
    rewrite(frozen, DECISION, "name: Nguyễn Văn Mẫu", "name: Nguyễn Văn Mậu")
    line = build(frozen).partition("dòng: ")[2].splitlines()[0].partition(" [")[0]
    (frozen / ERRATA).write_text(
        line.replace("reason: …, approver: …", "reason: Gõ nhầm, approver: Lê Thị Mẫu") + "\n", encoding="utf-8"
    )
    assert build(frozen) == ""
    assert "Họ tên hoặc tên gọi, dòng 1. Lý do: Gõ nhầm." in page(frozen)
    everything = b"".join(path.read_bytes() for path in (frozen / "site").rglob("*.html"))
    assert "Nguyễn Văn Mẫu".encode() not in everything


def test_a_page_that_is_as_it_was_is_not_read_again(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Freezing costs later builds nothing."""

    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(frozen_text, "page_drifts", refuse)
    rewrite(frozen, "data/honourees/cu-mau.yml", "living: no", "living: no\nsummary: Một cụ hư cấu.")
    assert build(frozen) == ""


def test_a_page_is_looked_at_again_when_the_errata_change(frozen: Path) -> None:
    """An erratum that is taken back no longer covers anything."""
    rewrite(frozen, AGENCIES, "name: Ủy ban nhân dân xã Mẫu", "name: Uỷ ban nhân dân phường Mẫu")
    lines = [line.partition("dòng: ")[2] for line in build(frozen).splitlines() if "dòng: " in line]
    approved = [line.replace("reason: …, approver: …", "reason: Đổi tên, approver: Lê Thị Mẫu") for line in lines]
    (frozen / ERRATA).write_text("\n".join(approved) + "\n", encoding="utf-8")
    assert build(frozen) == ""
    (frozen / ERRATA).unlink()
    assert "không còn đoạn" in build(frozen)
