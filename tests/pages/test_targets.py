"""Targets: the plan in words, the verdict on the day, bars that never claim more than was reached."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.pages.reading import Reading
from bangvang.pages.targets import (
    MET,
    MISSED,
    NO_RESULT,
    NOT_JUDGED,
    ON_THE_WAY,
    TargetRow,
    Verdict,
    bar_width,
    plan_text,
    target_table,
    verdict_on,
)
from bangvang.records import Target
from bangvang.vietnamese import format_number

Build = Callable[..., Any]
END = datetime.date(2026, 12, 31)


def target(**fields: object) -> Target:
    """A target with a name."""
    return Target.model_validate({"name": "Chỉ tiêu", **fields})


def result(value: str, as_of: str = "2026-12-31") -> dict[str, str]:
    """One measured number."""
    return {"as_of": as_of, "value": value}


@pytest.fixture
def row_of(project_of: Build) -> Callable[..., TargetRow]:
    """The line of a single target in a campaign that ends with 2026."""
    reading = Reading(project_of({}).answers)
    return lambda **fields: target_table(reading, [target(**fields)], END).rows[0]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": "190", "unit": "triệu đồng"}, "190 triệu đồng"),
        ({"value": "59,60", "unit": "%"}, "59,60%"),
        ({"value": "98,06"}, "98,06"),
        ({"value": "16", "of": "19", "unit": "tiêu chí"}, "16/19 tiêu chí"),
        ({"value": "96", "unit": "%", "aim": "at-least"}, "Ít nhất 96%"),
        ({"value": "5", "unit": "vụ", "aim": "at-most"}, "Không quá 5 vụ"),
        ({"value": "9,08", "unit": "%", "aim": "reduce-to"}, "Giảm xuống còn 9,08%"),
        ({"value": "1.500", "unit": "hộ", "aim": "reduce-by"}, "Giảm được 1.500 hộ"),
        ({"value": "5.000", "unit": "tấn", "aim": "maintain"}, "Duy trì 5.000 tấn"),
        ({"text": "Giữ chuẩn xã nông thôn mới", "aim": "maintain"}, "Giữ chuẩn xã nông thôn mới"),
    ],
)
def test_a_plan_is_said_as_the_paper_means_it(fields: dict[str, object], expected: str) -> None:
    """Aim, number with all its decimals, total and unit, where there are any."""
    assert plan_text(target(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": "10"}, NO_RESULT),
        ({"value": "10", "results": [result("10")]}, MET),
        ({"value": "10", "results": [result("9,9")]}, MISSED),
        ({"value": "10", "results": [result("9,9", "2026-06-30")]}, ON_THE_WAY),
        ({"value": "10", "aim": "reduce-to", "results": [result("9")]}, MET),
        ({"value": "10", "aim": "at-most", "results": [result("11")]}, MISSED),
        ({"value": "10", "aim": "reduce-by", "results": [result("11")]}, MET),
        ({"text": "Giữ", "results": [{"as_of": "2026", "text": "Đã giữ"}]}, NOT_JUDGED),
        ({"text": "Giữ", "results": [{"as_of": "2026", "text": "Đã giữ", "met": True}]}, MET),
        ({"value": "10", "results": [result("12", "2025"), result("9", "2026")]}, MISSED),
    ],
)
def test_a_verdict_follows_the_aim_and_the_latest_result(fields: dict[str, object], expected: Verdict) -> None:
    """Less is better for some aims; what is not yet over is not yet missed; words are not judged here."""
    aimed = target(**fields)
    latest = max(aimed.results, key=lambda one: one.as_of.last, default=None)
    assert verdict_on(aimed, latest, END) is expected


def test_a_share_below_the_plan_never_reads_as_the_whole(row_of: Callable[..., TargetRow]) -> None:
    """99,96 of 100 is 99,9%, nothing is ever rounded up, and an aim to reduce has no share at all."""
    assert row_of(value="100", results=[result("99,96")]).share == "99,9%"
    assert row_of(value="100", results=[result("104,75")]).share == "104,7%"
    assert row_of(value="100", results=[result("100")]).share == "100%"
    assert row_of(value="100", aim="at-most", results=[result("50")]).share == ""


def test_a_target_of_nought_has_a_verdict_but_no_bar(row_of: Callable[..., TargetRow]) -> None:
    """Nothing is divided by nought."""
    row = row_of(value="0", aim="at-most", results=[result("0")])
    assert (row.verdict, row.width, row.share) == (MET, "", "")


def test_only_the_latest_result_counts_and_earlier_ones_stand_below(row_of: Callable[..., TargetRow]) -> None:
    """In whatever order the file lists them."""
    row = row_of(
        value="10", unit="km", results=[result("9", "2026-09"), result("4", "2026-06"), result("7", "2026-08")]
    )
    assert (row.result, row.as_of) == ("9 km", "9/2026")
    assert row.earlier == ("7 km (8/2026)", "4 km (6/2026)")


def test_parts_follow_their_whole_one_deeper(project_of: Build) -> None:
    """And a whole whose parts are only some of all says so."""
    reading = Reading(project_of({}).answers)
    part = {"name": "Hộ Khmer", "value": "200", "group": "hộ Khmer"}
    table = target_table(reading, [target(value="500", complete=False, parts=[part])], END)
    assert [(row.depth, row.partial, row.group) for row in table.rows] == [(0, True, None), (1, False, "hộ Khmer")]
    assert (table.counted, table.parts, table.resulted, table.barred) == (1, 1, False, False)


def test_targets_are_counted_and_not_their_parts(project_of: Build) -> None:
    """A part that is met is not a target that is met, but its result is shown."""
    reading = Reading(project_of({}).answers)
    part = {"name": "Thôn Hai", "value": "200", "results": [result("200")]}
    table = target_table(reading, [target(value="500", parts=[part]), target(value="1", results=[result("1")])], END)
    assert (table.counted, table.parts, table.with_result, table.met) == (2, 1, 1, 1)
    only_part = target_table(reading, [target(value="500", parts=[part])], END)
    assert (only_part.with_result, only_part.resulted) == (0, True)


@given(st.decimals(0, 10**9, places=2), st.decimals(Decimal("0.01"), 10**9, places=2))
def test_a_bar_never_leaves_its_track(measured: Decimal, planned: Decimal) -> None:
    """However far the result is above or below the plan."""
    aimed = target(value=format_number(planned), results=[result(format_number(measured))])
    assert 0 <= float(bar_width(aimed, aimed.results[0])) <= 100
