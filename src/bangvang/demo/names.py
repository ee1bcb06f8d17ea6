"""Names of invented people, as frequent as in life: surname, middle name, given name."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from bangvang.demo.seeds import Weighted


class PersonName(NamedTuple):
    """A full name in Vietnamese order, and whether it is a woman's."""

    full: str
    female: bool

    @property
    def given(self) -> str:
        return self.full.rsplit(" ", 1)[-1]

    @property
    def sex(self) -> str:
        return "female" if self.female else "male"


def _weights(text: str) -> Weighted[str]:
    pairs = (word.split(":") for word in text.split())
    return Weighted({name: float(weight) for name, weight in pairs})


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SURNAMES = _weights(
    "Nguyễn:38 Trần:12 Lê:10 Phạm:7 Phan:4.5 Hoàng:3 Huỳnh:2.5 Vũ:2.5 Đặng:2.1 Bùi:2 Võ:1.5 Đỗ:1.4 Hồ:1.3"
    " Ngô:1.3 Dương:1 Trương:1 Lý:.6 Đào:.6 Đoàn:.6 Đinh:.6 Trịnh:.6 Mai:.5 Tô:.4 Hà:.5 Lương:.5 Cao:.4"
    " Lâm:.4 Phùng:.4 Tạ:.3 Triệu:.3 Nông:.2 Vi:.1 Lò:.2 Giàng:.2 Quách:.2 Thái:.3 Châu:.2 Thạch:.2 La:.1"
    " Đàm:.2 Kiều:.1 Mạc:.1 Nghiêm:.1 Tăng:.1 Khổng:.05 Kpă:.05"
)
_MALE_MIDDLE = _weights(
    "Văn:40 Đức:8 Hữu:6 Minh:6 Quang:6 Đình:5 Xuân:4 Công:4 Ngọc:4 Thanh:4 Quốc:4 Duy:2 Bá:2 Trọng:2 Việt:2"
    " Hoàng:2 Tiến:2 Thế:2 Mạnh:2 Gia:1 Anh:1 Khắc:1 Sỹ:1 Viết:1 Huy:1 Nhật:1"
)
_FEMALE_MIDDLE = _weights(
    "Thị:50 Ngọc:6 Thu:5 Thanh:5 Kim:4 Minh:3 Hồng:3 Thúy:2 Bích:2 Mỹ:2 Phương:2 Mai:2 Quỳnh:1 Diệu:1"
    " Như:1 Hoài:1 Cẩm:1 Tuyết:1 Lan:1 Thùy:1 Khánh:1"
)
_MALE_GIVEN = _names(
    "An Ân Anh Bách Bằng Bảo Bình Cảnh Chiến Chính Công Cường Dũng Duy Dương Đại Đạt Điền Định Đông Đức Giang"
    " Giáp Hải Hào Hậu Hiển Hiếu Hiệp Hòa Hoàn Hoàng Học Hùng Huy Hưng Khải Khang Khánh Khiêm Khoa Khôi Kiên"
    " Kiệt Lâm Lân Lập Lĩnh Long Lộc Lợi Luân Lực Lượng Mạnh Minh Nam Nghĩa Nghị Nhân Nhật Ninh Phát Phi Phong"
    " Phú Phúc Phước Quân Quang Quốc Quý Quyết Quyền Sang Sáng Sơn Tài Tâm Tân Tấn Thái Thành Thắng Thanh Thịnh"
    " Thiện Thọ Thông Thuận Tiến Tín Toàn Toản Trí Triều Trọng Trung Trường Tú Tuấn Tùng Tuyên Tường Uy Vĩ Việt"
    " Vinh Vũ Vượng Xuân"
)
_FEMALE_GIVEN = _names(
    "An Anh Ánh Bích Bình Cẩm Chi Châu Cúc Diễm Diệp Diệu Dung Duyên Đào Điệp Giang Hà Hạ Hải Hân Hằng Hạnh Hảo"
    " Hậu Hiền Hoa Hòa Hoài Hồng Huế Huệ Hương Hường Huyền Khánh Khuyên Kiều Lam Lan Lành Lệ Liên Liễu Linh Loan"
    " Luyến Lụa Ly Mai Mận Mến Miên Minh My Nga Ngà Ngân Ngoan Ngọc Nguyên Nguyệt Nhàn Nhâm Nhi Nhung Như Oanh"
    " Phấn Phúc Phương Phượng Quế Quyên Quỳnh Sen Sương Tâm Thảo Thắm Thanh Thành Thi Thoa Thơ Thơm Thu Thục Thùy"
    " Thủy Thúy Thư Thương Tình Trà Trâm Trang Trinh Trúc Tú Tuyền Tuyết Tươi Uyên Vân Vi Vinh Vy Xoan Xuân Xuyến"
    " Yên Yến"
)
_SHARE_OF_WOMEN = 0.48
_WITHOUT_MIDDLE = 0.05
_WITH_DOUBLE_GIVEN = 0.2


def person_name(dice: Random) -> PersonName:
    """The name of somebody who does not exist."""
    female = dice.random() < _SHARE_OF_WOMEN
    middle, given = (_FEMALE_MIDDLE, _FEMALE_GIVEN) if female else (_MALE_MIDDLE, _MALE_GIVEN)
    parts = [_SURNAMES.pick(dice), middle.pick(dice), dice.choice(given)]
    form = dice.random()
    if form < _WITHOUT_MIDDLE:
        del parts[1]
    elif form < _WITHOUT_MIDDLE + _WITH_DOUBLE_GIVEN:
        second = dice.choice(given)
        if second not in parts:
            parts.insert(2, second)
    return PersonName(" ".join(parts), female)
