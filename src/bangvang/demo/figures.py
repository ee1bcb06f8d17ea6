"""The honourees of the invented province, each once: who they are and what they did first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bangvang.demo.decisions import LAST_DAY, POSTHUMOUS_AWARDS, ROWS_PER_DECISION, PlannedDecision
from bangvang.demo.deeds import deed, outcome
from bangvang.demo.geography import REFORM, Commune
from bangvang.demo.names import PersonName, person_name
from bangvang.demo.seeds import seeded
from bangvang.demo.trades import COMMUNE, HOUSEHOLD_FIELDS, LAST_RESORT, Body, body, coined, fields_in, trade
from bangvang.records import MINT_FIRST, MINT_LENGTH, MINT_REST
from bangvang.vietnamese import fold, slug

# Of every fifty honourees nine are collectives and five households: 72, 18 and 10 per cent.
_COLLECTIVE_SLOTS = frozenset({3, 8, 14, 19, 25, 30, 36, 41, 47})
_HOUSEHOLD_SLOTS = frozenset({6, 16, 27, 38, 48})
_DIRECT_OF_FIVE = frozenset({0, 2, 4})
"""Three individuals of five do direct labour, in every decision, however short."""
_PROFILE_EVERY = 3

# In every decision one individual with a profile may have died; of every 250 honourees one bears the name of another.
# The slots are individuals'.
_DECEASED_SLOTS = frozenset({9, 10, 11})
_SHARE_OF_DECEASED = 0.4
_NAMESAKE_EVERY, _NAMESAKE_SLOT, _NAMESAKE_DISTANCE = 250, 83, 50
_TRIES = 20

_MINT_SPACE = len(MINT_FIRST) * len(MINT_REST) ** (MINT_LENGTH - 1)
_MINT_STEP, _MINT_START = 387_420_499, 41_000_003
"""The step shares no factor with the space, so no id comes up twice."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An invented honouree."""

    index: int
    id: str
    kind: str
    name: str
    short: str
    """What a story calls it: ông Nam, hợp tác xã."""
    commune: Commune
    """As it was on the day of the award."""
    unit: str | None
    field: str
    deed: str
    outcome: str
    role: str | None = None
    occupation: str | None = None
    sex: str | None = None
    head: str | None = None
    born: int | None = None
    died: datetime.date | None = None
    posthumous: bool = False
    namesake: str | None = None
    """Somebody else of the same name, if that is known."""
    body: Body | None = None

    @property
    def has_profile(self) -> bool:
        return self.index % _PROFILE_EVERY == 0

    def commune_on(self, day: datetime.date) -> Commune:
        """Where it belongs on the day."""
        return self.commune.on(day)

    def unit_on(self, day: datetime.date) -> str | None:
        """The unit as it is called on the day."""
        return self.unit and self.unit.replace(COMMUNE, self.commune_on(day).lower)


def minted(index: int) -> str:
    """The index-th id that says nothing; no two are alike."""
    number = (index * _MINT_STEP + _MINT_START) % _MINT_SPACE
    letters = []
    for _ in range(MINT_LENGTH - 1):
        number, letter = divmod(number, len(MINT_REST))
        letters.append(MINT_REST[letter])
    return MINT_FIRST[number] + "".join(letters)


def kind_of(index: int) -> str:
    """What kind the index-th honouree is."""
    slot = index % ROWS_PER_DECISION
    if slot in _COLLECTIVE_SLOTS:
        return "collective"
    return "household" if slot in _HOUSEHOLD_SLOTS else "individual"


