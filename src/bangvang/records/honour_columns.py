"""The columns of the table of honours: one row for each award given to one honouree."""

from bangvang.records.award import AwardKind, AwardLevel
from bangvang.records.base import Labelled
from bangvang.records.columns import BETWEEN, Column
from bangvang.records.honour import Ground, StandingState
from bangvang.records.subject import Sex, SubjectKind

HONOURS = "honours"
HONOURS_TITLE = "Khen thưởng: mỗi dòng một lần khen"
HONOURS_IN_ENGLISH = "Honours: one row per award given"


def _codes(enumeration: type[Labelled]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in enumeration)


HONOUR_COLUMNS = (
    Column("honour_id", "string", "Mã lần khen", "Mã hồ sơ, dấu #, mã quyết định và số dòng; không đổi.", "Honour id"),
    Column("honouree", "string", "Mã hồ sơ", "Cột record_id trong bảng honouree.", "Honouree id"),
    Column("name", "string", "Họ tên hoặc tên gọi", "Tên hiện dùng của hồ sơ.", "Name"),
    Column("kind", "string", "Loại", "Cá nhân, tập thể, hộ gia đình, địa phương.", "Kind", values=_codes(SubjectKind)),
    Column("sex", "string", "Giới tính", "Trống nếu không rõ.", "Sex", values=_codes(Sex)),
    Column("role", "string", "Chức vụ", "Chức vụ, nghề nghiệp khi được khen.", "Role"),
    Column("unit", "string", "Đơn vị", "Như ghi trong quyết định.", "Unit"),
    Column("place", "string", "Mã địa phương", "Địa phương như khi được khen; xem bảng place.", "Place id"),
    Column("place_name", "string", "Địa phương", "Tên của địa phương ấy.", "Place"),
    Column("province_name", "string", "Tỉnh, thành phố", "Cấp tỉnh của địa phương, như khi được khen.", "Province"),
    Column("occupation", "string", "Mã thành phần", "Xem bảng occupation.", "Occupation id"),
    Column("occupation_name", "string", "Thành phần", "Tên thành phần.", "Occupation"),
    Column("fields", "string", "Mã lĩnh vực", f"Xem bảng field; cách nhau bằng “{BETWEEN}”.", "Ids of fields of work"),
    Column("field_names", "string", "Lĩnh vực", f"Tên lĩnh vực, cách nhau bằng “{BETWEEN}”.", "Fields of work"),
    Column("award", "string", "Mã danh hiệu", "Xem bảng award; trống nếu danh mục chưa có.", "Award id"),
    Column("award_name", "string", "Danh hiệu, hình thức", "Cả hạng, lần thứ, truy tặng.", "Award"),
    Column(
        "award_kind",
        "string",
        "Loại khen",
        "Huân chương, bằng khen, giấy khen…",
        "Kind of award",
        values=_codes(AwardKind),
    ),
    Column("award_level", "string", "Cấp khen", "Cấp Nhà nước, tỉnh, xã…", "Level of award", values=_codes(AwardLevel)),
    Column("date", "string", "Ngày", "Năm-tháng-ngày; có khi chỉ biết tháng hoặc năm.", "Date", partial=True),
    Column("year", "integer", "Năm", "Năm của ngày ấy.", "Year"),
    Column(
        "decision",
        "string",
        "Mã quyết định",
        "Xem bảng decision; trống nếu trang không có.",
        "Decision id",
    ),
    Column("number", "string", "Số quyết định", "Số, ký hiệu.", "Decision number"),
    Column("authority", "string", "Mã cấp tặng", "Xem bảng agency.", "Authority id"),
    Column("authority_name", "string", "Cấp tặng", "Cơ quan, người có thẩm quyền.", "Authority"),
    Column("basis", "string", "Loại khen thưởng", "Thường xuyên, chuyên đề, đột xuất…", "Basis", values=_codes(Ground)),
    Column("campaign", "string", "Mã phong trào", "Xem bảng campaign.", "Campaign id"),
    Column("campaign_name", "string", "Phong trào", "Tên phong trào.", "Campaign"),
    Column("reason", "string", "Thành tích", "Như trong quyết định.", "Reason"),
    Column("posthumous", "boolean", "Truy tặng", "true nếu tặng sau khi mất.", "Posthumous"),
    Column(
        "standing",
        "string",
        "Hủy, tước",
        "Trống nếu phần thưởng vẫn có giá trị.",
        "Cancelled or stripped",
        values=_codes(StandingState),
    ),
    Column(
        "illustrative",
        "boolean",
        "Minh họa",
        "true nếu là nhân vật, sự việc hư cấu.",
        "Illustrative",
    ),
    Column("url", "string", "Địa chỉ", "Nơi lần khen này đứng trên trang.", "Web address"),
)
