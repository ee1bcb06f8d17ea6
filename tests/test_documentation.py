"""What the command line can do stands in both guides, and in nothing but the language of its readers."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from bangvang.cli import build_parser

ROOT = Path(__file__).parents[1]
GUIDES = ("README.md", "HUONG-DAN.md")
_ENGLISH = (" the ", " and ", " with ", "show this help", "show program")


def _commands() -> dict[str, argparse.ArgumentParser]:
    for action in build_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError


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


@pytest.mark.parametrize("command", ["", *sorted(_commands())])
def test_help_is_in_vietnamese(command: str) -> None:
    """The office reads it."""
    parser = _commands()[command] if command else build_parser()
    said = parser.format_help()
    assert said.startswith("Cách dùng: ")
    assert not [word for word in _ENGLISH if word in said]
    assert "usage:" not in said
    assert "optional" not in said
