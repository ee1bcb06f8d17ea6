"""Whatever a file holds, what comes of it is records and problems."""

from __future__ import annotations

import datetime
import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bangvang.checking import check
from bangvang.loading import load_project
from bangvang.records import KINDS
from bangvang.registry import build_registry

DATA = Path(__file__).parents[2] / "data"
PATHS = {
    kind.name: kind.path + ("2026/" if kind.by_year else "") + ("thu.yml" if kind.is_folder else "")
    for kind in KINDS.values()
}
GOOD = {
    name: sorted(
        text
        for path in DATA.glob(kind.path + ("**/*.yml" if kind.is_folder else ""))
        if (text := path.read_text("utf-8"))
    )
    for name, kind in KINDS.items()
}
MUTANTS = [
    "",
    "null",
    "no",
    "08",
    "- x",
    "[",
    "{a: b}",
    "{",
    "*a",
    "&a b",
    "!t x",
    "2020-02-30",
    "19/5/2024",
    "'",
    '"',
    "🙂",
    "\t",
    "|",
    "-",
    "x" * 600,
    "9" * 40,
]


def survive(files: dict[str, bytes]) -> None:
    """Load, put together, check: problems have a place and two sentences, and nothing is raised."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in files.items():
            (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
            (root / "data" / path).write_bytes(content)
        project = load_project(root)
        verdict = check(project, build_registry(project, datetime.date(2026, 11, 21)))
    for problem in verdict.problems:
        assert problem.path.startswith("data")
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.what
        assert problem.remedy


@settings(max_examples=60)
@given(
    st.sampled_from(sorted(PATHS)),
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
)
def test_any_bytes(kind: str, content: bytes) -> None:
    """Not even sense is required."""
    survive({PATHS[kind]: content})


@settings(max_examples=150)
@given(st.sampled_from(sorted(name for name, texts in GOOD.items() if texts)), st.integers(0, 2**32))
def test_good_records_gone_bad(kind: str, seed: int) -> None:
    """Lines lost, doubled, swapped; values replaced; characters slipped in."""
    dice = random.Random(seed)
    lines = dice.choice(GOOD[kind]).split("\n")[:120]
    for _ in range(dice.randint(1, 4)):
        place = dice.randrange(len(lines))
        line = lines[place]
        match dice.randrange(6):
            case 0:
                del lines[place]
            case 1:
                lines.insert(place, line)
            case 2:
                other = dice.randrange(len(lines))
                lines[place], lines[other] = lines[other], line
            case 3:
                lines[place] = line.partition(":")[0] + ": " + dice.choice(MUTANTS)
            case 4:
                lines[place] = line[: len(line) // 2] + dice.choice(MUTANTS) + line[len(line) // 2 :]
            case _:
                lines[place] = dice.choice([" ", "  ", "\t", "- "]) + line
        lines = lines or [""]
    survive({PATHS[kind]: "\n".join(lines).encode("utf-8", "replace")})


@given(st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace")), st.sampled_from(sorted(PATHS)))
def test_any_value_in_any_place(value: bytes, kind: str) -> None:
    """A value that no field expects is explained, not choked on."""
    fields = sorted(KINDS[kind].model.model_fields)
    lines = [f"{name}: ".encode() + value.replace(b"\n", b" ") for name in fields[:6]]
    survive({PATHS[kind]: b"- " + b"\n  ".join(lines) if KINDS[kind].is_list else b"\n".join(lines)})
