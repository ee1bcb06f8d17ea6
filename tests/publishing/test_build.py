"""The build: the same bytes everywhere, little made for little changed, and the good site whole whatever goes wrong."""

from __future__ import annotations

import datetime
import gc
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from bangvang.cli import main
from bangvang.demo import write_demo
from bangvang.pages.catalogue import BUILDERS
from bangvang.pages.page import Page, Target
from bangvang.pages.reading import Reading
from bangvang.publishing import build as building
from bangvang.publishing import rendering, staging
from bangvang.publishing.build import build_site
from bangvang.publishing.error import Failure
from bangvang.publishing.frame import FOLDER, Frame
from bangvang.publishing.staging import Stage, StagingError, recover

DAY = datetime.date(2026, 11, 21)
EPOCH = "1795219200"
PERSON = "data/honourees/k7m2q9.yml"
KILLS = 30

ANOTHER_DAY = '''
"""Python's clocks, a year and a half ahead."""

import datetime
import time

AHEAD = datetime.timedelta(days=550)
real_time, real = time.time, datetime.datetime


class Datetime(real):
    @classmethod
    def now(cls, tz=None):
        return real.now(tz) + AHEAD

    @classmethod
    def utcnow(cls):
        return real.now(datetime.timezone.utc).replace(tzinfo=None) + AHEAD


class Date(datetime.date):
    @classmethod
    def today(cls):
        return real.now().date() + AHEAD


time.time = lambda: real_time() + AHEAD.total_seconds()
datetime.datetime, datetime.date = Datetime, Date
'''
BUILD = """
import datetime
import sys
from pathlib import Path
from bangvang.publishing import rendering
from bangvang.publishing.build import build_site
rendering._WORTH_SHARING = 1
build_site(Path(sys.argv[1]), jobs=int(sys.argv[2]))
print(datetime.date.today())
"""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(path: Path, passage: str, instead: str) -> None:
    """Edit a file as an office does."""
    text = path.read_text(encoding="utf-8")
    assert passage in text
    path.write_text(text.replace(passage, instead), encoding="utf-8")


def page(project: Path, url: str) -> str:
    """A page of the built site."""
    return (project / "site" / url / "index.html").read_text(encoding="utf-8")


# -- the same bytes


def test_the_same_records_give_the_same_bytes(small_site: Path, tmp_path: Path) -> None:
    """In another folder, with two workers, on another day of the clock, with sets in another order."""
    other = shutil.copytree(small_site, tmp_path / "mot/thu muc/khac")
    (tmp_path / "lich").mkdir()
    (tmp_path / "lich/sitecustomize.py").write_text(ANOTHER_DAY, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "lich"), *sys.path])
    days = set()
    for folder, jobs, more in ((small_site, "1", {}), (other, "2", {"PYTHONPATH": path, "TZ": "America/Lima"})):
        environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": jobs, **more}
        command = [sys.executable, "-c", BUILD, str(folder), jobs]
        days.add(subprocess.run(command, env=environment, check=True, timeout=300, stdout=subprocess.PIPE).stdout)
    assert len(days) == 2
    assert contents(small_site / "site") == contents(other / "site")
    assert b"Expires: 2027-11-21T" in (other / "site/.well-known/security.txt").read_bytes()


def test_one_worker_and_two_make_the_same_site(tmp_path: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of lists longer than a page, too."""
    monkeypatch.setattr(rendering, "_WORTH_SHARING", 1)
    write_demo(200, tmp_path / "du-an")
    build_site(tmp_path / "du-an", day=DAY, frame=frame, jobs=2)
    two = contents(tmp_path / "du-an/site")
    build_site(tmp_path / "du-an", day=DAY, frame=frame, jobs=1, clean=True)
    assert contents(tmp_path / "du-an/site") == two
    assert "guong/loai/ca-nhan/tat-ca/index.html" in two


# -- little made for little changed


def test_one_story_makes_few_pages(tmp_path: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that show the person are looked at, and the person's own page alone is written."""
    root = tmp_path / "du-an"
    write_demo(200, root)
    first = build_site(root, day=DAY, frame=frame)
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("index.html")}
    looked_at: list[Target] = []
    really = building.print_pages
    monkeypatch.setattr(
        building, "print_pages", lambda press, stale, jobs: looked_at.extend(stale) or really(press, stale, jobs)
    )
    story = next(path for path in sorted((root / "data/honourees").iterdir()) if "story: |" in path.read_text("utf-8"))
    change(story, "story: |\n", "story: |\n  Thêm một câu.\n")
    second = build_site(root, day=DAY, frame=frame)
    url = f"guong/{story.stem}/"
    assert url in {target.url for target in looked_at}
    assert second.made == len(looked_at) < first.made / 10
    after = {path: path.stat().st_mtime_ns for path in before}
    assert [path.relative_to(root / "site").as_posix() for path in before if before[path] != after[path]] == [
        f"{url}index.html"
    ]


