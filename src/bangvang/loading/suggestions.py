"""“Did you mean”: generous for field names, cautious for ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bangvang.vietnamese import fold

_NAME_CUTOFF = 0.6
_ID_CUTOFF = 0.86
_ENTRY_CUTOFF = 0.75


def suggest_name(typed: str, choices: Mapping[str, str]) -> str | None:
    """The code whose code or Vietnamese label comes nearest to what was typed, without accents."""
    spoken: dict[str, str] = {}
    for code, label in choices.items():
        spoken.setdefault(_flat(label), code)
    for code in choices:
        spoken[_flat(code)] = code
    wanted = _flat(typed)
    near = _near(wanted, spoken, n=1, cutoff=_NAME_CUTOFF)
    if near:
        return spoken[near[0]]
    said = set(wanted.split())
    return next((code for label, code in spoken.items() if said and said <= set(label.split())), None)


def suggest_id(typed: str, known: Iterable[str]) -> str | None:
    """An id that is almost surely meant, or nothing: a wrong guess would honour the wrong person."""
    near = _near(typed, known, n=2, cutoff=_ID_CUTOFF)
    return near[0] if len(near) == 1 else None


def suggest_entry(typed: str, known: Iterable[str]) -> str | None:
    """The nearest id among records that are nobody's: one that goes on where the typed one ends, otherwise alike."""
    ids = list(known)
    longer = [id for id in ids if id.startswith(f"{typed}-")]
    if len(longer) == 1:
        return longer[0]
    near = _near(typed, longer or ids, n=1, cutoff=_ENTRY_CUTOFF)
    return near[0] if near else None


def _near(typed: str, known: Iterable[str], n: int, cutoff: float) -> list[str]:
    """The nearest ones; who mistypes nothing has no need of the library."""
    from difflib import get_close_matches

    return get_close_matches(typed, list(known), n=n, cutoff=cutoff)


def _flat(text: str) -> str:
    return fold(text.replace("_", " ").replace("-", " "))
