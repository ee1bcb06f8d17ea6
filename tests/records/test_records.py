"""The models: values kept exactly, refusals in words, titles and help everywhere."""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Union, get_args, get_origin

import jsonschema
import pytest
from pydantic import TypeAdapter, ValidationError

from bangvang.records import (
    KINDS,
    Campaign,
    Decision,
    Labelled,
    Part,
    PartialDate,
    RefersTo,
    is_id,
    is_minted,
    json_schema,
    references,
)
from bangvang.records.scalars import Amount, Count, Flag, Phone, Url
from bangvang.records.task import Quarters


def models(model: type[Part], seen: set[type[Part]] | None = None) -> Iterator[type[Part]]:
    """A model and every part below it."""
    seen = seen if seen is not None else set()
    if model not in seen:
        seen.add(model)
        yield model
        for field in model.model_fields.values():
            for inner in _types(field.annotation):
                if isinstance(inner, type) and issubclass(inner, Part):
                    yield from models(inner, seen)


def _types(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Annotated, tuple, Union, types.UnionType):
        for inner in get_args(annotation):
            yield from _types(inner)
    else:
        yield annotation


EVERY = sorted({model for kind in KINDS.values() for model in models(kind.model)}, key=lambda model: model.__name__)


@pytest.mark.parametrize("model", EVERY, ids=lambda model: model.__name__)
def test_every_field_has_its_own_title_and_help(model: type[Part]) -> None:
    """Forms, messages, schemas and the dictionary come from them."""
    told = [(field.title, field.description) for field in model.model_fields.values()]
    assert all(title and help and help.endswith((".", "…", ")")) for title, help in told), told
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("model", EVERY, ids=lambda model: model.__name__)
def test_every_code_has_a_vietnamese_label(model: type[Part]) -> None:
    """Codes are for files, labels for people."""
    for field in model.model_fields.values():
        for inner in _types(field.annotation):
            if isinstance(inner, type) and issubclass(inner, Labelled):
                labels = [member.label for member in inner]
                assert all(labels)
                assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2024-05-19", "2024-05-19", "2024-05-19"),
    ],
)
def test_a_partial_date_knows_its_bounds(text: str, first: str, last: str) -> None:
    """And is written back as it was."""
    date = TypeAdapter(PartialDate).validate_python(text)
    assert (date.first, date.last) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert str(date) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("19/5/2024", "Viết lại là 2024-05-19."),
        ("5/2024", "Viết lại là 2024-05."),
        ("2024-5-9", "Viết lại là 2024-05-09."),
        ("30/02/2020", "bản giấy"),
        ("2020-02-30", "bản giấy"),
        ("2020-13", "Tháng từ 01 đến 12"),
        ("0999", "bản giấy"),
        ("hôm qua", "chỉ biết năm thì 2024"),
    ],
)
def test_a_wrong_date_is_answered_with_how_to_write_it(text: str, said: str) -> None:
    """Never guessed, always explained."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(PartialDate).validate_python(text)
    assert said in caught.value.errors()[0]["ctx"]["remedy"]


def test_only_sure_orders_are_called_before() -> None:
    """A year is not before a day within it."""
    year, day = PartialDate(2019), PartialDate(2019, 6, 30)
    assert not year.surely_before(day)
    assert not day.surely_before(year)
    assert PartialDate(2018, 12).surely_before(year)


@pytest.mark.parametrize(("text", "value"), [("28.500", "28500"), ("59,60", "59.60"), ("-3", "-3")])
def test_amounts_keep_their_digits(text: str, value: str) -> None:
    """A zero at the end is part of what was printed."""
    adapter = TypeAdapter(Amount)
    amount = adapter.validate_python(text)
    assert str(amount) == value
    assert isinstance(amount, Decimal)
    assert adapter.dump_python(amount) == text


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (Amount, "1,234.5"),
        (Amount, "59.6"),
        (Count, "1,5"),
        (Count, "-1"),
        (Flag, "no"),
        (Flag, "có"),
        (Url, "www.a.vn"),
        (Url, "javascript:alert(1)"),
        (Phone, "gọi tôi"),
        (Quarters, "V/2015"),
    ],
)
def test_what_is_no_value_of_its_type_is_refused(type_: Any, text: str) -> None:
    """One by one."""
    with pytest.raises(ValidationError):
        TypeAdapter(type_).validate_python(text)


def test_quarters_are_read_and_written_in_roman_numerals() -> None:
    """One quarter, or several in a row."""
    adapter = TypeAdapter(Quarters)
    assert str(adapter.validate_python("quý I/2015")) == "I/2015"
    assert adapter.validate_python("III - IV/2020") == Quarters(2020, 3, 4)


def test_ids_and_minted_ids() -> None:
    """Lower case, digits, single hyphens; minted ones begin with a letter and have no e."""
    assert is_id("xa-mau-2026")
    assert not any(is_id(text) for text in ("Xa", "xa--mau", "-xa", "xã", "x" * 121, "", "a b"))
    assert is_minted("k7m2q9")
    assert not any(is_minted(text) for text in ("7k2mq9", "k7m2e9", "k7m2q", "k7m2q1"))


@pytest.mark.parametrize(
    ("kind", "tree", "said"),
    [
        ("honouree", {"kind": "individual", "name": "A", "collective_type": "school"}, "chỉ dùng cho tập thể"),
        ("honouree", {"kind": "individual", "name": "A", "head": "B"}, "chỉ dùng cho hộ gia đình"),
        ("honouree", {"kind": "individual", "name": "A", "born": "2000", "died": "1999"}, "trước khi sinh"),
        ("honouree", {"kind": "individual", "name": "A", "honours": [{"date": "2020"}]}, "chưa ghi danh hiệu"),
        ("honouree", {"kind": "individual", "name": "A", "disputes": [{"what": "x", "claims": [{"text": "a"}]}]}, "disputes"),
        ("honouree", {"kind": "individual", "name": "A", "withdrawn": {"date": "2020-01-01", "reason": "x"}}, "không phải là withdrawn"),
        ("campaign", {"name": "A", "type": "annual", "level": "commune", "targets": [{"name": "t"}]}, "chưa có nội dung"),
        ("campaign", {"name": "A", "type": "annual", "level": "commune", "targets": [{"name": "t", "value": "20", "of": "19"}]}, "lớn hơn tổng số"),
        ("campaign", {"name": "A", "type": "annual", "level": "commune", "rewards": [{"quota": "1"}]}, "chưa có tên"),
        ("campaign", {"name": "A", "type": "annual", "level": "commune", "registration": {"opens": "2020", "closes": "2019"}}, "hạn đăng ký"),
        ("campaign", {"name": "A", "type": "annual", "level": "commune", "issuers": [{}]}, "mã một cơ quan"),
        ("document", {"type": "plan", "title": "A", "bases": [{}]}, "căn cứ để trống"),
        ("document", {"type": "plan", "title": "A", "sections": [{"number": "I."}]}, "mục để trống"),
        ("document", {"type": "plan", "title": "A", "readings": [{"printed": "x"}]}, "đọc thế nào"),
        ("document", {"type": "plan", "title": "A", "tasks": [{"what": "x", "due": [{}]}]}, "thời hạn để trống"),
        ("document", {"type": "plan", "title": "A", "triggered_by": [{"date": "2020"}]}, "sự kiện nào"),
        ("practice", {"name": "A", "kind": "model", "contact": {"office": "x"}}, "cách liên hệ"),
        ("cluster", {"name": "A", "type": "cum", "years": [{"year": "2020"}, {"year": "2020"}]}, "hai lần"),
        ("cluster", {"name": "A", "type": "cum", "years": [{"year": "2020", "scores": [{"agency": "a"}, {"agency": "a"}]}]}, "hai lần"),
        ("event", {"name": "A", "type": "review", "from": "2020", "to": "2019"}, "trước khi bắt đầu"),
        ("event", {"name": "A", "type": "review", "speakers": [{"topic": "x"}]}, "ai báo cáo"),
        ("report", {"title": "A", "type": "final", "campaigns": ["c"], "agency": "a"}, "chưa có nội dung"),
        ("consultation", {"title": "A", "opens": "2020-02-02", "closes": "2020-02-01", "how": {"office": "x", "address": "y"}, "candidates": [{"kind": "collective", "name": "A", "achievement": "x"}]}, "trước ngày bắt đầu"),
        ("procedure", {"name": "A", "steps": [{"what": "x"}], "forms": [{"title": "x"}]}, "đúng một nơi"),
        ("site", {"name": "A", "address": "https://a.vn", "description": "x", "owner": {"name": "A"}, "contact": {"office": "x", "url": "https://a.vn"}}, "dấu /"),
        ("redirect", {"from": "cu", "to": "/moi/"}, "đường dẫn trong trang"),
    ],
)  # fmt: skip
def test_a_record_refuses_what_makes_no_sense(kind: str, tree: dict[str, Any], said: str) -> None:
    """Each kind guards its own fields."""
    with pytest.raises(ValidationError) as caught:
        KINDS[kind].model.model_validate(tree)
    (error,) = caught.value.errors()
    assert said in error["msg"] or said in str(error["loc"])


def test_records_are_frozen() -> None:
    """What was read stays as it was read."""
    campaign = Campaign.model_validate({"name": "A", "type": "annual", "level": "commune"})
    with pytest.raises(ValidationError):
        campaign.name = "B"  # type: ignore[misc]


def _slow_references(part: Part, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """By brute force: every text of the dump whose field is marked."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        marked = [mark for mark in (*field.metadata, *_marks(field.annotation)) if isinstance(mark, RefersTo)]
        items = list(enumerate(value)) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            place = (*loc, field.alias or name) if index is None else (*loc, field.alias or name, index)
            if isinstance(item, Part):
                yield from _slow_references(item, place)
            elif isinstance(item, str) and marked:
                yield place, item


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks(inner)


