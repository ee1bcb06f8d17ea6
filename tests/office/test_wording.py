"""Sentences of the checks in the words of forms."""

from __future__ import annotations

import pytest

from bangvang.office.wording import in_words
from bangvang.records import Campaign, Decision, Honouree, Loc, Part


@pytest.mark.parametrize(
    ("model", "loc", "said", "wanted"),
    [
        (Decision, ("award",), "chỉ có từ 2026-12-01, nhưng được tặng ngày 2026-09-02", "chỉ có từ 1/12/2026, nhưng được tặng ngày 2/9/2026"),
        (Campaign, ("waves", 0, "to"), "ngoài thời gian (2026-02 đến 2026-06)", "ngoài thời gian (2/2026 đến 6/2026)"),
        (Campaign, ("name",), "trùng với “Đợt 2026-02”", "trùng với “Đợt 2026-02”"),
        (Decision, ("award",), "Xem lại danh hiệu hoặc mục kind.", "Xem lại danh hiệu hoặc mục “Loại”."),
        (Campaign, ("period", "to"), "Xem lại period.to.", "Xem lại “Thời gian, Đến”."),
        (Honouree, (), "Bỏ mục này, hoặc sửa kind thành collective.", "Bỏ mục này, hoặc sửa “Loại” thành “Tập thể”."),
        (Honouree, ("story",), "nếu đã mất thì ghi living: no.", "nếu đã mất thì chọn “Đã mất” ở mục “Còn sống”."),
        (Decision, ("campaign",), "Có phải ý bạn là “lon”? Sửa lại mã, hoặc thêm vào data/campaigns/.",
         "Có phải ý bạn là “lon”? Chọn lại trong gợi ý, hoặc tạo hồ sơ ấy trước."),
        (Honouree, ("photos", 0, "file"), "không thấy tệp data/photos/a.jpg", "không thấy ảnh a.jpg"),
        (Campaign, ("targets",), "thì thêm complete: false.", "thì chọn “không” ở mục “Đã kể hết các phần”."),
    ],
)  # fmt: skip
def test_a_sentence_speaks_of_the_form(model: type[Part], loc: Loc, said: str, wanted: str) -> None:
    """No names of fields, no codes, no folders, no days of files; what is quoted stays."""
    assert in_words(said, model, loc) == wanted
