"""The index of a site: entries in, small static files out, all of them or those that a change touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic

from bangvang.search.buckets import Filed, Group, Plan, Put, T, file_buckets, file_path, fingerprint, grow
from bangvang.search.entry import BETWEEN, Entry, values_of
from bangvang.search.frames import framed, frames, runs
from bangvang.search.lists import Lists, kept, numbers_of
from bangvang.search.names import Leaf, leaves, named
from bangvang.search.order import in_order, pieces, put_in_order
from bangvang.search.packing import front_coded, packed
from bangvang.search.paths import NUMBER_BITS, PATH_BITS, TERM_BITS, numbers, term_path
from bangvang.search.periods import periods
from bangvang.search.rarity import COMMON
from bangvang.search.rows import FOLDERS, Row, row
from bangvang.search.texts import PIECES, Reader, Terms
from bangvang.vietnamese import fold

HEAD = "dau.json"
NAMES = Plan("n", PATH_BITS, 100, 800)
TEXTS = Plan("t", TERM_BITS, 6_000, 800)
FACETS = Plan("f", TERM_BITS, 12_000, 400)
ROWS = Plan("r", NUMBER_BITS, 4_000, 800)
PROOFS = Plan("p", TERM_BITS, 6_000, 800)
ORDER = "o"
_FACET_PIECE = 3_000
_PEOPLE = frozenset({"individual", "collective", "household", "locality"})
_FEWEST_HOLDERS = ((2_000, 1), (20_000, 2))
"""On a site of fewer documents than the first, a word that as many as the second hold is no typing mistake."""
_FEWEST_OF_MANY = 3
_VERSION = 10
_ENTRIES, _TERMS, _CUTS, _LEAVES = "entries", "terms", "cuts", "leaves"
"""What a piece of the kept index holds."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the index is told beside entries."""

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Facet → code → what readers call it."""
    parents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Facet → code → the wider code that it lies in."""


@dataclass(slots=True)
class Files(Generic[T]):
    """The files of an index by path below its folder."""

    written: dict[str, T] = field(default_factory=dict)
    """With what whoever took them knows of them."""
    kept: list[str] = field(default_factory=list)
    """Those that stand as they did when the index was kept."""


