"""Stories of two hundred words about people who do not exist, and the lines that go with them."""

from __future__ import annotations

from random import Random

from bangvang.demo.decisions import PlannedDecision
from bangvang.demo.deeds import numbers
from bangvang.demo.figures import Figure
from bangvang.demo.names import person_name
from bangvang.demo.seeds import seeded
from bangvang.demo.works import WORKS

_FEWEST_WORDS, _MOST_WORDS = 165, 225
"""What a story aims at; its last sentence may lead a little beyond."""

_OPENINGS = (
    "Nhắc đến {full}, người dân {com} nhớ ngay những việc làm lặng lẽ mà bền bỉ.",
    "Về {com} những ngày này, ai cũng có thể kể đôi điều về {full}.",
    "{Com} nhiều năm nay có một địa chỉ quen thuộc mà bà con tin cậy: {full}.",
    "Câu chuyện của {full} bắt đầu từ một buổi họp ở nhà văn hóa {village}.",
    "Người dân {com} vẫn nói vui rằng, muốn tìm {full} thì cứ đến nơi nào đông người đang làm việc.",
    "Không ồn ào, không nói nhiều, {full} chọn cách bắt tay vào việc và làm cho đến nơi đến chốn.",
    "Ở {com}, {full} được bà con quý mến vì đã nói là làm, làm thì có kết quả.",
    "Từ trung tâm {com} đi thêm {digit} cây số, hỏi {full} thì ai cũng biết.",
)
_BEGINNINGS = (
    "Ý tưởng {deed} đến từ chính những khó khăn hằng ngày mà {na} và bà con cùng gặp phải.",
    "Năm {start}, {na} bắt đầu {deed}, khi chung quanh còn ít người tin là làm được.",
    "Lúc mới {deed}, trong tay {na} gần như chỉ có quyết tâm và vài người cùng chí hướng.",
    "Sau nhiều lần bàn bạc, {na} quyết định {deed}, việc mà trước đó chưa ai ở đây làm.",
    "Việc {deed} thoạt nghe đơn giản, nhưng phải mất hơn một năm {na} mới tìm ra cách làm phù hợp.",
)
_HARDSHIPS = (
    "Khó khăn lớn nhất lúc ấy là thiếu vốn, thiếu kinh nghiệm, giao thông lại cách trở mỗi khi mưa lũ.",
    "Không ít lần công việc tưởng như phải dừng lại, có người khuyên nên thôi, nhưng {na} vẫn kiên trì.",
    "{Na} tìm đến các lớp tập huấn, đọc sách báo, rồi về thử từng chút một, sai thì sửa.",
    "Mùa khô thiếu nước, mùa mưa đường lầy, vậy mà chưa tuần nào công việc bị bỏ dở.",
    "Có thời gian phải vay mượn khắp nơi, {na} vẫn giữ nguyên tắc minh bạch từng khoản thu chi.",
    "Thuyết phục được người đầu tiên mất gần nửa năm, còn người thứ mười thì chỉ sau một buổi trò chuyện.",
)
_RESULTS = (
    "Sau {digit} năm, cách làm này {outcome}.",
    "Đến nay, công việc đã vào nền nếp và {outcome}.",
    "Kết quả không phụ công sức bỏ ra: việc làm ấy {outcome}.",
    "Điều dễ thấy nhất là việc làm ấy {outcome}.",
)
_COMMON = (
    "Thấy có kết quả, bà con {other} cũng đến hỏi cách làm, {na} chỉ dẫn tận tình, không giấu điều gì.",
    "{Na} còn cùng tổ hòa giải giữ gìn tình làng nghĩa xóm, được mọi người nể trọng.",
    "Dịp lễ, Tết, {na} góp {n} suất quà tặng các gia đình chính sách và các hộ còn khó khăn ở {com}.",
    "Anh em, bạn bè và các đoàn thể ở {village} luôn có mặt mỗi khi công việc cần thêm người.",
    "Phong trào “{campaign}” ở {com} lớn lên từ những việc như thế, và {na} là hạt nhân bền bỉ nhất.",
    "Theo lời kể của {witness}, một người dân {other}, điều đáng quý nhất là sự bền bỉ và lòng chân thành.",
    "Đảng ủy, chính quyền {com} đánh giá cao tinh thần trách nhiệm của {na} và đã giới thiệu để nơi khác cùng làm.",
    "Mỗi năm một lần, {na} ngồi lại cùng mọi người để xem điều gì đã làm tốt, điều gì cần thay đổi.",
    "Từ một việc nhỏ ở {village}, đến nay đã có {few} thôn, tổ dân phố trong vùng làm theo.",
    "Số tiền {m} triệu đồng vận động được trong {digit} năm đều có sổ ghi rõ người góp và việc đã chi.",
    "Nhìn lại chặng đường đã qua, {na} nói điều vui nhất là bà con tin nhau hơn và cùng nhau làm.",
    "Lớp trẻ {com} nay coi đó là việc của mình, chủ nhật nào cũng có người đến phụ giúp.",
)
_OF_PERSONS = (
    "Làm {role}, {na} luôn nghĩ việc khó thì mình phải làm trước, khi đó mọi người mới theo.",
    "Tan giờ làm việc, {na} lại tranh thủ đi một vòng {village}, thăm hỏi rồi mới về nhà.",
    "Gia đình luôn ủng hộ, nhờ thế {na} yên tâm dành nhiều thời gian cho việc chung.",
    "Với {na}, lời khen quý nhất không nằm trên giấy mà ở cái bắt tay của bà con.",
)
_OF_HOUSEHOLDS = (
    "Trong nhà, người lớn làm gương cho con cháu, việc lớn việc nhỏ đều cùng bàn bạc.",
    "Các thành viên mỗi người một việc, ai cũng dành thời gian cho công việc chung của {village}.",
    "Con cháu trong nhà chăm ngoan, học hành đến nơi đến chốn và luôn lễ phép với mọi người.",
    "Bữa cơm tối là lúc cả nhà kể cho nhau nghe những điều đã làm được trong ngày.",
)
_OF_COLLECTIVES = (
    "Tập thể hiện có {few} thành viên, phân công rõ việc, rõ người và rõ thời hạn hoàn thành.",
    "Mỗi quý, tập thể công khai kết quả và chi tiêu trước toàn thể thành viên.",
    "Người có kinh nghiệm kèm cặp người mới, nhờ thế công việc không bị gián đoạn khi thay đổi nhân sự.",
    "Nội bộ đoàn kết, ý kiến khác nhau đều được đưa ra bàn đến khi thống nhất mới làm.",
)
_OWN = {"individual": _OF_PERSONS, "household": _OF_HOUSEHOLDS, "collective": _OF_COLLECTIVES}
_ENDINGS = (
    "Với những đóng góp ấy, {na} được tặng {award} năm {year}.",
    "Năm {year}, {na} vinh dự nhận {award}, niềm vui được chia sẻ với tất cả những người đã cùng góp sức.",
    "{Award} năm {year} là sự ghi nhận xứng đáng, cũng là lời nhắc {na} tiếp tục cố gắng.",
    "Nhận {award} năm {year}, {na} coi đó là phần thưởng chung của bà con {com}.",
)
_ENDINGS_AFTER_DEATH = (
    "Năm {year}, {na} được truy tặng {award}; những việc còn dang dở nay có bà con {com} tiếp tục.",
)
_QUOTES = (
    "Việc gì có lợi cho bà con thì cứ làm, làm từ việc nhỏ, đừng đợi đến khi đủ đầy.",
    "Một mình thì làm được ít, cả xóm cùng làm thì việc khó mấy cũng xong.",
    "Nói một trăm câu không bằng làm xong một việc cho bà con thấy.",
    "Tôi chỉ làm phần việc của mình, còn thành quả là của mọi người.",
    "Muốn người khác tin thì trước hết mình phải minh bạch.",
    "Mỗi ngày tốt lên một chút, nhiều ngày cộng lại sẽ thành đổi thay lớn.",
)