def test_nothing_is_made_when_nothing_changed(good: Path, frame: Frame) -> None:
    """Not even touched."""
    before = {path: path.stat().st_mtime_ns for path in (good / "site").rglob("*")}
    built = build_site(good, day=DAY, frame=frame)
    assert (built.made, built.removed) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in (good / "site").rglob("*")} == before


def test_another_hand_written_page_leaves_the_pages_of_records_alone(good: Path, frame: Frame) -> None:
    """Unless their frame shows it."""
    other = Frame(shutil.copytree(frame.folder, good / "khung"))
    (other.site / "moi").mkdir()
    (other.site / "moi/index.html").write_text("<title>Mới</title>", encoding="utf-8")
    built = build_site(good, day=DAY, frame=other)
    assert built.made == 0
    assert "Mới" in page(good, "moi/")
    build_site(good, day=DAY, frame=frame)
    assert not (good / "site/moi").exists()


def test_every_page_is_made_on_another_day(good: Path, frame: Frame) -> None:
    """What runs today may be over tomorrow."""
    built = build_site(good, day=DAY + datetime.timedelta(days=1), frame=frame)
    assert built.made == built.pages


def test_a_site_that_somebody_emptied_is_built_again(good: Path, frame: Frame) -> None:
    """The memory of the last build is of no use then."""
    before = contents(good / "site")
    shutil.rmtree(good / "site")
    build_site(good, day=DAY, frame=frame)
    assert contents(good / "site") == before


def test_a_clean_build_takes_out_what_is_not_of_the_site(good: Path, frame: Frame) -> None:
    """But what a host keeps at the top stays."""
    before = contents(good / "site")
    (good / "site/cu").mkdir()
    for path in ("cu/index.html", "guong/la.html", "CNAME", ".nojekyll"):
        (good / "site" / path).write_bytes(b"x")
    build_site(good, day=DAY, frame=frame, clean=True)
    assert contents(good / "site") == before | {"CNAME": b"x", ".nojekyll": b"x"}


# -- frames that the build makes itself


def test_settings_and_hand_written_pages_reach_the_site(small_site: Path, tmp_path: Path) -> None:
    """A build after such changes equals a clean one, and a frame that still fits is used again."""
    build_site(small_site, day=DAY)
    kept = set(os.listdir(small_site / FOLDER))
    build_site(small_site, day=DAY)
    assert set(os.listdir(small_site / FOLDER)) == kept
    change(small_site / "data/site.yml", 'name: Bảng Vàng "thử" & thật', "name: Tên mới\ntrial: true")
    change(small_site / "docs/gioi-thieu.md", "Trang để thử.", "Trang đã sửa.")
    (small_site / "docs/them.md").write_text("# Trang thêm\n", encoding="utf-8")
    (small_site / "overrides/partials").mkdir()
    (small_site / "overrides/partials/logo.html").write_text("<b>Biểu trưng</b>", encoding="utf-8")
    build_site(small_site, day=DAY)
    other = shutil.copytree(small_site, tmp_path / "khac", ignore=shutil.ignore_patterns("site", ".cache"))
    build_site(other, day=DAY)
    assert contents(small_site / "site") == contents(other / "site")
    for url, passage in (("gioi-thieu/", "Trang đã sửa."), ("them/", "Trang thêm"), ("nam/", "<b>Biểu trưng</b>")):
        assert passage in page(small_site, url)
    assert "<title>Gương sáng | Tên mới</title>" in page(small_site, "guong/")


