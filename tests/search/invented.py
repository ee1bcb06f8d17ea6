"""People who do not exist, as entries of an index: a few who are easily mixed up, and a crowd around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from bangvang.search import Entry, Words
from bangvang.search.paths import APART
from bangvang.search.proofs import proof_keys

PLACES = ("Xã Mẫu, tỉnh Thử", "Xã Sông Thử, tỉnh Thử", "Phường Thử Nghiệm, tỉnh Mẫu")
FEW = 499
"""One of so many has the whole phrase."""
CONTESTS = 7
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Hoàng", "Bùi", "Ngô")
_MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Hữu")
_GIVEN = ("An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hòa", "Khánh", "Lan", "Mai", "Nam", "Phúc", "Quân", "Sơn")

WORDS = Words(
    {"HTX": "Hợp tác xã", "UBND": "Ủy ban nhân dân", "ND": "Nông dân", "AN": "An ninh", "THPT": "Trung học phổ thông"},
    {"place": {"xa-mau": "Xã Mẫu"}, "kind": {"individual": "Cá nhân"}},
)


def person(number: int, name: str, *, place: int = 0, year: int = 2020, body: str = "", meta: str = "") -> Entry:
    """Somebody invented."""
    award = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"
    return Entry(
        url=f"guong/nguoi{number:04}/",
        kind="individual",
        title=name,
        line=f"{award}, {year}",
        place=PLACES[place],
        meta=f"{award} . {year} . {PLACES[place]} . {meta}",
        body=body,
        facts={
            "kind": ("individual",),
            "year": (str(year),),
            "place": (("xa-mau", "xa-song-thu", "phuong-thu")[place],),
        },
        year=year,
        illustrative=True,
        proofs=proof_keys([name], [f"{number}/QĐ-UBND"]),
    )


def crowd() -> list[Entry]:
    """Enough people for every kind of file to split."""
    names = (" ".join(parts) for parts in product(_FAMILIES, _MIDDLES, _GIVEN))
    return [
        person(number, name, place=number % 3, year=2000 + number % 20, body=f"Việc thứ {number} của thôn.")
        for number, name in enumerate(names)
    ]


def easily_mixed_up() -> list[Entry]:
    """Names and deeds that differ in marks, in order, or only in where they stand."""
    return [
        person(9001, "Đặng Thúy Hòa", place=1, year=2021, body="Nuôi bò sữa trên đồi cỏ."),
        person(9002, "Đặng Thủy Hoa", year=2022, body="Hiến đất làm đường giao thông nông thôn."),
        person(9003, "Võ Bơ Sữa", year=2019),
        person(9004, "Lý Quý Mỹ", place=2, body="Trồng bơ sáp, dạy hát then."),
        person(9005, "Nghiêm Xuân Quảng Lĩnh", year=2018, meta="Phong trào Dân vận khéo"),
        Entry("guong/htx-tan-tien/", "collective", "Hợp tác xã nông nghiệp Tân Tiến", "Tập thể lao động tiên tiến, 2023"),
        Entry("folded/", "page", "Folded rows, keys and constructor", body="folded __proto__ toString rows"),
        Entry("phong-trao/hien-dat/", "campaign", "Hiến đất mở đường", names=("Góp đất làm đường",), weight=2_000),
        Entry(
            "van-ban/kh-119/", "document", "Tổ chức phong trào thi đua", "Kế hoạch số 119/KH-UBND",
            names=("119/KH-UBND",), meta="Kế hoạch số 119/KH-UBND ngày 09/5/2019 . 2019", year=2019,
            body="Đối với khối trung học và phổ thông. a) Tập huấn. b) Kiểm tra. x) Tổng kết.",
        ),
        Entry("van-ban/nd-98/", "document", "Quy định chi tiết", "Nghị định số 98/2023/NĐ-CP", names=("98/2023/NĐ-CP",)),
        Entry("linh-vuc/nhan-dao/", "field", "Nhân đạo, từ thiện", "Lĩnh vực", names=("tình nguyện", "hiến máu")),
        Entry("linh-vuc/an-ninh/", "field", "An ninh, trật tự", "Lĩnh vực", names=("an ninh",)),
        Entry(
            "huong-dan/tim-kiem/", "page", "Cách tìm", "Hướng dẫn", meta="Hướng dẫn",
            body="Mời ông, bà gõ thử: dạy hát then.", near=APART,
        ),
        person(9006, "Cù Chính Lan", place=1),
        person(9007, "Nguyễn Hà Bình"),
        person(9008, "Nguyễn Bình Hải"),
        Entry("quyet-dinh/qd-1/", "decision", "Khen thưởng các tổ", "Quyết định", body="Tổ Tân . Tổ Hồng . Hội Hồng . Tổ Văn An"),
    ]  # fmt: skip


def many_places() -> list[Entry]:
    """So many who have done one of a few deeds, in so many villages, that the lists of all words are cut into pieces.

    Half of them belong to Thượng Lâm, a third have joined forces; few have done so for Thượng Lâm. The other half live in
    An Lạc, a town on the Vàm Cỏ, half of them take part in the contest; that of Hồng Lạc is told of in few papers. A quarter
    of everybody plays chess in spring, on either side; so do the papers of a prize of the Vàm.
    """
    deeds = ("Trồng rừng ngập mặn.", "Nuôi tôm sạch.", "Dạy hát then.", "Giữ nghề rèn.")
    native = person(9100, "Ngô Văn Thư", meta="Lâm Chung")
    return [
        replace(native, place="Xã Lâm Chung", near="thon-1"),
        *(
            Entry(f"su-kien/{number}/", "event", f"Lễ thứ {number}", meta="Hồng Lạc thi đua yêu nước")
            for number in range(CONTESTS)
        ),
        *(
            Entry(f"su-kien/co-{number}/", "event", f"Giải thứ {number}", meta="Giải sông Vàm: cờ tướng xuân")
            for number in range(CONTESTS)
        ),
        *_villagers(deeds),
    ]


def _villagers(deeds: Sequence[str]) -> list[Entry]:
    return [
        replace(
            person(number, f"Ngô Văn {number}", body=deeds[number // 40 % 4] + " Có văn thư." * (number % 2)),
            place=f"Thôn Giả {number % 40}",
            meta=" . ".join(
                [
                    *(["Thượng Lâm"] if number % 2 == 0 else ["An Lạc, thị xã Hồng . Sông Vàm Cỏ"]),
                    *(["Thi đua yêu nước"] if number % 4 == 1 else []),
                    *(["Cờ tướng xuân"] if number % 4 < 2 else []),
                    f"Thôn Giả {number % 40} . Giấy khen của Chủ tịch",
                    *(["Chung sức xây dựng"] if number % 3 == 0 else []),
                    *(["Giúp Thượng Lâm chung sức xây dựng"] if number % FEW == 0 else []),
                ]
            ),
            near=f"thon-{number % 40}",
            facts={"kind": ("individual",), "place": (f"thon-{number % 40}",)},
        )
        for number in range(8_000)
    ]


def everybody() -> list[Entry]:
    """All of them."""
    return [*crowd(), *easily_mixed_up()]
