"""The YAML that the demonstration is written in: what goes in comes out, in any reader."""

import datetime

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from bangvang.loading.yaml_reader import read_tree
from bangvang.yaml_writer import scalar, to_yaml

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    st.sampled_from("aăâđêôơưếỹĐ \n:#-'\"|>%&*!@`[]{},?~=\\/.0123456789\t“”")
)
TREES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@given(TEXTS)
@example("null")
@example("")
@example("ghi chú: hai ý #1")
@example("- không phải danh sách")
@example("dòng một\n\n  dòng hai thụt vào\n")
@example("kết thúc bằng hai dòng trống\n\n")
@example("Giờ mở cửa 7:30, thứ hai:")
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """Vietnamese, quotes, colons, line ends and control characters alike."""
    written = to_yaml({"chu": text, "sau": "hết"})
    assert yaml.load(written, yaml.BaseLoader) == {"chu": text, "sau": "hết"}


@given(st.dictionaries(st.from_regex("[a-z_]{1,8}", fullmatch=True), TREES, min_size=1, max_size=5))
def test_any_tree_comes_back_as_it_was(tree: dict[str, object]) -> None:
    """Lists in mappings, mappings in lists, lists in lists."""
    assert yaml.load(to_yaml(tree), yaml.BaseLoader) == tree


@given(st.lists(TREES, min_size=1, max_size=4))
def test_a_list_can_be_the_whole_file(tree: list[object]) -> None:
    """As the vocabularies are."""
    assert yaml.load(to_yaml(tree), yaml.BaseLoader) == tree


def test_the_strict_reader_does_not_take_a_quoted_word_for_nothing() -> None:
    """Somebody may be called null; only a bare null means absent."""
    assert read_tree(to_yaml({"ten": "null", "tap": ["null", "hai"]})) == {"ten": "null", "tap": ["null", "hai"]}


def test_what_is_absent_is_not_written() -> None:
    """None and empty collections say nothing; false and nought do."""
    tree = {"khong": None, "rong": [], "trong": {}, "co": "có", "dung": False, "so": 0}
    assert to_yaml(tree) == "co: có\ndung: false\nso: 0\n"


def test_prose_is_written_as_an_office_would() -> None:
    """Plain where it is safe, quoted where it must be, a block where there are paragraphs."""
    assert scalar("Nguyễn Văn A, thôn Đông (xã Mẫu)") == "Nguyễn Văn A, thôn Đông (xã Mẫu)"
    assert scalar("Chủ đề: đoàn kết") == '"Chủ đề: đoàn kết"'
    assert to_yaml({"story": "Một.\n\nHai.\n"}) == "story: |\n  Một.\n\n  Hai.\n"


def test_short_lists_of_ids_stand_on_one_line() -> None:
    """Ten thousand rows each have one."""
    assert to_yaml({"fields": ["nong-nghiep", "y-te"]}) == "fields: [nong-nghiep, y-te]\n"
    assert to_yaml({"covers": ["bài viết"]}) == "covers:\n  - bài viết\n"


def test_a_list_of_mappings_is_indented_below_its_name() -> None:
    """The dash stands before the first field."""
    tree = {"became": [{"id": "xa-moi", "date": datetime.date(2025, 7, 1)}, {"id": "xa-kia"}]}
    assert to_yaml(tree) == "became:\n  - id: xa-moi\n    date: 2025-07-01\n  - id: xa-kia\n"


def test_a_value_without_a_form_is_refused() -> None:
    """A binary fraction has no place in data that prints 59,60."""
    with pytest.raises(TypeError, match="float"):
        to_yaml({"so": 0.5})


def test_a_list_within_a_text_keeps_its_indentation_in_a_block() -> None:
    """A story with points below points stays readable in its file."""
    story = "Ba việc:\n\n- một\n  - một nhỏ\n- hai"
    assert to_yaml({"story": story}) == "story: |-\n  Ba việc:\n\n  - một\n    - một nhỏ\n  - hai\n"
    assert read_tree(to_yaml({"story": story})) == {"story": story}
