"""What invented people and collectives are: occupations, posts, places of work, kinds of collectives."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bangvang.demo.geography import Commune
from bangvang.demo.seeds import Weighted

COMMUNE = "{commune}"
"""Stands in a name for the commune as it is called on the day."""

_FIRST_WORDS = "Tân Đại Minh Hồng Phú An Thành Bình Đông Nam Long Kim Việt Quang Hưng Thịnh"
_SECOND_WORDS = "Phát Thành Tiến Hưng Lợi Đạt Long Phong Minh Cường Hải Sơn"
_FIRST, _SECOND = _FIRST_WORDS.split(), _SECOND_WORDS.split()


@dataclass(frozen=True)
class Trade:
    """An occupation: what such people are called, where they work, what they are praised for."""

    occupation: str
    roles: tuple[str, ...]
    unit: str
    fields: tuple[str, ...]
    direct: bool = False


@dataclass(frozen=True)
class Body:
    """A sort of collective."""

    name: str
    type: str
    short: str
    """What a story calls it after the first sentence."""
    fields: tuple[str, ...]
    small: bool = False


def coined(pattern: str, commune: Commune, dice: Random) -> str:
    """A name after the pattern, still with the mark for its commune."""
    village = dice.choice(commune.villages)
    first, second = dice.choice(_FIRST), dice.choice(_SECOND)
    return pattern.format_map(
        {"commune": COMMUNE, "own": commune.own_name, "Village": village, "village": village[0].lower() + village[1:],
         "coined": f"{first} {second}" if first != second else f"{first} Xuân"}
    )  # fmt: skip


_VILLAGE = "{Village}"

_DIRECT_TRADES = Weighted({
    Trade("farmer", ("Nông dân", "Chủ vườn", "Thành viên hợp tác xã"), _VILLAGE,
          ("nong-nghiep", "nong-nghiep", "nong-thon-moi", "moi-truong"), direct=True): 60,
    Trade("worker", ("Công nhân", "Tổ trưởng sản xuất", "Thợ cơ khí"), "Công ty cổ phần {coined}",
          ("cong-nghiep", "cong-nghiep", "moi-truong"), direct=True): 32,
    Trade("driver", ("Lái xe",), "Hợp tác xã vận tải {coined}", ("nhan-dao", "an-ninh"), direct=True): 8,
})  # fmt: skip
_OTHER_TRADES = Weighted({
    Trade("teacher", ("Giáo viên", "Giáo viên", "Hiệu trưởng"), "Trường Tiểu học {own}",
          ("giao-duc", "giao-duc", "chuyen-doi-so")): 24,
    Trade("medic", ("Y sĩ", "Điều dưỡng", "Trưởng trạm"), "Trạm Y tế {commune}", ("y-te",)): 12,
    Trade("official", ("Công chức Văn hóa - Xã hội", "Công chức Văn phòng - Thống kê", "Chủ tịch Hội Nông dân"),
          "Ủy ban nhân dân {commune}", ("nong-thon-moi", "chuyen-doi-so", "nhan-dao")): 18,
    Trade("commune-police", ("Tổ viên Tổ bảo vệ an ninh, trật tự",), _VILLAGE, ("an-ninh",)): 10,
    Trade("entrepreneur", ("Giám đốc", "Phó Giám đốc"), "Công ty TNHH {coined}", ("cong-nghiep", "nhan-dao")): 10,
    Trade("artist", ("Nghệ nhân", "Chủ nhiệm câu lạc bộ"), _VILLAGE, ("van-hoa",)): 8,
    Trade("retiree", ("Hội viên Hội Người cao tuổi",), _VILLAGE, ("nhan-dao", "van-hoa", "moi-truong")): 10,
    Trade("village-head", ("Trưởng thôn",), _VILLAGE, ("nong-thon-moi", "an-ninh", "moi-truong")): 8,
})  # fmt: skip

_BODIES = Weighted({
    Body("Hợp tác xã nông nghiệp {coined}", "cooperative", "hợp tác xã", ("nong-nghiep",)): 16,
    Body("Hợp tác xã dịch vụ tổng hợp {coined}", "cooperative", "hợp tác xã", ("nong-nghiep", "chuyen-doi-so")): 10,
    Body("Công ty cổ phần {coined}", "enterprise", "công ty", ("cong-nghiep", "nhan-dao")): 10,
    Body("Tổ hợp tác {coined}", "cooperative", "tổ hợp tác", ("nong-nghiep", "moi-truong"), small=True): 8,
    Body("Trường Tiểu học {coined}", "school", "nhà trường", ("giao-duc",)): 8,
    Body("Trường Trung học cơ sở {coined}", "school", "nhà trường", ("giao-duc", "chuyen-doi-so")): 6,
    Body("Trường Mầm non {coined}", "school", "nhà trường", ("giao-duc", "moi-truong")): 6,
    Body("Chi hội Nông dân {village}", "association", "chi hội", ("nong-nghiep", "nong-thon-moi"), small=True): 8,
    Body("Chi hội Phụ nữ {village}", "association", "chi hội", ("moi-truong", "nhan-dao"), small=True): 8,
    Body("Đoàn Thanh niên {commune}", "association", "tổ chức Đoàn", ("chuyen-doi-so", "moi-truong")): 4,
    Body("Hội Cựu chiến binh {commune}", "association", "hội", ("an-ninh", "nong-thon-moi")): 4,
    Body("Trạm Y tế {commune}", "health", "trạm y tế", ("y-te",)): 4,
    Body("Ban Chỉ huy Quân sự {commune}", "armed-forces", "ban chỉ huy", ("an-ninh",)): 3,
    Body("Tổ tự quản an ninh, trật tự {village}", "team", "tổ tự quản", ("an-ninh",), small=True): 6,
    Body("Tổ công nghệ số cộng đồng {village}", "team", "tổ công nghệ số", ("chuyen-doi-so",), small=True): 6,
    Body("Câu lạc bộ văn nghệ {village}", "team", "câu lạc bộ", ("van-hoa",), small=True): 6,
    Body("Nhân dân và cán bộ {village}", "community", "thôn xóm", ("nong-thon-moi", "moi-truong")): 8,
})  # fmt: skip
LAST_RESORT = Body("Tổ hợp tác sản xuất số {number}", "cooperative", "tổ hợp tác", ("nong-nghiep",), small=True)
"""For a province so large that every other name is taken."""

_DIGITAL, _DIGITAL_SINCE = "chuyen-doi-so", 2016

HOUSEHOLD_FIELDS = ("nong-nghiep", "nong-nghiep", "nong-thon-moi", "moi-truong", "van-hoa", "nhan-dao")


def trade(dice: Random, *, direct: bool) -> Trade:
    """An occupation, of direct labour or not."""
    return (_DIRECT_TRADES if direct else _OTHER_TRADES).pick(dice)


def body(dice: Random, year: int) -> Body:
    """A sort of collective that there was in the year."""
    while True:
        found = _BODIES.pick(dice)
        if fields_in(year, found.fields):
            return found


def fields_in(year: int, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the fields in which anybody worked in the year."""
    if year >= _DIGITAL_SINCE:
        return fields
    return tuple(field for field in fields if field != _DIGITAL)
