"""What surrounds every page: header, navigation, footer. A peer is given ours, so that pages weigh the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

TITLE, DESCRIPTION, ADDRESS, HEAD, BODY = "[[title]]", "[[description]]", "[[address]]", "[[head]]", "[[body]]"

_STRUCTURED = re.compile(r'<script type="application/ld\+json">.*?</script>\s*', re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>([^<]+)</h1>")
_DESCRIBED = re.compile(r'(<meta (?:name|property)="(?:og:|twitter:)?description" content=")[^"]*', re.IGNORECASE)
_ADDRESSED = re.compile(r'((?:<link rel="canonical" href="|<meta property="og:url" content="))[^"]*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shell:
    """A page with its own title, description, address, structured data and body taken out."""

    text: str


def plain_shell() -> Shell:
    """A small shell for when no built page is at hand."""
    return Shell(Path(__file__).with_name("shell.html").read_text(encoding="utf-8"))


def shell_of(page: str) -> Shell:
    """The shell of a built page about a record."""
    start, end = _body(page)
    heading = _HEADING.search(page, start, end)
    if heading is None:
        raise ValueError("the page has no heading to know its record by")
    text = _STRUCTURED.sub("", page[:start] + BODY + page[end:])
    text = text.replace("</head>", HEAD + "</head>", 1)
    text = _DESCRIBED.sub(lambda found: found[1] + DESCRIPTION, text)
    text = _ADDRESSED.sub(lambda found: found[1] + ADDRESS, text)
    return Shell(text.replace(heading[1].strip(), TITLE))


def _body(page: str) -> tuple[int, int]:
    """Where the page's own content begins and ends: the way to it and all articles inside its main part."""
    main = page.index("<main")
    start = page.index(">", main) + 1
    end = page.rindex("</main>")
    begins = [found for mark in ("<nav", "<article") if (found := page.find(mark, start, end)) >= 0]
    last = page.rfind("</article>", start, end)
    return (min(begins), last + len("</article>")) if begins and last >= 0 else (start, end)
