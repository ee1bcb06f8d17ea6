"""How common the words of Vietnamese names are: a constant, so that where a name is filed depends on its words alone."""

from __future__ import annotations

COMMON = tuple(
    """
    nguyen thi van xa tran le pham thon hop tac hoi ban gia dinh truong chi to phan hoang ong ba huynh vu doan
    cong phu thanh minh ngoc xuan duc dang bui huu quang do ho ngo duong ly dao dinh mai ha luong lam phuong
    hoa thu kim hong quoc kim an anh anh binh dan nhan uy nu nong nghiep trung hoc co so tieu mau giao mam non
    dan pho doi tram te cau lac bo thuan son hai tien tan dong tay nam bac thuong dai khe vinh long phuc loc tho
    hung dung tuan hieu tai tam thang thinh thuy hang hanh hien hue huong huyen lan lien linh loan nga ngan nhung
    oanh phuong quynh thao tham tho thoa thuong tinh trang trinh tuyet tuoi uyen van yen my bich dieu hoai khanh
    khoa kien lap loi luan luc manh nghia nhat ninh phat phi phong quan qui quyen quyet sang si tan thai thien
    thong toan tri trieu trong tu tung tuyen tuong viet vuong bao bach bang canh chien chinh cuong duy dat dien
    giang giap hao hau hiep hoan hung huy hung khai khang khiem khoi kiet la lo mac nong nghiem phung quach ta
    tang thach to trinh vi vo cao chau chu cuc cung dam dam doan kieu khong kpa y h niê
    huyen tinh thi phuong quan tap the lao dong tien tieu xuat sac gioi thi dua phong trao khoi cum
    """.split()
)
"""Folded syllables, the most common first."""

_PLACES = {word: place for place, word in reversed(list(enumerate(dict.fromkeys(COMMON))))}
_RARE = -1


def rarity(word: str) -> tuple[int, str]:
    """Sorts the rarest word of a name first; words that the table does not know are the rarest."""
    place = _PLACES.get(word)
    return (_RARE, word) if place is None else (len(_PLACES) - place, word)
