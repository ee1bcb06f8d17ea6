"""The rebuild after midnight, which embargoes and consultations need: for GitHub, GitLab, Windows and cron."""

from __future__ import annotations

_INSTALL = (
    "python -m pip install --quiet --require-hashes --only-binary :all: -r requirements.txt",
    "python -m pip install --quiet --no-index --no-deps --no-build-isolation -e .",
)
_ENTER = (
    "for so in data/ledger.json data/changes.json; do [ ! -e $so ] || git add $so; done",
    "git diff --cached --quiet || git {author} commit --quiet -m 'Ghi sổ sau khi công bố{quiet}'",
)
_AUTHOR = "-c user.name='Bảng Vàng' -c user.email=bang-vang@localhost"
_NO_ANSWER = (
    "Không có --yes: nếu quá nhiều người sắp biến mất, hoặc có câu chữ có thể lộ chuyện riêng, thì việc này dừng và",
    "báo lỗi; trang đang đăng vẫn như cũ. Khi ấy hãy xem lại, rồi công bố từ máy của văn phòng.",
)

_WINDOWS = (
    r'schtasks /create /tn "Bang Vang" /sc daily /st 00:05 /tr "\"D:\bang-vang\.venv\Scripts\python.exe\" '
    r'-m bangvang publish \"Z:\trang\" --project \"D:\bang-vang\""'
)
_CRON = "/srv/bang-vang/.venv/bin/bangvang publish /srv/www/bang-vang --project /srv/bang-vang </dev/null"
_SCHEDULES = r"""Công bố lại mỗi đêm lúc 0 giờ 5 phút, để hồ sơ hẹn ngày hiện ra và đợt lấy ý kiến đóng lại đúng ngày.

Thay D:\bang-vang bằng thư mục của dự án, Z:\trang bằng nơi đăng. Không thêm --yes: nếu quá nhiều người sắp biến mất,
hoặc có câu chữ có thể lộ chuyện riêng, lệnh dừng lại, trang đang đăng vẫn như cũ; sáng hôm sau bạn xem rồi tự công bố.

WINDOWS. Mở cửa sổ lệnh (cmd), dán dòng này, bấm Enter. Nửa đêm máy phải bật và tài khoản của bạn phải đang đăng nhập:

{0}

Chạy thử ngay: schtasks /run /tn "Bang Vang"
Bỏ lịch:       schtasks /delete /tn "Bang Vang"

LINUX. Gõ crontab -e, thêm một dòng. Đồng hồ của máy theo giờ Việt Nam thì thêm dòng đầu, theo giờ quốc tế thì dòng sau:

5 0 * * *   {1}
5 17 * * *  {1}
"""


def github_actions() -> str:
    """A workflow that checks, builds, publishes to GitHub Pages and commits ledger and change log."""
    return f"""# Tự công bố bằng GitHub Actions: mỗi lần đẩy thay đổi lên nhánh main, và mỗi đêm lúc 0 giờ 5 phút.
# 1. Chép tệp này thành .github/workflows/bang-vang.yml trong kho chứa cả dự án, rồi đẩy lên GitHub.
# 2. Chờ lần chạy đầu xong (mục Actions), vào Settings, Pages, chọn nhánh gh-pages, thư mục / (root).
# Kho công khai 60 ngày không có thay đổi thì GitHub ngừng lịch chạy đêm: vào mục Actions bấm Enable workflow.
name: Bảng Vàng
on:
  push:
    branches: [main]
  schedule:
    - cron: "5 17 * * *" # giờ quốc tế; là 0 giờ 5 phút ở Việt Nam
  workflow_dispatch:
permissions:
  contents: write
concurrency:
  group: bang-vang
  cancel-in-progress: false
jobs:
  cong-bo:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - name: Cài đặt
        run: |
{_indented(_INSTALL, 10)}
      - name: Kiểm tra
        run: bangvang check --format github
      - name: Dựng trang
        run: bangvang build
      # {_NO_ANSWER[0]}
      # {_NO_ANSWER[1]}
      - name: Công bố
        env:
          GH_TOKEN: ${{{{ github.token }}}}
        run: |
          khoa=$(printf 'x-access-token:%s' "$GH_TOKEN" | base64 -w 0)
          git config --global http.https://github.com/.extraheader "AUTHORIZATION: basic $khoa"
          bangvang publish "git:https://github.com/$GITHUB_REPOSITORY.git#gh-pages" </dev/null
      - name: Ghi lại sổ địa chỉ và nhật ký
        run: |
{_indented(_entering(""), 10)}
          git push --quiet origin "HEAD:$GITHUB_REF_NAME"
"""


def gitlab_ci() -> str:
    """A pipeline that checks, builds, publishes to GitLab Pages and commits ledger and change log."""
    return f"""# Tự công bố bằng GitLab CI: mỗi lần đẩy thay đổi lên nhánh chính, và mỗi đêm theo lịch.
# 1. Chép tệp này thành .gitlab-ci.yml trong kho chứa cả dự án.
# 2. Settings, CI/CD, Job token permissions: đánh dấu “Allow Git push requests to the repository”.
# 3. Build, Pipeline schedules, New schedule: ghi 5 0 * * * ở ô Custom, chọn múi giờ [UTC+7] Hanoi, nhánh chính.
pages:
  image: python:3.13
  resource_group: bang-vang
  timeout: 1h
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
{_listed(_INSTALL)}
    - bangvang check
    - bangvang build
    # {_NO_ANSWER[0]}
    # {_NO_ANSWER[1]}
    - bangvang publish public </dev/null
{_listed(_entering(" [skip ci]"))}
    - git remote set-url origin "https://gitlab-ci-token:$CI_JOB_TOKEN@$CI_SERVER_HOST/$CI_PROJECT_PATH.git"
    - git push --quiet origin "HEAD:$CI_DEFAULT_BRANCH"
  artifacts:
    paths:
      - public
"""


def schedules() -> str:
    """Lines for the scheduler of Windows and for cron; folders are to be replaced by the office's own."""
    return _SCHEDULES.format(_WINDOWS, _CRON)


def _entering(quiet: str) -> tuple[str, ...]:
    return tuple(line.format(author=_AUTHOR, quiet=quiet) for line in _ENTER)


def _indented(lines: tuple[str, ...], margin: int) -> str:
    return "\n".join(" " * margin + line for line in lines)


def _listed(lines: tuple[str, ...]) -> str:
    """Each a text of YAML, whatever marks stand in it."""
    return "\n".join(f"    - |\n      {line}" for line in lines)
