"""Share cards of a project: drawn once, used by every build, gone with whoever leaves."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bangvang.cli import main
from bangvang.publishing.build import build_site
from bangvang.publishing.cards import ALBUM, CardsMade, make_cards
from bangvang.publishing.error import Failure
from bangvang.publishing.publish import publish
from bangvang.publishing.target import target_of

DAY = date(2026, 11, 21)
PERSON = "data/honourees/k7m2q9.yml"
_IMAGE = re.compile(r'property="og:image" content="([^"]+)"')


def image(site: Path, url: str) -> str:
    """What a network shows beside a link to the page."""
    found = _IMAGE.search((site / url / "index.html").read_text("utf-8"))
    assert found
    return found[1]


def album(root: Path) -> set[str]:
    """Whose cards are drawn."""
    return {path.stem.rpartition("-")[0] for path in (root / ALBUM).rglob("*.jpg")}


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Change a record as an office would."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_profiles_campaigns_decisions_and_practices_get_cards(small_site: Path) -> None:
    """Not who stands in a list only, who lives and has not agreed, or who was withdrawn."""
    made = make_cards(small_site, DAY, jobs=1)
    drawn = album(small_site)
    assert made.drawn == len(drawn)
    assert {path.name for path in (small_site / ALBUM).iterdir()} == {"campaign", "decision", "honouree", "practice"}
    assert {"k7m2q9", "thon-hai", "to-tu-quan"} <= drawn
    assert not {"h3n8pw", "w2x3y4", "x2y3z4"} & drawn


def test_a_card_is_drawn_once(small_site: Path) -> None:
    """Another content is another card; the old one goes."""
    first = make_cards(small_site, DAY, jobs=1).drawn
    assert make_cards(small_site, DAY, jobs=1) == CardsMade(0, first, 0)
    edit(small_site, PERSON, "Trưởng thôn", "Bí thư chi bộ")
    assert make_cards(small_site, DAY, jobs=1) == CardsMade(1, first - 1, 1)


def test_whoever_is_withdrawn_leaves_no_card(small_site: Path) -> None:
    """Neither in the album nor in the site."""
    make_cards(small_site, DAY, jobs=1)
    build_site(small_site, day=DAY, jobs=1)
    assert list((small_site / "site").rglob("k7m2q9-*.jpg"))
    with (small_site / PERSON).open("a", encoding="utf-8") as file:
        file.write("status: withdrawn\nwithdrawn: {date: 2026-11-01, reason: Chưa đúng.}\n")
    build_site(small_site, day=DAY, jobs=1)
    assert not list((small_site / "site").rglob("k7m2q9-*.jpg"))
    make_cards(small_site, DAY, jobs=1)
    assert "k7m2q9" not in album(small_site)


def test_a_page_shows_its_card_once_it_is_drawn(small_site: Path) -> None:
    """Until then, and after a change until it is drawn again, the picture of its kind; always one that is there."""
    site = small_site / "site"

    def shown() -> str:
        build_site(small_site, day=DAY, jobs=1)
        address = image(site, "guong/k7m2q9")
        assert (site / address.partition("example/")[2]).is_file(), address
        return address

    assert shown().endswith("/share/honouree.png")
    make_cards(small_site, DAY, jobs=1)
    first = shown()
    assert "/the-chia-se/honouree/k7m2q9-" in first
    edit(small_site, PERSON, "Trưởng thôn", "Bí thư chi bộ")
    assert shown().endswith("/share/honouree.png")
    make_cards(small_site, DAY, jobs=1)
    assert "/the-chia-se/honouree/k7m2q9-" in shown() != first


def test_cards_come_into_a_site_as_into_a_new_one(small_site: Path, tmp_path: Path) -> None:
    """What is built on an old build equals a clean one."""
    build_site(small_site, day=DAY, jobs=1)
    make_cards(small_site, DAY, jobs=1)
    build_site(small_site, day=DAY, jobs=1)
    clean = tmp_path / "sach"
    build_site(small_site, day=DAY, jobs=1, site=clean, clean=True)
    one, other = (
        {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        for site in (small_site / "site", clean)
    )
    assert one == other


def test_publishing_draws_what_is_missing(small_site: Path, tmp_path: Path) -> None:
    """The published page shows its own card."""
    out = tmp_path / "out"
    (small_site / "docs/dinh-chinh.md").write_text("# Đính chính\n", encoding="utf-8")
    publish(small_site, target_of(str(out), small_site, DAY), day=DAY, jobs=1)
    assert "/the-chia-se/honouree/k7m2q9-" in image(out, "guong/k7m2q9")
    assert list(out.rglob("k7m2q9-*.jpg"))


def test_whoever_is_withdrawn_is_on_no_published_card(small_site: Path, tmp_path: Path) -> None:
    """Nor who was removed by right: the publication that takes them back takes their pictures back."""
    target = target_of(str(tmp_path / "out"), small_site, DAY)
    (small_site / "docs/dinh-chinh.md").write_text("# Đính chính\n", encoding="utf-8")
    publish(small_site, target, day=DAY, jobs=1)
    assert list((tmp_path / "out").rglob("k7m2q9-*.jpg"))
    with (small_site / PERSON).open("a", encoding="utf-8") as file:
        file.write("status: withdrawn\nwithdrawn: {date: 2026-11-01, reason: Chưa đúng.}\n")
    removed = "status: removed\nremoved_on: 2026-11-01\nbasis: Theo yêu cầu.\n"
    (small_site / "data/honourees/to-tu-quan.yml").write_text(removed, encoding="utf-8")
    publish(small_site, target, day=DAY, jobs=1)
    cards = [*(tmp_path / "out").rglob("honouree/*.jpg"), *(small_site / ALBUM / "honouree").iterdir()]
    left = {path.stem.rpartition("-")[0] for path in cards}
    assert "thon-hai" in left
    assert not {"k7m2q9", "to-tu-quan"} & left


@pytest.mark.parametrize("wrong", ["award: khong-co", "award: ["])
def test_publishing_draws_nothing_while_something_is_wrong(small_site: Path, tmp_path: Path, wrong: str) -> None:
    """Whoever has to mend a record first does not wait for pictures."""
    decision = next((small_site / "data/decisions").rglob("*.yml"))
    decision.write_text(re.sub("^award: .*$", wrong, decision.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    with pytest.raises(Failure, match="nên chưa công bố gì cả") as refused:
        publish(small_site, target_of(str(tmp_path / "out"), small_site, DAY), day=DAY, jobs=1)
    assert refused.value.verdict is not None
    assert album(small_site) == set()


def test_many_cards_are_drawn_by_two_as_by_one(small_site: Path, tmp_path: Path) -> None:
    """The same pictures under the same names."""
    for number in range(45):
        text = (small_site / "data/honourees/thon-hai.yml").read_text(encoding="utf-8")
        (small_site / f"data/honourees/thon-{number}.yml").write_text(
            text.replace("Thôn Hai", f"Thôn Số {number}").replace("Xóm Hai", f"Xóm Số {number}"), encoding="utf-8"
        )
    make_cards(small_site, DAY, jobs=2)
    two = {path.name: path.read_bytes() for path in (small_site / ALBUM).rglob("*.jpg")}
    shutil.rmtree(small_site / ALBUM)
    make_cards(small_site, DAY, jobs=1)
    assert {path.name: path.read_bytes() for path in (small_site / ALBUM).rglob("*.jpg")} == two


def test_the_command_says_what_it_did(small_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a sentence."""
    assert main(["cards", "--project", str(small_site), "--as-of", "2026-11-21", "--jobs", "1"]) == 0
    assert re.fullmatch(r"Đã vẽ \d+ thẻ chia sẻ; 0 thẻ đã có sẵn, 0 thẻ cũ bỏ đi\.\n", capsys.readouterr().out)


def test_an_album_that_cannot_be_written_is_said(small_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In Vietnamese, with no card half drawn."""
    (small_site / ".bangvang").mkdir()
    (small_site / ALBUM).write_text("")
    assert main(["cards", "--project", str(small_site), "--as-of", "2026-11-21"]) == 1
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert told.err.startswith("Có tệp nằm ở chỗ cần một thư mục")


@pytest.mark.parametrize("broken", ["data/site.yml", PERSON])
def test_what_cannot_be_read_takes_no_card_away(small_site: Path, broken: str) -> None:
    """The card of a record with a slip in its file is as good as before once the slip is mended."""
    make_cards(small_site, DAY, jobs=1)
    drawn = album(small_site)
    (small_site / broken).write_text("name: [", encoding="utf-8")
    with pytest.raises(Failure, match=r"Dữ liệu còn [0-9]+ lỗi nên thẻ chia sẻ chưa được vẽ") as refused:
        make_cards(small_site, DAY, jobs=1)
    assert refused.value.verdict is not None
    assert broken in {problem.path for problem in refused.value.verdict.problems}
    assert album(small_site) == drawn
