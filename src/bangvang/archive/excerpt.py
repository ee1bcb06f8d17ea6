"""An excerpt: a project of its own with the records of a deposit, from which its copy of the site is built.

For the public form nobody stands in it who may not leave in bulk, under whatever name and in whatever text.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bangvang.archive.reach import OF_THE_WHOLE, Key
from bangvang.exports.open_data import Gathering, Kept
from bangvang.exports.open_data.contents import Leaving, drop_hidden, untold_of
from bangvang.loading import Loaded
from bangvang.pages.answers import Answers
from bangvang.publishing.attachments import FOLDER as FILES
from bangvang.publishing.attachments import files_of
from bangvang.records import KINDS, Consultation, Decision, Honouree, Kind, Part, Procedure, Recipient, Record, Removed
from bangvang.registry import HeldNames, Registry, appearance, may_leave_in_bulk, photos_shown
from bangvang.yaml_writer import to_yaml

_PHOTOS = Path("data/photos")
_SHELL = ("mkdocs.yml", "hooks", "overrides", "docs")
_NOT_COPIED = shutil.ignore_patterns("__pycache__", ".*")
_MARKDOWN = ".md"
_TEXTS = frozenset({".css", ".js", ".svg", ".yml"})
_NAMELESS = frozenset({".webp", ".png", ".jpg", ".jpeg", ".ico", ".woff2"})
"""Files of docs/ that no text stands in."""
_LEFT_OUT = {"removed": True, "withheld": True}

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rules:
    """Who and what may stand in the public form."""

    leaving: Leaving
    held: HeldNames
    withholds: bool
    """Whether anybody whom the site shows may not stand there: then files that nobody can look into stay out."""

    @property
    def answers(self) -> Answers:
        return self.leaving.answers


def rules_of(registry: Registry) -> Rules:
    """The rules for names, as the open data go by them; what was withdrawn keeps its notice."""
    answers = Answers(registry)
    people = [id for id, one in registry.laureates.items() if answers.appearance(one).in_public_deposit]
    others = [
        f"{kind}/{id}"
        for kind, records in registry.by_kind.items()
        if kind != "honouree"
        for id, loaded in records.items()
        if appearance(loaded.record, registry.day, registry.site).in_public_deposit
    ]
    leaving = Leaving(answers, frozenset([*people, *others]))
    return Rules(leaving, Gathering(answers, Kept(), "").held, withheld_people(answers, None) > 0)


def withheld_people(answers: Answers, chosen: Collection[Key] | None) -> int:
    """How many of those whom the site shows may not stand in the public form; without a choice of everybody."""
    shown = [
        answers.appearance(one)
        for id, one in answers.registry.laureates.items()
        if chosen is None or ("honouree", id) in chosen
    ]
    candidates = [
        candidate
        for id, consultation in answers.registry.public(Consultation)
        if chosen is None or ("consultation", id) in chosen
        for candidate in consultation.candidates
        if not may_leave_in_bulk(candidate, answers.day, answers.site)
    ]
    return sum(one.listed and not one.in_public_deposit for one in shown) + len(candidates)


def write_excerpt(
    root: Path, registry: Registry, chosen: Collection[Key] | None, rules: Rules | None, folder: Path
) -> None:
    """Write the project of an excerpt into a folder: of everything without a choice, of everybody without rules."""
    written = _Excerpt(root, registry, chosen, rules, folder)
    written.write_shell()
    written.write_records()
    written.write_site()


@dataclass(frozen=True, slots=True)
class _Excerpt:
    root: Path
    registry: Registry
    chosen: Collection[Key] | None
    rules: Rules | None
    folder: Path

    def write_shell(self) -> None:
        """The hand-written pages and the settings; in the public form without the names that it must not hold."""
        for name in _SHELL:
            source = self.root / name
            if source.is_dir():
                shutil.copytree(source, self.folder / name, ignore=_NOT_COPIED)
            elif source.is_file():
                self.folder.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, self.folder / name)
        book = self.root / "data/book"
        if book.is_dir():
            shutil.copytree(book, self.folder / "data/book", ignore=_NOT_COPIED)
        if self.rules is not None:
            for below in ("docs", "data/book"):
                _clean_folder(self.folder / below, self.rules.held)

    def write_records(self) -> None:
        for kind in KINDS.values():
            if kind.is_folder:
                for id, loaded in self.registry.by_kind[kind.name].items():
                    if self._is_chosen(kind.name, id):
                        self._write_record(kind, loaded)
            elif kind.is_list and kind.name != "redirect" and (self.chosen is None or kind.name not in OF_THE_WHOLE):
                self._write_list(kind)

    def write_site(self) -> None:
        """The site's own record: its home page picks from what is there."""
        site = self.registry.site
        assert site is not None
        fields = _dumped(site.model_copy(update={"minimum_counts": type(site.minimum_counts)()}))
        home = fields.pop("home", {})
        fields["home"] = {
            name: [id for id in ids if self._is_chosen(name.removesuffix("s"), id) and self._may_stand(name, id)]
            for name, ids in home.items()
        }
        self._write_yaml("data/site.yml", self._cleaned(fields))

    def _may_stand(self, name: str, id: str) -> bool:
        return self.rules is None or self.rules.leaving.record((name.removesuffix("s"),), id)

    def _is_chosen(self, kind: str, id: str) -> bool:
        return self.chosen is None or (kind, id) in self.chosen

    def _write_record(self, kind: Kind, loaded: Loaded) -> None:
        record = loaded.record
        if self.rules is None:
            self._copy(loaded.path)
        else:
            fields = self._public(kind, loaded)
            if fields is None:
                return
            self._write_yaml(loaded.path, fields)
        self._copy_pictures_and_files(record)

    def _write_list(self, kind: Kind) -> None:
        path = f"data/{kind.path}"
        if self.rules is None:
            if (self.root / path).is_file():
                self._copy(path)
            return
        entries = [
            {"id": id, **self._cleaned(_dumped(loaded.record))}
            for id, loaded in self.registry.by_kind[kind.name].items()
        ]
        if entries:
            self._write_yaml(path, entries)

    def _public(self, kind: Kind, loaded: Loaded) -> Content | None:
        """A record as the public form holds it; None where it has no place there."""
        rules, record = self.rules, loaded.record
        assert rules is not None
        if isinstance(record, Removed) or not rules.leaving.record((kind.name,), loaded.id):
            return None
        if isinstance(record, Consultation) and not _all_may_stand(record, rules):
            return None
        return fitting(kind.model, self._cleaned(public_content(record, loaded.id, rules)))

    def _cleaned(self, fields: Content) -> Content:
        return fields if self.rules is None else _without(fields, self.rules.held)

    def _copy_pictures_and_files(self, record: Part) -> None:
        if isinstance(record, Record):
            photos = _photos(record, self.rules)
            for photo in photos:
                self._copy(f"{_PHOTOS.as_posix()}/{photo}")
        for name in files_of(record) if _may_offer_files(record, self.rules) else ():
            self._copy(f"{FILES.as_posix()}/{name}")

    def _copy(self, path: str) -> None:
        source, target = self.root / path, self.folder / path
        if source.is_file() and not source.is_symlink():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)

    def _write_yaml(self, path: str, value: Mapping[str, object] | list[Content]) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(to_yaml(value), encoding="utf-8")


