"""Ids that say nothing and are never given twice."""

from __future__ import annotations

import random
from pathlib import Path

from bangvang.office.minting import mint_id, remembered_text
from bangvang.office.naming import proposed_id
from bangvang.records import KINDS, is_minted


def test_minted_ids_keep_to_the_alphabet() -> None:
    """A letter and five more; no e, which a spreadsheet would take for an exponent."""
    ids = [mint_id(lambda id: False, random.Random(seed)) for seed in range(500)]
    assert all(is_minted(id) for id in ids)
    assert not set("".join(ids)) & set("eilo01")


def test_a_taken_id_is_never_given() -> None:
    """The dice are thrown again."""
    first = mint_id(lambda id: False, random.Random(1))
    assert mint_id(lambda id: id == first, random.Random(1)) != first


def test_ids_of_those_who_are_gone_are_remembered(tmp_path: Path) -> None:
    """The ledger and the archive are looked into, as far as they exist."""
    assert remembered_text(tmp_path) == ""
    (tmp_path / "data/archive").mkdir(parents=True)
    (tmp_path / "data/ledger.json").write_text('{"/guong/k7m2q9/": {}}', encoding="utf-8")
    (tmp_path / "data/archive/a.json").write_text('["abcdfg"]', encoding="utf-8")
    assert "k7m2q9" in remembered_text(tmp_path)
    assert "abcdfg" in remembered_text(tmp_path)


def test_an_id_that_speaks_ends_with_a_whole_word() -> None:
    """However long the title; only an endless word is cut."""

    def proposed(name: str) -> str:
        return proposed_id(KINDS["campaign"], {"name": name}, (), lambda: "")

    long = "Phong trào toàn dân chung sức xây dựng nông thôn mới giai đoạn hai"
    assert proposed(long) == "phong-trao-toan-dan-chung-suc-xay-dung-nong-thon-moi-giai"
    assert proposed("a" * 70) == "a" * 60
    assert proposed("Phong trào thử") == "phong-trao-thu"
