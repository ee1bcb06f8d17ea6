"""An invented project in which one person stands wherever a person can stand, and somebody else bears the same name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

DAY, BEFORE = date(2026, 11, 21), date(2026, 11, 20)
PERSON, MERGED, NAMESAKE, SPEAKING = "k7m2q9", "m3n4p5", "w2x3y4", "nguyen-van-xua"
NAME, FORMER = "Hoàng Thị Mẫu Đơn", "Hoàng Thị Mẫu Đan"
FACTS = (NAME, FORMER, "Xưởng Dệt Hư Cấu", "Dệt tám trăm tấm vải", "Sợi nào cũng là sợi của mình", "hoang-thi-mau-don")
"""What may be found nowhere once the person has left."""
TOPIC = "Cách dệt không đứt sợi"

FILES = {
    "data/site.yml": (
        "name: Bảng Vàng xã Mẫu\nname_en: Honour Roll of Mau\naddress: https://bangvang.example/\n"
        "description: Trang hư cấu để thử.\n"
        "owner: {name: Ủy ban nhân dân xã Mẫu, responsible: Chánh Văn phòng}\n"
        "contact: {office: Văn phòng, email: vanphong@xamau.example}\n"
        f"home: {{honourees: [{PERSON}, to-dan-van]}}\n"
    ),
    "data/redirects.yml": (
        f"- {{from: /nhan-vat/hoang-thi-mau-don/, to: /guong/{PERSON}/}}\n"
        "- {from: /nhan-vat/to-dan-van/, to: /guong/to-dan-van/}\n"
    ),
    "data/vocabulary/agencies.yml": "- {id: ubnd-xa-mau, name: Ủy ban nhân dân xã Mẫu, level: commune}\n",
    f"data/honourees/{PERSON}.yml": (
        f"# Gọi {NAME} trước khi sửa.\nkind: individual\nname: {NAME}\nunit: Xưởng Dệt Hư Cấu\nillustrative: true\n"
        f"names:\n  - {{name: {FORMER}}}\nsame_as: [{MERGED}]\nsummary: Dệt tám trăm tấm vải mỗi năm.\n"
        "quote: Sợi nào cũng là sợi của mình.\npractices: [det-vai]\n"
        "photos:\n  - {file: chan-dung.png, alt: Một người bên khung cửi}\n"
        "consent: {date: 2026-08-01, by: bản thân, covers: [bài viết, lời trích, ảnh]}\n"
    ),
    f"data/honourees/{NAMESAKE}.yml": (
        f"kind: individual\nname: {NAME}\nunit: Trường Mầm non Mẫu\nillustrative: true\n"
        f"not_same_as: [{PERSON}]\nsummary: Dạy trẻ hát.\n"
        "consent: {date: 2026-08-01, by: bản thân, covers: [bài viết]}\n"
    ),
    f"data/honourees/{SPEAKING}.yml": (
        "kind: individual\nname: Nguyễn Văn Xưa\nliving: no\nillustrative: true\nsummary: Đắp đê năm ấy.\n"
    ),
    "data/honourees/to-dan-van.yml": "kind: collective\nname: Tổ dân vận thôn Mẫu\nillustrative: true\n",
    "data/practices/det-vai.yml": (
        "name: Dệt vải hai lớp\nkind: initiative\nillustrative: true\nproblem: Vải mỏng.\nway: Dệt hai lớp.\n"
        f"honourees: [{PERSON}, to-dan-van]\nadopted:\n  - {{unit: Xưởng Dệt Hư Cấu, honouree: {PERSON}}}\n"
        "  - {unit: Tổ dệt thôn Mẫu}\n"
    ),
    "data/events/hoi-nghi.yml": (
        "name: Hội nghị điển hình\ntype: conference\nillustrative: true\nfrom: 2026-09-05\n"
        f"speakers:\n  - {{honouree: {PERSON}, topic: {TOPIC}}}\n  - {{honouree: to-dan-van, topic: Đi từng ngõ}}\n"
        f"honoured: {{honourees: [{PERSON}]}}\n"
    ),
    "data/consultations/lay-y-kien.yml": (
        "title: Lấy ý kiến về đề nghị tặng thưởng\nillustrative: true\nopens: 2026-09-01\ncloses: 2026-09-30\n"
        "how: {office: Văn phòng, email: vanphong@xamau.example}\ncandidates:\n"
        f"  - {{id: {PERSON}, kind: individual, name: {NAME}, achievement: Dệt tám trăm tấm vải.}}\n"
        "  - {id: to-dan-van, kind: collective, name: Tổ dân vận thôn Mẫu, achievement: Đi từng ngõ.}\n"
    ),
    "data/decisions/2026/qd-15.yml": (
        "number: 15/QĐ-UBND\ndate: 2026-09-02\ntitle: Khen thưởng sáu tháng đầu năm 2026\nissuer: ubnd-xa-mau\n"
        f"signer: {{name: {NAME}, title: Chủ tịch}}\nillustrative: true\nrecipients:\n"
        f"  - id: {PERSON} # {NAME} đã nhận giấy\n    kind: individual\n    name: {NAME}\n"
        "    unit: Xưởng Dệt Hư Cấu\n    award_text: Giấy khen\n    reason: Dệt tám trăm tấm vải.\n"
        f"  - {{id: h4t8wz, kind: individual, name: Trần Thị Mẫu, award_text: Giấy khen, shared_with: [{PERSON}]}}\n"
        f"  - {{id: {MERGED}, kind: individual, name: {FORMER}, award_text: Bằng khen}}\n"
        f"  - {{id: {NAMESAKE}, kind: individual, name: {NAME}, unit: Trường Mầm non Mẫu, award_text: Giấy khen}}\n"
        f"  - {{id: {SPEAKING}, kind: individual, name: Nguyễn Văn Xưa, living: no, award_text: Truy tặng giấy khen}}\n"
    ),
    "data/decisions/2026/qd-16.yml": (
        "number: 16/QĐ-UBND\ndate: 2026-09-20\ntitle: Đính chính danh sách\nissuer: ubnd-xa-mau\nillustrative: true\n"
        f"corrects:\n  - {{decision: qd-15, recipient: {MERGED}, field: Họ tên, now: {NAME}}}\n"
        "  - {decision: qd-15, recipient: h4t8wz, field: Họ tên, now: Trần Thị Mẫu}\n"
    ),
    "docs/index.md": "---\ntitle: Trang thử\n---\n",
    "docs/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nTrang hư cấu.\n",
    "docs/dinh-chinh.md": "---\ntitle: Báo sai sót\n---\n\nTrang hư cấu.\n",
}


def write_files(root: Path, files: Mapping[str, str]) -> Path:
    """Files by path."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def changed(root: Path, path: str, old: str, new: str) -> None:
    """A record as an office would change it."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
