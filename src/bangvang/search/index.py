"""The index of a site: entries in, small static files out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from bangvang.search.buckets import Item, Node, Plan, file_buckets, fingerprint, grow
from bangvang.search.entry import Entry
from bangvang.search.names import Leaf, leaves, named
from bangvang.search.paths import NUMBER_BITS, PATH_BITS, TERM_BITS, numbers, spread
from bangvang.search.rarity import COMMON
from bangvang.search.rows import FOLDERS, Row, packed, row
from bangvang.search.texts import FACET_PIECE, PIECES, Texts, facet_terms
from bangvang.vietnamese import fold, fold_word, words

HEAD = "dau.json"
NAMES = Plan("n", PATH_BITS, 100)
TEXTS = Plan("t", TERM_BITS, 8_000, 24)
FACETS = Plan("f", TERM_BITS, 12_000, 4)
ROWS = Plan("r", NUMBER_BITS, 4_000, 16)
_LONG_TITLES = frozenset({"decision", "document", "report", "consultation", "post", "page"})
"""Kinds whose titles are sentences: they are found by their words, and by name only under their numbers."""
_PEOPLE = frozenset({"individual", "collective", "household", "locality"})
_FEWEST_HOLDERS = 3
"""A word that so many documents hold is no typing mistake."""


def index_files(
    entries: Iterable[Entry], abbreviations: Mapping[str, str], labels: Mapping[str, Mapping[str, str]], jobs: int = 1
) -> dict[str, bytes]:
    """Every file of the index by path below its folder."""
    return _Index(entries, abbreviations, labels).files()


class _Index:
    def __init__(
        self, entries: Iterable[Entry], abbreviations: Mapping[str, str], labels: Mapping[str, Mapping[str, str]]
    ) -> None:
        given = {entry.url: entry for entry in entries}
        self._numbers = numbers(given)
        self._entries = sorted(((self._numbers[url], entry) for url, entry in given.items()), key=lambda one: one[0])
        self._abbreviations, self._labels = {fold(short): long for short, long in abbreviations.items()}, labels
        self._rows: dict[int, Row] = {
            number: row(entry, number, spread(entry.url) >> (32 - NUMBER_BITS)) for number, entry in self._entries
        }
        self._files: dict[str, bytes] = {}

    def files(self) -> dict[str, bytes]:
        name_words, names = self._name_tree()
        text_words, texts = self._text_tree()
        facets, facet_tree = self._facet_tree()
        common = [word for word in dict.fromkeys(COMMON) if word in name_words]
        head = {
            "count": len(self._entries),
            "kinds": {letter: [kind, folder] for kind, (letter, folder) in FOLDERS.items()},
            "common": " ".join(common),
            "names": _front_coded(sorted(name_words - set(common))),
            "words": _front_coded(sorted(text_words - name_words)),
            "starts": " ".join(sorted(self._first_words())),
            "short": dict(sorted(self._abbreviations.items())),
            "n": names,
            "t": self._kept("t", packed(texts)),
            "r": self._kept("r", packed(self._row_tree())),
            "f": self._kept("f", packed(facet_tree)),
            "together": {plan.name: plan.together for plan in (TEXTS, ROWS, FACETS)},
            "pieces": [*PIECES, FACET_PIECE],
            "facets": facets,
        }
        self._files[HEAD] = packed(head)
        return self._files

    def _name_tree(self) -> tuple[set[str], object]:
        everybody = [
            named(number, "" if entry.kind in _LONG_TITLES else entry.title, entry.names, entry.weight)
            for number, entry in self._entries
        ]
        found = sorted(((leaf.item(), leaf) for leaf in leaves(everybody)), key=lambda one: (one[0].path, one[0].key))
        items = [item for item, _ in found]

        def content(node: Node) -> bytes:
            return self._names_written([leaf for _, leaf in found[node.start : node.stop]])

        vocabulary = {word for one in everybody for word in one.words if word.isalpha()}
        return vocabulary, self._file(NAMES, items, content)

    def _first_words(self) -> set[str]:
        """With which the names of people and units begin."""
        firsts = (words(entry.title) for _, entry in self._entries if entry.kind in _PEOPLE)
        return {fold_word(found[0]) for found in firsts if found}

    def _names_written(self, some: Sequence[Leaf]) -> bytes:
        places: dict[int, int] = {}
        for number in sorted({number for leaf in some for number in leaf.numbers}, key=self._by_title):
            places[number] = len(places)
        keys = {
            leaf.text: [places[number] for number in leaf.numbers] if leaf.whole
            else [-1, *(places[number] for number in leaf.numbers)]
            for leaf in sorted(some, key=lambda leaf: leaf.key)
        }  # fmt: skip
        return packed({"rows": [self._rows[number] for number in places], "keys": keys})

    def _by_title(self, number: int) -> tuple[str, int]:
        return str(self._rows[number][1]), number

    def _text_tree(self) -> tuple[set[str], object]:
        texts = Texts()
        for number, entry in self._entries:
            texts.add(number, (" ".join((entry.title, *entry.names)), entry.meta, entry.body))
        terms = sorted(texts.terms(), key=lambda term: (term.path, term.key))

        def content(node: Node) -> bytes:
            return packed({term.key: term.written() for term in terms[node.start : node.stop]})

        return texts.common_words(_FEWEST_HOLDERS), self._file(TEXTS, [term.item() for term in terms], content)

    def _facet_tree(self) -> tuple[dict[str, str], object]:
        lists: dict[tuple[str, str], list[int]] = {}
        for number, entry in self._entries:
            for facet, codes in entry.facts.items():
                for code in codes:
                    lists.setdefault((facet, code), []).append(number)
        terms = [term for key, found in lists.items() for term in facet_terms(key, found)]
        terms.sort(key=lambda term: (term.path, term.key))

        def content(node: Node) -> bytes:
            return packed({term.key: term.written() for term in terms[node.start : node.stop]})

        columns: dict[str, list[list[str | int]]] = {}
        for (facet, code), found in sorted(lists.items()):
            columns.setdefault(facet, []).append([code, self._labels.get(facet, {}).get(code, code), len(found)])
        named_columns = {}
        for facet, values in columns.items():
            named_columns[facet] = self._kept(f"v/{facet}", packed(values))
        return named_columns, self._file(FACETS, [term.item() for term in terms], content)

    def _row_tree(self) -> object:
        order = [number for number, _ in self._entries]
        items = [Item(number, len(packed(self._rows[number])), "") for number in order]

        def content(node: Node) -> bytes:
            return packed({str(number): self._rows[number] for number in order[node.start : node.stop]})

        return self._file(ROWS, items, content)

    def _kept(self, name: str, data: bytes) -> str:
        """Put a file in place, and say where it is."""
        path = f"{name}.{fingerprint(data)}.json"
        self._files[path] = data
        return path

    def _file(self, plan: Plan, items: Sequence[Item], content: Callable[[Node], bytes]) -> object:
        files, directory = file_buckets(plan, grow(plan, items), content)
        self._files |= files
        return directory


def _front_coded(sorted_words: Sequence[str]) -> str:
    """Each word as how many letters it shares with the one before, and the rest."""
    before, written = "", []
    for word in sorted_words:
        shared = 0
        while shared < min(len(before), len(word) - 1, 9) and before[shared] == word[shared]:
            shared += 1
        written.append(f"{shared}{word[shared:]}")
        before = word
    return "".join(written)
