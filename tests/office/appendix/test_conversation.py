"""`bangvang import` as a clerk and a script meet it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from messy import CASES, one_sheet

from bangvang.cli import main
from bangvang.loading import load_project
from bangvang.office.appendix import read, understand
from bangvang.office.appendix.answers import template
from bangvang.office.appendix.conversation import Console, ask_for_appendix
from bangvang.office.known import known_of
from bangvang.records import Decision
from bangvang.registry import Registry

ADORNED = next(case for case in CASES if case.name == "adorned")
TITLES = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Xếp loại")
ROWS = (
    TITLES,
    (1, "Nguyễn Văn Thử", "Trưởng thôn", "Thôn Thử Hai", "Tốt"),
    (2, "Phạm Thị Quen", "Nông dân", "Thôn Thử Một", "Khá"),
)
PATH = "data/decisions/2026/qd-15-ubnd-xa-thu-2026.yml"
ANSWERS = """\
decision:
  number: 15/QĐ-UBND
  date: 2026-09-02
  title: Khen thưởng
  issuer: ubnd-xa-thu
  award: giay-khen
  illustrative: true
"""


class Clerk:
    """Answers by the start of what is asked, one after the other; Enter where nothing was prepared."""

    def __init__(self, **answers: Sequence[str]) -> None:
        self.waiting = {key: list(values) for key, values in answers.items()}
        self.heard: list[str] = []

    def read(self, prompt: str) -> str:
        key = prompt.split(">")[0].split(" ")[0].casefold()
        waiting = self.waiting.get(key, [])
        return waiting.pop(0) if waiting else ""

    def import_(self, file: Path, project: Path, registry: Registry) -> int:
        console = Console(project, registry, known_of(project), self.read, lambda line: self.heard.append(str(line)))
        return ask_for_appendix(file, console)


def made(project: Path) -> list[tuple[str, str]]:
    """Ids and names of the decision that was written; it reads without a problem."""
    loaded = load_project(project)
    assert loaded.problems == []
    (decision,) = (one.record for one in loaded.loaded if isinstance(one.record, Decision) and one.path == PATH)
    return [(getattr(row, "id", ""), getattr(row, "name", "")) for row in decision.recipients]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(one_sheet(ROWS)("tcvn3"))
    return path


HEADER = {"title": ["Khen thưởng"], "issuer": ["ubnd-xa-thu"], "award": ["giay-khen"]}


def test_a_clerk_answers_and_the_decision_is_written(file: Path, project: Path, registry: Registry) -> None:
    """Wrong letters and numbers are asked again; what is left over was told."""
    clerk = Clerk(
        cột=["z", "e", "x", "18"],
        chọn=["9", "1"],
        number=["15/QĐ-UBND"],
        date=["2/9/2026"],
        họ=["Lê Thị Mẫu"],
        chức=["Chủ tịch"],
        ghi=["có"],
        **HEADER,
    )
    assert clerk.import_(file, project, registry) == 0, clerk.heard
    assert [name for _, name in made(project)] == ["Nguyễn Văn Thử", "Phạm Thị Quen"]
    assert made(project)[1][0] == "h3vkx8"
    text = (project / PATH).read_text(encoding="utf-8")
    assert "signer:\n  name: Lê Thị Mẫu\n  title: Chủ tịch\n" in text
    assert "reason: Tốt" in text
    said = "\n".join(clerk.heard)
    assert "Đọc được 2 dòng: 2 cá nhân." in said
    assert "Không có cột Z" in said
    assert "bản nháp" in said


def test_a_signature_in_the_file_is_offered(project: Path, registry: Registry, tmp_path: Path) -> None:
    """Enter takes it; a file of answers holds it too."""
    path = tmp_path / "danh-sach.xlsx"
    rows = (*ROWS, (None, "TM. ỦY BAN NHÂN DÂN"), (None, "CHỦ TỊCH"), (None, "Lê Thị Mẫu"))
    path.write_bytes(one_sheet(rows)("unicode"))
    clerk = Clerk(chọn=["1"], number=["15/QĐ-UBND"], date=["2/9/2026"], ghi=["có"], **HEADER)
    assert clerk.import_(path, project, registry) == 0, clerk.heard
    text = (project / PATH).read_text(encoding="utf-8")
    assert "signer:\n  name: Lê Thị Mẫu\n  title: Chủ tịch\n  capacity: TM. Ủy ban nhân dân\n" in text
    assert "  signer: {name: Lê Thị Mẫu, title: Chủ tịch, capacity: TM. Ủy ban nhân dân}" in template(
        understand(read(path, path.name), registry)
    )


def test_number_and_day_in_the_file_are_offered(project: Path, registry: Registry, tmp_path: Path) -> None:
    """Enter takes them."""
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(ADORNED.build("unicode"))
    clerk = Clerk(ghi=["có"], **HEADER)
    assert clerk.import_(path, project, registry) == 0, clerk.heard
    assert len(made(project)) == 3
    assert "number: 15/QĐ-UBND\n" in (project / PATH).read_text(encoding="utf-8")


def test_without_a_yes_nothing_is_written(file: Path, project: Path, registry: Registry) -> None:
    """Nor after Ctrl-C."""
    clerk = Clerk(chọn=["2*"], number=["15/QĐ-UBND"], date=["2026-09-02"], **HEADER)
    assert clerk.import_(file, project, registry) == 1
    assert clerk.heard[-1] == "Chưa ghi gì cả."

    def stop(prompt: str) -> str:
        raise KeyboardInterrupt

    stopping = Clerk()
    stopping.read = stop  # type: ignore[method-assign]
    assert stopping.import_(file, project, registry) == 1
    assert not (project / PATH).exists()


def run(project: Path, *arguments: str) -> int:
    return main(["import", *arguments, "--project", str(project)])


def test_a_script_answers_in_a_file(
    file: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is missing is told, and nothing is written until it is there."""
    answers = tmp_path / "tra-loi.yml"
    answers.write_text(ANSWERS, encoding="utf-8")
    assert run(project, str(file), "--answers", str(answers)) == 1
    assert "Chưa trả lời: Sheet, dòng 3: “Phạm Thị Quen”" in capsys.readouterr().out
    assert not (project / PATH).exists()
    answers.write_text(ANSWERS + "columns: {1.1.E: left-out}\nanswers: {same:1.3: new}\n", encoding="utf-8")
    assert run(project, str(file), "--answers", str(answers)) == 0
    assert [name for _, name in made(project)] == ["Nguyễn Văn Thử", "Phạm Thị Quen"]


