"""Hugo makes the same pages from the same records."""

import datetime
import subprocess
from pathlib import Path

import pytest

from bangvang.demo import write_demo
from bangvang.loading import load_project
from bangvang.records import KINDS
from bangvang.registry import build_registry
from bench.peers.hugo import OUTPUT, base_layout, hugo_binary, hugo_command, write_hugo_project
from bench.peers.shell import Shell, plain_shell


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demonstration."""
    root = tmp_path_factory.mktemp("bench") / "demo"
    write_demo(20, root)
    return root


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    """Hugo's site of it."""
    out = project.parent / "hugo"
    write_hugo_project(project, out, plain_shell())
    binary = hugo_binary()
    assert binary is not None
    subprocess.run(hugo_command(binary, out), check=True)
    return out / OUTPUT


def test_every_record_has_its_page_and_nothing_else_has(project: Path, built: Path) -> None:
    """The comparison would mean nothing if one of the two made fewer pages."""
    registry = build_registry(load_project(project), datetime.date(2026, 11, 21))
    expected = {f"guong/{id}" for id in registry.laureates}
    for kind in KINDS.values():
        if kind.url and kind.name != "honouree":
            expected |= {f"{kind.url}/{id}" for id in registry.by_kind[kind.name]}
    folders = [kind.url for kind in KINDS.values() if kind.url]
    pages = {path.parent.relative_to(built).as_posix() for url in folders for path in built.glob(f"{url}/*/index.html")}
    assert pages == expected


def test_the_story_and_the_honours_are_on_the_page(project: Path, built: Path) -> None:
    """A page without its content would be written faster than it should."""
    path = next(path for path in sorted((project / "data/honourees").glob("*.yml")) if "\nstory:" in path.read_text())
    page = (built / "guong" / path.stem / "index.html").read_text(encoding="utf-8")
    told = path.read_text(encoding="utf-8").split("story: |\n")[1].split("\n")[0].strip()
    assert told[:40] in page
    assert page.count('<li id="') >= 1
    told, beside = page.split('id="h-them"')
    assert told.count('<li class="bv-row"><span class="bv-medal') == 6
    assert beside.count('<li class="bv-row"><span class="bv-medal') == 4
    assert told.count('class="bv-verify"') == told.count('<li id="')


@pytest.mark.parametrize("index", ["nam", "linh-vuc", "dia-phuong", "danh-hieu", "co-quan", "chu", "loai"])
def test_people_are_listed_by_what_they_have_in_common(built: Path, index: str) -> None:
    """Index pages are part of the site, so they are part of the comparison."""
    lists = [path.read_text(encoding="utf-8") for path in built.glob(f"{index}/*/index.html")]
    assert any('<li class="bv-card bv-person">' in text for text in lists)


def test_braces_of_the_shell_are_no_actions() -> None:
    """The shell is text that somebody else wrote."""
    assert "{{ evil" not in base_layout(Shell("<p>{{ evil }}</p>[[body]]"))
