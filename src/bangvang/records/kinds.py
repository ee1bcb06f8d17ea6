"""The table of kinds: which model, which folder or file, which part of the site's address."""

from typing import NamedTuple

from bangvang.records.agency import Agency
from bangvang.records.award import Award
from bangvang.records.base import Part
from bangvang.records.campaign import Campaign
from bangvang.records.cluster import Cluster
from bangvang.records.consultation import Consultation
from bangvang.records.decision import Decision
from bangvang.records.deposit import Deposit
from bangvang.records.document import Document
from bangvang.records.event import Event
from bangvang.records.honouree import Honouree
from bangvang.records.place import Place
from bangvang.records.practice import Practice
from bangvang.records.procedure import Procedure
from bangvang.records.redirect import Redirect
from bangvang.records.report import Report
from bangvang.records.site import Site
from bangvang.records.vocabulary import Abbreviation, Occupation, WorkField


class Kind(NamedTuple):
    """A kind of record: files of a folder, or entries of one file."""

    name: str
    label: str
    model: type[Part]
    path: str
    """Below data/: a folder that ends in a slash, or a file."""
    url: str | None = None
    by_year: bool = False
    is_list: bool = False

    @property
    def is_folder(self) -> bool:
        return self.path.endswith("/")


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("honouree", "gương", Honouree, "honourees/", "guong"),
        Kind("decision", "quyết định khen thưởng", Decision, "decisions/", "quyet-dinh", by_year=True),
        Kind("campaign", "phong trào", Campaign, "campaigns/", "phong-trao"),
        Kind("document", "văn bản", Document, "documents/", "van-ban"),
        Kind("practice", "mô hình, sáng kiến", Practice, "practices/", "mo-hinh"),
        Kind("cluster", "cụm, khối thi đua", Cluster, "clusters/", "cum-thi-dua"),
        Kind("event", "sự kiện", Event, "events/", "su-kien"),
        Kind("report", "báo cáo", Report, "reports/", "bao-cao"),
        Kind("consultation", "đợt lấy ý kiến", Consultation, "consultations/", "lay-y-kien"),
        Kind("procedure", "thủ tục", Procedure, "procedures/", "thu-tuc"),
        Kind("award", "danh hiệu, hình thức khen thưởng", Award, "vocabulary/awards.yml", "danh-hieu", is_list=True),
        Kind("field", "lĩnh vực", WorkField, "vocabulary/fields.yml", "linh-vuc", is_list=True),
        Kind("place", "địa phương", Place, "vocabulary/places.yml", "dia-phuong", is_list=True),
        Kind("agency", "cơ quan", Agency, "vocabulary/agencies.yml", "co-quan", is_list=True),
        Kind("occupation", "thành phần", Occupation, "vocabulary/occupations.yml", is_list=True),
        Kind("abbreviation", "từ viết tắt", Abbreviation, "vocabulary/abbreviations.yml", is_list=True),
        Kind("deposit", "bản lưu", Deposit, "deposits.yml", is_list=True),
        Kind("redirect", "chuyển hướng", Redirect, "redirects.yml", is_list=True),
        Kind("site", "trang", Site, "site.yml"),
    )
}

OPEN_KINDS = tuple(kind for kind in KINDS.values() if kind.name not in ("site", "redirect", "deposit"))
"""Kinds that the open data have a table for."""

ASSET_FOLDERS = frozenset({"photos", "files", "archive", "book"})
"""Folders of data/ that hold no records."""

_NAMES = {kind.model: name for name, kind in KINDS.items()}


def kind_name(model: type[Part]) -> str:
    """The name of the kind whose records are of this model."""
    return _NAMES[model]
