"""Trees along the years: nothing lost, nothing upon another, many leaves told in a number."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bangvang.pages.charts import NO_DATA, Row
from bangvang.pages.drawings import drawing, table
from bangvang.pages.tree_chart import Branch, Leaf, TreeChart, tree_chart

WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=80)
LEAVES = st.tuples(WORDS, st.integers(1, 5000)).map(lambda one: Leaf(*one))
BRANCHES = st.lists(st.builds(Branch, WORDS, st.lists(LEAVES, min_size=1, max_size=9).map(tuple)), max_size=5)


def _tree(branches: list[Branch]) -> TreeChart:
    rows = [Row((branch.name, leaf.text, str(leaf.total))) for branch in branches for leaf in branch.leaves]
    return tree_chart(
        "cay", "Cây", "Gốc", branches, columns=("Năm", "Nơi", "Số"), rows=rows, foot=("Cộng", "", "1"), unit="nơi"
    )


def test_words_stand_at_the_left_and_numbers_at_the_right() -> None:
    """In the table, whichever column they are in."""
    drawn = str(table(_tree([Branch("2024", (Leaf("Thôn Một", 3),))])))
    assert '<th scope="col">Nơi</th><th scope="col" class="num">Số</th>' in drawn
    assert '<th scope="row">2024</th><td>Thôn Một</td><td class="num">3</td>' in drawn


@given(BRANCHES)
def test_nothing_lies_upon_another(branches: list[Branch]) -> None:
    """Every line of text has a height of its own, and the drawing holds them all."""
    tree = _tree(branches)
    lines = [line.y for line in tree.root]
    for branch in tree.branches:
        lines.append(branch.y + 13)
        lines += [line.y for leaf in branch.leaves for line in leaf.lines]
    assert lines == sorted(set(lines))
    assert all(next_ - line >= 15 for line, next_ in pairwise(lines))
    assert max(lines) <= tree.height


def test_of_many_leaves_the_first_are_drawn_and_all_are_counted() -> None:
    """The rest is one leaf that says how many."""
    tree = _tree([Branch("Năm 2020", tuple(Leaf(f"Nơi {number}", 2) for number in range(10)))])
    (branch,) = tree.branches
    assert branch.text == "20 nơi"
    assert [leaf.lines[0].text for leaf in branch.leaves][-2:] == ["Nơi 5", "và 8 nơi khác"]
    assert len(tree.rows) == 10


def test_a_tree_says_which_year_brought_most() -> None:
    """In the sentence for whoever cannot see it."""
    tree = _tree([Branch("Năm 2020", (Leaf("A"),)), Branch("Chưa rõ năm", (Leaf("B", 3),))])
    assert tree.description == "Cao nhất: chưa rõ năm (3 nơi). Thấp nhất: năm 2020 (1 nơi). Tổng cộng: 4 nơi."


def test_links_stand_on_the_leaves() -> None:
    """And make the drawing a group of things, not one image."""
    tree = _tree([Branch("Năm 2020", (Leaf("A", 1, "mo-hinh/a/"), Leaf("B")))])
    assert tree.linked
    assert drawing(tree).count("<a href=") == 1


def test_a_tree_without_branches_is_empty() -> None:
    """And has no trunk."""
    tree = _tree([])
    assert tree.empty
    assert tree.description == NO_DATA
    assert "twig" not in drawing(tree)
