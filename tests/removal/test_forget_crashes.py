"""A removal killed at any moment: before its beginning nothing has changed, after it the same command does the rest."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from dying import in_a_fork_that_dies_at
from removal_tree import DAY, FACTS, FORMER, NAME, PERSON

from bangvang.office.drafts import Draft, Drafts
from bangvang.office.history import Deed, Doing, History
from bangvang.publishing.change_log import write_change_log
from bangvang.publishing.ledger import LedgerLine, write_ledger
from bangvang.publishing.lock import NAME as LOCK
from bangvang.publishing.removals import NOTE
from bangvang.removal.forget import Plan, carry_out, plan_removal
from bangvang.removal.rewriting import Reason

STRIDE = 7
"""Between the steps of the file system at which a removal is killed."""


def prepared(root: Path) -> Path:
    """With all that a removal has to clear, but for a site: building one has its own tests of this kind."""
    doing = Doing(Deed.EDITED, "honouree", PERSON, NAME, f"data/honourees/{PERSON}.yml")
    History(root).note(doing, f"name: {FORMER}\n".encode(), b"")
    Drafts(root).keep(Draft("", "practice", "det-vai", "Dệt vải", "", "", {"way": f"Theo bà {NAME}."}, ()))
    write_ledger(root, {f"/guong/{PERSON}/": LedgerLine(DAY), "/nhan-vat/hoang-thi-mau-don/": LedgerLine(DAY)})
    write_change_log(root, ())
    (root / ".cache/bangvang").mkdir(parents=True)
    (root / ".cache/bangvang/parsed").write_text(NAME, encoding="utf-8")
    (root / "cong-bo").mkdir()
    (root / "cong-bo/.ban.zip.new").write_bytes(b"PK")
    return root


HALF_A_NOTE = str(Path(NOTE).with_name(f".{Path(NOTE).name}.new"))
"""A note that is not in its place yet: nothing has begun."""


def forget(root: Path) -> None:
    """The whole command."""
    plan = plan_removal(root, PERSON, DAY, Reason.REQUEST)
    if isinstance(plan, Plan):
        carry_out(root, plan, jobs=1)


def state(root: Path) -> dict[str, bytes]:
    """Every file but locks, which a killed process leaves open to the next."""
    files = (path for path in root.rglob("*") if path.is_file() and path.name != LOCK)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def tells(root: Path) -> list[str]:
    """Files that still tell a fact: who signed and who bears the same name is left in peace, so the name is none."""
    facts = [fact.encode() for fact in FACTS if fact != NAME]
    return [path for path, data in state(root).items() if any(fact in data for fact in facts)]


def test_killed_at_any_step_it_is_not_begun_or_can_be_finished(project: Path, tmp_path: Path) -> None:
    """Whatever was reached, the same command leads to the same end; until then the note says that it is not."""
    prepared(project)
    whole = tmp_path / "ca"
    shutil.copytree(project, whole)
    forget(whole)
    assert tells(whole) == []
    step, killed, begun = 0, True, 0
    while killed:
        root = tmp_path / f"lan-{step}"
        shutil.copytree(project, root)
        killed = in_a_fork_that_dies_at(step, partial(forget, root))
        noted = (root / NOTE).exists()
        begun += noted
        if killed and not noted and tells(root):
            (root / HALF_A_NOTE).unlink(missing_ok=True)
            assert state(root) == state(project)
        forget(root)
        assert state(root) == state(whole)
        shutil.rmtree(root)
        step += STRIDE
    assert begun > 5
