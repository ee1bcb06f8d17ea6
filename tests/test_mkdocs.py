"""The adapter: what is spliced is what MkDocs would have rendered, and `mkdocs build` gives what `bangvang build` gives."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from bangvang.loading import load_project
from bangvang.pages.addresses import ROOT
from bangvang.pages.answers import Answers
from bangvang.pages.catalogue import RECORDS, SINGLE, build_page, targets
from bangvang.pages.english.addresses import FOLDERS
from bangvang.pages.page import Page
from bangvang.pages.rendering import Renderer
from bangvang.publishing.build import build_site
from bangvang.publishing.frame import Frame, FrameInTheMaking
from bangvang.publishing.rendering import Press, brief_description, page_bytes
from bangvang.records import KINDS
from bangvang.registry import build_registry

DAY = datetime.date(2026, 11, 21)
EPOCH = "1795219200"
"""Seconds until that day, for SOURCE_DATE_EPOCH."""
IMAGES = {"site": "/assets/share/site.png", "honouree": "/assets/share/h.png"}

ORDINARY_PAGES = '''
"""Hands ready bodies to MkDocs as pages like any other."""

import json
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

PAGES = json.loads((Path(__file__).parent / "pages.json").read_text(encoding="utf-8"))


def on_files(files, config):
    for name, page in PAGES.items():
        if page["url"]:
            file = File.generated(config, name, content="")
            file.dest_uri = page["url"] + "index.html"
            file.url = page["url"]
            files.append(file)
    return files


def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri in PAGES:
        page.meta = PAGES[page.file.src_uri]["meta"]
        page.title = page.meta["title"]
    return markdown


def on_page_content(html, page, config, files):
    return PAGES[page.file.src_uri]["body"] if page.file.src_uri in PAGES else html


@event_priority(100)
def on_post_page(output, page, config):
    if page.is_homepage:
        Path(config.site_dir, "index.html").write_text(output, encoding="utf-8")
    return output
'''


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ordinary(page: Page, body: str, head: str) -> dict[str, object]:
    """A page as MkDocs is given it."""
    meta = {
        "title": page.title,
        "description": brief_description(page.description),
        "robots": "index,follow" if page.indexed else "noindex",
        "head": head,
        "image": IMAGES.get(page.image, IMAGES["site"]),
        "tab": page.tab,
    }
    return {"url": page.url, "meta": meta, "body": body.replace(ROOT, "../" * page.url.count("/"))}


def in_english(project: Path) -> Path:
    """The project with all that can be told in English told, in words that would break a template."""
    change(project / "data/site.yml", "address:", 'name_en: Board "on trial" & real\naddress:')
    summary = "summary_en: 'Odd \"quoted\" </script><!-- {{ x }} {% y %} bv0body0bv bv0title0bv bv0path0bv/ & &lt; -->'"
    for kind in FOLDERS:
        for record in (project / "data" / KINDS[kind].path).glob("*.yml"):
            text = record.read_text(encoding="utf-8")
            if "status: removed" not in text:
                record.write_text(f"{text.rstrip()}\n{summary}\n", encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def both_ways(tmp_path_factory: pytest.TempPathFactory, frame: Frame) -> dict[str, tuple[str, bytes, bytes]]:
    """Address → who builds the page, the spliced page, the same page rendered by MkDocs."""
    root = in_english(copied(frame.folder.parents[3], tmp_path_factory.mktemp("spliced") / "du-an"))
    frame = FrameInTheMaking(root, "spliced").result()
    answers = Answers(build_registry(load_project(root), DAY))
    renderer = Renderer()
    press = Press(answers, renderer, frame.shells, IMAGES, answers.site.address, root, root, {})  # type: ignore[union-attr]
    spliced, given = {}, {}
    for number, target in enumerate(targets(answers)):
        page, reading = build_page(answers, target)
        spliced[page.url] = target.builder, page_bytes(press, page, reading)
        name = f"page-{number}.md" if page.url else "index.md"
        given[name] = ordinary(page, renderer.body(page), renderer.data(page, press.address))
    project = tmp_path_factory.mktemp("ordinary") / "du-an"
    shutil.copytree(root, project, ignore=shutil.ignore_patterns(".cache"))
    (project / "hooks/pages.json").write_text(json.dumps(given), encoding="utf-8")
    (project / "hooks/ordinary.py").write_text(ORDINARY_PAGES, encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    both = settings.replace("hooks:\n  - hooks/site.py", "hooks:\n  - hooks/site.py\n  - hooks/ordinary.py")
    assert both != settings
    (project / "mkdocs.yml").write_text(both, encoding="utf-8")
    rendered = FrameInTheMaking(project, "ordinary").result().site
    return {
        page["url"]: (*spliced[page["url"]], (rendered / page["url"] / "index.html").read_bytes())
        for page in given.values()
    }


def test_spliced_pages_are_what_mkdocs_renders(both_ways: Mapping[str, tuple[str, bytes, bytes]]) -> None:
    """Byte for byte, every page of the small site: at least three records of each kind, lists and the home page."""
    kinds = Counter(builder for builder, _, _ in both_ways.values())
    assert all(kinds[kind] >= 3 for kind in ("honouree", *RECORDS, "award", "field", "place", "agency", "letter"))
    assert all(kinds[f"/{url}"] == 1 for url in SINGLE)
    assert kinds["english-record"] >= 3 * len(FOLDERS)
    assert [url for url, (_, spliced, rendered) in both_ways.items() if spliced != rendered] == []


def test_marks_and_markup_in_records_stay_text(both_ways: Mapping[str, tuple[str, bytes, bytes]]) -> None:
    """The words that stand for holes, template braces and the end of a script come out as they were written."""
    for url in ("guong/tap-the-la/", "quyet-dinh/qd-la/", "phong-trao/phong-trao-la/", "van-ban/van-ban-la/"):
        page = both_ways[url][1].decode()
        assert "&lt;/script&gt;&lt;!-- {{ x }} {% y %} @@ bv0body0bv bv0title0bv bv0path0bv/" in page
        assert "</script><!--" not in page


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command in a project, on a fixed day."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=environment, capture_output=True, text=True, timeout=300
    )


def change(path: Path, passage: str, instead: str) -> None:
    """Edit a file as an office does."""
    text = path.read_text(encoding="utf-8")
    assert passage in text
    path.write_text(text.replace(passage, instead), encoding="utf-8")


def copied(project: Path, folder: Path) -> Path:
    """The project again, without anything that was built."""
    return Path(shutil.copytree(project, folder, ignore=shutil.ignore_patterns(".cache", "site")))


def test_mkdocs_and_bangvang_build_the_same_site(small_site: Path, tmp_path: Path, frame: Frame) -> None:
    """Every file: the first time, and after changes of a record, the menu and the address, now below a host's top."""
    assert run(small_site, "mkdocs", "build", "--quiet").returncode == 0
    build_site(copied(small_site, tmp_path / "dau"), day=DAY, frame=frame)
    assert contents(small_site / "site") == contents(tmp_path / "dau/site")

    change(small_site / "data/site.yml", "https://thu.example/", "https://thu.example/xa/bang-vang/")
    change(small_site / "mkdocs.yml", "title: Gương sáng", "title: Những tấm gương")
    change(small_site / "data/honourees/k7m2q9.yml", "dậy **sớm**", "dậy **muộn**")
    assert run(small_site, "mkdocs", "build", "--quiet").returncode == 0
    build_site(copied(small_site, tmp_path / "sau"), day=DAY)
    assert contents(small_site / "site") == contents(tmp_path / "sau/site")


