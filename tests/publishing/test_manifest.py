"""The published list of hashes: complete, sorted, read back as written, and refused where it is none."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang import __version__
from bangvang.publishing.delivery import deliver_folder
from bangvang.publishing.error import Failure
from bangvang.publishing.manifest import PATH, manifest_of, manifest_text, read_manifest, says_the_same
from bangvang.publishing.memory import file_digest
from bangvang.publishing.parcel import SiteParcel

DAY, NEXT = date(2026, 11, 21), date(2026, 11, 22)
FILES = {path: hashlib.sha256(path.encode()).hexdigest() for path in ("index.html", "guong/a/index.html", "đ.txt")}


def test_it_names_engine_day_and_every_file_one_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sorted, so that two lists compare line by line."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    text = manifest_text(manifest_of(FILES, DAY, "mkdocs 1"))
    kept = json.loads(text)
    assert (kept["engine"], kept["day"], kept["source_date_epoch"]) == (__version__, "2026-11-21", "1795219200")
    assert list(kept["files"]) == sorted(FILES)
    assert len(text.splitlines()) == len(FILES) + 2


@given(st.dictionaries(st.text(min_size=1), st.binary(max_size=4).map(lambda data: hashlib.sha256(data).hexdigest())))
def test_what_was_written_is_read(tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]) -> None:
    """Whatever the paths are."""
    manifest = manifest_of(files, DAY, "mkdocs 1")
    place = tmp_path_factory.mktemp("a") / "bangvang.json"
    place.write_text(manifest_text(manifest).encode("utf-8", "replace").decode(), encoding="utf-8")
    assert read_manifest(place) == manifest


def test_it_is_found_in_a_published_folder_and_in_a_packed_site(tmp_path: Path) -> None:
    """The office has these at hand."""
    text = manifest_text(manifest_of(FILES, DAY, "mkdocs 1"))
    (tmp_path / "web/.well-known").mkdir(parents=True)
    (tmp_path / "web" / PATH).write_text(text, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "web.zip", "w") as packed:
        packed.writestr(PATH, text)
    assert (
        read_manifest(tmp_path / "web") == read_manifest(tmp_path / "web.zip") == read_manifest(tmp_path / "web" / PATH)
    )


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"format": "khac", "files": {}}', '{"format": "bangvang-manifest-1", "files": {"a": "b"}}'],
)
def test_what_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    """With a way on, not with a traceback."""
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(Failure, match="không phải là danh sách các tệp đã công bố"):
        read_manifest(tmp_path / "a.json")


def test_a_list_that_is_not_there_and_a_packed_site_without_one_are_refused(tmp_path: Path) -> None:
    """Each in its own words."""
    with pytest.raises(Failure, match=r"Không thấy danh sách \.well-known/bangvang\.json"):
        read_manifest(tmp_path / "khong-co.json")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("index.html", "")
    with pytest.raises(Failure, match="không phải là danh sách"):
        read_manifest(tmp_path / "a.zip")


def test_two_lists_of_different_days_say_the_same_where_the_files_are_the_same() -> None:
    """Then the older one stays, and a night without news brings nothing new."""
    one = manifest_text(manifest_of(FILES, DAY, "mkdocs 1")).encode()
    assert says_the_same(one, manifest_text(manifest_of(FILES, NEXT, "mkdocs 1")).encode())
    assert not says_the_same(one, manifest_text(manifest_of(FILES, DAY, "mkdocs 2")).encode())
    assert not says_the_same(one, manifest_text(manifest_of(FILES | {"a": "0" * 64}, DAY, "mkdocs 1")).encode())


def test_a_folder_keeps_the_older_of_two_lists_that_say_the_same(tmp_path: Path) -> None:
    """Until a file is another."""
    (tmp_path / "site").mkdir()

    def deliver(text: str, day: date) -> date:
        (tmp_path / "site/index.html").write_text(text, encoding="utf-8")
        digests = {"index.html": file_digest(text.encode())}
        listed = manifest_text(manifest_of(digests, day, "mkdocs 1")).encode()
        deliver_folder(SiteParcel(tmp_path / "site", digests, beside={PATH: listed}), tmp_path / "web")
        return read_manifest(tmp_path / "web").day

    assert [deliver("1", DAY), deliver("1", NEXT), deliver("2", NEXT)] == [DAY, DAY, NEXT]
