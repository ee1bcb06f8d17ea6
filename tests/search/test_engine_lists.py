"""Long lists of words, cut into pieces: no more of them is read than a query needs."""

from __future__ import annotations

import pytest
from engine_site import Site
from invented import CONTESTS, FEW, many_places


def test_what_lies_in_one_place_is_found_by_one_piece_of_each_list(villages: Site) -> None:
    """Of the lists that are cut, only the pieces in which both the deed and the village may stand are asked for."""
    villages.open()
    rows = villages.find("trồng rừng ngập mặn thôn giả 7")["rows"]
    wanted = {entry.url for entry in many_places() if "ngập mặn" in entry.body and entry.place == "Thôn Giả 7"}
    assert {row["url"] for row in rows} <= wanted
    assert len(rows) == 10
    assert villages.seen == []


@pytest.mark.parametrize(
    ("query", "most"), [("trồng rừng ngập mặn thôn giả 7", 6), ("dạy hát then có văn thư thôn giả 12", 9)]
)
def test_lists_that_others_speak_for_are_not_read_on(villages: Site, query: str, most: int) -> None:
    """Where samples tell that who holds one pair of words holds another, too, the rarer list is enough."""
    villages.open()
    assert len(villages.find(query)["rows"]) == 10
    assert len([name for name in villages.asked if name.startswith("t/")]) <= most


def test_under_a_filter_lists_are_read_on_where_it_leads(villages: Site) -> None:
    """All of a village that have done a deed, though samples of the lists hold few of them."""
    villages.open()
    found = villages.find("trồng rừng ngập mặn", filters={"place": ["thon-7"]}, limit=60)
    deeds = [entry.url for entry in many_places() if "ngập mặn" in entry.body and entry.place == "Thôn Giả 7"]
    assert sorted(row["url"] for row in found["rows"][: found["near"]]) == sorted(deeds)
    assert villages.seen == []


def test_a_rare_pair_leads_to_who_has_the_whole_phrase(villages: Site) -> None:
    """Before those who hold all the words of it elsewhere, many and at hand: other lists are not read to their ends."""
    villages.open()
    rows = villages.find("thượng lâm chung sức xây dựng")["rows"]
    assert {row["url"] for row in rows} <= {f"guong/nguoi{number:04}/" for number in range(0, 8_000, FEW)}
    assert len(rows) == 10
    assert len([name for name in villages.asked if name.startswith("t/")]) <= 6
    assert villages.seen == []


def test_a_row_of_words_spells_a_word_alike_in_both_of_its_pairs(villages: Site) -> None:
    """Lạc thị xã, thi đua is no Lạc thi đua; the few that may have the row are looked for where lists are cut off."""
    villages.open()
    rows = villages.find("lac thi dua yeu nuoc")["rows"]
    assert {row["url"] for row in rows[:CONTESTS]} == {f"su-kien/{number}/" for number in range(CONTESTS)}
    assert len([name for name in villages.asked if name.startswith("t/")]) <= 6
    assert villages.seen == []


def test_spellings_that_no_row_can_hold_are_not_read_on(villages: Site) -> None:
    """Vàm cờ tướng xuân is told of in few papers; Vàm Cỏ, of which the many tell, leads to no chess."""
    villages.open()
    rows = villages.find("vam co tuong xuan")["rows"]
    assert {row["url"] for row in rows[:CONTESTS]} == {f"su-kien/co-{number}/" for number in range(CONTESTS)}
    assert len([name for name in villages.asked if name.startswith("t/")]) <= 4
    assert villages.seen == []


def test_a_name_before_a_place_is_answered_without_reading_long_lists_on(villages: Site) -> None:
    """Whoever bears the name there is who was meant: each pair of words is asked for once, and no piece of a list."""
    villages.open()
    assert villages.titles("ngo van thu lam chung")[0] == "Ngô Văn Thư"
    assert len([name for name in villages.asked if name.startswith("t/")]) <= 4
    assert villages.seen == []


def test_what_is_known_is_gone_through_once_until_more_is(villages: Site) -> None:
    """Long queries know ten thousand documents, and a phone is slow: what they tell is worked out for all who ask."""
    villages.open()
    villages.page.add_script_tag(url="/words.js")
    done = villages.page.evaluate(
        """async () => {
            const { prototype } = BangVangSearch.Texts, done = [];
            for (const name of ["implications", "ranked"]) {
                const work = prototype[name];
                prototype[name] = function (...given) {
                    done.push(`${name} of ${this.noted}`);
                    return work.apply(this, given);
                };
            }
            await BangVangSearch.open({ base: "/chi-muc/" }).find("thượng lâm chung sức xây dựng", { show() {} });
            return done;
        }"""
    )
    assert {one.split()[0] for one in done} == {"implications", "ranked"}
    assert len(done) == len(set(done))