def test_a_new_menu_reaches_every_page_that_mkdocs_builds(small_site: Path, frame: Frame) -> None:
    """What the pages take from the frame decides, whoever rendered it."""
    build_site(small_site, day=DAY, frame=frame)
    shells = json.loads((frame.folder / "shells.json").read_text(encoding="utf-8"))
    other = Frame(small_site / "khung")
    shutil.copytree(frame.folder, other.folder)
    renamed = json.dumps(shells, ensure_ascii=False).replace("Gương sáng", "Những tấm gương")
    (other.folder / "shells.json").write_text(renamed, encoding="utf-8")
    built = build_site(small_site, day=DAY, frame=other)
    assert built.made == built.pages
    assert "Những tấm gương" in (small_site / "site/guong/k7m2q9/index.html").read_text(encoding="utf-8")


def test_mkdocs_builds_where_it_is_told_and_keeps_the_good_site_when_data_are_bad(
    small_site: Path, tmp_path: Path
) -> None:
    """The checker's messages and no traceback; nothing half-made stays in the cache."""
    place = tmp_path / "noi-khac"
    command = ("mkdocs", "build", "--quiet", "--site-dir", str(place))
    assert run(small_site, *command).returncode == 0
    before = contents(place)
    assert "guong/k7m2q9/index.html" in before
    change(small_site / "data/honourees/k7m2q9.yml", "place: xa-thu", "place: xa-nao-do")
    failed = run(small_site, *command)
    assert failed.returncode == 1
    assert "data/honourees/k7m2q9.yml:3:8: lỗi: " in failed.stderr
    assert "Traceback" not in failed.stderr
    assert contents(place) == before
    assert not (small_site / "site").exists()
    assert [*(small_site / ".cache/bangvang/frame").iterdir()] == []


def test_mkdocs_names_the_line_of_a_wrong_theme_template(small_site: Path) -> None:
    """As bangvang does; nothing half-made stays in the cache."""
    (small_site / "overrides/partials").mkdir()
    (small_site / "overrides/partials/owner.html").write_text("\n\n{{ khong_co.ten }}", encoding="utf-8")
    failed = run(small_site, "mkdocs", "build", "--quiet")
    assert failed.returncode == 1
    assert "overrides/partials/owner.html:3: mẫu trang gặp lỗi khi dựng ('khong_co' is undefined) → " in failed.stderr
    assert "Traceback" not in failed.stderr
    assert [*(small_site / ".cache/bangvang/frame").iterdir()] == []


def test_a_site_without_news_gets_none_from_a_build(small_site: Path, frame: Frame) -> None:
    """Material's blog would write its folder into docs/, and the next build would differ."""
    project = frame.folder.parents[3]
    assert sorted(contents(project / "docs")) == sorted(contents(small_site / "docs"))
    assert not any(path.startswith("tin-tuc") for path in frame.files())
