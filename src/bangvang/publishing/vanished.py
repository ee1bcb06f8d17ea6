"""Published addresses that a build would lose, and what to write so that each still leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from bangvang.exports.address import encoded
from bangvang.loading.suggestions import suggest_id
from bangvang.problem import Problem
from bangvang.publishing.change_log import FILE as CHANGES
from bangvang.publishing.change_log import finished, read_change_log
from bangvang.publishing.contents import kind_of_folder, record_at, record_digest
from bangvang.publishing.kept_json import Damaged
from bangvang.publishing.ledger import FILE, GONE, Ledger, LedgerLine, binding, ledger_digest, read_ledger
from bangvang.publishing.memory import MadePage
from bangvang.records import KINDS, Record, is_minted
from bangvang.registry import Registry, Visibility, visibility
from bangvang.vietnamese import short_date

_PAGE = "index.html"
_START_AGAIN = (
    f"\nTrang này đang dùng thử (trial: true): muốn bắt đầu lại từ đầu thì xóa {FILE} và {CHANGES}, rồi dựng lại."
)


_RESTORE = f"Chép lại tệp này từ bản sao lưu gần nhất; muốn bắt đầu lại từ đầu thì xóa cả {CHANGES}."


def vanished_problems(
    root: Path, registry: Registry, pages: Mapping[str, MadePage], files: Collection[str] = ()
) -> list[str]:
    """One line for each address of the ledger that would lead nowhere; raises Damaged.

    `files` are all others of the site by path, with hand-written pages and those that stand at old addresses.
    """
    ledger = binding_ledger(root, registry)
    lost = lost_addresses(ledger, registry, pages, files)
    most = len(lost) > len(ledger) / 2
    if most and registry.site is not None and registry.site.trial:
        lost[-1] += _START_AGAIN
    return lost


def binding_ledger(root: Path, registry: Registry) -> dict[str, LedgerLine]:
    """Every address of the ledger that must go on leading somewhere; raises Damaged."""
    return binding(known_ledger(root), trial=registry.site is not None and registry.site.trial)


def known_ledger(root: Path) -> dict[str, LedgerLine]:
    """The whole ledger; raises Damaged where it is gone although the log tells of publications."""
    ledger = read_ledger(root)
    if not ledger and finished(read_change_log(root), ledger_digest({})):
        raise Damaged(Problem(FILE, 1, 1, "sổ địa chỉ đã công bố bị mất", _RESTORE, "kept-file"))
    return ledger


def lost_addresses(
    ledger: Ledger, registry: Registry, pages: Mapping[str, MadePage], files: Collection[str]
) -> list[str]:
    """The same for any ledger."""
    lost = [address for address in sorted(ledger) if not _stands(address[1:], pages, files)]
    if not lost:
        return []
    advice = _Advice(ledger, registry, pages)
    return [f"{address}{_since(ledger, address)}: {advice.on(address)}" for address in lost]


def _stands(path: str, pages: Collection[str], files: Collection[str]) -> bool:
    if path in pages or path in files:
        return True
    return (not path or path.endswith("/")) and f"{path}{_PAGE}" in files


def _since(ledger: Ledger, address: str) -> str:
    day = ledger[address].first
    return f" (công bố từ {short_date(day)})"


class _Advice:
    """What to do about an address, by what the data still knows of it."""

    def __init__(self, ledger: Ledger, registry: Registry, pages: Mapping[str, MadePage]) -> None:
        self._ledger = ledger
        self._registry = registry
        self._pages = pages

    def on(self, address: str) -> str:
        """What is wrong and what to write."""
        kind = kind_of_folder(address)
        id = address.strip("/").rpartition("/")[2]
        if kind is None:
            return self._on_page(address)
        if renamed := self._renamed(address, kind):
            return f"hồ sơ này nay ở {renamed} → Thêm {_redirect(address, renamed)}."
        likely = _redirect(address, self._similar(address, kind, id))
        loaded = self._registry.loaded(kind, id)
        if loaded is not None and isinstance(loaded.record, Record):
            return _on_hidden(self._registry, loaded.record, loaded.path, likely)
        if KINDS[kind].is_list:
            return f"không còn mục “{id}” → Đưa mục ấy trở lại data/{KINDS[kind].path}, hoặc thêm {likely}."
        if kind == "honouree" and is_minted(id):
            return _on_recipient(id)
        file = f"data/{KINDS[kind].path}{'<năm>/' if KINDS[kind].by_year else ''}{id}.yml"
        return (
            f"không còn {KINDS[kind].label} này → Để tệp {file} trở lại với “status: withdrawn” và mục withdrawn "
            f"(date: ngày rút, reason: lý do); nếu gỡ theo yêu cầu thì tệp chỉ gồm dòng “status: removed”; "
            f"nếu đã dời thì thêm {likely}."
        )

    def _on_page(self, address: str) -> str:
        likely = _redirect(address, self._similar(address, None, address.strip("/").rpartition("/")[2]))
        if not self._ledger[address].content:
            return f"không còn trang hoặc kênh tin này → Thêm {likely}."
        return f"không còn trang này → Đưa tệp docs/{address.strip('/')}.md trở lại, hoặc thêm {likely}."

    def _renamed(self, address: str, kind: str) -> str | None:
        """The new page that says just what this one said, if there is one."""
        content = self._ledger[address].content
        if not content or content in GONE:
            return None
        for url in self._new_pages(f"{KINDS[kind].url}/"):
            found = record_at(self._registry, url)
            if found is not None and record_digest(self._registry, *found) == content:
                return f"/{url}"
        return None

    def _similar(self, address: str, kind: str | None, id: str) -> str | None:
        """A page with nearly the same last part, in the same folder first; codes of people resemble by chance only."""
        if kind == "honouree" and is_minted(id):
            return None
        folder = address.strip("/").rpartition("/")[0]
        beside = {url.strip("/").rpartition("/")[2]: url for url in self._pages if url.startswith(f"{folder}/")}
        if near := suggest_id(id, beside):
            return f"/{beside[near]}"
        elsewhere = [url for url in self._pages if url.strip("/").rpartition("/")[2] == id]
        if len(elsewhere) == 1:
            return f"/{elsewhere[0]}"
        return f"/{folder}/" if f"{folder}/" in self._pages else None

    def _new_pages(self, folder: str) -> Iterator[str]:
        return (url for url in self._pages if url.startswith(folder) and f"/{url}" not in self._ledger)


def _on_recipient(id: str) -> str:
    """Somebody with a minted id stood in a decision, perhaps without a file of their own."""
    return (
        f"không còn ai mang mã {id} → Nếu lỡ xóa dòng hay tệp: đưa trở lại, giữ nguyên mã {id}. Nếu gỡ theo yêu cầu: "
        f"dòng trong quyết định đổi thành “- removed: true” và tệp data/honourees/{id}.yml chỉ gồm dòng "
        f"“status: removed”; lần sau để bangvang forget làm việc ấy. "
        f"Nếu người này đã có hồ sơ khác: ghi “same_as: [{id}]” trong hồ sơ ấy."
    )


def _redirect(address: str, new: str | None) -> str:
    line = f"- {{from: {encoded(address)}, to: {encoded(new) if new else '/địa-chỉ-mới/'}}}"
    return f"vào data/redirects.yml dòng “{line}”"


def _on_hidden(registry: Registry, record: Record, path: str, redirect: str) -> str:
    """The record is there, but the public sees nothing of it."""
    state = visibility(record, registry.day)
    if state is Visibility.EMBARGOED:
        return f"hồ sơ đã công bố nay lại chờ đến ngày công bố → Bỏ mục publish_on trong {path}."
    if state is Visibility.DRAFT:
        return (
            f"hồ sơ đã công bố nay lại là bản nháp → Trong {path} ghi “status: published”; muốn rút thì ghi "
            "“status: withdrawn” và thêm mục withdrawn (date: ngày rút, reason: lý do)."
        )
    return f"hồ sơ trong {path} không còn trang riêng → Xem mục same_as của các hồ sơ cùng tên, hoặc thêm {redirect}."
