"""Honourees as records: the row in a decision, and the profile of every third."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from random import Random

from bangvang.demo.decisions import LAST_DAY, PlannedDecision
from bangvang.demo.deeds import deed, outcome, reason
from bangvang.demo.figures import Figure
from bangvang.demo.geography import DISTRICT_OF, REFORM
from bangvang.demo.offices import office_of
from bangvang.demo.seeds import Weighted, seeded
from bangvang.demo.stories import quote, story, summary
from bangvang.yaml_writer import Fields

_AGAIN_EVERY, _AGAIN_SLOT = 250, 12
"""One honouree of 250 is honoured a second time."""
_BETWEEN_AWARDS = datetime.timedelta(days=200)

_ORDER_EVERY = 60
_DISTRICT_HONOUR_EVERY = 24
_FIRST_DISTRICT_YEAR, _LAST_DISTRICT_YEAR = 2006, 2024

_LABELS = Weighted({"dien-hinh-tien-tien": 40, "nguoi-tot-viec-tot": 35, "nhan-to-moi": 10, "": 15})


def second_awards(
    figures: Sequence[Figure], decisions: Sequence[PlannedDecision], rows_per_decision: int
) -> Mapping[int, list[Figure]]:
    """Who is honoured once more, by the index of the later decision."""
    by_day = sorted(decisions, key=lambda decision: (decision.day, decision.index))
    found: dict[int, list[Figure]] = {}
    for figure in figures[_AGAIN_SLOT::_AGAIN_EVERY]:
        earliest = decisions[figure.index // rows_per_decision].day + _BETWEEN_AWARDS
        later = [decision for decision in by_day if decision.day >= earliest and decision.reaches(figure.commune)]
        if later:
            found.setdefault(seeded("again", figure.index).choice(later).index, []).append(figure)
    return found


def row(figure: Figure, decision: PlannedDecision, *, again: bool = False) -> Fields:
    """The figure's line in a decision."""
    done, brought = figure.deed, figure.outcome
    if again:
        done, brought = _another_deed(figure, seeded("again", figure.index, decision.index))
    award = decision.awards[figure.kind]
    fields: Fields = {"id": figure.id, **_subject(figure, decision.day)}
    if award != decision.awards["individual"]:
        fields["award"] = award
    fields["reason"] = reason(done, brought)
    if figure.posthumous:
        fields |= {"living": "no", "died": figure.died, "posthumous": True}
    return fields


def _another_deed(figure: Figure, dice: Random) -> tuple[str, str]:
    """One achievement is honoured once, so a second award is for something else."""
    while True:
        done = deed(figure.field, dice)
        if done != figure.deed:
            return done, outcome(figure.field, dice)


def profile(figure: Figure, decision: PlannedDecision) -> Fields:
    """The file of a figure that has one."""
    dice = seeded("profile", figure.index)
    is_person = figure.kind != "collective"
    told = min(max(decision.day, figure.died or decision.day) + datetime.timedelta(dice.randint(5, 160)), LAST_DAY)
    label = _LABELS.pick(dice)
    fields = _subject(figure, LAST_DAY if figure.died is None else min(figure.died, LAST_DAY))
    fields |= {
        "born": figure.born,
        "died": figure.died,
        "living": "no" if figure.died else ("yes" if is_person else None),
        "labels": [label] if label else None,
        "followed_since": decision.day.year - dice.randint(1, 4) if label == "dien-hinh-tien-tien" else None,
        "not_same_as": [figure.namesake] if figure.namesake else None,
        "summary": summary(figure, decision),
        "quote": quote(figure) if figure.kind == "individual" and dice.random() < 0.5 else None,
        "story": story(figure, decision),
        "honours": _other_honours(figure, decision, dice),
        "consent": _consent(figure, told) if is_person and figure.died is None else None,
        "updated": told,
        "illustrative": True,
    }
    return fields


def _subject(figure: Figure, day: datetime.date) -> Fields:
    return {
        "kind": figure.kind,
        "name": figure.name,
        "role": figure.role,
        "unit": figure.unit_on(day),
        "place": figure.commune_on(day).id,
        "occupation": figure.occupation,
        "sex": figure.sex,
        "head": figure.head,
        "collective_type": figure.body.type if figure.body else None,
        "small": True if figure.body and figure.body.small else None,
        "fields": (figure.field,),
    }


def _consent(figure: Figure, day: datetime.date) -> Fields:
    return {
        "date": day,
        "by": "bản thân" if figure.kind == "individual" else "chủ hộ",
        "covers": ["bài viết", "lời trích"] if figure.kind == "individual" else ["bài viết"],
    }


def _other_honours(figure: Figure, decision: PlannedDecision, dice: Random) -> list[Fields]:
    """What no decision of this site holds: an order of the State, a letter of the former district."""
    found: list[Fields] = []
    if figure.kind == "household" or figure.died is not None:
        return found
    earlier = decision.day.year - dice.randint(1, 3)
    if (
        figure.index % _DISTRICT_HONOUR_EVERY == 0
        and _FIRST_DISTRICT_YEAR <= earlier <= _LAST_DISTRICT_YEAR
        and figure.commune.district is not None
    ):
        found.append({
            "award": "giay-khen-chu-tich-ubnd-huyen",
            "date": earlier,
            "authority": office_of(DISTRICT_OF[figure.commune.district]).id,
            "fields": [figure.field],
            "reason": "Nhiều năm liền tích cực tham gia các phong trào thi đua của địa phương.",
        })  # fmt: skip
    if figure.index % _ORDER_EVERY == 0 and decision.day < REFORM:
        day = decision.day + datetime.timedelta(days=dice.randint(100, 400))
        found.append({
            "award": "huan-chuong-lao-dong-hang-ba",
            "date": day,
            "number": f"{dice.randint(100, 2400)}/QĐ-CTN",
            "authority": "chu-tich-nuoc",
            "fields": [figure.field],
            "reason": "Thành tích xuất sắc trong lao động, góp phần xây dựng và phát triển quê hương.",
        })  # fmt: skip
    return found
