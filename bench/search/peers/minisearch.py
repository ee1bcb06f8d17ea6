"""MiniSearch over the same entries: as it comes, and with words folded as its documentation shows how to.

The library comes from the npm registry, once, through npm; node, which npm comes with, makes the index.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from bangvang.search import Entry
from bench.search.contender import Contender

STOCK, FOLDED = "MiniSearch", "MiniSearch, folded"
_HERE = Path(__file__).parent
_VERSION = "7.2.0"
_DIGEST = "cb3b8126a3ea65d6b387787294f0792b0ea4a40b70f8f37688066a5638e0218a"
_INSIDE = "package/dist/umd/index.js"
_GLUE = """async () => {
    const library = new Promise((done) => {
        const script = document.createElement("script");
        script.src = "/minisearch.js";
        script.onload = done;
        document.head.append(script);
    });
    const [index] = await Promise.all([fetch("/index.json").then((answer) => answer.text()), library]);
    TOLD
    const search = MiniSearch.loadJSON(index, OPTIONS);
    return async (query, most) => search.search(query).slice(0, most).map((result) => result.id);
}"""


class MissingError(Exception):
    """The library cannot be had here; the message says why."""


def minisearch_searches(entries: Iterable[Entry], folder: Path, cache: Path) -> Iterator[Contender]:
    """Stock, and as somebody sets it up who knows that Vietnamese is typed without marks."""
    library = minisearch_library(cache)
    told = folder / "entries.json"
    told.write_text(json.dumps([_document(entry) for entry in entries], ensure_ascii=False), encoding="utf-8")
    small = without_comments(library.read_text(encoding="utf-8")).encode()
    for name, options in ((STOCK, "STOCK"), (FOLDED, "FOLDED")):
        started = perf_counter()
        index = _index(library, options, told, folder / "index.json")
        took = perf_counter() - started
        glue = _GLUE.replace("TOLD", _options()).replace("OPTIONS", options)
        yield Contender(name, {"/minisearch.js": small, "/index.json": index}, glue, f"{took:.1f} s")


def minisearch_library(cache: Path) -> Path:
    """The library, fetched if it is not there yet."""
    library = cache / f"minisearch-{_VERSION}.cjs"
    if library.exists():
        return library
    npm = shutil.which("npm")
    if npm is None:
        raise MissingError("npm is not installed")
    cache.mkdir(parents=True, exist_ok=True)
    fetched = subprocess.run(
        [npm, "pack", f"minisearch@{_VERSION}", "--silent"], cwd=cache, capture_output=True, text=True, check=False
    )
    if fetched.returncode:
        raise MissingError(f"npm could not fetch it: {fetched.stderr.strip()[-200:]}")
    package = cache / f"minisearch-{_VERSION}.tgz"
    if sha256(package.read_bytes()).hexdigest() != _DIGEST:
        raise MissingError("npm fetched something else than is known here")
    with tarfile.open(package) as held:
        script = held.extractfile(_INSIDE)
        assert script is not None
        library.write_bytes(script.read())
    package.unlink()
    return library


def without_comments(script: str) -> str:
    """Its package holds no script made small for browsers; this is nearly as small once it is compressed."""
    return re.sub(r"^\s*//.*\n|^\s+", "", re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL), flags=re.MULTILINE)


def _document(entry: Entry) -> dict[str, object]:
    return {
        "url": entry.url,
        "title": entry.title,
        "names": " ".join(entry.names),
        "known": f"{entry.place} {entry.meta}",
        "told": entry.body,
        "line": entry.line,
        "place": entry.place,
        "text": entry.text,
        "year": entry.year,
    }


def _index(library: Path, options: str, entries: Path, index: Path) -> bytes:
    program = (_HERE / "minisearch_build.js").read_text(encoding="utf-8").replace("OPTIONS", options)
    command = ["node", "--max-old-space-size=6000", "-", str(library), str(entries), str(index)]
    subprocess.run(command, input=_options() + program, text=True, check=True)
    return index.read_bytes()


def _options() -> str:
    return (_HERE / "minisearch_options.js").read_text(encoding="utf-8")
