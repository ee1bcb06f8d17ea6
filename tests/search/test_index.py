"""The index of a site: the same files whatever way they came about."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import WORDS, crowd, everybody, person

from bangvang.search import HEAD, Entry, Index, Words, index_files

CROWD = crowd()


def _after(kept: dict[str, bytes], index: Index) -> dict[str, bytes]:
    files = index.files(WORDS)
    return {**{path: kept[path] for path in files.kept}, **files.written}


@pytest.fixture(scope="module")
def made() -> tuple[dict[str, bytes], bytes]:
    """The files of everybody, and the index as it is kept."""
    index = Index.of(everybody())
    files = index.files(WORDS).written
    return files, b"".join(index.dump())


def test_the_order_of_entries_makes_no_difference(made: tuple[dict[str, bytes], bytes]) -> None:
    """Same input, same bytes."""
    assert index_files(reversed(everybody()), WORDS) == made[0]


def test_files_are_handed_over_one_by_one(made: tuple[dict[str, bytes], bytes]) -> None:
    """And none is held longer than it takes; the index that is kept is the same."""
    taken: dict[str, bytes] = {}
    index = Index.of(everybody())
    told = index.write(WORDS, lambda path, data: taken.setdefault(path, data) and len(data)).written
    assert taken == made[0]
    assert told == {path: len(data) for path, data in taken.items()}
    assert _after(made[0], Index.load(b"".join(index.dump())) or Index()) == made[0]


def test_only_the_head_has_a_name_that_never_changes(made: tuple[dict[str, bytes], bytes]) -> None:
    """All others may be kept by browsers for ever."""
    assert [path for path in made[0] if len(path.split(".")) != 3] == [HEAD]


_CHANGES = st.lists(
    st.tuples(
        st.integers(0, len(CROWD) + 5),
        st.sampled_from(["gone", "body", "name", "new", "same", "year", "proofs", "moved"]),
    ),
    max_size=8,
)


def _change(index: Index, changes: list[tuple[int, str]], wanted: dict[str, Entry]) -> None:
    """The same to an index and to what is wanted of it."""
    come: dict[str, Entry] = {}
    gone: list[str] = []
    for place, what in changes:
        entry = CROWD[place % len(CROWD)]
        if what == "gone":
            gone.append(entry.url)
        elif what == "new":
            come[f"guong/moi{place:03}/"] = replace(person(place, "Người Mới Tinh"), url=f"guong/moi{place:03}/")
        elif what == "body":
            come[entry.url] = replace(entry, body=f"{entry.body} Thêm một việc hiến đất mới.")
        elif what == "name":
            come[entry.url] = replace(entry, title="Đặng Thị Đổi Tên")
        elif what == "year":
            come[entry.url] = replace(entry, facts={"year": ("2031",)}, year=2031)
        elif what == "proofs":
            come[entry.url] = replace(entry, proofs=("khac",))
        elif what == "moved":
            come[entry.url] = replace(entry, near="thon-khac")
        else:
            come[entry.url] = entry
    index.change(come.values(), gone)
    for url in gone:
        wanted.pop(url, None)
    wanted |= come


@settings(max_examples=25, deadline=None)
@given(_CHANGES, _CHANGES)
def test_a_changed_index_equals_one_made_anew(
    made: tuple[dict[str, bytes], bytes], first: list[tuple[int, str]], then: list[tuple[int, str]]
) -> None:
    """Byte for byte, whatever was changed; also what changed since it was kept, and now changes again."""
    files, data = made
    index = Index.load(data)
    assert index is not None
    wanted = {entry.url: entry for entry in everybody()}
    _change(index, first, wanted)
    _change(index, then, wanted)
    assert _after(files, index) == index_files(wanted.values(), WORDS)


def test_a_piece_of_the_order_that_was_another_in_between_is_written_again(
    made: tuple[dict[str, bytes], bytes],
) -> None:
    """A site that was built in between has it no longer."""
    index = Index.load(made[1])
    assert index is not None
    index.change([person(9999, "Người Tạm Thời")])
    index.change([], ["guong/nguoi9999/"])
    files = index.files(WORDS)
    assert [path for path in files.written if path.startswith("o/")]
    assert _after(made[0], index) == made[0]


def test_an_index_may_be_changed_before_anything_is_written() -> None:
    """Then its texts are not yet read in, and nothing of them may be lost."""
    index = Index.of(everybody())
    wanted = {entry.url: entry for entry in everybody()}
    _change(index, [(3, "body"), (4, "gone"), (5, "new")], wanted)
    assert index.files(WORDS).written == index_files(wanted.values(), WORDS)


def test_a_row_that_has_grown_parts_its_file_as_one_made_anew_would(made: tuple[dict[str, bytes], bytes]) -> None:
    """How long rows are is kept with the index."""
    index = Index.load(made[1])
    assert index is not None
    longer = replace(CROWD[3], text="Hiến đất làm đường. " * 400)
    index.change([longer])
    wanted = {entry.url: entry for entry in everybody()} | {longer.url: longer}
    assert _after(made[0], index) == index_files(wanted.values(), WORDS)


def test_nothing_changed_writes_nothing_but_what_leads_to_all(made: tuple[dict[str, bytes], bytes]) -> None:
    """The directories and the head are as they were, too."""
    index = Index.load(made[1])
    assert index is not None
    index.change([CROWD[3]])
    files = index.files(WORDS)
    assert {path for path in files.written if path.count("/") and not path.startswith("v/")} == set()
    assert files.written[HEAD] == made[0][HEAD]


def test_one_word_more_in_a_story_touches_few_files(made: tuple[dict[str, bytes], bytes]) -> None:
    """Whoever publishes by hand copies few files."""
    index = Index.load(made[1])
    assert index is not None
    index.change([replace(CROWD[3], body=f"{CROWD[3].body} rồng")])
    written = index.files(WORDS).written
    assert len([path for path in written if path.startswith(("n/", "r/"))]) == 0
    assert len([path for path in written if path.startswith("t/")]) <= 2


@pytest.mark.parametrize("data", [b"", b"nonsense", b"\x00" * 40], ids=["nothing", "nonsense", "zeros"])
def test_what_is_no_index_is_not_taken_for_one(data: bytes) -> None:
    """A damaged memory costs time, never a wrong answer."""
    assert Index.load(data) is None


def test_an_empty_site_has_a_head() -> None:
    """Its search finds nothing, and says so."""
    assert HEAD in index_files([], WORDS)


def test_a_value_says_what_it_lies_in_where_that_can_be_chosen_too() -> None:
    """So that a page can fold the narrow below the wide."""
    told = Words(
        labels={"place": {"tinh-thu": "Tỉnh Thử", "xa-thu": "Xã Thử"}},
        parents={"place": {"xa-thu": "tinh-thu", "tinh-thu": "nuoc-thu"}},
    )
    entry = Entry("guong/a2b3c4/", "individual", "Người Thử", facts={"place": ("xa-thu", "tinh-thu")})
    files = index_files([entry], told)
    head = json.loads(files[HEAD])
    assert json.loads(files[head["facets"]["place"]]) == [
        ["tinh-thu", "Tỉnh Thử", 1],
        ["xa-thu", "Xã Thử", 1, "tinh-thu"],
    ]
