"""Practices worth copying, who thought of them, and where they were taken over."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from bangvang.demo.documents import Records
from bangvang.demo.figures import Figure
from bangvang.demo.geography import COMMUNES_BEFORE, Commune
from bangvang.demo.seeds import seeded
from bangvang.vietnamese import slug
from bangvang.yaml_writer import Fields

_HONOUREES_PER_PRACTICE = 500
_FEWEST = 3
_COMMUNE_STEP = 5
"""From one practice to the next; it shares no factor with the number of communes."""


class Idea(NamedTuple):
    """What a practice is about, wherever it began."""

    name: str
    kind: str
    field: str
    problem: str
    way: str
    steps: tuple[str, ...]
    result: tuple[str, str]
    conditions: str


_IDEAS = (
    Idea(
        "Tổ liên gia thu gom rác tại nguồn", "model", "moi-truong",
        "Rác để lẫn, chất đống ở đầu ngõ, xe thu gom không vào được lối nhỏ.",
        "Mười đến mười lăm hộ gần nhau lập một tổ, phân rác làm ba loại và luân phiên đưa ra điểm tập kết.",
        ("Họp các hộ, bầu tổ trưởng", "Phát thùng và tờ hướng dẫn", "Cân rác hằng tuần, niêm yết kết quả"),
        ("Lượng rác phải vận chuyển giảm", "%"), "Khu dân cư đông, lối đi hẹp, có chỗ ủ phân.",
    ),
    Idea(
        "Ngõ xóm thắp sáng bằng năng lượng mặt trời", "model", "an-ninh",
        "Buổi tối ngõ xóm tối, người già và học sinh ngại đi lại.",
        "Nhân dân góp tiền mua đèn, đoàn thanh niên lắp đặt, mỗi hộ giữ một cột trước cửa.",
        ("Khảo sát vị trí", "Công khai dự toán và vận động", "Lắp đặt, giao từng hộ trông coi"),
        ("Số đèn đã lắp", "bộ"), "Nơi chưa có lưới điện chiếu sáng công cộng.",
    ),
    Idea(
        "Gian hàng số của nông dân", "method", "chuyen-doi-so",
        "Nông sản được mùa thì mất giá, bà con không biết bán cho ai ngoài thương lái.",
        "Tổ công nghệ số chụp ảnh, viết lời giới thiệu, cùng bà con trả lời khách và đóng gói.",
        ("Chọn sản phẩm có chất lượng ổn định", "Mở gian hàng chung", "Chia lịch đóng gói, giao hàng"),
        ("Số hộ bán hàng qua mạng", "hộ"), "Có sóng di động và sản phẩm bảo quản được vài ngày.",
    ),
    Idea(
        "Ngân hàng con giống", "model", "nhan-dao",
        "Hộ khó khăn muốn chăn nuôi nhưng không có vốn mua giống.",
        "Chi hội trao con giống và kỹ thuật; lứa đầu sinh ra được chuyển cho hộ kế tiếp.",
        ("Bình xét công khai", "Tập huấn làm chuồng, tiêm phòng", "Chuyển con giống cho hộ sau"),
        ("Số hộ được nhận con giống", "hộ"), "Nơi có đồng cỏ hoặc đất trồng cỏ và cán bộ thú y.",
    ),
    Idea(
        "Lúa cá một vụ trên ruộng trũng", "experience", "nong-nghiep",
        "Ruộng trũng ngập hai vụ, năng suất thấp, nhiều thửa bỏ hoang.",
        "Đắp bờ bao, cấy một vụ chắc ăn rồi thả cá trên chân ruộng, không dùng thuốc trừ sâu.",
        ("Quy vùng, đắp bờ", "Chọn giống lúa ngắn ngày", "Thả cá sau khi gặt", "Tiêu thụ qua hợp tác xã"),
        ("Thu nhập mỗi héc-ta tăng thêm", "triệu đồng"), "Vùng trũng chủ động được nước.",
    ),
    Idea(
        "Thư viện trên xe đạp", "initiative", "giao-duc",
        "Điểm trường lẻ xa trung tâm, học sinh ít sách đọc.",
        "Mỗi tuần giáo viên chở hai thùng sách đến từng điểm trường, học sinh tự quản việc mượn trả.",
        ("Quyên góp và phân loại sách", "Lập lịch từng điểm", "Ngày hội đọc sách cuối học kỳ"),
        ("Lượt mượn sách mỗi năm", "lượt"), "Trường có nhiều điểm lẻ.",
    ),
    Idea(
        "Tổ cắt may tiết kiệm vải", "initiative", "cong-nghiep",
        "Vải thừa sau khi cắt nhiều, chi phí xử lý cao.",
        "Xếp lại sơ đồ cắt theo từng khổ vải và dùng vải thừa may túi thay túi ni-lông.",
        ("Đo hao hụt từng mã hàng", "Thử ba sơ đồ cắt", "Thống nhất và huấn luyện cả tổ"),
        ("Số tiền làm lợi", "triệu đồng"), "Xưởng may từ hai mươi người trở lên.",
    ),
    Idea(
        "Bữa cơm ngày hội làng không rượu", "method", "van-hoa",
        "Ngày hội kéo dài, tốn kém, dễ sinh mâu thuẫn.",
        "Đưa quy định vào hương ước, mỗi nhà góp một món, chi hội phụ nữ lo chung.",
        ("Bàn trong dân", "Sửa hương ước", "Làm trước ở một xóm rồi mở rộng"),
        ("Chi phí giảm", "%"), "Nơi có hương ước và được các bậc cao niên ủng hộ.",
    ),
)  # fmt: skip


def practices(count: int, figures: Sequence[Figure]) -> Records:
    """Practices for a province of so many honourees; each is the work of one who has a profile."""
    number = max(_FEWEST, count // _HONOUREES_PER_PRACTICE)
    found: Records = {}
    for index in range(number):
        idea = _IDEAS[index % len(_IDEAS)]
        commune = COMMUNES_BEFORE[index // len(_IDEAS) * _COMMUNE_STEP % len(COMMUNES_BEFORE)]
        found[f"{slug(idea.name)}-{commune.id}-{index + 1}"] = _practice(index, idea, commune, figures)
    return found


def _practice(index: int, idea: Idea, commune: Commune, figures: Sequence[Figure]) -> Fields:
    dice = seeded("practice", index)
    since = dice.randint(2016, 2023)
    return {
        "name": f"{idea.name} ở {commune.lower}",
        "kind": idea.kind,
        "fields": [idea.field],
        "place": commune.id,
        "honourees": _makers(idea, figures, dice),
        "since": since,
        "summary": f"{idea.problem} {idea.way}",
        "problem": idea.problem,
        "way": idea.way,
        "steps": idea.steps,
        "results": [
            {"what": idea.result[0], "value": dice.randint(20, 90), "unit": idea.result[1], "as_of": since + 2}
        ],
        "conditions": idea.conditions,
        "contact": {"office": "Sở Nội vụ tỉnh Hồng Lạc", "email": "thidua@hong-lac.example"},
        "adopted": _adoptions(figures, since, dice),
        "illustrative": True,
    }


def _makers(idea: Idea, figures: Sequence[Figure], dice: Random) -> list[str]:
    start = dice.randrange(len(figures))
    turned = (figures[(start + step) % len(figures)] for step in range(len(figures)))
    found = next((figure for figure in turned if _may_stand_for(figure, idea)), None)
    return [found.id] if found else []


def _may_stand_for(figure: Figure, idea: Idea) -> bool:
    return figure.has_profile and figure.field == idea.field and figure.died is None


def _adoptions(figures: Sequence[Figure], since: int, dice: Random) -> list[Fields]:
    """Two communes, and a collective of the roll if there is one."""
    found: list[Fields] = [
        {
            "unit": f"Ủy ban nhân dân {commune.lower}",
            "agency": f"ubnd-{commune.id}",
            "place": commune.id,
            "since": min(since + dice.randint(1, 2), 2024),
            "result": f"{dice.randint(12, 95)} hộ tham gia trong năm đầu",
        }
        for commune in dice.sample(COMMUNES_BEFORE, 2)
    ]
    start = dice.randrange(len(figures))
    for figure in figures[start : start + 50]:
        if figure.kind == "collective" and figure.commune.district is not None:
            found.append({
                "unit": figure.name, "honouree": figure.id, "place": figure.commune.id, "since": min(since + 1, 2024),
                "result": "Duy trì đều đặn, được thành viên hưởng ứng",
            })  # fmt: skip
            break
    return found
