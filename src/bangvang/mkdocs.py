"""The adapter to MkDocs: its events, and nothing that the engine knows.

MkDocs renders the frame into a folder of its own; the engine then puts the site together. So `mkdocs build` and
`bangvang build` give the same bytes, and a failed build leaves the last site whole.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import traceback
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.theme import Theme

from bangvang.assets import asset_names
from bangvang.pages.addresses import ENGLISH, ENGLISH_ABOUT, SINGLE_ADDRESSES, shells
from bangvang.pages.template_fault import template_fault, template_line
from bangvang.publishing.error import StagingError
from bangvang.publishing.frame import Frame, new_frame_folder, write_shells
from bangvang.publishing.policy import inspect_frame
from bangvang.publishing.shell import BODY, DESCRIPTION, HEAD, IMAGE, PATH, ROBOTS, TITLE, Shell, ShellKey
from bangvang.publishing.shown import Shown
from bangvang.template_cache import template_cache

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
]

PACKAGE = Path(__file__).parent
_CONTACT = "<!-- bangvang:contact -->"
_ROOT_LINK = re.compile(r'(\b(?:href|src)=")/(?!/)')
_UNUSED = re.compile(
    r"assets/javascripts/|assets/stylesheets/.*\.map$|assets/images/favicon|sitemap\.xml(\.gz)?$|search/"
)


@dataclass
class _Run:
    """One build: where its frame grows, and where the site shall stand; `only_frame` when the engine itself asked."""

    root: Path
    shown: Shown
    frame: Path
    site: Path
    only_frame: bool
    shells: dict[ShellKey, Shell] = field(default_factory=dict)
    expected: dict[str, ShellKey] = field(default_factory=dict)


class _Templates(FileSystemLoader):
    """Templates where MkDocs looks for files of the theme to copy: not among ten thousand hidden icons."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                folders[:] = [name for name in folders if name[0] != "."]
                below = Path(folder).relative_to(top)
                found.update((below / name).as_posix() for name in names)
        return sorted(found)


class _ShellPage(Page):
    """The page of a shell: no Markdown, so none of its many extensions."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.toc = "", get_toc([])


_run: _Run | None = None
_asked_frame: Path | None = None


def render_frame(root: Path, folder: Path) -> None:
    """Let MkDocs render the frame of a project into a folder."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    global _asked_frame
    _asked_frame = folder
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(folder / "site")))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Turn MkDocs' output to the frame; put our templates under the office's overrides and over Material."""
    global _run
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    shown = _shown(root)
    frame = _asked_frame or new_frame_folder(root)
    _run = _Run(root, shown, frame, Path(config.site_dir), only_frame=_asked_frame is not None)
    config.site_dir = str(frame / "site")
    config.site_name = shown.name
    config.site_url = shown.address
    config.site_description = shown.description
    _rest_without_news(config)
    config.theme.dirs.insert(1, str(PACKAGE / "templates"))
    config.theme.get_env = partial(_environment, config.theme)  # type: ignore[method-assign]
    config.theme.static_templates -= {"sitemap.xml"}
    config.extra["scope"] = "/"
    config.extra["footer"] = _existing(config.extra.get("footer", []), Path(config.docs_dir))
    about = Path(config.docs_dir) / f"{ENGLISH_ABOUT.rstrip('/')}.md"
    config.extra["bv"] = {
        "assets": asset_names(),
        "trial": shown.trial,
        "site": shown.record,
        "english_about": about.is_file(),
    }
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Material's templates are compiled once, not in every build."""
    env.bytecode_cache = template_cache(f"frame-{version('mkdocs')}", _current().root)
    return env


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every shell; the home page's words are the engine's to lay out."""
    run = _current()
    home = files.get_file_from_path("index.md")
    if home is not None:
        files.remove(home)
    english = bool(run.shown.record.get("name_en"))
    for file in list(files):
        unused = _UNUSED.match(file.src_uri) and file.src_dir != config.docs_dir and not file.is_documentation_page()
        if unused or (file.src_uri.startswith(ENGLISH) and not english):
            files.remove(file)
    for tab, depth in shells(english=english):
        key = ShellKey(tab, depth)
        name = f"bv-{tab or 'goc'}-{depth}.md" if depth else "index.md"
        file = File.generated(config, name, content="")
        file.dest_uri = f"{f'{PATH}/' * depth}index.html"
        file.url = f"{PATH}/" * depth if depth else "./"
        run.expected[name] = key
        files.append(file)
        _ShellPage(None, file, config)  # the file takes it
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a shell its holes, and a hand-written page the office's address."""
    run = _current()
    key = run.expected.get(page.file.src_uri)
    if key is not None:
        page.meta = {
            "title": TITLE,
            "description": DESCRIPTION,
            "robots": ROBOTS,
            "head": HEAD,
            "image": IMAGE,
            "tab": key.tab,
        }
        page.title = TITLE
        return ""
    return markdown.replace(_CONTACT, run.shown.contact)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The hole for the body; elsewhere, links from the site's root become relative."""
    if page.file.src_uri in _current().expected:
        return BODY
    back = "../" * page.url.count("/") or "./"
    return _ROOT_LINK.sub(rf"\g<1>{back}", html)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a shell, cut; it is no page of the site."""
    run = _current()
    key = run.expected.get(page.file.src_uri)
    if key is None:
        return output
    run.shells[key] = Shell.cut(output)
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    """The frame is whole: keep it, or put the site together at once."""
    run = _current()
    write_shells(run.frame, run.shells)
    if run.only_frame:
        return
    from bangvang.output import as_text
    from bangvang.publishing.build import build_site
    from bangvang.publishing.error import Failure

    try:
        build_site(run.root, site=run.site, frame=Frame(run.frame))
    except Failure as failure:
        told = as_text(failure.verdict, failure.verdict.problems) if failure.verdict else ()
        raise PluginError("\n".join([str(failure), *told])) from None
    except StagingError as error:
        raise PluginError(str(error)) from None
    finally:
        shutil.rmtree(run.frame, ignore_errors=True)


def on_build_error(error: Exception) -> None:
    """Nothing half-made stays, and a mistake in a template is told in the office's words."""
    if _run is not None:
        shutil.rmtree(_run.frame, ignore_errors=True)
    if isinstance(error, TemplateError) or template_line(error):
        raise PluginError(str(template_fault(error, "overrides/"))) from None