def test_pages_name_a_script_by_its_new_content(good: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine whose scripts have changed makes the pages anew that load them."""
    names = building.asset_names()
    script = "search-page.min.js"
    changed = names | {script: names[script].replace(".js", ".neu.js")}
    for module in ("bangvang.publishing.build", "bangvang.pages.search"):
        monkeypatch.setattr(f"{module}.asset_names", lambda: changed)
    build_site(good, day=DAY, frame=frame)
    assert changed[script] in page(good, "tim-kiem/")


# -- odd projects


def test_a_project_without_records_has_all_its_front_pages(small_site: Path, frame: Frame) -> None:
    """An office begins with nothing but its settings."""
    for entry in (small_site / "data").iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
    change(small_site / "data/site.yml", "home: {honourees: [k7m2q9], campaigns: [lon]}\n", "")
    build_site(small_site, day=DAY, frame=frame)
    fronts = ["", "guong/", "quyet-dinh/", "phong-trao/", "van-ban/", "mo-hinh/", "thong-ke/", "luu-tru/", "nam/"]
    assert all((small_site / "site" / url / "index.html").is_file() for url in fronts)


def test_a_kind_that_is_emptied_loses_its_pages_but_not_its_front(good: Path, frame: Frame) -> None:
    """Nothing stays behind."""
    shutil.rmtree(good / "data/reports")
    build_site(good, day=DAY, frame=frame)
    assert os.listdir(good / "site/bao-cao") == ["index.html"]


def test_photos_of_the_living_who_did_not_consent_stay_at_home(good: Path, frame: Frame) -> None:
    """Not even the file is on the site; that of somebody who consented is."""
    (good / "data/photos").mkdir()
    for name, shade in (("co.jpg", 90), ("khong.jpg", 160)):
        Image.new("RGB", (400, 300), (shade, shade, shade)).save(good / "data/photos" / name)
    for id, name in (("k7m2q9", "co.jpg"), ("h3n8pw", "khong.jpg")):
        with (good / f"data/honourees/{id}.yml").open("a", encoding="utf-8") as stream:
            stream.write(f"photos: [{{file: {name}, alt: Chân dung}}]\n")
    build_site(good, day=DAY, frame=frame)
    shown = {path.split("-")[0] for path in os.listdir(good / "site/anh")}
    assert shown == {"co"}
    assert "anh/co-" in page(good, "guong/k7m2q9/")
    assert "anh/" not in page(good, "guong/h3n8pw/")


# -- bad input


def unchanged(project: Path, frame: Frame, error: type[Exception]) -> str:
    """The message of a build that must fail; the site stays, and nothing half-made lies about."""
    before = contents(project / "site")
    with pytest.raises(error) as raised:
        build_site(project, day=DAY, frame=frame, jobs=2)
    assert contents(project / "site") == before
    assert not (project / ".site.staging").exists()
    return str(raised.value)


def command(project: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """`bangvang build`: its exit code and all that it says."""
    code = main(["build", "--project", str(project), "--as-of", "2026-11-21"])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_bad_data_stop_the_build_with_the_checker_s_messages(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, each message in its place, the old site untouched; mended, the build goes on."""
    before = contents(good / "site")
    text = (good / PERSON).read_text(encoding="utf-8")
    change(good / PERSON, "place: xa-thu", "place: xa-nao-do")
    change(good / "data/honourees/thon-hai.yml", "kind: collective", "kind: lang")
    code, told = command(good, capsys)
    assert code == 1
    assert f"{PERSON}:3:8: lỗi: " in told
    assert "data/honourees/thon-hai.yml:1:7: lỗi: " in told
    assert "Dữ liệu còn 2 lỗi nên trang chưa được dựng lại." in told
    assert "Traceback" not in told
    assert contents(good / "site") == before
    assert os.listdir(good / FOLDER) == []
    (good / PERSON).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (PERSON, "kind: individual\nname: A\nphotos: [{file: mat.jpg, alt: Ảnh}]\nillustrative: true\n", "mat.jpg"),
        (PERSON, "kind: [", PERSON),
        ("data/site.yml", "name: A\n", "data/site.yml"),
    ],
)
def test_faults_in_the_data_are_failures_with_a_verdict(
    good: Path, frame: Frame, path: str, text: str, told: str
) -> None:
    """A photo that is missing, a file that is no YAML, settings without what they need."""
    (good / path).write_text(text, encoding="utf-8")
    before = contents(good / "site")
    with pytest.raises(Failure) as raised:
        build_site(good, day=DAY, frame=frame)
    assert raised.value.verdict is not None
    assert any(told in f"{problem.path} {problem.what}" for problem in raised.value.verdict.problems)
    assert contents(good / "site") == before


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("pages/honouree.html", "<p>\n\n{% if %}", "overrides/pages/honouree.html:3: mẫu trang viết sai cú pháp ("),
        ("pages/honouree.html", "\n{{ khong_co }}", "overrides/pages/honouree.html:2: mẫu trang gặp lỗi khi dựng ("),
        ("pages/list.html", "{{ 1 / 0 }}", "overrides/pages/list.html:1: mẫu trang gặp lỗi khi dựng ("),
        ("pages/decision.html", "{{ {}['a'].b }}", "overrides/pages/decision.html:1: mẫu trang gặp lỗi khi dựng ("),
        ("pages/tombstone.html", '{% include "khong-co.html" %}', "khong-co.html"),
        ("pages/list.html", '{% include "pages/list.html" %}', "overrides/pages/list.html:1: mẫu trang gặp lỗi"),
    ],
)
def test_a_wrong_override_is_named_with_its_line(good: Path, frame: Frame, name: str, text: str, told: str) -> None:
    """And what to do about it."""
    (good / "overrides/pages").mkdir()
    (good / "overrides" / name).write_text(text, encoding="utf-8")
    message = unchanged(good, frame, Failure)
    assert told in message
    assert "overrides/" in message.partition(" → ")[2]


