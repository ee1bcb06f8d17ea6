"""Our own search: its files, and what each of its answers loads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser

from bangvang.assets import FOLDER
from bangvang.search import HEAD
from bench.search.browsing import blank_page
from bench.search.contender import Contender
from bench.search.indexed import Indexed

NAME = "Bảng Vàng"
_INDEX = "/chi-muc/"
_ENGINE, _WORDS = "/search-engine.js", "/search-words.js"
_SCRIPTS = {_ENGINE: "search-engine", _WORDS: "search-words"}
_FIRST = ("search", "search-page", "search-engine")
_LATER = ("search-words", "search-filters")
# The head is asked for beside the engine, as on pages that do not hold it; on the search page it is there already.
_GLUE = (
    """async () => {
    const engine = new Promise((done) => {
        const script = document.createElement("script");
        script.src = "ENGINE";
        script.onload = done;
        document.head.append(script);
    });
    const [head] = await Promise.all([fetch("INDEXHEAD").then((answer) => answer.json()), engine]);
    const index = BangVangSearch.open({ base: "INDEX", head, more: "WORDS" });
    return async (query, most) => (await index.find(query)).rows.slice(0, most).map((row) => row.url);
}""".replace("HEAD", HEAD)
    .replace("INDEX", _INDEX)
    .replace("ENGINE", _ENGINE)
    .replace("WORDS", _WORDS)
)
# Answers come after a while, so that what is asked for together is seen to be so: a round trip later than all that
# has come before. What leads to words is there already, as it is a second after somebody begins to type.
_ASK = """async ([queries, head, base]) => {
    const answers = [];
    for (const query of queries) {
        let [files, rounds, done, bytes, shown] = [0, 0, 0, 0, 0];
        const load = async (path) => {
            const round = done + 1;
            const answer = await fetch(base + path);
            const value = await answer.json();
            await new Promise((go) => setTimeout(go, 20));
            if (path === head.t) return value;
            files++;
            bytes += +answer.headers.get("content-length");
            rounds = Math.max(rounds, round);
            done = Math.max(done, round);
            return value;
        };
        const index = BangVangSearch.open({ base, load, head });
        await index.warm();
        await index.get(head.t);
        const found = await index.find(query, { show: () => (shown ||= done) });
        answers.push({ urls: found.rows.map((row) => row.url), files, rounds, shown: shown || rounds, bytes });
    }
    return answers;
}"""


@dataclass(frozen=True)
class Answer:
    """What one query brought."""

    urls: tuple[str, ...]
    files: int
    rounds: int
    """Round trips until all ten rows are there."""
    shown: int
    """Those until there is something to see."""
    bytes: int
    """Compressed, without the head and the engine."""


def our_search(made: Indexed) -> Contender:
    """Ours, as it is served."""
    files = {_INDEX + path: data for path, data in made.files.items()}
    return Contender(NAME, files | scripts(), _GLUE, f"{made.seconds['index']:.1f} s")


def scripts() -> dict[str, bytes]:
    """What searches: the script that answers names, and the one that is loaded when more is needed."""
    return {address: _script(name) for address, name in _SCRIPTS.items()}


def first_scripts() -> list[bytes]:
    """What the page of results loads before its first answer to a name."""
    return [_script(name) for name in _FIRST]


def later_scripts() -> list[bytes]:
    """What it loads after that, or when it is needed."""
    return [_script(name) for name in _LATER]


def _script(name: str) -> bytes:
    return (FOLDER / f"{name}.min.js").read_bytes()


def ask(opened: Browser, home: str, made: Indexed, queries: Sequence[str]) -> list[Answer]:
    """Every query as a visitor's first, the head being there already."""
    head = json.loads(made.files[HEAD])
    with blank_page(opened, home) as page:
        page.add_script_tag(url=_ENGINE)
        page.add_script_tag(url=_WORDS)
        answers = page.evaluate(_ASK, [list(queries), head, _INDEX])
    return [Answer(tuple(one.pop("urls")), **one) for one in answers]