def test_the_walker_finds_every_reference() -> None:
    """Compared with a slow walk, over a record with references at every depth."""
    decision = Decision.model_validate(
        {
            "date": "2026", "title": "x", "issuer": "a", "award": "b", "bases": ["c", {"text": "x"}],
            "proposed_by": [{"agency": "d", "document": "e"}], "replaces": ["f"],
            "corrects": [{"decision": "g", "recipient": "h", "field": "x"}],
            "recipients": [
                {"id": "i", "kind": "individual", "name": "A", "place": "j", "fields": ["k", "l"], "shared_with": ["m"],
                 "standing": [{"state": "cancelled", "date": "2026", "reason": "x", "decision": "n"}]},
                {"removed": "true"},
            ],
        }
    )  # fmt: skip
    fast = {(reference.loc, reference.id) for reference in references(decision)}
    assert fast == set(_slow_references(decision))
    assert {id for _, id in fast} == set("abcdefgjklmn")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_schemas_are_valid_and_explain_every_field(kind: Any) -> None:
    """JSON Schema 2020-12, with the models' titles and help."""
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    described = schema["items"] if kind.is_list else schema
    assert all(field.get("title") for field in described["properties"].values())


def test_a_schema_accepts_what_an_editor_takes_for_numbers() -> None:
    """`date: 2019` and `value: 59.6` are numbers to a YAML editor, and no mistake of form."""
    validator = jsonschema.Draft202012Validator(json_schema(KINDS["campaign"]))
    good = {
        "name": 2019,
        "type": "annual",
        "level": "commune",
        "period": {"from": 2019},
        "targets": [{"name": "x", "value": 59.6}],
    }
    assert list(validator.iter_errors(good)) == []
    assert list(validator.iter_errors({**good, "type": "anual"}))
    assert list(validator.iter_errors({**good, "nmae": "x"}))
    assert list(validator.iter_errors({"name": "x"}))