def story(figure: Figure, decision: PlannedDecision) -> str:
    """Three or four paragraphs of Markdown, the same for the same figure every time."""
    dice = seeded("story", figure.index)
    scene = _scene(figure, decision, dice)
    first = [dice.choice(_OPENINGS), dice.choice(_BEGINNINGS)]
    details = dice.sample(WORKS[figure.field].details, 3)
    second = [dice.choice(_HARDSHIPS), details[0], details[1]]
    third = [dice.choice(_RESULTS), dice.choice(_OWN[figure.kind])]
    ending = dice.choice(_ENDINGS_AFTER_DEATH if figure.posthumous else _ENDINGS)
    more = [details[2], *dice.sample(_COMMON, 8)]
    wanted = dice.randint(_FEWEST_WORDS, _MOST_WORDS)
    paragraphs = [[_told(line, scene) for line in lines] for lines in (first, second, third)]
    last = _told(ending, scene)
    words = _words(last) + sum(_words(line) for lines in paragraphs for line in lines)
    while words < wanted:
        line = _told(more.pop(), scene)
        paragraphs[-1 if len(more) % 2 else -2].append(line)
        words += _words(line)
    return "\n\n".join(" ".join(lines) for lines in [*paragraphs, [last]]) + "\n"


def summary(figure: Figure, decision: PlannedDecision) -> str:
    """A sentence for a reader in haste."""
    given = "truy tặng" if figure.posthumous else "tặng"
    award = f"{decision.award_in_words(figure.kind)} năm {decision.day.year}"
    return f"{_capital(figure.short)} ở {figure.commune.lower}: {figure.deed}; được {given} {award}."


def quote(figure: Figure) -> str:
    """Something said."""
    return seeded("quote", figure.index).choice(_QUOTES)


def _scene(figure: Figure, decision: PlannedDecision, dice: Random) -> dict[str, str]:
    """Everything the sentences can name."""
    award = decision.award_in_words(figure.kind)
    village, other = map(_small, dice.sample(figure.commune.villages, 2))
    witness = person_name(dice)
    full = figure.name if figure.kind == "collective" else f"{figure.short.split(' ')[0]} {figure.name}"
    if figure.kind == "household":
        full = _small(figure.name)
    return numbers(dice) | {
        "na": figure.short, "Na": _capital(figure.short), "full": full,
        "com": figure.commune.lower, "Com": figure.commune.name, "village": village, "other": other,
        "deed": figure.deed, "outcome": figure.outcome, "role": _small(figure.role or ""),
        "award": award, "Award": _capital(award), "year": str(decision.day.year),
        "start": str(decision.day.year - dice.randint(2, 9)), "campaign": decision.campaign.name,
        "witness": f"{'bà' if witness.female else 'ông'} {witness.full}",
    }  # fmt: skip


def _told(line: str, scene: dict[str, str]) -> str:
    return line.format_map(scene)


def _words(text: str) -> int:
    return text.count(" ") + 1


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
