"""Asking for the fields of a record, one by one, in the words of its model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from bangvang.loading.explanation import complaints
from bangvang.loading.suggestions import suggest_name
from bangvang.office.fields import Field, Shape, fields_of
from bangvang.office.known import Known
from bangvang.records import Part, in_reading_order
from bangvang.records.dates import read_printed_date
from bangvang.vietnamese import day_in_words, fold

Answers = dict[str, Any]
_MOST_SHOWN = 12

WORTH_ASKING: dict[str, tuple[str, ...]] = {
    "Honouree": ("role", "unit", "place", "living", "summary"),
    "Decision": ("number", "award", "campaign", "summary"),
    "Document": ("number", "issuer", "date", "summary"),
    "Campaign": ("place", "summary"),
    "Report": ("results",),
    "Event": ("from", "place", "summary"),
    "Practice": ("place", "summary"),
    "Contact": ("address", "phone", "email"),
    "Honour": ("award", "date"),
    "Place": ("parent", "from"),
    "Agency": ("level", "place"),
}
"""Optional fields that most records of a model have."""


class Stopped(Exception):
    """The clerk has had enough; nothing is written."""


@dataclass(frozen=True)
class Dialogue:
    """A conversation with the clerk, and what is known of the project while it lasts."""

    read: Callable[[str], str]
    write: Callable[[str], object]
    known: Known

    def ask(self, prompt: str) -> str:
        try:
            return self.read(prompt).strip()
        except (EOFError, KeyboardInterrupt):
            raise Stopped from None


def ask_fields(dialogue: Dialogue, model: type[Part]) -> Answers:
    """Answers to every required field and to the optional ones worth asking, good by the model's own rules."""
    wanted = WORTH_ASKING.get(model.__name__, ())
    while True:
        answers: Answers = {}
        for key, field in in_reading_order(model):
            if field.is_required() or key in wanted:
                answer = ask_field(dialogue, model, key, field)
                if answer is not None:
                    answers[key] = answer
        refused = list(refusals(model, answers))
        if not refused:
            return answers
        for what, remedy in refused:
            dialogue.write(f"Chưa được: {what}. {remedy}")


def ask_field(dialogue: Dialogue, model: type[Part], key: str, field: FieldInfo) -> Any:
    """One answer that the model takes; None for an optional field that was left out."""
    asked = next(asked for asked in fields_of(model) if asked.key == key)
    dialogue.write(f"\n{field.title}{'' if field.is_required() else ' (có thể bỏ trống)'}: {field.description}")
    if asked.model is not None:
        answers = ask_fields(dialogue, asked.model)
        return [answers] if asked.many else answers
    for number, choice in enumerate(asked.choices, 1):
        dialogue.write(f"  {number}. {choice.label} ({choice.code})")
    while True:
        typed = dialogue.ask(f"{key}> ")
        if not typed:
            if not field.is_required():
                return None
            dialogue.write("Mục này bắt buộc.")
            continue
        answer = _understand(dialogue, asked, typed)
        if answer is None:
            continue
        problem = next(((what, remedy) for what, remedy in refusals(model, {key: answer}, key)), None)
        if problem is None:
            return answer
        dialogue.write(f"{problem[0]}. {problem[1]}")


def _understand(dialogue: Dialogue, field: Field, typed: str) -> Any:
    """What the model is to get for what was typed; None if it has to be asked again."""
    if field.choices:
        return _list_if(field, _chosen({choice.code: choice.label for choice in field.choices}, typed))
    if field.shape in (Shape.DATE, Shape.DAY):
        return _day_meant(dialogue, typed)
    if not field.kinds:
        return _list_if(field, typed)
    ids = [_found(dialogue, field.kinds, one.strip()) for one in (typed.split(",") if field.many else [typed])]
    if any(id is None for id in ids):
        return None
    return ids if field.many else ids[0]


def _list_if(field: Field, answer: str) -> Any:
    return [part.strip() for part in answer.split(",") if part.strip()] if field.many else answer


def _chosen(choices: Mapping[str, str], typed: str) -> str:
    """A number of the list, a code, or a label with or without accents."""
    codes = list(choices)
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(codes):
        return codes[int(typed) - 1]
    if typed in choices:
        return typed
    return suggest_name(typed, choices) or typed


def _day_meant(dialogue: Dialogue, typed: str) -> str:
    """A day as offices print it, turned round; anything else the model judges."""
    try:
        read = read_printed_date(typed)
    except ValueError:
        return typed
    if read is None:
        return typed
    dialogue.write(f"Hiểu là {day_in_words(read.year, read.month, read.day)}.")
    return str(read)


def _found(dialogue: Dialogue, kinds: Iterable[str], typed: str) -> str | None:
    """The id meant by an id or by part of a name."""
    if typed in dialogue.known.of(kinds):
        return typed
    matches = dialogue.known.meant_by(typed, kinds)
    if len(matches) == 1:
        ((id, named),) = matches.items()
        dialogue.write(f"Hiểu là {id} ({named.shown()}).")
        return id
    if not matches:
        if _agreed(dialogue, f"Chưa có hồ sơ nào mang mã hay tên “{typed}”. Vẫn ghi mã này?"):
            return typed
        return None
    for id, named in list(matches.items())[:_MOST_SHOWN]:
        dialogue.write(f"  {id} ({named.shown()})")
    dialogue.write(f"Có {len(matches)} hồ sơ khớp; hãy gõ đúng một mã.")
    return None


def _agreed(dialogue: Dialogue, question: str) -> bool:
    return fold(dialogue.ask(f"{question} (có/không) ")) in ("co", "c")


def refusals(model: type[Part], answers: Answers, key: str | None = None) -> Iterable[tuple[str, str]]:
    """What the model says against the answers: against all of them, or against one."""
    try:
        model.model_validate(answers)
    except ValidationError as error:
        for complaint in complaints(error, model):
            if key is None or (complaint.loc[:1] == (key,) and complaint.check != "missing-field"):
                yield complaint.what, complaint.remedy
