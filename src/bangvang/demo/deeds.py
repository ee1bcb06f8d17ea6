"""What invented people are praised for: a deed and its outcome, as a decision words it."""

from __future__ import annotations

from random import Random

from bangvang.demo.works import WORKS


def deed(field: str, dice: Random) -> str:
    """What was done, to begin with a small letter."""
    return dice.choice(WORKS[field].deeds)


def outcome(field: str, dice: Random) -> str:
    """What it brought, with numbers."""
    return dice.choice(WORKS[field].outcomes).format_map(numbers(dice))


def numbers(dice: Random) -> dict[str, str]:
    """Figures of a size that fits the sentence they stand in."""
    return {
        "digit": str(dice.randint(2, 9)),
        "few": str(dice.randint(3, 25)),
        "n": str(dice.randint(12, 180)),
        "p": str(dice.randint(12, 60)),
        "high": str(dice.randint(80, 99)),
        "m": str(dice.randint(15, 95) * 10),
        "area": f"{dice.randint(1, 4)}.{dice.randint(0, 9)}{dice.randint(0, 9)}0",
    }


def reason(deed: str, outcome: str) -> str:
    """The line of a decision that says what the award is for."""
    return f"{deed[0].upper()}{deed[1:]}, {outcome}."
