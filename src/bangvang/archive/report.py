"""What verification found, in words and as JSON."""

from __future__ import annotations

import json

from bangvang.archive.findings import shown
from bangvang.archive.verification import Judgement
from bangvang.vietnamese import format_number

_MOST_TOLD = 100


def as_text(judgement: Judgement) -> str:
    """For whoever received the deposit."""
    lines = [finding.told() for finding in judgement.findings[:_MOST_TOLD]]
    if (more := len(judgement.findings) - _MOST_TOLD) > 0:
        lines.append(f"… và {format_number(more)} chỗ khác nữa.")
    if judgement.sound:
        lines.append(f"Nguyên vẹn: đủ {format_number(judgement.files)} tệp, không tệp nào bị sửa.")
    else:
        count = format_number(len(judgement.findings))
        lines.append(f"KHÔNG nguyên vẹn: {count} chỗ sai. Hãy lấy lại bản khác từ nơi lưu.")
    lines.append(_about_signature(judgement))
    if description := judgement.info.get("External-Description"):
        lines.append(f"Theo lời ghi bên trong: {shown(description)}")
    return "\n".join(lines)


def as_json(judgement: Judgement) -> str:
    """For programs."""
    told = json.dumps(
        {
            "path": judgement.place,
            "sound": judgement.sound,
            "files": judgement.files,
            "bytes": judgement.size,
            "signer": judgement.signer,
            "signer_is_expected": judgement.known,
            "info": dict(judgement.info),
            "findings": [
                {"sort": finding.sort.value, "path": finding.path, "why": finding.why, "told": finding.told()}
                for finding in judgement.findings
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
    return told.encode("utf-8", "backslashreplace").decode()  # a disk may hold names that are no UTF-8


def _about_signature(judgement: Judgement) -> str:
    if judgement.signer is None:
        return "Không có chữ ký nào xác nhận do ai lập: ai cũng có thể đóng gói lại một bộ khác giống thế này."
    if judgement.known:
        return f"Chữ ký đúng của khóa đã cho: {judgement.signer}"
    where = shown(judgement.info.get("Signing-Key-Location", "trang của cơ quan"))
    return (
        f"Có chữ ký, theo khóa tự ghi bên trong: {judgement.signer}\n"
        f"Chưa biết khóa ấy của ai: so với khóa công bố tại {where}, hoặc chạy lại với --key."
    )