class Index:
    """Everything that the files are made from; it can be kept, and changed entry by entry."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self._numbers: dict[str, int] = {}
        self._terms = Terms()
        self._facets = Lists((_FACET_PIECE,))
        self._proofs = Lists((_FACET_PIECE,))
        self._rows: dict[int, Row] = {}
        self._sizes: dict[int, int] = {}
        """Of the rows, once they were written."""
        self._names: dict[int, tuple[str, ...]] = {}
        """The words of everybody's names."""
        self._leaves: dict[tuple[str, ...], Leaf] = {}
        self._order: list[int] = []
        """Numbers in the order of names."""
        self._pieces: frozenset[str] = frozenset()
        """The files of it that stand as they did through every change."""
        self._groups: dict[str, dict[int, Group]] = {}
        self._touched: dict[str, list[int]] | None = None
        """Where the files that were kept do not hold any more; None where there are none."""

    # -- made at once

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Index:
        """The index of a whole site; the words are taken in when the files are made."""
        index = cls()
        index.entries = {entry.url: entry for entry in entries}
        index._number()
        everybody = []
        facets: dict[str, list[int]] = {}
        proofs: dict[str, list[int]] = {}
        for url, number in index._numbers.items():
            entry = index.entries[url]
            index._rows[number] = row(entry, number)
            one = named(number, entry)
            index._names[number] = one.words
            everybody.append(one)
            for key in _facet_keys(entry):
                facets.setdefault(key, []).append(number)
            for key in entry.proofs:
                proofs.setdefault(key, []).append(number)
        index._facets.table = {key: (term_path(key), (kept(found),)) for key, found in facets.items()}
        index._proofs.table = {key: (term_path(key), (kept(found),)) for key, found in proofs.items()}
        index._leaves = {leaf.key: leaf for leaf in leaves(everybody)}
        index._order = in_order((number, index.entries[url]) for url, number in index._numbers.items())
        return index

    def _number(self) -> None:
        """Numbers for all addresses, in rising order."""
        self._numbers = numbers({url: entry.near for url, entry in self.entries.items()})

    # -- changed

    def change(self, entries: Iterable[Entry], gone: Iterable[str] = ()) -> None:
        """Put in entries that are new or different, and take out those that are gone.

        Where nothing was written since the last change, files are touched by either.
        """
        if self._touched is None:
            self._read_texts()
        before, were = dict(self.entries), self._numbers
        for url in gone:
            self.entries.pop(url, None)
        self.entries |= {entry.url: entry for entry in entries}
        self._number()
        different = [
            url
            for url in {**before, **self.entries}
            if before.get(url) is not self.entries.get(url) or were.get(url) != self._numbers.get(url)
        ]
        out = [(were[url], before[url]) for url in different if url in before]
        into = [(self._numbers[url], self.entries[url]) for url in different if url in self.entries]
        if self._terms.suit(len(self.entries)):
            self._groups.pop(TEXTS.name, None)
        self._change_order(out, into)
        shown = self._change_rows(out, into)
        touched = {
            TEXTS.name: self._change_lists(self._terms, _terms_of(out), _terms_of(into)),
            FACETS.name: self._change_lists(self._facets, _under(_facet_keys, out), _under(_facet_keys, into)),
            PROOFS.name: self._change_lists(self._proofs, _under(_proofs, out), _under(_proofs, into)),
            NAMES.name: self._change_names(out, into, frozenset(shown)),
            ROWS.name: shown,
        }
        known = self._touched or {}
        self._touched = {name: sorted({*known.get(name, ()), *paths}) for name, paths in touched.items()}

    def _change_lists(self, lists: Lists, out: _Changes, into: _Changes) -> list[int]:
        old = {key: listed for _, key, _, _ in out | into if (listed := lists.table.get(key)) is not None}
        for tier, key, path, number in out - into:
            lists.change(tier, key, path, number, put=False)
        for tier, key, path, number in into - out:
            lists.change(tier, key, path, number, put=True)
        return lists.touched({key for _, key, _, _ in out ^ into}, old)

    def _change_names(self, out: Sequence[_Numbered], into: Sequence[_Numbered], shown: frozenset[int]) -> list[int]:
        """`shown` are those whose rows are no longer what they were."""
        for number, _ in out:
            self._names.pop(number, None)
        changed = [named(number, entry) for number, entry in (*out, *into)]
        firsts = frozenset(word for one in changed for word in one.words)
        self._names |= {one.number: one.words for one in changed[len(out) :]}
        by_number = {number: url for url, number in self._numbers.items()}
        holders = [
            named(number, self.entries[by_number[number]])
            for number, found in self._names.items()
            if not firsts.isdisjoint(found)
        ]
        old = {key: leaf for key, leaf in self._leaves.items() if key[0] in firsts}
        new = {leaf.key: leaf for leaf in leaves(holders, firsts)}
        for key in old:
            del self._leaves[key]
        self._leaves |= new
        differing = [
            leaf
            for key in {**old, **new}
            for leaf in {old.get(key), new.get(key)}
            if leaf and (old.get(key) != new.get(key) or not shown.isdisjoint(leaf.numbers))
        ]
        return sorted({leaf.path for leaf in differing})

    def _change_order(self, out: Sequence[_Numbered], into: Sequence[_Numbered]) -> None:
        # A piece that was another in between is gone from the site, though it be the same again.
        self._pieces = self._pieces.intersection(self._laid_order())
        moved = {number for number, _ in (*out, *into)}
        self._order = [number for number in self._order if number not in moved]
        urls = {number: url for url, number in self._numbers.items()}
        put_in_order(self._order, (number for number, _ in into), lambda number: self.entries[urls[number]])

    def _change_rows(self, out: Sequence[_Numbered], into: Sequence[_Numbered]) -> list[int]:
        old = {number: self._rows.pop(number) for number, _ in out}
        for number, _ in (*out, *into):
            self._sizes.pop(number, None)
        new = {number: row(entry, number) for number, entry in into}
        self._rows |= new
        return sorted(number for number in {**old, **new} if old.get(number) != new.get(number))

    # -- written

    def write(self, told: Words, put: Put[T]) -> Files[T]:
        """Every file, put one by one: all together would be much to hold. Those that stand as before are only named."""
        if self._touched is None:
            self._read_texts()
        files: Files[T] = Files()
        filed = {
            TEXTS.name: self._file_lists(TEXTS, self._terms, put),
            NAMES.name: self._file_names(put),
            ROWS.name: self._file_rows(put),
            FACETS.name: self._file_lists(FACETS, self._facets, put),
            PROOFS.name: self._file_lists(PROOFS, self._proofs, put),
        }
        for name, one in filed.items():
            files.written |= one.files
            files.kept += one.kept
            self._groups[name] = one.groups
        self._touched = {}
        order = self._file_order(files, put)
        directories = {ORDER: order, **{name: one.directory for name, one in filed.items()}}
        files.written[HEAD] = put(HEAD, packed(self._head(told, directories, files.written, put)))
        return files

    def files(self, told: Words) -> Files[bytes]:
        """The same, all held."""
        return self.write(told, lambda path, data: data)

    def _read_texts(self) -> None:
        reader = Reader()
        for url, number in self._numbers.items():
            reader.add(number, _texts(self.entries[url]))
        self._terms = Terms(reader.table())
        self._terms.suit(len(self.entries))

    def _file_lists(self, plan: Plan, lists: Lists, put: Put[T]) -> Filed[T]:
        paths, sizes = lists.lay_out()
        return self._file(plan, paths, sizes, lists.content, put)

    def _file_names(self, put: Put[T]) -> Filed[T]:
        laid = sorted((leaf.path, leaf.text, leaf) for leaf in self._leaves.values())

        def content(start: int, stop: int) -> bytes:
            some = [leaf for _, _, leaf in laid[start:stop]]
            held = {number for leaf in some for number in leaf.numbers}
            places = {number: place for place, number in enumerate(sorted(held, key=self._by_title))}
            keys = {leaf.text: [*_CUT[leaf.whole], *map(places.__getitem__, leaf.numbers)] for leaf in some}
            return packed({"rows": [self._rows[number] for number in places], "keys": keys})

        paths, sizes = [path for path, _, _ in laid], [len(leaf.numbers) for _, _, leaf in laid]
        return self._file(NAMES, paths, sizes, content, put)

    def _by_title(self, number: int) -> tuple[str, int]:
        return str(self._rows[number][2]), number

    def _file_rows(self, put: Put[T]) -> Filed[T]:
        order = sorted(self._rows)
        known = self._sizes
        known |= {number: len(packed(self._rows[number])) for number in order if number not in known}
        sizes = [known[number] for number in order]

        def content(start: int, stop: int) -> bytes:
            return packed([self._rows[number] for number in order[start:stop]])

        return self._file(ROWS, order, sizes, content, put)

    def _file_order(self, files: Files[T], put: Put[T]) -> list[str]:
        """The paths of its pieces, from the first name to the last."""
        laid = self._laid_order()
        for path, data in laid.items():
            if path in self._pieces:
                files.kept.append(path)
            else:
                files.written[path] = put(path, data)
        self._pieces = frozenset(laid)
        return list(laid)

    def _laid_order(self) -> dict[str, bytes]:
        laid = ((piece[0], packed(piece)) for piece in pieces(self._order))
        return {file_path(ORDER, first, fingerprint(data)): data for first, data in laid}

    def _file(
        self, plan: Plan, paths: Sequence[int], sizes: Sequence[int], content: Callable[[int, int], bytes], put: Put[T]
    ) -> Filed[T]:
        before = self._groups.get(plan.name) if self._touched is not None else None
        touched = self._touched.get(plan.name, ()) if self._touched is not None else ()
        return file_buckets(plan, grow(plan, paths, sizes), content, put, before, touched)

    def _head(
        self, told: Words, directories: Mapping[str, object], written: dict[str, T], put: Put[T]
    ) -> dict[str, object]:
        """The one file whose name never changes: it leads to all others."""

        def beside(name: str, value: object) -> str:
            data = packed(value)
            path = f"{name}.{fingerprint(data)}.json"
            written[path] = put(path, data)
            return path

        of_people, in_names = self._words_of_names()
        fewest = next((few for size, few in _FEWEST_HOLDERS if len(self.entries) < size), _FEWEST_OF_MANY)
        held = self._terms.common_words(fewest)
        common = [word for word in COMMON if word in in_names]
        of_people -= set(common)
        return {
            "count": len(self.entries),
            "kinds": {letter: [kind, folder] for kind, (letter, folder) in FOLDERS.items()},
            "common": " ".join(common),
            "people": front_coded(sorted(of_people)),
            "names": front_coded(sorted(in_names - of_people - set(common))),
            "words": front_coded(sorted(held - in_names)),
            "short": dict(sorted((fold(short), long) for short, long in told.abbreviations.items())),
            "n": directories[NAMES.name],
            **{name: beside(name, directory) for name, directory in sorted(directories.items()) if name != NAMES.name},
            "pieces": [*PIECES, _FACET_PIECE],
            "facets": {facet: beside(f"v/{facet}", values) for facet, values in self._values(told).items()},
        }

    def _words_of_names(self) -> tuple[set[str], set[str]]:
        """Words of letters in the names of people and units, and in all names."""
        of_people: set[str] = set()
        of_others: set[str] = set()
        for url, number in self._numbers.items():
            held = of_people if self.entries[url].kind in _PEOPLE else of_others
            held.update(self._names[number])
        everywhere = of_people | of_others
        return set(filter(str.isalpha, of_people)), set(filter(str.isalpha, everywhere))

    def _values(self, told: Words) -> dict[str, list[list[str | int]]]:
        """Facet → its codes, each with its label, how many count under it, and what it lies in."""
        columns: dict[str, list[list[str | int]]] = {}
        for key, (_, (data,)) in sorted(self._facets.table.items()):
            facet, _, code = key.partition(" ")
            label = told.labels.get(facet, {}).get(code, code)
            parent = told.parents.get(facet, {}).get(code, "")
            known = f"{facet} {parent}" in self._facets.table
            columns.setdefault(facet, []).append([code, label, len(data) // 4, *([parent] if known else ())])
        return columns

    # -- kept

    def dump(self) -> Iterator[bytes]:
        """The index in pieces that joined can be loaded again by the same engine; all at once would be much to hold."""
        groups = {name: [(p, g.mark, g.prefixes) for p, g in found.items()] for name, found in self._groups.items()}
        order = kept(self._order), sorted(self._pieces)
        yield from framed(_VERSION, (self._facets.table, self._proofs.table, groups, order))
        for some in runs(self._numbers.items()):
            entries = [values_of(self.entries[url]) for url, _ in some]
            numbers = [number for _, number in some]
            kept_rows = [(self._rows[number], self._sizes.get(number, 0)) for number in numbers]
            yield from framed(_ENTRIES, (entries, numbers, kept_rows, [self._names[number] for number in numbers]))
        for terms in runs(self._terms.table.items()):
            yield from framed(_TERMS, terms)
        yield from framed(_CUTS, self._terms.cut_lines)
        for leaves_kept in runs(self._leaves.values()):
            yield from framed(_LEAVES, [(leaf.key, leaf.numbers, leaf.whole) for leaf in leaves_kept])

    @classmethod
    def load(cls, data: bytes | memoryview) -> Index | None:
        """The index that was kept; None where the bytes are no such thing."""
        index = cls()
        try:
            parts = frames(data)
            version, first = next(parts)
            if version != _VERSION:
                return None
            index._facets.table, index._proofs.table, groups, (order, files) = first
            index._order, index._pieces = list(numbers_of(order)), frozenset(files)
            for name, kept_part in parts:
                index._take_in(name, kept_part)
            index._groups = {name: {p: Group(m, ps) for p, m, ps in found} for name, found in groups.items()}
        except (ValueError, TypeError, EOFError, StopIteration):
            return None
        index._number()
        index._terms.suit(len(index.entries))
        index._touched = {}
        return index

    def _take_in(self, name: Any, part: Any) -> None:
        if name == _ENTRIES:
            entries, numbers, kept_rows, names = part
            self.entries.update((entry[0], Entry(*entry)) for entry in entries)
            self._rows.update((number, row) for number, (row, _) in zip(numbers, kept_rows, strict=True))
            self._sizes.update((number, size) for number, (_, size) in zip(numbers, kept_rows, strict=True) if size)
            self._names.update(zip(numbers, names, strict=True))
        elif name == _TERMS:
            self._terms.table.update(part)
        elif name == _CUTS:
            self._terms.cut_lines = part
        else:
            self._leaves.update((key, Leaf(key, found, whole)) for key, found, whole in part)


_Numbered = tuple[int, Entry]
_Changes = set[tuple[int, str, int, int]]
"""Tier, key, path and number."""
_CUT = {True: (), False: (-1,)}
"""What a key's rows begin with."""


def _texts(entry: Entry) -> tuple[str, str, str]:
    return BETWEEN.join((entry.title, *entry.names)), entry.meta, entry.body


def _facet_keys(entry: Entry) -> list[str]:
    facts = {**entry.facts, "period": periods(entry.facts.get("year", ()))}
    return [f"{facet} {code}" for facet, codes in facts.items() for code in codes]


def _terms_of(some: Iterable[_Numbered]) -> _Changes:
    found: _Changes = set()
    for number, entry in some:
        reader = Reader()
        reader.add(number, _texts(entry))
        for key, (path, lists) in reader.table().items():
            tier = next(tier for tier, data in enumerate(lists) if data)
            found.add((tier, key, path, number))
    return found


def _proofs(entry: Entry) -> Sequence[str]:
    return entry.proofs


def _under(keys: Callable[[Entry], Sequence[str]], some: Iterable[_Numbered]) -> _Changes:
    return {(0, key, term_path(key), number) for number, entry in some for key in keys(entry)}


def index_files(entries: Iterable[Entry], told: Words) -> dict[str, bytes]:
    """Every file of the index of some entries, by path below its folder."""
    return Index.of(entries).files(told).written
