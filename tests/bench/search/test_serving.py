"""The server of the bench sends what a good host would send."""

import gzip
import urllib.error
import urllib.request
from collections.abc import Mapping

import pytest

from bench.search.serving import served


def _got(files: Mapping[str, bytes], path: str) -> tuple[str | None, bytes]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with served(files) as home, opener.open(home + path) as answer:
        return answer.headers["Content-Encoding"], answer.read()


def test_files_are_compressed() -> None:
    """Whoever made them."""
    encoding, data = _got({"/a.json": b"[1]" * 500}, "/a.json?v=1")
    assert encoding == "gzip"
    assert len(data) < 100
    assert gzip.decompress(data) == b"[1]" * 500


def test_what_has_been_compressed_already_is_left_alone() -> None:
    """Its own reader unpacks it."""
    packed = gzip.compress(b"words")
    assert _got({"/a.pf_index": packed}, "/a.pf_index") == (None, packed)


def test_there_is_a_page_to_ask_from_and_nothing_else() -> None:
    """A file that is missing is told so, not made up."""
    assert b"doctype" in gzip.decompress(_got({}, "/")[1])
    with pytest.raises(urllib.error.HTTPError, match="404"):
        _got({}, "/b.json")
