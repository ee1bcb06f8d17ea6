"""The manifest: whole or refused, readable, and lawful removals without breaking its seal."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from closed_campaign import CAMPAIGN
from hypothesis import given
from hypothesis import strategies as st

from bangvang.frozen.archive import read_archive
from bangvang.frozen.facts import Fact
from bangvang.frozen.manifest import (
    FACTS,
    FOLDER,
    SEAL,
    DamagedManifest,
    Leaf,
    Manifest,
    frozen_now,
    put_manifest,
    read_manifest,
)
from bangvang.signatures import new_key, public_text, sign

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
HONOUR = st.dictionaries(WORDS, WORDS, max_size=3).map(lambda parts: {**parts, "id": "x"})
FACT = st.one_of(
    st.builds(Fact, st.sampled_from(["campaign/xa-mau", "page/phong-trao/xa-mau/"]), WORDS, WORDS),
    st.builds(Fact, st.just("decision/qd-1"), st.integers(0, 9999).map("recipients.{}".format), HONOUR),
)


def seal(root: Path) -> Path:
    """The file of the seal."""
    return root / FOLDER / f"{CAMPAIGN}{SEAL}"


def lines(root: Path) -> Path:
    """The file of what was frozen."""
    return root / FOLDER / f"{CAMPAIGN}{FACTS}"


@given(st.lists(FACT, max_size=6), st.dates())
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, facts: list[Fact], day: date) -> None:
    """To the letter, whatever it holds."""
    root = tmp_path_factory.mktemp("manifest")
    manifest = frozen_now("xa-mau", day, "Lê Thị Mẫu", "", facts)
    put_manifest(root, manifest, "")
    assert read_manifest(root, "xa-mau") == manifest


@given(st.lists(FACT, min_size=1, max_size=6), st.data())
def test_the_seal_names_every_line(facts: list[Fact], data: st.DataObject) -> None:
    """In whatever order; one word more or less is another digest."""
    manifest = frozen_now("xa-mau", date(2026, 11, 21), "Lê Thị Mẫu", "", facts)
    turned = Manifest("xa-mau", manifest.day, manifest.by, "", tuple(reversed(manifest.leaves)))
    assert turned.root == manifest.root
    place = data.draw(st.integers(0, len(facts) - 1))
    leaf = manifest.leaves[place]
    other = Leaf(leaf.fact._replace(field=leaf.fact.field + "x"), leaf.salt)
    changed = (*manifest.leaves[:place], other, *manifest.leaves[place + 1 :])
    assert Manifest("xa-mau", manifest.day, manifest.by, "", changed).root != manifest.root


def test_a_line_taken_out_by_law_leaves_the_seal_as_it_was(frozen: Path) -> None:
    """Only its digest stays, and the salt that could have been guessed with is gone."""
    before = read_manifest(frozen, CAMPAIGN)
    after = before.without(lambda fact: fact.honouree == "k7m2q9")
    assert after.seal_text() == before.seal_text()
    assert "Nguyễn Văn Mẫu" not in after.facts_text()
    lines(frozen).write_text(after.facts_text(), encoding="utf-8")
    assert read_manifest(frozen, CAMPAIGN) == after
    gone = next(leaf for leaf in before.leaves if leaf.fact.honouree == "k7m2q9")
    assert gone.salt not in after.facts_text()


def test_equal_facts_have_unequal_digests() -> None:
    """A name that was taken out cannot be guessed by trying names."""
    fact = Fact("decision/qd-1", "recipients.0", {"id": "k7m2q9", "name": "Nguyễn Văn Mẫu"})
    first, second = frozen_now("x", date(2026, 11, 21), "Lê Thị Mẫu", "", [fact, fact]).leaves
    assert first.digest() != second.digest()


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("15/QĐ-UBND", "16/QĐ-UBND"),  # an edit of the same size
        ('"illustrative", "is": "true"', '"illustrative", "is": "false"'),
        ("Trần Thị Mẫu", "Trần Thị Mậu"),
    ],
)
def test_an_edited_line_is_seen(frozen: Path, was: str, now: str) -> None:
    """By its digest."""
    text = lines(frozen).read_text(encoding="utf-8")
    assert was in text
    lines(frozen).write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(DamagedManifest, match="bị sửa"):
        read_manifest(frozen, CAMPAIGN)


def test_a_missing_and_an_added_line_are_seen(frozen: Path) -> None:
    """Nothing is slipped in or out."""
    entries = json.loads(lines(frozen).read_text(encoding="utf-8"))
    for other in (entries[1:], [*entries, entries[0]]):
        lines(frozen).write_text(json.dumps(other), encoding="utf-8")
        with pytest.raises(DamagedManifest, match="bị sửa"):
            read_manifest(frozen, CAMPAIGN)


@pytest.mark.parametrize("text", ["", "[", "{}", "[1]", '[{"of": "a"}]', "[" * 100_000, "\x00"])
def test_a_damaged_file_is_told_without_a_traceback(frozen: Path, text: str) -> None:
    """Cut off, conflicted or of another make."""
    lines(frozen).write_text(text, encoding="utf-8")
    assert [problem.path for problem in read_archive(frozen).problems] == [f"{FOLDER}/{CAMPAIGN}{FACTS}"]


@pytest.mark.parametrize(
    ("of", "at", "value"),
    [
        ("khac/qd-1", "title", "A"),
        ("qd-1", "title", "A"),
        ("page/khac/qd-1/", "0", "A"),
        ("page/", "0", "A"),
        ("decision/qd-1", "recipients.x", {"id": "k7m2q9"}),
        ("page/phong-trao/xa-mau-2025/", "recipients.0", {"id": "k7m2q9"}),
    ],
)
def test_a_line_about_nothing_is_told_though_its_digest_is_right(
    frozen: Path, of: str, at: str, value: str | dict[str, str]
) -> None:
    """Whoever writes a seal by hand can make digests, too."""
    put_manifest(frozen, frozen_now(CAMPAIGN, date(2026, 11, 21), "Lê Thị Mẫu", "", [Fact(of, at, value)]), "")
    assert [problem.path for problem in read_archive(frozen).problems] == [f"{FOLDER}/{CAMPAIGN}{FACTS}"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none")
@pytest.mark.parametrize("suffix", [SEAL, FACTS])
@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_what_is_no_plain_file_is_told(frozen: Path, suffix: str, kind: str) -> None:
    """A pipe would be waited for without end."""
    file = frozen / FOLDER / f"{CAMPAIGN}{suffix}"
    file.rename(frozen / "a")
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to(frozen / "a")
    (problem,) = read_archive(frozen).problems
    assert "không phải tệp thường" in problem.what


@pytest.mark.parametrize("suffix", [SEAL, FACTS])
def test_a_lost_file_is_told(frozen: Path, suffix: str) -> None:
    """What was frozen does not thaw because a file is gone."""
    (frozen / FOLDER / f"{CAMPAIGN}{suffix}").unlink()
    (problem,) = read_archive(frozen).problems
    assert problem.path.endswith(suffix)
    assert "mất" in problem.what


def test_a_seal_of_another_campaign_or_day_is_refused(frozen: Path) -> None:
    """The seal is part of what is sealed only by its signature; its form is held here."""
    text = seal(frozen).read_text(encoding="utf-8")
    for was, now in ((f"campaign: {CAMPAIGN}", "campaign: khac"), ("frozen: 2026-11-21", "frozen: hom qua")):
        seal(frozen).write_text(text.replace(was, now), encoding="utf-8")
        assert len(read_archive(frozen).problems) == 1


def test_a_seal_that_names_a_key_must_bear_its_signature(frozen: Path, tmp_path: Path) -> None:
    """One that was rebuilt with everything digested anew does not."""
    key, stranger = new_key(tmp_path / "a.pem"), new_key(tmp_path / "b.pem")
    facts = [leaf.fact for leaf in read_manifest(frozen, CAMPAIGN).leaves]
    manifest = frozen_now(CAMPAIGN, date(2026, 11, 21), "Lê Thị Mẫu", public_text(key), facts)
    put_manifest(frozen, manifest, sign(key, manifest.seal_text().encode()))
    assert read_archive(frozen).problems == ()
    put_manifest(frozen, manifest, sign(stranger, manifest.seal_text().encode()))
    assert [problem.check for problem in read_archive(frozen).problems] == ["frozen-signature"]
    (frozen / FOLDER / f"{CAMPAIGN}{SEAL}.sig").unlink()
    assert [problem.check for problem in read_archive(frozen).problems] == ["frozen-signature"]
