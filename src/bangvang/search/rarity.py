"""How common the words of names are: a constant, so that where a name is filed depends on its words alone."""

from __future__ import annotations

_COMMON = """
gia dinh ong ba nguyen thi van hop tac xa nong nghiep dich vu tong truong tieu hoc co so mam non mau giao pho thong
hoi nu phu dan cuu chien binh chi doan thanh nien cong ty phan to thon ban ap khu cau lac bo nghe tram te y uy nhan
can quan huy su tu an ninh trat xung kich doi canh sat bien phong trung tap the lao dong vien benh cum
khoi mat tran quoc dang tinh huyen phuong tam hoa ngan hang nha may xi san xuat le pham hoang huynh minh ngoc
xuan duc bui huu quang do ho ngo duong ly dao mai ha luong lam thu kim hong anh thuan son hai tien tan tay nam
bac thuong dai khe vinh long phuc loc tho hung dung tuan hieu tai thang thinh thuy hanh hien hue huong lan lien
linh loan nga nhung oanh quynh thao tham thoa trang trinh tuyet tuoi uyen yen my bich dieu hoai khanh khoa kien
lap loi luan luc manh nghia nhat phat phi qui quyen quyet sang si thai thien toan tri trieu trong tung tuyen
tuong viet vuong bao bach bang chinh cuong duy dat dien giang giap hao hau hiep hoan khai khang khiem kiet la lo
mac nghiem phung quach ta tang thach vi vo cao chau chu cuc cung dam kieu khong kpa sac gioi dua trao
"""
COMMON = tuple(_COMMON.split())
"""Folded syllables of Vietnamese names of people and units, the most common first."""

_PLACES = {word: place for place, word in enumerate(COMMON)}


def rarity(word: str) -> tuple[int, str]:
    """Sorts the rarest word of a name first; words that the table does not know are the rarest."""
    place = _PLACES.get(word)
    return (-1, word) if place is None else (len(COMMON) - place, word)
