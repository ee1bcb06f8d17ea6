"""What the command line can do stands in both guides, and in nothing but the language of its readers."""

from __future__ import annotations

import argparse
import datetime
import re
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from bangvang.checking import check
from bangvang.checking.named_file import FILE_SUFFIXES
from bangvang.cli import build_parser
from bangvang.exports.servers import server_files
from bangvang.loading import load_project
from bangvang.records import Decision, Recipient
from bangvang.registry import build_registry

ROOT = Path(__file__).parents[1]
GUIDES = ("README.md", "HUONG-DAN.md")
_ENGLISH = (" the ", " and ", " with ", "show this help", "show program")


def _commands() -> dict[str, argparse.ArgumentParser]:
    """Every command by its words, with those below it."""
    return dict(_below("", build_parser()))


def _below(words: str, parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                yield f"{words} {word}".strip(), below
                yield from _below(f"{words} {word}".strip(), below)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        yield from (option for option in action.option_strings if option.startswith("--"))


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("command", sorted(_commands()))
def test_every_command_is_documented(guide: str, command: str) -> None:
    """A command that nobody reads of does not exist."""
    assert f"bangvang {command}" in (ROOT / guide).read_text(encoding="utf-8")


@pytest.mark.parametrize("guide", GUIDES)
def test_every_option_is_documented(guide: str) -> None:
    """So is an option."""
    text = (ROOT / guide).read_text(encoding="utf-8")
    options = {option for parser in (build_parser(), *_commands().values()) for option in _options(parser)}
    assert {option for option in options if option not in text} == set()


@pytest.mark.parametrize("options", ["--require-hashes --only-binary :all: -r", "--no-deps --no-build-isolation -e ."])
def test_without_make_the_same_is_installed_as_with_it(options: str) -> None:
    """Locked, from wheels alone, and the project itself without another look at its dependencies."""
    for guide in ("HUONG-DAN.md", "Makefile"):
        assert options in (ROOT / guide).read_text(encoding="utf-8")


def test_the_office_is_told_which_files_it_may_offer() -> None:
    """All of them, and by the same list that the checker goes by."""
    text = (ROOT / "HUONG-DAN.md").read_text(encoding="utf-8")
    allowed = text.partition("Được đăng các loại: ")[2].partition(". Loại khác")[0]
    assert set(re.findall(r"`(\.\w+)`", allowed)) == set(FILE_SUFFIXES)


@pytest.mark.parametrize("command", ["", *sorted(_commands())])
def test_help_is_in_vietnamese(command: str) -> None:
    """The office reads it."""
    parser = _commands()[command] if command else build_parser()
    said = parser.format_help()
    assert said.startswith("Cách dùng: ")
    assert not [word for word in _ENGLISH if word in said]
    assert "usage:" not in said
    assert "optional" not in said


DECISION = "data/decisions/2026/qd-415-ubnd-xa-mau-2026.yml"
PERSON = "h3vkx8"


def _examples(beginning: str) -> list[str]:
    """The YAML blocks of the office's guide that begin so."""
    text = (ROOT / "HUONG-DAN.md").read_text(encoding="utf-8")
    return [
        block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if block.lstrip().startswith(beginning)
    ]


def _problems(root: Path) -> list[str]:
    project = load_project(root)
    verdict = check(project, build_registry(project, datetime.date(2026, 11, 21)))
    return [f"{problem.path}:{problem.line} {problem.what}" for problem in verdict.problems]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The shipped data with the decision that the office's guide tells how to write."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (decision,) = _examples("number:")
    (tmp_path / DECISION).write_text(decision, encoding="utf-8")
    return tmp_path


def _change(project: Path, passage: str, instead: str) -> None:
    text = (project / DECISION).read_text(encoding="utf-8")
    assert passage in text
    (project / DECISION).write_text(text.replace(passage, instead), encoding="utf-8")


def test_the_guides_decision_passes_the_check(project: Path) -> None:
    """A clerk who copies it sees no message at all, takes no other's id, and finds the file name in the guide."""
    assert _problems(project) == []
    records = load_project(ROOT).loaded
    taken = {
        row.id
        for one in records
        if isinstance(one.record, Decision)
        for row in one.record.recipients
        if isinstance(row, Recipient)
    }
    ids = re.findall(r"- id: (\S+)", (project / DECISION).read_text(encoding="utf-8"))
    assert len(ids) == 3
    assert taken.isdisjoint(ids)
    assert DECISION in (ROOT / "HUONG-DAN.md").read_text(encoding="utf-8")


def test_what_the_guide_does_to_a_decision_passes_the_check(project: Path) -> None:
    """An honour cancelled, a person taken out, a decision that corrects, each as the guide writes it."""
    (standing,) = _examples("standing:")
    (removed,) = _examples("- removed:")
    (corrects,) = _examples("corrects:")
    decision = (project / DECISION).read_text(encoding="utf-8")
    household = decision[decision.index("  - id: n5tyd7") :]
    _change(project, household, removed)
    _change(project, "  - id: to-lap-cau", f"{standing}  - id: to-xung-kich")
    later = (
        "number: 440/QĐ-UBND\ndate: 2026-10-06\ntitle: Về việc đính chính\nissuer: ubnd-xa-mau\nillustrative: true\n"
    )
    (project / "data/decisions/2026/qd-440-ubnd-xa-mau-2026.yml").write_text(later + corrects, encoding="utf-8")
    assert _problems(project) == []
    assert "was:" not in corrects


@pytest.mark.parametrize("beginning", ["status: withdrawn", "status: removed"])
def test_what_the_guide_does_to_a_profile_passes_the_check(project: Path, beginning: str) -> None:
    """Withdrawn with its reason, or nothing left but that something was removed."""
    (block,) = _examples(beginning)
    profile = "" if "removed" in beginning else "kind: individual\nname: Kiều Thị Mẫu Thơ\nillustrative: true\n"
    (project / f"data/honourees/{PERSON}.yml").write_text(profile + textwrap.dedent(block), encoding="utf-8")
    if "removed" in beginning:
        row = _row(project)
        _change(project, row, _examples("- removed:")[0])
    assert _problems(project) == []


def test_a_photo_of_somebody_living_needs_the_consent_that_the_guide_shows(project: Path) -> None:
    """Both as the guide writes them; the photo alone is an error."""
    (photos,) = _examples("photos:")
    (consent,) = _examples("consent:")
    profile = project / "data/honourees/h3vkx8.yml"
    (project / "data/photos").mkdir()
    shutil.copy(ROOT / "tools/readme/home.png", project / "data/photos/p542cq.png")
    text = "kind: individual\nname: Kiều Thị Mẫu Thơ\n" + photos.replace(".jpg", ".png")
    profile.write_text(text, encoding="utf-8")
    (problem,) = _problems(project)
    assert "chưa có sự đồng ý" in problem
    profile.write_text(text + consent, encoding="utf-8")
    assert _problems(project) == []


def _row(project: Path) -> str:
    """The first recipient."""
    text = (project / DECISION).read_text(encoding="utf-8")
    return text[text.index(f"  - id: {PERSON}") : text.index("  - id: to-lap-cau")]


def test_every_picture_of_the_guide_is_there_and_light() -> None:
    """Told in words too; and none lies about that the guide does not show."""
    text = (ROOT / "HUONG-DAN.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^\]]*)\]\((huong-dan/[\w-]+\.webp)\)", text)
    assert {path for _, path in shown} == {f"huong-dan/{path.name}" for path in (ROOT / "huong-dan").iterdir()}
    for told, path in shown:
        assert len(told.split()) >= 4
        assert (ROOT / path).stat().st_size <= 60_000


def test_every_picture_of_the_guide_is_taken_by_the_script() -> None:
    """By the name it has there."""
    script = (ROOT / "tools/screenshots.py").read_text(encoding="utf-8")
    taken = set(re.findall(r'_take\(page, "([\w-]+)"', script))
    assert taken == {path.stem for path in (ROOT / "huong-dan").iterdir()}


def test_the_guide_names_every_file_for_a_rebuild_at_night() -> None:
    """As builds write them."""
    text = (ROOT / "HUONG-DAN.md").read_text(encoding="utf-8")
    files = server_files("default-src 'self'", (), "/")
    assert [path for path in files.beside if path not in text] == []