def cast(count: int, decisions: Sequence[PlannedDecision]) -> list[Figure]:
    """So many honourees, fifty to a decision; nobody shares name, place and unit with another."""
    taken: set[tuple[str, ...]] = set()
    figures: list[Figure] = []
    for index in range(count):
        other = figures[index - _NAMESAKE_DISTANCE] if index % _NAMESAKE_EVERY == _NAMESAKE_SLOT else None
        figure = _newcomer(index, decisions[index // ROWS_PER_DECISION], other, taken)
        taken.add(_likeness(figure))
        figures.append(figure)
    return figures


def _newcomer(index: int, decision: PlannedDecision, other: Figure | None, taken: set[tuple[str, ...]]) -> Figure:
    """The first of several drafts who is not like anybody there is."""
    dice = seeded("figure", index)
    kind = kind_of(index)
    tries = 0
    while True:
        if kind == "individual":
            figure = _individual(index, decision, dice, other)
        elif kind == "household":
            figure = _household(index, decision, dice)
        else:
            form = body(dice, decision.day.year) if tries < _TRIES else LAST_RESORT
            figure = _collective(index, decision, dice, form)
        if _likeness(figure) not in taken:
            return figure
        tries += 1


def _likeness(figure: Figure) -> tuple[str, ...]:
    """What would make two look like one: accents and the middle name Thị are often left out."""
    name = figure.name.replace(" Thị ", " ")
    return figure.kind, fold(name), figure.commune_on(REFORM).id, fold(figure.unit or "")


def _individual(index: int, decision: PlannedDecision, dice: Random, other: Figure | None) -> Figure:
    name = PersonName(other.name, other.sex == "female") if other else person_name(dice)
    commune = decision.commune(dice)
    job = trade(dice, direct=_rank(index) % 5 in _DIRECT_OF_FIVE)
    age = dice.randint(62, 78) if job.occupation == "retiree" else dice.randint(24, 60)
    field = dice.choice(fields_in(decision.day.year, job.fields))
    died, posthumous = _death(index, decision)
    role = dice.choice(job.roles)
    return Figure(
        index, minted(index), "individual", name.full, f"{_title(name.female, age)} {name.given}", commune,
        coined(job.unit, commune, dice), field, deed(field, dice), outcome(field, dice),
        role="Tổ trưởng tổ dân phố" if role == "Trưởng thôn" and commune.is_ward else role,
        occupation=job.occupation, sex=name.sex, born=decision.day.year - age, died=died, posthumous=posthumous,
        namesake=other.id if other else None,
    )  # fmt: skip


def _household(index: int, decision: PlannedDecision, dice: Random) -> Figure:
    name = person_name(dice)
    commune = decision.commune(dice)
    title = _title(name.female, dice.randint(41, 75))
    field = dice.choice(HOUSEHOLD_FIELDS)
    return Figure(
        index, minted(index), "household", f"Gia đình {title} {name.full}", f"gia đình {title} {name.given}", commune,
        dice.choice(commune.villages), field, deed(field, dice), outcome(field, dice), head=name.full,
    )  # fmt: skip


def _collective(index: int, decision: PlannedDecision, dice: Random, form: Body) -> Figure:
    commune = decision.commune(dice)
    name = form.name.format(number=index) if form is LAST_RESORT else coined(form.name, commune, dice)
    field = dice.choice(fields_in(decision.day.year, form.fields))
    return Figure(
        index, f"{slug(name.replace(COMMUNE, ''))}-{commune.id}", "collective", name.replace(COMMUNE, commune.lower),
        form.short, commune, None, field, deed(field, dice), outcome(field, dice), body=form,
    )  # fmt: skip


def _title(female: bool, age: int) -> str:
    if female:
        return "bà" if age > 40 else "chị"
    return "ông" if age > 40 else "anh"


def _rank(index: int) -> int:
    """The place among the individuals of its decision."""
    slot = index % ROWS_PER_DECISION
    others = sum(1 for other in (*_COLLECTIVE_SLOTS, *_HOUSEHOLD_SLOTS) if other < slot)
    return slot - others


def _death(index: int, decision: PlannedDecision) -> tuple[datetime.date | None, bool]:
    """When one of the few died, and whether the award came after that."""
    if index % _PROFILE_EVERY or index % ROWS_PER_DECISION not in _DECEASED_SLOTS:
        return None, False
    dice = seeded("death", index)
    if dice.random() > _SHARE_OF_DECEASED:
        return None, False
    gone = datetime.timedelta(days=dice.randint(20, 120))
    if decision.awards["individual"] in POSTHUMOUS_AWARDS:
        return decision.day - gone, True
    later = decision.day + gone * 5
    return (later, False) if later < LAST_DAY else (None, False)
