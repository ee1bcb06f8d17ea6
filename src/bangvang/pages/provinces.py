"""The 34 provinces and cities since 1/7/2025 as tiles, each roughly where it lies, and the two archipelagos."""

from __future__ import annotations

from typing import NamedTuple

COLUMNS = 6
"""Five on land; the sixth is the sea, where the archipelagos lie."""

ROWS = 15


class Province(NamedTuple):
    """A province or a city under the central government: its tile and the ids that records may name it by."""

    name: str
    column: int
    row: int
    ids: tuple[str, ...]
    lines: tuple[str, ...] = ()

    @property
    def label(self) -> tuple[str, ...]:
        """The name as it stands in the tile, whole, a line for each word."""
        return self.lines or tuple(self.name.split())


class Archipelago(NamedTuple):
    """A special zone at sea, drawn apart; its numbers are those of the province it belongs to."""

    name: str
    column: int
    row: int
    id: str
    province: str

    @property
    def label(self) -> tuple[str, ...]:
        """The name as it stands in the tile."""
        return tuple(self.name.split())


HOANG_SA = Archipelago("Hoàng Sa", 5, 7, "dac-khu-hoang-sa-da-nang-2025", "Đà Nẵng")
TRUONG_SA = Archipelago("Trường Sa", 5, 12, "dac-khu-truong-sa-khanh-hoa-2025", "Khánh Hòa")
ARCHIPELAGOS = (HOANG_SA, TRUONG_SA)

# The present id first; then ids of the same land since 1/7/2025, when a province became a city, and its special zone.
PROVINCES = (
    Province("Lai Châu", 1, 0, ("tinh-lai-chau",)),
    Province("Lào Cai", 2, 0, ("tinh-lao-cai-2025",)),
    Province("Tuyên Quang", 3, 0, ("tinh-tuyen-quang-2025",)),
    Province("Cao Bằng", 4, 0, ("tinh-cao-bang",)),
    Province("Điện Biên", 0, 1, ("tinh-dien-bien",)),
    Province("Sơn La", 1, 1, ("tinh-son-la",)),
    Province("Phú Thọ", 2, 1, ("tinh-phu-tho-2025",)),
    Province("Thái Nguyên", 3, 1, ("tinh-thai-nguyen-2025",)),
    Province("Lạng Sơn", 4, 1, ("tinh-lang-son",)),
    Province("Hà Nội", 2, 2, ("thanh-pho-ha-noi",)),
    Province("Bắc Ninh", 3, 2, ("thanh-pho-bac-ninh-2026", "tinh-bac-ninh-2025")),
    Province("Quảng Ninh", 4, 2, ("thanh-pho-quang-ninh-2026", "tinh-quang-ninh")),
    Province("Ninh Bình", 2, 3, ("tinh-ninh-binh-2025",)),
    Province("Hưng Yên", 3, 3, ("tinh-hung-yen-2025",)),
    Province("Hải Phòng", 4, 3, ("thanh-pho-hai-phong-2025",)),
    Province("Thanh Hóa", 2, 4, ("tinh-thanh-hoa",)),
    Province("Nghệ An", 2, 5, ("tinh-nghe-an",)),
    Province("Hà Tĩnh", 3, 5, ("tinh-ha-tinh",)),
    Province("Quảng Trị", 3, 6, ("tinh-quang-tri-2025",)),
    Province("Huế", 4, 6, ("thanh-pho-hue-2025",)),
    Province("Đà Nẵng", 4, 7, ("thanh-pho-da-nang-2025", HOANG_SA.id)),
    Province("Quảng Ngãi", 4, 8, ("tinh-quang-ngai-2025",)),
    Province("Gia Lai", 4, 9, ("tinh-gia-lai-2025",)),
    Province("Đắk Lắk", 3, 10, ("tinh-dak-lak-2025",)),
    Province("Khánh Hòa", 4, 10, ("tinh-khanh-hoa-2025", TRUONG_SA.id)),
    Province("Tây Ninh", 2, 11, ("tinh-tay-ninh-2025",)),
    Province("Đồng Nai", 3, 11, ("thanh-pho-dong-nai-2026", "tinh-dong-nai-2025")),
    Province("Lâm Đồng", 4, 11, ("tinh-lam-dong-2025",)),
    Province("An Giang", 1, 12, ("tinh-an-giang-2025",)),
    Province("Đồng Tháp", 2, 12, ("tinh-dong-thap-2025",)),
    Province("Hồ Chí Minh", 3, 12, ("thanh-pho-ho-chi-minh-2025",), ("Hồ Chí", "Minh")),
    Province("Cần Thơ", 1, 13, ("thanh-pho-can-tho-2025",)),
    Province("Vĩnh Long", 2, 13, ("tinh-vinh-long-2025",)),
    Province("Cà Mau", 1, 14, ("tinh-ca-mau-2025",)),
)