def test_bad_data_are_told_rather_than_the_template_that_stumbled_over_them(good: Path, frame: Frame) -> None:
    """One cause, one message."""
    (good / "overrides/pages").mkdir()
    (good / "overrides/pages/honouree.html").write_text("{{ khong_co }}", encoding="utf-8")
    change(good / PERSON, "place: xa-thu", "place: xa-nao-do")
    assert unchanged(good, frame, Failure) == "Dữ liệu còn 1 lỗi nên trang chưa được dựng lại."


def test_a_hand_written_page_cannot_stand_where_a_record_does(good: Path, frame: Frame) -> None:
    """Whatever its capitals."""
    other = Frame(shutil.copytree(frame.folder, good / "khung"))
    (other.site / "Guong/K7m2q9").mkdir(parents=True)
    (other.site / "Guong/K7m2q9/index.html").write_text("Trang tay", encoding="utf-8")
    assert unchanged(good, other, Failure) == (
        "Trang viết tay docs/Guong/K7m2q9.md đòi địa chỉ /guong/k7m2q9/, nơi đã có trang do dữ liệu làm ra "
        "→ Đổi tên tệp trong docs/."
    )


def test_a_hand_written_file_cannot_stand_where_a_chart_does(good: Path, frame: Frame) -> None:
    """Or nobody could tell which of the two readers take away."""
    chart = min((good / "site" / "thong-ke").glob("*.svg"))
    path = chart.relative_to(good / "site").as_posix()
    other = Frame(shutil.copytree(frame.folder, good / "khung"))
    (other.site / path).parent.mkdir(parents=True, exist_ok=True)
    (other.site / path).write_text("<svg/>", encoding="utf-8")
    assert unchanged(good, other, Failure) == (
        f"Tệp docs/{path} đòi địa chỉ của một biểu đồ do dữ liệu làm ra → Đổi tên tệp trong docs/."
    )