def _environment(theme: Theme) -> Environment:
    env = Theme.get_env(theme)
    env.loader = _Templates(theme.dirs)
    return env


def _shown(root: Path) -> Shown:
    """From the engine that asked for the frame and waits for it, or from the record itself."""
    if _asked_frame is not None:
        return Shown.from_json(sys.stdin.buffer.readline())
    from bangvang.publishing.settings import read_settings

    return read_settings(root).shown()


def _rest_without_news(config: MkDocsConfig) -> None:
    """Where there are no news, Material's blog would write some into docs/; a build only reads there."""
    for name, plugin in config.plugins.items():
        if name.endswith("blog") and not (Path(config.docs_dir) / plugin.config["blog_dir"] / "index.md").is_file():
            plugin.config["enabled"] = False


def _existing(groups: list[dict[str, Any]], docs: Path) -> list[dict[str, Any]]:
    """The groups of links without those to pages that this site does not have."""

    def is_there(url: str) -> bool:
        written = docs / f"{url.strip('/')}.md"
        return url in SINGLE_ADDRESSES or written.is_file() or (docs / url / "index.md").is_file() or "://" in url

    return [{**group, "links": [link for link in group["links"] if is_there(link["url"])]} for group in groups]


def _current() -> _Run:
    assert _run is not None
    return _run


def main(arguments: list[str]) -> int:
    """Render a frame for the engine, which waits for it in another process: project and folder are the arguments."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        root, folder = map(Path, arguments)
        render_frame(root, folder)
        inspect_frame(root, Frame(folder))  # its findings are kept with the frame
    except ConfigurationError as error:
        print(_about_settings(str(error)))
        return 1
    except MkDocsException as error:
        print(error.format_message())
        return 1
    except Exception as error:
        print(f"{type(error).__name__}: {error} ({_last_line(error)})")
        return 1
    return 0


def _about_settings(told: str) -> str:
    """MkDocs quotes the YAML reader; its last mark is the place of the mistake."""
    marks = re.findall(r"line (\d+), column (\d+)", told)
    place = f"mkdocs.yml:{':'.join(marks[-1])}" if marks else "mkdocs.yml"
    return f"{place}: không đọc được tệp này → Sửa dòng được nêu, hoặc lấy lại bản cũ của tệp.\n{told}"


def _last_line(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{frame.filename}:{frame.lineno}"
