"""Damages and forgeries, each caught and called by its name."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_bags import KEY, OTHER, PAYLOAD, as_folder, as_zip, bag_files

from bangvang.archive.findings import Sort
from bangvang.archive.opened import NotABag
from bangvang.archive.report import as_json, as_text
from bangvang.archive.verification import verify
from bangvang.signatures import public_text

PAGE = "data/site/index.html"
TABLE = "data/open-data/honouree.csv"
MANIFEST = "manifest-sha512.txt"

Files = dict[str, bytes]


def _edited(files: Files) -> None:
    files[TABLE] += b"x"


def _edited_in_the_same_size(files: Files) -> None:
    files[TABLE] = files[TABLE].replace(b"A", b"B")


def _without_one(files: Files) -> None:
    del files[TABLE]


def _with_one_more(files: Files) -> None:
    files["data/site/them.html"] = b"x"


def _with_a_tag_file_more(files: Files) -> None:
    files["GHI-CHU.txt"] = b"x"


def _renamed(files: Files) -> None:
    files["data/site/khac.html"] = files.pop(PAGE)


def _with_another_description(files: Files) -> None:
    files["bag-info.txt"] = files["bag-info.txt"].replace(b"Payload", b"payload")


def _without_the_manifest(files: Files) -> None:
    del files[MANIFEST]


def _with_a_torn_manifest(files: Files) -> None:
    files[MANIFEST] = files[MANIFEST][:100]


def _with_files_to_fetch(files: Files) -> None:
    files["fetch.txt"] = b"https://thu.example/a 1 data/a\n"


def _with_another_declaration(files: Files) -> None:
    files["bagit.txt"] = b"BagIt-Version: 7\n"


def _with_twins_in_case(files: Files) -> None:
    files["data/site/INDEX.html"] = files[PAGE]


def _with_twins_in_accents(files: Files) -> None:
    files["data/site/Vi\u1ec7t.html"] = b"x"
    files["data/site/Vie\u0323\u0302t.html"] = b"x"


def _listing_a_file_outside(files: Files) -> None:
    files[MANIFEST] += f"{'0' * 128}  ../../etc/passwd\n".encode()


def _rebuilt_without_a_key(files: Files) -> None:
    _rebuild(files, bag_files({**PAYLOAD, TABLE: b"id,name\nk7m2q9,B\n"}, None))


def _rebuilt_with_another_key(files: Files) -> None:
    _rebuild(files, bag_files({**PAYLOAD, TABLE: b"id,name\nk7m2q9,B\n"}, OTHER))


def _rebuilt_with_the_old_signature(files: Files) -> None:
    signature = files["tagmanifest-sha512.txt.sig"]
    _rebuild(files, bag_files({**PAYLOAD, TABLE: b"id,name\nk7m2q9,B\n"}, KEY))
    files["tagmanifest-sha512.txt.sig"] = signature


def _with_a_spoiled_signature(files: Files) -> None:
    files["tagmanifest-sha512.txt.sig"] = b"AAAA\n"


def _rebuild(files: Files, forged: Files) -> None:
    files.clear()
    files.update(forged)


DAMAGES: list[tuple[Callable[[Files], None], set[tuple[Sort, str]]]] = [
    (_edited, {(Sort.ALTERED, TABLE), (Sort.COUNT, "bag-info.txt")}),
    (_edited_in_the_same_size, {(Sort.ALTERED, TABLE)}),
    (_without_one, {(Sort.MISSING, TABLE), (Sort.COUNT, "bag-info.txt")}),
    (_with_one_more, {(Sort.ADDED, "data/site/them.html"), (Sort.COUNT, "bag-info.txt")}),
    (_with_a_tag_file_more, {(Sort.ADDED, "GHI-CHU.txt")}),
    (_renamed, {(Sort.RENAMED, PAGE)}),
    (_with_another_description, {(Sort.ALTERED, "bag-info.txt")}),
    (_without_the_manifest, {(Sort.MISSING, MANIFEST)}),
    (_with_a_torn_manifest, {(Sort.UNCLEAR, MANIFEST), (Sort.ALTERED, MANIFEST)}),
    (_with_files_to_fetch, {(Sort.FETCH, "fetch.txt"), (Sort.ADDED, "fetch.txt")}),
    (_with_another_declaration, {(Sort.UNCLEAR, "bagit.txt"), (Sort.ALTERED, "bagit.txt")}),
    (
        _with_twins_in_case,
        {(Sort.TWIN, PAGE), (Sort.ADDED, "data/site/INDEX.html"), (Sort.COUNT, "bag-info.txt")},
    ),
    (
        _with_twins_in_accents,
        {
            (Sort.TWIN, "data/site/Vi\u1ec7t.html"),
            (Sort.ADDED, "data/site/Vi\u1ec7t.html"),
            (Sort.ADDED, "data/site/Vie\u0323\u0302t.html"),
            (Sort.COUNT, "bag-info.txt"),
        },
    ),
    (_listing_a_file_outside, {(Sort.UNSAFE, "../../etc/passwd"), (Sort.ALTERED, MANIFEST)}),
    (_rebuilt_without_a_key, {(Sort.UNSIGNED, "tagmanifest-sha512.txt.sig")}),
    (_rebuilt_with_another_key, {(Sort.OTHER_KEY, "tagmanifest-sha512.txt.sig")}),
    (_rebuilt_with_the_old_signature, {(Sort.FORGED, "tagmanifest-sha512.txt.sig")}),
    (_with_a_spoiled_signature, {(Sort.FORGED, "tagmanifest-sha512.txt.sig")}),
]


@pytest.mark.parametrize("form", [as_folder, as_zip])
@pytest.mark.parametrize(("damage", "expected"), DAMAGES, ids=[damage.__name__[1:] for damage, _ in DAMAGES])
def test_a_damage_or_forgery_is_caught_and_named(
    damage: Callable[[Files], None],
    expected: set[tuple[Sort, str]],
    form: Callable[[Files, Path], Path],
    tmp_path: Path,
) -> None:
    """By what it is, and on the file that it is about; and nothing else is complained of."""
    files = bag_files(PAYLOAD, KEY)
    damage(files)
    found = verify(form(files, tmp_path / "bo.zip"), [KEY.public_key()]).findings
    assert {(finding.sort, finding.path) for finding in found} == expected
    assert all(finding.told().startswith(finding.sort.label) for finding in found)


@pytest.mark.parametrize("form", [as_folder, as_zip])
def test_a_whole_bag_is_sound_and_its_signer_known(form: Callable[[Files, Path], Path], tmp_path: Path) -> None:
    """Signed by the key that was asked for."""
    judgement = verify(form(bag_files(PAYLOAD, KEY), tmp_path / "bo.zip"), [KEY.public_key()])
    assert judgement.sound
    assert (judgement.signer, judgement.known) == (public_text(KEY), True)
    assert (judgement.files, judgement.size) == (3, sum(map(len, PAYLOAD.values())))


def test_without_a_key_the_signer_is_named_but_not_known(tmp_path: Path) -> None:
    """A forger, too, can put a key of his own into a bag."""
    judgement = verify(as_folder(bag_files(PAYLOAD, OTHER), tmp_path / "bo"))
    assert judgement.sound
    assert (judgement.signer, judgement.known) == (public_text(OTHER), False)


def test_what_was_cut_off_is_no_bag(tmp_path: Path) -> None:
    """The list of a ZIP file stands at its end."""
    file = as_zip(bag_files(PAYLOAD, KEY), tmp_path / "bo.zip")
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(NotABag, match="cắt cụt"):
        verify(file)


def test_rot_inside_a_zip_file_is_named(tmp_path: Path) -> None:
    """The file that it struck cannot be read to its end."""
    file = as_zip(bag_files(PAYLOAD, KEY), tmp_path / "bo.zip")
    data = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as archive:
        entry = archive.getinfo(f"bo/{PAGE}")
    data[entry.header_offset + 30 + len(entry.filename) + 4] ^= 0xFF
    file.write_bytes(data)
    assert (Sort.DAMAGED, PAGE) in {(one.sort, one.path) for one in verify(file).findings}


@pytest.mark.parametrize(
    "name", ["../ngoai.txt", "bo/../../ngoai.txt", "/etc/passwd", "C:/windows/a.txt", "bo/data/..\\..\\a.txt"]
)
def test_a_path_that_leads_out_of_the_bag_is_named(name: str, tmp_path: Path) -> None:
    """Whoever unpacks the file would write elsewhere."""
    file = as_zip(bag_files(PAYLOAD, None), tmp_path / "bo.zip")
    with zipfile.ZipFile(file, "a") as archive:
        entry = zipfile.ZipInfo("x")
        entry.filename = name
        archive.writestr(entry, b"x")
    assert [finding.sort for finding in verify(file).findings] == [Sort.UNSAFE]


def test_a_link_in_a_zip_file_is_named(tmp_path: Path) -> None:
    """It may lead anywhere once it is unpacked."""
    file = as_zip(bag_files(PAYLOAD, None), tmp_path / "bo.zip")
    with zipfile.ZipFile(file, "a") as archive:
        entry = zipfile.ZipInfo("bo/data/lien-ket")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, b"/etc/passwd")
    assert [finding.sort for finding in verify(file).findings] == [Sort.UNSAFE]


def test_a_second_file_of_the_same_name_in_a_zip_file_is_named(tmp_path: Path) -> None:
    """Which of them is unpacked depends on the program."""
    file = as_zip(bag_files(PAYLOAD, None), tmp_path / "bo.zip")
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(f"bo/{PAGE}", b"khac")
    assert [(one.sort, one.path) for one in verify(file).findings] == [(Sort.TWIN, PAGE)]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_a_folder_is_named(tmp_path: Path) -> None:
    """Its content lies elsewhere."""
    folder = as_folder(bag_files(PAYLOAD, None), tmp_path / "bo")
    (folder / PAGE).unlink()
    (folder / PAGE).symlink_to("/etc/hostname")
    assert (Sort.UNSAFE, PAGE) in {(one.sort, one.path) for one in verify(folder).findings}


@given(place=st.integers(0, 1 << 20), byte=st.integers(0, 255))
def test_a_zip_file_with_any_byte_turned_is_judged(place: int, byte: int) -> None:
    """Also where it is in the names and versions that the file tells of itself: no damage is beyond words."""
    with TemporaryDirectory() as folder:
        file = as_zip(bag_files({"data/ấ.txt": b"x"}, None), Path(folder, "bo.zip"))
        data = bytearray(file.read_bytes())
        data[place % len(data)] = byte
        file.write_bytes(data)
        with suppress(NotABag):
            assert as_text(verify(file)).encode()


@pytest.mark.parametrize(("after", "at", "byte"), [(b"PK\x01\x02", 6, 210), ("data/ấ".encode(), 5, 255)])
def test_a_zip_file_of_no_known_version_or_with_unreadable_names_is_no_bag(
    after: bytes, at: int, byte: int, tmp_path: Path
) -> None:
    """Python has errors of its own for each."""
    file = as_zip(bag_files({"data/ấ.txt": b"x"}, None), tmp_path / "bo.zip")
    data = bytearray(file.read_bytes())
    data[data.rindex(after) + at] = byte
    file.write_bytes(data)
    with pytest.raises(NotABag, match="không mở được"):
        verify(file)


@pytest.mark.skipif(os.name == "nt", reason="names are no bytes there")
def test_a_name_that_is_no_utf8_is_told_also_to_programs(tmp_path: Path) -> None:
    """A disk may hold one; JSON cannot."""
    folder = as_folder(bag_files(PAYLOAD, None), tmp_path / "bo")
    Path(os.fsdecode(os.fsencode(folder) + b"/data/\xff")).write_bytes(b"x")
    judgement = verify(folder)
    assert [one.sort for one in judgement.findings] == [Sort.ADDED, Sort.COUNT]
    assert as_json(judgement).encode()
    assert as_text(judgement).encode()


def test_what_a_bag_says_of_itself_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Anybody may have written it."""
    files = bag_files(PAYLOAD, None)
    files["bag-info.txt"] += b"External-Description: \x1b]0;x\x07Trang\n"
    assert "\x1b" not in as_text(verify(as_folder(files, tmp_path / "bo")))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none")
def test_a_pipe_is_no_bag(tmp_path: Path) -> None:
    """Nobody waits for what nobody writes."""
    os.mkfifo(tmp_path / "bo.zip")
    with pytest.raises(NotABag, match="không phải là"):
        verify(tmp_path / "bo.zip")


@pytest.mark.parametrize("there", ["nothing", "folder", "file"])
def test_what_is_no_bag_is_said_to_be_none(there: str, tmp_path: Path) -> None:
    """In one sentence, with what was looked at."""
    place = tmp_path / "bo"
    if there == "folder":
        place.mkdir()
    elif there == "file":
        place.write_text("x")
    with pytest.raises(NotABag, match="bo"):
        verify(place)
