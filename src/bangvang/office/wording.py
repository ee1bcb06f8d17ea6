"""What checks say of files, said of forms: fields by their titles, choices by their labels, days as 2/9/2026."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bangvang.loading.explanation import model_at
from bangvang.office.fields import Field, fields_of
from bangvang.office.forms import day_shown
from bangvang.records import Loc, Part

_SHORTEST_OF_TABLES = 4
"""Shorter names of fields are words of the language, such as “to”."""
_REMEDIES = (
    (re.compile(r"Sửa lại mã, hoặc thêm vào data/.*"), "Chọn lại trong gợi ý, hoặc tạo hồ sơ ấy trước."),
    (re.compile(r"Chuyển tệp sang data/decisions/\d+/, hoặc sửa"), "Xem lại"),
    (re.compile(r"có mã riêng trong data/vocabulary/awards\.yml"), "là một mục riêng trong danh mục"),
    (re.compile(r"Dùng mã sáu ký tự do máy cấp \(lệnh bangvang new honouree\)"),
     "Chép thành hồ sơ mới, hoặc bỏ dòng này rồi gõ lại: máy tự cấp mã không mang tên"),
    (re.compile(r"Chọn mã của địa phương đúng thời điểm đó; địa phương cũ và mới cùng tên có mã khác nhau"),
     "Chọn trong gợi ý địa phương đúng thời điểm đó; địa phương cũ và mới cùng tên là hai mục khác nhau"),
    (re.compile(r"thì dùng hai mã khác nhau"), "thì bỏ một dòng rồi gõ lại, máy cấp mã khác"),
    (re.compile(r"dùng chung mã, hoặc ghi same_as"), "ghi vào mục “Cùng là một” của hồ sơ"),
    (re.compile(r"ghi (?:not_same_as|“Không phải là”): \[(\S+)\]"), r"ghi \1 vào mục “Không phải là” của hồ sơ"),
    (re.compile(r"ở honours của hồ sơ"), "ở “Khen thưởng khác” của hồ sơ"),
    (re.compile(r"không thấy tệp data/photos/(\S+)"), r"không thấy ảnh \1"),
    (re.compile(r"không thấy tệp data/files/(\S+)"), r"không thấy tệp \1"),
    (re.compile(r"Chép tệp vào đúng thư mục, hoặc sửa tên tệp ở đây"),
     "Bỏ dòng này, rồi thêm lại ở phía dưới biểu mẫu"),
    (re.compile(r"Thêm mục withdrawn với date \(ngày rút\) và reason \(lý do\)"),
     "Mở mục “Rút hồ sơ” và ghi ngày rút, lý do"),
    (re.compile(r"ghi ở mục contact\b"), "ghi ở mục liên hệ của hồ sơ cơ quan"),
    (re.compile(r"ghi “Cảnh báo đã chấp nhận” với lý do"), "bấm “Đã xem, đúng là như vậy” và ghi lý do"),
    (re.compile(r"(?:thêm|ghi) (“[^”]+”): (?:no|false)\b"), r"chọn “không” ở mục \1"),
    (re.compile(r"(?:thêm|ghi) (“[^”]+”): (?:yes|true)\b"), r"chọn “có” ở mục \1"),
    (re.compile(r"Thêm (“[^”]+”): (?:yes|true)\b"), r"Chọn “có” ở mục \1"),
    (re.compile(r"chọn “không” ở mục “Còn sống”"), "chọn “Đã mất” ở mục “Còn sống”"),
)  # fmt: skip
"""Remedies for whoever writes files, and what they are at a form."""
_DAY = re.compile(r"(?<![\w/.-])\d{4}-\d{2}(?:-\d{2})?(?![\w/-])")
_QUOTED = re.compile(r"(“[^”]*”)")


def in_words(text: str, model: type[Part], loc: Loc = ()) -> str:
    """A sentence of a check about the field at this path, as somebody before a form understands it."""
    form = _form(model, tuple(step for step in loc if isinstance(step, str)))
    said = form.with_titles(text)
    for pattern, words in _REMEDIES:
        said = pattern.sub(words, said)
    return "".join(_with_days(form.with_labels(said)))


@dataclass(frozen=True, slots=True)
class _Form:
    """The fields that a sentence may speak of, by the names that files use."""

    fields: Mapping[str, Field]
    names: re.Pattern[str]
    labels: Mapping[str, str]
    codes: re.Pattern[str]

    def with_titles(self, text: str) -> str:
        return self.names.sub(self._title, text)

    def _title(self, found: re.Match[str]) -> str:
        if found["aside"]:
            return ":"
        field = self.fields[found["name"]]
        inner = next((one.title for one in field.fields if one.key == found["inner"]), "")
        return f"“{field.title}, {inner}”" if inner else f"“{field.title}”"

    def with_labels(self, text: str) -> str:
        """Codes of choices, where a sentence says what a field is or should be."""
        return self.codes.sub(lambda found: f"{found[1]} “{self.labels[found[2]]}”", text)


@cache
def _form(model: type[Part], path: tuple[str, ...]) -> _Form:
    fields = _fields_around(model, path)
    names = _any_of(fields)
    labels = {choice.code: choice.label for field in fields.values() for choice in field.choices}
    return _Form(
        fields,
        re.compile(
            rf" \((?P<aside>{names})\):|(?<![\w“./-])(?P<name>{names})(?:\.(?P<inner>[a-z_]+)\b)?(?![\w”/-]|\.\w)"
        ),
        labels,
        re.compile(rf"\b(thành|là) ({_any_of(labels)})(?![\w-])"),
    )


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of them, longer ones first; without any, for nothing."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _fields_around(model: type[Part], path: tuple[str, ...]) -> dict[str, Field]:
    """Of the record, of what the path passes, and of tables that it does not pass."""
    found: dict[str, Field] = {}
    for field in fields_of(model):
        for inner in field.fields:
            if len(inner.key) >= _SHORTEST_OF_TABLES:
                found.setdefault(inner.key, inner)
    for depth in range(len(path) + 1):
        inside = model_at(model, path[:depth])
        found.update({field.key: field for field in fields_of(inside)} if inside else {})
    return found


def _with_days(text: str) -> Iterator[str]:
    """Days outside quotation marks: what is quoted stays as it is written."""
    for part in _QUOTED.split(text):
        yield part if part.startswith("“") else _DAY.sub(lambda found: day_shown(found[0]), part)
