"""What a deposit says of itself: bag-info in the terms that libraries use, and a page to read first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bangvang import __version__
from bangvang.archive.bag import oxum
from bangvang.archive.form import Form
from bangvang.archive.verification import SIGNED_BY
from bangvang.exports.address import absolute
from bangvang.exports.public_keys import PATH as KEYS_PATH
from bangvang.records import Site
from bangvang.vietnamese import format_number

README = "DOC-TRUOC.txt"
_PARTS = (
    ("data/source/", "dữ liệu nguồn (YAML), trang viết tay và cấu hình, đủ để dựng lại trang"),
    ("data/open-data/", "dữ liệu mở: CSV, JSON Lines, JSON từng hồ sơ, datapackage.json mô tả các cột"),
    ("data/site/", "bản đọc không cần mạng: mở data/site/index.html bằng trình duyệt, có cả tìm kiếm"),
    ("data/web/", "bản lưu web (WACZ), kèm trang để phát lại"),
    ("data/photos/", "ảnh"),
    ("data/book/", "kỷ yếu (PDF/A)"),
)
_REPLAY = """Phát lại bản lưu web: trình duyệt chỉ chạy được trang này qua một máy chủ. Mở cửa sổ lệnh trong thư mục
data/web, gõ "python3 -m http.server 8000", rồi mở http://localhost:8000/ bằng trình duyệt.
Phần mềm phát lại ở data/web/replay là ReplayWeb.page của Webrecorder, giấy phép AGPL 3.0; giấy phép và nơi lấy mã nguồn
ghi trong LICENSE.txt và NOTICE.txt ở đó."""
_VERIFY = """Kiểm tra: bangvang archive verify THƯ_MỤC (hoặc tệp .zip). Không có Bảng Vàng thì dùng công cụ BagIt
bất kỳ, ví dụ "bagit.py --validate THƯ_MỤC"; hoặc, ngay trong thư mục này, "sha512sum -c tagmanifest-sha512.txt" và
"sha512sum -c manifest-sha512.txt"."""
_SIGNATURE = """Chữ ký: tagmanifest-sha512.txt.sig là chữ ký Ed25519 (base64) trên tagmanifest-sha512.txt.
Khóa công khai: {key}
Hãy so với khóa mà cơ quan công bố tại {url}; khóa chép trong gói lưu trữ này chưa chứng minh được gì.
Kiểm tra bằng: bangvang archive verify THƯ_MỤC --key TỆP_KHÓA"""


@dataclass(frozen=True, slots=True)
class Described:
    """What is told of a deposit."""

    site: Site
    name: str
    scope: str
    """In words."""
    form: Form
    day: date
    withheld: int
    """How many people the copy does not name."""
    key: str
    """The public key of whoever signs; empty where nobody does."""
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.site.name}: {self.scope}, {self.form.label}"

    @property
    def access(self) -> str:
        """Who may open it."""
        if self.form is Form.FULL:
            return (
                "HẠN CHẾ: có dữ liệu cá nhân và hồ sơ chưa công bố. Chỉ người có thẩm quyền được mở; "
                "không đăng lên mạng, không sao chép ra ngoài."
            )
        left = f" Không nêu {format_number(self.withheld)} người còn sống." if self.withheld else ""
        return f"Công khai.{left}"


def info_entries(about: Described, sizes: Mapping[str, int]) -> list[tuple[str, str]]:
    """bag-info.txt, label by label."""
    site, contact = about.site, about.site.contact
    entries = [
        ("Source-Organization", site.owner.name),
        ("Organization-Address", contact.address or ""),
        ("Contact-Name", contact.office),
        ("Contact-Phone", contact.phone or ""),
        ("Contact-Email", contact.email or ""),
        ("External-Description", f"{about.title}. {site.description}"),
        ("External-Identifier", about.name),
        ("Internal-Sender-Identifier", site.address),
        ("Internal-Sender-Description", "; ".join(about.notes)),
        ("Bagging-Date", about.day.isoformat()),
        ("Bag-Software-Agent", f"Bảng Vàng {__version__}"),
        ("Access-Restriction", about.access),
        ("Rights", f"{site.licence.name}: {site.licence.url}" if site.licence and about.form is Form.PUBLIC else ""),
        (SIGNED_BY, about.key),
        ("Signing-Key-Location", absolute(site.address, KEYS_PATH) if about.key else ""),
        ("Payload-Oxum", oxum(sizes.values())),
    ]
    return [(label, value) for label, value in entries if value]


def readme(about: Described, paths: Collection[str]) -> bytes:
    """The page to read first."""
    there = [f"- {folder}: {what}." for folder, what in _PARTS if any(path.startswith(folder) for path in paths)]
    key = _SIGNATURE.format(key=about.key, url=absolute(about.site.address, KEYS_PATH)) if about.key else ""
    opening = [about.title.upper(), "", f"Đóng gói ngày {about.day:%d/%m/%Y} từ {about.site.address}", about.access]
    parts = [
        "\n".join([*opening, *about.notes]),
        "\n".join(["Trong gói lưu trữ (BagIt 1.0) có:", *there]),
        _REPLAY,
        _VERIFY,
        key,
        "English: a BagIt 1.0 bag of a Vietnamese public honour roll; bag-info.txt describes it.",
    ]
    return ("\n\n".join([part for part in parts if part]) + "\n").encode()
