"""A removal under way, noted until it is done: whoever is killed in between has left what it takes to go on.

The note names the person, for the records soon no longer do; so it goes as the last thing of all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from bangvang.office.workroom import WORKROOM
from bangvang.publishing.error import StagingError
from bangvang.publishing.removals import NOTE
from bangvang.removal.person import Person
from bangvang.removal.rewriting import Removal
from bangvang.whole_file import insist, replacing_durably


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was begun."""

    person: Person
    becomes: Mapping[str, str]
    """For each id the one under which the removal is known."""
    stays: Removal
    attached: tuple[str, ...] = ()
    """Files for readers that may show them: no machine looks into a scan."""


def begin(root: Path, work: Unfinished) -> None:
    """From here on it will be done, by this process or the next."""
    (root / WORKROOM).mkdir(exist_ok=True)
    kept = {"person": asdict(work.person), "becomes": dict(work.becomes), "day": work.stays.day.isoformat()}
    kept |= {"basis": work.stays.basis, "attached": work.attached}
    with replacing_durably(root / NOTE) as stream:
        stream.write(json.dumps(kept, ensure_ascii=False).encode())


def unfinished(root: Path) -> Unfinished | None:
    """What an earlier command began and did not end."""
    try:
        kept = json.loads((root / NOTE).read_bytes())
        lists = {name: tuple(kept["person"][name]) for name in ("ids", "names", "photos", "shared_photos")}
        stays = Removal(date.fromisoformat(kept["day"]), kept["basis"])
        return Unfinished(Person(kept["person"]["id"], **lists), kept["becomes"], stays, tuple(kept["attached"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise StagingError(
            f"Tệp {NOTE} ghi việc gỡ còn dở đã bị hỏng. Hãy xóa tệp ấy, rồi chạy lại bangvang forget với mã cần gỡ."
        ) from None


def end(root: Path) -> None:
    """All is done."""
    insist((root / NOTE).unlink)
