"""How common the words of names are: a constant, so that where a name is filed depends on its words alone."""

from __future__ import annotations

_COMMON = """
    nguyen thi van xa tran le pham thon hop tac hoi ban gia dinh truong chi to phan hoang ong ba huynh vu doan
    cong phu thanh minh ngoc xuan duc dang bui huu quang do ho ngo duong ly dao mai ha luong lam phuong hoa thu
    kim hong quoc an anh binh dan nhan uy nu nong nghiep trung hoc co so tieu mau giao mam non pho doi tram te
    cau lac bo thuan son hai tien tan dong tay nam bac thuong dai khe vinh long phuc loc tho hung dung tuan hieu
    tai tam thang thinh thuy hang hanh hien hue huong huyen lan lien linh loan nga ngan nhung oanh quynh thao
    tham thoa tinh trang trinh tuyet tuoi uyen yen my bich dieu hoai khanh khoa kien lap loi luan luc manh nghia
    nhat ninh phat phi phong quan qui quyen quyet sang si thai thien thong toan tri trieu trong tu tung tuyen
    tuong viet vuong bao bach bang canh chien chinh cuong duy dat dien giang giap hao hau hiep hoan huy khai
    khang khiem khoi kiet la lo mac nghiem phung quach ta tang thach vi vo cao chau chu cuc cung dam kieu khong
    kpa tap the lao xuat sac gioi dua trao cum
"""
COMMON = tuple(_COMMON.split())
"""Folded syllables of Vietnamese names of people and units, the most common first."""

_PLACES = {word: place for place, word in enumerate(COMMON)}


def rarity(word: str) -> tuple[int, str]:
    """Sorts the rarest word of a name first; words that the table does not know are the rarest."""
    place = _PLACES.get(word)
    return (-1, word) if place is None else (len(COMMON) - place, word)
