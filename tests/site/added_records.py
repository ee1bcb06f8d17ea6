"""Records that the shipped data has no reason to hold, for pages that would otherwise go unseen.

A long decision brings lists of several pages and their printable wholes; a removed entry brings the notice of one; somebody who lives and was
not asked gets a short page; there are photos; and versions of the site and of a campaign that were given into keeping.
"""

from __future__ import annotations

from io import BytesIO
from itertools import product

from PIL import Image

_FAMILIES = ("Bùi", "Đặng", "Đỗ", "Hồ", "Lê", "Lý", "Nguyễn", "Phạm", "Trần", "Vũ", "Võ")
_GIVEN = ("Ánh", "Bền", "Chắc", "Đức", "Êm", "Hậu", "Lành", "Ngay", "Thảo", "Vẹn")
_DECISION = """\
number: 912/QĐ-UBND
date: 2026-10-20
title: Về việc tặng Giấy khen cho 110 gương người tốt, việc tốt
issuer: ubnd-xa-mau
signer: {name: Lê Thị Mẫu, title: Chủ tịch}
award: giay-khen-chu-tich-ubnd-xa
basis: merit
campaign: xa-mau-2026
illustrative: true
recipients:
"""
_ROW = """\
  - id: {id}
    kind: individual
    name: {family} Mẫu {given}
    role: Nông dân
    unit: Thôn Mẫu Hai
    place: xa-mau
    occupation: farmer
    fields: [nong-thon-moi]
    reason: Góp công dọn kênh, trồng hoa, giữ đường thôn sạch trong cả năm.
"""
_UNASKED = """\
kind: individual
name: Hà Thị Mẫu Lặng
role: Nông dân
unit: Thôn Mẫu Hai
place: xa-mau
living: yes
illustrative: true
story: Câu chuyện này chưa được hỏi ý kiến.
"""
_PICTURED = """\
kind: {kind}
name: {name}
place: xa-mau
illustrative: true
summary: Hồ sơ minh họa một trang có ảnh.
photos:
  - file: {file}
    alt: Ảnh thử, một dải màu từ tối đến sáng
    credit: Ban biên soạn
    consent: &
consent: &
honours:
  - {{award: giay-khen-chu-tich-ubnd-xa, date: 2026-05-19, authority: ubnd-xa-mau}}
""".replace("&", "{{date: 2026-08-01, by: người được nêu tên, covers: [ảnh, bài viết]}}")
_KEPT = """\
- id: ca-trang-2026
  title: Bản lưu cả trang, giữa năm 2026
  date: 2026-06-30
  pages: https://luutru.example/2026/
  keeper: Trung tâm Lưu trữ lịch sử tỉnh Mẫu
  digest: 3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea
  illustrative: true
- id: xa-mau-2025
  title: Bản lưu phong trào xã Mẫu năm 2025
  date: 2026-01-20
  campaign: xa-mau-2025
  address: https://luutru.example/xa-mau-2025.zip
  illustrative: true
"""


def _photo(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def _rows() -> str:
    return "".join(
        _ROW.format(id=f"x22{first}{second}x", family=family, given=given)
        for (family, given), (first, second) in zip(
            product(_FAMILIES, _GIVEN), product("abcdfghjkmn", "pqrstuvwxy"), strict=True
        )
    )


ADDED: dict[str, bytes] = {
    path: content if isinstance(content, bytes) else content.encode()
    for path, content in {
        "data/decisions/2026/qd-912-ubnd-xa-mau-2026.yml": _DECISION + _rows(),
        "data/deposits.yml": _KEPT,
        "data/honourees/x44ppx.yml": _UNASKED,
        "data/honourees/x33ppx.yml": "status: removed\nremoved_on: 2026-09-15\nbasis: Theo yêu cầu hợp pháp\n",
        "data/honourees/x55ppx.yml": _PICTURED.format(kind="individual", name="Kiều Mẫu Ảnh", file="x55ppx.jpg"),
        "data/honourees/to-anh-mau.yml": _PICTURED.format(kind="collective", name="Tổ Ảnh Mẫu", file="to-anh-mau.jpg"),
        "data/photos/x55ppx.jpg": _photo(900, 1200),
        "data/photos/to-anh-mau.jpg": _photo(1600, 900),
    }.items()
}
"""By path in the project. Everybody in them is invented."""
