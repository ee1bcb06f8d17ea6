"""A parcel: the files that a publication brings to its target."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bangvang.publishing.error import StagingError
from bangvang.publishing.memory import Memory, file_digest, look_of, recall


class Parcel(Protocol):
    """Files by path, and the addresses among them that are permanent."""

    @property
    def paths(self) -> Collection[str]:
        """Of every file."""

    @property
    def addresses(self) -> Collection[str]:
        """What the target owes its readers from now on."""

    @property
    def forgets(self) -> bool:
        """Whether something was taken back, so that nothing of earlier publications may linger."""

    def read(self, path: str) -> bytes:
        """One of the files."""


@dataclass(frozen=True, slots=True)
class SiteParcel:
    """The site as it was built and checked."""

    site: Path
    digests: Mapping[str, str]
    """Of each file's bytes, by path: nothing else is delivered."""
    addresses: Collection[str] = ()
    forgets: bool = False
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """What a publication adds to the site."""

    @property
    def paths(self) -> Collection[str]:
        """Of every file."""
        return self.digests.keys() | self.beside.keys() if self.beside else self.digests.keys()

    def read(self, path: str) -> bytes:
        """One of the files, unless it is another by now."""
        if path in self.beside:
            return self.beside[path]
        try:
            data = (self.site / path).read_bytes()
        except FileNotFoundError:
            data = b""
        if file_digest(data) != self.digests[path]:
            raise StagingError(
                f"Tệp {path} trong {self.site} đã đổi sau khi dựng. Hãy dừng bangvang serve và các lệnh khác "
                "đang dựng trang, rồi chạy lại lệnh."
            )
        return data


def site_parcel(site: Path, memory: Memory, owed: Iterable[str] = (), *, forgets: bool = False) -> SiteParcel:
    """All that a build made."""
    return SiteParcel(site, dict(sorted(memory.standing().items())), frozenset(owed), forgets)


def built_memory(root: Path, site: Path) -> Memory:
    """What the build that has just ended made."""
    memory = recall(root)
    if memory is None or memory.site != look_of(site):
        raise StagingError(
            f"Không ghi được bộ nhớ của lần dựng trang vào {root / '.cache'} nên chưa công bố. "
            "Hãy kiểm tra quyền ghi và chỗ trống của ổ đĩa, rồi chạy lại lệnh."
        )
    return memory
