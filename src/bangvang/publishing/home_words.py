"""The words of the home page, as the office wrote them in docs/index.md."""

from __future__ import annotations

import re
from pathlib import Path

from bangvang.loading import Unreadable
from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.pages.home import HomeWords

FILE = Path("docs/index.md")
_FRONT = re.compile(r"\A---\s*\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
_WRITTEN_PAGE = re.compile(r"\]\((?!\w+:|/|#)([\w./-]+?)(?:index)?\.md(#[\w-]*)?\)")


def read_home_words(root: Path) -> HomeWords:
    """The words; what is missing has a fitting default."""
    try:
        text = decode((root / FILE).read_bytes())
    except (OSError, Unreadable):
        return HomeWords()
    front = _FRONT.match(text)
    try:
        tree = read_tree(front[1]) if front else {}
    except Unreadable:
        tree = {}
    told = tree if isinstance(tree, dict) else {}

    def line(name: str, default: str) -> str:
        value = told.get(name)
        return " ".join(value.split()) if isinstance(value, str) and value.strip() else default

    plain = HomeWords()
    examples = told.get("try")
    return HomeWords(
        title=line("title", plain.title),
        description=line("description", plain.description),
        kicker=line("hero_kicker", plain.kicker),
        heading=line("hero_title", plain.heading),
        lead=line("hero_lead", plain.lead),
        search_label=line("search_label", plain.search_label),
        search_placeholder=line("search_placeholder", plain.search_placeholder),
        examples=tuple(str(one) for one in examples) if isinstance(examples, list) else (),
        text=_WRITTEN_PAGE.sub(r"](/\1/\2)", text[front.end() :] if front else text).strip(),
    )