def public_content(record: Part, id: str, rules: Rules) -> Content:
    """What of a record the public form holds, names in texts apart."""
    untold: Iterable[str] = ("waivers", "publish_on")
    if isinstance(record, Honouree):
        untold = (*untold, *untold_of(record, rules.answers))
    if isinstance(record, Record) and not _may_offer_files(record, rules):
        untold = (*untold, "files")
    rows = record.recipients if isinstance(record, Decision) else ()
    if isinstance(record, Decision):
        told = [one for one in record.corrects if one.recipient is None or rules.leaving.person(one.recipient)]
        record = record.model_copy(update={"recipients": (), "corrects": tuple(told)})
    content = _dumped(record, untold)
    drop_hidden(content, record, rules.leaving)
    if isinstance(record, Record) and record.photos:
        shown = set(_photos(record, rules))
        content["photos"] = [photo for photo in content["photos"] if photo["file"] in shown]
    if rows:
        content["recipients"] = [_row(row, rules) for row in rows]
    return content


def _may_offer_files(record: Part, rules: Rules | None) -> bool:
    """Forms of procedures are blank; in any other file a name may stand."""
    return rules is None or not rules.withholds or isinstance(record, Procedure)


def _row(row: Part, rules: Rules) -> Content:
    if not isinstance(row, Recipient) or rules.answers.registry.was_removed(row.id):
        return {"removed": True}
    if not rules.leaving.person(row.id):
        return _LEFT_OUT
    content = _dumped(row)
    drop_hidden(content, row, rules.leaving)
    return content


