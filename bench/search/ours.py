"""Our own search: its files, and what each of its answers loads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

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
_VISITOR = """async (head, base) => {
    const spent = {};
    const forget = () => Object.assign(spent, { files: 0, rounds: 0, done: 0, bytes: 0, shown: 0 });
    forget();
    const load = async (path) => {
        const round = spent.done + 1;
        const answer = await fetch(base + path);
        const value = await answer.json();
        await new Promise((go) => setTimeout(go, 20));
        if (path === head.t) return value;
        spent.files++;
        spent.bytes += +answer.headers.get("content-length");
        spent.rounds = Math.max(spent.rounds, round);
        spent.done = Math.max(spent.done, round);
        return value;
    };
    const index = BangVangSearch.open({ base, load, head });
    await index.warm();
    await index.get(head.t);
    return { index, spent, forget };
}"""
_ASK = """async ([queries, head, base]) => {
    const answers = [], visitor = VISITOR;
    for (const query of queries) {
        const { index, spent } = await visitor(head, base);
        const found = await index.find(query, { show: () => (spent.shown ||= spent.done) });
        const { files, rounds, shown, bytes } = spent;
        answers.push({ urls: found.rows.map((row) => row.url), files, rounds, shown: shown || rounds, bytes });
    }
    return answers;
}""".replace("VISITOR", _VISITOR)
_NARROW = """async ([queries, facet, head, base]) => {
    const answers = [], visitor = VISITOR;
    for (const query of queries) {
        const [one, other] = [await visitor(head, base), await visitor(head, base)];
        const answer = ({ rows }, spent) => ({ urls: rows.map((row) => row.url), ...spent, shown: spent.rounds });
        const found = await one.index.find(query);
        const whole = found.whole ? await found.whole() : found;
        one.forget();
        const [counts] = await Promise.all([whole.counts(facet), one.index.words.store.values(facet)]);
        const [best] = Object.entries(counts).sort(([, few], [, many]) => many - few)[0];
        // Who counted has read all that narrowing takes; another visitor follows a link.
        await other.index.find(query);
        other.forget();
        const narrowed = await other.index.find(query, { filters: { [facet]: [best] } });
        answers.push([answer(whole, one.spent), answer(narrowed, other.spent)]);
    }
    return answers;
}""".replace("VISITOR", _VISITOR)


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
    with _engines(opened, home) as page:
        answers = page.evaluate(_ASK, [list(queries), head, _INDEX])
    return [_answer(one) for one in answers]


def narrow(
    opened: Browser, home: str, made: Indexed, queries: Sequence[str], facet: str
) -> list[tuple[Answer, Answer]]:
    """What a facet takes beside the answer of each query: its values with their counts; the answer under the first."""
    head = json.loads(made.files[HEAD])
    with _engines(opened, home) as page:
        answers = page.evaluate(_NARROW, [list(queries), facet, head, _INDEX])
    return [(_answer(counted), _answer(narrowed)) for counted, narrowed in answers]


@contextmanager
def _engines(opened: Browser, home: str) -> Iterator[Page]:
    with blank_page(opened, home) as page:
        page.add_script_tag(url=_ENGINE)
        page.add_script_tag(url=_WORDS)
        yield page


def _answer(spent: dict[str, Any]) -> Answer:
    return Answer(tuple(spent["urls"]), spent["files"], spent["rounds"], spent["shown"], spent["bytes"])