def test_the_template_filled_in_is_taken(
    file: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every column and question stands in it, with its choices."""
    assert run(project, str(file), "--answers-template") == 0
    template = capsys.readouterr().out
    assert "  # “Xếp loại”\n  1.1.E: unknown\n" in template
    assert "  #   new: Không, là người (tập thể) khác\n  same:1.3:\n" in template
    filled = template.replace("  same:1.3:\n", "  same:1.3: h3vkx8\n")
    for key, value in (("number", "15/QĐ-UBND"), ("date", "2026-09-02"), ("title", "Khen"), ("issuer", "ubnd-xa-thu")):
        filled = filled.replace(f"  {key}:\n", f"  {key}: {value}\n")
    answers = tmp_path / "tra-loi.yml"
    answers.write_text(filled, encoding="utf-8")
    assert run(project, str(file), "--answers", str(answers)) == 0, capsys.readouterr().out
    assert made(project)[1] == ("h3vkx8", "Phạm Thị Quen")


def test_a_corrected_list_is_told_row_by_row(
    file: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once as it is, once corrected, once for no decision."""
    answers = tmp_path / "tra-loi.yml"
    answers.write_text(ANSWERS + "answers: {same:1.3: h3vkx8}\n", encoding="utf-8")
    assert run(project, str(file), "--answers", str(answers)) == 0
    before = made(project)
    answers.write_text("answers: {}\n", encoding="utf-8")
    id = Path(PATH).stem
    assert run(project, str(file), "--answers", str(answers), "--revise", id) == 0
    assert "không khác gì" in capsys.readouterr().out
    corrected = (ROWS[0], ROWS[1], (2, "Phạm Thị Quen", "Trưởng thôn", "Thôn Thử Một", "Khá"))
    file.write_bytes(one_sheet(corrected)("vni"))
    assert run(project, str(file), "--answers", str(answers), "--revise", id) == 0
    assert "Dòng 2, Phạm Thị Quen: sửa Chức vụ: “Nông dân” → “Trưởng thôn”." in capsys.readouterr().out
    assert made(project) == before
    assert run(project, str(file), "--answers", str(answers), "--revise", "qd-khac") == 1
    assert "Không có quyết định nào mang mã qd-khac" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("a: b\n", "không đúng mẫu"),
        ("columns: [a]\n", "không đúng mẫu"),
        ("decision: {a\n", "Tệp trả lời, dòng"),
        ("columns: {1.1.E: khac}\n", "không có cột 1.1.E hoặc nghĩa “khac”"),
        ("answers: {same:9.9: new}\n", "không có câu hỏi same:9.9"),
        ("answers: {same:1.3: co}\n", "không có lựa chọn ấy"),
    ],
)
def test_a_wrong_file_of_answers_is_explained(
    answers: str, said: str, file: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is written."""
    path = tmp_path / "tra-loi.yml"
    path.write_text(answers, encoding="utf-8")
    assert run(project, str(file), "--answers", str(path)) == 1
    assert said in capsys.readouterr().out
    assert not (project / PATH).exists()


def test_a_file_that_cannot_be_read_is_explained(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To the clerk, and to whoever wants a template."""
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(b"%PDF-1.7")
    assert run(project, str(path)) == 1
    assert run(project, str(path), "--answers-template") == 1
    assert capsys.readouterr().out.count("Đây là tệp PDF") == 2
    assert run(project, str(tmp_path / "khong-co.xlsx")) == 1