def fitting(model: type[Part], content: Content) -> Content | None:
    """The content without the parts that lost what they cannot be without; None where that is the record itself."""
    while True:
        try:
            model.model_validate(content)
        except ValidationError as error:
            if not _drop_holder(content, error.errors()[-1]["loc"]):
                return None
        else:
            return content


def _drop_holder(content: Content, loc: tuple[str | int, ...]) -> bool:
    """Take out the innermost part that holds what is at fault; not the record as a whole."""
    steps: list[tuple[Any, Any]] = []
    holder: Any = content
    for step in loc:
        inside = holder[step] if _has(holder, step) else None
        if isinstance(inside, dict | list):
            steps.append((holder, step))
            holder = inside
    while steps and isinstance(steps[-1][0][steps[-1][1]], list):
        steps.pop()
    if not steps:
        return False
    outer, step = steps[-1]
    del outer[step]
    return True


def _has(holder: Any, step: str | int) -> bool:
    if isinstance(holder, list):
        return isinstance(step, int) and step < len(holder)
    return isinstance(holder, dict) and step in holder


def _all_may_stand(consultation: Consultation, rules: Rules) -> bool:
    answers = rules.answers
    return all(
        may_leave_in_bulk(one, answers.day, answers.site)
        and (one.id is None or not answers.registry.was_removed(one.id))
        and (one.id is None or answers.registry.laureate(one.id) is None or rules.leaving.person(one.id))
        for one in consultation.candidates
    )


def _photos(record: Record, rules: Rules | None) -> Iterator[str]:
    shown = photos_shown(record, rules.answers.day) if rules and isinstance(record, Honouree) else record.photos
    yield from (photo.file for photo in shown)


def _dumped(part: Part, untold: Iterable[str] = ()) -> Content:
    dumped: Content = part.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(untold))
    return dumped


def _without(value: Any, held: HeldNames) -> Any:
    """The same with every text freed of the names."""
    if isinstance(value, str):
        return held.taken_out_of(value)
    if isinstance(value, dict):
        return {key: _without(one, held) for key, one in value.items()}
    return [_without(one, held) for one in value] if isinstance(value, list) else value


def _clean_folder(folder: Path, held: HeldNames) -> None:
    """Pages lose the names; other texts with a name in them go, as does what nobody can look into."""
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        suffix = path.suffix.lower()
        if suffix in _NAMELESS:
            continue
        text = _text_of(path) if suffix == _MARKDOWN or suffix in _TEXTS else None
        if text is None or (suffix in _TEXTS and held.are_in(unescape(text))):
            path.unlink()
        elif suffix == _MARKDOWN:
            path.write_text(held.taken_out_of(text), encoding="utf-8")


def _text_of(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
