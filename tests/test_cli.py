"""The command line as the office meets it: words, exit codes, formats."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bangvang.cli import main
from bangvang.records import KINDS, editor_settings

SITE = """\
name: Bảng Vàng thử
address: https://thu.example/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
"""
GOOD = "kind: collective\nname: Thôn Thử\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The smallest project that is clean."""
    (tmp_path / "data/honourees").mkdir(parents=True)
    (tmp_path / "data/site.yml").write_text(SITE, encoding="utf-8")
    (tmp_path / "data/honourees/thon-thu.yml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def run(project: Path, *arguments: str) -> int:
    """One command in the project, on a fixed day."""
    return main([*arguments, "--project", str(project), "--as-of", "2026-11-21"])


def test_a_clean_project_gives_zero_and_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0; one line."""
    assert run(project, "check") == 0
    assert capsys.readouterr().out == "Đã kiểm tra 2 hồ sơ trong 2 tệp: không có lỗi.\n"


def test_an_error_gives_one_and_its_place(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line begins with path, line and column, so that editors can jump there."""
    (project / "data/honourees/thon-thu.yml").write_text(GOOD + "plase: xa-thu\n", encoding="utf-8")
    assert run(project, "check") == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("data/honourees/thon-thu.yml:3:1: lỗi: không có mục nào tên “plase” ở đây → Có phải ý bạn")


def test_warnings_alone_do_not_stop(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Warnings stand apart from errors and leave the exit code at 0."""
    (project / "data/honourees/thon-thu.yml").write_text(GOOD + "summary: Ở số nhà 5.\n", encoding="utf-8")
    assert run(project, "check") == 0
    assert "cảnh báo: có chỗ giống địa chỉ nhà riêng" in capsys.readouterr().out


def test_errors_come_before_warnings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stops publishing is read first."""
    (project / "data/honourees/a-truoc.yml").write_text(
        "kind: collective\nname: A\nsummary: Ở số nhà 5.\n", encoding="utf-8"
    )
    (project / "data/honourees/thon-thu.yml").write_text(GOOD + "plase: x\n", encoding="utf-8")
    assert run(project, "check") == 1
    labels = [line.split(": ")[1] for line in capsys.readouterr().out.splitlines()[:2]]
    assert labels == ["lỗi", "cảnh báo"]


@pytest.mark.parametrize(
    "arguments",
    [
        *([], ["chek"], ["check", "--format", "xml"], ["demo", "nhiều", "x"], ["check", "--as-of", "hôm nay"]),
        *(["archive", "deposit", "ALL", "goi", "--public", "--full"], ["check", "--no-cache=x"]),
    ],
)
def test_wrong_usage_gives_two_in_vietnamese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """No English of the parser's comes through."""
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(str(stop.code))
    assert code == 2
    said = capsys.readouterr().err
    assert said
    assert not any(word in said for word in ("error", "invalid", "required", "usage", "choose", "argument"))


def test_only_the_named_files_are_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything is checked together; what is shown can be narrowed."""
    (project / "data/honourees/hong.yml").write_text("kind: x\nname: A\n", encoding="utf-8")
    assert run(project, "check", str(project / "data/honourees/thon-thu.yml")) == 0
    assert run(project, "check", str(project / "data/honourees")) == 1
    assert "hong.yml" in capsys.readouterr().out


def test_json_holds_every_part_of_a_problem(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For other programs."""
    (project / "data/honourees/thon-thu.yml").write_text(GOOD + "born: 19/5/2024\n", encoding="utf-8")
    assert run(project, "check", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["errors"], told["warnings"]) == (1, 0)
    problem = told["problems"][0]
    assert (problem["path"], problem["line"], problem["column"]) == ("data/honourees/thon-thu.yml", 3, 7)
    assert problem["severity"] == "error"
    assert "2024-05-19" in problem["remedy"]


def test_github_gets_annotations(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One workflow command a problem."""
    (project / "data/honourees/thon-thu.yml").write_text(GOOD + "born: 19/5/2024\n", encoding="utf-8")
    assert run(project, "check", "--format", "github") == 1
    assert capsys.readouterr().out.startswith(
        "::error file=data/honourees/thon-thu.yml,line=3,col=7,title=field-value::Năm sinh"
    )


def test_a_remembered_verdict_is_given_again_until_something_changes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A changed byte, a new file, another day or a damaged memory all lead to a fresh check."""
    assert run(project, "check") == 0
    memory = project / ".cache/bangvang/verdict.json"
    kept = memory.read_text(encoding="utf-8")
    memory.write_text(kept.replace('"records": 2', '"records": 7'), encoding="utf-8")
    run(project, "check")
    assert "7 hồ sơ" in capsys.readouterr().out
    run(project, "check", "--no-cache")
    assert "2 hồ sơ" in capsys.readouterr().out
    (project / "data/honourees/hai.yml").write_text("kind: collective\nname: Thôn Hai\n", encoding="utf-8")
    run(project, "check")
    assert "3 hồ sơ" in capsys.readouterr().out
    memory.write_text(memory.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    run(project, "check")
    assert "3 hồ sơ" in capsys.readouterr().out


def test_the_project_is_found_from_a_folder_below(project: Path) -> None:
    """A clerk may stand anywhere inside the project."""
    process = subprocess.run(
        [sys.executable, "-m", "bangvang", "check"],
        cwd=project / "data/honourees",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795000000"},
    )
    assert (process.returncode, process.stderr) == (0, "")
    assert "không có lỗi" in process.stdout


def test_a_folder_without_data_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback where there is nothing to check."""
    assert run(tmp_path, "check") == 1
    assert "không thấy thư mục data" in capsys.readouterr().out


def test_schemas_are_written_for_every_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One file a kind, each a JSON document."""
    assert main(["schema", str(tmp_path / "schemas")]) == 0
    names = {path.name for path in (tmp_path / "schemas").iterdir()}
    assert {"decision.schema.json", "place.schema.json", "site.schema.json"} <= names
    assert str(len(names)) in capsys.readouterr().out


def test_the_committed_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    """Completion in the editor follows the models; `bangvang schema .vscode/schemas` brings it up to date."""
    main(["schema", str(tmp_path)])
    committed = Path(__file__).parents[1] / ".vscode/schemas"
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        path.name: path.read_text(encoding="utf-8") for path in committed.iterdir()
    }


def test_a_demonstration_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `demo` writes, `check` accepts without a word."""
    assert main(["demo", "200", str(tmp_path / "thu")]) == 0
    assert run(tmp_path / "thu", "check") == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("không có lỗi.")


def test_a_demonstration_never_writes_over_something(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder must be new or empty."""
    assert main(["demo", "10", str(project)]) == 2
    assert capsys.readouterr().err


def test_export_is_refused_while_there_are_errors(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing half-sound leaves the house."""
    (project / "data/honourees/hong.yml").write_text("kind: x\nname: A\n", encoding="utf-8")
    assert run(project, "export", "data", str(tmp_path / "out")) == 1
    assert not (tmp_path / "out").exists()
    assert "lỗi" in capsys.readouterr().err


def test_an_export_to_where_a_file_stands_says_what_to_do(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback."""
    (tmp_path / "out").write_text("đã có", encoding="utf-8")
    assert run(project, "export", "data", str(tmp_path / "out")) == 1
    assert "Hãy đổi tên hoặc chuyển nó đi nơi khác" in capsys.readouterr().err


def test_the_committed_editor_settings_name_every_schema() -> None:
    """Each kind's files open with completion."""
    committed = json.loads((Path(__file__).parents[1] / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert committed == editor_settings(list(KINDS.values()), "./.vscode/schemas")


def test_a_file_name_that_is_no_text_is_no_traceback(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes that are no UTF-8 in a name are reported like any other wrong name."""
    (Path(os.fsdecode(os.fsencode(project) + b"/data/honourees/x\xff.yml"))).write_bytes(b"a: b")
    for _ in range(2):
        assert run(project, "check", "--format", "json") == 1