def test_two_records_cannot_have_one_address(good: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor two that only capitals tell apart."""
    really = building.targets
    twice = Target("Guong/K7M2Q9/", "honouree", ("h3n8pw",))
    change(good / "data/honourees/h3n8pw.yml", "name: Đỗ Thị Mẫu", "name: Đỗ Thị Mẫu Hai")
    monkeypatch.setattr(building, "targets", lambda answers: [*really(answers), twice])
    told = unchanged(good, frame, Failure)
    assert told == "Hai trang cùng đòi địa chỉ /Guong/K7M2Q9/: k7m2q9 và h3n8pw → Đổi mã (tên tệp) của một trong hai."


# -- faults of the machine


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """As on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_the_next_build_is_right(good: Path, frame: Frame) -> None:
    """The old site stands until then."""
    change(good / PERSON, "dậy **sớm**", "dậy **muộn**")
    with no_file_over(4000):
        told = unchanged(good, frame, StagingError)
    assert told.startswith("Ổ đĩa chứa ")
    assert "đã đầy" in told
    build_site(good, day=DAY, frame=frame)
    assert "dậy <strong>muộn</strong>" in page(good, "guong/k7m2q9/")


def test_a_site_that_cannot_be_written_is_told(good: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights are missing, or the disk is only for reading."""
    change(good / PERSON, "dậy **sớm**", "dậy **muộn**")
    for number, told in ((13, "Không có quyền ghi "), (30, "nằm trên ổ đĩa chỉ cho đọc")):

        def refuse(target: str, data: bytes, number: int = number) -> None:
            raise OSError(number, os.strerror(number), target)

        monkeypatch.setattr(staging, "_write", refuse)
        assert told in unchanged(good, frame, StagingError)


def test_a_cache_that_cannot_be_written_is_told(small_site: Path, frame: Frame) -> None:
    """Without a traceback."""
    (small_site / ".cache").write_bytes(b"")
    with pytest.raises(StagingError, match="nằm ở chỗ cần một thư mục"):
        build_site(small_site, day=DAY, frame=frame)


def dies(here: int) -> Callable[..., Page]:
    """A builder that ends its process, unless it is this one, where it leaves the others time to take their share."""
    really = BUILDERS["honouree"]

    def build(reading: Reading, id: str) -> Page:
        if os.getpid() != here:
            os._exit(9)
        time.sleep(0.1)
        return really(reading, id)

    return build


def test_a_worker_that_dies_is_told(good: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine may have run out of memory; the site stays, and the next build is right."""
    change(good / "data/vocabulary/places.yml", "name: Xã Thử Cũ", "name: Xã Thử Xưa")
    with monkeypatch.context() as patch:
        patch.setattr(rendering, "_WORTH_SHARING", 1)
        patch.setitem(BUILDERS, "honouree", dies(os.getpid()))  # type: ignore[arg-type]
        assert "Một tiến trình phụ dừng đột ngột" in unchanged(good, frame, Failure)
        patch.undo()
        patch.setattr(building, "check_again", lambda *_: os._exit(9))
        assert "Một tiến trình phụ dừng đột ngột" in unchanged(good, frame, Failure)
    build_site(good, day=DAY, frame=frame)
    assert "Xã Thử Xưa" in page(good, "guong/n2p3q4/")


def test_a_build_that_had_to_wait_for_another_starts_from_what_that_one_left(
    good: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not from what it saw before it waited."""
    before = contents(good / "site")

    class Waiting(Stage):
        def __enter__(self) -> Stage:
            monkeypatch.setattr(building, "Stage", Stage)
            change(good / PERSON, "dậy **sớm**", "dậy **muộn**")
            build_site(good, day=DAY, frame=frame)
            change(good / PERSON, "dậy **muộn**", "dậy **sớm**")
            assert contents(good / "site") != before
            return super().__enter__()

    monkeypatch.setattr(building, "Stage", Waiting)
    build_site(good, day=DAY, frame=frame)
    assert contents(good / "site") == before


# -- killed


def edit_and_build_for_ever(root: Path, frame: Frame, states: list[Callable[[], None]]) -> None:
    """From one state to the other and back, until killed."""
    while True:
        for state in states:
            state()
            build_site(root, day=DAY, frame=frame, jobs=2)


def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    tmp_path: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thirty times, with 200 records: always one of the two good sites, and the next build equals a clean one."""
    monkeypatch.setattr(rendering, "_WORTH_SHARING", 20)
    root = tmp_path / "du-an"
    write_demo(220, root)
    shared, newcomer = root / "data/vocabulary/places.yml", root / "data/honourees/thon-moi.yml"
    first = shared.read_bytes()

    def one() -> None:
        shared.write_bytes(first)
        newcomer.unlink(missing_ok=True)

    def other() -> None:
        shared.write_bytes(first.replace("name: Xã Thạch Đài\n".encode(), "name: Xã Đài Mới\n".encode()))
        newcomer.write_text("kind: collective\nname: Thôn Mới\nillustrative: true\n", encoding="utf-8")

    sites = []
    for state in (other, one):
        state()
        started = time.monotonic()
        build_site(root, day=DAY, frame=frame, clean=True)
        pace = time.monotonic() - started
        sites.append(contents(root / "site"))
    pages = [{path for path in site if path.endswith("index.html")} for site in sites]
    assert pages[0] > pages[1]
    dice = random.Random(30)
    interrupted = 0
    for kill in range(KILLS):
        gc.collect()  # of the builds before: what forks takes longer the more lies about
        victim = os.fork()
        if victim == 0:
            os.setpgid(0, 0)
            try:
                edit_and_build_for_ever(root, frame, [other, one])
            finally:
                os._exit(1)
        os.setpgid(victim, victim)  # whoever of the two comes first
        time.sleep(dice.uniform(0, pace / 3))
        os.killpg(victim, signal.SIGKILL) if kill % 2 else os.kill(victim, signal.SIGKILL)
        os.waitpid(victim, 0)
        interrupted += (root / ".site.staging").exists()
        recover(root / "site")
        assert contents(root / "site") in sites
        [other, one][kill % 2]()
        build_site(root, day=DAY, frame=frame)
        assert contents(root / "site") == sites[kill % 2]
    assert interrupted > 0
